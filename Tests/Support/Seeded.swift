/// Randomness that can be played again: SplitMix64 (Steele, Lea, Flood 2014), the same numbers on every machine for one seed.
///
/// A test runs over `Seeded.seeds` and names the seed in its expectation, so that a failure can be repeated:
///
///     @Test(arguments: Seeded.seeds) func nothingIsLost(seed: UInt64) {
///         var random = Seeded(seed: seed)
///         let length = random.number(in: 0...80)
///         ...
///     }
package struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// Enough for a check on every run; more is a longer range for an afternoon.
    package static let seeds: [UInt64] = [1, 2, 3, 42, 1999, 20_260_308]

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    package mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    package mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }

    /// True once in so many times.
    package mutating func once(in times: Int) -> Bool { below(times) == 0 }

    /// One of `values`, of which there must be one.
    package mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

    /// A soup of scalars of every sort: letters, controls, line ends, bidi controls, followers, wide ones and whatever else
    /// Unicode has.
    package mutating func soup(_ length: ClosedRange<Int>) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<number(in: length) { scalars.append(scalar()) }
        return String(scalars)
    }

    private mutating func scalar() -> Unicode.Scalar {
        let range: ClosedRange<UInt32> =
            switch number(in: 0...11) {
            case 0...3: 0x20...0x7E
            case 4: 0x00...0x1F
            case 5: 0x7F...0x2FF
            case 6: 0x300...0x36F
            case 7: 0x2000...0x206F
            case 8: 0x4E00...0x4E80
            case 9: 0x1F300...0x1F6FF
            case 10: 0xFE00...0xFFFF
            default: 0x00...0x10_FFFF
            }
        return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? "\u{FFFD}"
    }
}
