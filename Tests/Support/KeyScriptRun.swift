import Console
import Core
import Screen
import Testing

/// A console that is typed into, with a shelf of rows behind it.
///
/// ```
/// var run = KeyScriptRun(rows: Fixtures.rows(100))
/// run.type("jj<Enter>")
/// #expect(run.effects.last == .open("eec-2026-000002", claiming: true))
/// ```
package struct KeyScriptRun {
    package var state: ConsoleState
    package var shelf: Shelf
    /// All that was asked of the world, in order.
    package private(set) var effects: [Effect] = []
    /// While true, questions to the shelf wait for `answerAll()`: a slow link.
    package var isSlow = false
    package private(set) var waiting: [Effect] = []

    package init(rows: [QueueRow], columns: Int = 80, height: Int = 24, caller: Caller = Fixtures.alice) {
        self.init(
            state: Fixtures.console(columns: columns, rows: height, caller: caller),
            shelf: Shelf(rows: rows, caller: caller))
    }

    package init(state: ConsoleState, shelf: Shelf, isSlow: Bool = false) {
        self.state = state
        self.shelf = shelf
        self.isSlow = isSlow
        perform(self.state.start())
    }

    /// Plays a key script.
    package mutating func type(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) {
        do {
            for key in try KeyScript.parse(script) { send(.key(key)) }
        } catch {
            Issue.record("\(error.sentence)", sourceLocation: sourceLocation)
        }
    }

    package mutating func send(_ message: Message) { perform(state.update(message)) }

    /// Answers what waits, and what the answers ask for, until nothing is left.
    package mutating func answerAll() {
        while !waiting.isEmpty { answerOne() }
    }

    package mutating func answerOne() {
        guard !waiting.isEmpty else { return }
        let effect = waiting.removeFirst()
        if let message = shelf.answer(effect) { send(message) }
    }

    /// Answers do not always come in the order of the questions.
    package mutating func answer(at index: Int) {
        guard waiting.indices.contains(index) else { return }
        let effect = waiting.remove(at: index)
        if let message = shelf.answer(effect) { send(message) }
    }

    package var frame: Frame {
        var frame = Frame(size: state.size)
        render(state, into: &frame)
        return frame
    }

    package var screen: FrameText { FrameText(frame) }

    private mutating func perform(_ asked: [Effect]) {
        effects += asked
        waiting += asked
        if !isSlow { answerAll() }
    }
}
