/// The table that docs/PERFORMANCE.md holds.
struct Table {
    private var rows: [(what: String, target: String, found: String, holds: Bool?)] = []

    mutating func add(_ what: String, target: String, found: String, holds: Bool?) {
        rows.append((what, target, found, holds))
        warn("  \(what): \(found)\(holds == false ? "   OVER" : "")")
    }

    /// Measures one thing; what fails is told in its row and stops nothing.
    mutating func take(_ what: String, _ measure: (inout Table) throws -> Void) {
        do {
            try measure(&self)
        } catch let fault as BenchFault {
            add(what, target: "", found: "not measured: \(fault.sentence)", holds: nil)
        } catch {
            add(what, target: "", found: "not measured: \(error)", holds: nil)
        }
    }

    var markdown: String {
        var text = "| what | target | this run | holds |\n| --- | --- | --- | --- |\n"
        for row in rows {
            let holds = row.holds.map { $0 ? "yes" : "**no**" } ?? ""
            text += "| \(cell(row.what)) | \(cell(row.target)) | \(cell(row.found)) | \(holds) |\n"
        }
        return text
    }

    var verdict: String {
        let judged = rows.filter { $0.holds != nil }
        return "\(judged.filter { $0.holds == true }.count) of \(judged.count) targets hold."
    }

    private func cell(_ text: String) -> String {
        String(text.map { $0 == "|" || $0 == "\n" ? " " : $0 })
    }
}
