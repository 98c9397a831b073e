/// Full-text search over submissions, by their sequence.
protocol WordIndex {
    /// - Parameter text: UTF-8.
    func add(_ text: [UInt8], sequence: Int64) throws
    /// Calls `body` with the sequence of each submission that holds all the words, in any order, until it returns false.
    func matches(_ query: SearchQuery, _ body: (Int64) -> Bool) throws
}
