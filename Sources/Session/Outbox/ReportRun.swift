import Core
import Reports
import Store

/// Writes a report into a folder: the page and its tables, each whole or not at all.
package enum ReportRun {
    package static let page = "report.html"

    package static func write(_ figures: ReportFigures, to path: String) throws -> [String] {
        let folder = try OutputFolder(path, isPersonal: false)
        // The page last: whoever finds it finds the tables beside it.
        let files = ReportTables.files(figures) + [(name: page, text: ReportPage.html(figures))]
        for file in files { try folder.prepare(Array(file.text.utf8), as: file.name).publish() }
        try folder.settle()
        return files.map(\.name)
    }
}
