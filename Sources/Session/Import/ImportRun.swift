import Core
import Evidence
import Intake
import Store

/// From paths to the store: reads, looks at what each file is, stores. Memory holds one item and one batch, however many
/// there are; one bad item never stops the good ones.
package final class ImportRun {
    private let store: ReviewStore
    private let caller: Caller
    private let now: Instant
    private let dryRun: Bool
    private var report = ImportReport()
    /// Number of the item in hand.
    private var order = 0
    private var importer: SubmissionImporter?
    /// What a dry run has read and not stored.
    private var announced: [MicroCredential] = []
    /// By id and version; what this run has already looked up or (in a dry run) would have imported.
    private var microCredentials: [String: MicroCredential] = [:]

    package init(store: ReviewStore, caller: Caller, now: Instant, dryRun: Bool) {
        self.store = store
        self.caller = caller
        self.now = now
        self.dryRun = dryRun
    }

    /// - Parameter progress: Called with bytes read and bytes in all.
    /// - Throws: `Refusal` where the caller may import nothing at all, or the store fails.
    package func run(_ paths: [String], progress: (Int, Int) -> Void) throws -> ImportReport {
        let kinds: [Action] = [.importSubmissions, .importMicroCredentials, .importPeople, .importPolicy]
        if !kinds.contains(where: caller.may) { try caller.require(.importSubmissions) }
        let reader = IntakeReader(paths: paths, limits: .knowingZones)
        while let item = reader.next() {
            report.warn(item.warnings.map(\.sentence))
            order += 1
            try take(item)
            progress(reader.bytesRead, reader.bytesTotal)
        }
        try importer?.finish()
        report.close()
        return report
    }

    private func take(_ item: IntakeItem) throws {
        switch item.content {
        case .fault(let fault): refuse(fault)
        case .skipped: break
        case .policy(let policy):
            try note(item, "policy") { try [store.importPolicy(policy, as: caller, now: now, dryRun: dryRun)] }
        case .people(let people):
            try note(item, "people", items: people.map(\.id)) {
                try store.importPeople(people, as: caller, now: now, dryRun: dryRun)
            }
        case .microCredential(let microCredential):
            let name = "\(microCredential.id) v\(microCredential.version)"
            let before = report.imported
            try note(item, name) {
                try [store.importMicroCredential(microCredential, as: caller, now: now, dryRun: dryRun)]
            }
            if dryRun, report.imported > before { announced.append(microCredential) }
        case .submission(let incoming): try take(incoming, item)
        }
    }

    // MARK: - Submissions

    private func take(_ incoming: IncomingSubmission, _ item: IntakeItem) throws {
        guard caller.may(.importSubmissions) else {
            return refuse(item, incoming.submission.id, Refusal.role(person: caller.id, action: .importSubmissions))
        }
        if let known = try microCredential(incoming.submission) {
            let (faults, warnings) = incoming.check(against: known)
            report.warn(warnings.map(\.sentence))
            if !faults.isEmpty { return faults.forEach { refuse($0) } }
        }
        var submission = incoming.submission
        var contents: [String: ContentSource] = [:]
        var words = ""
        do {
            for index in submission.evidence.indices {
                try look(at: &submission.evidence[index], incoming, &contents, &words)
            }
            let importer =
                try importer ?? store.submissionImporter(as: caller, now: now, dryRun: dryRun, announced: announced)
            self.importer = importer
            if contents.isEmpty {
                // Written while the next one is read: what is kept until then is the place, not the item.
                let place = (path: item.path, line: item.line, order: order, id: submission.id)
                try importer.add(submission, searchText: words) { [unowned self] outcome in
                    count(outcome, path: place.path, line: place.line, place.id, order: place.order)
                }
            } else {
                count(try importer.add(submission, contents: contents, searchText: words), item, submission.id)
            }
        } catch let fault as EvidenceFault {
            report.refused.append(
                .init(
                    path: item.path, line: item.line, item: submission.id,
                    reason: "evidence \(fault.evidence): \(fault.reason)", order: order))
        }
    }

    /// Finds out by content what an item is, and what of it can be searched.
    private func look(
        at item: inout EvidenceItem, _ incoming: IncomingSubmission, _ contents: inout [String: ContentSource],
        _ words: inout String
    ) throws {
        switch item.body {
        case .link: item.kind = "link"
        case .text: item.kind = "markdown"  // as the format says, whatever it looks like
        case .content(_, let bytes):
            guard let source = incoming.source(of: item.id) else { return }
            let head = try source.head()
            item.kind = ContentKind.sniff(head, total: bytes)
            contents[item.id] = ContentSource(bytes: bytes) { try source.next() }
            // The beginning of a readable text is findable; the rest is one key away once it is open.
            if ReadableText.isReadable(item.kind) {
                words += String(decoding: head, as: UTF8.self) + "\n"
            }
        }
    }

    private func microCredential(_ submission: Submission) throws -> MicroCredential? {
        let name = "\(submission.microCredential) v\(submission.version.map { String($0) } ?? "newest")"
        if let known = microCredentials[name] { return known }
        let found =
            try store.microCredential(submission.microCredential, version: submission.version)
            ?? announcement(of: submission)
        microCredentials[name] = found
        return found
    }

    private func announcement(of submission: Submission) -> MicroCredential? {
        announced.filter { $0.id == submission.microCredential && $0.status == .published }
            .filter { submission.version == nil || $0.version == submission.version }.max { $0.version < $1.version }
    }

    // MARK: - Counting

    private func note(
        _ item: IntakeItem, _ name: String, items: [String]? = nil, _ work: () throws -> [ImportOutcome]
    ) throws {
        // An open batch of submissions would keep this from its turn to write.
        try importer?.flush()
        do {
            for (index, outcome) in try work().enumerated() { count(outcome, item, items?[index] ?? name) }
        } catch let refusal as Refusal {
            guard refusal.isOfOneItem else { throw refusal }
            refuse(item, name, refusal)
        }
    }

    private func count(_ outcome: ImportOutcome, _ item: IntakeItem, _ name: String) {
        count(outcome, path: item.path, line: item.line, name, order: order)
    }

    private func count(_ outcome: ImportOutcome, path: String, line: Int?, _ name: String, order: Int) {
        switch outcome {
        case .imported: report.imported += 1
        case .unchanged: report.unchanged += 1
        case .refused(let reason):
            report.refused.append(.init(path: path, line: line, item: name, reason: reason, order: order))
        }
    }

    private func refuse(_ fault: Fault) {
        report.refused.append(
            .init(path: fault.path, line: fault.line, item: fault.item, reason: fault.reason, order: order))
    }

    private func refuse(_ item: IntakeItem, _ name: String, _ refusal: Refusal) {
        report.refused.append(
            .init(
                path: item.path, line: item.line, item: name, reason: refusal.sentence, isRole: refusal.isRole,
                order: order))
    }
}

extension Refusal {
    fileprivate var isRole: Bool {
        if case .role = self { true } else { false }
    }

    /// Says something of the item; anything else says something of the store, and ends the run.
    fileprivate var isOfOneItem: Bool {
        switch self {
        case .role, .rule, .stale: true
        case .store: false
        }
    }
}
