import Core
import Foundation
import Support

@testable import Store

/// A store in a folder of its own that goes when the test ends.
final class Scratch {
    static let dawn = Instant(seconds: 1_780_000_000)
    /// Five hours west, all year.
    static let zone: ZoneSource = { _ in ZoneRules(before: -5 * 3_600) }

    let folder: String
    let meter = SQLiteMeter()
    private(set) var store: ReviewStore

    var path: String { folder + "/store.db" }

    init(policy: Policy = Policy(), people: [Person] = Scratch.people) throws {
        folder = NSTemporaryDirectory() + "assay-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let maker = Person(id: "root", name: "Root", roles: [.admin])
        store = try ReviewStore.create(
            at: .path(folder + "/store.db"), policy: policy, maker: maker, programme: "Test", now: Scratch.dawn,
            zone: Scratch.zone)
        let alone = try store.caller("root")
        for microCredential in Scratch.microCredentials {
            _ = try store.importMicroCredential(microCredential, as: alone, now: Scratch.dawn)
        }
        _ = try store.importPeople(people, as: alone, now: Scratch.dawn)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The same file through a connection that counts its work.
    func metered() throws -> ReviewStore {
        ReviewStore(
            location: .path(path), driver: try SQLiteDriver(path: path, meter: meter), zone: Scratch.zone)
    }

    /// The same file, as another process has it.
    func again() throws -> ReviewStore { try ReviewStore.open(at: .path(path), zone: Scratch.zone) }

    func caller(_ id: String) throws -> Caller { try store.caller(id) }

    @discardableResult
    func add(_ submissions: [Submission]) throws -> [ImportOutcome] {
        let importer = try store.submissionImporter(as: try caller("root"), now: Scratch.dawn)
        let outcomes = try submissions.map { try importer.add($0) }
        try importer.finish()
        return outcomes
    }

    /// A submission with one file, the evidence `f1`.
    func addFile(_ id: String, _ text: String) throws {
        var filed = Scratch.submission(id)
        filed.evidence.append(
            EvidenceItem(
                id: "f1", title: "File", answers: nil, kind: "markdown", fileName: "f1.md",
                body: .content(sha256: "", bytes: text.utf8.count)))
        var left: [UInt8]? = Array(text.utf8)
        let importer = try store.submissionImporter(as: try caller("root"), now: Scratch.dawn)
        let source = ContentSource(bytes: text.utf8.count) {
            defer { left = nil }
            return left
        }
        _ = try importer.add(filed, contents: ["f1": source])
        try importer.finish()
    }

    /// Writes as no assay would.
    func tamper(_ sql: String) throws {
        let connection = try SQLiteConnection(path: path)
        try connection.use { database in
            try database.script("DROP TRIGGER IF EXISTS log_keeps_its_rows; DROP TRIGGER IF EXISTS log_keeps_its_words")
            try database.script("PRAGMA foreign_keys = OFF")
            try database.script(sql)
        }
    }

    func log(_ submission: String? = nil) throws -> [LogEvent] {
        try store.log(submission: submission, limit: 100_000, as: try caller("root"))
    }
}

// MARK: - Who and what is in it

extension Scratch {
    static let people: [Person] = [
        Person(id: "ana", name: "Ana", roles: [.assessor]),
        Person(id: "ben", name: "Ben", roles: [.assessor]),
        Person(id: "cy", name: "Cy", roles: [.assessor], districts: ["Pike"], conflicts: ["FLOYD", "Me@Example.org"]),
        Person(id: "dot", name: "Dot", roles: [.coordinator]),
        Person(id: "eve", name: "Eve", roles: [.approver]),
        Person(id: "none", name: "None", roles: []),
        Person(id: "both", name: "Both", roles: [.assessor, .coordinator, .approver]),
    ]

    static let districts = ["Floyd", "Pike", "Knott", "Letcher"]

    static let microCredentials = [
        microCredential("checks", 1), microCredential("checks", 2), microCredential("mindset", 1),
        microCredential("draft", 1, .draft),
    ]

    static func microCredential(_ id: String, _ version: Int, _ status: MicroCredential.Status = .published)
        -> MicroCredential
    {
        let levels = ["not-met", "developing", "demonstrated"].enumerated().map {
            Level(id: $1, name: $1, points: Double($0))
        }
        let criteria = (1...3).map {
            Criterion(
                id: "c\($0)", part: .evidence, title: "Criterion \($0)", description: "", required: "demonstrated",
                levels: levels)
        }
        return MicroCredential(
            id: id, version: version, status: status, name: "Name of \(id)",
            issuer: MicroCredential.Issuer(name: "EEC", url: "https://example.org"), rubric: Rubric(criteria: criteria))
    }

    static func submission(
        _ id: String, _ microCredential: String = "checks", district: String = "Floyd", at: Instant = dawn,
        email: String = "dana@example.org", text: String = "one\ntwo\nthree"
    ) -> Submission {
        Submission(
            id: id, microCredential: microCredential, version: nil,
            earner: Earner(name: "Dana Whitaker", email: email, district: district, state: "KY"), submittedAt: at,
            overview: [Answer(prompt: "context", answer: "Twenty pupils.")],
            evidence: [
                EvidenceItem(
                    id: "e1", title: "Lesson plan", answers: nil, kind: "text", fileName: nil, body: .text(text)),
                EvidenceItem(
                    id: "e2", title: "Class video", answers: nil, kind: "link", fileName: nil,
                    body: .link("https://video.example.org/42")),
            ], reflection: "It went well.")
    }

    /// `count` submissions of mixed districts and times, the same for the same seed.
    static func submissions(_ count: Int, seed: UInt64 = 1, from: Int = 0) -> [Submission] {
        var random = Seeded(seed: seed)
        return (from..<from + count).map { number in
            var made = submission(
                "s-\(String(number + 1_000_000).dropFirst())", Bool.random(using: &random) ? "checks" : "mindset",
                district: districts[Int.random(in: 0..<districts.count, using: &random)],
                at: dawn.advanced(bySeconds: Int64.random(in: -60 * 86_400...0, using: &random)))
            if Int.random(in: 0..<7, using: &random) == 0 { made.reflection += " Fractions were hard." }
            if number.isMultiple(of: 500) { made.reflection += " Zebras." }
            return made
        }
    }

    static func levels(_ level: String = "demonstrated") -> [ScoreChange] {
        ["c1", "c2", "c3"].map { .level(criterion: $0, level) }
    }
}

extension SQLiteMeter {
    /// What `body` alone costs.
    func counting(_ body: () throws -> Void) rethrows -> Counts {
        reset()
        try body()
        return counts
    }
}
