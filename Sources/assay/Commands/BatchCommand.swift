import ArgumentParser
import Core
import Session
import Store
import Text

struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Hold approval sessions: plan, hold back, sign.",
        discussion: """
            A session is a list of submissions, frozen when it is made. Nothing changes until it is signed; what has \
            changed since it was planned is refused until it is planned again.

            assay batch new october --district 'Floyd County'
            assay batch plan october
            assay batch hold october eec-2026-000123 --reason 'ask the reader'
            assay batch sign october
            """,
        subcommands: [
            BatchNewCommand.self, BatchListCommand.self, BatchPlanCommand.self, BatchHoldCommand.self,
            BatchUnholdCommand.self, BatchSignCommand.self,
        ])
}

struct BatchNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a session of what is ready, or of what the filters say.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("What it is called.", valueName: "name"))
    var name: String
    @Option(help: ArgumentHelp("Only this state; may be repeated; ready by default.", valueName: "state"))
    var state: [SubmissionState] = []
    @Option(help: ArgumentHelp("Only this micro-credential.", valueName: "id"))
    var microCredential: String?
    @Option(help: ArgumentHelp("Only this district.", valueName: "name"))
    var district: String?
    @Option(help: ArgumentHelp("Only what this person scored last.", valueName: "person"))
    var assessor: String?
    @Flag(help: "Only what is past its deadline and still open.")
    var overdue = false
    @Option(help: ArgumentHelp("Only what contains all these words; the last may be a beginning.", valueName: "text"))
    var search: String?

    func run() throws {
        let desk = try Desk(front)
        var filter = QueueFilter()
        filter.states = SubmissionStates(state)
        filter.microCredential = microCredential
        filter.district = district
        filter.assessor = assessor
        filter.overdue = overdue
        filter.search = search
        let made = try desk.store.makeBatch(name, filter, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(made.json)
        } else {
            Printer.line(
                "\(untrusted: name) holds \(made.items) submission\(made.items == 1 ? "" : "s"); assay batch plan says what signing would do."
            )
        }
    }
}

struct BatchListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the sessions, newest first.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: ListOptions

    func run() throws {
        let desk = try Desk(front)
        let sessions = try desk.store.batches(as: desk.caller)
        if output.json {
            Printer.json(.object([("sessions", .array(sessions.map(\.json)))]))
        } else if output.tsv {
            Printer.tsv(["name", "madeBy", "madeAt", "plannedAt", "selection", "items", "held", "signedCount"])
            for session in sessions { Printer.tsv(session.fields) }
        } else if sessions.isEmpty {
            Printer.message("There are no batch sessions; assay batch new NAME makes one.")
        } else {
            var table = Table(columns: [
                .init(title: "name"), .init(title: "items", isNumber: true), .init(title: "held", isNumber: true),
                .init(title: "signed", isNumber: true), .init(title: "made by"), .init(title: "made at"),
                .init(title: "of"),
            ])
            table.rows = sessions.map { session in
                [
                    SafeText(untrusted: session.name), "\(session.items)", "\(session.held)", "\(session.signed)",
                    SafeText(untrusted: session.madeBy), SafeText(untrusted: session.madeAt.rfc3339),
                    SafeText(untrusted: session.selection),
                ]
            }
            table.print()
        }
    }
}

struct BatchPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Say exactly what signing would do: a dry run.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: ListOptions
    @Argument(help: ArgumentHelp("The session.", valueName: "name"))
    var name: String
    @Flag(help: "First take into the plan what has changed since it was made.")
    var refresh = false

    func run() throws {
        let desk = try Desk(front)
        if refresh { _ = try desk.store.planBatchAgain(name, as: desk.caller, now: desk.now) }
        let plan = try desk.store.batchPlan(name, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(plan.json)
        } else if output.tsv {
            Printer.tsv(["id", "verdict", "reason"])
            for line in plan.lines { Printer.tsv(line) }
        } else {
            var table = Table(columns: [.init(title: "id"), .init(title: "verdict"), .init(title: "reason")])
            table.rows = plan.lines
            table.print()
            Printer.message(plan.words)
        }
    }
}

struct BatchHoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Keep a submission of a session back from signing.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The session.", valueName: "name"))
    var name: String
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String
    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var reason: String

    func run() throws {
        let desk = try Desk(front)
        try desk.store.hold(id, in: name, reason: reason, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(.object([("name", .string(name)), ("id", .string(id)), ("held", .string(reason))]))
        } else {
            Printer.line("\(untrusted: id) is held.")
        }
    }
}

struct BatchUnholdCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unhold", abstract: "Let a submission that is held be signed again.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The session.", valueName: "name"))
    var name: String
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String

    func run() throws {
        let desk = try Desk(front)
        try desk.store.unhold(id, in: name, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(.object([("name", .string(name)), ("id", .string(id)), ("held", .null)]))
        } else {
            Printer.line("\(untrusted: id) is not held any more.")
        }
    }
}

struct BatchSignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Award what the plan says would be signed, one by one.",
        discussion: """
            Each award is complete by itself. Stopped at any moment, the same command goes on where it stopped, without \
            signing twice or leaving one out. Where the plan is widened meanwhile (something held is let go, changes are \
            taken in, the policy is another), signing ends there. What is refused stays as it is and is named; while for that nothing of the \
            session is signed at all, the exit status is 1.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The session.", valueName: "name"))
    var name: String

    @Option(
        help: ArgumentHelp("Sign only the plan that was looked at: the version of batch plan --json.", valueName: "n"))
    var baseVersion: Int?

    func run() throws {
        let desk = try Desk(front)
        try desk.caller.require(.signBatch)
        let (session, counts) = try desk.store.batchCounts(name, as: desk.caller, now: desk.now)
        var bar = ProgressBar(isShown: Printer.errorIsTerminal)
        let done = try desk.store.signBatch(
            name, base: baseVersion ?? session.version, as: desk.caller, now: { Clock.now }
        ) { progress in
            bar.show(progress.signed, of: counts.toSign)
            return true
        }
        bar.clear()
        if output.json {
            Printer.json(
                .object([
                    ("signed", .int(done.signed)), ("held", .int(counts.held)),
                    ("refused", .array(done.refused.map(\.json))),
                ]))
        } else {
            for refused in done.refused {
                Printer.message("\(untrusted: refused.id) is not signed: \(untrusted: refused.refusal.words).")
            }
            Printer.line("\(done.signed) signed, \(counts.held) held, \(done.refused.count) refused.")
        }
        if session.signed + done.signed == 0, !done.refused.isEmpty { throw Status.Exit(code: Status.refused) }
    }
}
