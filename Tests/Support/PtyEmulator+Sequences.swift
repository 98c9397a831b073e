import Screen

extension PtyEmulator {
    /// ESC and one letter.
    mutating func escape(_ letter: Unicode.Scalar) {
        switch letter {
        case "D": lineFeed()
        case "E":
            move(x: 0, y: cursor.y)
            lineFeed()
        case "M":
            if cursor.y == region.lowerBound { scroll(region, by: -1) } else { move(x: cursor.x, y: cursor.y - 1) }
        case "7": saved = cursor
        case "8": if let saved { move(x: saved.x, y: saved.y) }
        case "c": self = PtyEmulator(size: size)
        case "=", ">", "\\": break
        default: unknown.append("ESC \(letter)")
        }
    }

    /// A control sequence without its `ESC [`.
    mutating func control(_ text: String) {
        guard let final = text.unicodeScalars.last else { return }
        let parameters = text.unicodeScalars.dropLast()
        if parameters.first == "?", final == "c" { return }  // the shape of the Linux console's cursor
        if parameters.first == "?" {
            mode(String(String.UnicodeScalarView(parameters.dropFirst())), isSet: final == "h")
            return
        }
        if let first = parameters.first, !("0"..."9").contains(first), first != ";" {
            // Secondary attributes, modifyOtherKeys and the like: nothing to see.
            if !"<>=!".unicodeScalars.contains(first) { unknown.append("CSI \(text)") }
            return
        }
        let numbers = String(String.UnicodeScalarView(parameters))
            .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let first = numbers.first ?? 0
        let count = max(1, first)
        switch final {
        case "A": move(x: cursor.x, y: max(cursor.y - count, cursor.y >= region.lowerBound ? region.lowerBound : 0))
        case "B": move(x: cursor.x, y: cursor.y + count)
        case "C": move(x: cursor.x + count, y: cursor.y)
        case "D": move(x: cursor.x - count, y: cursor.y)
        case "E": move(x: 0, y: cursor.y + count)
        case "F": move(x: 0, y: cursor.y - count)
        case "G", "`": move(x: count - 1, y: cursor.y)
        case "H", "f": move(x: (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1, y: count - 1)
        case "d": move(x: cursor.x, y: count - 1)
        case "I": for _ in 0..<count { show("\t") }
        case "Z": move(x: max(0, (cursor.x - 1) / 8 * 8), y: cursor.y)
        case "J": eraseDisplay(first)
        case "K": eraseLine(first)
        case "X": erase(cursor.y, cursor.x..<min(size.columns, cursor.x + count))
        case "P": shift(deleting: count)
        case "@": shift(inserting: count)
        case "L": if region.contains(cursor.y) { scroll(cursor.y..<region.upperBound, by: -count) }
        case "M": if region.contains(cursor.y) { scroll(cursor.y..<region.upperBound, by: count) }
        case "S": scroll(region, by: count)
        case "T": scroll(region, by: -count)
        case "b": for _ in 0..<count { show(last) }
        case "r":
            let top = count - 1
            let bottom = numbers.count > 1 && numbers[1] > 0 ? min(numbers[1], size.rows) : size.rows
            region = top < bottom ? top..<bottom : 0..<size.rows
            move(x: 0, y: 0)
        case "m": attributes(numbers.isEmpty ? [0] : numbers)
        case "h", "l", "t", "n", "c", "g": break
        default: unknown.append("CSI \(text)")
        }
    }

    private mutating func mode(_ text: String, isSet: Bool) {
        for part in text.split(separator: ";") {
            switch part {
            case "25": isCursorShown = isSet
            case "2004": isBracketingPaste = isSet
            case "1049", "1047", "47":
                if isSet == isAlternate { break }
                isAlternate = isSet
                if isSet {
                    kept = (spots, cursor)
                    spots = Self.blank(size)
                } else if let before = kept {
                    spots = before.spots
                    cursor = before.cursor
                }
            // Cursor keys, wrapping, blinking, mouse, smooth scroll, columns, screen reversal, origin, repeat.
            case "1", "3", "4", "5", "6", "7", "8", "12", "1000", "1002", "1006", "1034": break
            default: unknown.append("CSI ?\(text)")
            }
        }
    }

    private mutating func attributes(_ numbers: [Int]) {
        var index = 0
        while index < numbers.count {
            switch numbers[index] {
            case 0: pen = Spot()
            case 1: pen.isBold = true
            case 22: pen.isBold = false
            case 7: pen.isReversed = true
            case 27: pen.isReversed = false
            case 38, 48: index += numbers.count > index + 1 && numbers[index + 1] == 5 ? 2 : 4
            default: break
            }
            index += 1
        }
    }

    private mutating func eraseDisplay(_ part: Int) {
        switch part {
        case 0:
            erase(cursor.y, cursor.x..<size.columns)
            for y in min(cursor.y + 1, size.rows)..<size.rows { erase(y, 0..<size.columns) }
        case 1:
            for y in 0..<cursor.y { erase(y, 0..<size.columns) }
            erase(cursor.y, 0..<cursor.x + 1)
        default: for y in 0..<size.rows { erase(y, 0..<size.columns) }
        }
    }

    private mutating func eraseLine(_ part: Int) {
        switch part {
        case 0: erase(cursor.y, cursor.x..<size.columns)
        case 1: erase(cursor.y, 0..<cursor.x + 1)
        default: erase(cursor.y, 0..<size.columns)
        }
    }

    private mutating func shift(deleting count: Int = 0, inserting more: Int = 0) {
        guard spots.indices.contains(cursor.y) else { return }
        var tail = Array(spots[cursor.y][cursor.x...])
        tail.removeFirst(min(count, tail.count))
        tail.insert(contentsOf: Array(repeating: Spot(), count: more), at: 0)
        while tail.count < size.columns - cursor.x { tail.append(Spot()) }
        spots[cursor.y].replaceSubrange(cursor.x..., with: tail.prefix(size.columns - cursor.x))
    }
}
