import Core
import Foundation
import Testing

@testable import Store

@Suite struct BatchSpeedTests {
    /// Signing costs what as many bare decisions cost, one by one, and little more. `ASSAY_SIGNINGS` sets how many are
    /// measured; with few, only the two rates' ratio means anything.
    @Test func signingKeepsUpWithBareDecisions() throws {
        let count = ProcessInfo.processInfo.environment["ASSAY_SIGNINGS"].flatMap { Int($0) } ?? 200
        let now = Scratch.dawn
        let scratch = try Scratch()
        let ids = (0..<2 * count).map { "s-\(1_000_000 + $0)" }
        try scratch.add(ids.map { Scratch.submission($0) })
        let ana = try scratch.caller("ana")
        let eve = try scratch.caller("eve")
        for id in ids { _ = try scratch.store.score(id, Scratch.levels(), base: nil, submit: true, as: ana, now: now) }
        let session = try scratch.store.makeBatch("all", QueueFilter(), as: eve, now: now)
        #expect(session.items == 2 * count)
        // In turns, so that whatever else the machine does weighs on both alike.
        var bare = Duration.zero
        var signing = Duration.zero
        var progress = BatchProgress()
        var decided = 0
        let chunk = max(1, count / 10)
        while decided < count {
            bare += try ContinuousClock().measure {
                for id in ids.suffix(count).dropFirst(decided).prefix(chunk) {
                    _ = try scratch.store.decide(id, .award, reason: "ok", as: eve, now: now)
                }
            }
            signing += try ContinuousClock().measure {
                progress = try scratch.store.signBatch("all", after: progress.position, as: eve, now: { now }) {
                    $0.signed < chunk
                }
            }
            decided += chunk
        }
        let share = bare / signing
        print("\(count) decided in \(bare), signed in \(signing): share \(share)")
        #expect(share >= 0.4)
    }
}
