import Core

/// The tables, one script a version. A store at version n has run the scripts 1...n; a script is never changed once released.
enum SQLiteSchema {
    /// `assa`, in the file's header: tells our stores from other databases.
    static let applicationID = 0x6173_7361
    static let scripts = [
        version1, days, batchSessions, lettersAndAssignments, ages, batchVersions, adjudications, leaks,
    ]
    static var current: Int { scripts.count }

    /// What a script can't say, run right after it in the same transaction.
    static func afterwards(_ script: String, _ database: any Database) throws {
        if script == days { try DayTally.refill(database) }
        if script == ages {
            try AgeTally.refill(database)
            try ReviewStore.store(Promise(try ReviewStore.policy(database).deadline), database)
        }
    }

    // What the columns mean, and why each index is there, is written in docs/STORE.md. Every index of a rowid table ends in
    // the rowid (`seq`) by itself, which is the order of arrival that breaks ties.
    private static let version1 = """
        CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE policy(
            n INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, body TEXT NOT NULL, blind INTEGER NOT NULL);

        CREATE TABLE person(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, roles TEXT NOT NULL);
        CREATE TABLE person_entry(
            person INTEGER NOT NULL REFERENCES person(seq), kind TEXT NOT NULL, position INTEGER NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY(person, kind, position)) WITHOUT ROWID;

        CREATE TABLE credential(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
        CREATE TABLE credential_version(
            credential INTEGER NOT NULL REFERENCES credential(seq), version INTEGER NOT NULL, status TEXT NOT NULL,
            name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY(credential, version));

        CREATE TABLE district(seq INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

        CREATE TABLE submission(
            seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, credential INTEGER NOT NULL, version INTEGER NOT NULL,
            district INTEGER NOT NULL REFERENCES district(seq), state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 8),
            attempt INTEGER NOT NULL, submitted_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
            evidence_count INTEGER NOT NULL, assessor INTEGER REFERENCES person(seq),
            scorer INTEGER REFERENCES person(seq),
            FOREIGN KEY(credential, version) REFERENCES credential_version(credential, version));
        CREATE INDEX submission_due ON submission(state, due_at);
        CREATE INDEX submission_submitted ON submission(state, submitted_at);
        CREATE INDEX submission_id ON submission(state, id);
        CREATE INDEX submission_cell_due ON submission(state, credential, district, due_at);
        CREATE INDEX submission_cell_submitted ON submission(state, credential, district, submitted_at);
        CREATE INDEX submission_cell_id ON submission(state, credential, district, id);
        CREATE INDEX assessor_due ON submission(assessor, state, due_at) WHERE assessor IS NOT NULL;
        CREATE INDEX assessor_submitted ON submission(assessor, state, submitted_at) WHERE assessor IS NOT NULL;
        CREATE INDEX assessor_id ON submission(assessor, state, id) WHERE assessor IS NOT NULL;
        CREATE INDEX assessor_cell_due ON submission(assessor, state, credential, district, due_at)
            WHERE assessor IS NOT NULL;
        CREATE INDEX assessor_cell_submitted ON submission(assessor, state, credential, district, submitted_at)
            WHERE assessor IS NOT NULL;
        CREATE INDEX assessor_cell_id ON submission(assessor, state, credential, district, id)
            WHERE assessor IS NOT NULL;

        CREATE TABLE submission_body(
            submission INTEGER PRIMARY KEY REFERENCES submission(seq), digest BLOB NOT NULL, body TEXT NOT NULL);

        CREATE TABLE content(seq INTEGER PRIMARY KEY, sha256 BLOB UNIQUE, bytes INTEGER NOT NULL);
        CREATE TABLE content_chunk(
            content INTEGER NOT NULL REFERENCES content(seq), n INTEGER NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY(content, n));
        CREATE TABLE evidence_content(
            submission INTEGER NOT NULL REFERENCES submission(seq), evidence TEXT NOT NULL,
            content INTEGER NOT NULL REFERENCES content(seq), PRIMARY KEY(submission, evidence)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5(
            text, content='', columnsize=0, detail=none, tokenize="unicode61 remove_diacritics 2");

        CREATE TABLE scorecard(
            seq INTEGER PRIMARY KEY, submission INTEGER NOT NULL REFERENCES submission(seq),
            person INTEGER NOT NULL REFERENCES person(seq), state TEXT NOT NULL, version INTEGER NOT NULL,
            salt BLOB NOT NULL, changed_at INTEGER NOT NULL, UNIQUE(submission, person));
        CREATE TABLE score(
            scorecard INTEGER NOT NULL REFERENCES scorecard(seq), criterion TEXT NOT NULL, level TEXT,
            comment TEXT NOT NULL, citations TEXT NOT NULL, PRIMARY KEY(scorecard, criterion)) WITHOUT ROWID;

        CREATE TABLE claim(
            submission INTEGER PRIMARY KEY REFERENCES submission(seq),
            person INTEGER NOT NULL REFERENCES person(seq), expires_at INTEGER NOT NULL);
        CREATE INDEX claim_expiry ON claim(expires_at);
        CREATE INDEX claim_person ON claim(person, expires_at);

        CREATE TABLE decision(
            submission INTEGER PRIMARY KEY REFERENCES submission(seq), kind TEXT NOT NULL,
            person INTEGER NOT NULL REFERENCES person(seq), at INTEGER NOT NULL, reason TEXT NOT NULL);

        CREATE TABLE place(
            person INTEGER NOT NULL REFERENCES person(seq), submission INTEGER NOT NULL REFERENCES submission(seq),
            body TEXT NOT NULL, PRIMARY KEY(person, submission)) WITHOUT ROWID;

        CREATE TABLE log(
            n INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, subject INTEGER,
            detail TEXT NOT NULL, hash BLOB NOT NULL);
        CREATE INDEX log_subject ON log(subject) WHERE subject IS NOT NULL;
        CREATE TABLE log_head(one INTEGER PRIMARY KEY CHECK(one = 1), n INTEGER NOT NULL, hash BLOB NOT NULL);
        CREATE TRIGGER log_keeps_its_rows BEFORE DELETE ON log
            BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER log_keeps_its_words BEFORE UPDATE ON log
            BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

        CREATE TABLE tally(
            assessor INTEGER NOT NULL, state INTEGER NOT NULL, district INTEGER NOT NULL, credential INTEGER NOT NULL,
            n INTEGER NOT NULL, PRIMARY KEY(assessor, state, district, credential)) WITHOUT ROWID;
        CREATE INDEX tally_credential ON tally(assessor, state, credential, district);
        CREATE TABLE due_tally(
            assessor INTEGER NOT NULL, state INTEGER NOT NULL, district INTEGER NOT NULL, credential INTEGER NOT NULL,
            due_at INTEGER NOT NULL, n INTEGER NOT NULL, submitted_from INTEGER NOT NULL,
            submitted_to INTEGER NOT NULL, id_from TEXT NOT NULL, id_to TEXT NOT NULL,
            PRIMARY KEY(assessor, state, district, credential, due_at)) WITHOUT ROWID;
        """

    /// Approval sessions, and where a decision found its submission.
    private static let batchSessions = """
        CREATE TABLE batch(
            seq INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, person INTEGER NOT NULL REFERENCES person(seq),
            at INTEGER NOT NULL, planned_at INTEGER NOT NULL, selection TEXT NOT NULL, items INTEGER NOT NULL,
            held INTEGER NOT NULL, signed INTEGER NOT NULL);
        CREATE TABLE batch_item(
            batch INTEGER NOT NULL REFERENCES batch(seq), position INTEGER NOT NULL,
            submission INTEGER NOT NULL REFERENCES submission(seq), state INTEGER NOT NULL, cards INTEGER NOT NULL,
            versions INTEGER NOT NULL, meets INTEGER NOT NULL, adjudicated INTEGER NOT NULL,
            near_pass INTEGER NOT NULL, hold_reason TEXT, signed_at INTEGER,
            PRIMARY KEY(batch, position)) WITHOUT ROWID;
        CREATE UNIQUE INDEX batch_item_submission ON batch_item(submission, batch);
        ALTER TABLE decision ADD COLUMN from_state INTEGER;
        """
}
