import Core
import Screen
import Text

/// The first line: what, which attempt, until when, how long the claim lasts.
func renderHeader(_ state: ConsoleState, _ review: ReviewState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let row = review.detail.row
    let name = SafeText(untrusted: review.detail.microCredential.name)
    let version: SafeText = " v\(review.detail.microCredential.version)"
    let attempt = attemptWords(row.attempt)
    let id = SafeText(untrusted: row.id)
    let right = rightWords(state, review)
    let rightWidth = right.reduce(0) { $0 + $1.text.width } + 3 * max(0, right.count - 1)
    let room = rect.width - rightWidth - 3
    var left: [Run] = []
    let full = name.width + version.width + 3 + attempt.width
    if room >= full {
        left = [Run(name + version, Style(.title)), Run(attempt)]
        if room >= full + 3 + id.width { left.append(Run(id, Style(.quiet))) }
    } else if room > 8 {
        left = [Run(name.shortened(to: room - version.width) + version, Style(.title))]
    }
    var x = 0
    for run in left { x = frame.put(run.text, x: x, y: rect.y, style: run.style) + 3 }
    x = left.isEmpty ? 0 : rect.width - rightWidth
    for run in right { x = frame.put(run.text, x: max(0, x), y: rect.y, style: run.style) + 3 }
}

func attemptWords(_ attempt: Int) -> SafeText {
    switch attempt {
    case ...1: "first try"
    case 2: "second try"
    case 3: "third try"
    default: "try \(attempt)"
    }
}

private func rightWords(_ state: ConsoleState, _ review: ReviewState) -> [Run] {
    let row = review.detail.row
    var words: [Run] = []
    if !review.detail.leaks.isEmpty { words.append(Run("leak reported", Style(.warning))) }
    if row.state.isOpen {
        let due = Dates.due(row.dueAt, now: state.now, zoneOffset: state.zoneOffset)
        let isLate = row.dueAt < state.now
        words.append(Run(isLate ? due : "due \(due)", isLate ? Style(.danger) : .text))
    }
    if review.card.state == .submitted {
        words.append(Run("submitted", Style(.good)))
    } else if review.isMine, let claim = review.detail.claim {
        let left = claim.expiresAt.seconds - state.now.seconds
        if left <= 0 {
            words.append(Run("claim has run out", Style(.danger)))
        } else {
            let time = Dates.minutes(from: state.now, to: claim.expiresAt)
            words.append(Run("\(time) left", Style(left <= 300 ? .warning : .quiet)))
        }
    } else if !review.isMine {
        words.append(Run("reading only", Style(.warning)))
    }
    return words
}

/// `not yet   1 of 4 met, 2 open`: what the card says so far.
func renderOutcome(_ review: ReviewState, _ rect: Rect, into frame: inout Frame) {
    guard !rect.isEmpty else { return }
    if let why = review.absence {
        frame.put(why.shortened(to: rect.width), x: rect.x, y: rect.y, style: Style(.quiet))
        return
    }
    if !review.reads.isEmpty { return renderReadOutcome(review, rect, into: &frame) }
    let (word, counts) = outcomeWords(review.rubric, review.card)
    var x = frame.put(word.text, x: rect.x, y: rect.y, style: word.style) + 3
    x = frame.put(counts, x: x, y: rect.y) + 3
    if case .comment(let session) = review.mode {
        let isRefused = session.isOvertaken || !review.isMine || review.unsaved[session.criterion] != nil
        let words: SafeText = session.isDirty ? isRefused ? "not saved" : "writing" : "saved"
        frame.put(words, x: max(x, rect.right - words.width), y: rect.y, style: Style(.quiet))
    }
}

/// While criteria are open: already lost where one is below what it requires, undecided otherwise.
func outcomeWords(_ rubric: Rubric, _ card: Scorecard) -> (Run, SafeText) {
    let (met, open) = rubric.progress(of: card)
    let total = rubric.criteria.count
    let counts: SafeText = "\(met) of \(total) met" + (open > 0 ? ", \(open) open" : "")
    switch rubric.outcome(of: card) {
    case .meets: return (Run("meets", Style(.good, .bold)), counts)
    case .notYet: return (Run("not yet", Style(.warning, .bold)), counts)
    case .unfinished:
        let isLost = met + open < total
        return (isLost ? Run("not yet", Style(.warning, .bold)) : Run("unfinished", Style(.quiet)), counts)
    }
}
