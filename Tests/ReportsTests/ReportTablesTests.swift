import Core
import Foundation
import Support
import Testing
import Text

@testable import Reports

@Suite struct ReportTablesTests {
    @Test(arguments: Seeded.seeds) func theTablesAreARecount(seed: UInt64) throws {
        let decided = Sums.decided(400, seed: seed)
        let files = Dictionary(
            uniqueKeysWithValues: ReportTables.files(Sums.figures(decided)).map { ($0.name, $0.text) })
        let awards = rows(try #require(files["awards.csv"]))
        #expect(awards.reduce(0) { $0 + (Int($1["decided"] ?? "") ?? 0) } == decided.count)
        for row in awards {
            let mine = decided.filter { field($0.district) == row["district"] && month($0) == row["month"] }
            for (name, kind) in [
                ("awarded", Decision.Kind.award), ("returned", .return), ("incomplete", .incomplete), ("denied", .deny),
            ] { #expect(row[name] == String(mine.count { $0.kind == kind }), "\(row)") }
        }
        let credit = rows(try #require(files["credit.csv"])).reduce(0) { $0 + (Double($1["amount"] ?? "") ?? 0) }
        #expect(credit == 7.5 * Double(decided.count { $0.kind == .award }))
        for row in rows(try #require(files["rates.csv"])) {
            let mine = decided.filter {
                $0.microCredential == row["microCredential"] && String($0.attempt) == row["attempt"]
            }
            #expect(row["decided"] == String(mine.count))
            let judged = mine.count { $0.kind == .award || $0.kind == .return }
            let rate =
                judged == 0 ? "" : Figure.decimal(Double(mine.count { $0.kind == .award }) / Double(judged), places: 3)
            #expect(row["passRate"] == rate)
        }
        var days: [Int: Int] = [:]
        for item in decided { days[counted(item), default: 0] += 1 }
        let turnaround = rows(try #require(files["turnaround.csv"]))
        #expect(
            turnaround.map { [$0["businessDays"], $0["decided"]] }
                == days.sorted { $0.key < $1.key }.map { [String($0.key), String($0.value)] })
        #expect(rows(try #require(files["agreement.csv"])).first?["agreed"] == "5")
    }

    @Test func noFieldIsAFormula() throws {
        for file in ReportTables.files(Sums.figures(Sums.decided(300, seed: 5))) {
            for row in rows(file.text) {
                for value in row.values where Double(value) == nil {
                    #expect(!["=", "+", "-", "@"].contains(value.prefix(1)), "\(file.name): \(value)")
                    #expect(!value.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
                }
            }
        }
    }

    // MARK: - Again, by hand

    private func local(_ instant: Instant) -> CivilDate { instant.advanced(bySeconds: -5 * 3_600).utcDate }

    private func month(_ item: ReportFigures.Decided) -> String { String(local(item.decidedAt).text.prefix(7)) }

    /// Day by day.
    private func counted(_ item: ReportFigures.Decided) -> Int {
        var day = local(item.submittedAt)
        var count = 0
        while day < local(item.decidedAt) {
            day = day.advanced(byDays: 1)
            if day.weekday < 5, day.text != "2025-12-25" { count += 1 }
        }
        return count
    }

    private func field(_ text: String) -> String {
        let safe = SafeText(untrusted: text).string
        return ["=", "+", "-", "@"].contains(safe.prefix(1)) ? "'" + safe : safe
    }

    /// A reader of CSV of its own.
    private func rows(_ text: String) -> [[String: String]] {
        var all: [[String]] = []
        for line in text.components(separatedBy: "\r\n") where !line.isEmpty {
            var fields = [""]
            var quoted = false
            var before: Unicode.Scalar?
            for scalar in line.unicodeScalars {
                switch scalar {
                case "\"":
                    if !quoted, before == "\"" { fields[fields.count - 1] += "\"" }
                    quoted.toggle()
                case "," where !quoted: fields.append("")
                default: fields[fields.count - 1].unicodeScalars.append(scalar)
                }
                before = scalar
            }
            all.append(fields)
        }
        guard let names = all.first else { return [] }
        return all.dropFirst().map { fields in
            #expect(fields.count == names.count)
            return Dictionary(uniqueKeysWithValues: zip(names, fields))
        }
    }
}
