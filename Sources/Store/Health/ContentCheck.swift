import Crypto

/// Reads every evidence file and compares it with the hash by which it is known. One piece is in memory at a time.
struct ContentCheck {
    let database: any Database

    /// How many there are, and which are not what they were, by whose evidence they are.
    func run() throws -> (files: Int, damaged: [String]) {
        let pieces = try RowCursor(
            database,
            """
            SELECT c.seq, c.sha256, c.bytes, k.n, k.bytes FROM content c LEFT JOIN content_chunk k ON k.content = c.seq
            ORDER BY c.seq, k.n
            """)
        var files = 0
        var damaged: [String] = []
        var current: Reading?
        func close() throws {
            guard let reading = current else { return }
            files += 1
            if !reading.isWhole { damaged.append(try name(reading.sequence)) }
        }
        while try pieces.next() {
            let row = pieces.row
            if current?.sequence != row.rawInt(0) {
                try close()
                current = Reading(sequence: row.rawInt(0), sha256: row.bytes(1), bytes: row.rawInt(2))
            }
            if !row.isNull(3) { current?.take(row.rawInt(3), row.bytes(4)) }
        }
        try close()
        return (files, damaged)
    }

    private struct Reading {
        let sequence: Int64
        let sha256: [UInt8]
        let bytes: Int64
        private var hash = SHA256()
        private var length: Int64 = 0
        private var pieces: Int64 = 0
        private var isInOrder = true

        init(sequence: Int64, sha256: [UInt8], bytes: Int64) {
            self.sequence = sequence
            self.sha256 = sha256
            self.bytes = bytes
        }

        mutating func take(_ n: Int64, _ piece: [UInt8]) {
            if n != pieces { isInOrder = false }
            pieces += 1
            length += Int64(piece.count)
            piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }

        var isWhole: Bool { isInOrder && length == bytes && Array(hash.finalize()) == sha256 }
    }

    /// By whose evidence it is.
    func name(_ content: Int64) throws -> String {
        try database.first(
            """
            SELECT e.evidence, s.id FROM evidence_content e JOIN submission s ON s.seq = e.submission
            WHERE e.content = ?1 ORDER BY s.seq LIMIT 1
            """, .int(content)
        ) { "\($0.text(0)) of \($0.text(1))" } ?? "number \(content), which nothing uses"
    }
}
