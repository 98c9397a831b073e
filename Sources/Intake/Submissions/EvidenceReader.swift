import Core

/// Reads the evidence of a submission: each item is a file, a link or text, and exactly one of them.
struct EvidenceReader {
    var folder: () throws(FileFault) -> SafeFolder
    /// Bytes an item may have.
    var limit: Int

    private static let keys = ["id", "title", "for", "file", "link", "text"]
    /// What a citation calls the other two things that are read.
    private static let taken: Set = ["overview", "reflection"]

    func read(_ record: Record) -> ([EvidenceItem], [EvidenceSource]) {
        let records = record.records("evidence", keys: EvidenceReader.keys)
        var items: [EvidenceItem] = []
        var sources: [EvidenceSource] = []
        items.reserveCapacity(records.count)
        for record in records {
            let id = record.id("id", .submission)
            if EvidenceReader.taken.contains(id) {
                record.problem("id", expected: "another id: citations need this one")
            }
            var item = EvidenceItem(
                id: id, title: record.text("title"), answers: record.optionalID("for", .microCredential), kind: "",
                fileName: nil, body: .text(""))
            read(&item, from: record, into: &sources)
            items.append(item)
        }
        record.unique("evidence", records, by: "id", items.map(\.id))
        return (items, sources)
    }

    private func read(_ item: inout EvidenceItem, from record: Record, into sources: inout [EvidenceSource]) {
        let given = ["file", "link", "text"].filter { record[$0] != nil }
        guard given.count == 1, let key = given.first else {
            let found = given.isEmpty ? "none" : given.joined(separator: " and ")
            record.notes.problem(
                record.trail, line: record.line, "found \(found) of file, link and text, expected exactly one")
            return
        }
        let value = record.text(key)
        switch key {
        case "file": readFile(value, &item, from: record, into: &sources)
        case "link":
            item.kind = "link"
            item.body = .link(value)
            if !isWebAddress(value) {
                record.problem("link", expected: "an address that begins with http:// or https://")
            }
        default:
            item.kind = "text"
            item.body = .text(value)
            if value.utf8.count > limit {
                record.notes.problem(
                    record.trail("text"), line: record.line, FileFault.tooLong(value.utf8.count, limit).reason)
            }
        }
    }

    private func readFile(
        _ name: String, _ item: inout EvidenceItem, from record: Record, into sources: inout [EvidenceSource]
    ) {
        item.fileName = name
        do throws(FileFault) {
            let source = try EvidenceSource(evidence: item.id, fileName: name, folder: folder(), limit: limit)
            item.body = .content(sha256: "", bytes: source.bytes)
            sources.append(source)
        } catch {
            record.notes.problem(record.trail("file"), line: record.line, quoted(name) + " " + error.reason)
        }
    }
}

/// Whether a text is an absolute http or https address, without anything that would end it where it is shown.
func isWebAddress(_ text: String) -> Bool {
    let bytes = text.utf8
    for scheme in ["http://", "https://"] where bytes.count > scheme.utf8.count {
        let start = bytes.prefix(scheme.utf8.count).map { $0 | 0x20 }
        // `:` and `/` already have the bit that makes a letter small.
        guard start.elementsEqual(scheme.utf8) else { continue }
        let host = bytes.dropFirst(scheme.utf8.count).first
        return host != UInt8(ascii: "/") && !bytes.contains { $0 <= 0x20 || $0 == 0x7F }
    }
    return false
}
