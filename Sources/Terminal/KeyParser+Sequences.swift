import Screen

/// The sequences that terminals of today and of long ago send: ECMA-48 control sequences with xterm's parameters
/// (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), the Linux console's, and rxvt's.
extension KeyParser {
    static func readOne(_ bytes: ArraySlice<UInt8>) -> Reading {
        guard let first = bytes.first else { return .more }
        switch first {
        case 0x1B: return readEscape(bytes)
        case 0x0D, 0x0A: return .key(.enter, 1)
        case 0x09: return .key(.tab, 1)
        case 0x7F, 0x08: return .key(.backspace, 1)
        case 0x00: return .key(.control(" "), 1)
        case 0x01...0x1A: return .key(.control(Unicode.Scalar(first + 0x60)), 1)
        case 0x1C...0x1F: return .key(.control(Unicode.Scalar(first + 0x40)), 1)
        case 0x20...0x7E: return .key(.character(Unicode.Scalar(first)), 1)
        default:
            switch decode(bytes) {
            case .scalar(let scalar, let count): return .key(.character(scalar), count)
            case .broken(let count): return .nothing(count)
            case .cut: return .more
            }
        }
    }

    private static func readEscape(_ bytes: ArraySlice<UInt8>) -> Reading {
        let rest = bytes.dropFirst()
        guard let second = rest.first else { return .more }
        switch second {
        case UInt8(ascii: "["): return readControl(bytes)
        case UInt8(ascii: "O"): return readShift(bytes)
        case 0x00...0x1F: return .key(.escape, 1)
        case 0x7F: return .key(.alt("\u{7F}"), 2)
        case 0x20...0x7E: return .key(.alt(Unicode.Scalar(second)), 2)
        default:
            switch decode(rest) {
            case .scalar(let scalar, let count): return .key(.alt(scalar), 1 + count)
            case .broken(let count): return .nothing(1 + count)
            case .cut: return .more
            }
        }
    }

    /// ESC O and a letter: keys of the application keypad.
    private static func readShift(_ bytes: ArraySlice<UInt8>) -> Reading {
        guard let letter = bytes.dropFirst(2).first else { return .more }
        switch letter {
        case UInt8(ascii: "M"): return .key(.enter, 3)
        case UInt8(ascii: "c"): return .key(.controlRight, 3)  // rxvt
        case UInt8(ascii: "d"): return .key(.controlLeft, 3)
        case UInt8(ascii: "j")...UInt8(ascii: "y"):  // the keypad's * + , - . / 0-9
            return .key(.character(Unicode.Scalar(letter - 0x40)), 3)
        default:
            if let key = lettered(letter, modifier: 1) { return .key(key, 3) }
            return .nothing(3)
        }
    }

    /// ESC [ parameters, intermediates, a final byte.
    private static func readControl(_ bytes: ArraySlice<UInt8>) -> Reading {
        let body = bytes.dropFirst(2)
        if body.first == UInt8(ascii: "[") {  // the Linux console's F1 to F5
            guard let letter = body.dropFirst().first else { return .more }
            let number = Int(letter) - 0x40
            return 1...5 ~= number ? .key(.function(number), 4) : .nothing(4)
        }
        guard let end = body.firstIndex(where: { !(0x20...0x3F ~= $0) }) else {
            return body.count > 64 ? .nothing(1) : .more
        }
        let count = end - bytes.startIndex + 1
        let final = bytes[end]
        // A control in the midst: what came before it was no sequence.
        guard 0x40...0x7E ~= final else { return .nothing(count - 1) }
        let parameters = body[..<end]
        if parameters.first == UInt8(ascii: "<") { return readMouse(parameters.dropFirst(), final, count) }
        let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(number)
        let modifier = numbers.count > 1 ? max(1, numbers[1]) : 1
        switch final {
        case UInt8(ascii: "~"):
            if numbers.first == 200 { return .pasteStart(count) }
            guard let key = numbers.first.flatMap({ numbered($0) }) else { return .nothing(count) }
            return .key(key, count)
        case UInt8(ascii: "Z"): return .key(.backTab, count)
        default:
            guard let key = lettered(final, modifier: modifier) else { return .nothing(count) }
            return .key(key, count)
        }
    }

    /// SGR mouse reports: button, column, row, from 1; `M` pressed, `m` let go.
    private static func readMouse(_ parameters: ArraySlice<UInt8>, _ final: UInt8, _ count: Int) -> Reading {
        let numbers = parameters.split(separator: UInt8(ascii: ";")).map(number)
        guard numbers.count == 3, final == UInt8(ascii: "M") else { return .nothing(count) }
        let (x, y) = (max(0, numbers[1] - 1), max(0, numbers[2] - 1))
        switch numbers[0] {
        case 0: return .key(.click(x: x, y: y), count)
        case 64: return .key(.wheelUp(x: x, y: y), count)
        case 65: return .key(.wheelDown(x: x, y: y), count)
        default: return .nothing(count)
        }
    }

    /// `modifier` is 1 and the sum of Shift 1, Alt 2, Ctrl 4.
    private static func lettered(_ letter: UInt8, modifier: Int) -> Key? {
        let isFar = (modifier - 1) & 6 != 0
        switch letter {
        case UInt8(ascii: "A"): return .up
        case UInt8(ascii: "B"): return .down
        case UInt8(ascii: "C"): return isFar ? .controlRight : .right
        case UInt8(ascii: "D"): return isFar ? .controlLeft : .left
        case UInt8(ascii: "H"): return .home
        case UInt8(ascii: "F"): return .end
        case UInt8(ascii: "P")...UInt8(ascii: "S"): return .function(Int(letter) - 0x4F)
        default: return nil
        }
    }

    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        var value = 0
        for byte in digits {
            guard 0x30...0x39 ~= byte else { break }  // a sub-parameter, after a colon
            value = min(9999, value * 10 + Int(byte) - 0x30)
        }
        return value
    }

    private enum Decoded {
        case scalar(Unicode.Scalar, Int)
        case broken(Int)
        case cut
    }

    /// One scalar of UTF-8 from `bytes`, which begin with a byte of 0x80 or more.
    private static func decode(_ bytes: ArraySlice<UInt8>) -> Decoded {
        guard let first = bytes.first else { return .cut }
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return .broken(1)
        }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for (offset, byte) in bytes.dropFirst().prefix(length - 1).enumerated() {
            guard byte & 0xC0 == 0x80 else { return .broken(offset + 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        if bytes.count < length { return .cut }
        let shortest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= shortest, value >= 0xA0, let scalar = Unicode.Scalar(value) else { return .broken(length) }
        return .scalar(scalar, length)
    }
}
