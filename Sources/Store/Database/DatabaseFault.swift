/// Why the database refused, as a driver reports it. Turned into a `Refusal` where it leaves the store.
struct DatabaseFault: Error {
    enum Kind: Equatable {
        /// Somebody else was writing for longer than we wait.
        case busy
        case full
        case damaged
        /// A file, but of something else.
        case noDatabase
        /// The disk, or a limit on what this process may write.
        case device
        case notWritable
        case cannotOpen
        /// What is open is no longer what the path names: whatever is written to it is lost.
        case gone
        /// A key that is there already.
        case conflict
        case other
    }
    var kind: Kind
    /// What the database said.
    var message: String
}
