/// Why something was not done. Each kind has its own exit status (contract, section 3).
package enum Refusal: Error, Equatable, Sendable {
    /// Exit 77: the caller's roles do not allow it.
    case role(person: String, action: Action)
    /// Exit 1: a rule forbids it: not yours, stale, nothing to claim, not found. The sentence is complete and unescaped:
    /// it goes through the text door before a person sees it.
    case rule(String)
    /// Exit 1: a scorecard has moved on since `base`.
    case stale(submission: String, base: Int, stored: Int)
    /// Exit 69: the store can't be reached, is damaged or is newer than this program.
    case store(String)

    /// One sentence, not yet through the text door.
    package var sentence: String {
        switch self {
        case .role(let person, let action):
            let roles = action.roles.members.map(\.rawValue).sorted().joined(separator: " or ")
            return "\(person) may not \(action.words): that needs the role \(roles)."
        case .rule(let sentence), .store(let sentence): return sentence
        case .stale(let submission, let base, let stored):
            return "The scorecard for \(submission) is at version \(stored), not \(base); nothing was changed."
        }
    }
}

extension Refusal {
    /// What goes on the record needs a reason: `A decision needs a reason.`
    package static func requireReason(_ reason: String, for what: String) throws(Refusal) {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw Refusal.rule("\(what) needs a reason.") }
    }
}
