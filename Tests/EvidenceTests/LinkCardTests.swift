import Core
import Testing

@testable import Evidence

@Suite struct LinkCardTests {
    @Test(arguments: [
        ("https://video.example.org/42", "video.example.org", 0),
        ("http://video.example.org:8080/42", "video.example.org:8080", 1),
        ("https://google.com@evil.org/x", "evil.org", 1),
        ("https://google.com%2f@evil.org", "evil.org", 1),
        ("https://evil.org\\@google.com/", "evil.org", 0),
        ("https://xn--pple-43d.com/", "xn--pple-43d.com", 1),
        ("https://\u{430}pple.com/", "\u{430}pple.com", 1),
        ("HTTPS://User:pw@HOST.org?x=@y", "HOST.org", 1),
        ("https://a.org#@b.org", "a.org", 0),
    ]) func theHostStandsAlone(address: String, host: String, warnings: Int) {
        let parts = AddressParts(address)
        #expect(parts.host == host)
        #expect(parts.warnings.count == warnings, "\(parts.warnings)")
    }

    @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.org", "not an address", "", "://", "//"])
    func whatIsNoWebAddressSaysSo(address: String) {
        #expect(AddressParts(address).warnings.first == "This is not a web address.")
    }

    @Test func theCard() {
        let item = EvidenceItem(
            id: "e2", title: "Class video", answers: nil, kind: "link", fileName: nil,
            body: .link("https://school.org@evil.org/\u{202E}x"))
        let document = EvidenceReader.document(for: item, bytes: nil)
        #expect(
            document.printed == [
                "1 card ||Title=Class video; Kind=Link; Address=https://school.org@evil.org/\u{2426}x; Host=evil.org",
                "1 p ||{a:What stands before the @ (school.org) is not where it leads; the host is.}",
                "1 p ||{a:The link is not opened from here: open it in a browser.}",
                "1 lines",
            ])
    }
}
