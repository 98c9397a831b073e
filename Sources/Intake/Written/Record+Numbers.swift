extension Record {
    /// A whole number; the default where the key is left out, a problem where there is no default.
    func whole(_ key: String, _ range: ClosedRange<Int>, default standard: Int? = nil) -> Int {
        guard let value = self[key] else {
            if standard == nil { problem(key, expected: Record.words(range)) }
            return standard ?? range.lowerBound
        }
        if let number = value.digits.flatMap(Record.whole), range.contains(number) { return number }
        problem(key, expected: Record.words(range))
        return range.lowerBound
    }

    func optionalWhole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        self[key] == nil ? nil : whole(key, range)
    }

    func number(_ key: String, _ range: ClosedRange<Double>, default standard: Double? = nil) -> Double {
        guard let value = self[key] else {
            if standard == nil { problem(key, expected: Record.words(range)) }
            return standard ?? range.lowerBound
        }
        if let number = value.digits.flatMap(Record.number), range.contains(number) { return number }
        problem(key, expected: Record.words(range))
        return range.lowerBound
    }

    func truth(_ key: String, default standard: Bool) -> Bool {
        guard let value = self[key] else { return standard }
        switch value.value {
        case .truth(let truth): return truth
        case .plain("true"), .plain("True"): return true
        case .plain("false"), .plain("False"): return false
        default:
            problem(key, expected: "true or false")
            return standard
        }
    }

    /// Far beyond any count here; keeps sums of a few of them from overflowing.
    static let large = 1_000_000_000

    private static func words(_ range: ClosedRange<Int>) -> String {
        range.upperBound >= large
            ? "a whole number from \(range.lowerBound)"
            : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        if range.lowerBound <= -Double(large) { return "a number" }
        let from = range.lowerBound.formatted
        return range.upperBound >= Double(large)
            ? "a number from \(from)" : "a number from \(from) to \(range.upperBound.formatted)"
    }

    /// `2`, and `2.0` or `2e0`, which JSON Schema calls integers too.
    private static func whole(_ text: String) -> Int? {
        if let whole = Int(text) { return whole }
        return number(text).flatMap { Int(exactly: $0) }
    }

    /// Decimal only: Swift's own reader would also take hexadecimal, `nan` and `inf`.
    private static func number(_ text: String) -> Double? {
        let decimal = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        guard decimal, let value = Double(text), value.isFinite else { return nil }
        return value
    }
}

extension Written {
    /// The spelling of what may be a number.
    fileprivate var digits: String? {
        switch value {
        case .number(let text), .plain(let text): text
        default: nil
        }
    }
}

extension Double {
    /// Without a fraction where there is none.
    var formatted: String { Int(exactly: self).map { String($0) } ?? String(self) }
}
