import Core
import Screen
import Text

/// A level as stars: `**.` is the second of three, `...` none yet. Reads without colour.
package struct LevelStrip: Equatable, Sendable {
    package var filled: SafeText
    package var hollow: SafeText

    /// - Parameter rank: 0 the lowest; nil for none yet.
    package init(rank: Int?, of levels: Int) {
        let reached = min(max(0, levels), rank.map { $0 + 1 } ?? 0)
        filled = .repeated("*", reached)
        hollow = .repeated(".", levels - reached)
    }

    package var text: SafeText { filled + hollow }

    /// - Returns: the column after it.
    @discardableResult
    package func put(x: Int, y: Int, into frame: inout Frame, limit: Int? = nil) -> Int {
        let middle = frame.put(filled, x: x, y: y, style: Style(.filled), limit: limit)
        return frame.put(hollow, x: middle, y: y, style: Style(.hollow), limit: limit)
    }
}

extension LevelStrip {
    /// - Parameter level: a level's id; nil for none yet.
    package init(_ level: String?, of criterion: Criterion) {
        self.init(rank: level.flatMap(criterion.rank), of: criterion.levels.count)
    }
}
