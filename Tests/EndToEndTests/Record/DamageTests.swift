import Foundation
import Support
import Testing

/// A store that is not what it should be: every command says so in a sentence, and ends with 69, never by a signal.
@Suite struct DamageTests {
    /// Commands that between them read every table, and two that write.
    static let commands: [(person: String, words: [String])] = [
        ("ruth", ["queue", "--limit", "50"]), ("ruth", ["queue", "--search", "class"]),
        ("ruth", ["show", "ehc-2026-000101", "--json"]), ("ruth", ["status", "--json"]), ("pat", ["log"]),
        ("pat", ["log", "--verify"]), ("pat", ["doctor"]), ("pat", ["people"]), ("pat", ["policy"]),
        ("ruth", ["screen", "queue"]), ("ines", ["screen", "review", "--id", "ehc-2026-000101"]),
        ("ruth", ["assign", "--auto", "--dry-run"]), ("ines", ["claim", "--next"]),
    ]

    private func everyCommandEndsWell(_ office: Office, _ about: String) throws -> [String: Program.Answer] {
        var answers: [String: Program.Answer] = [:]
        for (person, words) in Self.commands {
            let answer = try office.assay(words, as: person)
            #expect([0, 1, 69, 77].contains(answer.status), "\(about): \(answer)")
            let lines = answer.messages.split(separator: "\n")
            if answer.status == 69, !["doctor", "log"].contains(words[0]) {
                #expect(
                    lines.count == 1 && lines[0].hasPrefix("assay: ") && lines[0].hasSuffix("."), "\(about): \(answer)")
            }
            answers[words.joined(separator: " ")] = answer
        }
        return answers
    }

    enum FileDamage: String, CaseIterable, Sendable {
        case empty, text, headerOnly, firstPageOnly, half, halfAPage
        case zeroedPages, noise, bits
    }

    @Test(arguments: FileDamage.allCases)
    func aDamagedFileNeverEndsTheProgram(damage: FileDamage) throws {
        let office = try Office(.staffed)
        try office.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
        let url = URL(fileURLWithPath: office.store)
        var bytes = [UInt8](try Data(contentsOf: url))
        var random = Seeded(seed: 7)
        let pages = bytes.count / 4096
        switch damage {
        case .empty: bytes = []
        case .text: bytes = Array(String(repeating: "Not a database.\n", count: 999).utf8)
        case .headerOnly: bytes = Array(bytes.prefix(100))
        case .firstPageOnly: bytes = Array(bytes.prefix(4096))
        case .half: bytes = Array(bytes.prefix(pages / 2 * 4096))
        case .halfAPage: bytes = Array(bytes.prefix(pages / 2 * 4096 + 1000))
        case .zeroedPages:
            for page in stride(from: 3, to: pages, by: 5) {
                for at in page * 4096..<(page + 1) * 4096 { bytes[at] = 0 }
            }
        case .noise:
            for at in 9 * 4096..<bytes.count where at / 4096 % 4 == 0 {
                bytes[at] = UInt8.random(in: 0...255, using: &random)
            }
        case .bits:
            for _ in 0..<4000 {
                bytes[Int.random(in: 4096..<bytes.count, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
            }
        }
        try Data(bytes).write(to: url)
        let answers = try everyCommandEndsWell(office, damage.rawValue)
        let doctor = try #require(answers["doctor"])
        #expect(doctor.status == 69 && doctor.text.contains("FAULT") && doctor.text.contains("cp BACKUP"), "\(doctor)")
        switch damage {
        case .empty, .text, .headerOnly, .firstPageOnly, .half, .halfAPage:
            #expect(try #require(answers["people"]).status == 69)
        case .zeroedPages, .noise, .bits: break
        }
    }

    /// What is written in a row is none of ours: the sentence says where.
    static let rows: [(sql: String, command: [String], person: String, names: String)] = [
        (
            "UPDATE submission_body SET body = '{bad' WHERE submission = 1", ["show", "ehc-2026-000101"], "ruth",
            "body of the submission ehc-2026-000101"
        ),
        ("DELETE FROM submission_body", ["show", "ehc-2026-000101"], "ruth", "body of the submission ehc-2026-000101"),
        (
            "PRAGMA ignore_check_constraints = 1; UPDATE submission SET state = 42 WHERE id = 'ehc-2026-000101'",
            ["show", "ehc-2026-000101"], "ruth", "ehc-2026-000101 is in a state numbered 42"
        ),
        ("UPDATE credential_version SET body = '{}'", ["show", "ehc-2026-000101"], "ruth", "of the micro-credential"),
        ("UPDATE policy SET body = '{'", ["policy"], "pat", "the policy in force"),
        (
            "UPDATE policy SET body = replace(body, '\"leaseMinutes\":30', '\"leaseMinutes\":9223372036854775807')",
            ["claim", "--next"], "ines", "leaseMinutes"
        ),
        ("UPDATE submission SET due_at = -9223372036854775807", ["queue"], "ruth", "out of all bounds"),
        ("UPDATE tally SET n = 9223372036854775807", ["screen", "queue"], "ruth", ""),
        ("UPDATE age_tally SET n = 9223372036854775807", ["status"], "ruth", ""),
        ("UPDATE log_head SET n = 9223372036854775807", ["claim", "--next"], "ines", "out of all bounds"),
        ("DROP TABLE tally", ["queue"], "ruth", "tally"), ("DROP TABLE person", ["people"], "pat", "person"),
        ("PRAGMA user_version = 9999", ["queue"], "ruth", "Use a newer assay"),
        ("PRAGMA user_version = -3", ["queue"], "ruth", "version is -3"),
        ("PRAGMA application_id = 7", ["queue"], "ruth", "no assay store"),
    ]

    @Test(.enabled(if: Office.hasSQLiteShell), arguments: rows.indices)
    func aRowThatIsNoneOfOursIsNamed(index: Int) throws {
        let (sql, command, person, names) = Self.rows[index]
        let office = try Office(.staffed)
        #expect(try office.sqlite(sql) == "", "\(sql)")
        let answer = try office.assay(command, as: person)
        if !names.isEmpty {
            #expect(answer.status == 69 && answer.messages.contains(names), "\(sql): \(answer)")
        }
        let answers = try everyCommandEndsWell(office, sql)
        #expect(answers["doctor"]?.status == 69)
    }

    // MARK: - No room

    /// A limit on the size of files is a full disk that a test can have.
    @Test func whereThereIsNoRoomNothingIsHalfDone() throws {
        let office = try Office(.staffed)
        try office.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
        let before = try office.data("log", "--verify", as: "pat")
        let lines = try String(contentsOfFile: Program.sampleData + "/more.jsonl", encoding: .utf8).split(
            separator: "\n")
        let more = (0..<400).map { number in
            lines[0].replacing(/"id": *"ehc-2026-[0-9]+"/, with: "\"id\": \"more-\(number)\"")
        }
        _ = try office.scratch.write("many.jsonl", more.joined(separator: "\n"))
        let imported = try office.shell("ulimit -f 300; \"$ASSAY\" --as pat import many.jsonl")
        #expect(imported.status == 69 && imported.errors.contains("what was being written is not in it"), "\(imported)")
        #expect(try office.data("log", "--verify", as: "pat") == before)
        #expect(try office.assay("doctor", as: "pat").status == 0)

        let copied = try office.shell("ulimit -f 300; \"$ASSAY\" --as pat backup copy.db")
        #expect(copied.status == 69 && copied.errors.contains("The copy copy.db can't be written"), "\(copied)")
        let made = try office.shell("ulimit -f 16; \"$ASSAY\" --as pat --store new.db init")
        #expect(made.status == 69, "\(made)")
        let files = try FileManager.default.contentsOfDirectory(atPath: office.scratch.path)
        #expect(!files.contains { $0.contains("copy.db") || $0.contains("new.db") }, "\(files)")
        // With room again, all of it goes in.
        #expect(try office.data("import", office.scratch.path + "/many.jsonl", as: "pat")["imported"].int == 400)
    }
}
