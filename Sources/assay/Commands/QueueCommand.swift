import ArgumentParser
import Core
import Session
import Store
import Text

struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List submissions, nearest deadline first.",
        discussion: "Shows what is pending unless --state or --assessor asks for something else.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: ListOptions
    @Option(help: ArgumentHelp("A state; may be given several times.", valueName: "state"))
    var state: [SubmissionState] = []
    @Option(help: ArgumentHelp("Only this micro-credential.", valueName: "id"))
    var microCredential: String?
    @Option(help: ArgumentHelp("Only this district.", valueName: "name"))
    var district: String?
    @Option(
        help: ArgumentHelp(
            "Only what this person holds, or scored last; any state unless --state.", valueName: "person"))
    var assessor: String?
    @Flag(help: "Only what is past its deadline and still open.")
    var overdue = false
    @Option(help: ArgumentHelp("Only what contains all these words; the last may be a beginning.", valueName: "text"))
    var search: String?
    @Option(help: "Order of the list.")
    var sort: QueueSort = .due
    @Option(help: ArgumentHelp("At most so many rows.", valueName: "n"))
    var limit = 50
    @Option(help: ArgumentHelp("Go on after the place that --json gave as next.", valueName: "cursor"))
    var after: String?

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit takes 1 to 10000, not \(limit).") }
    }

    func run() throws {
        let desk = try Desk(front)
        var filter = QueueFilter()
        filter.states = SubmissionStates(state)
        filter.microCredential = microCredential
        filter.district = district
        filter.assessor = assessor
        filter.overdue = overdue
        filter.search = search
        var request = QueueRequest(filter: filter, sort: sort, limit: limit)
        if let after {
            guard let cursor = QueueCursor(text: after), cursor.fits(sort) else {
                throw ValidationError("--after takes what --json gave as next for the same --sort, not '\(after)'.")
            }
            request.anchor = .after(cursor)
        }
        let page = try desk.store.queue(request, as: desk.caller, now: desk.now)
        let total = try page.total ?? desk.store.queueTotal(filter, as: desk.caller, now: desk.now)
        let next = page.hasMoreAfter ? page.rows.last?.cursor(for: sort).text : nil
        if output.json {
            Printer.json(
                .object([
                    ("total", .int(total)), ("rows", .array(page.rows.map { $0.json(now: desk.now) })),
                    ("next", .optional(next)),
                ]))
        } else if output.tsv {
            Printer.tsv(QueueRow.fieldNames)
            for row in page.rows { Printer.tsv(row.fields(now: desk.now)) }
        } else {
            page.printTable(total: total, now: desk.now)
        }
    }
}

extension SubmissionState: ExpressibleByArgument {}
extension QueueSort: ExpressibleByArgument {}

extension QueuePage {
    fileprivate func printTable(total: Int, now: Instant) {
        if rows.isEmpty {
            Printer.message("Nothing is waiting here.")
            return
        }
        var table = Table(columns: [
            .init(title: "due"), .init(title: "id"), .init(title: "micro-credential"), .init(title: "district"),
            .init(title: "try", isNumber: true), .init(title: "state"), .init(title: "who"),
        ])
        for row in rows {
            table.rows.append([
                row.isOverdue(at: now) ? "\(untrusted: row.dueAt.rfc3339) late" : "\(untrusted: row.dueAt.rfc3339)",
                SafeText(untrusted: row.id), SafeText(untrusted: row.title), SafeText(untrusted: row.district),
                "\(row.attempt)", SafeText(untrusted: row.state.rawValue), row.who,
            ])
        }
        table.print()
        if total > rows.count { Printer.message("\(rows.count) of \(total)") }
    }
}
