import Glibc

/// The line discipline while the terminal is ours. curses, which is given a file for its terminal, cannot set it.
enum LineModes {
    static func current(_ terminal: Int32) -> termios {
        var modes = termios()
        tcgetattr(terminal, &modes)
        return modes
    }

    static func set(_ modes: termios, _ terminal: Int32) {
        var modes = modes
        // A stopped reader must not keep us from leaving: what was written need not have been read.
        tcsetattr(terminal, TCSANOW, &modes)
    }

    /// Every key at once and unseen; Enter is CR; Ctrl-C still is a signal. Ctrl-Z is a key: it takes back what was typed into a
    /// comment, and elsewhere the console stops itself, if it may. Ctrl-S and Ctrl-Q, which would freeze the
    /// screen, and Ctrl-V and Ctrl-O, which would never arrive, are keys like any other. LF only goes down and a tab is a
    /// motion, as curses reckons.
    static func ours(from before: termios) -> termios {
        var modes = before
        modes.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP)
        modes.c_oflag &= ~tcflag_t(ONLCR | TABDLY)
        modes.c_oflag |= tcflag_t(OPOST)
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
        modes.c_lflag |= tcflag_t(ISIG)
        withUnsafeMutableBytes(of: &modes.c_cc) { characters in
            characters[Int(VMIN)] = 1
            characters[Int(VTIME)] = 0
            characters[Int(VSUSP)] = 0  // _POSIX_VDISABLE, a macro that is not imported
        }
        return modes
    }
}
