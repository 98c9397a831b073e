import Core
import Text

extension ContentKind {
    static let csv = ContentKind(
        id: "csv", name: "Table (CSV)", matches: { $0.isText && Csv.separator(sniffing: $0) != nil },
        bytesToRead: EvidenceReader.textLimit
    ) { material in
        Csv.document(
            Source(bytes: material.bytes ?? [], total: material.total), head: ContentHead(material.bytes ?? []))
    }
}
