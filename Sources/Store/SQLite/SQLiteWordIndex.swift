/// FTS5 without a copy of the text and without positions: it answers which submissions hold a word, nothing more.
struct SQLiteWordIndex: WordIndex {
    let database: SQLiteDatabase

    func add(_ text: [UInt8], sequence: Int64) throws {
        try database.statement("INSERT INTO words(rowid, text) VALUES (?1, ?2)").run([.int(sequence), .utf8(text)])
    }

    func matches(_ query: SearchQuery, _ body: (Int64) -> Bool) throws {
        if query.isEmpty { return }
        let statement = try database.statement("SELECT rowid FROM words WHERE words MATCH ?1")
        defer { statement.close() }
        try statement.open([.text(expression(query))])
        while try statement.next(), body(statement.int(0)) {}
    }

    /// `"one" AND ("two" OR "<mark>two") AND "thr" *`: every word in quotes, so that no text of a person is ever syntax.
    private func expression(_ query: SearchQuery) -> String {
        query.terms.map { term in
            let forms = query.reachesEarners ? [term.word, SearchText.earnerMark + term.word] : [term.word]
            return "(" + forms.map { "\"\($0)\"" + (term.isPrefix ? " *" : "") }.joined(separator: " OR ") + ")"
        }.joined(separator: " AND ")
    }
}
