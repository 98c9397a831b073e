import Core

/// The link from one event to the next: a hash over the event and the hash before it, in the encoding of docs/STORE.md.
struct LogChain {
    /// The number of the last event, 0 before the first.
    var n: Int64
    var hash: [UInt8]

    static let start = LogChain(n: 0, hash: [UInt8](repeating: 0, count: 32))

    /// The hash of the event after this one.
    func hash(at: Int64, who: String, what: String, submission: String?, detail: String) -> [UInt8] {
        var packing = Packing("assay/log@1", capacity: 192 + detail.utf8.count)
        packing.add(hash)
        packing.add(n + 1)
        packing.add(at)
        packing.add(who)
        packing.add(what)
        packing.add(submission)
        packing.add(detail)
        return packing.sha256
    }
}
