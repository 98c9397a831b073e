import Foundation
import Support
import Testing

/// What a person gives as STORE or FILE is the name of a file, whatever SQLite would make of it.
@Suite struct StoreNameTests {
    @Test(arguments: [
        "file:x.db?mode=memory", "file:x.db", "file::memory:?cache=shared", ":memory:x", "-x.db", "x y.db",
    ])
    func aNameIsTheNameOfAFile(name: String) throws {
        let office = try Office(.bare)
        let made = try office.shell(
            "\"$ASSAY\" --as pat '--store=\(name)' init && \"$ASSAY\" --as pat '--store=\(name)' queue --json")
        #expect(made.status == 0, "\(made)")
        #expect(FileManager.default.fileExists(atPath: office.scratch.path + "/" + name))
        let files = try FileManager.default.contentsOfDirectory(atPath: office.scratch.path)
        #expect(
            files.filter { $0.contains("x.db") || $0.contains("memory") || $0.contains("x y") } == [name], "\(files)")
        let copy = try office.shell("\"$ASSAY\" --as pat '--store=\(name)' backup 'file:copy.db?mode=memory'")
        #expect(copy.status == 0, "\(copy)")
        #expect(FileManager.default.fileExists(atPath: office.scratch.path + "/file:copy.db?mode=memory"))
    }

    @Test(arguments: ["", ":memory:"])
    func whatIsNoFileIsRefused(name: String) throws {
        let office = try Office(.bare)
        for command in ["init", "queue", "log", "demo"] {
            let message = try office.refused("--store", name, command, as: "pat")
            #expect(
                message.contains("--store") && message.hasPrefix("assay: \(name.isEmpty ? "The store" : name)")
                    && message.hasSuffix(".\n"), "\(message)")
        }
        #expect(try office.assay("--store", name, "doctor", as: "pat").status == 69)
        let files = try FileManager.default.contentsOfDirectory(atPath: office.scratch.path)
        #expect(!files.contains { $0.contains("memory") || $0.contains(".new") }, "\(files)")
    }

    @Test func thereIsNoPostgreSQLInThisBuild() throws {
        let office = try Office(.bare)
        for command in ["init", "queue", "doctor"] {
            let answer = try office.assay("--store", "postgres://u:secret@host/db", command, as: "pat")
            let all = answer.text + answer.messages
            #expect(answer.status == 69 && all.contains("no PostgreSQL driver") && !all.contains("secret"), "\(answer)")
        }
    }
}
