import Core

/// The review screen: one submission, read and scored.
package struct ReviewState: Equatable, Sendable {
    package init(_ opening: Opening) {}
}
