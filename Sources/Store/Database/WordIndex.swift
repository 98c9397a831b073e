/// Full-text search over submissions, by their sequence.
protocol WordIndex {
    func add(_ text: String, sequence: Int64) throws
    /// Calls `body` with the sequence of each submission that holds all the words, in any order, until it returns false.
    func matches(_ query: SearchQuery, _ body: (Int64) -> Bool) throws
}
