/// What one cell shows: one scalar of width 1 or 2 and up to four zero-width followers.
///
/// Not a `Character`: ncurses 6.4 keeps one spacing scalar and a few followers in a cell and reports success when it drops
/// the rest, so the program must cut text where ncurses would (measured; see DECISIONS.md).
package struct Glyph: Hashable, Sendable {
    /// 21 bits a scalar: three in `low`, two in `high`. Zero ends the list.
    var low: UInt64
    var high: UInt64

    package static let maximumScalars = 5
    package static let space = Glyph(0x20)

    package init(_ scalar: UInt32) {
        low = UInt64(scalar)
        high = 0
    }

    /// Appends a zero-width follower; a sixth scalar is dropped, as the terminal library would drop it.
    package mutating func append(follower scalar: UInt32) {
        let value = UInt64(scalar)
        if low >> 21 == 0 {
            low |= value << 21
        } else if low >> 42 == 0 {
            low |= value << 42
        } else if high == 0 {
            high = value
        } else if high >> 21 == 0 {
            high |= value << 21
        }
    }

    package var base: UInt32 { UInt32(low & 0x1F_FFFF) }
    package var hasFollowers: Bool { low >> 21 != 0 }

    /// The scalars in order, base first.
    package var scalars: [UInt32] {
        if !hasFollowers { return [base] }
        let mask: UInt64 = 0x1F_FFFF
        let followers = [(low >> 21) & mask, (low >> 42) & mask, high & mask, (high >> 21) & mask]
        return [base] + followers.filter { $0 != 0 }.map { UInt32($0) }
    }

    package var string: String {
        var view = String.UnicodeScalarView()
        for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        return String(view)
    }
}
