import Screen

extension Key {
    /// As a key script spells it: `j`, `<Enter>`, `<C-r>`, `<S-Tab>`; `<` itself is `<lt>`.
    package var notation: String {
        switch self {
        case .character(let scalar):
            scalar == "<" || scalar == " " ? "<\(Key.spelled(scalar))>" : String(Character(scalar))
        case .control(let scalar): "<C-\(Key.spelled(scalar))>"
        case .alt(let scalar): "<A-\(Key.spelled(scalar))>"
        default: "<\(label)>"
        }
    }

    /// Inside brackets, what would end them or look like nothing goes by its name.
    private static func spelled(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "<": "lt"
        case ">": "gt"
        case " ": "Space"
        default: String(Character(scalar))
        }
    }

    /// As help and hints show it: `j`, `Enter`, `C-r`.
    package var label: String {
        switch self {
        case .character(" "): "Space"
        case .character(let scalar): String(Character(scalar))
        case .control(let scalar): "C-" + String(Character(scalar))
        case .alt(let scalar): "A-" + String(Character(scalar))
        case .function(let number): "F\(number)"
        case .paste: "Paste"
        case .click(let x, let y): "Click-\(x)-\(y)"
        case .wheelUp: "WheelUp"
        case .wheelDown: "WheelDown"
        default: Key.names.first { $0.key == self }?.name ?? "?"
        }
    }

    /// The named keys; where a key has several names, the first is the one shown.
    static let names: [(name: String, key: Key)] = [
        ("Enter", .enter), ("CR", .enter), ("Tab", .tab), ("S-Tab", .backTab), ("BackTab", .backTab),
        ("Esc", .escape), ("BS", .backspace), ("Backspace", .backspace), ("Del", .delete), ("Delete", .delete),
        ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
        ("End", .end), ("PgUp", .pageUp), ("PageUp", .pageUp), ("PgDn", .pageDown), ("PageDown", .pageDown),
        ("C-Left", .controlLeft), ("C-Right", .controlRight), ("WheelUp", .wheelUp(x: 0, y: 0)),
        ("WheelDown", .wheelDown(x: 0, y: 0)),
        ("Space", .character(" ")), ("lt", .character("<")), ("gt", .character(">")),
    ]
}
