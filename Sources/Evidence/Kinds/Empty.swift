import Core
import Text

extension ContentKind {
    static let empty = ContentKind(id: "empty", name: "Empty file", matches: { $0.total == 0 }, bytesToRead: 0) {
        Card.document($0, kind: "Empty file", note: "There is nothing in it.")
    }
}
