import Core
import Text

extension ContentKind {
    static let jpeg = ContentKind(card: "jpeg", name: "JPEG picture", facts: Pixels.facts(\.jpegSize)) {
        $0.starts(with: [0xFF, 0xD8, 0xFF])
    }
}

extension ContentHead {
    /// Walks the segments to the first frame header (SOF): precision, height, width.
    fileprivate var jpegSize: (Int, Int)? {
        var at = 2
        while at + 9 < bytes.count, self[at] == 0xFF {
            let marker = self[at + 1]
            switch marker {
            case 0xFF: at += 1  // fill byte
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                return (bigEndian(at: at + 7, bytes: 2), bigEndian(at: at + 5, bytes: 2))
            case 0x01, 0xD0...0xD8: at += 2  // no length follows
            case 0xD9, 0xDA: return nil
            default: at += 2 + max(2, bigEndian(at: at + 2, bytes: 2))
            }
        }
        return nil
    }
}
