import Core
import Screen
import Text

/// The list of sessions and, over it, the plan of one.
package struct BatchState: Equatable, Sendable {
    /// What has the keys.
    enum Mode: Equatable, Sendable {
        case browsing
        case naming(LineInput)
        case holding(LineInput, BatchMarks)
        case choosing(cursor: Int)
        case asking(Question)
        case signing(Signing)
    }
    /// What a person is asked to sign. It stands still while they think: what is agreed to is what was read.
    struct Question: Equatable, Sendable {
        /// Of the session (see `BatchSession.version`).
        var version: Int
        var toSign: Int
    }
    struct Signing: Equatable, Sendable {
        /// What was agreed to: the version of the session, and how many there were to sign.
        var asked: Question
        var signed = 0
        var refused = 0
        var isStopping = false
    }
    package internal(set) var sessions: [BatchSession] = []
    package internal(set) var isLoaded = false
    package internal(set) var cursor = 0
    package internal(set) var plan: PlanState?
    var mode = Mode.browsing
    /// Signing was asked for before it was known what there is to sign; any other key takes that back.
    var asksWhenCounted = false

    package init() {}

    var selected: BatchSession? { sessions.indices.contains(cursor) ? sessions[cursor] : nil }
}

/// A session's plan: a window of its lines, never all of them.
package struct PlanState: Equatable, Sendable {
    enum Purpose: Equatable, Sendable { case first, last, append, prepend, refresh }

    package internal(set) var session: BatchSession
    package internal(set) var view = BatchView.all
    package internal(set) var lines: [BatchLine] = []
    /// Indices into `lines`.
    package internal(set) var selected = 0
    package internal(set) var top = 0
    var hasMoreBefore = false
    var hasMoreAfter = false
    var isLoaded = false
    /// Nil until they have been counted.
    package internal(set) var counts: BatchCounts?
    var marks = BatchMarks()
    /// Where a range was begun; it goes to the selected line.
    var rangeFrom: Int?
    /// The lines say what signing would do, in place of scores.
    var isDryRun = false
    var asked: (request: Int, purpose: Purpose)?
    var lastRequest = 0

    init(_ session: BatchSession) { self.session = session }

    package var selectedItem: BatchItem? { lines.indices.contains(selected) ? lines[selected].item : nil }

    /// The marks, with the range that is being made.
    var marksAndRange: BatchMarks {
        guard let from = rangeFrom, let to = selectedItem?.position else { return marks }
        var all = marks
        all.mark(.init(positions: min(from, to)...max(from, to), view: view), true)
        return all
    }

    package static func == (left: PlanState, right: PlanState) -> Bool {
        left.session == right.session && left.view == right.view && left.lines == right.lines
            && left.selected == right.selected && left.top == right.top && left.hasMoreBefore == right.hasMoreBefore
            && left.hasMoreAfter == right.hasMoreAfter && left.isLoaded == right.isLoaded
            && left.counts == right.counts && left.marks == right.marks && left.rangeFrom == right.rangeFrom
            && left.isDryRun == right.isDryRun && left.asked?.request == right.asked?.request
            && left.lastRequest == right.lastRequest
    }
}

/// A line with its words gone through the text door once, when it arrives.
package struct BatchLine: Equatable, Sendable {
    package let item: BatchItem
    let id: SafeText
    let title: SafeText
    let district: SafeText
    /// Why it is not signed; empty where it is or would be.
    let reason: SafeText
    /// What can be done about it; empty where nothing can.
    var wayOut: SafeText { if case .refused(let refusal) = item.verdict { refusal.wayOut } else { .empty } }

    init(_ item: BatchItem) {
        self.item = item
        id = SafeText(untrusted: item.row.id)
        title = SafeText(untrusted: item.row.title)
        district = SafeText(untrusted: item.row.district)
        switch item.verdict {
        case .held(let why): reason = "held: \(untrusted: why)"
        case .refused(let refusal): reason = "refused: \(untrusted: refusal.words)"
        case .toSign, .signed: reason = .empty
        }
    }
}

extension BatchRefusal {
    /// What somebody can do about it, where the console has no key for that.
    fileprivate var wayOut: SafeText {
        switch self {
        case .notMet: "; assay decide ID return sends it back"
        case .notReady(.adjudication): "; assay adjudicate settles it"
        case .notReady, .changed, .missingSecondRead, .scoredByYou, .conflictOfInterest: .empty
        }
    }
}
