import Screen
import Terminal
import Text

/// A display that is a value: it keeps what it was shown and hands out keys that were laid ready. Its descriptor is none, so
/// `poll` passes over it.
package struct RecordedDisplay: Display {
    package enum Event: Equatable, Sendable {
        case presented, repaint, beep, suspend, resume, end
        case title(SafeText)
    }

    package var size: Size
    package var inputDescriptor: Int32 { -1 }
    package var inputTimeout: Int? { waiting.isEmpty ? nil : 0 }
    /// Each is one reading.
    package var waiting: [[Key]]
    package private(set) var frames: [Frame] = []
    package private(set) var events: [Event] = []
    /// From now on nothing reaches anybody.
    package var isLost = false

    package init(size: Size = Size(columns: 80, rows: 24), keys: [[Key]] = []) {
        self.size = size
        waiting = keys
    }

    package mutating func present(_ frame: Frame) throws(DisplayLost) {
        if isLost { throw DisplayLost() }
        frames.append(frame)
        events.append(.presented)
    }

    package mutating func keys() throws(DisplayLost) -> [Key] {
        if isLost { throw DisplayLost() }
        return waiting.isEmpty ? [] : waiting.removeFirst()
    }

    package mutating func resize() -> Size { size }
    package mutating func repaint() { events.append(.repaint) }
    package mutating func beep() { events.append(.beep) }
    package mutating func setTitle(_ title: SafeText) { events.append(.title(title)) }
    package mutating func suspend() { events.append(.suspend) }
    package mutating func resume() { events.append(.resume) }
    package mutating func end() { events.append(.end) }
}
