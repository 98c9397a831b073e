/// How often two readers of the same submission gave a criterion the same level, and how far that is beyond chance.
package struct ReadAgreement: Equatable, Sendable {
    private struct Pair: Hashable {
        var first: String
        var second: String
    }
    private var pairs: [Pair: Int] = [:]
    package private(set) var submissions = 0
    /// Submissions on which they agreed in every criterion.
    package private(set) var unanimous = 0
    /// Criteria judged by both.
    package private(set) var judgements = 0
    package private(set) var agreed = 0

    package init() {}

    /// - Parameter levels: for each criterion that both judged, what the first and what the second reader gave it.
    package mutating func add(_ levels: [(first: String, second: String)]) {
        guard !levels.isEmpty else { return }
        submissions += 1
        judgements += levels.count
        let same = levels.count { $0.first == $0.second }
        agreed += same
        if same == levels.count { unanimous += 1 }
        for level in levels { pairs[Pair(first: level.first, second: level.second), default: 0] += 1 }
    }

    /// A fraction; nil where nothing was read twice.
    package var percent: Double? { judgements == 0 ? nil : Double(agreed) / Double(judgements) }

    /// Cohen 1960, unweighted: (observed - expected) / (1 - expected). Nil where nothing was read twice, and where both
    /// readers gave one and the same level throughout: chance alone would then agree always.
    package var cohenKappa: Double? {
        guard let percent else { return nil }
        var firsts: [String: Int] = [:]
        var seconds: [String: Int] = [:]
        for (pair, count) in pairs {
            firsts[pair.first, default: 0] += count
            seconds[pair.second, default: 0] += count
        }
        // Whole numbers until the end: sums of fractions would depend on the order of a dictionary.
        let chance = firsts.reduce(0) { $0 + $1.value * (seconds[$1.key] ?? 0) }
        guard chance < judgements * judgements else { return nil }
        let expected = Double(chance) / (Double(judgements) * Double(judgements))
        return (percent - expected) / (1 - expected)
    }
}
