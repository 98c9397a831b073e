import Core
import Testing

@testable import Intake

private let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"

struct PeopleFileTests {
    private func read(_ people: String) throws -> [IntakeItem] {
        let scratch = try Scratch()
        try scratch.write("p.yaml", "format: assay/people@1\n" + people)
        return scratch.read("p.yaml")
    }

    private func people(_ items: [IntakeItem]) -> [Person] {
        items.compactMap { if case .people(let value) = $0.content { value } else { nil } }.flatMap(\.self)
    }

    @Test func readsThem() throws {
        let items = try read(
            """
            people:
              - {id: alice, name: Alice, roles: [assessor, author], districts: [A], conflicts: [d@x.org], keys: ["\(key) a@b"]}
              - {id: b.o-b_1, name: Bob}
            """)
        #expect(items.warnings.isEmpty)
        #expect(
            people(items) == [
                Person(
                    id: "alice", name: "Alice", roles: [.assessor, .author], districts: ["A"], conflicts: ["d@x.org"],
                    keys: [key + " a@b"]), Person(id: "b.o-b_1", name: "Bob", roles: []),
            ])
    }

    @Test func oneBadPersonKeepsNobodyElseOut() throws {
        let items = try read(
            """
            people:
              - {id: alice, name: Alice, roles: [assesor]}
              - {id: bob, name: Bob, colour: red}
              - {id: BOB, name: Bob}
              - {id: bob, name: Bob again}
              - carol
              - {id: dave}
            """)
        #expect(people(items).map(\.id) == ["bob"])
        #expect(
            items.reasons == [
                #"people[0].roles[0]: found "assesor", expected one of assessor, coordinator, approver, author, admin"#,
                #"people[2].id: found "BOB", expected an id of 1 to 64 of a-z 0-9 . _ -"#,
                #"people[3].id: found "bob", expected one that people has only once"#,
                #"people[4]: found "carol", expected an object"#,
                #"people[5].name: found nothing, expected text"#,
            ])
        #expect(items.faults.map(\.line) == [3, 5, 6, 7, 8])
        #expect(items.faults.map(\.item) == ["alice", "BOB", "bob", nil, "dave"])
        #expect(items.warnings == [#"unknown key "people[1].colour""#])
    }

    @Test func theFileItselfMayBeWrong() throws {
        #expect(try read("").reasons == ["people: found nothing, expected a list"])
        #expect(try read("people: alice").reasons == [#"people: found "alice", expected a list"#])
        #expect(people(try read("people: []")).isEmpty)
    }

    @Test(arguments: [
        key, key + " alice@laptop", key + " two words",
        "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABHNzaDo=",
    ])
    func takesPublicKeys(_ line: String) { #expect(PublicKeyLine.isValid(line)) }

    @Test(arguments: [
        "", "ssh-ed25519", "ssh-ed25519 ", "ssh-ed25519  " + key, "command=\"sh\" " + key, "no-pty " + key,
        key + "\n" + key,
        key + " a\u{7}", "ssh-dss AAAAB3NzaC1kc3MAAA==", "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAA", " " + key,
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5", "ssh-ed25519 AAAA....", "ssh-ed25519 AAA", key + "\u{9B}",
        "-----BEGIN OPENSSH PRIVATE KEY-----",
    ])
    func refusesWhatIsNoPublicKeyAlone(_ line: String) { #expect(!PublicKeyLine.isValid(line)) }

    @Test func whatIsPrintedCanBeImported() throws {
        let odd = [
            "O'Brien \"Bob\"", "true", "null", "~", "- x", "a: b # c", "", " lead", "\u{1B}[31m\u{202E}x\u{9B}",
            "line\nline\ttab",
            "Zo\u{EB} \u{1F600}", "1.10", "back\\slash", "\u{2028}", "@at", "`tick", "*a &b !c", "No", "{a}", "[b]",
            "\u{7F}\u{85}\u{FEFF}",
        ]
        let written =
            odd.enumerated().map { index, name in
                Person(
                    id: "p\(index)", name: name.isBlank ? "x" : name,
                    roles: index.isMultiple(of: 2) ? [] : Roles(Role.allCases),
                    districts: [name], conflicts: odd, keys: [key])
            } + [Person(id: "true", name: "no", roles: [.admin]), Person(id: "1.5", name: "yes", roles: [])]
        let text = PeopleFile.render(written)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        let scratch = try Scratch()
        try scratch.write("p.yaml", text)
        let items = scratch.read("p.yaml")
        #expect(items.reasons == [])
        #expect(people(items) == written)
        try scratch.write("p.yaml", PeopleFile.render([]))
        #expect(people(scratch.read("p.yaml")).isEmpty)
    }
}
