import Core
import Foundation
import Synchronization
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
        #expect(
            findings.map(\.subject) == [
                "permissions", "space", "version", "integrity", "foreign-keys", "schema", "log", "tallies", "contents",
                "words",
            ])
        #expect(findings.allSatisfy { $0.grade == .good && $0.mend == nil })
    }

    @Test func everyFaultHasItsMend() throws {
        for (sql, subject) in [
            ("UPDATE tally SET n = n + 1 WHERE state = 0 AND district = 0", "tallies"),
            ("DELETE FROM due_tally WHERE district > 0", "tallies"),
            ("UPDATE day_tally SET n = n + 1", "tallies"), ("DELETE FROM day_tally", "tallies"),
            ("UPDATE age_tally SET n = n + 1", "tallies"), ("DELETE FROM age_tally", "tallies"),
            ("UPDATE submission SET district = 99 WHERE seq = 1", "foreign-keys"),
            ("UPDATE due_tally SET submitted_from = submitted_to + 1", "tallies"),
            ("UPDATE due_tally SET id_to = id_from || 'a'", "tallies"), ("UPDATE tally SET n = 1 << 62", "tallies"),
            ("UPDATE batch SET held = 3", "tallies"), ("UPDATE batch SET items = items - 1", "tallies"),
            ("UPDATE batch SET signed = 1", "tallies"),
            ("UPDATE log SET who = 'x' WHERE n = 1", "log"), ("DROP TABLE log", "log"), ("DROP TABLE log", "schema"),
            ("DROP INDEX submission_due", "schema"), ("ALTER TABLE place ADD COLUMN x", "schema"),
            ("CREATE TRIGGER t AFTER INSERT ON scorecard BEGIN DELETE FROM score; END", "schema"),
            ("UPDATE content_chunk SET bytes = zeroblob(8)", "contents"), ("DELETE FROM content_chunk", "contents"),
            ("UPDATE content_chunk SET n = 7", "contents"), ("UPDATE content SET sha256 = zeroblob(32)", "contents"),
            ("UPDATE content SET bytes = 9", "contents"),
            ("INSERT INTO words(words) VALUES ('delete-all')", "words"),
            ("INSERT INTO words(rowid, text) VALUES (4000, 'Floyd')", "words"),
            ("INSERT INTO words(rowid, text) VALUES (1 << 60, 'Floyd')", "words"),
            ("DELETE FROM words_data WHERE id > 10", "words"),
        ] {
            let scratch = try Scratch()
            try scratch.add(Scratch.submissions(20))
            try scratch.addFile("filed", "A plan.")
            _ = try scratch.store.score(
                "s-000001", Scratch.levels(), base: 0, submit: true, as: try scratch.caller("ana"), now: now)
            _ = try scratch.store.makeBatch("june", QueueFilter(), as: try scratch.caller("eve"), now: now)
            try scratch.tamper(sql)
            #expect(faults(scratch).contains(subject), "\(sql)")
            #expect(scratch.store.checkHealth().allSatisfy { ($0.grade == .good) == ($0.mend == nil) })
        }
        let scratch = try Scratch()
        chmod(scratch.path, 0o644)
        #expect(faults(scratch) == ["permissions"])
        chmod(scratch.path, 0o600)
        chmod(scratch.folder, 0o777)
        #expect(faults(scratch) == ["permissions"])
        chmod(scratch.folder, 0o1777)
        #expect(faults(scratch) == [])
    }

    @Test func aFileThatIsDamagedIsNamedByWhoseEvidenceItIs() throws {
        let scratch = try Scratch()
        try scratch.addFile("filed", "A plan.")
        try scratch.tamper("UPDATE content_chunk SET bytes = CAST('A pain.' AS BLOB)")
        let finding = scratch.store.checkHealth().first { $0.subject == "contents" }
        #expect(finding?.sentence == "1 of 1 evidence files are damaged, first f1 of filed.")
        // A piece that is missing is never taken for a short file.
        try scratch.tamper("DELETE FROM content_chunk")
        #expect(
            throws: Refusal.store(
                "The store \(scratch.path) is damaged: a part of the evidence f1 of filed is missing. Run `assay doctor` to see what is wrong, and restore a backup."
            )
        ) {
            try scratch.store.content(of: "f1", submission: "filed", as: try scratch.caller("ana"))
        }
    }

    @Test func theMendIsALineForAShell() {
        #expect(SQLiteFile.quoted("/a/b-c_1.db") == "/a/b-c_1.db")
        #expect(SQLiteFile.quoted("/a b/it's") == "'/a b/it'\\''s'")
        #expect(
            SQLiteFile.quoted("") == "''" && SQLiteFile.quoted("a;b") == "'a;b'" && SQLiteFile.quoted("a@b") == "'a@b'")
        #expect(SQLiteFile.restoring("/s.db").contains("rm -f /s.db-wal /s.db-shm; cp BACKUP /s.db"))
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

    @Test func aBackupBesideAWriterIsOneMomentOfTheStore() throws {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(40))
        let (store, now) = (scratch.store, now)
        let (ana, eve, root) = (try scratch.caller("ana"), try scratch.caller("eve"), try scratch.caller("root"))
        let isOver = Mutex(false)
        let written = Mutex(0)
        let writer = Thread {
            for number in 0..<40 where !isOver.withLock({ $0 }) {
                let id = "s-\(String(number + 1_000_000).dropFirst())"
                _ = try? store.score(id, Scratch.levels(), base: 0, submit: true, as: ana, now: now)
                _ = try? store.decide(id, .award, reason: "Meets.", as: eve, now: now)
                written.withLock { $0 += 1 }
            }
        }
        writer.start()
        for number in 0..<6 {
            // Each after something more was written, and while the next is.
            while written.withLock({ $0 }) <= number, !writer.isFinished { sched_yield() }
            let path = scratch.folder + "/backup\(number).db"
            try store.backup(to: path, as: root, now: now)
            let copy = try ReviewStore.open(at: .path(path), zone: Scratch.zone)
            let found = try copy.verifyLog()
            #expect(found.ok, "\(found)")
            #expect(copy.checkHealth().allSatisfy { $0.grade == .good })
        }
        isOver.withLock { $0 = true }
        while !writer.isFinished { sched_yield() }
        #expect(try store.verifyLog().ok)
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

@Suite struct WordCheckTests {
    @Test func onlyPlainWordsAreAskedFor() {
        #expect(WordCheck.plainWords("Elk Hollow 7") == ["Elk", "Hollow", "7"])
        #expect(WordCheck.plainWords("São Ñuñoa, St. Ann's") == ["São"])
        #expect(WordCheck.plainWords("") == [] && WordCheck.plainWords("D\u{1B}[31mred\u{0}x") == [])
    }
}
