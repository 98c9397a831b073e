/// What a person is looking for: words, all of which must be there. The last may be the start of a word.
struct SearchQuery: Equatable {
    struct Term: Equatable {
        var word: String
        var isPrefix: Bool
    }
    var terms: [Term]
    /// The words are also looked for in the earner's name and e-mail address.
    var reachesEarners: Bool

    /// More words than this find nothing that these don't.
    static let maximumTerms = 16

    /// Nil where nothing but space was typed: then nothing is searched for.
    init?(_ text: String, reachesEarners: Bool) {
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        let words = SearchText.words(text).prefix(SearchQuery.maximumTerms)
        // A space after the last word says that it is whole.
        let isOpen = text.last.map { !$0.isWhitespace } ?? false
        terms = words.enumerated().map { Term(word: $1, isPrefix: isOpen && $0 == words.count - 1) }
        self.reachesEarners = reachesEarners
    }

    /// Something was typed, but no word: that matches nothing.
    var isEmpty: Bool { terms.isEmpty }
}
