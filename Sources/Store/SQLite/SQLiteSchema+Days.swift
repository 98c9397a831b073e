extension SQLiteSchema {
    /// Counts by day, and since when a claim is held. Filled from what is there by `DayTally.refill`.
    static let days = """
        CREATE TABLE day_tally(
            day INTEGER NOT NULL, kind INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(day, kind)) WITHOUT ROWID;

        ALTER TABLE claim ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
        UPDATE claim SET since = coalesce(
            (SELECT max(at) FROM log WHERE subject = claim.submission AND what = 'claim'), expires_at);
        CREATE INDEX claim_since ON claim(since);
        """
}
