/// Which of a session's items are listed.
package enum BatchView: Hashable, Sendable {
    case all, toSign, held, refused, signed
    case flag(BatchFlag)

    package static let choices: [BatchView] =
        [.all, .toSign, .held, .refused, .signed] + BatchFlag.allCases.map(BatchView.flag)

    package func holds(_ verdict: BatchVerdict, _ flags: Set<BatchFlag>) -> Bool {
        switch (self, verdict) {
        case (.all, _), (.toSign, .toSign), (.held, .held), (.refused, .refused), (.signed, .signed): true
        case (.flag(let flag), _): flags.contains(flag)
        default: false
        }
    }
}

/// Asks for a window of a plan: positions stand still, so a position is a place.
package struct BatchRequest: Equatable, Sendable {
    package enum Anchor: Equatable, Sendable {
        case first, last
        case after(Int)
        case before(Int)
        /// From this position on, itself included where it is listed.
        case at(Int)
    }
    package var name: String
    package var view: BatchView
    package var anchor: Anchor
    package var limit: Int

    package init(name: String, view: BatchView = .all, anchor: Anchor = .first, limit: Int) {
        self.name = name
        self.view = view
        self.anchor = anchor
        self.limit = limit
    }
}

package struct BatchPage: Equatable, Sendable {
    /// By position, whichever way they were read.
    package var items: [BatchItem]
    package var hasMoreBefore: Bool
    package var hasMoreAfter: Bool

    package init(items: [BatchItem], hasMoreBefore: Bool, hasMoreAfter: Bool) {
        self.items = items
        self.hasMoreBefore = hasMoreBefore
        self.hasMoreAfter = hasMoreAfter
    }
}

/// Items that a person has marked, without a list of them: runs of a view, and single ones.
package struct BatchMarks: Equatable, Sendable {
    package struct Run: Equatable, Sendable {
        package var positions: ClosedRange<Int>
        /// What was listed when the run was marked: nothing that was not to be seen is marked.
        package var view: BatchView
        package init(positions: ClosedRange<Int>, view: BatchView) {
            self.positions = positions
            self.view = view
        }
    }
    /// The later decides.
    package private(set) var runs: [(run: Run, isMarked: Bool)] = []

    package init() {}

    package init(_ position: Int) { mark(Run(positions: position...position, view: .all), true) }

    package var isEmpty: Bool { !runs.contains { $0.isMarked } }

    package mutating func mark(_ run: Run, _ isMarked: Bool) { runs.append((run, isMarked)) }

    package func contains(_ position: Int, _ verdict: BatchVerdict, _ flags: Set<BatchFlag>) -> Bool {
        runs.last { $0.run.positions.contains(position) && $0.run.view.holds(verdict, flags) }?.isMarked ?? false
    }

    package func contains(_ item: BatchItem) -> Bool { contains(item.position, item.verdict, item.flags) }

    /// Between which positions anything can be marked.
    package var bounds: ClosedRange<Int>? {
        guard let low = runs.map(\.run.positions.lowerBound).min(),
            let high = runs.map(\.run.positions.upperBound).max()
        else { return nil }
        return low...high
    }

    package static func == (left: BatchMarks, right: BatchMarks) -> Bool {
        left.runs.map(\.run) == right.runs.map(\.run) && left.runs.map(\.isMarked) == right.runs.map(\.isMarked)
    }
}
