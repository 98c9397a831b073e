import ArgumentParser
import Core
import Session
import Store
import Text

struct AssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Keep submissions for the assessors who are to read them.",
        discussion: """
            What is assigned is offered to its assessor first by claim --next, and nobody else can claim it until the \
            assignment is over. --auto shares out what waits by everybody's load, within districts and conflicts; \
            --dry-run prints how and changes nothing; --undo takes the last run back.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String?
    @Argument(help: ArgumentHelp("The assessor.", valueName: "person"))
    var person: String?
    @Flag(help: "Share out what waits, nearest deadline first.")
    var auto = false
    @Flag(help: "Print the plan and change nothing.")
    var dryRun = false
    @Flag(help: "Take the last run back.")
    var undo = false
    @Option(help: ArgumentHelp("At most so many submissions.", valueName: "n"))
    var limit: Int = 100
    @Option(help: ArgumentHelp("How many business days they are kept.", valueName: "n"))
    var days = Policy.assignmentDays

    func validate() throws {
        let ways = (id != nil ? 1 : 0) + (auto ? 1 : 0) + (undo ? 1 : 0)
        guard ways == 1 else { throw ValidationError("Name a submission and a person, or ask for --auto or --undo.") }
        guard (id == nil) == (person == nil) else { throw ValidationError("Name the person who is to read it, too.") }
        guard !dryRun || auto else { throw ValidationError("--dry-run goes with --auto.") }
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit takes 1 to 10000, not \(limit).") }
        guard (1...60).contains(days) else { throw ValidationError("--days takes 1 to 60, not \(days).") }
    }

    func run() throws {
        let desk = try Desk(front)
        if undo {
            let lines = try desk.store.undoAssignment(as: desk.caller, now: desk.now)
            if output.json {
                Printer.json(.object([("undone", .array(lines.map(\.json)))]))
            } else {
                for line in lines { Printer.line("\(untrusted: line.submission)  \(untrusted: line.person)") }
                Printer.message("Took \(lines.count) assignment\(lines.count == 1 ? "" : "s") back.")
            }
            return
        }
        let report =
            if let id, let person {
                try desk.store.assign(id, to: person, days: days, as: desk.caller, now: desk.now)
            } else {
                try desk.store.assignAutomatically(
                    limit: limit, days: days, dryRun: dryRun, as: desk.caller, now: desk.now)
            }
        if output.json { Printer.json(report.json(dryRun: dryRun)) } else { report.printText(dryRun: dryRun) }
    }
}

extension AssignmentPlan.Line {
    fileprivate var json: JSON { .object([("id", .string(submission)), ("assessor", .string(person))]) }
}

extension AssignmentReport {
    fileprivate func json(dryRun: Bool) -> JSON {
        .object([
            ("dryRun", .bool(dryRun)), ("until", .string(until.rfc3339)), ("assigned", .array(lines.map(\.json))),
            ("left", .array(left.map(JSON.string))),
            ("loads", .object(loads.sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) })),
        ])
    }

    fileprivate func printText(dryRun: Bool) {
        if !lines.isEmpty {
            Table(
                columns: [.init(title: "id"), .init(title: "assessor")],
                rows: lines.map { [SafeText(untrusted: $0.submission), SafeText(untrusted: $0.person)] }
            ).print()
        }
        for id in left { Printer.message("\(untrusted: id): nobody may read it.") }
        let count: SafeText = "\(lines.count) submission\(lines.count == 1 ? "" : "s")"
        Printer.message(
            dryRun
                ? "Would keep \(count) until \(untrusted: until.rfc3339); nothing was changed."
                : "Kept \(count) until \(untrusted: until.rfc3339).")
    }
}
