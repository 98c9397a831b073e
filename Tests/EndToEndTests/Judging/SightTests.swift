import Foundation
import Support
import Testing

/// Blind and sealed, as seen through every command that shows a submission.
@Suite struct SightTests {
    let id = "ehc-2026-000101"
    static let everyone = ["ines", "jody", "tomas", "ruth", "olu", "pat"]

    private func cards(_ office: Office, as person: String) throws -> [String] {
        try office.data("show", id, as: person)["scorecards"].list.map { $0["assessor"].text ?? "?" }.sorted()
    }

    @Test func anAssessorDoesNotSeeWhoTheEarnerIs() throws {
        let office = try Office(.staffed)
        let earner = try office.data("show", id, as: "ruth")["earner"]
        let name = try #require(earner["name"].text)
        let email = try #require(earner["email"].text)
        _ = try office.data("claim", id, as: "ines")
        for person in ["ines", "jody", "tomas"] {
            #expect(try office.data("show", id, as: person)["earner"] == nil)
            for arguments in [
                ["show", id], ["show", id, "--json"], ["queue"], ["queue", "--json", "--state", "claimed"],
                ["screen", "review", "--id", id, "--size", "200x60"],
                ["screen", "overview", "--id", id, "--size", "200x60"],
            ] {
                let answer = try office.assay(arguments, as: person)
                #expect(answer.status == 0, "\(answer)")
                #expect(!answer.text.contains(name) && !answer.text.contains(email), "\(answer)")
            }
        }
        for person in ["ruth", "olu", "pat"] {
            #expect(try office.data("show", id, as: person)["earner"] == earner)
        }
    }

    @Test func withoutBlindnessTheEarnerIsShown() throws {
        let office = try Office(.staffed)
        let policy = try office.scratch.write("policy.yaml", "format: assay/policy@1\nscoring: {blind: false}\n")
        _ = try office.data("import", policy, as: "pat")
        #expect(try office.data("show", id, as: "ines")["earner"]["name"].text != nil)
    }

    @Test func aSealedCardIsSeenByNobodyElseUntilItsCounterpartIsIn() throws {
        let office = try Office(.twoReaders)
        let shown = try office.data("show", id, as: "ruth")
        let secret = "ZEBRA"
        let first = String(shown.assignments()[0].prefix { $0 != "=" })
        let one = try office.assay(
            ["score", id, "--submit", "--comment", "\(first)=\(secret)"] + shown.assignments(), as: "ines")
        #expect(one.status == 0, "\(one)")
        #expect(try office.data("show", id, as: "ruth")["state"] == "second-read")
        try expectSealed(office, secret: secret, to: Self.everyone.filter { $0 != "ines" })
        #expect(try cards(office, as: "ines") == ["ines"])

        // The first reader does not read it twice.
        try office.refused("claim", id, as: "ines")
        _ = try office.data("claim", id, as: "tomas")
        #expect(try office.data("show", id, as: "ruth")["state"] == "second-read")
        let draft = try office.assay(["score", id] + shown.assignments(lowest: true), as: "tomas")
        #expect(draft.status == 0, "\(draft)")
        try expectSealed(office, secret: secret, to: Self.everyone.filter { $0 != "ines" })
        #expect(try cards(office, as: "tomas") == ["tomas"])
        #expect(try cards(office, as: "ines") == ["ines"], "and the other way round")

        let two = try office.assay("score", id, "--submit", as: "tomas")
        #expect(two.status == 0, "\(two)")
        #expect(try office.data("show", id, as: "ruth")["state"] == "adjudication")
        for person in ["ines", "tomas", "ruth", "olu"] {
            #expect(try cards(office, as: person) == ["ines", "tomas"], "\(person)")
        }
        try office.refused("decide", id, "award", "--reason", "r", as: "olu")
    }

    @Test func agreementMakesItReady() throws {
        let office = try Office(.twoReaders)
        let levels = try office.data("show", id, as: "ruth").assignments()
        for person in ["ines", "tomas"] {
            #expect(try office.assay(["score", id, "--submit"] + levels, as: person).status == 0)
        }
        #expect(try office.data("show", id, as: "ruth")["state"] == "ready")
        _ = try office.data("decide", id, "award", "--reason", "Both say so.", as: "olu")
    }

    /// No command, no screen and no log lets it out.
    private func expectSealed(_ office: Office, secret: String, to people: [String]) throws {
        for person in people {
            #expect(try !cards(office, as: person).contains("ines"), "\(person)")
            for arguments in [
                ["show", id], ["show", id, "--json"], ["log"], ["log", "--json"], ["log", "--submission", id],
                ["queue", "--search", secret, "--state", "second-read", "--json"],
                ["screen", "review", "--id", id, "--size", "200x60"],
            ] {
                let answer = try office.assay(arguments, as: person)
                #expect(!answer.text.contains(secret), "\(person): \(answer)")
                #expect(!answer.text.contains("\"meets\""), "\(person): \(answer)")
            }
            let found = try office.data("queue", "--search", secret, "--state", "second-read", as: person)
            #expect(found["total"] == 0)
        }
    }
}
