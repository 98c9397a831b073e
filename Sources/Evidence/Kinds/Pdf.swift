import Core
import Text

extension ContentKind {
    static let pdf = ContentKind(
        card: "pdf", name: "PDF document",
        facts: { head in
            head.pdfVersion.map { [Block.Field(label: "PDF version", value: SafeText(untrusted: $0))] } ?? []
        }
    ) { $0.pdfVersion != nil }
}

extension ContentHead {
    /// `1.7` of `%PDF-1.7`. Readers look for it in the first KiB, since some writers put a line before it.
    fileprivate var pdfVersion: String? {
        for at in 0..<min(1024, bytes.count) where starts(with: "%PDF-", at: at) {
            let digits = (at + 5..<at + 8).map { self[$0] }.prefix { $0 == 0x2E || (0x30...0x39).contains($0) }
            return String(decoding: digits, as: UTF8.self)
        }
        return nil
    }
}
