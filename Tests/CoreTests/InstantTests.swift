import Support
import Testing

@testable import Core

@Suite struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("2026-10-01T14:03:00Z", 1_790_863_380),
        ("2026-10-01T14:03:00.999Z", 1_790_863_380),
        ("2026-10-01t14:03:00z", 1_790_863_380),
        ("2026-10-01 14:03:00Z", 1_790_863_380),
        ("2026-10-01T10:03:00-04:00", 1_790_863_380),
        ("2026-10-01T19:33:00+05:30", 1_790_863_380),
        ("2026-10-01T14:03:00-00:00", 1_790_863_380),
        ("1969-12-31T23:59:59Z", -1),
        ("2000-02-29T00:00:00Z", 951_782_400),
        ("2024-02-29T23:59:59Z", 1_709_251_199),
        ("2016-12-31T23:59:60Z", 1_483_228_799),
        ("0000-01-01T00:00:00Z", -62_167_219_200),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
        ("2026-01-01T00:30:00+01:00", 1_767_223_800),
    ]) func reads(text: String, seconds: Int64) {
        #expect(Instant(rfc3339: text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "2026", "2026-10-01", "2026-10-01T14:03Z", "2026-10-01T14:03:00", "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z",
        "2026-10-00T00:00:00Z", "2026-10-01T24:00:00Z", "2026-10-01T14:60:00Z", "2026-10-01T14:03:61Z",
        "2026-10-01T14:03:00.Z", "2026-10-01T14:03:00.5", "2026-10-01T14:03:00+0400", "2026-10-01T14:03:00+24:00",
        "2026-10-01T14:03:00+04:60", "2026-10-01T14:03:00Zx", " 2026-10-01T14:03:00Z", "2026/10/01T14:03:00Z",
        "2026-10-01X14:03:00Z", "+026-10-01T14:03:00Z", "2026-1\u{660}-01T14:03:00Z", "2026-10-01T14-03-00Z",
        "2026-10-01T14:03:00 Z", "20261-10-01T14:03:00Z", "2026-10-01T14:03:00+04:00Z",
    ]) func refuses(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test(arguments: Seeded.seeds) func whatIsWrittenIsReadBack(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<2_000 {
            let instant = Instant(seconds: Int64(random.number(in: -62_167_219_200...253_402_300_799)))
            #expect(Instant(rfc3339: instant.rfc3339) == instant)
        }
    }

    @Test(arguments: Seeded.seeds) func anOffsetMovesTheClock(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<500 {
            let instant = Instant(seconds: Int64(random.number(in: 0...4_000_000_000)))
            let minutes = random.number(in: -1_439...1_439)
            let local = instant.advanced(bySeconds: Int64(minutes * 60)).rfc3339.dropLast()
            let (hour, minute) = (abs(minutes) / 60, abs(minutes) % 60)
            let zone = "\(minutes < 0 ? "-" : "+")\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
            #expect(Instant(rfc3339: local + zone) == instant)
        }
    }

    @Test(arguments: Seeded.seeds) func nonsenseIsRefusedQuietly(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<500 {
            var scalars = Array("2026-10-01T14:03:00Z".unicodeScalars)
            scalars[random.number(in: 0...scalars.count - 1)] = random.soup(1...1).unicodeScalars.first ?? "?"
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            _ = Instant(rfc3339: String(text))
            _ = Instant(rfc3339: random.soup(0...40))
        }
    }
}
