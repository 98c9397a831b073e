import ArgumentParser
import Core
import Session
import Text

struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Letters to earners about what was decided.",
        subcommands: [OutboxExportCommand.self])
}

struct OutboxExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a letter for each decision that has not gone out yet.",
        discussion: """
            Each letter is two files, letter-ID.md and letter-ID.html, readable by you alone. A letter goes out once; what \
            went out is in the log. Templates letter.md.mustache and letter.html.mustache are taken from --templates, \
            else $XDG_CONFIG_HOME/assay/templates, else the share folder.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The folder they go to; made where it is missing.", valueName: "dir"))
    var folder: String
    @Flag(help: "Also the letters that have gone out already.")
    var again = false
    @Option(help: ArgumentHelp("Only the letter about this submission; may be given several times.", valueName: "id"))
    var submission: [String] = []
    @Option(help: ArgumentHelp("A folder with the programme's own templates.", valueName: "dir"))
    var templates: String?

    func run() throws {
        let desk = try Desk(front)
        try desk.caller.require(.exportLetters)
        if desk.setting.isRestricted { throw Refusal.rule("A restricted session writes no files.") }
        let form = try TemplateShelf.form(folder: templates, setting: desk.setting)
        var bar = ProgressBar(isShown: Printer.errorIsTerminal)
        let report = try OutboxRun(store: desk.store, caller: desk.caller, now: desk.now, form: form)
            .export(to: folder, again: again, only: submission.isEmpty ? nil : submission) { bar.show($0, of: $1) }
        bar.clear()
        if output.json {
            Printer.json(report.json)
        } else {
            for item in report.refused { Printer.message("\(untrusted: item.id): \(untrusted: item.reason)") }
            let count = report.sent.count
            Printer.message(
                count == 0
                    ? "No letter was written."
                    : "Wrote \(count) letter\(count == 1 ? "" : "s") to \(untrusted: folder).")
        }
        if !report.refused.isEmpty { throw Status.Exit(code: Status.refused) }
    }
}

extension OutboxRun.Report {
    fileprivate var json: JSON {
        .object([
            ("exported", .int(sent.count)),
            (
                "letters",
                .array(
                    sent.map { letter in
                        .object([
                            ("id", .string(letter.id)), ("decision", .string(letter.decision.rawValue)),
                            ("files", .array(letter.files.map(JSON.string))),
                        ])
                    })
            ),
            (
                "refused",
                .array(refused.map { .object([("id", .string($0.id)), ("reason", .string($0.reason))]) })
            ),
        ])
    }
}
