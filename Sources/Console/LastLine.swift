import Screen
import Text

/// The last line of every screen: what just happened, or what can be done now. An error too long for one line takes those
/// above it, until the next key: half a reason helps nobody.
func renderLastLine(
    _ state: ConsoleState, hints: [Command], lead: (key: SafeText, words: SafeText)? = nil, into frame: inout Frame
) {
    let y = frame.size.rows - 1
    guard y >= 0 else { return }
    frame.fill(Rect(x: 0, y: y, width: frame.size.columns, height: 1))
    switch state.notice {
    case .said(let text): frame.put(text.shortened(to: frame.size.columns), x: 0, y: y, style: Style(.message))
    case .failed(let text): renderError(text, y: y, into: &frame)
    case nil: renderHints(hints, lead: lead, keymap: state.keymap, y: y, into: &frame)
    }
}

private func renderError(_ text: SafeText, y: Int, into frame: inout Frame) {
    let columns = frame.size.columns
    let lines = text.folded(to: columns)
    let room = max(1, frame.size.rows / 4)
    guard lines.count > 1, lines.count <= room else {
        frame.put(text.shortened(to: columns), x: 0, y: y, style: Style(.error))
        return
    }
    let top = y - lines.count + 1
    frame.fill(Rect(x: 0, y: top, width: columns, height: lines.count))
    for (offset, line) in lines.enumerated() { frame.put(line, x: 0, y: top + offset, style: Style(.error)) }
}

/// `Enter claim and open   o look`: whole hints only. Where they don't fit, those before the last go first: the last is the
/// way to all the others, or the way out.
private func renderHints(
    _ hints: [Command], lead: (key: SafeText, words: SafeText)?, keymap: Keymap, y: Int, into frame: inout Frame
) {
    var shown: [(key: SafeText, words: SafeText)] = hints.compactMap { command in
        keymap.keys(for: command).first.map {
            (SafeText(untrusted: $0.label), SafeText(untrusted: command.entry.hint))
        }
    }
    if let lead { shown.insert(lead, at: 0) }
    let columns = frame.size.columns
    func width(gap: Int) -> Int {
        shown.reduce(0) { $0 + $1.key.width + 1 + $1.words.width } + gap * max(0, shown.count - 1)
    }
    while shown.count > 1, width(gap: 2) > columns { shown.remove(at: shown.count - 2) }
    if width(gap: 2) > columns { return }
    let gap = width(gap: 3) > columns ? 2 : 3
    var x = 0
    for hint in shown {
        x = frame.put(hint.key, x: x, y: y, style: Style(.key)) + 1
        x = frame.put(hint.words, x: x, y: y, style: Style(.quiet)) + gap
    }
}
