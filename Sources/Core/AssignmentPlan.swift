/// Who is to read what: fair by load, within each person's districts, never against a conflict of interest. Pure: the same
/// submissions and people make the same plan.
package struct AssignmentPlan: Sendable {
    package struct Candidate: Equatable, Sendable {
        package var id: String
        package var district: String
        /// The earner's address, only to be compared with conflicts.
        package var email: String
        /// People who have a scorecard for it: somebody else reads it next.
        package var readers: Set<String>

        package init(id: String, district: String, email: String, readers: Set<String> = []) {
            self.id = id
            self.district = district
            self.email = email
            self.readers = readers
        }
    }
    package struct Seat: Equatable, Sendable {
        package var person: Person
        /// What they hold or have been assigned already.
        package var load: Int

        package init(person: Person, load: Int) {
            self.person = person
            self.load = load
        }
    }
    package struct Line: Equatable, Sendable {
        package var submission: String
        package var person: String

        package init(submission: String, person: String) {
            self.submission = submission
            self.person = person
        }
    }

    /// In the order of the candidates.
    package private(set) var lines: [Line] = []
    /// Candidates that nobody may read.
    package private(set) var left: [String] = []
    /// Loads as they will be, by person.
    package private(set) var loads: [String: Int]

    private let seats: [Seat]
    private let rules: [SeatRule]
    private var held: [Int]
    private var takers: [Int] = []
    private var candidates: [Candidate] = []

    package init(seats: [Seat]) {
        self.seats = seats.sorted { $0.person.id < $1.person.id }
        rules = self.seats.map { SeatRule($0.person) }
        held = self.seats.map(\.load)
        loads = Dictionary(uniqueKeysWithValues: self.seats.map { ($0.person.id, $0.load) })
    }

    /// Gives a submission to whoever may read it and has the least to do; of equals, to the one with the fewest districts, who
    /// can take less else, and then by id.
    /// - Returns: Whether anybody could take it.
    @discardableResult
    package mutating func add(_ candidate: Candidate) -> Bool {
        let able = rules.indices.filter { rules[$0].allows(candidate) }
        let best = able.min { left, right in
            if held[left] != held[right] { return held[left] < held[right] }
            if rules[left].breadth != rules[right].breadth { return rules[left].breadth < rules[right].breadth }
            return left < right
        }
        guard let best else {
            self.left.append(candidate.id)
            return false
        }
        held[best] += 1
        takers.append(best)
        candidates.append(candidate)
        return true
    }

    /// Evens the plan out: who was given much early may be the only one for what came later. Moves submissions along chains
    /// of people (A's to B, one of B's to C) for as long as the last of a chain has at least two fewer than the first.
    package mutating func settle() {
        while let chain = unfairChain() {
            for (candidate, taker) in chain {
                held[takers[candidate]] -= 1
                takers[candidate] = taker
                held[taker] += 1
            }
        }
        lines = candidates.indices.map {
            Line(submission: candidates[$0].id, person: seats[takers[$0]].person.id)
        }
        for (index, seat) in seats.enumerated() { loads[seat.person.id] = held[index] }
    }

    /// Each step moves a candidate to another seat; nil where nothing gets fairer.
    private func unfairChain() -> [(candidate: Int, taker: Int)]? {
        // For each pair of seats one submission that could go from the first to the second.
        var moves = [[Int?]](repeating: [Int?](repeating: nil, count: seats.count), count: seats.count)
        for (index, candidate) in candidates.enumerated() {
            for seat in seats.indices where seat != takers[index] && moves[takers[index]][seat] == nil {
                if rules[seat].allows(candidate) { moves[takers[index]][seat] = index }
            }
        }
        for start in seats.indices.sorted(by: { (held[$0], $1) > (held[$1], $0) }) {
            if let chain = chain(from: start, moves) { return chain }
        }
        return nil
    }

    private func chain(from start: Int, _ moves: [[Int?]]) -> [(candidate: Int, taker: Int)]? {
        var cameFrom = [Int?](repeating: nil, count: seats.count)
        var queue = [start]
        var at = 0
        while at < queue.count {
            let seat = queue[at]
            at += 1
            for next in seats.indices where next != start && cameFrom[next] == nil && moves[seat][next] != nil {
                cameFrom[next] = seat
                queue.append(next)
            }
        }
        guard let end = queue.dropFirst().min(by: { held[$0] < held[$1] }), held[end] + 2 <= held[start] else {
            return nil
        }
        var steps: [(candidate: Int, taker: Int)] = []
        var seat = end
        while seat != start, let before = cameFrom[seat], let candidate = moves[before][seat] {
            steps.append((candidate, seat))
            seat = before
        }
        return steps
    }
}

/// What one person may read.
package struct SeatRule: Sendable {
    private let person: String
    private let districts: Set<String>
    private let conflicts: Set<String>

    package init(_ person: Person) {
        self.person = person.id
        districts = Set(person.districts.map { $0.lowercased() })
        conflicts = Set(person.conflicts.map { $0.lowercased() })
    }

    /// Districts served; all of them is the most.
    var breadth: Int { districts.isEmpty ? Int.max : districts.count }

    /// - Parameter anyDistrict: by hand somebody may be asked to help out elsewhere.
    package func allows(_ candidate: AssignmentPlan.Candidate, anyDistrict: Bool = false) -> Bool {
        let district = candidate.district.lowercased()
        guard anyDistrict || districts.isEmpty || districts.contains(district) else { return false }
        return !conflicts.contains(district) && !conflicts.contains(candidate.email.lowercased())
            && !candidate.readers.contains(person)
    }
}

extension Policy {
    /// How long an assignment keeps a submission for its assessor, in business days, where nobody says otherwise.
    package static let assignmentDays = 3

    /// The end of the last of `days` business days after `now`.
    package func assignmentEnd(from now: Instant, days: Int, zone: ZoneOffset) -> Instant {
        var lasting = deadline
        lasting.businessDays = days
        return lasting.due(submitted: now, offset: zone)
    }
}
