import Core
import Foundation
import Support
import Testing

@testable import Session

/// Our tables of numbers say what Foundation's calendar says.
@Suite struct ZoneRulesTests {
    static let zones = [
        "America/New_York", "America/Chicago", "America/Phoenix", "America/St_Johns", "Europe/Berlin", "Asia/Kolkata",
        "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "UTC",
    ]

    @Test(arguments: zones)
    func offsetsAreFoundations(name: String) throws {
        let rules = try #require(ZoneRules(identifier: name))
        let zone = try #require(TimeZone(identifier: name))
        var random = Seeded(seed: 2026)
        for _ in 0..<2000 {
            // 2000 to 2060.
            let seconds = Int64(random.number(in: 946_684_800...2_840_000_000))
            let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            let found = rules.offset(at: Instant(seconds: seconds))
            #expect(found == expected, "\(name) at \(seconds)")
            if found != expected { break }
        }
        for start in rules.starts {
            for seconds in [start - 1, start, start + 1] {
                let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
                #expect(rules.offset(at: Instant(seconds: seconds)) == expected, "\(name) around \(start)")
            }
        }
        #expect(rules.starts == rules.starts.sorted())
        #expect(ZoneRules(text: rules.text) == rules)
    }

    @Test func unknownZonesHaveNoRules() {
        for name in ["", "Mars/Olympus", "America/new_york_city", "../../etc/passwd"] {
            #expect(ZoneRules(identifier: name) == nil, "\(name)")
        }
    }
}
