import Core
import Store
extension ReviewStore {
    package func zoneOffset(at now: Instant) throws -> Int { 0 }
    package func score(_ id: String, _ changes: [ScoreChange], base: Int?, submit: Bool, as caller: Caller, now: Instant) throws -> Scorecard { throw Refusal.store("") }
}
enum Digest { static func hex(sha256 bytes: [UInt8]) -> String { "" } }
extension ReviewStore { func facets(as: Caller) throws -> QueueFacets { QueueFacets() } }
enum ThemeFile { static func read(_ p: String) throws -> Theme { .standard } }
import Screen
