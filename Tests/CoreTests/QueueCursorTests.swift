import Testing

@testable import Core

@Suite struct QueueCursorTests {
    @Test(arguments: [
        QueueCursor.time(Instant(seconds: 1_790_863_380), sequence: 7), .time(Instant(seconds: -5), sequence: 0),
        .id("eec-2026.000_1"), .id("t5.7"),
    ]) func aWordForTheCommandLineAndBack(cursor: QueueCursor) {
        #expect(QueueCursor(text: cursor.text) == cursor)
    }

    @Test(arguments: ["", "i", "t", "t5", "t5.", "t.5", "t5.6.7", "tx.y", "t99999999999999999999.1", "x5.6", " i5"])
    func whatIsNoCursorIsRefused(text: String) {
        #expect(QueueCursor(text: text) == nil)
    }

    @Test func aCursorFitsListsOfItsOrder() {
        let time = QueueCursor.time(Instant(seconds: 1), sequence: 1)
        #expect(time.fits(.due) && time.fits(.submitted) && !time.fits(.id))
        #expect(QueueCursor.id("a").fits(.id) && !QueueCursor.id("a").fits(.due))
    }
}
