import Core

/// The report as one page that needs nothing beside itself: no scripts, no styles or pictures from elsewhere. XML throughout,
/// so that it can be checked.
package enum ReportPage {
    package static func html(_ figures: ReportFigures) -> String {
        """
        <!DOCTYPE html>
        <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>\(title(figures))</title>
        <style>
        \(ReportStyle.css)
        </style>
        </head>
        <body>
        <header>
        <h1>\(figures.programme.isEmpty ? "Micro-credentials" : Markup.text(figures.programme))</h1>
        <p>Micro-credentials decided \(period(figures)). Made on \(figures.madeOn.text).</p>
        </header>
        <main>
        \(figures.total.all == 0 ? "<p>Nothing has been decided yet.</p>" : sections(figures))
        </main>
        </body>
        </html>

        """
    }

    private static func title(_ figures: ReportFigures) -> String {
        figures.programme.isEmpty ? "Micro-credentials" : "\(Markup.text(figures.programme)): micro-credentials"
    }

    private static func period(_ figures: ReportFigures) -> String {
        guard let first = figures.span.first, let last = figures.span.last else { return "so far" }
        return first == last ? "in \(first.text)" : "from \(first.text) to \(last.text)"
    }

    private static func sections(_ figures: ReportFigures) -> String {
        [
            ReportSections.summary(figures), ReportSections.months(figures), ReportSections.districts(figures),
            ReportSections.districtMonths(figures), ReportSections.rates(figures), ReportSections.turnaround(figures),
            ReportSections.agreement(figures),
        ].joined()
    }
}

/// A table with a caption; the first cell of a row names it.
struct PageTable {
    var caption: String
    var names: [String]
    var rows: [[String]] = []
    /// Its names are months, which must not be cut at their hyphen.
    var isByMonth = false

    /// Cells are escaped here, whatever is in them.
    var html: String {
        var out =
            "<div class=\"wide\"><table\(isByMonth ? " class=\"months\"" : "")>\n<caption>\(Markup.text(caption))</caption>\n<thead><tr>"
        out += names.map { "<th scope=\"col\">\(Markup.text($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
        for row in rows {
            out += "<tr>"
            for (at, cell) in row.enumerated() {
                out += at == 0 ? "<th scope=\"row\">\(Markup.text(cell))</th>" : "<td>\(Markup.text(cell))</td>"
            }
            out += "</tr>\n"
        }
        return out + "</tbody>\n</table></div>\n"
    }
}
