import Core
import Crypto

/// Files, kept once by what is in them, in pieces of at most 1 MiB.
struct ContentStore {
    struct Stored {
        /// 0 where nothing was stored.
        var sequence: Int64
        var sha256: [UInt8]
        var bytes: Int
    }
    static let chunk = 1 << 20

    let database: any Database

    /// Only what it would be stored as.
    static func measure(_ source: ContentSource) throws -> Stored {
        var hash = SHA256()
        var bytes = 0
        while let piece = try source.next() {
            piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
            bytes += piece.count
        }
        return Stored(sequence: 0, sha256: Array(hash.finalize()), bytes: bytes)
    }

    /// Reads the source to its end. Only one chunk is in memory at a time; what turns out to be there already is dropped.
    func store(_ source: ContentSource) throws -> Stored {
        var hash = SHA256()
        var bytes = 0
        var buffer: [UInt8] = []
        var started: Int64?
        var n = 0
        while let piece = try source.next() {
            piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
            bytes += piece.count
            buffer.append(contentsOf: piece)
            while buffer.count > ContentStore.chunk {
                let content = try started ?? begin()
                started = content
                try put(Array(buffer.prefix(ContentStore.chunk)), content, n)
                buffer.removeFirst(ContentStore.chunk)
                n += 1
            }
        }
        let sha256 = Array(hash.finalize())
        if let known = try find(sha256) {
            if let started {
                try database.run("DELETE FROM content_chunk WHERE content = ?1", .int(started))
                try database.run("DELETE FROM content WHERE seq = ?1", .int(started))
            }
            return Stored(sequence: known, sha256: sha256, bytes: bytes)
        }
        let content = try started ?? begin()
        if !buffer.isEmpty { try put(buffer, content, n) }
        try database.run(
            "UPDATE content SET sha256 = ?2, bytes = ?3 WHERE seq = ?1", .int(content), .bytes(sha256), .int(bytes))
        return Stored(sequence: content, sha256: sha256, bytes: bytes)
    }

    func find(_ sha256: [UInt8]) throws -> Int64? {
        try database.firstInt("SELECT seq FROM content WHERE sha256 = ?1", .bytes(sha256))
    }

    /// The first `limit` bytes.
    func read(_ content: Int64, limit: Int?) throws -> [UInt8] {
        let whole = Int(try database.firstInt("SELECT bytes FROM content WHERE seq = ?1", .int(content)) ?? -1)
        let statement = try database.statement("SELECT bytes, n FROM content_chunk WHERE content = ?1 ORDER BY n")
        defer { statement.close() }
        try statement.open([.int(content)])
        var bytes: [UInt8] = []
        var n: Int64 = 0
        while bytes.count < limit ?? Int.max, try statement.next(), statement.int(1) == n {
            bytes += statement.bytes(0)
            n += 1
        }
        // A file that is cut short must not be taken for a short file.
        guard whole >= 0, bytes.count == whole || bytes.count >= limit ?? Int.max else {
            throw DatabaseFault(
                kind: .damaged,
                message: "a part of the evidence \(try ContentCheck(database: database).name(content)) is missing")
        }
        if let limit, bytes.count > limit { bytes.removeLast(bytes.count - max(0, limit)) }
        return bytes
    }

    /// A content whose hash is not known yet.
    private func begin() throws -> Int64 {
        let next = (try database.firstInt("SELECT max(seq) FROM content") ?? 0) + 1
        try database.run("INSERT INTO content(seq, sha256, bytes) VALUES (?1, NULL, 0)", .int(next))
        return next
    }

    private func put(_ bytes: [UInt8], _ content: Int64, _ n: Int) throws {
        try database.run(
            "INSERT INTO content_chunk(content, n, bytes) VALUES (?1, ?2, ?3)", .int(content), .int(n), .bytes(bytes))
    }
}
