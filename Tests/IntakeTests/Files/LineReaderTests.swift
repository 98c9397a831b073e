import Support
import Testing

@testable import Intake

struct LineReaderTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// The lines of a text, `>N` for one of N bytes that is too long; and the largest buffer.
    private func lines(_ bytes: [UInt8], cap: Int = 1000, chunk: Int = 16) throws -> (lines: [String], peak: Int) {
        let reader = LineReader(try OpenFile.open(path: scratch.write("lines", bytes: bytes)), cap: cap, chunk: chunk)
        var lines: [String] = []
        while let line = try reader.next() {
            switch line {
            case .whole(let range): lines.append(String(decoding: reader.buffer[range], as: UTF8.self))
            case .tooLong(let bytes): lines.append(">\(bytes)")
            }
            #expect(reader.number == lines.count)
        }
        #expect(reader.consumed == bytes.count)
        return (lines, reader.peak)
    }

    private func lines(_ text: String, cap: Int = 1000, chunk: Int = 16) throws -> [String] {
        try lines(Array(text.utf8), cap: cap, chunk: chunk).lines
    }

    @Test func endsLinesAtEitherLineEnd() throws {
        #expect(try lines("") == [])
        #expect(try lines("\n") == [""])
        #expect(try lines("a\r\nb\n\nc") == ["a", "b", "", "c"])
        #expect(try lines("a\rb\n\r\n") == ["a\rb", ""])
        #expect(try lines("\u{FEFF}a\n\u{FEFF}b") == ["a", "\u{FEFF}b"])
    }

    @Test func aLineThatIsTooLongIsOneLineOnly() throws {
        let long = String(repeating: "x", count: 50)
        #expect(try lines("a\n\(long)\nb\n", cap: 20) == ["a", ">50", "b"])
        #expect(try lines("a\n\(long)", cap: 20) == ["a", ">50"])
        #expect(try lines(long + "\r\n" + long + "\nc", cap: 49) == [">51", ">50", "c"])
        #expect(try lines(long, cap: 50) == [long])
    }

    @Test func anySplitIntoReadingsGivesTheSameLines() throws {
        var random = Seeded(seed: 7)
        for _ in 0..<60 {
            let parts = (0..<20).map { _ in String(repeating: "y", count: Int.random(in: 0...70, using: &random)) }
            let text = parts.joined(separator: "\n") + "\n"
            let chunk = Int.random(in: 16...40, using: &random)
            #expect(try lines(text, chunk: chunk) == parts)
        }
    }

    @Test func theBufferIsNoLargerThanTheLongestLineNeeds() throws {
        let short = [UInt8](repeating: 0x61, count: 99) + [0x0A]
        let many = Array(repeatElement(short, count: 20_000).joined())
        #expect(try lines(many, chunk: 1024).peak == 1024)
        let long = [UInt8](repeating: 0x62, count: 100_000) + [0x0A]
        #expect(try lines(many + long + many, cap: 200_000, chunk: 1024).peak < 300_000)
        let huge = [UInt8](repeating: 0x63, count: 5_000_000)
        #expect(try lines(many + huge, cap: 10_000, chunk: 1024).peak < 32_000)
    }
}
