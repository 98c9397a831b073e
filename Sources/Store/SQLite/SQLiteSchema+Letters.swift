extension SQLiteSchema {
    // Letters: what was decided and not yet exported is found by an index that holds nothing else. Assignments: of several
    // for a submission the one of the last run counts, so that undoing a run brings back what it replaced.
    static let lettersAndAssignments = """
        ALTER TABLE decision ADD COLUMN exported_at INTEGER;
        CREATE INDEX decision_owed ON decision(at, submission) WHERE exported_at IS NULL;

        CREATE TABLE assignment_run(
            n INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES person(seq), at INTEGER NOT NULL);
        CREATE TABLE assignment(
            submission INTEGER NOT NULL REFERENCES submission(seq), run INTEGER NOT NULL REFERENCES assignment_run(n),
            person INTEGER NOT NULL REFERENCES person(seq), expires_at INTEGER NOT NULL,
            PRIMARY KEY(submission, run)) WITHOUT ROWID;
        CREATE INDEX assignment_of_run ON assignment(run);
        CREATE INDEX assignment_of_person ON assignment(person, expires_at);
        """
}
