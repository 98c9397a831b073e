import Core

/// Verifies the record: that its chain is whole, and that the tables hold what it says, no more, no less, nothing else.
///
/// The chain alone can't tell that all of it, or its end together with its head, is gone: it is the tables that know.
struct LogAudit {
    let database: any Database
    /// Called with events read and events to read.
    let progress: (Int, Int) -> Void

    init(_ database: any Database, progress: @escaping (Int, Int) -> Void = { _, _ in }) {
        self.database = database
        self.progress = progress
    }

    func verify() throws -> LogVerification {
        let head = try LogWalk.head(database)
        // Each event is read twice: in the chain's order, and submission by submission.
        let all = 2 * max(0, min(Int(clamping: head.n), .max / 2))
        var register = Register()
        let chain = try LogWalk(database).walk { event in
            register.take(event)
            if event.n & 255 == 0 { progress(Int(clamping: event.n), all) }
        }
        var problems = AuditProblems(next: chain.end.n + 1)
        if let fault = chain.fault { problems.chain(fault) }
        try register.compare(database, &problems)
        var read = all / 2
        try DossierWalk(database).run(&problems) {
            read += 1
            if read & 255 == 0 { progress(read, all) }
        }
        let broken = chain.brokenAt ?? problems.place
        return LogVerification(
            events: head.n, head: hex(head.hash), ok: broken == nil, brokenAt: broken, problems: problems.all)
    }
}

/// An event as it is stored, without its hash.
struct AuditEvent {
    var n: Int64
    var at: Int64
    var who: String
    var kind: LogKind?
    /// UTF-8 of a JSON object.
    var detail: [UInt8]

    /// Nil where it is no JSON of ours.
    var fields: JSONScan? { JSONScan(detail) }
}
