import Foundation
import Support
import Testing

/// Sizes and streams.
@Suite struct SizeTests {
    private func folder(_ office: Office, file: String, bytes: UInt64) throws {
        var paper = Papers.submission("big-1")
        paper["evidence"] = [["id": "e1", "title": "Film", "file": .string(file)]]
        try office.scratch.write("in/big-1/submission.json", paper.line)
        let path = try office.scratch.write("in/big-1/\(file)", "")
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: bytes)
        try handle.close()
    }

    @Test func sixtyFourMebibytesAndNoMore() throws {
        let office = try Office(.staffed)
        try folder(office, file: "film.mp4", bytes: (64 << 20) + 1)
        let answer = try office.assay("import", office.scratch.path + "/in", "--json", as: "ruth")
        #expect(answer.status == 65, "\(answer)")
        let refused = try Tree(answer.output)["refused"][0]
        #expect(refused["item"] == "big-1" && refused["reason"].text?.contains("64") == true, "\(refused.line)")
        try office.refused("show", "big-1", as: "ruth")
    }

    @Test func contentIsStoredOnce() throws {
        let office = try Office(.staffed)
        let body = String(repeating: "The same words again and again.\n", count: 40_000)
        for number in 0..<4 {
            var paper = Papers.submission("copy-\(number)")
            paper["evidence"] = [["id": "e1", "title": "Plan", "file": "plan.md"]]
            try office.scratch.write("in/copy-\(number)/submission.json", paper.line)
            try office.scratch.write("in/copy-\(number)/plan.md", body)
        }
        let before = try size(office)
        #expect(try office.data("import", office.scratch.path + "/in", as: "ruth")["imported"] == 4)
        #expect(try size(office) - before < 2 * body.utf8.count)
        let hashes = try (0..<4).map { try office.data("show", "copy-\($0)", as: "ruth")["evidence"][0]["sha256"] }
        #expect(Set(hashes.compactMap(\.text)).count == 1)
    }

    private func size(_ office: Office) throws -> Int {
        try office.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
        return try FileManager.default.attributesOfItem(atPath: office.store)[.size] as? Int ?? 0
    }

    @Test func linesMayNameFilesBesideThem() throws {
        let office = try Office(.staffed)
        var paper = Papers.submission("line-1")
        paper["evidence"] = [["id": "e1", "title": "Plan", "file": "files/plan.md"]]
        var outside = Papers.submission("line-2")
        outside["evidence"] = [["id": "e1", "title": "Plan", "file": "../secret.md"]]
        try office.scratch.write("secret.md", "secret")
        try office.scratch.write("in/files/plan.md", "# Plan\n")
        let file = try office.scratch.write("in/all.jsonl", Papers.lines([paper, outside]))
        let answer = try office.assay("import", file, "--json", as: "ruth")
        #expect(answer.status == 65, "\(answer)")
        let report = try Tree(answer.output)
        #expect(report["imported"] == 1 && report["refused"][0]["line"] == 2, "\(report.line)")
        #expect(try office.data("show", "line-1", as: "ines")["evidence"][0]["bytes"] == 7)
    }
}
