import ArgumentParser
import Console
import Core
import Screen
import Session
import Text

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how the queue stands: states, what is late, throughput, forecast.",
        discussion: """
            Due soon is what is due today or on one of the next 2 business days. The forecast goes on at the mean rate of \
            decisions of the last 10 business days, nearest deadline first; willBreach counts what is not late yet and \
            will be when its turn comes. Throughput covers 90 days.

            For cron, which sends what is printed:  assay status --overdue --quiet || assay status
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: ListOptions
    @Option(
        help: ArgumentHelp(
            "The table: \(StatusReport.Grouping.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "what"))
    var by: StatusReport.Grouping = .district
    @Flag(help: "Print again whenever the store changes, until interrupted; with --json, a value each time.")
    var watch = false
    @Flag(help: "Only how many are past their deadline; exit 1 when any is.")
    var overdue = false
    @Flag(help: "With --overdue: print nothing.")
    var quiet = false

    func validate() throws {
        if quiet, !overdue { throw ValidationError("--quiet goes with --overdue.") }
        if overdue, watch || output.tsv { throw ValidationError("--overdue goes with neither --watch nor --tsv.") }
    }

    func run() throws {
        let desk = try Desk(front)
        if overdue { return try runOverdue(desk) }
        var changes = try StoreWatch(desk.store)
        var shown = try desk.store.status(by: by, as: desk.caller, now: desk.now)
        // Asked before it is printed for: a terminal that is resized in between is another one.
        var size = watch ? Corner.size : nil
        print(shown, size, isAgain: false)
        while watch {
            let change = try changes.next { Corner.size != size }
            size = Corner.size
            // Asked as whoever it is by now: a role taken away ends the watch.
            let caller = try desk.store.caller(desk.caller.id)
            let report = try desk.store.status(by: by, as: caller, now: Clock.now)
            var same = report
            same.now = shown.now
            if change != .clock || same != shown { print(report, size, isAgain: true) }
            shown = report
        }
    }

    private func runOverdue(_ desk: Desk) throws {
        let count = try desk.store.overdue(as: desk.caller, now: desk.now)
        if !quiet {
            if output.json {
                Printer.json(.object([("overdue", .int(count))]))
            } else {
                Printer.line("\(Numbers.grouped(count)) overdue")
            }
        }
        if count > 0 { throw Status.Exit(code: Status.refused) }
    }

    /// - Parameter size: of the terminal that is watched.
    private func print(_ report: StatusReport, _ size: Size?, isAgain: Bool) {
        if output.json {
            Printer.json(report.json)
        } else if output.tsv {
            Printer.tsv(StatusReport.Group.fieldNames)
            for group in report.groups { Printer.tsv(group.fields) }
        } else {
            if let size { return Corner.show(report.page, size) }
            if isAgain { Printer.line() }
            for line in report.page { Printer.line(line) }
        }
    }
}

extension StatusReport.Grouping: ExpressibleByArgument {}

extension StatusReport {
    fileprivate var page: [SafeText] {
        let counts = SubmissionState.allCases.filter { count($0) > 0 }
            .map { "\(Numbers.grouped(count($0))) \(untrusted: $0.rawValue)" as SafeText }
        var page: [SafeText] = [
            counts.isEmpty ? "There are no submissions yet." : counts.joined(separator: "   "),
            "\(Numbers.grouped(overdue)) overdue   \(Numbers.grouped(dueSoon)) due soon, by \(untrusted: soonThrough.text)",
        ]
        if let oldestDueAt { page.append("The first deadline is \(untrusted: oldestDueAt.rfc3339).") }
        if open > 0 {
            page.append("days left   " + Spread(deadlines.map { ($0.daysLeft, $0.n) }, .daysLeft).words)
            page.append("days old    " + Spread(ages.map { ($0.days, $0.n) }, .daysOld).words)
        }
        page.append(forecast.sentence)
        if groups.isEmpty { return page }
        var table = Table(
            columns: [.init(title: SafeText(untrusted: grouping.rawValue))]
                + (["pending", "claimed", "ready", "overdue", "awarded", "returned"] as [SafeText])
                .map { .init(title: $0, isNumber: true) })
        table.rows = groups.map { group in Array(group.fields.prefix(7)) }
        return page + [.empty] + table.lines
    }
}
