import ArgumentParser
import Core
import Text

struct AdjudicateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adjudicate",
        abstract: "Settle the criteria on which the readers of a submission disagree.",
        discussion: """
            All of them together, by an approver or by an assessor who is none of the readers; assay show says which are \
            in dispute. The scorecards stay as they are; the reason goes on the record, and the submission awaits its \
            decision.

            assay adjudicate eec-2026-000123 c2=developing --reason "The second check is not in the plan."
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String
    @Argument(help: ArgumentHelp("A criterion in dispute and the id of its level.", valueName: "criterion=level"))
    var levels: [Assignment]
    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var reason: String

    func run() throws {
        let desk = try Desk(front)
        let made = try desk.store.adjudicate(
            id, levels.map { Adjudication.Settled(criterion: $0.name, level: $0.value) }, reason: reason,
            as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(
                .object([
                    ("id", .string(id)), ("state", .string(SubmissionState.ready.rawValue)),
                    ("adjudication", made.json),
                ]))
        } else {
            Printer.line("\(untrusted: id) is settled, and ready for a decision.")
        }
    }
}
