/// One line of a plan.
package struct BatchItem: Equatable, Sendable {
    /// From 1, without gaps, in the order in which the session was made.
    package var position: Int
    package var row: QueueRow
    package var verdict: BatchVerdict
    package var flags: Set<BatchFlag>
    /// The submitted cards that the caller may see, first the one that was begun first.
    package var strips: [ReaderStrip]

    package init(
        position: Int, row: QueueRow, verdict: BatchVerdict, flags: Set<BatchFlag> = [], strips: [ReaderStrip] = []
    ) {
        self.position = position
        self.row = row
        self.verdict = verdict
        self.flags = flags
        self.strips = strips
    }
}

/// A reader's levels, criterion by criterion.
package struct ReaderStrip: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        /// 0 the lowest; nil for none.
        package var rank: Int?
        package var levels: Int
        package var isMet: Bool
        package init(rank: Int?, levels: Int, isMet: Bool) {
            self.rank = rank
            self.levels = levels
            self.isMet = isMet
        }
    }
    package var reader: String
    package var steps: [Step]

    package init(reader: String, steps: [Step]) {
        self.reader = reader
        self.steps = steps
    }

    package init(_ card: Scorecard, rubric: Rubric) {
        reader = card.assessor
        steps = rubric.criteria.map { criterion in
            let level = card.score(criterion.id)?.level
            return Step(
                rank: level.flatMap(criterion.rank), levels: criterion.levels.count,
                isMet: level.map(criterion.isMet) ?? false)
        }
    }

    /// On how many criteria two readers gave the same level.
    package func agreement(with other: ReaderStrip) -> Int {
        zip(steps, other.steps).count { $0.rank != nil && $0.rank == $1.rank }
    }
}
