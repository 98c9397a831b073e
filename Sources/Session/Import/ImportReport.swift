/// What an import did.
package struct ImportReport: Equatable, Sendable {
    /// One item that was not taken in. Strings are hostile until they have gone through the text door.
    package struct Refused: Equatable, Sendable {
        package var path: String
        package var line: Int?
        package var item: String?
        package var reason: String
        /// The caller's roles do not allow this kind of item.
        package var isRole = false
        /// Which item of the run it was: outcomes come out of order.
        var order = 0
    }
    package var imported = 0
    package var unchanged = 0
    /// At most `mostWarnings`, and then one that says how many more there were.
    package var warnings: [String] = []
    private var unnamed = 0

    /// A stream of a million lines with the same odd key must not fill the memory.
    package static let mostWarnings = 1000

    mutating func warn(_ sentences: [String]) {
        let room = max(0, ImportReport.mostWarnings - warnings.count)
        warnings += sentences.prefix(room)
        unnamed += max(0, sentences.count - room)
    }

    /// Call once, at the end.
    mutating func close() {
        refused.sort { $0.order < $1.order }
        if unnamed > 0 { warnings.append("and \(unnamed) more warnings") }
    }

    package var refused: [Refused] = []
}
