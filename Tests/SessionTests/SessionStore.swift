import Core
import Foundation
import Session
import Store
import Support
import Testing

/// A store of its own with the sample data, held alone by `quinn`.
struct SessionStore {
    /// Wednesday 25 November 2026, 12:00 UTC: after the last sample has come in.
    static let now = Instant(seconds: 1_795_608_000)

    let scratch: Scratch
    let setting: Setting
    let store: ReviewStore

    init(importing: [String] = ["/micro-credentials", "/submissions", "/more.jsonl"]) throws {
        scratch = try Scratch()
        setting = Setting(store: scratch.path + "/assay.db", person: "quinn", theme: nil)
        try StoreDoor.create(setting, policyFile: nil, programme: "Test", now: Self.now)
        store = try StoreDoor.open(setting)
        if importing.isEmpty { return }
        let report = try run(importing.map { Program.sampleData + $0 })
        #expect(report.refused == [])
    }

    var caller: Caller { get throws { try store.caller("quinn") } }

    func run(_ paths: [String], dryRun: Bool = false, progress: (Int, Int) -> Void = { _, _ in }) throws -> ImportReport
    {
        try ImportRun(store: store, caller: caller, now: Self.now, dryRun: dryRun).run(paths, progress: progress)
    }
}
