/// How much of what somebody sends is read before it is refused. Bytes, unless a name says otherwise.
package struct IntakeLimits: Sendable {
    /// One item of evidence, file or inline text.
    package var item = 64 << 20
    /// A reflection kept in a file of its own: it is held in memory as text.
    package var reflection = 4 << 20
    /// One line of a stream, or one JSON file: room for an inline item of the largest size and its neighbours.
    package var line = 96 << 20
    /// One YAML file.
    package var yaml = 4 << 20
    /// What a stream is read in, and what its buffer shrinks back to.
    package var chunk = 256 << 10
    /// Whether a time zone is known here. By default only its shape is looked at.
    package var isKnownTimeZone: @Sendable (String) -> Bool = { _ in true }

    package init() {}
}
