/// Numbers that look like chance and are the same in every run: SplitMix64 (Steele, Lea and Flood, 2014).
struct Seed {
    private var state: UInt64

    /// Each row has its own: row 7 is the same in a store of ten thousand and of ten million.
    init(row: Int) { state = UInt64(truncatingIfNeeded: row) &* 0xD134_2543_DE82_EF95 &+ 0x2545_F491_4F6C_DD1D }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to `bound`, itself left out.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func of(_ list: [String]) -> String { list[below(list.count)] }

    /// True in `percent` of cases.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
