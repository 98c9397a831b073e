/// Opens connections to one store. What differs between databases is here and in what it hands out.
protocol Driver: Sendable {
    /// Runs `body` over one moment of the store.
    func read<T>(_ body: (any Database) throws -> T) throws -> T
    /// Runs `body` in a transaction of its own, durable once this has returned; nothing of it is kept where it throws.
    func write<T>(_ body: (any Database) throws -> T) throws -> T
    /// A connection of one's own for writing in bulk. The one who asked for it uses it from one thread.
    func bulkConnection() throws -> any BulkConnection
    /// Moves when another connection has committed. Throws where the store has been taken away.
    func changeMark() throws -> Int64
    func schemaVersion() throws -> Int
    /// A consistent copy, made under a name that `path` takes only when it is complete.
    func copy(to path: String) throws
    /// What only this kind of database can say of its health.
    func findings() -> [Finding]
}

protocol BulkConnection: AnyObject {
    func withDatabase<T>(_ body: (any Database) throws -> T) throws -> T
    /// Lets those who wait for their turn to write have it.
    func letOthersWrite()
    /// Puts what was written in order: once, at the end.
    func settle()
}
