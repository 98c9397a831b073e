import Screen
import Support
import Testing

/// What a key costs on a slow line. The limits are those of docs/PERFORMANCE.md.
struct TerminalBytesTests {
    @Test func lineDownRepaintsTwoRowsAtMost() throws {
        let list = try probe()
        var all: [Int] = []
        for row in 2..<32 {
            all.append(try list.bytes(sentBy: { try list.type("j") }, until: { $0.row(row).hasPrefix(">") }))
        }
        #expect(all.sorted()[all.count / 2] <= 250, "\(all)")
        #expect(list.screen.unknown == [])
    }

    @Test func lineDownMovesAMarker() throws {
        let list = try probe("marker")
        for row in 2..<32 {
            let bytes = try list.bytes(sentBy: { try list.type("j") }, until: { $0.row(row).hasPrefix(">") })
            #expect(bytes <= 40)
        }
    }

    @Test func scrollingSendsTheNewLineOnly() throws {
        let list = try probe("marker")
        try list.type(String(repeating: "j", count: 37))
        try list.wait { $0.row(38).hasPrefix(">") }
        var (sent, text) = (0, 0)
        for row in 39..<59 {
            sent += try list.bytes(sentBy: { try list.type("j") }, until: { $0.row(38).contains(" \(row) ") })
            text += list.screen.row(38).utf8.count
        }
        // Beside the line: the scroll (17), the old marker out (12), the way to the new line and its marker (7), less the
        // blanks that are jumped over.
        #expect(sent <= text + 20 * 32, "\(sent) bytes for \(text) of text")
    }

    /// The painted row stays where it is: its text changes, and the line before it comes back whole.
    @Test func scrollingUnderAPaintedRow() throws {
        let list = try probe()
        try list.type(String(repeating: "j", count: 37))
        try list.wait { $0.row(38).hasPrefix(">") }
        for row in 39..<59 {
            let sent = try list.bytes(sentBy: { try list.type("j") }, until: { $0.row(38).contains(" \(row) ") })
            #expect(sent <= 220)
        }
    }

    @Test func scrollingBothWaysAgreesWithAFreshPaint() throws {
        let list = try probe()
        try list.type(
            String(repeating: "j", count: 60) + String(repeating: "k", count: 50) + String(repeating: "j", count: 20))
        try list.wait { screen in (1..<39).contains { screen.row($0).hasPrefix(">       31 ") } }
        try list.settle()
        let before = list.screen.spots
        let painted = try list.bytes(sentBy: { try list.type("<C-l>") }, until: { _ in true })
        #expect(painted > 1000)
        #expect(list.screen.spots == before)
    }

    @Test func pageDownIsThePagesText() throws {
        let list = try probe("marker")
        var (sent, text) = (0, 0)
        for page in 1...10 {
            sent += try list.bytes(
                sentBy: { try list.type("<PgDn>") }, until: { $0.row(1).contains(" \(1 + 38 * page) ") })
            text += list.screen.rows[1..<39].reduce(0) { $0 + $1.utf8.count }
        }
        #expect(Double(sent) <= 1.1 * Double(text), "\(sent) bytes for \(text) of text")
    }

    @Test func anIdleTerminalIsSilent() throws {
        let list = try probe()
        let before = list.received
        try list.settle(silence: 200)
        #expect(list.received == before)
    }

    @Test func aFullPaintIsItsText() throws {
        let list = try probe("marker")
        let text = list.screen.rows.reduce(0) { $0 + $1.utf8.count }
        #expect(Double(list.received) <= 1.35 * Double(text), "\(list.received) bytes for \(text) of text")
    }
}
