import ArgumentParser
import Core
import Session
import Text

struct ClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Take a submission to score, so that nobody else does.",
        discussion: """
            A claim lapses after the policy's leaseMinutes without activity; claiming again renews it. A coordinator \
            can end somebody else's claim, on the record: --take-over with a reason frees the submission, or gives it \
            to the assessor that --to names. Drafts are kept.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String?
    @Flag(help: "The nearest due that you may judge.")
    var next = false
    @Flag(help: "End the claim that somebody else holds.")
    var takeOver = false
    @Option(
        help: ArgumentHelp("With --take-over: who has it then; without, anybody may claim it.", valueName: "person"))
    var to: String?
    @Option(help: ArgumentHelp("With --take-over: why, for the record.", valueName: "text"))
    var reason: String?

    func validate() throws {
        guard (id == nil) == next else { throw ValidationError("Name one submission, or ask for --next.") }
        guard takeOver || (to == nil && reason == nil) else {
            throw ValidationError("--to and --reason go with --take-over.")
        }
        if takeOver, next || reason == nil {
            throw ValidationError("--take-over takes one submission and a --reason.")
        }
    }

    func run() throws {
        let desk = try Desk(front)
        if takeOver, let id, let reason { return try takeOver(id, reason, desk) }
        let claim =
            if let id {
                try desk.store.claim(id, as: desk.caller, now: desk.now)
            } else {
                try desk.store.claimNext(as: desk.caller, now: desk.now)
            }
        if output.json {
            Printer.json(claim.json)
        } else {
            Printer.line("\(untrusted: claim.submission) is yours until \(untrusted: claim.expiresAt.rfc3339).")
        }
    }
}

extension ClaimCommand {
    private func takeOver(_ id: String, _ reason: String, _ desk: Desk) throws {
        let taken = try desk.store.takeOver(id, for: to, reason: reason, as: desk.caller, now: desk.now)
        let claim = taken.claim
        if output.json {
            Printer.json(
                .object([
                    ("id", .string(id)), ("claimedBy", .optional(claim?.assessor)),
                    ("expiresAt", .optional(claim?.expiresAt.rfc3339)), ("takenFrom", .string(taken.takenFrom)),
                ]))
        } else if let claim {
            Printer.line(
                "\(untrusted: id) is \(untrusted: claim.assessor)'s until \(untrusted: claim.expiresAt.rfc3339).")
        } else {
            Printer.line("\(untrusted: id) is free; \(untrusted: taken.takenFrom) held it.")
        }
    }
}

struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Give a claim back; a draft scorecard is kept.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String

    func run() throws {
        let desk = try Desk(front)
        try desk.store.release(id, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(.object([("id", .string(id)), ("released", .bool(true))]))
        } else {
            Printer.message("Released \(untrusted: id).")
        }
    }
}
