import Core

/// Takes in one submission: all of it, or nothing.
struct SubmissionIntake {
    let caller: Caller
    let now: Instant

    func take(_ draft: SubmissionDraft, _ contents: [String: ContentSource], _ batch: inout ImportBatch) throws
        -> ImportOutcome
    {
        if let fault = draft.fault { return .refused(fault) }
        let submission = draft.submission
        let database = batch.database
        if let known = try database.firstInt("SELECT seq FROM submission WHERE id = ?1", .text(submission.id)) {
            let digest = try database.first(
                "SELECT digest FROM submission_body WHERE submission = ?1", .int(known), row: { $0.bytes(0) })
            let measured = try contents.mapValues { source in try read { try ContentStore.measure(source) } }
            return (draft.packed?.digest ?? SubmissionDigest.digest(submission, contents: measured)) == digest
                ? .unchanged : .refused("\(submission.id) is there already with other content.")
        }
        guard let credential = try batch.credential(submission.microCredential) else {
            return .refused("There is no micro-credential \(submission.microCredential).")
        }
        guard let version = submission.version ?? credential.newest else {
            return .refused("No version of \(submission.microCredential) is published.")
        }
        guard let title = credential.titles[version] else {
            return .refused("\(submission.microCredential) has no published version \(version).")
        }
        if contents.isEmpty {
            return try put(draft, credential.sequence, version, title, [:], &batch)
        }
        // A file may end in an error after part of it is stored.
        try database.run("SAVEPOINT submission")
        do {
            let outcome = try put(draft, credential.sequence, version, title, contents, &batch)
            if case .refused = outcome { try undo(&batch) }
            try database.run("RELEASE SAVEPOINT submission")
            return outcome
        } catch let error as SourceFault {
            try undo(&batch)
            try database.run("RELEASE SAVEPOINT submission")
            throw error
        }
    }

    private func undo(_ batch: inout ImportBatch) throws {
        try batch.database.run("ROLLBACK TO SAVEPOINT submission")
        batch.forget()
    }

    private func put(
        _ draft: SubmissionDraft, _ credential: Int64, _ version: Int, _ title: String,
        _ contents: [String: ContentSource], _ batch: inout ImportBatch
    ) throws -> ImportOutcome {
        let database = batch.database
        let submission = draft.submission
        var stored: [String: ContentStore.Stored] = [:]
        for item in submission.evidence {
            guard case .content(let sha256, let bytes) = item.body else { continue }
            if let source = contents[item.id] {
                stored[item.id] = try store(source, database)
            } else if let raw = unhex(sha256), let known = try ContentStore(database: database).find(raw) {
                stored[item.id] = ContentStore.Stored(sequence: known, sha256: raw, bytes: bytes)
            } else {
                return .refused("The evidence \(item.id) has no content.")
            }
        }
        // From here on only the store itself can fail, which takes back the whole batch.
        let sequence = batch.nextSequence
        let district = try batch.district(submission.earner.district)
        let due = batch.deadlines.due(submission.submittedAt)
        let packed =
            draft.packed ?? SubmissionDraft.Packed(submission, searchText: draft.searchText, contents: stored)
        try database.run(
            """
            INSERT INTO submission(seq, id, credential, version, district, state, attempt, submitted_at, due_at,
                evidence_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """, .int(sequence), .text(submission.id), .int(credential), .int(version), .int(district),
            .int(SubmissionState.pending.code), .int(submission.attempt), .int(submission.submittedAt.seconds),
            .int(due.seconds), .int(submission.evidence.count))
        try database.run(
            "INSERT INTO submission_body(submission, digest, body) VALUES (?1, ?2, ?3)", .int(sequence),
            .bytes(packed.digest),
            .utf8(packed.body))
        for (evidence, content) in stored {
            try database.run(
                "INSERT INTO evidence_content(submission, evidence, content) VALUES (?1, ?2, ?3)", .int(sequence),
                .text(evidence), .int(content.sequence))
        }
        try database.words.add(packed.words + Array(title.utf8), sequence: sequence)
        let subject = LogBook.Subject(sequence: sequence, id: submission.id)
        try batch.log.write(.importSubmission, by: caller.id, at: now, subject: subject) { json in
            json.add("microCredential", submission.microCredential)
            json.add("version", version)
            json.add("sha256", hex(packed.digest))
        }
        batch.tally.enter(
            Standing(
                assessor: nil, state: .pending, district: district, credential: credential, dueAt: due.seconds,
                submittedAt: submission.submittedAt.seconds, id: submission.id))
        batch.days.count(.submitted, at: submission.submittedAt)
        batch.nextSequence += 1
        batch.count += 1
        batch.bytes += packed.body.count + stored.values.reduce(0) { $0 + $1.bytes }
        return .imported
    }

    private func store(_ source: ContentSource, _ database: any Database) throws -> ContentStore.Stored {
        let guarded = ContentSource(bytes: source.bytes) { try read(source.next) }
        return try ContentStore(database: database).store(guarded)
    }

    private func read<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch { throw SourceFault(cause: error) }
    }
}
