import Core
import Screen
import Text

extension BatchColumns.Kind {
    var heading: SafeText {
        switch self {
        case .title: "micro-credential"
        case .district: "district"
        case .attempt: "try"
        case .scores: "scores"
        case .second: "second"
        case .agreement: "agree"
        case .flags: "flags"
        case .age: "age"
        case .id: "id"
        case .verdict: "signing"
        }
    }

    var isRightAligned: Bool { self == .attempt || self == .age || self == .agreement }
}

extension BatchVerdict {
    /// In the margin, and before the counts that explain it.
    var sign: (SafeText, Style) {
        switch self {
        case .toSign: (" ", .text)
        case .held: ("=", Style(.warning))
        case .refused: ("x", Style(.danger))
        case .signed: ("+", Style(.good))
        }
    }
}

func renderLine(
    _ line: BatchLine, _ columns: BatchColumns, y: Int, _ state: ConsoleState, isMarked: Bool, into frame: inout Frame
) {
    let item = line.item
    if isMarked { frame.put("*", x: 1, y: y, style: Style(.marked)) }
    let (sign, style) = item.verdict.sign
    frame.put(sign, x: 2, y: y, style: style)
    for column in columns.columns {
        func place(_ text: SafeText, _ style: Style = .text) {
            let shown = text.shortened(to: column.width)
            let x = column.kind.isRightAligned ? column.right - shown.width : column.x
            frame.put(shown, x: x, y: y, style: style)
        }
        switch column.kind {
        case .title: place(line.title)
        case .district: place(line.district)
        case .attempt: place("\(item.row.attempt)")
        case .scores: if let strip = item.strips.first { strip.put(column, y: y, into: &frame) }
        case .second: if item.strips.count > 1 { item.strips[1].put(column, y: y, into: &frame) }
        case .agreement:
            if item.strips.count > 1 {
                let same = item.strips[0].agreement(with: item.strips[1])
                let all = item.strips[0].steps.count
                place("\(same)/\(all)", same == all ? .text : Style(.warning))
            }
        case .flags: place(item.flagWords(width: column.width), Style(.warning))
        case .age: place(age(of: item, state), item.flags.contains(.longWait) ? Style(.danger) : .text)
        case .id: place(line.id)
        case .verdict:
            switch item.verdict {
            case .toSign: place("would be signed", Style(.good))
            case .signed: place("signed already", Style(.quiet))
            case .held, .refused: place(line.reason, style)
            }
        }
    }
}

private func age(of item: BatchItem, _ state: ConsoleState) -> SafeText {
    let today = Dates.day(of: state.now, zoneOffset: state.zoneOffset).daysSince1970
    let then = Dates.day(of: item.row.submittedAt, zoneOffset: state.zoneOffset).daysSince1970
    let days = max(0, today - then)
    return days < 1000 ? "\(days) d" : "\(min(9999, days / 7)) w"
}

extension BatchItem {
    /// `adj near`; where that does not fit, the first and how many more.
    func flagWords(width: Int) -> SafeText {
        let words = BatchFlag.allCases.filter(flags.contains).map(\.word)
        let all = words.joined(separator: " ")
        guard all.width > width, let first = words.first else { return all }
        return first + "+\(words.count - 1)"
    }
}

extension ReaderStrip {
    /// `*** **.` a criterion; where that does not fit, `32`: one digit a criterion, its level counted from 1 as by the key that
    /// gives it, so that two readers' strips still can be compared.
    func put(_ column: BatchColumns.Column, y: Int, into frame: inout Frame) {
        let wide = steps.reduce(0) { $0 + $1.levels } + max(0, steps.count - 1)
        var x = column.x
        if wide <= column.width {
            for step in steps {
                x = LevelStrip(rank: step.rank, of: step.levels).put(x: x, y: y, into: &frame) + 1
            }
            return
        }
        for (index, step) in steps.enumerated() {
            if index == column.width - 1, steps.count > column.width {
                frame.put("+", x: x, y: y, style: Style(.quiet))
                return
            }
            x = frame.put(step.digit, x: x, y: y, style: step.isMet ? .text : Style(.warning))
        }
    }
}

extension ReaderStrip.Step {
    fileprivate var digit: SafeText {
        switch rank {
        case nil: "-"
        case .some(let rank) where rank < 9: "\(rank + 1)"
        default: "+"
        }
    }
}
