extension SQLiteSchema {
    /// One report a person and submission.
    static let leaks = """
        CREATE TABLE leak(
            submission INTEGER NOT NULL REFERENCES submission(seq), person INTEGER NOT NULL REFERENCES person(seq),
            at INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY(submission, person)) WITHOUT ROWID;
        """
}
