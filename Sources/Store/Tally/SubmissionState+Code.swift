import Core

extension SubmissionState {
    /// The number that stands for the state in the store, which is narrower than its name in a dozen indexes. Never
    /// renumbered.
    var code: Int64 {
        switch self {
        case .pending: 0
        case .claimed: 1
        case .secondRead: 2
        case .adjudication: 3
        case .ready: 4
        case .awarded: 5
        case .returned: 6
        case .incomplete: 7
        case .denied: 8
        }
    }

    /// - Parameter owner: whose it is, for the sentence where there is no such state.
    init(code: Int64, of owner: @autoclosure () -> String = "a submission") throws {
        guard let state = SubmissionState.allCases.first(where: { $0.code == code }) else {
            throw DatabaseFault(kind: .damaged, message: "\(owner()) is in a state numbered \(code), and there is none")
        }
        self = state
    }
}
