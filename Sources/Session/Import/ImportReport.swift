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
    }
    package var imported = 0
    package var unchanged = 0
    package var warnings: [String] = []
    package var refused: [Refused] = []
}
