import ArgumentParser
import Core
import Text

struct LeakCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leak",
        abstract: "Report that a submission gives away who its earner is.",
        discussion: """
            For assessors, where the policy is blind: a name in the evidence or the reflection, say. Coordinators and \
            approvers see the report, sessions of approval flag it. Once a person and submission.

            assay leak eec-2026-000123 --reason "The header of e2 has a name in it."
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String
    @Option(help: ArgumentHelp("What gives it away, on one line.", valueName: "text"))
    var reason: String

    func run() throws {
        let desk = try Desk(front)
        let leak = try desk.store.reportLeak(id, reason: reason, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(.object([("id", .string(id))] + leak.jsonPairs))
        } else {
            Printer.line("The leak in \(untrusted: id) is reported; the coordinators see it.")
        }
    }
}
