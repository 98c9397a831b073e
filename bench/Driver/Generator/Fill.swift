import Core
import Glibc
import Store

/// Writes stores of made-up submissions, through the same door that real ones come in by.
struct Fill {
    /// Moves when the submissions do: a store of another edition is made anew.
    static let edition = 2

    let path: String
    let rows: Int

    /// What the folder of stores says of this one.
    private var stamp: String { path + ".stamp" }

    func run() throws {
        let wanted = "edition \(Fill.edition), \(rows) rows"
        if let found = contents(of: stamp), let schema = found.split(separator: "\n").last.map(String.init),
            found.hasPrefix(wanted + "\n"), let store = try? Fill.open(path), schema == (try? schemaLine(store))
        {
            say("  \(rows) submissions: there already (\(path))")
            return
        }
        for suffix in ["", "-wal", "-shm", ".stamp"] { unlink(path + suffix) }
        let from = now()
        let store = try make()
        try addSubmissions(to: store)
        try judgeSome(in: store)
        try write("\(wanted)\n\(try schemaLine(store))", to: stamp)
        guard rows > 0 else { return }
        let seconds = (now() - from).milliseconds / 1000
        say(
            "  \(rows) submissions in \(seconds.text(1)) s, \((Double(rows) / max(seconds, 0.001)).text(0)) a second (\(path))"
        )
    }

    static func open(_ path: String) throws -> ReviewStore {
        try ReviewStore.open(at: StoreLocation(parsing: path), zone: Fill.zone)
    }

    private func schemaLine(_ store: ReviewStore) throws -> String { "schema \(try store.storedSchemaVersion())" }

    /// Eastern standard time all year: a bench needs no calendar.
    private static let zone: ZoneSource = { _ in ZoneRules(before: -5 * 3600) }

    private func make() throws -> ReviewStore {
        let maker = Person(id: Fill.user, name: "Bench", roles: [.admin])
        let store = try ReviewStore.create(
            at: StoreLocation(parsing: path), policy: Policy(), maker: maker, programme: "Bench Cooperative",
            now: Invention.firstDay, zone: Fill.zone)
        let caller = try store.caller(Fill.user)
        for number in 0..<Catalogue.count {
            let outcome = try store.importMicroCredential(
                Catalogue.microCredential(number), as: caller, now: Invention.firstDay)
            try expect(outcome)
        }
        return store
    }

    private func addSubmissions(to store: ReviewStore) throws {
        guard rows > 0 else { return }
        let invention = Invention(rows: rows)
        let importer = try store.submissionImporter(as: try store.caller(Fill.user), now: Invention.firstDay)
        var shown = now()
        for row in 0..<rows {
            let contents = row == 0 ? ["e1": ContentSource(invention.longEvidence())] : [:]
            try expect(try importer.add(invention.submission(row), contents: contents))
            if row % 1000 == 999, now() - shown > .milliseconds(1000), isatty(2) == 1 {
                shown = now()
                warn("  \(row + 1) of \(rows)\r", end: "")
            }
        }
        try importer.finish()
    }

    /// A few hundred are decided: each is several durable transactions, so a share of all would take hours.
    private func judgeSome(in store: ReviewStore) throws {
        let caller = try store.caller(Fill.user)
        let count = min(300, rows / 25)
        for index in 0..<count {
            let id = Invention.id(rows / max(count, 1) * index + 20)
            if index % 3 == 2 {
                _ = try store.decide(id, .incomplete, reason: "No plan.", as: caller, now: Fill.later)
                continue
            }
            let levels = Catalogue.criteria.map { criterion in
                ScoreChange.level(
                    criterion: criterion, index % 3 == 1 && criterion == "told" ? "developing" : Catalogue.best)
            }
            _ = try store.claim(id, as: caller, now: Fill.later)
            _ = try store.save(levels, submission: id, base: nil, as: caller, now: Fill.later)
            _ = try store.submit(id, base: nil, as: caller, now: Fill.later)
            _ = try store.decide(
                id, index % 3 == 0 ? .award : .return, reason: "As scored.", as: caller, now: Fill.later)
        }
    }

    static let later = Invention.firstDay.advanced(bySeconds: 86_400)

    private func expect(_ outcome: ImportOutcome) throws {
        if case .refused(let reason) = outcome { throw BenchFault("The store refused a made-up submission: \(reason)") }
    }

    /// The Unix user, whom `assay` takes for the caller.
    static var user: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return "root" }
        return String(cString: name)
    }
}
