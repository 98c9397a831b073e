import Core
import Foundation
import Session
import Store
import Support
import Testing

/// A store of its own with the sample data, held alone by `quinn`.
struct SessionStore {
    /// The effects of a console ask the machine for the time, so this must be near it.
    static let now = Clock.now

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
