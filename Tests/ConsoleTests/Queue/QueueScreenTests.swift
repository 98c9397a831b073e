import Console
import Core
import Screen
import Support
import Testing

@Suite struct QueueScreenTests {
    @Test(arguments: [(80, 24), (120, 40), (200, 60), (60, 15), (40, 10), (20, 6)])
    func looksAsRecorded(columns: Int, rows: Int) {
        let run = KeyScriptRun(rows: Fixtures.rows(214), columns: columns, height: rows)
        expectSnapshot(run.frame, "queue-\(columns)x\(rows)")
    }

    @Test func aNarrowedListSaysWhatItIsNarrowedTo() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        run.state.queue.filter.states = [.ready, .pending]
        run.state.queue.filter.district = "Floyd County"
        run.state.queue.filter.overdue = true
        run.type("/Data<Enter>s<Down><Enter>")
        expectSnapshot(run.frame, "queue-narrowed")
        #expect(run.screen.line(22).hasPrefix("pending, ready   late   Floyd County   /Data   by submitted"))
    }

    @Test func lineDownTouchesTwoRows() {
        var run = KeyScriptRun(rows: Fixtures.rows(214))
        let before = run.frame
        run.type("j")
        #expect(changedRows(before, run.frame) == [2, 3])
        #expect(run.screen.selectedRows == [3])
    }

    @Test func theSelectedRowIsMarkedWithoutColourToo() {
        var run = KeyScriptRun(rows: Fixtures.rows(30))
        run.type("jjj")
        #expect(run.screen.lines.filter { $0.hasPrefix(">") }.count == 1)
        #expect(run.screen.line(5).hasPrefix(">"))
    }

    @Test func lateAndStateAreWordsAndNotOnlyColours() {
        let run = KeyScriptRun(rows: [
            Fixtures.row(0, dueInDays: -3), Fixtures.row(1, state: .secondRead, dueInDays: 0),
        ])
        #expect(
            run.screen.text(in: .danger) == ["2 late", "3 d late"]
                || run.screen.text(in: .danger) == ["1 late", "3 d late"])
        #expect(run.screen.line(2).contains("3 d late"))
        #expect(run.screen.line(3).contains("today") && run.screen.line(3).contains("second-read"))
    }

    @Test func whatIsDecidedHasNoDeadline() {
        var run = KeyScriptRun(rows: [Fixtures.row(0, state: .awarded, dueInDays: -9)])
        run.state.queue.filter.states = [.awarded]
        run.send(.storeChanged)
        #expect(run.screen.line(2) == ">         -  Checking for Understanding     Floyd County        1  awarded")
    }

    @Test func hostileWordsBecomeMarks() {
        var row = Fixtures.row(0, claimedBy: "be\u{202E}n", district: "Floyd\u{1B}[2J\u{9B}31m", title: "A\nB\u{7}")
        row.id = "x\u{1B}]0;owned\u{7}"
        let run = KeyScriptRun(rows: [row], columns: 200)
        let scalars = run.screen.description.unicodeScalars.filter { $0 != "\n" }
        #expect(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}" })
        #expect(run.screen.line(2).contains("A\u{2424}B\u{2407}"))
    }

    @Test func aMillionIsGrouped() {
        var run = KeyScriptRun(rows: Fixtures.rows(30))
        run.state.summary.pending = 1_234_567
        #expect(run.screen.line(0).contains("1,234,567 pending"))
    }

    /// Wide glyphs at the edges of columns must not lose a half.
    @Test func wideTextKeepsTheColumns() {
        let rows = (0..<9).map { Fixtures.row($0, district: "東京都千代田区霞が関", title: "形成的評価を授業で使う方法について考える") }
        for columns in 0...130 {
            let run = KeyScriptRun(rows: rows, columns: columns, height: 12)
            #expect(isWellFormed(run.frame), "\(columns) columns:\n\(run.screen.picture)")
        }
    }

    @Test func columnsStandStillWhateverTheRowsSay() {
        for width in 0...220 {
            let columns = QueueColumns(width: width, filter: .standard(for: Fixtures.alice)).columns
            for (left, right) in zip(columns, columns.dropFirst()) {
                #expect(left.right + QueueColumns.gap == right.x)
            }
            if let last = columns.last { #expect(last.right <= width, "\(width)") }
            #expect(columns.allSatisfy { $0.width > 0 }, "\(width)")
        }
    }

    @Test(arguments: 0...12)
    func theListComesFirst(rows: Int) {
        let rects = arrangeQueue(Size(columns: 80, rows: rows))
        let parts = [rects.header, rects.heading, rects.list, rects.status, rects.lastLine]
        #expect(parts.map(\.height).reduce(0, +) == rows)
        #expect(rects.list.height >= min(1, rows))
        #expect(rects.lastLine.isEmpty == (rows < 2))
    }
}
