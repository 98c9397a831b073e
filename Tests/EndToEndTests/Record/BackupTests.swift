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

    @Test func theStoreItselfIsNeverOverwritten() throws {
        let office = try Office(.staffed)
        let (folder, files) = (office.scratch.path, FileManager.default)
        try files.createSymbolicLink(atPath: folder + "/link.db", withDestinationPath: office.store)
        try files.linkItem(atPath: office.store, toPath: folder + "/hard.db")
        let before = try office.data("log", "--verify", as: "pat")
        for flag in [[], ["--replace"]] {
            for name in ["assay.db", "link.db", "hard.db", "assay.db-wal", "assay.db-shm", "assay.db-journal"] {
                let answer = try office.assay(["backup", folder + "/" + name] + flag, as: "pat")
                #expect(answer.status == 1 && answer.messages.contains(name), "\(answer)")
            }
        }
        let relative = try office.shell("\"$ASSAY\" --as pat backup --replace ./assay.db")
        #expect(relative.status == 1 && relative.errors.contains("the store itself"), "\(relative)")
        #expect(try office.data("log", "--verify", as: "pat") == before)
    }

    @Test func aFileIsReplacedOnlyWhereThatIsAsked() throws {
        let office = try Office(.staffed)
        let copy = try office.scratch.write("copy.db", "Yesterday's.")
        let refused = try office.refused("backup", copy, as: "pat")
        #expect(refused.contains("--replace"))
        #expect(try office.data("backup", copy, "--replace", as: "pat")["file"].text == copy)
        #expect(try office.data("--store", copy, "log", "--verify", as: "pat")["ok"] == true)
        let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o777 } == 0o600)
        for other in [office.scratch.path, "/dev/null", ""] {
            #expect(try office.assay(["backup", other, "--replace"], as: "pat").status == 1)
        }
        // Part of another database, which SQLite would take for part of this one.
        _ = try office.scratch.write("next.db-wal", "Left over.")
        #expect(try office.refused("backup", office.scratch.path + "/next.db", as: "pat").contains("next.db-wal"))
        #expect(!FileManager.default.fileExists(atPath: office.scratch.path + "/next.db"))
        let files = try FileManager.default.contentsOfDirectory(atPath: office.scratch.path)
        #expect(!files.contains { $0.contains(".new-") }, "\(files)")
    }
}
