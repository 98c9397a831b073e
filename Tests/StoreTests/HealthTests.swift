import Core
import Foundation
import Testing

@testable import Store

@Suite struct HealthTests {
    let now = Scratch.dawn

    private func faults(_ scratch: Scratch) -> [String] {
        scratch.store.checkHealth().filter { $0.grade != .good }.map(\.subject)
    }

    @Test func aStoreInUseIsWell() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(50))
        _ = try scratch.store.claim("s-000001", as: try scratch.caller("ana"), now: now)
        let findings = scratch.store.checkHealth()
        #expect(findings.map(\.subject) == ["integrity", "foreign-keys", "permissions", "schema", "log", "tallies"])
        #expect(findings.allSatisfy { $0.grade == .good && $0.mend == nil })
    }

    @Test func everyFaultHasItsMend() throws {
        for (sql, subject) in [
            ("UPDATE tally SET n = n + 1 WHERE state = 0 AND district = 0", "tallies"),
            ("DELETE FROM due_tally WHERE district > 0", "tallies"),
            ("UPDATE day_tally SET n = n + 1", "tallies"), ("DELETE FROM day_tally", "tallies"),
            ("UPDATE age_tally SET n = n + 1", "tallies"), ("DELETE FROM age_tally", "tallies"),
            ("UPDATE submission SET district = 99 WHERE seq = 1", "foreign-keys"),
            ("UPDATE log SET who = 'x' WHERE n = 1", "log"),
        ] {
            let scratch = try Scratch()
            try scratch.add(Scratch.submissions(20))
            try scratch.tamper(sql)
            #expect(faults(scratch).contains(subject), "\(sql)")
            #expect(scratch.store.checkHealth().allSatisfy { ($0.grade == .good) == ($0.mend == nil) })
        }
        let scratch = try Scratch()
        chmod(scratch.path, 0o644)
        #expect(faults(scratch) == ["permissions"])
    }

    @Test func aDamagedFileIsSaidToBe() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(400))
        let copy = scratch.folder + "/copy.db"
        try scratch.store.backup(to: copy, as: try scratch.caller("root"), now: now)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
        let pages = Int(try file.seekToEnd()) / 4_096
        for page in stride(from: pages / 2, to: pages, by: 2) {
            try file.seek(toOffset: UInt64(page) * 4_096)
            try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
        }
        try file.close()
        let damaged = try ReviewStore.open(at: .path(copy), zone: Scratch.zone)
        #expect(damaged.checkHealth().contains { $0.subject == "integrity" && $0.grade == .fault })
    }

    @Test func aBackupIsTheWholeStore() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(300))
        let root = try scratch.caller("root")
        _ = try scratch.store.claim("s-000007", as: try scratch.caller("ana"), now: now)
        let path = scratch.folder + "/backup.db"
        let before = try scratch.store.verifyLog()
        try scratch.store.backup(to: path, as: root, now: now)
        let copy = try ReviewStore.open(at: .path(path), zone: Scratch.zone)
        #expect(try copy.verifyLog() == before)
        #expect(try copy.queueTotal(QueueFilter(), as: root, now: now) == 299)
        #expect(copy.checkHealth().allSatisfy { $0.grade == .good })
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(try scratch.log().last?.what == "backup")

        #expect(
            throws: Refusal.rule("\(path) is there already; nothing was written. --replace puts the copy in its place.")
        ) {
            try scratch.store.backup(to: path, as: root, now: now)
        }
        #expect(throws: Refusal.store("There is no directory \(scratch.folder)/no.")) {
            try scratch.store.backup(to: scratch.folder + "/no/b.db", as: root, now: now)
        }
        #expect(throws: Refusal.role(person: "dot", action: .backup)) {
            try scratch.store.backup(to: scratch.folder + "/c.db", as: try scratch.caller("dot"), now: now)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).allSatisfy { !$0.contains(".new") })
    }

    @Test func aReaderDoesNotBlockTheWriterAndAWriterWaitsItsTurn() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a"), Scratch.submission("b")])
        let ana = try scratch.caller("ana")
        let other = try SQLiteDriver(path: scratch.path)
        try other.read { database in
            let before = try database.firstInt("SELECT count(*) FROM claim")
            _ = try scratch.store.claim("a", as: ana, now: now)
            #expect(try database.firstInt("SELECT count(*) FROM claim") == before)
        }
        let importer = try scratch.store.submissionImporter(as: try scratch.caller("root"), now: now)
        _ = try importer.add(Scratch.submission("c"))
        let store = scratch.store
        let thread = Thread { _ = try? store.claim("b", as: ana, now: now) }
        thread.start()
        // While a batch is open everybody reads what was there before it.
        #expect(try scratch.again().queueTotal(QueueFilter(), as: ana, now: now) == 1)
        try importer.finish()
        while !thread.isFinished { usleep(500) }
        #expect(try scratch.store.queueTotal(QueueFilter(), as: ana, now: now) == 1)
        #expect(try scratch.store.verifyLog().ok)
    }
}
