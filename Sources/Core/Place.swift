/// Where a person was in a submission, so that the next opening lands there. Kept by the store, never logged.
package struct ReviewPlace: Codable, Equatable, Sendable {
    /// A pane of the review screen and the first source line it showed.
    package struct Scroll: Codable, Equatable, Sendable {
        package var source: String
        package var line: Int
        /// A source line may fill many rows: so many of them, of so many, were above. Nil for none.
        package var rows: Int?
        package var of: Int?

        package init(source: String, line: Int, rows: Int? = nil, of: Int? = nil) {
            self.source = source
            self.line = line
            self.rows = rows
            self.of = of
        }
    }
    package var submission: String
    /// An evidence id.
    package var evidence: String?
    package var criterion: String?
    /// `evidence`, `reflection` or `rubric`.
    package var focus: String
    package var scrolls: [Scroll]
    /// The comment being written, where the cursor stands in it (scalars from its start); nil where none is open.
    package var commentCursor: Int?

    package init(
        submission: String, evidence: String? = nil, criterion: String? = nil, focus: String = "evidence",
        scrolls: [Scroll] = [], commentCursor: Int? = nil
    ) {
        self.submission = submission
        self.evidence = evidence
        self.criterion = criterion
        self.focus = focus
        self.scrolls = scrolls
        self.commentCursor = commentCursor
    }
}
