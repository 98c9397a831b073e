extension SQLiteSchema {
    /// How disputes were settled. A row is never changed and never goes: a plan can count on it.
    static let adjudications = """
        CREATE TABLE adjudication(
            submission INTEGER PRIMARY KEY REFERENCES submission(seq),
            person INTEGER NOT NULL REFERENCES person(seq), at INTEGER NOT NULL, reason TEXT NOT NULL);
        CREATE TABLE adjudicated_level(
            submission INTEGER NOT NULL REFERENCES adjudication(submission), criterion TEXT NOT NULL,
            level TEXT NOT NULL, PRIMARY KEY(submission, criterion)) WITHOUT ROWID;
        """
}
