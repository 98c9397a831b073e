import Core

/// One thing that a file held: a value to store, or the reason why there is none.
package struct IntakeItem {
    package enum Content {
        case policy(Policy)
        case people([Person])
        case microCredential(MicroCredential)
        case submission(IncomingSubmission)
        case fault(Fault)
        /// Left alone on purpose; the warnings say why.
        case skipped
    }
    package var content: Content
    /// The file it came from, spelled as it was reached from the paths that were given.
    package var path: String
    /// Where in that file it begins, from 1; nil where the item is the whole file.
    package var line: Int?
    package var warnings: [Warning]

    package init(_ content: Content, path: String, line: Int? = nil, warnings: [Warning] = []) {
        self.content = content
        self.path = path
        self.line = line
        self.warnings = warnings
    }
}

/// Why an item was refused. Its strings hold pieces of the file: they go through the text door before a person sees them.
package struct Fault: Error, Equatable, Sendable {
    package var path: String
    package var line: Int?
    /// The item's id, where it could be read.
    package var item: String?
    /// What was found and what was expected, with the place in the item; all that was wrong, not only the first.
    package var reason: String

    package init(path: String, line: Int? = nil, item: String? = nil, reason: String) {
        self.path = path
        self.line = line
        self.item = item
        self.reason = reason
    }

    /// `FILE:LINE: ITEM: REASON`, as compilers and editors spell a place.
    package var sentence: String { place(path, line) + (item.map { $0 + ": " } ?? "") + reason }
}

/// Something odd that stopped nothing.
package struct Warning: Equatable, Sendable {
    package var path: String
    package var line: Int?
    package var item: String?
    package var text: String

    package init(path: String, line: Int? = nil, item: String? = nil, text: String) {
        self.path = path
        self.line = line
        self.item = item
        self.text = text
    }

    /// `FILE:LINE: ITEM: TEXT`.
    package var sentence: String { place(path, line) + (item.map { $0 + ": " } ?? "") + text }
}

private func place(_ path: String, _ line: Int?) -> String { path + (line.map { ":" + String($0) } ?? "") + ": " }

/// A submission as it was handed in, with the contents of its files still in their files.
package struct IncomingSubmission {
    /// An item of evidence that is a file has the kind "" and a body `.content(sha256: "", bytes: n)`: what it is and what it
    /// hashes to is found out by whoever reads its source.
    package var submission: Submission
    /// One for each item of evidence that is a file, in the submission's order.
    package var sources: [EvidenceSource]
    package var path: String
    package var line: Int?

    package func source(of evidence: String) -> EvidenceSource? { sources.first { $0.evidence == evidence } }
}
