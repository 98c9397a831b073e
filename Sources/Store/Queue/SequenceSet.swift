/// A set of submissions by sequence, one bit each: a million matches take 125 KB and a test takes a shift.
struct SequenceSet {
    /// No store holds as many; a damaged index may name one, and it must not take the memory.
    private static let highest: Int64 = 1 << 30

    private var bits: [UInt64] = []
    private(set) var count = 0

    mutating func insert(_ sequence: Int64) {
        guard (0...SequenceSet.highest).contains(sequence) else { return }
        let word = Int(sequence >> 6)
        if word >= bits.count {
            bits.append(contentsOf: repeatElement(0, count: max(word + 1, 2 * bits.count) - bits.count))
        }
        let bit: UInt64 = 1 << UInt64(sequence & 63)
        if bits[word] & bit == 0 { count += 1 }
        bits[word] |= bit
    }

    func contains(_ sequence: Int64) -> Bool {
        let word = Int(sequence >> 6)
        return bits.indices.contains(word) && bits[word] & (1 << UInt64(sequence & 63)) != 0
    }
}

extension SequenceSet {
    /// In order of arrival.
    func forEach(_ body: (Int64) throws -> Void) rethrows {
        for (index, word) in bits.enumerated() {
            var left = word
            while left != 0 {
                try body(Int64(index) << 6 + Int64(left.trailingZeroBitCount))
                left &= left - 1
            }
        }
    }
}
