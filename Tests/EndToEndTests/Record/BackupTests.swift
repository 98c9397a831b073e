import Foundation
import Support
import Testing

@Suite struct BackupTests {
    @Test func aBackupIsAStoreLikeAnyOther() throws {
        let office = try LogTests.worked()
        let copy = office.scratch.path + "/copy.db"
        let made = try office.assay("backup", copy, as: "pat")
        #expect(made.status == 0, "\(made)")
        let checked = try office.data("--store", copy, "log", "--verify", as: "pat")
        #expect(checked["ok"] == true)
        let there = try office.data("--store", copy, "show", "ehc-2026-000101", as: "ruth")
        #expect(try office.data("show", "ehc-2026-000101", as: "ruth") == there)
        #expect(try office.assay("--store", copy, "doctor", as: "pat").status == 0)
        #expect(try office.data("--store", copy, "claim", "--next", as: "ines")["claimedBy"] == "ines")
        let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o077 } == 0, "\(String(describing: mode))")
    }

    @Test func aFileThatIsThereIsNotOverwritten() throws {
        let office = try Office(.staffed)
        let copy = try office.scratch.write("copy.db", "Precious.")
        try office.refused("backup", copy, as: "pat")
        #expect(try office.scratch.read("copy.db") == "Precious.")
        let missing = office.scratch.path + "/no/such/copy.db"
        #expect(try office.assay("backup", missing, as: "pat").status != 0)
    }

    @Test func aBackupDuringWorkIsConsistent() throws {
        let office = try Office(.staffed)
        let level = try office.data("show", "ehc-2026-000101", as: "ruth").assignments()[0]
        let name = String(level.prefix { $0 != "=" })
        _ = try office.data("score", "ehc-2026-000101", level, as: "ines")
        let writers = try (0..<6).map {
            try office.start(["score", "ehc-2026-000101", "--comment", "\(name)=draft \($0)"], as: "ines")
        }
        let backups = try (0..<3).map {
            try office.start(["backup", office.scratch.path + "/copy\($0).db"], as: "pat")
        }
        for run in writers + backups {
            let answer = try run.wait()
            #expect(answer.status == 0, "\(answer)")
        }
        for number in 0..<3 {
            let checked = try office.data(
                "--store", office.scratch.path + "/copy\(number).db", "log", "--verify", as: "pat")
            #expect(checked["ok"] == true)
        }
    }

    @Test func theStoreIsItsOwnersAlone() throws {
        let office = try Office(.bare)
        #expect(try office.assay("init", as: "pat").status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: office.store)[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o077 } == 0, "\(String(describing: mode))")
    }
}
