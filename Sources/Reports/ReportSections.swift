import Core

/// The parts of the page, in their order.
enum ReportSections {
    static func summary(_ figures: ReportFigures) -> String {
        let first = figures.attempts[1]?.passRate ?? nil
        let second = figures.attempts[2]?.passRate ?? nil
        let facts: [(String, String)] = [
            (Figure.count(figures.total[.award]), "awarded"), (Figure.count(figures.total.all), "decided"),
            (Figure.percent(first), "awarded at the first try"), (Figure.percent(second), "awarded at the second try"),
            (Figure.percent(figures.shareInTime), "decided within the promise"),
            (Figure.percent(figures.agreement.percent), "agreement of two readers"),
        ]
        let cards = facts.map { "<div><dt>\($0.1)</dt><dd>\(Markup.text($0.0))</dd></div>\n" }.joined()
        return "<section>\n<h2>At a glance</h2>\n<dl class=\"facts\">\n\(cards)</dl>\n</section>\n"
    }

    static func months(_ figures: ReportFigures) -> String {
        // The page shows three years; the CSV has all.
        let span = figures.span.suffix(36)
        let bars = span.map { month in
            let counts = figures.months[month] ?? ReportFigures.Counts()
            return BarChart.Bar(label: month.text, parts: [counts[.award], counts[.return]])
        }
        let best = span.max { awards(figures, $0) < awards(figures, $1) }
        let chart = BarChart(
            id: "months", title: "Awarded and returned by month",
            summary:
                "\(Figure.count(figures.total[.award])) awarded and \(Figure.count(figures.total[.return])) returned from \(span.first?.text ?? "") to \(span.last?.text ?? ""); most awarded in \(best?.text ?? ""): \(best.map { Figure.count(awards(figures, $0)) } ?? "").",
            bars: bars, classes: ["award", "return"])
        var table = PageTable(caption: "Decisions by month", names: countNames(figures, "Month"))
        table.rows = span.map { [$0.text] + counts(figures.months[$0] ?? ReportFigures.Counts(), figures) }
        return """
            <section>
            <h2>Awards and credit by month</h2>
            <p class="key"><span class="award"></span> awarded <span class="return"></span> returned for another try</p>
            \(chart.svg)\(table.html)</section>

            """
    }

    private static func awards(_ figures: ReportFigures, _ month: CivilMonth) -> Int {
        figures.months[month]?[.award] ?? 0
    }

    static func districts(_ figures: ReportFigures) -> String {
        var table = PageTable(caption: "Decisions by district", names: countNames(figures, "District"))
        table.rows = figures.districts.sorted { $0.key < $1.key }.map { [$0.key] + counts($0.value, figures) }
        table.rows.append(["All"] + counts(figures.total, figures))
        return "<section>\n<h2>Awards and credit by district</h2>\n\(table.html)</section>\n"
    }

    static func districtMonths(_ figures: ReportFigures) -> String {
        let span = Array(figures.span.suffix(12))
        var table = PageTable(
            caption:
                "Awarded, by district and month (\(span.count == 1 ? "one month" : "the last \(span.count) months"); awards.csv and credit.csv have all)",
            names: ["District"] + span.map(\.text), isByMonth: true)
        table.rows = figures.districts.keys.sorted().map { district in
            [district]
                + span.map { month in
                    let count = figures.places[ReportFigures.Place(district: district, month: month)]?[.award] ?? 0
                    return count == 0 ? "" : Figure.count(count)
                }
        }
        return "<section>\n<h2>Awards by district and month</h2>\n\(table.html)</section>\n"
    }

    static func rates(_ figures: ReportFigures) -> String {
        let tries = figures.attempts.keys.sorted()
        var table = PageTable(
            caption: "Awarded of those judged, by try (how many were judged)",
            names: ["Micro-credential"] + tries.map { "Try \($0)" })
        func cell(_ counts: ReportFigures.Counts?) -> String {
            guard let counts, counts.passRate != nil else { return "" }
            return "\(Figure.percent(counts.passRate)) (\(Figure.count(counts[.award] + counts[.return])))"
        }
        table.rows = figures.names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { id, name in
            [name] + tries.map { cell(figures.tries[ReportFigures.Try(microCredential: id, attempt: $0)]) }
        }
        table.rows.append(["All"] + tries.map { cell(figures.attempts[$0]) })
        return "<section>\n<h2>Pass rates</h2>\n\(table.html)</section>\n"
    }

    static func turnaround(_ figures: ReportFigures) -> String {
        let late = max(figures.promise * 2, figures.promise + 5)
        let longest = min(figures.turnaround.keys.max() ?? 0, late)
        let bars = (0...max(longest, figures.promise)).map { days -> BarChart.Bar in
            let isLast = days == late
            let count =
                isLast
                ? figures.turnaround.filter { $0.key >= days }.values.reduce(0, +) : figures.turnaround[days] ?? 0
            return BarChart.Bar(
                label: isLast ? "\(days)+" : String(days),
                parts: days <= figures.promise ? [count, 0] : [0, count])
        }
        let words =
            "\(Figure.percent(figures.shareInTime)) of \(Figure.count(figures.total.all)) were decided by their deadline, \(figures.promise) business days after they were handed in. Half were decided within \(figures.businessDays(forShare: 0.5) ?? 0), nine in ten within \(figures.businessDays(forShare: 0.9) ?? 0)."
        let chart = BarChart(
            id: "turnaround", title: "Business days from handing in to decision", summary: words, bars: bars,
            classes: ["award", "late"], mark: (figures.promise + 1, "the promise: \(figures.promise)"))
        return """
            <section>
            <h2>Turnaround</h2>
            <p>\(Markup.text(words))</p>
            \(chart.svg)<p class="axis">business days</p>
            </section>

            """
    }

    static func agreement(_ figures: ReportFigures) -> String {
        let agreement = figures.agreement
        let words =
            agreement.submissions == 0
            ? "No submission was read twice."
            : "\(Figure.count(agreement.submissions)) submissions were read by two assessors. On \(Figure.count(agreement.agreed)) of \(Figure.count(agreement.judgements)) criteria (\(Figure.percent(agreement.percent))) both gave the same level; on \(Figure.count(agreement.unanimous)) submissions in every criterion."
        let kappa =
            agreement.cohenKappa.map {
                "Cohen's kappa, which takes out what chance would give, is \(Figure.decimal($0, places: 2))."
            }
            ?? (agreement.submissions == 0 ? "" : "Cohen's kappa is undefined: every level given was the same.")
        return
            "<section>\n<h2>Agreement</h2>\n<p>\(Markup.text(words)) \(Markup.text(kappa))</p>\n</section>\n"
    }

    // MARK: - Columns

    private static func countNames(_ figures: ReportFigures, _ first: String) -> [String] {
        [first, "Decided", "Awarded", "Returned", "Incomplete", "Denied", "Pass rate"]
            + figures.creditKinds.map { "\($0.unit) (\($0.authority))" }
    }

    private static func counts(_ counts: ReportFigures.Counts, _ figures: ReportFigures) -> [String] {
        [Figure.count(counts.all)] + Decision.Kind.allCases.map { Figure.count(counts[$0]) }
            + [Figure.percent(counts.passRate)]
            + figures.creditKinds.map { counts.credit[$0].map { Figure.decimal($0, places: 2) } ?? "" }
    }
}
