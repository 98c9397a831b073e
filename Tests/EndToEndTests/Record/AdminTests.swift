import Foundation
import Support
import Testing

/// Nobody is locked out by a file of people.
@Suite struct AdminTests {
    private func file(_ office: Office, _ people: String...) throws -> String {
        try office.scratch.write(
            "new.yaml", "format: assay/people@1\npeople:\n" + people.map { "  - \($0)\n" }.joined())
    }

    @Test func theOnlyAdminStays() throws {
        let office = try Office(.staffed)
        let answer = try office.assay(
            "import",
            try file(office, "{id: pat, name: Pat, roles: [assessor]}", "{id: kim, name: Kim, roles: [author]}"),
            "--json", as: "pat")
        #expect(answer.status == 65, "\(answer)")
        let report = try Tree(answer.output)
        #expect(report["imported"].int == 1 && report["refused"].list.count == 1)
        #expect(report["refused"].list.first?["item"] == "pat")
        #expect(report["refused"].list.first?["reason"].text?.contains("is you, and would no longer be admin") == true)
        let pat = try office.data("people", as: "pat")["people"].list.first { $0["id"] == "pat" }
        #expect(pat?["roles"].list.contains { $0 == "admin" } == true)
        #expect(try office.data("log", "--verify", as: "pat")["ok"] == true)
    }

    @Test func theRoleIsHandedOnByTheNextOne() throws {
        let office = try Office(.staffed)
        let swap = try file(office, "{id: pat, name: Pat, roles: []}", "{id: kim, name: Kim, roles: [admin]}")
        #expect(try office.assay("import", swap, as: "pat").status == 65)
        #expect(try office.data("import", swap, as: "kim")["imported"].int == 1)
        #expect(try office.assay("import", swap, as: "pat").status == 77)
        #expect(try office.data("doctor", as: "kim")["ok"] == true)
    }
}
