import Text

/// What the window's title says. A terminal is told only when that changes: on opening and on closing a submission, never at a
/// key that only moves.
struct TitleBar {
    private var shown: SafeText?

    /// The title to set; nil where it is there already.
    mutating func change(to title: SafeText) -> SafeText? {
        if title == shown { return nil }
        shown = title
        return title
    }

    /// Another program had the terminal.
    mutating func forget() { shown = nil }
}
