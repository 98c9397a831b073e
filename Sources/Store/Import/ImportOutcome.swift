/// What became of one thing that was handed in.
package enum ImportOutcome: Equatable, Sendable {
    case imported
    /// The same is stored already.
    case unchanged
    /// The sentence says why; unescaped: it goes through the text door before a person sees it.
    case refused(String)
}

/// The bytes of one piece of evidence, read once, in order. They need not fit into memory.
package struct ContentSource {
    /// How many bytes there will be, as far as is known: decides only when a batch is full.
    package var bytes: Int
    /// The next piece, of any length (1 MiB at most is kindest); nil at the end.
    package var next: () throws -> [UInt8]?

    package init(bytes: Int, next: @escaping () throws -> [UInt8]?) {
        self.bytes = bytes
        self.next = next
    }

    /// Bytes that are in memory already.
    package init(_ bytes: [UInt8]) {
        var left: [UInt8]? = bytes
        self.init(bytes: bytes.count) {
            defer { left = nil }
            return left
        }
    }
}
