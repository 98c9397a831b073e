import Core
import Testing

@testable import Store

/// What a sitting costs follows what is on the screen, never the size of the session.
@Suite struct BatchFlatnessTests {
    let now = Scratch.dawn

    private typealias Work = SQLiteMeter.Counts

    private func measure(_ count: Int) throws -> [String: Work] {
        let scratch = try Scratch()
        let ids = (0..<count).map { "s-\(1_000_000 + $0)" }
        try scratch.add(ids.map { Scratch.submission($0) })
        let ana = try scratch.caller("ana")
        let eve = try scratch.caller("eve")
        for id in ids { _ = try scratch.store.score(id, Scratch.levels(), base: nil, submit: true, as: ana, now: now) }
        #expect(try scratch.store.makeBatch("all", QueueFilter(), as: eve, now: now).items == count)
        let store = try scratch.metered()
        let meter = scratch.meter
        var works: [String: Work] = [:]
        func measure(_ name: String, _ body: () throws -> Void) rethrows {
            works[name] = try meter.counting(body)
            #expect(meter.counts.rows > 0, "\(name) is measured")
        }
        let anchors: [(String, BatchRequest.Anchor)] = [
            ("first", .first), ("last", .last), ("after", .after(count / 2)), ("before", .before(count / 2)),
            ("at", .at(count / 2)),
        ]
        for (name, anchor) in anchors {
            try measure("the page \(name)") {
                let page = try store.batchPage(
                    BatchRequest(name: "all", anchor: anchor, limit: 10), as: eve, now: now)
                #expect(page.items.count == 10)
            }
        }
        try measure("the list of sessions") { _ = try store.batches(as: eve) }
        try measure("a hold") { try store.hold(ids[3], in: "all", reason: "ask", as: eve, now: now) }
        var progress = BatchProgress(position: count / 2)
        for turn in 0..<2 {
            try measure("signing item \(turn)") {
                progress = try store.signBatch(
                    "all", after: progress.position, as: eve, now: { now }, goesOn: { _ in false })
                #expect(progress.signed == 1)
            }
        }
        return works
    }

    @Test func aSittingCostsNoMoreInALargerSession() throws {
        let small = try measure(60)
        let large = try measure(600)
        for (name, work) in large {
            guard let before = small[name] else { continue }
            #expect(
                work.rows <= before.rows && work.steps <= before.steps * 5 / 4 + 100,
                "\(name): \(before) at 60 and \(work) at 600")
        }
    }
}
