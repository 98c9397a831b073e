import Foundation
import Support
import Testing

@testable import Intake

struct JSONTextTests {
    private func read(_ text: String) throws -> Written { try read(Array(text.utf8)) }

    private func read(_ bytes: [UInt8]) throws -> Written {
        var json = JSONText(bytes, 0..<bytes.count)
        return try json.read()
    }

    private func fault(_ text: String) -> String? { fault(Array(text.utf8)) }

    private func fault(_ bytes: [UInt8]) -> String? {
        do {
            _ = try read(bytes)
            return nil
        } catch { return (error as? SyntaxFault)?.reason }
    }

    @Test func readsEveryKindOfValue() throws {
        let value = try read(#" {"a": [1, -2.5e+3, true, false, null, "x", {}, []], "b": {"c": 0}} "#)
        #expect(value.spelled == #"{a:[1,-2.5e+3,true,false,null,"x",{},[]],b:{c:0}}"#)
    }

    @Test(arguments: [
        (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{C}\n\r\t"),
        (#""\u00e9\u4F60""#, "\u{E9}\u{4F60}"), (#""\ud83d\ude00!""#, "\u{1F600}!"),
        ("\"\u{7F}\u{E9}\"", "\u{7F}\u{E9}"),
        (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
        (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}\u{1F600}"),
        (#""a\u0000b""#, "a\u{FFFD}b"),
    ])
    func readsStrings(_ text: String, _ expected: String) throws { #expect(try read(text).string == expected) }

    @Test func countsWhatItRepaired() throws {
        let bytes = Array(#"["\u0000", "\ud800", "\ufffd", "fine"]"#.utf8)
        var json = JSONText(bytes, 0..<bytes.count)
        _ = try json.read()
        #expect(json.repairs == 2)
    }

    @Test(arguments: [
        "", "  ", "{", "}", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "tru", "nul",
        "True", "01",
        "-", "+1", "1.", ".5", "1e", "0x1", "NaN", "Infinity", "\"", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u123g\"",
        "\"\n\"",
        "\"\t\"", "1 2", "[] []", "// no\n1", "\u{FEFF}1", "[1}", "{\"a\":1]", "\"\\", "\"\\u", "-01",
    ])
    func refusesWhatIsNoJSON(_ text: String) { #expect(fault(text)?.hasPrefix("not JSON: found ") == true) }

    @Test func refusesBytesThatAreNoUTF8() {
        #expect(fault([0x22, 0xFF, 0x22]) == "not UTF-8: a string holds bytes that are not")
        #expect(fault([0x22, 0xED, 0xA0, 0x80, 0x22]) == "not UTF-8: a string holds bytes that are not")
        #expect(fault([0x22, 0xC0, 0x80, 0x5C, 0x6E, 0x22]) == "not UTF-8: a string holds bytes that are not")
    }

    @Test func saysWhereAndWhat() throws {
        let error = #expect(throws: SyntaxFault.self) { try read("{\n  \"a\": 1,\n  \"b\": ?\n}") }
        #expect(error?.line == 3)
        #expect(error?.reason == "not JSON: found \"?\" at byte 8 of the line, expected a value")
    }

    @Test func boundsDepthAndCount() {
        #expect(fault(String(repeating: "[", count: 128) + String(repeating: "]", count: 128)) == nil)
        #expect(fault(String(repeating: "[", count: 1_000_000)) == "nested deeper than 128")
        #expect(fault("[" + String(repeating: "{},", count: 500) + "{}]") == nil)
        let zeros = Array(("[" + String(repeating: "0,", count: 99) + "0]").utf8)
        var json = JSONText(zeros, 0..<zeros.count)
        json.most = 100
        #expect(throws: SyntaxFault.self) { try json.read() }
    }

    @Test func linesAreCounted() throws {
        let value = try read("{\n\"a\": 1,\r\n\"b\":\n2}")
        #expect(value["a"]?.line == 2)
        #expect(value["b"]?.line == 4)
    }

    /// Foundation's reader is the oracle: both take or both refuse, and what they read is the same.
    @Test func agreesWithFoundationOnSpoiledText() throws {
        var random = Seeded(seed: 2026)
        let pieces: [String] = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "0", "1", "-", ".", "e", " ", "\n", "\\u0041", "true", "null",
        ]
        for _ in 0..<4000 {
            var text = Array(#"{"a": [1, -0.5e2, true, null, "x\n"], "b": {"c": "\u00e9"}, "d": []}"#)
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let index = Int.random(in: 0..<text.count, using: &random)
                let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
                text.replaceSubrange(index...index, with: Array(piece))
            }
            let string = String(text)
            let theirs = try? JSONSerialization.jsonObject(with: Data(string.utf8), options: [.fragmentsAllowed])
            let ours = try? read(string)
            #expect((theirs == nil) == (ours == nil), "\(string)")
        }
    }
}

extension Written {
    /// The tree on one line, for a test to look at.
    var spelled: String {
        switch value {
        case .nothing: "null"
        case .truth(let truth): String(truth)
        case .number(let text), .plain(let text): text
        case .text(let text): "\"\(text)\""
        case .list(let values): "[" + values.map(\.spelled).joined(separator: ",") + "]"
        case .record(let fields): "{" + fields.map { $0.key + ":" + $0.value.spelled }.joined(separator: ",") + "}"
        }
    }
}
