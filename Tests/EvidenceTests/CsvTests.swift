import Core
import Testing

@testable import Evidence

@Suite struct CsvTests {
    private func printed(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let item = EvidenceItem(
            id: "e", title: "T", answers: nil, kind: "csv", fileName: nil,
            body: .content(sha256: "", bytes: bytes.count))
        return EvidenceReader.document(for: item, bytes: bytes).printed
    }

    @Test func rowsAndNumbers() {
        #expect(
            printed("name,score,note\nAna,3,\"x, \"\"y\"\"\"\nBen,,z\n") == [
                "1-3 table ||lrl 1: name ; score ; note // 2: Ana ; 3 ; x, \"y\" // 3: Ben ;  ; z", "3 lines",
            ])
    }

    @Test func aCellMayHoldLines() {
        #expect(
            printed("a,b\r\n\"one\r\ntwo\",2\r\nc,3\r\n") == [
                "1-4 table ||lr 1: a ; b // 2: one/3 two ; 2 // 4: c ; 3", "4 lines",
            ])
    }

    @Test func unevenRowsAreFilledUp() {
        #expect(
            printed("a;b;c\n1\n1;2;3;4\n") == [
                "1-3 table ||rrrr 1: a ; b ; c ;  // 2: 1 ;  ;  ;  // 3: 1 ; 2 ; 3 ; 4", "3 lines",
            ])
    }

    @Test func whatIsHugeIsCut() {
        let text = "a,b\n" + String(repeating: "\u{E9}", count: 2_000) + ",x\n"
        let printed = printed(text)
        #expect(printed.first?.contains("{a: [cut]} ; x") == true)
        #expect((printed.first ?? "").utf8.count < 1_100)
        let wide = String(repeating: "a,", count: 500) + "a\n" + String(repeating: "1,", count: 500) + "1\n"
        #expect(self.printed(wide).first?.contains("{a:[more columns]}") == true)
    }

    @Test func anOpenQuoteTakesTheRest() {
        #expect(printed("a,b\n\"c,d\ne,f") == ["1-3 table ||ll 1: a ; b // 2: c,d/3 e,f ; ", "3 lines"])
    }

    @Test func controlsAreMarked() {
        #expect(printed("a,b\n\u{1B}[2J,=cmd\n")[0].hasSuffix("2: \u{241B}[2J ; =cmd"))
    }
}
