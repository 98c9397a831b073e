import ArgumentParser
import Core
import Text

struct UndecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undecide",
        abstract: "Take a decision back; the submission is where the decision found it.",
        discussion: "Until its letter has gone out, or a batch session has signed it. Both stay on the record.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String
    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var reason: String

    func run() throws {
        let desk = try Desk(front)
        let state = try desk.store.undecide(id, reason: reason, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(.object([("id", .string(id)), ("state", .string(state.rawValue))]))
        } else {
            Printer.line("\(untrusted: id) is \(untrusted: state.rawValue) again.")
        }
    }
}
