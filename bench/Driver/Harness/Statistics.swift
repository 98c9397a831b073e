/// Order statistics of a few hundred numbers.
extension [Double] {
    /// Nil of nothing.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
    }

    /// The smallest number that `percent` of all do not exceed.
    func percentile(_ percent: Int) -> Double? {
        guard !isEmpty else { return nil }
        let rank = (count * percent + 99) / 100
        return sorted()[Swift.min(count - 1, Swift.max(0, rank - 1))]
    }
}

extension Double {
    /// With `places` decimals.
    func text(_ places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let whole = Int((magnitude * Double(scale)).rounded())
        let fraction = String(whole % scale + scale).dropFirst()
        return (self < 0 && whole > 0 ? "-" : "") + String(whole / scale) + (places > 0 ? "." + fraction : "")
    }
}
