import Text

/// Numbers as people read them.
package enum Numbers {
    /// `1,372`.
    package static func grouped(_ number: Int) -> SafeText {
        let magnitude = number.magnitude
        if magnitude < 1000 { return "\(number)" }
        var rest = magnitude
        var text: SafeText = .empty
        while rest >= 1000 {
            let group = rest % 1000
            text = ",\(group / 100)\(group / 10 % 10)\(group % 10)" + text
            rest /= 1000
        }
        return (number < 0 ? "-" : .empty) + "\(rest)" + text
    }

    /// `1 line`, `2 lines`.
    package static func counted(_ number: Int, _ one: SafeText, _ many: SafeText) -> SafeText {
        grouped(number) + " " + (number == 1 ? one : many)
    }

    /// `812 bytes`, `4.2 KiB`, `64 MiB`: three digits at most, in steps of 1,024.
    package static func size(_ bytes: Int) -> SafeText {
        if bytes < 1024 { return counted(max(0, bytes), "byte", "bytes") }
        let units: [SafeText] = ["KiB", "MiB", "GiB", "TiB"]
        var unit = 0
        var divisor = 1024
        while unit < units.count - 1, bytes / divisor >= 1024 {
            divisor *= 1024
            unit += 1
        }
        let whole = bytes / divisor
        let tenth = bytes % divisor * 10 / divisor
        return whole < 10 && tenth > 0 ? "\(whole).\(tenth) \(units[unit])" : grouped(whole) + " " + units[unit]
    }
}
