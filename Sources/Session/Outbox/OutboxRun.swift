import Core
import Glibc
import Letters
import Store

/// Writes letters into a folder and marks them as exported, some at a time. Files are written and synced under other names
/// first; the transaction that marks them gives them their own, so that of two exports at once only one sends a letter. Killed
/// in between, a letter is written again; none is marked that is not there.
package struct OutboxRun {
    package struct Report {
        package struct Sent {
            package var id: String
            package var decision: Decision.Kind
            package var files: [String]
        }
        package var sent: [Sent] = []
        package var refused: [(id: String, reason: String)] = []
    }

    /// Letters that are marked in one transaction.
    private static let batch = 100

    private let store: ReviewStore
    private let caller: Caller
    private let now: Instant
    private let form: LetterForm

    package init(store: ReviewStore, caller: Caller, now: Instant, form: LetterForm) {
        self.store = store
        self.caller = caller
        self.now = now
        self.form = form
    }

    /// - Parameter only: these submissions; nil for all whose letter is owed.
    package func export(to path: String, again: Bool, only: [String]? = nil, progress: (Int, Int) -> Void) throws
        -> Report
    {
        try caller.require(.exportLetters)
        var seen: Set<String> = []
        let ids = try only?.filter { seen.insert($0).inserted } ?? store.owedLetters(again: again, as: caller)
        let folder = try OutputFolder(path, isPersonal: true)
        var report = Report()
        for start in stride(from: 0, to: ids.count, by: OutboxRun.batch) {
            try export(ids[start..<min(ids.count, start + OutboxRun.batch)], folder, again, &report)
            progress(min(ids.count, start + OutboxRun.batch), ids.count)
        }
        return report
    }

    private func export(_ ids: ArraySlice<String>, _ folder: OutputFolder, _ again: Bool, _ report: inout Report) throws
    {
        var prepared: [String: [OutputFolder.Prepared]] = [:]
        defer { for file in prepared.values.joined() { file.discard() } }
        var letters: [SentLetter] = []
        for id in ids {
            do {
                guard let (letter, decision) = try store.letter(id, again: again, as: caller, now: now) else {
                    report.refused.append((id, OutboxRun.alreadyOut))
                    continue
                }
                // The id may be `.` or `..` or begin with a dash: the name begins with a word of ours.
                let texts = [("letter-\(id).md", form.markdown(letter)), ("letter-\(id).html", form.html(letter))]
                for (name, text) in texts {
                    prepared[id, default: []].append(try folder.prepare(Array(text.utf8), as: name))
                }
                letters.append(
                    SentLetter(
                        submission: id, decision: decision,
                        files: texts.map { ($0.0, Fingerprint.sha256(of: $0.1)) }))
            } catch Refusal.rule(let sentence) {
                report.refused.append((id, sentence))
            }
        }
        if letters.isEmpty { return }
        let outcomes = try store.markExported(letters, again: again, as: caller, now: now) { letter in
            for file in prepared[letter.submission] ?? [] { try file.publish() }
        } settle: {
            try folder.settle()
        }
        for (letter, outcome) in zip(letters, outcomes) {
            switch outcome {
            case .sent:
                prepared[letter.submission] = nil
                report.sent.append(
                    Report.Sent(
                        id: letter.submission, decision: letter.decision.kind, files: letter.files.map(\.name)))
            case .unwritten(let sentence): report.refused.append((letter.submission, sentence))
            case .alreadyOut: report.refused.append((letter.submission, OutboxRun.alreadyOut))
            case .changed:
                report.refused.append((letter.submission, "Its decision changed while the letter was written."))
            }
        }
    }

    private static let alreadyOut = "Its letter has gone out already; --again writes it once more."
}
