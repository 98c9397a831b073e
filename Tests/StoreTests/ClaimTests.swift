import Core
import Foundation
import Synchronization
import Testing

@testable import Store

@Suite struct ClaimTests {
    let now = Scratch.dawn

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch { return (error as? Refusal)?.sentence }
    }

    @Test func aClaimIsHeldRenewedAndGivenBack() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        let ben = try scratch.caller("ben")
        let first = try scratch.store.claim("a", as: ana, now: now)
        #expect(first == Claim(submission: "a", assessor: "ana", expiresAt: now.advanced(bySeconds: 1_800)))
        let later = now.advanced(bySeconds: 60)
        #expect(try scratch.store.claim("a", as: ana, now: later).expiresAt == later.advanced(bySeconds: 1_800))
        #expect(try scratch.store.renew("a", as: ana, now: later).expiresAt == later.advanced(bySeconds: 1_800))
        let until = later.advanced(bySeconds: 1_800).rfc3339
        #expect(
            refusal { _ = try scratch.store.claim("a", as: ben, now: later) } == "a is claimed by ana until \(until).")
        #expect(
            refusal { _ = try scratch.store.renew("a", as: ben, now: later) }
                == "You do not hold a any more; claim it again.")
        #expect(refusal { try scratch.store.release("a", as: ben, now: later) } == "a is claimed by ana, not by you.")
        try scratch.store.release("a", as: ana, now: later)
        #expect(refusal { try scratch.store.release("a", as: ana, now: later) } == "a is not claimed.")
        _ = try scratch.store.claim("a", as: ben, now: later)
        #expect(try scratch.log("a").map(\.what) == ["import-submission", "claim", "release", "claim"])
        #expect(refusal { _ = try scratch.store.claim("zz", as: ana, now: now) } == "There is no submission zz.")
    }

    @Test func aLapsedClaimIsAnybodysOnTheRecord() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        let end = try scratch.store.claim("a", as: ana, now: now).expiresAt
        #expect(refusal { _ = try scratch.store.renew("a", as: ana, now: end) } != nil)
        _ = try scratch.store.claim("a", as: try scratch.caller("ben"), now: end)
        let events = try scratch.log("a")
        #expect(events.map(\.what) == ["import-submission", "claim", "lapse", "claim"])
        #expect(events.map(\.who) == ["root", "ana", "ana", "ben"])
    }

    @Test func conflictsOfInterestAreRefused() throws {
        let scratch = try Scratch()
        try scratch.add([
            Scratch.submission("home", district: "Floyd"),
            Scratch.submission("friend", district: "Pike", email: "ME@example.org"),
            Scratch.submission("other", district: "Knott"), Scratch.submission("fine", district: "Pike"),
        ])
        let cy = try scratch.caller("cy")
        #expect(
            refusal { _ = try scratch.store.claim("home", as: cy, now: now) }
                == "home comes from Floyd, with which you have a conflict of interest.")
        #expect(
            refusal { _ = try scratch.store.claim("friend", as: cy, now: now) }
                == "You have a conflict of interest with friend.")
        #expect(try scratch.store.claimNext(as: cy, now: now).submission == "fine")
        #expect(refusal { _ = try scratch.store.claimNext(as: cy, now: now) } == "There is nothing to claim.")
        _ = try scratch.store.claim("other", as: cy, now: now)
    }

    @Test func theNextIsTheNearestDueThatMayBeJudged() throws {
        var policy = Policy()
        policy.scoring.assessors = 2
        let scratch = try Scratch(policy: policy)
        try scratch.add([
            Scratch.submission("later"), Scratch.submission("sooner", at: now.advanced(bySeconds: -9 * 86_400)),
        ])
        let ana = try scratch.caller("ana")
        let ben = try scratch.caller("ben")
        #expect(try scratch.store.claimNext(as: ana, now: now).submission == "sooner")
        _ = try scratch.store.save(Scratch.levels(), submission: "sooner", base: 0, as: ana, now: now)
        #expect(try scratch.store.submit("sooner", base: nil, as: ana, now: now).1 == .secondRead)
        #expect(try scratch.store.claimNext(as: ana, now: now).submission == "later")
        // What is left waits for a second read, which is not the first reader's.
        #expect(refusal { _ = try scratch.store.claimNext(as: ana, now: now) } == "There is nothing to claim.")
        #expect(
            refusal { _ = try scratch.store.claim("sooner", as: ana, now: now) }
                == "You have scored sooner already; its second read is somebody else's.")
        let second = try scratch.store.claimNext(as: ben, now: now)
        #expect(second.submission == "sooner")
        #expect(try scratch.store.detail("sooner", as: ben, now: now).row.state == .secondRead)
    }

    @Test func onlyAnAssessorClaims() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        #expect(throws: Refusal.role(person: "dot", action: .claim)) {
            _ = try scratch.store.claim("a", as: try scratch.caller("dot"), now: now)
        }
        // A role that was lost since the caller was made no longer counts.
        let ana = try scratch.caller("ana")
        var demoted = ana.person
        demoted.roles = [.author]
        _ = try scratch.store.importPeople([demoted], as: try scratch.caller("root"), now: now)
        #expect(throws: Refusal.role(person: "ana", action: .claim)) {
            _ = try scratch.store.claim("a", as: ana, now: now)
        }
    }

    @Test func ofEightAtOnceOneHasIt() throws {
        let scratch = try Scratch(
            people: (0..<8).map { Person(id: "p\($0)", name: "", roles: [.assessor]) })
        try scratch.add(Scratch.submissions(20))
        let stores = try (0..<8).map { _ in try scratch.again() }
        let won = Mutex<[String: [String]]>([:])
        let taken = Mutex<[String]>([])
        let unexpected = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            do {
                let caller = try stores[number].caller("p\(number)")
                for round in 0..<10 {
                    let id = "s-00000\(round)"
                    do {
                        let claim = try stores[number].claim(id, as: caller, now: now)
                        won.withLock { $0[id, default: []].append(claim.assessor) }
                    } catch Refusal.rule(let sentence) where sentence.contains("is claimed by") {}
                }
                while true {
                    let claim = try stores[number].claimNext(as: caller, now: now)
                    taken.withLock { $0.append(claim.submission) }
                }
            } catch Refusal.rule("There is nothing to claim.") {} catch {
                unexpected.withLock { $0.append("\(error)") }
            }
        }
        #expect(unexpected.withLock { $0 } == [])
        let winners = won.withLock { $0 }
        #expect(winners.count == 10)
        #expect(winners.values.allSatisfy { $0.count == 1 })
        let ids = taken.withLock { $0 }
        #expect(ids.count == 10 && Set(ids).count == 10)
        #expect(try scratch.store.verifyLog().ok)
    }
}
