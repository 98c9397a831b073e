import ArgumentParser
import Core
import Session
import Store
import Text

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Print the record of every change, or verify that nobody altered it.",
        discussion: """
            --verify recomputes every hash, and compares what the events say with what is stored: scorecards, decisions, \
            claims, submissions, people. A broken record exits 69 and says at which event. One who rewrites all of the log \
            and all of the store to match is found by the head: note it now and then, elsewhere.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: ListOptions
    @Flag(help: "Walk the whole chain of hashes.")
    var verify = false
    @Option(help: ArgumentHelp("Only events of this submission.", valueName: "id"))
    var submission: String?
    @Option(help: ArgumentHelp("At most so many events, the oldest first.", valueName: "n"))
    var limit: Int?
    @Option(help: ArgumentHelp("Only events after this number.", valueName: "n"))
    var after: Int64 = 0

    func validate() throws {
        if verify, submission != nil || limit != nil || after != 0 || output.tsv {
            throw ValidationError("--verify walks the whole record: it goes with --json only.")
        }
    }

    func run() throws {
        let desk = try Desk(front)
        try desk.caller.require(.seeLog)
        try verify ? runVerify(desk) : runList(desk)
    }

    private func runVerify(_ desk: Desk) throws {
        var bar = ProgressBar(isShown: !output.json && Printer.errorIsTerminal)
        let result = try desk.store.verifyLog { done, all in bar.show(done, of: all) }
        bar.clear()
        if output.json {
            Printer.json(
                .object([
                    ("events", .int(Int(result.events))), ("head", .string(result.head)), ("ok", .bool(result.ok)),
                    ("brokenAt", result.brokenAt.map { .int(Int($0)) } ?? .null),
                    ("problems", .array(result.problems.map(JSON.string))),
                ]))
        } else if let brokenAt = result.brokenAt {
            Printer.line("The log is broken at event \(brokenAt) of \(result.events).")
            for problem in result.problems { Printer.line("  \(untrusted: problem)") }
        } else {
            Printer.line("\(result.events) events, unbroken; head \(untrusted: result.head)")
        }
        if !result.ok { throw Status.Exit(code: Status.storeFault) }
    }

    /// Reads in pages, so that a long record is never held whole.
    private func runList(_ desk: Desk) throws {
        var place = after
        var left = limit ?? Int.max
        var all: [JSON] = []
        if output.tsv { Printer.tsv(["n", "at", "who", "what", "submission", "detail"]) }
        while left > 0 {
            let page = try desk.store.log(
                submission: submission, after: place, limit: min(left, 500), as: desk.caller)
            for event in page {
                if output.json { all.append(event.json) } else { event.printLine(tsv: output.tsv) }
            }
            guard let last = page.last, page.count == min(left, 500) else { break }
            place = last.n
            left -= page.count
        }
        if output.json { Printer.json(.object([("events", .array(all))])) }
    }
}

extension LogEvent {
    fileprivate var json: JSON {
        .object([
            ("n", .int(Int(n))), ("at", .string(at.rfc3339)), ("who", .string(who)), ("what", .string(what)),
            ("submission", .optional(submission)), ("detail", .string(detail)), ("hash", .string(hash)),
        ])
    }

    fileprivate func printLine(tsv: Bool) {
        let fields: [SafeText] = [
            "\(n)", SafeText(untrusted: at.rfc3339), SafeText(untrusted: who), SafeText(untrusted: what),
            SafeText(untrusted: submission ?? ""), SafeText(untrusted: detail),
        ]
        if tsv { Printer.tsv(fields) } else { Printer.line(fields.joined(separator: "  ")) }
    }
}
