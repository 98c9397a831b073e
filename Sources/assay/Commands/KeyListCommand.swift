import ArgumentParser
import Console
import Session

/// For `make docs`: the keys of README and of the man page come from the program's own table.
struct KeyListCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, roff }

    static let configuration = CommandConfiguration(
        commandName: "key-list", abstract: "Print the console's keys as a list.", shouldDisplay: false)

    @OptionGroup var front: FrontOptions
    @Option(help: "How to write it.")
    var format = Format.markdown

    func run() throws {
        switch format {
        case .markdown: Printer.raw(KeyList.markdown())
        case .roff: Printer.raw(KeyList.roff())
        }
    }
}
