/// Whether search knows the submissions that there are, and no others. The index keeps no text to compare with; but the words
/// of its district are among those of every submission.
struct WordCheck {
    let database: any Database

    func run() throws -> (missing: Int, foreign: Int) {
        var there = SequenceSet()
        let all = try RowCursor(database, "SELECT seq FROM submission ORDER BY seq")
        while try all.next() { there.insert(all.row.int(0)) }
        var known = SequenceSet()
        // A district's name may have no plain words: then nothing is asked of its submissions.
        var silent: Set<Int64> = []
        for (district, name) in try database.all("SELECT seq, name FROM district", row: { ($0.int(0), $0.text(1)) }) {
            let words = WordCheck.plainWords(name)
            // The space ends the last word.
            guard !words.isEmpty, let query = SearchQuery(words.joined(separator: " ") + " ", reachesEarners: false)
            else {
                silent.insert(district)
                continue
            }
            try database.words.matches(query) { sequence in
                known.insert(sequence)
                return true
            }
        }
        var missing = 0
        let asked = try RowCursor(database, "SELECT seq, district FROM submission ORDER BY seq")
        while try asked.next() {
            if !known.contains(asked.row.int(0)), !silent.contains(asked.row.int(1)) { missing += 1 }
        }
        var foreign = 0
        known.forEach { if !there.contains($0) { foreign += 1 } }
        return (missing, foreign)
    }

    /// Those of nothing but letters and digits between spaces: about where others end, the index and we need not agree.
    static func plainWords(_ name: String) -> [String] {
        name.split(separator: " ").map(String.init).filter { SearchText.words($0) == [$0] }
    }
}
