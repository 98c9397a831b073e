import Core
import Foundation
import Testing

@testable import Store

/// The file of an open store is taken away: nothing is acknowledged that nobody will find again.
@Suite struct GoneTests {
    private func refusal(_ body: () throws -> Void) -> Refusal? {
        do {
            try body()
            return nil
        } catch { return error as? Refusal }
    }

    private func gone(_ scratch: Scratch) -> Refusal {
        .store(
            "The store is gone: \(scratch.path) was deleted or replaced while it was open. Nothing was saved; leave and open it anew."
        )
    }

    private func save(_ scratch: Scratch, _ ana: Caller, _ level: String) -> Refusal? {
        refusal {
            _ = try scratch.store.save(
                [.level(criterion: "c1", level)], submission: "a", base: nil, as: ana, now: Scratch.dawn)
        }
    }

    @Test(arguments: [false, true]) func aDeletedOrReplacedFileTakesNothing(isReplaced: Bool) throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        #expect(save(scratch, ana, "developing") == nil)
        let mark = try scratch.store.changeMark()
        let copy = scratch.path + ".copy"
        if isReplaced { try scratch.store.backup(to: copy, as: scratch.caller("root"), now: Scratch.dawn) }
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: scratch.path + suffix) }
        if isReplaced { try FileManager.default.moveItem(atPath: copy, toPath: scratch.path) }
        #expect(save(scratch, ana, "demonstrated") == gone(scratch))
        #expect(refusal { _ = try scratch.store.changeMark() } == gone(scratch), "\(mark)")
        guard isReplaced else { return }
        let stored = try scratch.again().detail("a", as: ana, now: Scratch.dawn).scorecard(of: "ana")
        #expect(stored?.score("c1")?.level == "developing")
    }

    @Test func aFileMovedBackIsTheStoreAgain() throws {
        let scratch = try Scratch()
        try scratch.add([Scratch.submission("a")])
        let ana = try scratch.caller("ana")
        #expect(save(scratch, ana, "developing") == nil)
        try FileManager.default.moveItem(atPath: scratch.path, toPath: scratch.path + ".away")
        #expect(save(scratch, ana, "demonstrated") == gone(scratch))
        try FileManager.default.moveItem(atPath: scratch.path + ".away", toPath: scratch.path)
        #expect(save(scratch, ana, "demonstrated") == nil)
    }
}
