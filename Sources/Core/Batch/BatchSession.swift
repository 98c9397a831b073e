/// A named list of submissions for approval. What is on it was frozen when it was made; anyone whose role allows it takes it
/// up where another left it.
package struct BatchSession: Equatable, Sendable {
    package var name: String
    package var madeBy: String
    package var madeAt: Instant
    /// The moment whose state of things is the plan: when it was made, or last planned again.
    package var plannedAt: Instant
    /// What it was made from, in words.
    package var selection: String
    package var items: Int
    package var held: Int
    package var signed: Int
    /// Grows whenever signing could do more than before: when what was held is let go, when changes are taken into the plan,
    /// when the policy changes. Who asked to sign one version signs no other.
    package var version: Int

    package init(
        name: String, madeBy: String, madeAt: Instant, plannedAt: Instant, selection: String, items: Int, held: Int = 0,
        signed: Int = 0, version: Int = 1
    ) {
        self.name = name
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.plannedAt = plannedAt
        self.selection = selection
        self.items = items
        self.held = held
        self.signed = signed
        self.version = version
    }

    /// Whether a session may be called so: a line of 1 to 64 characters, neither blank at an end nor with a control in it.
    package static func isName(_ text: String) -> Bool {
        guard (1...64).contains(text.count), text.first != " ", text.last != " " else { return false }
        return text.unicodeScalars.allSatisfy { !$0.properties.generalCategory.isControlLike }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isControlLike: Bool {
        switch self {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}

extension QueueFilter {
    /// What a session is made of where nothing narrows it.
    package static let allReady: QueueFilter = {
        var filter = QueueFilter()
        filter.states = [.ready]
        return filter
    }()

    /// The filter as a session keeps it, to be read by people: `ready, formative-checks, Floyd County`.
    package var words: String {
        var words = effectiveStates.map(\.rawValue)
        if let microCredential { words.append(microCredential) }
        if let district { words.append(district) }
        if let assessor { words.append("of " + assessor) }
        if overdue { words.append("overdue") }
        if let search { words.append("/" + search) }
        return words.joined(separator: ", ")
    }
}
