/// What the queue says in plain text: what the yardstick shows, and what bytes are held against.
struct QueueText {
    /// Lines above and below the list.
    static let head = 2
    static let foot = 2
    static let height = Seat.rows - head - foot

    /// The yardstick's copy.
    let file: String
    /// The text of each page of the list, from the first, a string a row, without blanks at its end.
    let pages: [[String]]

    /// Reads the first `count` pages of a store's queue.
    init(_ bench: Bench, rows: Int, pages count: Int = 8) throws {
        var pages: [[String]] = []
        var frame: [String] = []
        for page in 0..<count {
            let keys = String(repeating: "<PgDn>", count: page)
            let arguments = [
                bench.assay, "screen", "queue", "--size", "\(Seat.columns)x\(Seat.rows)", "--format", "text",
            ]
            let run = try Run.succeeding(
                arguments + (page > 0 ? ["--keys", keys] : []), environment: bench.environment(store: rows))
            var lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                String(line.reversed().drop { $0 == " " }.reversed())
            }
            while lines.count < Seat.rows { lines.append("") }
            if page == 0 { frame = lines }
            pages.append(Array(lines[QueueText.head..<Seat.rows - QueueText.foot]))
        }
        self.pages = pages
        file = "\(bench.folder)/queue.txt"
        let all = frame[0..<QueueText.head] + pages.joined() + frame[(Seat.rows - QueueText.foot)..<Seat.rows]
        try write(all.joined(separator: "\n") + "\n", to: file)
    }

    /// Bytes of a page's own text, the median page.
    var pageBytes: Double { pages.map { page in Double(page.reduce(0) { $0 + $1.utf8.count }) }.median ?? 0 }
    /// Bytes of a row's own text, the median row.
    var rowBytes: Double { pages.joined().filter { !$0.isEmpty }.map { Double($0.utf8.count) }.median ?? 0 }
}
