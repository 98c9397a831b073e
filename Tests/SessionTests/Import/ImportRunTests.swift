import Core
import Session
import Store
import Support
import Testing

@Suite struct ImportRunTests {
    @Test func progressGrowsToTheEnd() throws {
        let office = try SessionStore(importing: [])
        var seen: [(done: Int, all: Int)] = []
        let report = try office.run([Program.sampleData]) { seen.append(($0, $1)) }
        #expect(report.refused == [] && report.warnings == [])
        #expect(report.imported == 33 + 5 + 6 + 1)
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.done <= $1.done })
        #expect(seen.last.map { $0.done == $0.all && $0.all > 0 } == true, "\(String(describing: seen.last))")
    }

    @Test func aDryRunAnswersAsTheRealOneWouldAndChangesNothing() throws {
        let office = try SessionStore(importing: [])
        let before = try office.store.verifyLog()
        let dry = try office.run([Program.sampleData], dryRun: true)
        #expect(try office.store.verifyLog() == before)
        #expect(try office.run([Program.sampleData]) == dry)
        let again = try office.run([Program.sampleData])
        #expect(again.imported == 0 && again.unchanged == dry.imported)
    }

    /// In whatever order they come: a submission may stand before the rubric it is judged by.
    @Test func submissionsBeforeTheirRubrics() throws {
        let office = try SessionStore(importing: [])
        let data = Program.sampleData
        let report = try office.run([data + "/submissions", data + "/micro-credentials"])
        // Refused or taken, but never half: what is refused now goes in the second time.
        let again = try office.run([data + "/submissions"])
        #expect(again.refused == [])
        #expect(report.imported + again.imported == 29 + 5)
    }

    @Test func whoMayImportNothingIsRefusedAsAWhole() throws {
        let office = try SessionStore()
        let file = try office.scratch.write(
            "people.yaml", "format: assay/people@1\npeople: [{id: ann, name: Ann, roles: [assessor]}]\n")
        #expect(try office.run([file]).imported == 1)
        let ann = try office.store.caller("ann")
        let run = ImportRun(store: office.store, caller: ann, now: SessionStore.now, dryRun: false)
        #expect(throws: Refusal.self) { try run.run([Program.sampleData + "/submissions"]) { _, _ in } }
    }

    @Test func fileAndLineOfAFault() throws {
        let office = try SessionStore()
        let lines = [Papers.submission("one").line, "{", Papers.submission("three").line]
        let file = try office.scratch.write("in.jsonl", lines.joined(separator: "\n"))
        let report = try office.run([file])
        #expect(report.imported == 2)
        #expect(report.refused.map(\.line) == [2] && report.refused.map(\.path) == [file])
    }
}
