import Core
import Testing
import Text

@testable import Evidence

@Suite struct CardTests {
    private func item(_ kind: String, name: String? = nil, bytes: Int, title: String = "Lesson") -> EvidenceItem {
        EvidenceItem(
            id: "e1", title: title, answers: nil, kind: kind, fileName: name,
            body: .content(sha256: "ab12", bytes: bytes))
    }

    private func fields(_ document: Document) -> [String] {
        guard case .card(let fields)? = document.blocks.first?.kind else { return [] }
        return fields.map { "\($0.label): \($0.value)" }
    }

    private let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0, 0, 0, 3, 0]

    @Test func aPictureNamedMarkdownIsAPicture() {
        let kind = ContentKind.sniff(png, total: 1_468_006)
        let document = EvidenceReader.document(for: item(kind, name: "plan.md", bytes: 1_468_006), bytes: png)
        #expect(
            fields(document) == [
                "Title: Lesson", "Kind: PNG picture", "Size: 1.4 MiB (1,468,006 bytes)", "Pixels: 1024 x 768",
                "SHA-256: ab12", "File name as given: plan.md",
            ])
        #expect(document.blocks.last?.spans.first?.text == Card.cannotBeShown)
        #expect(document.blocks.last?.spans.first?.marks == .aside)
    }

    @Test func aHostileNameIsShownHarmless() {
        let document = EvidenceReader.document(
            for: item("zip", name: "\u{202E}fdp.zip\u{1B}[2J", bytes: 10, title: "\u{7}t"), bytes: [])
        #expect(fields(document).first == "Title: \u{2407}t")
        #expect(fields(document).last == "File name as given: \u{2426}fdp.zip\u{241B}[2J")
    }

    @Test func headersTellWhatTheyCan() {
        let gif = Array("GIF89a".utf8) + [0x20, 0x03, 0x58, 0x02]
        #expect(fields(EvidenceReader.document(for: item("gif", bytes: 10), bytes: gif)).contains("Pixels: 800 x 600"))
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xFF, 0xC2, 0, 17, 8, 1, 0xE0, 2, 0x80, 3]
        #expect(
            fields(EvidenceReader.document(for: item("jpeg", bytes: 10), bytes: jpeg)).contains("Pixels: 640 x 480"))
        let pdf = Array("%PDF-1.7 rest".utf8)
        #expect(fields(EvidenceReader.document(for: item("pdf", bytes: 10), bytes: pdf)).contains("PDF version: 1.7"))
    }

    @Test func headersThatEndEarlyTellNothing() {
        for kind in ContentKind.all where kind.id != "markdown" && kind.id != "csv" {
            for length in 0..<png.count {
                _ = EvidenceReader.document(for: item(kind.id, bytes: 100), bytes: Array(png.prefix(length)))
            }
        }
        let cut: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0, 0]
        #expect(
            !fields(EvidenceReader.document(for: item("jpeg", bytes: 5), bytes: cut)).contains {
                $0.hasPrefix("Pixels")
            })
    }

    @Test func whatCannotBeReadSaysSo() {
        let document = EvidenceReader.document(for: item("markdown", bytes: 10), bytes: nil)
        #expect(document.blocks.last?.spans.first?.text == "The content could not be read from the store.")
        #expect(
            EvidenceReader.document(for: item("empty", bytes: 0), bytes: []).blocks.last?.spans.first?.text
                == "There is nothing in it.")
    }

    @Test func onlyAsMuchIsAskedForAsIsUsed() {
        #expect(EvidenceReader.bytesWanted(for: item("mp4", bytes: 60_000_000)) == ContentHead.bytesWanted)
        #expect(EvidenceReader.bytesWanted(for: item("markdown", bytes: 60_000_000)) == EvidenceReader.textLimit)
        #expect(EvidenceReader.bytesWanted(for: item("csv", bytes: 12)) == 12)
        let link = EvidenceItem(
            id: "l", title: "", answers: nil, kind: "link", fileName: nil, body: .link("https://a.org"))
        #expect(EvidenceReader.bytesWanted(for: link) == 0)
    }

    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (1023, "1,023 bytes"), (1024, "1.0 KiB (1,024 bytes)"),
        (1_048_575, "1.0 MiB (1,048,575 bytes)"), (1_048_576, "1.0 MiB (1,048,576 bytes)"),
        (67_108_864, "64.0 MiB (67,108,864 bytes)"), (1_572_864, "1.5 MiB (1,572,864 bytes)"),
    ]) func sizes(bytes: Int, text: String) {
        #expect(ByteCount.text(bytes).string == text)
    }
}
