import ArgumentParser
import Core
import Session
import Text

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a consistent copy of the store while others go on working.",
        discussion:
            "The copy is a store like any other: assay --store FILE log --verify. A file that is there is left alone without --replace."
    )

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("Where the copy goes.", valueName: "file"))
    var file: String

    @Flag(help: "Put the copy in the place of a file that is there.")
    var replace = false

    func run() throws {
        let desk = try Desk(front)
        try desk.store.backup(to: file, replacing: replace, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(.object([("file", .string(file))]))
        } else {
            Printer.message("Copied the store to \(untrusted: file).")
        }
    }
}
