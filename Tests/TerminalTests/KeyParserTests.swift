import Screen
import Terminal
import Testing

struct KeyParserTests {
    private static let table: [(String, Key)] = [
        ("a", .character("a")), ("\u{E9}", .character("\u{E9}")), ("\u{65E5}", .character("\u{65E5}")),
        ("\u{1F600}", .character("\u{1F600}")), (" ", .character(" ")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
        ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{12}", .control("r")), ("\u{00}", .control(" ")),
        ("\u{1D}", .control("]")), ("\u{1B}x", .alt("x")), ("\u{1B}\u{E9}", .alt("\u{E9}")),
        ("\u{1B}\u{7F}", .alt("\u{7F}")),
        ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
        ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home),
        ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
        ("\u{1B}[Z", .backTab), ("\u{1B}[1;5C", .controlRight), ("\u{1B}[1;5D", .controlLeft),
        ("\u{1B}[1;3D", .controlLeft),
        ("\u{1B}[1;2A", .up), ("\u{1B}Oc", .controlRight), ("\u{1B}OP", .function(1)), ("\u{1B}[[B", .function(2)),
        ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)), ("\u{1B}[1;5P", .function(1)),
        ("\u{1B}OM", .enter),
        ("\u{1B}Op", .character("0")), ("\u{1B}[<0;10;5M", .click(x: 9, y: 4)),
        ("\u{1B}[<64;3;2M", .wheelUp(x: 2, y: 1)),
        ("\u{1B}[<65;1;1M", .wheelDown(x: 0, y: 0)), ("\u{1B}[200~a\rb\u{1B}[201~", .paste("a\nb")),
    ]

    @Test func everyKeyIsKnown() {
        for (text, key) in Self.table {
            var parser = KeyParser()
            #expect(parser.feed(text.utf8) == [key])
            #expect(parser.delay == nil)
        }
    }

    @Test func everyKeyIsKnownHoweverItIsCut() {
        let all = Self.table.map(\.0).joined()
        let bytes = Array(all.utf8)
        for size in 1...7 {
            var parser = KeyParser()
            var keys: [Key] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                keys += parser.feed(bytes[start..<min(bytes.count, start + size)])
            }
            #expect(keys == Self.table.map(\.1), "\(size) bytes at a time")
        }
    }

    @Test func aLoneEscapeIsAKeyAfterItsTime() {
        var parser = KeyParser()
        #expect(parser.feed([0x1B]) == [])
        #expect(parser.delay == KeyParser.escapeDelay)
        #expect(parser.timeOut() == [.escape])
        #expect(parser.delay == nil)
        #expect(parser.feed([0x1B, 0x5B]) == [])
        #expect(parser.timeOut() == [.alt("[")])
        #expect(parser.feed([0x1B, 0x1B]) == [.escape])
        #expect(parser.timeOut() == [.escape])
        #expect(parser.feed("\u{1B}\r".utf8) == [.escape, .enter])
    }

    @Test func whatIsNotAKeyTypesNothing() {
        for text in [
            "\u{1B}[?1;2c", "\u{1B}[27;5;9~", "\u{1B}[97;5u", "\u{1B}[I", "\u{1B}[<0;1;1m", "\u{1B}[<35;1;1M",
            "\u{1B}[99~",
        ] {
            var parser = KeyParser()
            #expect(parser.feed(text.utf8) == [], "\(text.dropFirst())")
            #expect(parser.feed("x".utf8) == [.character("x")])
        }
        var parser = KeyParser()
        #expect(parser.feed([0xFF, 0xC0, 0x80, 0xE2, 0x28, 0x61]) == [.character("("), .character("a")])
        #expect(parser.feed([0xC2, 0x9B, 0x61]) == [.character("a")], "C1 controls are no text")
    }

    @Test func aPasteIsWholeHoweverItComes() {
        let text = String(repeating: "Zeile \u{E9}\u{65E5} 1\r\n[201~ \u{1B}[A\n", count: 50)
        let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~q".utf8)
        let kept = text.replacing("\r\n", with: "\n")
        for size in [1, 2, 3, 5, 64, 4096, bytes.count] {
            var parser = KeyParser()
            var keys: [Key] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                keys += parser.feed(bytes[start..<min(bytes.count, start + size)])
            }
            #expect(keys == [.paste(kept), .character("q")], "\(size) bytes at a time")
        }
    }

    @Test func aPasteWithoutEndIsGivenUpAndItsRemainderIsNotTyped() {
        var parser = KeyParser()
        #expect(parser.feed("\u{1B}[200~one".utf8) == [])
        #expect(parser.delay == KeyParser.pasteDelay)
        #expect(parser.timeOut() == [.paste("one")])
        #expect(parser.feed("S two\u{1B}[201~j".utf8) == [.paste("S two"), .character("j")])
        #expect(parser.feed("\u{1B}[200~a\u{1B}[201~k".utf8) == [.paste("a"), .character("k")])
    }

    @Test func aHugePasteIsBounded() {
        var parser = KeyParser()
        _ = parser.feed("\u{1B}[200~".utf8)
        let part = [UInt8](repeating: 0x61, count: 1 << 16)
        for _ in 0..<80 { #expect(parser.feed(part) == []) }
        let keys = parser.feed("\u{1B}[201~q".utf8)
        guard case .paste(let text)? = keys.first else { Issue.record("no paste"); return }
        #expect(text.utf8.count == KeyParser.pasteLimit)
        #expect(keys.last == .character("q"))
    }

    @Test func aTerminalsOwnSequencesComeFirst() {
        var parser = KeyParser()
        parser.special = [(Array("\u{1B}[11^".utf8), .home)]
        #expect(parser.feed("\u{1B}[11^".utf8) == [.home])
        #expect(parser.feed("\u{1B}[11".utf8) == [])
        #expect(parser.feed("^".utf8) == [.home])
        #expect(parser.feed("\u{1B}[11~".utf8) == [.function(1)])
    }
}
