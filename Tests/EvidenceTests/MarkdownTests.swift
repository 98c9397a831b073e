import Core
import Testing

@testable import Evidence

@Suite struct MarkdownTests {
    private func printed(_ markdown: String) -> [String] { Document.reading(markdown: markdown).printed }

    @Test func headingsAndParagraphs() {
        #expect(
            printed("# One\n\n\nTwo *three*\nfour **five _six_** `seven` ~~eight~~ ~nine~\n\nTen\n---\n") == [
                "1 h1 ||One",
                "4-5 p ||Two {e:three}/5 four {b:five }{eb:six} {c:seven} {s:eight} ~nine~",
                "7 h2 ||Ten",
                "8 lines",
            ])
    }

    @Test func aNewlineIsASpaceAndTwoSpacesBreak() {
        #expect(printed("a\nb  \nc\\\nd") == ["1-4 p ||a/2 b//3 c//4 d", "4 lines"])
    }

    @Test func listsKeepTheirMarkersAndTightness() {
        #expect(
            printed("para\n\n- one\n- two\n  more\n  - three\n\n9. nine\n10. ten\n\n1) loose\n\n2) items\n-\n") == [
                "1 p ||para",
                "3 p |\u{2022} |one",
                "4-5~ p |\u{2022} |two/5 more",
                "6~ p |  \u{2022} |three",
                "8 p | 9. |nine",
                "9~ p |10. |ten",
                "11 p |1) |loose",
                "13 p |2) |items",
                "14 p |\u{2022} |",
                "14 lines",
            ])
    }

    @Test func tasksHaveBoxes() {
        #expect(
            printed("- [ ] open\n- [x] done\n\n1. [x] third\n") == [
                "1 p |[ ] |open", "2~ p |[x] |done", "4 p |1. [x] |third", "4 lines",
            ])
    }

    @Test func quotesHaveBars() {
        let document = Document.reading(markdown: "> a\n> b\n> > c\n\n- > d\n\n  e\n")
        #expect(
            document.printed == [
                "1-2 p |\u{2502} |a/2 b", "3 p |\u{2502} \u{2502} |c", "5 p |\u{2022} \u{2502} |d", "7 p |  |e",
                "7 lines",
            ])
        #expect(document.blocks[2].lead.rest == "  \u{2502} ")
    }

    @Test func codeKeepsItsLines() {
        #expect(
            printed("```swift\nlet a\t= 1\n\n  b\n```\n\n    indented\n    more\n\nend") == [
                "1-4 code ||let a   = 1/3 /4   b", "7-8 code ||indented/8 more", "10 p ||end", "10 lines",
            ])
    }

    @Test func rawHTMLIsTextNeverInterpreted() {
        #expect(
            printed("<div onclick=x>\n<b>hi</b>\n</div>\n\na <b>b</b> <!-- c\nd --> e") == [
                "1-3 code ||<div onclick=x>/2 <b>hi</b>/3 </div>",
                "5-6 p ||a {c:<b>}b{c:</b>} {c:<!-- c\u{2424}d -->}/6  e",
                "6 lines",
            ])
    }

    @Test func linksSayWhereTheyLead() {
        #expect(
            printed("[site](https://a.org/x) [https://good.org](https://evil.org) <https://a.org> www.a.org me@a.org")
                == [
                    "1 p ||{l:site}{a: (https://a.org/x)} {l:https://good.org}{a: (https://evil.org)} {l:https://a.org} "
                        + "{l:www.a.org} {l:me@a.org}",
                    "1 lines",
                ])
        #expect(
            printed("![A *dog*](dog.png) [![x](y)](z)") == [
                "1 p ||{a:[picture: A }{ea:dog}{a:]}{a: (dog.png)} {la:[picture: x]}{a: (y)}{a: (z)}", "1 lines",
            ])
        #expect(printed("[a]: b\n[c]: d\ntext [a]\nmore") == ["1-4 p ||text {l:a}{a: (b)}/4 more", "4 lines"])
    }

    @Test func tablesKnowTheirLines() {
        #expect(
            printed("before\n| a | b |\n|---|--:|\n| 1 | *2* |\n| [x](y) | `z\\|w` |\n| 3 |\n\nafter") == [
                "1 p ||before",
                "2-6 table ||lr 2: a ; b // 4: 1 ; {e:2} // 5: {l:x}{a: (y)} ; {c:z|w} // 6: 3 ; ",
                "8 p ||after",
                "8 lines",
            ])
    }

    @Test func codeOverTwoLinesDoesNotLoseCount() {
        #expect(printed("a `b\nc` d\ne") == ["1-3 p ||a {c:b c}/2  d/3 e", "3 lines"])
    }

    @Test func controlsAndEntitiesGoThroughTheDoor() {
        #expect(
            printed("a\u{1B}[31m&#27;[0m&#x202e;\u{0}b\u{9B}") == [
                "1 p ||a\u{241B}[31m\u{241B}[0m\u{2426}\u{2400}b\u{2426}", "1 lines",
            ])
        #expect(printed("[x](http://a.org/\u{202E}y)") == ["1 p ||{l:x}{a: (http://a.org/\u{2426}y)}", "1 lines"])
    }

    @Test func nothingIsNothing() {
        #expect(printed("") == ["0 lines"])
        #expect(printed("\n\n") == ["2 lines"])
        #expect(printed("\u{FEFF}# a") == ["1 h1 ||a", "1 lines"])
    }

    /// The parser's library keeps a table that all parses share.
    @Test func manyAtOnceReadAlike() async {
        let text = String(repeating: "~~a~~ www.a.org | [x](y)\n\n| h |\n|---|\n| - |\n\n- [x] b\n\n", count: 50)
        let expected = Document.reading(markdown: text)
        await withTaskGroup(of: Document.self) { group in
            for _ in 0..<32 { group.addTask { Document.reading(markdown: text) } }
            for await document in group { #expect(document == expected) }
        }
    }
}
