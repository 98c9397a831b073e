import Text

/// Where glyphs, words and lines begin and end.
extension CommentEditor {
    /// A glyph begins here: anything but a follower that has something to stand on.
    private func isEdge(_ place: Int) -> Bool {
        if place <= 0 || place >= scalars.count { return true }
        if scalars[place] == "\n" || scalars[place - 1] == "\n" { return true }
        return scalarWidth(scalars[place].value) > 0
    }

    func edge(atOrBefore place: Int) -> Int {
        var place = min(max(0, place), scalars.count)
        while !isEdge(place) { place -= 1 }
        return place
    }

    func after(_ place: Int) -> Int {
        var next = min(place + 1, scalars.count)
        while !isEdge(next) { next += 1 }
        return next
    }

    func before(_ place: Int) -> Int { edge(atOrBefore: place - 1) }

    /// Letters, digits and whatever stands with them; anything but space and punctuation of ASCII.
    private func isWord(_ place: Int) -> Bool {
        let value = scalars[place].value
        return switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x27: true
        case 0..<0xA1: false
        default: true
        }
    }

    func wordStart(before place: Int) -> Int {
        var place = place
        while place > 0, !isWord(place - 1) { place -= 1 }
        while place > 0, isWord(place - 1) { place -= 1 }
        return edge(atOrBefore: place)
    }

    func wordEnd(after place: Int) -> Int {
        var place = place
        while place < scalars.count, !isWord(place) { place += 1 }
        while place < scalars.count, isWord(place) { place += 1 }
        return place
    }

    func lineStart(from place: Int) -> Int {
        var place = place
        while place > 0, scalars[place - 1] != "\n" { place -= 1 }
        return place
    }

    func lineEnd(from place: Int) -> Int {
        var place = place
        while place < scalars.count, scalars[place] != "\n" { place += 1 }
        return place
    }
}
