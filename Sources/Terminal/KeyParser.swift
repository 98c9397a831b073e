import Screen

/// Bytes from a terminal into keys. Pure: bytes may come cut anywhere, and time enters only as `timeOut`.
package struct KeyParser {
    /// A paste keeps at most this many bytes; what is beyond is dropped.
    package static let pasteLimit = 4 << 20
    /// After Esc, the rest of a sequence comes within this time, or it was the key.
    package static let escapeDelay = 25
    /// A paste whose end does not come within this time of silence is taken as ended.
    package static let pasteDelay = 2000

    /// Sequences of this terminal that differ from the common ones.
    package var special: [([UInt8], Key)] = []

    private var buffer: [UInt8] = []
    private var at = 0
    private var paste: [UInt8]?
    /// A paste was given up while its end was still to come: its remainder must not be typed.
    private var owesPasteEnd = false

    package init() {}

    /// Milliseconds of silence after which `timeOut` is due; nil when nothing is half read.
    package var delay: Int? {
        if paste != nil { return Self.pasteDelay }
        return at < buffer.count ? Self.escapeDelay : nil
    }

    package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        buffer.append(contentsOf: bytes)
        var keys: [Key] = []
        if buffer[at...].starts(with: "\u{1B}[200~".utf8) { owesPasteEnd = false }
        if owesPasteEnd, paste == nil, let end = pasteEnd(from: at) {
            keys.append(.paste(Self.text(buffer[at..<end])))
            at = end + Self.pasteEndMark.count
            owesPasteEnd = false
        }
        parse(into: &keys, isFinal: false)
        return keys
    }

    /// Nothing more came: what is half read is taken for what it is.
    package mutating func timeOut() -> [Key] {
        var keys: [Key] = []
        if let text = paste {
            keys.append(.paste(Self.text((text + buffer[at...])[...])))
            paste = nil
            owesPasteEnd = true
            at = buffer.count
        }
        parse(into: &keys, isFinal: true)
        return keys
    }

    private mutating func parse(into keys: inout [Key], isFinal: Bool) {
        while at < buffer.count {
            if paste != nil {
                guard let key = readPaste() else { break }
                keys.append(key)
                continue
            }
            switch read(isFinal: isFinal) {
            case .key(let key, let count):
                at += count
                keys.append(key)
            case .nothing(let count): at += count
            case .pasteStart(let count):
                at += count
                paste = []
                owesPasteEnd = false
            case .more:
                compact()
                return
            }
        }
        compact()
    }

    private mutating func compact() {
        buffer.removeFirst(at)
        at = 0
    }

    // MARK: - Paste

    private static let pasteEndMark: [UInt8] = Array("\u{1B}[201~".utf8)

    /// Where the end mark begins, at or after `start`.
    private func pasteEnd(from start: Int) -> Int? {
        let mark = Self.pasteEndMark
        var index = start
        while let found = buffer[index...].firstIndex(of: 0x1B) {
            if buffer[found...].starts(with: mark) { return found }
            index = found + 1
        }
        return nil
    }

    /// Nil when the end has not come yet.
    private mutating func readPaste() -> Key? {
        guard let end = pasteEnd(from: at) else {
            // The mark itself may be cut: its beginning waits for the rest.
            let tail = (1..<Self.pasteEndMark.count).reversed().first { count in
                buffer.count - at >= count && buffer.suffix(count).elementsEqual(Self.pasteEndMark.prefix(count))
            }
            keep(buffer[at..<buffer.count - (tail ?? 0)])
            at = buffer.count - (tail ?? 0)
            return nil
        }
        keep(buffer[at..<end])
        at = end + Self.pasteEndMark.count
        let text = Self.text((paste ?? [])[...])
        paste = nil
        return .paste(text)
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        let room = Self.pasteLimit - (paste?.count ?? 0)
        if room > 0 { paste?.append(contentsOf: bytes.prefix(room)) }
    }

    /// Terminals send a line end as CR.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D { lines.append(0x0A) } else if byte != 0x0A || previous != 0x0D { lines.append(byte) }
            previous = byte
        }
        return String(decoding: lines, as: UTF8.self)
    }

    // MARK: - One key

    enum Reading {
        case key(Key, Int)
        case nothing(Int)
        case pasteStart(Int)
        /// What is there may be the start of something longer.
        case more
    }

    private func read(isFinal: Bool) -> Reading {
        let bytes = buffer[at...]
        var mayBeSpecial = false
        for (sequence, key) in special where sequence.first == bytes.first {
            if bytes.starts(with: sequence) { return .key(key, sequence.count) }
            if !isFinal, sequence.starts(with: bytes) { mayBeSpecial = true }
        }
        if mayBeSpecial { return .more }
        let reading = Self.readOne(bytes)
        guard case .more = reading, isFinal else { return reading }
        guard bytes.first == 0x1B else { return .nothing(1) }
        // Esc alone, or Esc and a key that could have begun a sequence.
        guard bytes.count == 2, let second = bytes.last, second > 0x20 else { return .key(.escape, 1) }
        return .key(.alt(Unicode.Scalar(second)), 2)
    }
}
