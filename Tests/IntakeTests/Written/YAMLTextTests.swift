import Testing

@testable import Intake

struct YAMLTextTests {
    private func read(_ text: String) throws -> Written { try YAMLText.read(Array(text.utf8)) }

    private func fault(_ text: String) -> SyntaxFault? { fault(Array(text.utf8)) }

    private func fault(_ bytes: [UInt8]) -> SyntaxFault? {
        do {
            _ = try YAMLText.read(bytes)
            return nil
        } catch { return error }
    }

    @Test func keepsScalarsAsTheyAreSpelled() throws {
        let value = try read("{a: None, b: no, c: 1.10, d: '2', e: null, f: ~, g: , h: 'null', i: 2026-10-01}")
        #expect(value.spelled == #"{a:None,b:no,c:1.10,d:"2",e:null,f:null,g:null,h:"null",i:2026-10-01}"#)
    }

    @Test func linesAreThoseOfTheFile() throws {
        let value = try read("# about\na: 1\nb:\n  - x\n  - y: 2\n")
        #expect(value["a"]?.line == 2)
        #expect(value["b"]?.line == 4)
        guard case .list(let values)? = value["b"]?.value else {
            Issue.record("no list")
            return
        }
        #expect(values.map(\.line) == [4, 5])
    }

    @Test func anEmptyFileIsNothing() throws {
        #expect(try read("").spelled == "null")
        #expect(try read("# only this\n").spelled == "null")
    }

    @Test func aliasesAreWrittenOut() throws {
        #expect(try read("a: &x [1, 2]\nb: *x\n").spelled == "{a:[1,2],b:[1,2]}")
    }

    @Test func saysWhereAndWhat() {
        #expect(fault("a: 1\nb: [1, 2\nc: 3\n")?.line == 3)
        #expect(fault("a: 1\nb: [1, 2\nc: 3\n")?.reason.hasPrefix("not YAML: while parsing a flow sequence: ") == true)
        #expect(fault("a: *b\n")?.reason == "not YAML: found undefined alias at column 4")
        #expect(fault("a: 1\n---\nb: 2\n")?.reason.contains("found another document") == true)
        #expect(fault("a: \u{1B}[31m\n")?.reason == "not YAML: control characters are not allowed")
        #expect(fault("? [a]\n: 1\n")?.reason == "found a key that is not text")
    }

    @Test func aKeyTwiceIsAFault() {
        let twice = fault("a: 1\nb:\n  title: x\n  title: y\n")
        #expect(twice?.line == 3)
        #expect(twice?.reason == "found the key \"title\" more than once in one object, expected it once")
        #expect(fault("a: 1\n\"a\": 2\n") != nil)
    }

    @Test func bytesThatAreNoUTF8AreAFaultOfTheirLine() {
        let bad = fault(Array("a: 1\nb: ".utf8) + [0xE9, 0x0A])
        #expect(bad?.line == 2)
        #expect(bad?.reason == "not UTF-8")
    }

    @Test func aliasesThatMultiplyAreRefusedBeforeTheyAreRead() {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (level, below) in zip("bcdefghi", "abcdefgh") {
            bomb += "\(level): &\(level) [" + Array(repeating: "*\(below)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(fault(bomb)?.reason.hasPrefix("found 8 anchors that 72 aliases name, expected fewer") == true)
        #expect(fault(bomb + "? *i\n: 1\n")?.reason.hasPrefix("found 9 anchors") == true)
    }

    @Test func aListThatManyShareIsFine() {
        var text = "levels: &levels [{id: a, name: A}, {id: b, name: B}]\ncriteria:\n"
        for number in 1...60 { text += "  - {id: c\(number), levels: *levels}\n" }
        #expect(fault(text) == nil)
        #expect(fault("text: R&D and *emphasis* & *more* in **Markdown**\n") == nil)
    }

    @Test func boundsDepth() {
        #expect(
            fault(String(repeating: "[", count: 100) + String(repeating: "]", count: 100))?.reason
                == "nested deeper than 64")
        #expect(fault(String(repeating: "[", count: 100_000))?.reason.hasPrefix("not YAML: ") == true)
        #expect(fault(String(repeating: "- ", count: 100_000))?.reason.isEmpty == false)
    }
}
