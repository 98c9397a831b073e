import Text

extension SafeText {
    /// The text in lines of at most `columns`, broken at spaces; a longer word stands on a line of its own.
    package func folded(to columns: Int) -> [SafeText] {
        guard columns > 0, width > columns else { return [self] }
        var lines: [SafeText] = []
        var line: SafeText = .empty
        for part in string.split(separator: " ") {
            let word = SafeText(untrusted: String(part))
            if line.isEmpty {
                line = word
            } else if line.width + 1 + word.width <= columns {
                line += " " + word
            } else {
                lines.append(line)
                line = word
            }
        }
        return lines + [line]
    }
}
