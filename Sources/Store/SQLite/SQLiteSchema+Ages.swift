extension SQLiteSchema {
    /// What is open by the day on which it was handed in, and the promise beside the zone: filled from what is there.
    static let ages = "CREATE TABLE age_tally(day INTEGER PRIMARY KEY, n INTEGER NOT NULL);"
}
