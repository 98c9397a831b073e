import Core
import Text

extension ContentKind {
    static let mp4 = ContentKind(card: "mp4", name: "MPEG-4 video") { $0.starts(with: "ftyp", at: 4) }
}

extension ContentHead {
    /// The major brand of an ISO base media file.
    var brand: String { String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self) }
}

enum Brand {
    static let heic: Set<String> = ["heic", "heix", "hevc", "heim", "heis", "mif1", "avif"]
    static let sound: Set<String> = ["M4A ", "M4B "]
}
