import Screen
import Text

/// What the loop needs of a terminal, and all that it may do to one.
package protocol Display {
    var size: Size { get }
    /// For `poll`: readable when a key may be waiting.
    var inputDescriptor: Int32 { get }
    /// Milliseconds after which `keys()` must be called although nothing came, or nil: a lone Esc, or the end of a paste, is told from
    /// the start of a sequence only by what does not follow.
    var inputTimeout: Int? { get }

    /// Shows a frame, sending what differs from the one before.
    mutating func present(_ frame: Frame) throws(DisplayLost)
    /// The keys that are there, without waiting.
    mutating func keys() throws(DisplayLost) -> [Key]
    /// Asks for the size anew, after `Signals.Event.resized`.
    mutating func resize() -> Size
    /// The next frame is painted whole: another program may have written over ours.
    mutating func repaint()
    mutating func beep()
    mutating func setTitle(_ title: SafeText)
    /// Gives the terminal back for a while (an editor, Ctrl-Z), and takes it again.
    mutating func suspend()
    mutating func resume()
    /// Gives the terminal back. Nothing may be called after it but `end` again.
    mutating func end()
}

/// The terminal is gone: the line dropped, the window was closed.
package struct DisplayLost: Error, Equatable, Sendable {
    package init() {}
}

/// Why no display could be opened.
package enum DisplayFault: Error, Equatable, Sendable {
    case notATerminal
    case noType
    case unknownType(String)
    case cannotPlaceCursor(String)
    case noMemory

    /// One sentence for a person.
    package var sentence: SafeText {
        switch self {
        case .notATerminal: "The console needs a terminal for its input and its output."
        case .noType: "TERM is not set, so the kind of this terminal is not known; xterm-256color fits most."
        case .unknownType(let name):
            "The terminal type \(untrusted: name) (TERM) is not known here; TERM=xterm-256color fits most terminals."
        case .cannotPlaceCursor(let name):
            "A terminal of type \(untrusted: name) (TERM) cannot place its cursor, which the console needs."
        case .noMemory: "The terminal could not be set up."
        }
    }
}
