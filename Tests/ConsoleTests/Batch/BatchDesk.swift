import Core
import Screen
import Support
import Testing

@testable import Console

/// A console with sessions behind it, answered at once; a signing is answered a slice at a time.
struct BatchDesk {
    static let olu = Caller(person: Person(id: "olu", name: "Olu Ade", roles: [.approver]))

    var state: ConsoleState
    var items: [BatchItem]
    private(set) var effects: [Effect] = []
    /// Signing waits for `slice()`.
    private(set) var waiting: Int?
    /// What the store would say the session's version is.
    var version = 1
    /// While it is so, counts don't come.
    var isCounting = false { didSet { if !isCounting { sendCounts() } } }

    init(items: Int = 46, columns: Int = 100, rows: Int = 30, caller: Caller = BatchDesk.olu) {
        self.items = (1...max(1, items)).map(BatchDesk.item).dropLast(items == 0 ? 1 : 0)
        state = Fixtures.console(columns: columns, rows: rows, caller: caller)
        perform(state.start())
    }

    static func item(_ position: Int) -> BatchItem {
        var row = Fixtures.row(position, state: .ready)
        row.submittedAt = Fixtures.now.advanced(bySeconds: Int64(-86_400 * (50 - position)))
        let reader = { (name: String, low: Bool) in
            ReaderStrip(
                reader: name,
                steps: (0..<4).map { .init(rank: low && $0 == 2 ? 1 : 2, levels: 3, isMet: !(low && $0 == 2)) })
        }
        let verdict: BatchVerdict =
            switch position {
            case 3, 9: .held("ask Ines about the second check")
            case 5: .refused(.scoredByYou)
            case 7: .refused(.notMet)
            default: .toSign
            }
        var flags: Set<BatchFlag> = position < 6 ? [.longWait] : []
        if position == 7 { flags.insert(.nearPass) }
        return BatchItem(
            position: position, row: row, verdict: verdict, flags: flags,
            strips: [reader("ines", position == 7)] + (position % 3 == 0 ? [reader("jody", position == 12)] : []))
    }

    var session: BatchSession {
        BatchSession(
            name: "October sitting", madeBy: "ruth", madeAt: Fixtures.now, plannedAt: Fixtures.now,
            selection: "ready, Floyd County", items: items.count, version: version)
    }

    mutating func type(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) {
        do {
            for key in try KeyScript.parse(script) { send(.key(key)) }
        } catch {
            Issue.record("\(error.sentence)", sourceLocation: sourceLocation)
        }
    }

    mutating func send(_ message: Message) { perform(state.update(message)) }

    /// Signs `count` more, and answers.
    mutating func slice(_ count: Int) {
        guard let after = waiting else { return }
        waiting = nil
        var progress = BatchProgress(position: after)
        for index in items.indices where items[index].position > after && progress.signed < count {
            progress.position = items[index].position
            switch items[index].verdict {
            case .toSign:
                items[index].verdict = .signed
                progress.signed += 1
            case .refused(let refusal): progress.refused.append(.init(id: items[index].row.id, refusal: refusal))
            default: break
            }
        }
        progress.isDone = progress.position == items.last?.position
        send(.batch(.signed(progress)))
    }

    var plan: PlanState? { state.batch?.plan }
    var screen: FrameText { FrameText(frame) }
    var frame: Frame {
        var frame = Frame(size: state.size)
        render(state, into: &frame)
        return frame
    }

    private mutating func perform(_ asked: [Effect]) {
        effects += asked
        for effect in asked {
            guard case .batch(let effect) = effect else { continue }
            switch effect {
            case .loadSessions: send(.batch(.sessions(items.isEmpty ? [] : [session])))
            case .make(let name, _):
                var made = session
                made.name = name
                send(.batch(.made(made)))
            case .loadPage(let request, let number): send(.batch(.page(page(request), request: number)))
            case .loadCounts: if !isCounting { sendCounts() }
            case .hold(let marks, _, let reason):
                var count = 0
                for index in items.indices where marks.contains(items[index]) {
                    items[index].verdict = reason.map(BatchVerdict.held) ?? .toSign
                    count += 1
                }
                send(.batch(.held(count, reason: reason)))
            case .planAgain: send(.batch(.plannedAgain(0)))
            case .sign(_, let after, _): waiting = after
            }
        }
    }

    private mutating func sendCounts() {
        var counts = BatchCounts()
        for item in items { counts.add(item.verdict, item.flags) }
        send(.batch(.counts(session, counts)))
    }

    private func page(_ request: BatchRequest) -> BatchPage {
        let all = items.filter { request.view.holds($0.verdict, $0.flags) }
        let found: [BatchItem] =
            switch request.anchor {
            case .first: Array(all.prefix(request.limit))
            case .last: all.suffix(request.limit)
            case .after(let position): Array(all.filter { $0.position > position }.prefix(request.limit))
            case .at(let position): Array(all.filter { $0.position >= position }.prefix(request.limit))
            case .before(let position): all.filter { $0.position < position }.suffix(request.limit)
            }
        return BatchPage(
            items: found, hasMoreBefore: found.first.map { $0.position > all[0].position } ?? !all.isEmpty,
            hasMoreAfter: found.last.map { $0.position < all[all.count - 1].position } ?? false)
    }
}
