import Screen
import Text

/// The last line of every screen: what just happened, or what can be done now.
func renderLastLine(_ state: ConsoleState, hints: [Command], into frame: inout Frame) {
    let y = frame.size.rows - 1
    switch state.notice {
    case .said(let text): frame.put(text.shortened(to: frame.size.columns), x: 0, y: y, style: Style(.message))
    case .failed(let text): frame.put(text.shortened(to: frame.size.columns), x: 0, y: y, style: Style(.error))
    case nil: renderHints(hints, keymap: state.keymap, y: y, into: &frame)
    }
}

/// `Enter claim and open   o look`: as many whole hints as fit.
private func renderHints(_ hints: [Command], keymap: Keymap, y: Int, into frame: inout Frame) {
    var x = 0
    for command in hints {
        guard let key = keymap.keys(for: command).first else { continue }
        let name = SafeText(untrusted: key.label)
        let words = SafeText(untrusted: command.entry.hint)
        if x + name.width + 1 + words.width > frame.size.columns { continue }
        x = frame.put(name, x: x, y: y, style: Style(.key)) + 1
        x = frame.put(words, x: x, y: y, style: Style(.quiet)) + 3
    }
}
