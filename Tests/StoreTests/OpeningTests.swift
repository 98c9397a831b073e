import Core
import Foundation
import Testing

@testable import Store

@Suite struct OpeningTests {
    private func refusal(_ body: () throws -> Void) -> Refusal? {
        do {
            try body()
            return nil
        } catch { return error as? Refusal }
    }

    private func open(_ path: String) -> Refusal? {
        refusal { _ = try ReviewStore.open(at: .path(path), zone: Scratch.zone) }
    }

    private func create(_ path: String) -> Refusal? {
        refusal {
            _ = try ReviewStore.create(
                at: .path(path), policy: Policy(), maker: Person(id: "root", name: "", roles: []), programme: "P",
                now: Scratch.dawn, zone: Scratch.zone)
        }
    }

    @Test func aStoreIsMadeOnceAndOpensAgain() throws {
        let scratch = try Scratch()
        #expect(create(scratch.path) == .rule("There is a store at \(scratch.path) already."))
        let again = try scratch.again()
        #expect(try again.programme() == "Test")
        #expect(try again.storedSchemaVersion() == SQLiteSchema.current)
        #expect(try again.policy() == Policy())
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).allSatisfy { !$0.contains(".new") })
    }

    @Test func onlyItsOwnerCanReadIt() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
        }
    }

    @Test func whatIsNotAStoreIsNamedInOneSentence() throws {
        let scratch = try Scratch()
        let missing = scratch.folder + "/none.db"
        #expect(open(missing) == .store("There is no store at \(missing); make one with `assay init`."))
        #expect(open(scratch.folder) == .store("\(scratch.folder) is a directory, not a store."))

        let nowhere = scratch.folder + "/no/where.db"
        #expect(create(nowhere) == .store("There is no directory \(scratch.folder)/no."))

        let empty = scratch.folder + "/empty.db"
        try Data().write(to: URL(fileURLWithPath: empty))
        #expect(open(empty)?.sentence.hasPrefix("\(empty) is empty") == true)

        let text = scratch.folder + "/text.db"
        try Data(String(repeating: "no database at all ", count: 1_000).utf8).write(to: URL(fileURLWithPath: text))
        #expect(open(text)?.sentence.hasPrefix("\(text) is damaged at its start or is no SQLite database") == true)

        let other = scratch.folder + "/other.db"
        try SQLiteConnection(path: other).use { try $0.script("CREATE TABLE t(a)") }
        #expect(open(other) == .store("\(other) is a database, but no assay store; name another with --store."))
    }

    @Test func aNewerStoreIsRefused() throws {
        let scratch = try Scratch()
        try scratch.tamper("PRAGMA user_version = 99")
        let sentence = open(scratch.path)?.sentence ?? ""
        #expect(
            sentence
                == "The store \(scratch.path) is of version 99; this program knows up to \(SQLiteSchema.current). Use a newer assay."
        )
    }

    @Test func aStoreThatSomebodyElseIsWritingToIsNamed() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let hasty = ReviewStore(
            location: .path(scratch.path), driver: try SQLiteDriver(path: scratch.path, patience: 0), zone: Scratch.zone
        )
        let other = try SQLiteConnection(path: scratch.path)
        try other.use { try $0.beginWrite() }
        let ana = try scratch.caller("ana")
        let refused = refusal { _ = try hasty.claim("a", as: ana, now: Scratch.dawn) }
        #expect(refused?.sentence.hasPrefix("The store \(scratch.path) is locked: another process") == true)
        #expect(refused.map { if case .store = $0 { true } else { false } } == true)
        // Readers wait for nobody.
        #expect(try hasty.queueTotal(QueueFilter(), as: ana, now: Scratch.dawn) == 1)
        try other.use { try $0.commit() }
        #expect(try hasty.claim("a", as: ana, now: Scratch.dawn).assessor == "ana")
    }

    @Test(.enabled(if: geteuid() != 0, "root may write what it likes"))
    func aStoreThatCanNotBeWrittenIsNamed() throws {
        let scratch = try Scratch()
        chmod(scratch.path, 0o400)
        #expect(open(scratch.path) == .store("The store \(scratch.path) can't be opened: permission denied."))
    }

    @Test func aPostgreSQLAddressIsRefusedForNow() {
        #expect(StoreLocation(parsing: "postgres://u:secret@h/db").name == "the PostgreSQL store")
        let refused = refusal {
            _ = try ReviewStore.open(at: StoreLocation(parsing: "postgres://u:secret@h/db"), zone: Scratch.zone)
        }
        #expect(
            refused
                == .store(
                    "This build of assay has no PostgreSQL driver, so the PostgreSQL store can't be reached; name a file with --store."
                ))
    }

    @Test func whoeverIsAloneHoldsEveryRoleUntilSomebodyElseIsThere() throws {
        let scratch = try Scratch(people: [])
        let alone = try scratch.caller("root")
        #expect(alone.isAlone)
        #expect(alone.roles == Roles(Role.allCases))
        _ = try scratch.store.importPeople(Scratch.people, as: alone, now: Scratch.dawn)
        #expect(try scratch.caller("root").roles == [.admin])
        #expect(try scratch.caller("stranger").roles.isEmpty)
    }

    @Test func theChangeMarkMovesWithOthersCommits() throws {
        let scratch = try Scratch()
        let other = try scratch.again()
        let mark = try other.changeMark()
        #expect(try other.changeMark() == mark)
        try scratch.add([Scratch.submission("a")])
        #expect(try other.changeMark() != mark)
    }
}
