extension SQLiteSchema {
    /// What a signing is bound to (see `BatchSession.version`).
    static let batchVersions = "ALTER TABLE batch ADD COLUMN version INTEGER NOT NULL DEFAULT 1;"
}
