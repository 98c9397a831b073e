import Core
import Text

/// The report's numbers as CSV (RFC 4180), a file a table. Shares are fractions, undefined ones empty.
package enum ReportTables {
    package static func files(_ figures: ReportFigures) -> [(name: String, text: String)] {
        [
            ("awards.csv", awards(figures)), ("credit.csv", credit(figures)), ("rates.csv", rates(figures)),
            ("turnaround.csv", turnaround(figures)), ("agreement.csv", agreement(figures)),
        ]
    }

    /// A row a district and month.
    private static func awards(_ figures: ReportFigures) -> String {
        var table = CSV(["district", "month", "decided", "awarded", "returned", "incomplete", "denied", "passRate"])
        for (place, counts) in sorted(figures) {
            table.add(
                [place.district, place.month.text]
                    + ([counts.all] + Decision.Kind.allCases.map { counts[$0] }).map(String.init)
                    + [share(counts.passRate)])
        }
        return table.text
    }

    private static func credit(_ figures: ReportFigures) -> String {
        var table = CSV(["district", "month", "unit", "authority", "amount"])
        for (place, counts) in sorted(figures) {
            for kind in figures.creditKinds {
                guard let amount = counts.credit[kind] else { continue }
                table.add([
                    place.district, place.month.text, kind.unit, kind.authority, Figure.decimal(amount, places: 3),
                ])
            }
        }
        return table.text
    }

    private static func rates(_ figures: ReportFigures) -> String {
        var table = CSV([
            "microCredential", "name", "attempt", "decided", "awarded", "returned", "incomplete", "denied", "passRate",
        ])
        let tries = figures.tries.sorted {
            ($0.key.microCredential, $0.key.attempt) < ($1.key.microCredential, $1.key.attempt)
        }
        for (key, counts) in tries {
            table.add(
                [key.microCredential, figures.names[key.microCredential] ?? "", String(key.attempt)]
                    + ([counts.all] + Decision.Kind.allCases.map { counts[$0] }).map(String.init)
                    + [share(counts.passRate)])
        }
        return table.text
    }

    private static func turnaround(_ figures: ReportFigures) -> String {
        var table = CSV(["businessDays", "decided"])
        for (days, count) in figures.turnaround.sorted(by: { $0.key < $1.key }) {
            table.add([String(days), String(count)])
        }
        return table.text
    }

    private static func agreement(_ figures: ReportFigures) -> String {
        let agreement = figures.agreement
        var table = CSV(["submissions", "unanimous", "judgements", "agreed", "percent", "cohenKappa"])
        table.add(
            [agreement.submissions, agreement.unanimous, agreement.judgements, agreement.agreed].map(String.init)
                + [share(agreement.percent), share(agreement.cohenKappa)])
        return table.text
    }

    private static func sorted(_ figures: ReportFigures) -> [(ReportFigures.Place, ReportFigures.Counts)] {
        figures.places.sorted { ($0.key.district, $0.key.month) < ($1.key.district, $1.key.month) }
            .map { ($0.key, $0.value) }
    }

    private static func share(_ value: Double?) -> String { value.map { Figure.decimal($0, places: 3) } ?? "" }
}

/// Rows of fields; lines end in CR LF.
struct CSV {
    private(set) var text = ""

    init(_ names: [String]) { add(names) }

    mutating func add(_ fields: [String]) { text += fields.map(CSV.field).joined(separator: ",") + "\r\n" }

    /// Through the text door. A field that a spreadsheet would take for a formula gets an apostrophe before it, as
    /// spreadsheets themselves write text (OWASP, CSV Injection).
    private static func field(_ text: String) -> String {
        var safe = SafeText(untrusted: text).string
        if let first = safe.unicodeScalars.first, "=+-@".unicodeScalars.contains(first), Double(safe) == nil {
            safe = "'" + safe
        }
        guard safe.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") }) else { return safe }
        var out = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { out += "\"" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }
}
