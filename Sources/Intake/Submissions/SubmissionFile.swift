import Core

/// Reads one submission out of its JSON object (contract, section 2).
struct SubmissionFile {
    static let format = "assay/submission@1"

    var path: String
    /// The line of a stream it stands on; nil for a file of its own.
    var line: Int?
    /// Where the files are that it names. Asked for only when it names one.
    var folder: () throws(FileFault) -> SafeFolder
    var limits: IntakeLimits

    private static let keys = [
        "format", "id", "microCredential", "version", "earner", "submittedAt", "attempt", "previous", "whatChanged",
        "overview", "evidence", "reflection", "attestations",
    ]
    private static let earnerKeys = ["name", "email", "district", "state"]
    private static let answerKeys = ["prompt", "answer"]
    private static let attestationKeys = ["readyForReview", "release", "ownWork"]

    /// 1970-01-01 to 9900-01-01.
    private static let years = Instant(seconds: 0)..<Instant(seconds: 250_246_627_200)

    func read(_ written: Written, notes: Notes) -> IncomingSubmission? {
        guard let record = Record(written, .top, keys: SubmissionFile.keys, notes: notes) else { return nil }
        record.format(SubmissionFile.format)
        // In another format every other key would be wrong too: saying so would hide the reason.
        guard notes.problems.isEmpty else { return nil }
        var submission = Submission(
            id: record.id("id", .submission), microCredential: record.id("microCredential", .microCredential),
            version: record.optionalWhole("version", 1...Record.large), earner: earner(record),
            submittedAt: submittedAt(record), attempt: record.whole("attempt", 1...Record.large, default: 1),
            previous: record.optionalID("previous", .submission), whatChanged: record.optionalText("whatChanged"),
            overview: overview(record))
        let sources: [EvidenceSource]
        (submission.evidence, sources) = EvidenceReader(folder: folder, limit: limits.item).read(record)
        submission.reflection = reflection(record)
        submission.attestations = attestations(record)
        if let previous = submission.previous, previous == submission.id {
            record.problem("previous", expected: "the id of another submission")
        }
        if submission.attempt > 1, submission.previous == nil {
            record.warn("previous", "attempt \(submission.attempt) names no previous submission")
        }
        guard notes.problems.isEmpty else { return nil }
        return IncomingSubmission(submission: submission, sources: sources, path: path, line: line)
    }

    private func earner(_ record: Record) -> Earner {
        let none = Earner(name: "", email: "", district: "", state: "")
        guard record["earner"] != nil else {
            record.problem("earner", expected: "an object")
            return none
        }
        guard let earner = record.record("earner", keys: SubmissionFile.earnerKeys) else { return none }
        return Earner(
            name: earner.text("name", blank: false), email: earner.text("email", blank: false),
            district: earner.text("district", blank: false), state: earner.text("state"))
    }

    private func submittedAt(_ record: Record) -> Instant {
        // The years leave room for a deadline that can still be written with four digits.
        if let text = record["submittedAt"]?.string, let instant = Instant(rfc3339: text) {
            if SubmissionFile.years.contains(instant) { return instant }
            record.problem("submittedAt", expected: "a time from 1970 to 9899")
        } else {
            record.problem("submittedAt", expected: "an RFC 3339 time like 2026-10-01T14:03:00Z")
        }
        return Instant(seconds: 0)
    }

    private func overview(_ record: Record) -> [Answer] {
        let answers = record.records("overview", keys: SubmissionFile.answerKeys)
        let read = answers.map {
            Answer(prompt: $0.id("prompt", .microCredential), answer: $0.text("answer"))
        }
        record.unique("overview", answers, by: "prompt", read.map(\.prompt))
        return read
    }

    /// Text, or the text of a file. An empty one is allowed here: whether one is asked for, the micro-credential says.
    private func reflection(_ record: Record) -> String {
        guard let value = record["reflection"] else { return "" }
        if let text = value.string { return text }
        guard case .record = value.value, let file = record.record("reflection", keys: ["file"]) else {
            record.problem("reflection", expected: "text or {\"file\": name}")
            return ""
        }
        let name = file.text("file")
        do throws(FileFault) {
            let bytes = try folder().open(name, limit: limits.reflection).readAll(limit: limits.reflection)
            if let text = String(validating: bytes.trimmingMark, as: UTF8.self) { return text }
            throw FileFault("is not UTF-8 text")
        } catch {
            record.notes.problem(file.trail("file"), line: file.line, quoted(name) + " " + error.reason)
            return ""
        }
    }

    private func attestations(_ record: Record) -> Attestations {
        guard let given = record.record("attestations", keys: SubmissionFile.attestationKeys) else {
            return Attestations()
        }
        return Attestations(
            readyForReview: given.truth("readyForReview", default: false),
            release: given.truth("release", default: false),
            ownWork: given.truth("ownWork", default: false))
    }
}

extension [UInt8] {
    /// Without a byte order mark at the start.
    fileprivate var trimmingMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...] }
}
