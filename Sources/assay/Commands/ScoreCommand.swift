import ArgumentParser
import Core
import Session
import Text

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Set levels, comments and citations of your scorecard.",
        discussion: """
            Claims the submission first where nobody holds it. All of it is stored, or nothing is. With --submit the card \
            is sealed and can't be changed afterwards.

            assay score eec-2026-000123 c1=demonstrated c2=developing --comment c2="Say when you checked." --cite c2=e1:4-9
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String
    @Argument(help: ArgumentHelp("A criterion and the id of its level.", valueName: "criterion=level"))
    var levels: [Assignment] = []
    @Option(help: ArgumentHelp("A criterion and its comment; replaces the one before.", valueName: "criterion=text"))
    var comment: [Assignment] = []
    @Option(
        help: ArgumentHelp(
            "Lines to pin to a criterion; replaces those before.", valueName: "criterion=evidence:from-to"))
    var cite: [CitationArgument] = []
    @Option(help: ArgumentHelp("Refuse where the stored version is another one.", valueName: "n"))
    var baseVersion: Int?
    @Flag(help: "Submit the card: every criterion must have a level.")
    var submit = false

    func validate() throws {
        guard !levels.isEmpty || !comment.isEmpty || !cite.isEmpty || submit else {
            throw ValidationError("Nothing to score: give CRITERION=LEVEL, --comment, --cite or --submit.")
        }
    }

    func run() throws {
        let desk = try Desk(front)
        let rubric = try desk.store.detail(id, as: desk.caller, now: desk.now).microCredential.rubric
        let card = try desk.store.score(
            id, changes, base: baseVersion, submit: submit, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(card.json(rubric: rubric))
        } else {
            let progress = rubric.progress(of: card)
            Printer.line(
                "\(untrusted: id): \(untrusted: rubric.outcome(of: card).rawValue), \(progress.met) of \(rubric.criteria.count) met, \(progress.open) open; version \(card.version), \(untrusted: card.state.rawValue)"
            )
        }
    }

    private var changes: [ScoreChange] {
        var changes: [ScoreChange] = levels.map { .level(criterion: $0.name, $0.value) }
        changes += comment.map { .comment(criterion: $0.name, $0.value) }
        var cited: [String] = []
        for item in cite where !cited.contains(item.criterion) {
            cited.append(item.criterion)
            let all = cite.filter { $0.criterion == item.criterion }.map(\.citation)
            changes.append(.citations(criterion: item.criterion, all))
        }
        return changes
    }
}

/// `NAME=VALUE`.
struct Assignment: ExpressibleByArgument {
    var name: String
    var value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }
}

/// `CRITERION=EVIDENCE:FROM-TO`; one line may be given as `EVIDENCE:LINE`.
struct CitationArgument: ExpressibleByArgument {
    var criterion: String
    var citation: Citation

    init?(argument: String) {
        guard let assignment = Assignment(argument: argument), let colon = assignment.value.lastIndex(of: ":") else {
            return nil
        }
        let lines = assignment.value[assignment.value.index(after: colon)...]
            .split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(lines.count), let from = lines[0], let to = lines[lines.count - 1], from >= 1, to >= from
        else { return nil }
        criterion = assignment.name
        citation = Citation(evidence: String(assignment.value[..<colon]), from: from, to: to)
    }
}
