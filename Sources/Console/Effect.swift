import Core

/// All that the console may ask of the world. Values: a test compares them, a log prints them.
package enum Effect: Equatable, Sendable {
    case quit
    /// Draws every cell anew (Ctrl-L).
    case repaint
    /// Stops the program until the shell continues it (Ctrl-Z).
    case suspend
    /// Answers `queueLoaded` with the same `request` number; only the newest is listened to.
    case loadQueue(QueueRequest, request: Int)
    case loadSummary
    /// The filter menu's choices; answers `facetsLoaded`.
    case loadFacets
    /// The coordinator's report with its table by this; answers `dashboardLoaded`.
    case loadDashboard(StatusReport.Grouping)
    /// Opens for reading, or claims first; answers `opened` or `refused`.
    case open(String, claiming: Bool)
    /// Claims and opens the nearest due that the caller may judge.
    case openNext
    /// What others can change of the open submission, read again: answers `refreshed`.
    case refresh(String)
    case loadDocument(DocumentSource, submission: String)
    case loadPrevious(String)
    /// Durable before it is answered by `saved`; performed before the next frame is drawn.
    case save([ScoreChange], submission: String, base: Int)
    case submit(String, base: Int)
    case renewClaim(String)
    case release(String)
    /// Answers `leakReported` or `refused`.
    case reportLeak(String, reason: String)
    case savePlace(ReviewPlace)
    case edit(String)
    /// Puts a comment that can't be saved into a file of the person's own; answers `kept`.
    case keep(UnsavedComment)
    case batch(BatchEffect)
    /// Asks for `timer(_)` after so many milliseconds; asking again starts it anew.
    case startTimer(Timer, milliseconds: Int)
}
