import Glibc
import Screen
import Terminal
import Text

// A small list in a terminal, for TerminalTests: every key shows what it was, and some do harm on purpose.
//     terminal-probe [marker|painted] [pane]

guard let signals = Signals.install() else { exit(70) }
var options = CursesTerminal.Options()
var scheme = Scheme.dark
if CommandLine.arguments.contains("marker") {
    scheme.dialect.paintsSelection = false
    scheme.dialect.usesTerminalColours = true
    options.theme = Theme(scheme)
}
if CommandLine.arguments.contains("painted") { options.theme = Theme(scheme) }
options.usesMouse = true

let terminal: CursesTerminal
do throws(DisplayFault) {
    terminal = try CursesTerminal(options)
} catch {
    say(error.sentence.string + "\n")
    exit(64)
}

var list = ProbeList(size: terminal.size)
var isStubborn = false
do throws(DisplayLost) {
    loop: while true {
        try terminal.present(list.frame())
        var lines = [
            pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&lines, 2, Int32(terminal.inputTimeout ?? -1))
        for event in signals.take() {
            switch event {
            case .resized: list.size = terminal.resize()
            case .stop:
                terminal.suspend()
                signals.stop()
                terminal.resume()
                list.size = terminal.size
            case .continued: terminal.resume()
            case .terminate, .hangUp, .interrupt: if !isStubborn { break loop }
            }
        }
        for key in try terminal.keys() {
            switch key {
            case .character("q"): break loop
            case .character("T"): _ = [Int]()[list.top + 1]  // a trap
            case .character("O"): overflow(1)
            case .character("X"): isStubborn = true
            case .character("E"):
                terminal.suspend()
                say("other program\n")
                terminal.resume()
            case .character("t"): terminal.setTitle("probe \u{2026} title")
            case .character("b"): terminal.beep()
            case .control("l"): terminal.repaint()
            case .control("z"): Signals.stopJob()
            default: list.take(key)
            }
        }
    }
} catch {
    terminal.end()
    exit(75)
}
terminal.end()
Signals.endAsAsked()

@inline(never)
func overflow(_ depth: Int) {
    var room = (depth, depth, depth, depth, depth, depth, depth, depth)
    withUnsafeMutablePointer(to: &room) { overflow($0.pointee.0 + 1) }
    if room.0 == 0 { say("") }
}

func say(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) } }
