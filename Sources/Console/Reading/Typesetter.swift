import Core
import Screen
import Text

/// Sets blocks one under the other.
struct Typesetter {
    let measure: Int
    private(set) var lines: [LaidLine] = []

    init(measure: Int) { self.measure = measure }

    mutating func set(_ block: Block) {
        if !lines.isEmpty, !block.isTight || block.isChapter { lines.append(.filler(before: block.lines.lowerBound)) }
        // A lead that would eat the line (deep nesting in a narrow pane) is cut down.
        let lead = Block.Lead(
            first: block.lead.first.prefix(columns: measure / 2), rest: block.lead.rest.prefix(columns: measure / 2))
        switch block.kind {
        case .paragraph: fill(block, lead: lead, base: .text)
        case .heading: fill(block, lead: lead, base: Style(.heading, .bold))
        case .code: keep(block, lead: lead)
        case .rule: rule(block, lead: lead)
        case .table(let table): add(TableSetter(table, measure: measure - lead.first.width).lines(), lead: lead)
        case .card(let fields): card(fields, block: block, lead: lead)
        }
    }

    private mutating func fill(_ block: Block, lead: Block.Lead, base: Style) {
        var filler = Filler(measure: max(1, measure - lead.first.width), firstLine: block.lines.lowerBound)
        for span in block.spans { filler.add(span, style: span.style(on: base)) }
        add(filler.finish(), lead: lead)
    }

    private mutating func rule(_ block: Block, lead: Block.Lead) {
        let width = max(1, measure - lead.first.width)
        let line = LaidLine(
            runs: [Run(.repeated("\u{2500}", width), Style(.rule))], sourceLine: block.lines.lowerBound,
            lastSourceLine: block.lines.upperBound, width: width)
        add([line], lead: lead)
    }

    /// Label and value, the values under each other.
    private mutating func card(_ fields: [Block.Field], block: Block, lead: Block.Lead) {
        let label = min(fields.map(\.label.width).max() ?? 0, measure / 2)
        for field in fields {
            let head = field.label.padded(to: label) + "  "
            var filler = Filler(
                measure: max(1, measure - lead.first.width - label - 2), firstLine: block.lines.lowerBound)
            filler.add(Span(field.value, line: block.lines.lowerBound), style: .text)
            add(
                filler.finish(), lead: Block.Lead(first: lead.first + head, rest: lead.rest + .repeated(" ", label + 2))
            )
        }
    }

    /// Takes in lines that were set without their lead.
    private mutating func add(_ new: [LaidLine], lead: Block.Lead) {
        guard !lead.first.isEmpty || !lead.rest.isEmpty else { return lines.append(contentsOf: new) }
        let width = lead.first.width
        for (number, line) in new.enumerated() {
            var line = line
            line.runs.insert(Run(number == 0 ? lead.first : lead.rest, Style(.quiet)), at: 0)
            line.width += width
            lines.append(line)
        }
    }

    /// Lines as they are. One that is too long goes on in the next line, behind a mark.
    private mutating func keep(_ block: Block, lead: Block.Lead) {
        var code = CodeKeeper(measure: max(1, measure - lead.first.width), firstLine: block.lines.lowerBound)
        for span in block.spans { code.add(span) }
        add(code.finish(), lead: lead)
    }
}

extension Block {
    /// A heading that is always set off.
    fileprivate var isChapter: Bool {
        if case .heading(let depth) = kind { return depth <= 2 }
        return false
    }
}

extension Span {
    func style(on base: Style) -> Style {
        var style = base
        if marks.isEmpty { return style }
        if marks.contains(.code) { style.role = .code }
        if marks.contains(.link) { style.role = .link }
        if marks.contains(.aside) { style.role = .quiet }
        if marks.contains(.emphasis) { style.attributes.insert(.italic) }
        if marks.contains(.strong) { style.attributes.insert(.bold) }
        if marks.contains(.strike) { style.attributes.insert(.strike) }
        return style
    }
}
