import Testing

@testable import Core

@Suite struct PermissionTests {
    /// The contract's table, written out: who may do what. A change of the table in Core must be a change here as well.
    private static let expected: [Action: Roles] = [
        .seeQueue: [.assessor, .coordinator, .approver, .admin],
        .seeSubmission: [.assessor, .coordinator, .approver, .admin],
        .seeIdentity: [.coordinator, .approver, .admin],
        .claim: [.assessor],
        .release: [.assessor],
        .score: [.assessor],
        .reportLeak: [.assessor],
        .adjudicate: [.approver, .assessor],
        .decide: [.approver],
        .markIncomplete: [.coordinator, .approver],
        .importSubmissions: [.coordinator, .admin],
        .importMicroCredentials: [.author, .admin],
        .importPeople: [.admin],
        .importPolicy: [.admin],
        .takeOverClaim: [.coordinator],
        .assign: [.coordinator],
        .report: [.coordinator],
        .exportLetters: [.coordinator],
        .seePeople: [.coordinator, .admin],
        .seePolicy: [.assessor, .coordinator, .approver, .author, .admin],
        .seeMicroCredentials: [.assessor, .coordinator, .approver, .author, .admin],
        .seeLog: [.coordinator, .approver, .admin],
        .backup: [.admin], .checkStore: [.admin],
        .prepareBatch: [.coordinator, .approver],
        .signBatch: [.approver],
    ]

    @Test(arguments: Action.allCases) func eachRowOfTheTable(action: Action) {
        #expect(action.roles == PermissionTests.expected[action])
    }

    @Test(arguments: Action.allCases) func oneRoleIsEnoughAndNoneIsNothing(action: Action) {
        for role in Role.allCases {
            let caller = Caller(person: Person(id: "p", name: "P", roles: [role]))
            #expect(caller.may(action) == action.roles.contains(role))
        }
        #expect(!Caller(person: Person(id: "p", name: "P", roles: [])).may(action))
        #expect(Caller(person: Person(id: "p", name: "P", roles: Roles(Role.allCases))).may(action))
        #expect(
            Caller(person: Person(id: "p", name: "P", roles: []), isAlone: true).may(action), "alone holds every role")
    }

    @Test func anAdminJudgesNothing() {
        let admin = Caller(person: Person(id: "root", name: "Root", roles: [.admin]))
        for action in [
            Action.claim, .score, .reportLeak, .decide, .adjudicate, .markIncomplete, .prepareBatch, .signBatch,
        ] {
            #expect(!admin.may(action))
        }
    }

    @Test func aRefusalNamesTheRoleThatIsMissing() {
        let caller = Caller(person: Person(id: "ann", name: "Ann", roles: [.author]))
        #expect(throws: Refusal.role(person: "ann", action: .markIncomplete)) { try caller.require(.markIncomplete) }
        let sentence = Refusal.role(person: "ann", action: .markIncomplete).sentence
        #expect(sentence == "ann may not mark a submission incomplete: that needs the role approver or coordinator.")
    }
}
