import ArgumentParser
import Core
import Session
import Text

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in micro-credentials, policy, people and submissions.",
        discussion: """
            PATH is a file, a folder, or a folder of folders: micro-credential, policy and people files (.yaml), folders \
            with a submission.json, and .jsonl files with one submission a line. One bad item never stops the good ones: \
            it is named, and the exit status is 65. Importing the same again changes nothing.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
    var paths: [String]
    @Flag(help: "Check everything and store nothing.")
    var dryRun = false

    func run() throws {
        let desk = try Desk(front)
        let run = ImportRun(store: desk.store, caller: desk.caller, now: desk.now, dryRun: dryRun)
        var bar = ProgressBar(isShown: !output.json && Printer.errorIsTerminal)
        let report = try run.run(paths) { done, all in bar.show(done, of: all) }
        bar.clear()
        if output.json { Printer.json(report.json) } else { report.printText(dryRun: dryRun) }
        if let status = report.status { throw Status.Exit(code: status) }
    }
}

extension ImportReport {
    /// 77 where the caller's roles allowed none of it, 65 where some of it was refused; nil where all went in.
    fileprivate var status: Int32? {
        if refused.isEmpty { return nil }
        let none = imported == 0 && unchanged == 0
        return none && refused.allSatisfy(\.isRole) ? Status.role : Status.partlyRefused
    }

    fileprivate var json: JSON {
        .object([
            ("imported", .int(imported)), ("unchanged", .int(unchanged)),
            ("warnings", .array(warnings.map(JSON.string))),
            (
                "refused",
                .array(
                    refused.map { fault in
                        .object([
                            ("path", .string(fault.path)), ("line", fault.line.map(JSON.int) ?? .null),
                            ("item", .optional(fault.item)), ("reason", .string(fault.reason)),
                        ])
                    })
            ),
        ])
    }

    fileprivate func printText(dryRun: Bool) {
        for warning in warnings { Printer.message("warning: \(untrusted: warning)") }
        for fault in refused {
            let place: SafeText = fault.line.map { ", line \($0)" } ?? .empty
            let item: SafeText = fault.item.map { " (\(untrusted: $0))" } ?? .empty
            Printer.message("refused: \(untrusted: fault.path)\(place)\(item): \(untrusted: fault.reason)")
        }
        let verb: SafeText = dryRun ? "would import" : "imported"
        Printer.line("\(verb) \(imported), unchanged \(unchanged), refused \(refused.count)")
    }
}
