import Text

/// A histogram in a line of words, for where no chart can stand: counts between a few bounds, empty ones left out.
package struct Spread: Equatable, Sendable {
    package enum Kind: Sendable {
        /// Days to the deadline; below 0 is late.
        case daysLeft
        /// Days since something was handed in.
        case daysOld

        /// The last day of each range but the last.
        fileprivate var ends: [Int] { self == .daysLeft ? [-8, -1, 0, 7, 14] : [6, 13, 20, 27] }

        fileprivate var names: [SafeText] {
            self == .daysLeft
                ? ["late by over 7", "late by 1-7", "today", "1-7", "8-14", "15 or more"]
                : ["0-6", "7-13", "14-20", "21-27", "28 or more"]
        }
    }
    package let words: SafeText

    package init(_ counts: [(days: Int, n: Int)], _ kind: Kind) {
        var sums = Array(repeating: 0, count: kind.names.count)
        for (days, n) in counts { sums[kind.ends.firstIndex { days <= $0 } ?? kind.ends.count] += n }
        words = zip(kind.names, sums).filter { $0.1 > 0 }.map { "\($0): \(Numbers.grouped($1))" as SafeText }
            .joined(separator: "   ")
    }
}
