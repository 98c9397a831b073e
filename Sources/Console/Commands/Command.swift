import Screen

/// All that a key can mean. The raw value is the name in the palette and in a person's configuration.
///
/// The one table: help, palette, man page, README and the default keys are made from it. The order is the order in lists.
package enum Command: String, CaseIterable, Sendable {
    // Everywhere.
    case help, palette, repaint, back
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case leave

    // Moving.
    case down, up
    case pageDown = "page-down"
    case pageUp = "page-up"
    case top, bottom

    // Queue.
    case open, look
    case next = "next-due"
    case search, filter, sort, clear

    // Approval sessions.
    case batches
    case openItem = "open-item"
    case newBatch = "new-session"
    case hold, unhold
    case markRange = "mark-range"
    case dryRun = "dry-run"
    case planAgain = "plan-again"
    case sign

    // Dashboard.
    case dashboard, list
    case column = "sort-column"
    case age
    case arithmetic

    // Menus.
    case choose, toggle

    // Review.
    case nextEvidence = "next-evidence"
    case previousEvidence = "previous-evidence"
    case nextCriterion = "next-criterion"
    case previousCriterion = "previous-criterion"
    case level1 = "level-1"
    case level2 = "level-2"
    case level3 = "level-3"
    case level4 = "level-4"
    case level5 = "level-5"
    case level6 = "level-6"
    case level7 = "level-7"
    case level8 = "level-8"
    case level9 = "level-9"
    case comment, phrases, mark, cite, edit
    case undo, redo, submit, release
    case reportLeak = "report-leak"
    case compare
    case overview
    case whatChanged = "what-changed"
    case microCredential = "micro-credential"
    case zoom

    // Everywhere; last, since it is asked for last.
    case suspend

    package var name: String { rawValue }
}

/// What the table says of a command.
package struct CommandEntry: Sendable {
    package var scopes: [Scope]
    /// Pressed where the person has not bound others.
    package var keys: [Key]
    /// One or two words for the last line: `u undo`.
    package var hint: String
    /// A sentence without its full stop, for help.
    package var help: String

    init(_ scopes: [Scope], _ keys: [Key], hint: String, _ help: String) {
        self.scopes = scopes
        self.keys = keys
        self.hint = hint
        self.help = help
    }
}

extension Command {
    /// The level that a digit sets, counted from 1, the lowest.
    package var levelNumber: Int? {
        switch self {
        case .level1: 1
        case .level2: 2
        case .level3: 3
        case .level4: 4
        case .level5: 5
        case .level6: 6
        case .level7: 7
        case .level8: 8
        case .level9: 9
        default: nil
        }
    }
}
