import Console
import Core
import Screen
import Store
import Terminal
import Text

/// Opens the console on a terminal and runs it to its end.
package enum ConsoleRun {
    /// - Throws: `Refusal` where the store, the terminal or a setting does not allow it.
    package static func run(_ setting: Setting) throws {
        let store = try StoreDoor.open(setting)
        let caller = try store.caller(setting.person)
        let own = try UserSettings(setting)
        var options = CursesTerminal.Options()
        options.theme = own.theme
        options.usesMouse = own.usesMouse
        guard let signals = Signals.install(), let mailbox = Mailbox() else {
            throw Refusal.store("The system gave no pipe: too many files are open.")
        }
        let window: CursesTerminal
        do {
            window = try CursesTerminal(options)
        } catch {
            throw Refusal.rule(error.sentence.string)
        }
        let now = Clock.now
        var state = ConsoleState(
            size: window.size, now: now, zoneOffset: (try? store.zoneOffset(at: now)) ?? 0, caller: caller,
            isRestricted: setting.isRestricted, keymap: own.keymap)
        if let complaint = own.complaint { state.notice = .failed(SafeText(untrusted: complaint)) }
        let performer = Performer(store: store, person: caller.id, mailbox: mailbox)
        var loop = ConsoleLoop(
            state: state, window: window, signals: signals, mailbox: mailbox, store: store, performer: performer)
        loop.run()
        Signals.endAsAsked()
    }
}
