import ArgumentParser
import Core
import Intake
import Session
import Text

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a store; you become its admin.",
        discussion: """
            As long as nobody else is in the store, you hold every role, so that you can try it alone. Import a people \
            file to bring the others in.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Option(help: ArgumentHelp("A policy file; without it, the defaults.", valueName: "file"))
    var policy: String?
    @Option(help: ArgumentHelp("The programme's name, shown on the first line of the console.", valueName: "text"))
    var name: String = ""

    func run() throws {
        let setting = Setting(front)
        try StoreDoor.create(setting, policyFile: policy, programme: name)
        if output.json {
            Printer.json(.object([("store", .string(setting.store)), ("admin", .string(setting.person))]))
        } else {
            Printer.message("Made the store \(untrusted: setting.store); \(untrusted: setting.person) is its admin.")
        }
    }
}
