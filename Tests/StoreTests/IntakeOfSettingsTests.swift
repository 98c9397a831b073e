import Core
import Testing

@testable import Store

@Suite struct IntakeOfSettingsTests {
    let now = Scratch.dawn

    @Test func peopleAreTakenInOnceAndRefusedOneByOne() throws {
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        var ana = Scratch.people[0]
        ana.keys = ["ssh-ed25519 AAAA"]
        ana.conflicts = ["b", "a"]
        let outcomes = try scratch.store.importPeople(
            [
                ana, Scratch.people[1], Person(id: "Not An Id", name: "", roles: []), ana,
                Person(id: "root", name: "Root", roles: [.assessor]),
            ], as: root, now: now)
        #expect(outcomes[0] == .imported)
        #expect(outcomes[1] == .unchanged)
        guard case .refused = outcomes[2], case .refused = outcomes[3], case .refused(let lockedOut) = outcomes[4]
        else {
            Issue.record("expected three refusals, got \(outcomes)")
            return
        }
        #expect(
            lockedOut
                == "root is you, and would no longer be admin; keep the role, or let another admin take it from you.")
        #expect(try scratch.caller("ana").person == ana)
        #expect(
            try scratch.store.people(as: root).map(\.id) == ["ana", "ben", "both", "cy", "dot", "eve", "none", "root"])
        #expect(throws: Refusal.role(person: "ana", action: .seePeople)) {
            _ = try scratch.store.people(as: try scratch.caller("ana"))
        }
    }

    /// A file that was meant well, and would lock out whoever imports it, or everybody.
    @Test func nobodyTakesTheAdminRoleFromThemselves() throws {
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        let ana = Person(id: "ana", name: "Ana", roles: [.admin])
        let lost = Person(id: "root", name: "Root", roles: [.coordinator])
        let mine =
            "root is you, and would no longer be admin; keep the role, or let another admin take it from you."
        // Before the other one has it, and after: the swap is the other admin's to finish.
        for file in [[lost, ana], [ana, lost]] {
            let outcomes = try scratch.store.importPeople(file, as: root, now: now)
            #expect(outcomes[file[0].id == "root" ? 0 : 1] == .refused(mine))
            #expect(try scratch.caller("root").roles == [.admin] && scratch.caller("ana").roles == [.admin])
        }
        let other = try scratch.caller("ana")
        #expect(try scratch.store.importPeople([ana, lost], as: other, now: now) == [.unchanged, .imported])
        #expect(try scratch.caller("root").roles == [.coordinator])
        // Who was an admin when the command began, and is none any more, leaves one in any case.
        #expect(
            try scratch.store.importPeople([Person(id: "ana", name: "", roles: [])], as: root, now: now)
                == [.refused("ana is the only admin; name another one first.")])
        #expect(try scratch.store.verifyLog().ok)
    }

    @Test func whoIsRenamedOrHasNoRoleLeftKeepsTheirRecord() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let card = try scratch.store.score(
            "a", Scratch.levels(), base: 0, submit: true, as: try scratch.caller("ana"), now: now)
        let root = try scratch.caller("root")
        for ana in [Person(id: "ana", name: "Ana B.", roles: [.assessor]), Person(id: "ana", name: "", roles: [])] {
            #expect(try scratch.store.importPeople([ana], as: root, now: now) == [.imported])
            #expect(try scratch.store.detail("a", as: try scratch.caller("eve"), now: now).scorecards == [card])
            #expect(try scratch.log("a").filter { $0.who == "ana" }.map(\.what) == ["claim", "save", "submit"])
        }
        #expect(throws: Refusal.self) { try scratch.store.detail("a", as: try scratch.caller("ana"), now: now) }
        #expect(try scratch.store.verifyLog().ok && scratch.store.checkHealth().allSatisfy { $0.grade == .good })
    }

    @Test func aPolicyIsInForceFromItsImport() throws {
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        var policy = Policy()
        policy.scoring.assessors = 2
        policy.deadline.holidays = [CivilDate(text: "2026-12-25")].compactMap { $0 }
        #expect(try scratch.store.importPolicy(policy, as: root, now: now, dryRun: true) == .imported)
        #expect(try scratch.store.policy() == Policy())
        #expect(try scratch.store.importPolicy(policy, as: root, now: now) == .imported)
        #expect(try scratch.store.importPolicy(policy, as: root, now: now) == .unchanged)
        #expect(try scratch.again().policy() == policy)
        policy.claim.leaseMinutes = 0
        #expect(
            try scratch.store.importPolicy(policy, as: root, now: now)
                == .refused("claim.leaseMinutes is 0; expected 1 or more."))
        #expect(throws: Refusal.role(person: "dot", action: .importPolicy)) {
            _ = try scratch.store.importPolicy(policy, as: try scratch.caller("dot"), now: now)
        }
    }

    @Test func aPolicyStoredBeforeAKeyWasKnownHasItsDefault() throws {
        let scratch = try Scratch()
        try scratch.tamper("UPDATE policy SET body = '{\"scoring\":{\"assessors\":2}}'")
        var expected = Policy()
        expected.scoring.assessors = 2
        #expect(try scratch.store.policy() == expected)
    }

    @Test func whatIsPublishedStaysAsItIs() throws {
        let scratch = try Scratch()
        let root = try scratch.caller("root")
        var known = Scratch.microCredential("checks", 2)
        #expect(try scratch.store.importMicroCredential(known, as: root, now: now) == .unchanged)
        known.name = "Other"
        #expect(
            try scratch.store.importMicroCredential(known, as: root, now: now)
                == .refused("checks version 2 is published with other content; give the new content a new version."))
        known = Scratch.microCredential("checks", 2, .retired)
        #expect(try scratch.store.importMicroCredential(known, as: root, now: now) == .imported)
        #expect(try scratch.store.microCredential("checks", version: nil)?.version == 1)
        #expect(
            try scratch.store.importMicroCredential(Scratch.microCredential("checks", 2, .draft), as: root, now: now)
                == .refused("checks version 2 is retired; it can't become draft again."))

        var draft = Scratch.microCredential("draft", 1, .draft)
        draft.name = "Better"
        #expect(try scratch.store.importMicroCredential(draft, as: root, now: now) == .imported)
        #expect(try scratch.store.microCredential("draft", version: 1) == draft)
        #expect(try scratch.store.microCredential("draft", version: nil) == nil)
        #expect(try scratch.store.microCredentials(as: try scratch.caller("ana")).count == 4)
    }

    @Test func aRubricThatCannotBeScoredIsRefused() throws {
        let scratch = try Scratch()
        var broken = Scratch.microCredential("new", 1)
        broken.rubric.criteria[1].required = "perfect"
        #expect(
            try scratch.store.importMicroCredential(broken, as: try scratch.caller("root"), now: now)
                == .refused("c2 requires perfect, which is none of its levels."))
    }
}
