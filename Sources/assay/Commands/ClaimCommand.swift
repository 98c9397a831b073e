import ArgumentParser
import Core
import Session
import Text

struct ClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim",
        abstract: "Take a submission to score, so that nobody else does.",
        discussion: "A claim lapses after the policy's leaseMinutes without activity; claiming again renews it.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String?
    @Flag(help: "The nearest due that you may judge.")
    var next = false

    func validate() throws {
        guard (id == nil) == next else { throw ValidationError("Name one submission, or ask for --next.") }
    }

    func run() throws {
        let desk = try Desk(front)
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
