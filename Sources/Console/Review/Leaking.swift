import Core
import Screen
import Text

/// Reporting that a text gives away who the earner is: one line that asks what it is.
extension ReviewState {
    mutating func askLeak(_ turn: inout Turn) {
        guard !detail.leaks.contains(where: { $0.by == card.assessor }) else {
            return turn.say("You have reported a leak here already.")
        }
        mode = .leaking(LineInput(limit: LeakReport.longestReason))
    }

    mutating func reason(_ key: Key, _ line: LineInput, _ turn: inout Turn) {
        var line = line
        switch key {
        case .escape:
            mode = .reading
            turn.say("No leak was reported.")
        case .enter:
            let text = line.text.split(separator: " ").joined(separator: " ")
            if text.isEmpty { return }
            do {
                try LeakReport.check(reason: text)
                // The line stays until the store has answered: what was typed is not lost where it refuses.
                turn.effects.append(.reportLeak(id, reason: text))
            } catch { turn.fail(SafeText(untrusted: error.sentence)) }
        default:
            _ = line.press(key)
            mode = .leaking(line)
        }
    }

    mutating func reported(_ leak: LeakReport, _ submission: String, _ turn: inout Turn) {
        guard submission == id else { return }
        detail.leaks.append(leak)
        if case .leaking = mode { mode = .reading }
        turn.say("The leak is reported; the coordinators see it.")
    }
}
