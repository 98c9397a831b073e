/// Everything that needs leave. One table; every command, screen and effect asks it.
package enum Action: String, CaseIterable, Sendable {
    case seeQueue, seeSubmission, seeIdentity
    case claim, release, score, reportLeak
    case adjudicate, decide, markIncomplete
    case importSubmissions, importMicroCredentials, importPeople, importPolicy
    case takeOverClaim, assign, report
    case exportLetters
    case seePeople, seePolicy, seeMicroCredentials, seeLog
    case backup, checkStore
    case prepareBatch, signBatch
}

extension Action {
    /// The roles of which one is enough.
    package var roles: Roles {
        switch self {
        case .seeQueue, .seeSubmission: [.assessor, .coordinator, .approver, .admin]
        case .seeIdentity: [.coordinator, .approver, .admin]
        case .claim, .release, .score, .reportLeak: [.assessor]
        case .adjudicate: [.approver, .assessor]
        case .decide: [.approver]
        case .markIncomplete: [.coordinator, .approver]
        case .importSubmissions: [.coordinator, .admin]
        case .importMicroCredentials: [.author, .admin]
        case .importPeople, .importPolicy, .backup, .checkStore: [.admin]
        case .takeOverClaim, .assign, .report: [.coordinator]
        case .exportLetters: [.coordinator]
        case .seePeople: [.coordinator, .admin]
        case .seePolicy, .seeMicroCredentials: Roles(Role.allCases)
        case .seeLog: [.coordinator, .approver, .admin]
        case .prepareBatch: [.coordinator, .approver]
        case .signBatch: [.approver]
        }
    }

    /// What the action is called in a refusal: `to <words>`.
    package var words: String {
        switch self {
        case .seeQueue: "see the queue"
        case .seeSubmission: "see submissions"
        case .seeIdentity: "see who an earner is"
        case .claim: "claim a submission"
        case .release: "release a claim"
        case .score: "score"
        case .reportLeak: "report a leak"
        case .adjudicate: "adjudicate"
        case .decide: "decide"
        case .markIncomplete: "mark a submission incomplete"
        case .importSubmissions: "import submissions"
        case .importMicroCredentials: "import micro-credentials"
        case .importPeople: "import people"
        case .importPolicy: "set the policy"
        case .takeOverClaim: "take over a claim"
        case .assign: "assign submissions"
        case .report: "report"
        case .exportLetters: "export letters"
        case .seePeople: "see the people"
        case .seePolicy: "see the policy"
        case .seeMicroCredentials: "see the micro-credentials"
        case .seeLog: "see the log"
        case .backup: "back up the store"
        case .checkStore: "check what is in the store"
        case .prepareBatch: "prepare a batch session"
        case .signBatch: "sign a batch session"
        }
    }
}

extension Caller {
    package func may(_ action: Action) -> Bool { !roles.isDisjoint(with: action.roles) }

    /// - Throws: `Refusal.role` (exit status 77).
    package func require(_ action: Action) throws(Refusal) {
        if !may(action) { throw Refusal.role(person: id, action: action) }
    }
}
