import Core
import Glibc
import Store

/// Signing a batch session against as many bare decisions, one by one, in turns in the same store.
struct Signings {
    /// Milliseconds an item, a value a turn.
    private(set) var signed: [Double] = []
    private(set) var decided: [Double] = []
    private static let turns = 10

    init(_ bench: Bench, count: Int) throws {
        let path = "\(bench.folder)/signing.db"
        unlink(path + ".stamp")
        try Fill(path: path, rows: 0).run()
        defer { for suffix in ["", "-wal", "-shm", ".stamp"] { unlink(path + suffix) } }
        let store = try Fill.open(path)
        // Two people, so that the rules that need a second person bind.
        let people = [
            Person(id: "reader", name: "Reader", roles: [.assessor]),
            Person(id: "signer", name: "Signer", roles: [.approver, .coordinator]),
        ]
        _ = try store.importPeople(people, as: try store.caller(Fill.user), now: Fill.later)
        let signer = try store.caller("signer")
        try Signings.fill(store, count: 2 * count)
        _ = try store.makeBatch("bench", QueueFilter(), as: signer, now: Fill.later)
        // In the plan's order: signing takes the first half, the bare decisions the second.
        let ids = try store.batchPlan("bench", as: signer, now: Fill.later).willSign
        guard ids.count == 2 * count else {
            throw BenchFault("\(ids.count) of \(2 * count) submissions can be signed.")
        }
        var progress = BatchProgress()
        let chunk = max(1, count / Signings.turns)
        for turn in 0..<Signings.turns {
            let from = now()
            for id in ids.dropFirst(count + turn * chunk).prefix(chunk) {
                _ = try store.decide(id, .award, reason: "As scored.", as: signer, now: Fill.later)
            }
            let middle = now()
            progress = try store.signBatch(
                "bench", after: progress.position, as: signer, now: { Fill.later }, goesOn: { $0.signed < chunk })
            guard progress.signed == chunk else { throw BenchFault("\(progress.signed) of \(chunk) were signed.") }
            signed.append((now() - middle).milliseconds / Double(chunk))
            decided.append((middle - from).milliseconds / Double(chunk))
        }
    }

    /// Submissions that have a card and wait for a decision.
    private static func fill(_ store: ReviewStore, count: Int) throws {
        let invention = Invention(rows: count + 1)
        let importer = try store.submissionImporter(as: try store.caller(Fill.user), now: Invention.firstDay)
        // Row 0 is another's: it has a file.
        let rows = 1...count
        for row in rows { _ = try importer.add(invention.submission(row), contents: [:]) }
        try importer.finish()
        let reader = try store.caller("reader")
        let levels = Catalogue.criteria.map { ScoreChange.level(criterion: $0, Catalogue.best) }
        for row in rows {
            _ = try store.score(Invention.id(row), levels, base: nil, submit: true, as: reader, now: Fill.later)
        }
    }
}
