/// What a cell means; a theme says how that looks. Nothing is ever said by colour alone.
package struct Style: Hashable, Sendable {
    package enum Role: UInt8, CaseIterable, Sendable {
        case text, quiet, heading, title, rule
        /// The row or item under the cursor.
        case selected
        /// Where the cursor works now: the focused pane's title, the current criterion.
        case focus
        case good, warning, danger
        case link, code
        case key
        /// Marked lines, search hits.
        case marked
        /// A level strip: reached, and not reached.
        case filled, hollow
        /// The message line.
        case message, error
        /// Six series of a chart.
        case chart1, chart2, chart3, chart4, chart5, chart6
    }
    package struct Attributes: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let bold = Attributes(rawValue: 1)
        package static let italic = Attributes(rawValue: 2)
        package static let underline = Attributes(rawValue: 4)
        package static let strike = Attributes(rawValue: 8)
    }
    package var role: Role
    /// Added to what the theme gives the role.
    package var attributes: Attributes
    /// On the row under the cursor: the theme lays its selection over the role.
    package var isSelected: Bool

    package init(_ role: Role, _ attributes: Attributes = [], isSelected: Bool = false) {
        self.role = role
        self.attributes = attributes
        self.isSelected = isSelected
    }

    package static let text = Style(.text)
}
