import Core
import Foundation
import FoundationXML
import Support
import Testing

@testable import Reports

@Suite struct ReportPageTests {
    @Test(arguments: Seeded.seeds) func thePageIsWellFormedAndNeedsNothing(seed: UInt64) {
        let html = ReportPage.html(Sums.figures(Sums.decided(seed == 1 ? 0 : 300, seed: seed)))
        let reader = PageReader(html)
        #expect(reader.fault == nil)
        #expect(
            reader.tags.isSubset(of: [
                "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "p", "dl",
                "div",
                "dt", "dd", "svg", "desc", "line", "text", "rect", "table", "caption", "thead", "tbody", "tr", "th",
                "td",
                "span",
            ]), "\(reader.tags)")
        #expect(reader.attributes.isDisjoint(with: ["src", "href", "srcset", "data", "action", "xlink:href"]))
        #expect(!reader.attributes.contains { $0.hasPrefix("on") })
        for word in ["url(", "@import", "http://evil", "javascript:"] {
            #expect(!reader.style.contains(word))
        }
        #expect(reader.addresses.isSubset(of: ["http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"]))
        #expect(!html.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\r" })
    }

    @Test func hostileNamesAreRead() {
        let reader = PageReader(ReportPage.html(Sums.figures(Sums.decided(300, seed: 2))))
        for name in ["<script>alert(1)</script>", "A & B \"quoted\", 'twice'", "\u{600}<img src=x>", "]]>", "&amp;"] {
            #expect(reader.text.contains(name), "\(name)")
        }
    }

    @Test func chartsSpeak() {
        let reader = PageReader(ReportPage.html(Sums.figures(Sums.decided(300, seed: 3))))
        #expect(reader.pictures.count == 2)
        for picture in reader.pictures {
            #expect(picture["role"] == "img")
            for id in (picture["aria-labelledby"] ?? "").split(separator: " ") {
                #expect(reader.ids.contains(String(id)), "\(id)")
            }
        }
    }

    @Test func undefinedIsNotZero() {
        var figures = Sums.figures([])
        figures.agreement = ReadAgreement()
        #expect(figures.shareInTime == nil && figures.total.passRate == nil)
        #expect(ReportTables.files(figures).last?.text.hasSuffix("0,0,0,0,,\r\n") == true)
    }

    @Test func numbersAreWrittenTheSameEverywhere() {
        #expect(Figure.count(1_234_567) == "1\u{A0}234\u{A0}567")
        #expect(Figure.count(999) == "999")
        #expect(Figure.percent(0.9754) == "97.5\u{A0}%")
        #expect(Figure.percent(1) == "100\u{A0}%")
        #expect(Figure.percent(nil) == "\u{2013}")
        #expect(Figure.decimal(-0.05, places: 2) == "-0.05")
        #expect(Figure.decimal(0.5, places: 3) == "0.5")
        #expect(Figure.decimal(-0.0001, places: 2) == "0")
    }
}

final class PageReader: NSObject, XMLParserDelegate {
    private(set) var tags: Set<String> = []
    private(set) var attributes: Set<String> = []
    private(set) var ids: Set<String> = []
    private(set) var addresses: Set<String> = []
    private(set) var pictures: [[String: String]] = []
    private(set) var text = ""
    private(set) var style = ""
    private(set) var fault: String?
    private var isStyle = false

    init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        if !parser.parse() { fault = "\(parser.parserError.map { "\($0)" } ?? "?") line \(parser.lineNumber)" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        tags.insert(name)
        isStyle = name == "style"
        if name == "svg" { pictures.append(attributes) }
        for (key, value) in attributes {
            self.attributes.insert(key)
            if key == "id" { ids.insert(value) }
            if value.contains("//") { addresses.insert(value) }
        }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isStyle = false
        text += "\n"
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isStyle { style += string } else { text += string }
    }
}
