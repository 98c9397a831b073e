import ArgumentParser
import Core
import Session
import Text

struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decide on a submission: award, return, incomplete or deny.",
        discussion: "An award needs a scorecard that meets every required level. The reason goes on the record.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String
    @Argument(help: "award, return (not yet; may resubmit), incomplete (returned unassessed) or deny (integrity).")
    var decision: Decision.Kind
    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var reason: String

    func run() throws {
        let desk = try Desk(front)
        let made = try desk.store.decide(id, decision, reason: reason, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(
                .object([("id", .string(id)), ("state", .string(made.kind.state.rawValue)), ("decision", made.json)]))
        } else {
            Printer.line("\(untrusted: id) is \(untrusted: made.kind.state.rawValue).")
        }
    }
}

extension Decision.Kind: ExpressibleByArgument {}
