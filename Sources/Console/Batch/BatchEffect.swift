import Core

/// What the sessions' screens ask of the world. A refusal comes back as `Request.batch`.
package enum BatchEffect: Equatable, Sendable {
    case loadSessions
    case make(String, QueueFilter)
    case loadPage(BatchRequest, request: Int)
    /// Reads the whole session: answered when it is done.
    case loadCounts(String)
    /// Without a reason lets go what was held.
    case hold(BatchMarks, in: String, reason: String?)
    case planAgain(String)
    /// Signs for a moment, from beyond a position on, and answers how far it came. Signs only the version of the session that
    /// the person was asked about.
    case sign(String, after: Int, base: Int)
}

package enum BatchMessage: Equatable, Sendable {
    case sessions([BatchSession])
    case made(BatchSession)
    case page(BatchPage, request: Int)
    case counts(BatchSession, BatchCounts)
    case held(Int, reason: String?)
    case plannedAgain(Int)
    case signed(BatchProgress)
}
