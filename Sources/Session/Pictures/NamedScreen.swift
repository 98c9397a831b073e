import Console
import Screen

/// Screens that `assay screen` knows by name: how to get there from the queue.
package enum NamedScreen: String, CaseIterable, Sendable {
    case queue, dashboard, batch, review, help, palette, filter, sort, search
    case reviewHelp = "review-help"
    case comment, phrases, submit, overview
    case microCredential = "micro-credential"

    /// Needs a submission.
    package var isOfReview: Bool {
        switch self {
        case .queue, .dashboard, .batch, .help, .palette, .filter, .sort, .search: false
        case .review, .reviewHelp, .comment, .phrases, .submit, .overview, .microCredential: true
        }
    }

    /// The command that leads there once the queue, or the review, is open.
    package var command: Command? {
        switch self {
        case .queue, .review: nil
        case .batch: .batches
        case .help, .reviewHelp: .help
        case .palette: .palette
        case .filter: .filter
        case .sort: .sort
        case .search: .search
        case .dashboard: .dashboard
        case .comment: .comment
        case .phrases: .phrases
        case .submit: .submit
        case .overview: .overview
        case .microCredential: .microCredential
        }
    }
}
