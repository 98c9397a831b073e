/// How many open submissions were handed in on one local day.
package struct AgeCount: Equatable, Sendable {
    package var handedIn: CivilDate
    package var n: Int
    /// Days since then; a clock that was ahead makes it negative.
    package var days: Int
    /// What was promised for that day is over.
    package var isLate: Bool

    package init(handedIn: CivilDate, n: Int, today: CivilDate, promise: Promise) {
        self.handedIn = handedIn
        self.n = n
        days = today.daysSince1970 - handedIn.daysSince1970
        isLate = promise.lastDay(handedIn: handedIn) < today
    }
}
