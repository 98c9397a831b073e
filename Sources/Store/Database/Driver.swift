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
    /// - Parameter replacing: whether it may take the place of a file that is there.
    func copy(to path: String, replacing: Bool) throws
    /// What only this kind of database can say of its health, without looking at what is in it.
    func surface() -> [Finding]
    /// What only it can say of what is in it. Reads all of it.
    func findings() -> [Finding]
    /// What a person does where nothing but a backup helps: one sentence.
    var restoring: String { get }
}

protocol BulkConnection: AnyObject {
    func withDatabase<T>(_ body: (any Database) throws -> T) throws -> T
    /// Lets those who wait for their turn to write have it.
    func letOthersWrite()
    /// Puts what was written in order: once, at the end.
    func settle()
}
