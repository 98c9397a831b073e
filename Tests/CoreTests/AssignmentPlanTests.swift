import Support
import Testing

@testable import Core

@Suite struct AssignmentPlanTests {
    private func person(_ id: String, districts: [String] = [], conflicts: [String] = []) -> Person {
        Person(id: id, name: id, roles: [.assessor], districts: districts, conflicts: conflicts)
    }

    private func candidate(_ id: String, _ district: String, readers: Set<String> = []) -> AssignmentPlan.Candidate {
        AssignmentPlan.Candidate(id: id, district: district, email: id + "@example.org", readers: readers)
    }

    @Test func theLeastBusyIsAskedFirst() {
        var plan = AssignmentPlan(seats: [
            .init(person: person("ana"), load: 3), .init(person: person("ben"), load: 0),
            .init(person: person("cy"), load: 1),
        ])
        for id in ["1", "2", "3", "4", "5"] { plan.add(candidate(id, "Pike")) }
        plan.settle()
        #expect(plan.lines.map(\.person) == ["ben", "ben", "cy", "ben", "cy"])
        #expect(plan.loads == ["ana": 3, "ben": 3, "cy": 3])
    }

    @Test func districtsConflictsAndFirstReadersAreHonoured() {
        var plan = AssignmentPlan(seats: [
            .init(person: person("ana", districts: ["PIKE"]), load: 0),
            .init(person: person("ben", conflicts: ["floyd", "C@Example.org"]), load: 0),
        ])
        plan.add(candidate("a", "Floyd"))
        plan.add(candidate("b", "Pike", readers: ["ben"]))
        plan.add(candidate("c", "Knott"))
        plan.add(candidate("d", "Knott"))
        plan.settle()
        #expect(plan.lines == [.init(submission: "b", person: "ana"), .init(submission: "d", person: "ben")])
        #expect(plan.left == ["a", "c"])
    }

    @Test func whatCameEarlyMakesRoomForWhatOnlyOneCanTake() {
        // All of Pike's could go to either; Floyd's only to ana.
        var plan = AssignmentPlan(seats: [
            .init(person: person("ana", districts: ["Pike", "Floyd"]), load: 0),
            .init(person: person("ben", districts: ["Pike", "Knott", "Letcher"]), load: 0),
        ])
        for id in ["1", "2", "3", "4"] { plan.add(candidate(id, "Pike")) }
        for id in ["5", "6"] { plan.add(candidate(id, "Floyd")) }
        plan.settle()
        #expect(plan.loads == ["ana": 3, "ben": 3])
    }

    /// No chain of moves could take one from somebody and leave the last of the chain still less busy: the loads are as even
    /// as districts and conflicts let them be.
    @Test(arguments: Seeded.seeds) func itIsAsFairAsTheRulesAllow(seed: UInt64) {
        var random = Seeded(seed: seed)
        let districts = ["Floyd", "Pike", "Knott", "Letcher", "Perry"]
        for _ in 0..<25 {
            let people = (0..<random.number(in: 1...7)).map { number -> Person in
                let served = random.below(2) == 0 ? [] : districts.filter { _ in random.below(2) == 0 }
                let conflicts = districts.filter { _ in random.below(6) == 0 }
                return person("p\(number)", districts: served, conflicts: conflicts)
            }
            let seats = people.map { AssignmentPlan.Seat(person: $0, load: random.below(5)) }
            let candidates = (0..<random.number(in: 0...60)).map { number in
                candidate(
                    "s\(number)", districts[random.below(5)],
                    readers: random.below(4) == 0 ? ["p\(random.below(people.count))"] : [])
            }
            var plan = AssignmentPlan(seats: seats)
            for item in candidates { plan.add(item) }
            plan.settle()
            check(plan, seats, candidates, seed)
        }
    }

    private func check(
        _ plan: AssignmentPlan, _ seats: [AssignmentPlan.Seat], _ candidates: [AssignmentPlan.Candidate],
        _ seed: UInt64
    ) {
        let rules = Dictionary(uniqueKeysWithValues: seats.map { ($0.person.id, SeatRule($0.person)) })
        let byID = Dictionary(uniqueKeysWithValues: candidates.map { ($0.id, $0) })
        func able(_ id: String) -> Set<String> {
            guard let candidate = byID[id] else { return [] }
            return Set(rules.filter { $0.value.allows(candidate) }.keys)
        }
        #expect(Set(plan.lines.map(\.submission) + plan.left) == Set(byID.keys), "seed \(seed)")
        #expect(plan.lines.count + plan.left.count == candidates.count, "seed \(seed)")
        #expect(plan.left.allSatisfy { able($0).isEmpty }, "seed \(seed)")
        #expect(plan.lines.allSatisfy { able($0.submission).contains($0.person) }, "seed \(seed)")
        for seat in seats {
            let given = plan.lines.count { $0.person == seat.person.id }
            #expect(plan.loads[seat.person.id] == seat.load + given, "seed \(seed)")
            // Everybody whom something of this person's could reach, hand to hand.
            var reached: Set<String> = [seat.person.id]
            var grew = true
            while grew {
                let more = plan.lines.filter { reached.contains($0.person) }.reduce(into: reached) {
                    $0.formUnion(able($1.submission))
                }
                grew = more.count > reached.count
                reached = more
            }
            guard given > 0 else { continue }
            let least = reached.compactMap { plan.loads[$0] }.min() ?? 0
            #expect((plan.loads[seat.person.id] ?? 0) - least <= 1, "seed \(seed), \(seat.person.id)")
        }
    }
}
