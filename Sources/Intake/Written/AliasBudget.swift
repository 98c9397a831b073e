/// Bounds what the aliases of a YAML text can grow to, before it is parsed.
///
/// The tree itself shares aliased values, so it stays small; but Yams compares the keys of every mapping by all that is in
/// them, and a key that is an alias of aliases takes for ever ("billion laughs"). With `n` anchors and `m` aliases of them no
/// value can grow by more than `(m / n + 1)^n`, reached when each anchor holds an equal share of the aliases of the one before.
/// Names are looked for in the plain bytes, also where they are only prose: that can only count too many.
enum AliasBudget {
    /// Bytes after all aliases are written out. A rubric of ten criteria that share one list of levels needs a few thousand.
    static let most = 1e8

    static func check(_ bytes: [UInt8]) throws(SyntaxFault) {
        let anchors = names(bytes, after: UInt8(ascii: "&"))
        let used = names(bytes, after: UInt8(ascii: "*")).filter { anchors[$0.key] != nil }
        let aliases = Double(used.values.reduce(0, +))
        let anchored = Double(anchors.filter { used[$0.key] != nil }.values.reduce(0, +))
        guard anchored > 0 else { return }
        var growth = Double(bytes.count)
        for _ in 0..<Int(min(anchored, 200)) { growth *= aliases / anchored + 1 }
        if growth > most {
            throw SyntaxFault(
                reason: "found \(Int(anchored)) anchors that \(Int(aliases)) aliases name, expected fewer: "
                    + "written out they could fill the memory")
        }
    }

    /// How often each name stands behind `mark`.
    private static func names(_ bytes: [UInt8], after mark: UInt8) -> [ArraySlice<UInt8>: Int] {
        var counts: [ArraySlice<UInt8>: Int] = [:]
        var at = 0
        while let start = bytes[at...].firstIndex(of: mark) {
            let name = bytes[(start + 1)...].prefix(while: isNameByte)
            if !name.isEmpty { counts[name, default: 0] += 1 }
            at = start + 1
        }
        return counts
    }

    /// What libyaml takes for a part of an anchor's name.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
