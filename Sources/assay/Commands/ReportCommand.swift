import ArgumentParser
import Core
import Session
import Store
import Text

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report for a superintendent or a state: one page, and its numbers as CSV.",
        discussion: """
            report.html needs nothing beside itself and can be printed. It tells awards and credit by district and month, \
            pass rates by try, turnaround against the promise, and the agreement of two readers; nobody is named.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The folder it goes to; made where it is missing.", valueName: "dir"))
    var folder: String

    func run() throws {
        let desk = try Desk(front)
        try desk.caller.require(.report)
        if desk.setting.isRestricted { throw Refusal.rule("A restricted session writes no files.") }
        var bar = ProgressBar(isShown: Printer.errorIsTerminal)
        let figures = try desk.store.report(as: desk.caller, now: desk.now) { bar.show($0, of: $1) }
        bar.clear()
        let files = try ReportRun.write(figures, to: folder)
        if output.json {
            Printer.json(
                .object([
                    ("files", .array(files.map(JSON.string))), ("decided", .int(figures.total.all)),
                    ("awarded", .int(figures.total[.award])),
                    ("passRate", .optional(figures.total.passRate)), ("withinPromise", .optional(figures.shareInTime)),
                    ("percent", .optional(figures.agreement.percent)),
                    ("cohenKappa", .optional(figures.agreement.cohenKappa)),
                ]))
        } else {
            Printer.message("Wrote \(untrusted: folder)/\(untrusted: ReportRun.page) and \(files.count - 1) tables.")
        }
    }
}

extension JSON {
    fileprivate static func optional(_ number: Double?) -> JSON { number.map(JSON.double) ?? .null }
}
