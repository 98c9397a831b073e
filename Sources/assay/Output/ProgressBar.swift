import Session
import Text

/// One line on standard error, for work that has taken over a second; never more than ten times a second.
struct ProgressBar {
    private let isShown: Bool
    private let began = Clock.ticks
    private var last = 0
    private var isDrawn = false

    init(isShown: Bool) { self.isShown = isShown }

    mutating func show(_ done: Int, of all: Int) {
        let now = Clock.ticks
        guard isShown, now - began > 1000, now - last > 100, all > 0 else { return }
        last = now
        isDrawn = true
        let width = 30
        let full = min(width, done * width / all)
        let bar = SafeText.repeated("#", full) + SafeText.repeated(".", width - full)
        Printer.progress("\(bar) \(min(100, done * 100 / all))%")
    }

    mutating func clear() {
        if isDrawn { Printer.progress(.empty) }
        isDrawn = false
    }
}
