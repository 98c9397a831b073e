import Foundation
import Support
import Testing

/// The store's file goes away under an open console.
@Suite struct GoneStoreTests {
    @Test func theConsoleSaysSoAndClaimsNothing() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "ines")
        try console.open("ehc-2026-000101")
        try console.type("1", until: "saved")
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: office.store + suffix) }
        // Within a second without a key; a key is refused and changes nothing on the screen.
        try console.wait("the news") { $0.contains("The store is gone") }
        try console.type("2")
        try console.wait("the refusal") { $0.contains("The store is gone") && !$0.contains("saved ") }
        let row = console.screen.rows.first { $0.contains("> 1 ") }
        #expect(row?.contains("Not Passing") == true, "as it was stored")
        console.signal(15)
        _ = try console.waitForExit()
    }
}
