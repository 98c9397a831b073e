import Core
import Support

/// Decisions made up from a seed, some from districts with names that nobody has.
enum Sums {
    static let hostile = [
        "<script>alert(1)</script>", "A & B \"quoted\", 'twice'", "=HYPERLINK(\"http://evil.example\")", "@SUM(A1)",
        "\u{600}<img src=x>", "Tab\there\u{1B}[2J\u{202E}", "-1+2", "]]>", "Line\r\nend", "&amp;",
    ]
    static let districts = ["Floyd County", "Pike", "Knott"] + hostile

    static func decided(_ count: Int, seed: UInt64) -> [ReportFigures.Decided] {
        var random = Seeded(seed: seed)
        let start = Instant(rfc3339: "2025-11-03T15:00:00Z") ?? Instant(seconds: 0)
        var policy = Policy()
        policy.deadline.holidays = [CivilDate(year: 2025, month: 12, day: 25)].compactMap(\.self)
        return (0..<count).map { _ in
            let submitted = start.advanced(bySeconds: Int64(random.below(330)) * 86_400 + Int64(random.below(80_000)))
            let kind = Decision.Kind.allCases[[0, 0, 0, 0, 1, 1, 2, 3][random.below(8)]]
            return ReportFigures.Decided(
                district: districts[random.below(districts.count)],
                microCredential: ["checks", "data"][random.below(2)],
                attempt: [1, 1, 1, 2, 2, 3][random.below(6)], submittedAt: submitted,
                dueAt: policy.deadline.due(submitted: submitted) { _ in -5 * 3_600 }, kind: kind,
                decidedAt: submitted.advanced(
                    bySeconds: Int64(random.below(18) + random.below(8)) * 86_400 + Int64(random.below(40_000))),
                credit: [.init(amount: 7.5, unit: "hours", authority: "KY <EPSB>")])
        }
    }

    static func figures(_ decided: [ReportFigures.Decided]) -> ReportFigures {
        var policy = Policy()
        policy.deadline.holidays = [CivilDate(year: 2025, month: 12, day: 25)].compactMap(\.self)
        var figures = ReportFigures(
            programme: "Highlands <b>& more</b>", policy: policy, zone: ZoneRules(before: -5 * 3_600),
            now: Instant(rfc3339: "2026-11-25T03:00:00Z") ?? Instant(seconds: 0))
        for item in decided { figures.add(item) }
        figures.names = ["checks": "Checking for <Understanding>", "data": "Reading Data"]
        figures.agreement.add([("a", "a"), ("b", "b"), ("a", "b")])
        figures.agreement.add([("b", "b"), ("a", "a"), ("a", "a")])
        return figures
    }
}
