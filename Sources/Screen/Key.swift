/// What a person pressed. Closed: nothing in the program compares key strings.
package enum Key: Hashable, Sendable {
    case character(Unicode.Scalar)
    /// Ctrl with a letter, lower case.
    case control(Unicode.Scalar)
    /// Alt (or Esc, then) a character.
    case alt(Unicode.Scalar)
    case enter, tab, backTab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case controlLeft, controlRight
    case function(Int)
    /// Bracketed paste, whole; hostile until it has gone through the text door.
    case paste(String)
    /// The mouse, and where it was: column, row.
    case click(x: Int, y: Int)
    case wheelUp(x: Int, y: Int)
    case wheelDown(x: Int, y: Int)
}
