import Core
import Screen
import Text

/// Feedback phrases to start a comment from: those of the chosen level first.
struct PhraseMenu: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        var level: SafeText
        var phrase: SafeText
        var raw: String
    }
    let criterion: String
    let entries: [Entry]
    var cursor = 0

    init(_ criterion: Criterion, chosen: String?) {
        self.criterion = criterion.id
        let levels = criterion.levels.filter { $0.id == chosen } + criterion.levels.filter { $0.id != chosen }
        entries = levels.flatMap { level in
            level.feedback.map {
                Entry(level: SafeText(untrusted: level.name), phrase: SafeText(untrusted: $0), raw: $0)
            }
        }
    }
}

extension ReviewState {
    mutating func openPhrases(_ turn: inout Turn) {
        guard let current, mayChange(&turn) else { return }
        let menu = PhraseMenu(current, chosen: ledger.foreseen.score(current.id)?.level)
        if menu.entries.isEmpty { return turn.say("\(untrusted: current.title) has no feedback phrases.") }
        mode = .phrases(menu)
    }

    mutating func choose(_ key: Key, _ menu: PhraseMenu, _ turn: inout Turn) {
        var menu = menu
        let last = menu.entries.count - 1
        switch key {
        case .character("j"), .down: menu.cursor = min(last, menu.cursor + 1)
        case .character("k"), .up: menu.cursor = max(0, menu.cursor - 1)
        case .character("g"), .home, .pageUp: menu.cursor = 0
        case .character("G"), .end, .pageDown: menu.cursor = last
        case .escape, .character("q"), .character("m"):
            mode = .reading
            return
        case .enter: return pick(menu.cursor, of: menu, &turn)
        case .character(let scalar) where ("1"..."9").contains(scalar):
            let number = Int(scalar.value) - 0x31
            return number <= last ? pick(number, of: menu, &turn) : turn.say("There are \(last + 1) phrases.")
        default: return
        }
        mode = .phrases(menu)
    }

    private mutating func pick(_ number: Int, of menu: PhraseMenu, _ turn: inout Turn) {
        mode = .reading
        guard mayChange(&turn) else { return }
        want(.append(criterion: menu.criterion, phrase: menu.entries[number].raw), &turn)
    }
}
