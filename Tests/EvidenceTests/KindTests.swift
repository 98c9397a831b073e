import Core
import Testing

@testable import Evidence

@Suite struct KindTests {
    private func zip(_ names: [String], content: String = "x") -> [UInt8] {
        names.flatMap { name -> [UInt8] in
            let size = UInt8(content.utf8.count)
            return [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, size, 0, 0, 0, size, 0, 0, 0]
                + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8) + Array(content.utf8)
        }
    }

    private func kind(_ bytes: [UInt8]) -> String { ContentKind.sniff(bytes, total: bytes.count) }
    private func kind(_ text: String) -> String { kind(Array(text.utf8)) }

    @Test func everyKindHasItsOwnName() {
        #expect(Set(ContentKind.all.map(\.id)).count == ContentKind.all.count)
        #expect(ContentKind.all.last?.id == "binary")
        #expect(ContentKind.named("csv")?.id == "csv" && ContentKind.named("nonsense") == nil)
    }

    @Test func signaturesDecide() {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        #expect(kind(png) == "png")
        #expect(kind([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == "jpeg")
        #expect(kind("GIF89a....") == "gif")
        #expect(kind("RIFF....WEBPVP8 ") == "webp")
        #expect(kind("RIFF....WAVEfmt ") == "wav")
        #expect(kind("RIFF....AVI LIST") == "avi")
        #expect(kind("%PDF-1.7\n%....") == "pdf")
        #expect(kind("junk line\n%PDF-1.4\n") == "pdf")
        #expect(kind([0, 0, 0, 24] + Array("ftypmp42....".utf8)) == "mp4")
        #expect(kind([0, 0, 0, 20] + Array("ftypqt  ....".utf8)) == "mov")
        #expect(kind([0, 0, 0, 20] + Array("ftypM4A ....".utf8)) == "m4a")
        #expect(kind([0, 0, 0, 20] + Array("ftypheic....".utf8)) == "heic")
        #expect(kind("ID3\u{3}......") == "mp3")
        #expect(kind([0xFF, 0xFB, 0x90, 0x64, 0]) == "mp3")
        #expect(kind("OggS....") == "ogg")
        #expect(kind([0x1A, 0x45, 0xDF, 0xA3, 1]) == "webm")
        #expect(kind([0x1F, 0x8B, 0x08, 0]) == "gzip")
        #expect(kind([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == "ole")
        #expect(kind("{\\rtf1\\ansi hello}") == "rtf")
        #expect(kind([0, 1, 2, 3, 0xFF, 0xFE]) == "binary")
        #expect(kind([]) == "empty")
    }

    @Test func officeFilesAreZipsWithTheirFolders() {
        #expect(kind(zip(["[Content_Types].xml", "_rels/.rels", "word/document.xml"])) == "docx")
        #expect(kind(zip(["[Content_Types].xml", "xl/workbook.xml"])) == "xlsx")
        #expect(kind(zip(["[Content_Types].xml", "ppt/presentation.xml"])) == "pptx")
        #expect(kind(zip(["mimetype"], content: "application/vnd.oasis.opendocument.text")) == "opendocument")
        #expect(kind(zip(["mimetype"], content: "application/epub+zip")) == "epub")
        #expect(kind(zip(["word/readme.txt"])) == "zip")
        #expect(kind(zip(["photos/one.jpg"])) == "zip")
    }

    @Test func textIsTextInAnyTongue() {
        #expect(kind("Just prose, with a comma.\nAnd a second line, with one.") == "markdown")
        #expect(kind("# Title\n\n- a, b\n- c, d\n") == "markdown")
        #expect(kind("\u{43F}\u{440}\u{438}\u{432}\u{435}\u{442}, \u{6F22}\u{5B57}") == "markdown")
        #expect(kind("\u{1B}[31mred\u{1B}[0m and a bell \u{7}" + String(repeating: "words ", count: 50)) == "markdown")
        #expect(
            kind(Array("se".utf8) + [0xF1] + Array("or: caf\u{E9}, and a good deal of plain text around it".utf8))
                == "markdown")
        #expect(kind("text with a \u{0} in it") == "binary")
        #expect(kind("BM is how this sentence begins, and it is no picture at all.") == "markdown")
        #expect(kind("<b>bold</b> start") == "markdown")
    }

    @Test func markupOfItsOwnIsNamed() {
        #expect(kind("\u{FEFF}\n <!DOCTYPE HTML>\n<html></html>") == "html")
        #expect(kind("<HTML><head>") == "html")
        #expect(kind("<?xml version=\"1.0\"?>\n<svg xmlns=\"\"/>") == "svg")
        #expect(kind("<svg width=\"1\"/>") == "svg")
    }

    @Test func tablesHaveTheSameFieldsInEveryRow() {
        #expect(kind("name,score\nAna,3\nBen,4\n") == "csv")
        #expect(kind("name;score\r\nAna;3,5\r\nBen;4,25\r\n") == "csv")
        #expect(kind("name\tscore\nAna\t3\n") == "csv")
        #expect(kind("\u{FEFF}\"a, b\",c,d\n\"e\nf\",g,h\n") == "csv")
        #expect(kind("a, b, c\nd, e, f\ng, h, i\nj, k, l\n") == "csv")
        #expect(kind("Dear Ana,\nthank you, it went well.\nYours, Ben\n") == "markdown")
        #expect(kind("a,b\n") == "markdown")
        #expect(kind("a,b\nc\n") == "markdown")
        #expect(kind("a,b,c\n\nd,e,f\n") == "markdown")
        #expect(kind("| a | b |\n|---|---|\n| 1,2 | 3,4 |\n") == "markdown")
    }

    @Test func aHeadCutAnywhereStaysOfItsKind() {
        let prose = Array(String(repeating: "\u{E9}t\u{E9}, \u{6F22}\u{5B57} \u{1F600} and more.\n", count: 30).utf8)
        let table = Array(("a,b,c\n" + String(repeating: "\u{E9},2,\"x\ny\"\n", count: 100)).utf8)
        for length in 30..<120 {
            #expect(ContentKind.sniff(Array(prose.prefix(length)), total: prose.count) == "markdown")
            #expect(ContentKind.sniff(Array(table.prefix(length)), total: table.count) == "csv")
        }
    }
}
