import Foundation
import Support
import Testing

/// Files of a submission stay inside its folder, and their content says what they are.
@Suite struct FolderTests {
    /// Imports one folder whose evidence names `file`.
    private func report(naming file: String, in office: Office, prepare: (String) throws -> Void = { _ in }) throws
        -> Tree
    {
        var paper = Papers.submission("eec-1")
        paper["evidence"] = [["id": "e1", "title": "Plan", "file": .string(file)]]
        try office.scratch.write("outside.md", "# A secret\n")
        let folder = office.scratch.path + "/in/eec-1"
        try office.scratch.write("in/eec-1/submission.json", paper.line)
        try prepare(folder)
        let answer = try office.assay("import", office.scratch.path + "/in", "--json", as: "ruth")
        let report = try Tree(answer.output)
        #expect((answer.status == 65) == (report["refused"] != []), "\(answer)")
        return report
    }

    @Test(arguments: [
        "/etc/passwd", "../../outside.md", "a/../../../outside.md", "..", ".", "", "evidence", "none.md", "link.md",
        "links/outside.md",
    ])
    func aPathThatLeadsOutIsRefused(file: String) throws {
        let office = try Office(.staffed)
        let report = try report(naming: file, in: office) { folder in
            try FileManager.default.createDirectory(atPath: folder + "/evidence", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link.md", withDestinationPath: "../../outside.md")
            try FileManager.default.createSymbolicLink(atPath: folder + "/links", withDestinationPath: "../..")
        }
        #expect(report["imported"] == 0)
        #expect(report["refused"].list.count == 1, "\(report.line)")
        #expect(report["refused"][0]["item"] == "eec-1")
        try office.refused("show", "eec-1", as: "ruth")
    }

    @Test func aFifoIsNotWaitedFor() throws {
        let office = try Office(.staffed)
        let report = try report(naming: "fifo.md", in: office) { folder in
            #expect(mkfifo(folder + "/fifo.md", 0o600) == 0)
        }
        #expect(report["imported"] == 0 && report["refused"].list.count == 1)
    }

    @Test func contentSaysWhatItIs() throws {
        let office = try Office(.staffed)
        _ = try report(naming: "plan.md", in: office) { folder in
            try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 64))
                .write(to: URL(fileURLWithPath: folder + "/plan.md"))
        }
        let shown = try office.data("show", "eec-1", as: "ines")
        #expect(shown["evidence"][0]["kind"] == "png")
        #expect(shown["evidence"][0]["bytes"] == 72)
    }

    @Test func whatIsStoredIsWhatWasThere() throws {
        let office = try Office(.staffed)
        // sha256("abc"), FIPS 180-2.
        _ = try report(naming: "a.md", in: office) {
            try Data("abc".utf8).write(to: URL(fileURLWithPath: $0 + "/a.md"))
        }
        let item = try office.data("show", "eec-1", as: "ines")["evidence"][0]
        #expect(item["sha256"] == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(item["bytes"] == 3)
    }

    @Test func reflectionsMayBeFiles() throws {
        let office = try Office(.staffed)
        var paper = Papers.submission("eec-1")
        paper["reflection"] = ["file": "reflection.md"]
        try office.scratch.write("in/eec-1/submission.json", paper.line)
        try office.scratch.write("in/eec-1/reflection.md", "I see it *now*.\n")
        _ = try office.data("import", office.scratch.path + "/in/eec-1", as: "ruth")
        #expect(try office.data("show", "eec-1", as: "ines")["reflection"] == "I see it *now*.\n")
    }
}
