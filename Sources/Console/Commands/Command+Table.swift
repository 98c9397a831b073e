import Screen

extension Command {
    /// A switch and not a dictionary, so that a command without an entry does not compile.
    package var entry: CommandEntry {
        switch self {
        case .help: .init(Scope.allCases, ["?"], hint: "help", "Shows what every key does here")
        case .palette: .init(Scope.allCases, [":"], hint: "commands", "Finds a command by its name and runs it")
        case .repaint: .init(Scope.allCases, [.control("l")], hint: "repaint", "Draws the whole screen anew")
        case .back: .init(Scope.allCases, ["q", .escape], hint: "back", "Goes back; from the queue, leaves")
        case .nextPane: .init(Scope.allCases, [.tab], hint: "next pane", "Moves to the next pane")
        case .previousPane: .init(Scope.allCases, [.backTab], hint: "pane before", "Moves to the pane before")
        case .leave: .init(Scope.allCases, [], hint: "leave", "Leaves the console from wherever you are")

        case .down: .init(Scope.allCases, ["j", .down], hint: "down", "Moves or scrolls one line down")
        case .up: .init(Scope.allCases, ["k", .up], hint: "up", "Moves or scrolls one line up")
        case .pageDown: .init(Scope.allCases, [.pageDown], hint: "page down", "Moves or scrolls one page down")
        case .pageUp: .init(Scope.allCases, [.pageUp], hint: "page up", "Moves or scrolls one page up")
        case .top: .init(Scope.allCases, ["g", .home], hint: "top", "Goes to the beginning")
        case .bottom: .init(Scope.allCases, ["G", .end], hint: "end", "Goes to the end")

        case .open: .init([.queue], [.enter], hint: "claim and open", "Claims the selected submission and opens it")
        case .look: .init([.queue], ["o"], hint: "look", "Opens the selected submission without claiming it")
        case .next: .init([.queue], ["n"], hint: "next due", "Claims and opens the next due that you may judge")
        case .search: .init([.queue], ["/"], hint: "search", "Searches the submissions for words")
        case .filter: .init([.queue, .batch], ["f"], hint: "filter", "Chooses which submissions are listed")
        case .sort: .init([.queue], ["s"], hint: "sort", "Chooses the order of the list")
        case .clear:
            .init([.queue, .menu], ["c"], hint: "clear", "Takes filter, search and order back to the usual")

        case .batches: .init([.queue], ["b"], hint: "batch sessions", "Shows the sessions of approval")
        case .openItem: .init([.batch], [.enter, "o"], hint: "open", "Opens the session, or the submission to be read")
        case .newBatch: .init([.batch], ["n"], hint: "new session", "Makes a session of what is ready")
        case .hold: .init([.batch], ["x"], hint: "hold", "Holds what is marked or selected, with a reason")
        case .unhold: .init([.batch], ["X"], hint: "let go", "Lets what was held be signed again")
        case .markRange: .init([.batch], ["V"], hint: "mark range", "Marks from here to where it is pressed again")
        case .dryRun: .init([.batch], ["W"], hint: "dry run", "Shows exactly what signing would do, and back")
        case .planAgain: .init([.batch], ["P"], hint: "plan again", "Takes what has changed since into the plan")
        case .sign: .init([.batch], ["S"], hint: "sign", "Awards what is to be signed, one by one; asks first")
        case .dashboard:
            .init([.queue, .dashboard], ["d"], hint: "dashboard", "Shows how the whole queue stands; then goes back")
        case .list: .init([.dashboard], [.enter], hint: "list", "Lists what is open of the selected row")
        case .column: .init([.dashboard], ["s"], hint: "sort", "Sorts the table by its next column")
        case .age:
            .init([.dashboard], ["a"], hint: "age", "Shows ages in place of days to the deadline, and back")
        case .arithmetic: .init([.dashboard], ["="], hint: "arithmetic", "Shows how the forecast came about")

        case .choose: .init([.menu], [.enter], hint: "choose", "Takes what is selected and closes the menu")
        case .toggle: .init([.menu, .batch], [" "], hint: "mark", "Marks or unmarks what is selected")

        case .nextEvidence: .init([.review], ["]"], hint: "next evidence", "Shows the next evidence item")
        case .previousEvidence: .init([.review], ["["], hint: "evidence before", "Shows the evidence item before")
        case .nextCriterion: .init([.review], ["J"], hint: "next criterion", "Moves to the next criterion")
        case .previousCriterion: .init([.review], ["K"], hint: "criterion before", "Moves to the criterion before")
        case .level1: .level(1, "Sets the current criterion to its lowest level")
        case .level2: .level(2, "Sets the current criterion to its second level")
        case .level3: .level(3, "Sets the current criterion to its third level")
        case .level4: .level(4, "Sets the current criterion to its fourth level")
        case .level5: .level(5, "Sets the current criterion to its fifth level")
        case .level6: .level(6, "Sets the current criterion to its sixth level")
        case .level7: .level(7, "Sets the current criterion to its seventh level")
        case .level8: .level(8, "Sets the current criterion to its eighth level")
        case .level9: .level(9, "Sets the current criterion to its ninth level")
        case .comment: .init([.review], ["c"], hint: "comment", "Writes a comment on the current criterion")
        case .phrases: .init([.review], ["m"], hint: "phrases", "Chooses a feedback phrase for the comment")
        case .mark: .init([.review], ["v"], hint: "cite", "Marks lines of the text; Enter then cites them")
        case .cite: .init([.review], [.enter], hint: "cite", "Cites the marked lines for the current criterion")
        case .edit: .init([.review], ["e"], hint: "editor", "Edits the comment in $EDITOR")
        case .undo: .init([.review], ["u"], hint: "undo", "Takes the last change back")
        case .redo: .init([.review], [.control("r")], hint: "redo", "Makes the change again that was taken back")
        case .submit: .init([.review], ["S"], hint: "submit", "Submits the scorecard; shows all of it and asks first")
        case .release: .init([.review], ["R"], hint: "release", "Gives the claim back; the draft is kept")
        case .reportLeak:
            .init([.review], ["L"], hint: "report leak", "Reports that a text says who the earner is; asks why")
        case .compare: .init([.review], ["D"], hint: "compare", "Compares with the previous attempt")
        case .overview: .init([.review], ["o"], hint: "overview", "Shows the answers to the overview's questions")
        case .whatChanged: .init([.review], ["w"], hint: "what changed", "Shows what the earner says has changed")
        case .microCredential:
            .init([.review], ["i"], hint: "micro-credential", "Shows the micro-credential's own text")
        case .zoom: .init([.review], ["z"], hint: "full width", "Gives the focused pane the full width, and back")
        case .suspend:
            .init(
                Scope.allCases, [.control("z")], hint: "suspend",
                "Goes back to the shell until fg; not in a restricted session")
        }
    }

    /// All commands of a scope, in the table's order.
    package static func all(in scope: Scope) -> [Command] { allCases.filter { $0.entry.scopes.contains(scope) } }

    /// Those that mean the same on every screen.
    package static var everywhere: [Command] { allCases.filter { $0.entry.scopes == Scope.allCases } }
}

extension CommandEntry {
    fileprivate static func level(_ number: UInt8, _ help: String) -> CommandEntry {
        let digit = Unicode.Scalar(UInt8(ascii: "0") + number)
        return CommandEntry([.review], [.character(digit)], hint: "level \(number)", help)
    }
}

/// `"j"` as a key, in the table and in tests.
extension Key: ExpressibleByUnicodeScalarLiteral {
    package init(unicodeScalarLiteral value: Unicode.Scalar) { self = .character(value) }
}
