import Console
import Screen
import Support
import Testing

@Suite struct KeymapTests {
    @Test func ownKeysReplaceTheTables() throws {
        let map = try Keymap(rebinding: ["submit": ["<F2>"], "search": ["<C-f>", "/"]])
        #expect(map.command(for: .function(2), in: .review) == .submit)
        #expect(map.command(for: "S", in: .review) == nil)
        #expect(map.command(for: .control("f"), in: .queue) == .search)
        #expect(map.keys(for: .search) == [.control("f"), "/"])
        #expect(map.command(for: "j", in: .queue) == .down)
    }

    @Test func aKeyGivenAwayIsTakenFromItsOwner() throws {
        let map = try Keymap(rebinding: ["undo": ["z"]])
        #expect(map.command(for: "z", in: .review) == .undo)
        #expect(map.keys(for: .zoom) == [])
        // In another scope it stays.
        let other = try Keymap(rebinding: ["undo": ["o"]])
        #expect(other.command(for: "o", in: .queue) == .look)
        #expect(other.command(for: "o", in: .review) == .undo)
    }

    @Test func faultsNameWhatIsWrong() {
        let own = [
            "sumbit": ["x"], "undo": ["<Foo>", "x"], "redo": ["x"], "back": [], "search": ["x"],
        ]
        let expected: [KeymapFault] = [
            .unknownCommand("sumbit"), .unknownKey("<Foo>", command: "undo"),
            .clash(key: "x", first: "redo", second: "undo"), .withoutKey("back"),
        ]
        do {
            _ = try Keymap(rebinding: own)
            Issue.record("faulty keys were taken")
        } catch {
            #expect(error.faults.count == expected.count)
            for fault in expected { #expect(error.faults.contains(fault)) }
            #expect(error.faults.allSatisfy { $0.sentence.hasPrefix("keys: ") && $0.sentence.hasSuffix(".") })
        }
    }

    @Test func nothingOwnIsTheTable() throws {
        #expect(try Keymap(rebinding: [:]) == Keymap())
    }

    @Test func helpAndHintsFollowOwnKeys() throws {
        let map = try Keymap(rebinding: ["open": ["<F5>"], "level-1": ["a"]])
        var run = KeyScriptRun(
            state: Fixtures.console(keymap: map), shelf: Shelf(rows: Fixtures.rows(30)))
        #expect(run.screen.line(23).hasPrefix("F5 claim and open"))
        run.type("?")
        #expect(run.screen.description.contains("F5            Claims the selected submission and opens it"))
        #expect(KeyList.markdown(keymap: map).contains("| `a` | Sets the current criterion to its lowest level |"))
    }
}
