import Console
import Screen
import Support
import Testing

@Suite struct KeyScriptTests {
    @Test func charactersAreThemselves() throws {
        #expect(try KeyScript.parse("jJ é東") == ["j", "J", " ", "é", "東"])
        #expect(try KeyScript.parse("") == [])
    }

    @Test func namesAreInBrackets() throws {
        let keys = try KeyScript.parse(
            "<Enter><CR><Tab><S-Tab><Esc><PgDn><PageUp><C-r><C-R><A-b><F12><Space><lt><gt><bs>")
        #expect(
            keys == [
                .enter, .enter, .tab, .backTab, .escape, .pageDown, .pageUp, .control("r"), .control("r"), .alt("b"),
                .function(12), " ", "<", ">", .backspace,
            ])
    }

    @Test func aBracketThatBeginsNoNameIsItself() throws {
        #expect(try KeyScript.parse("a<b") == ["a", "<", "b"])
        #expect(try KeyScript.parse("1 < 2 > 1") == ["1", " ", "<", " ", "2", " ", ">", " ", "1"])
        #expect(try KeyScript.parse("<>") == ["<", ">"])
    }

    @Test func anUnknownNameIsAFaultThatSaysWhere() {
        #expect(throws: KeyScript.Fault(found: "Entr", offset: 2)) { try KeyScript.parse("jj<Entr>") }
        #expect(
            KeyScript.Fault(found: "Entr", offset: 2).sentence.hasPrefix("There is no key <Entr> (at character 3);"))
    }

    @Test func oneKeyWithOrWithoutBrackets() {
        #expect(KeyScript.key("<C-r>") == .control("r"))
        #expect(KeyScript.key("C-r") == .control("r"))
        #expect(KeyScript.key("<") == "<")
        #expect(KeyScript.key("PgDn") == .pageDown)
        #expect(KeyScript.key("nonsense") == nil)
        #expect(KeyScript.key("F99") == nil)
    }

    @Test func printedKeysAreReadBack() throws {
        let all = Key.everyNamed + ["a", "Z", "<", ">", " ", "é", .control("x"), .alt("<"), .function(5)]
        #expect(try KeyScript.parse(KeyScript.print(all)) == all)
        #expect(try KeyScript.parse(KeyScript.print([.paste("a<b")])) == ["a", "<", "b"])
        var random = Seeded(seed: 7)
        for _ in 0..<200 {
            let keys = (0..<random.below(12)).map { _ in random.pick(all) }
            #expect(try KeyScript.parse(KeyScript.print(keys)) == keys)
        }
    }
}

extension Key {
    fileprivate static let everyNamed: [Key] = [
        .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown, .controlLeft, .controlRight, .wheelUp(x: 0, y: 0), .wheelDown(x: 0, y: 0),
    ]
}
