import Core
import Screen

extension ConsoleState {
    mutating func press(_ key: Key, searching line: LineInput) -> [Effect] {
        switch key {
        case .enter:
            overlay = nil
            return search(for: line.text)
        case .escape:
            overlay = nil
            return search(for: "")
        default:
            var line = line
            // Backspace on an empty line goes back, as in a pager.
            if key == .backspace, line.text.isEmpty {
                overlay = nil
                return search(for: "")
            }
            _ = line.press(key)
            overlay = .search(line)
            return []
        }
    }

    /// An empty search is none.
    mutating func search(for text: String) -> [Effect] {
        let words = text.split(separator: " ").joined(separator: " ")
        let wanted = words.isEmpty ? nil : words
        guard wanted != queue.filter.search else { return [] }
        queue.filter.search = wanted
        return [queue.reload(page: pageRows)]
    }
}
