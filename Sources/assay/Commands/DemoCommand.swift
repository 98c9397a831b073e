import ArgumentParser
import Console
import Core
import Glibc
import Screen
import Session
import Text

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the console on a store made from the sample data.",
        discussion: """
            Makes the store where there is none, with you as its only person, who holds every role. Without a terminal \
            it prints the queue screen and one review screen.
            """)

    @OptionGroup var front: FrontOptions

    func run() throws {
        let setting = Setting(front)
        if access(setting.store, F_OK) != 0 { try makeStore(setting) }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return try printScreens(front) }
        try ConsoleCommand.open(front)
    }

    private func makeStore(_ setting: Setting) throws {
        guard let share = ShareFolder.path else {
            throw Refusal.rule(
                "The sample data was not found beside the program; run 'make install' and keep bin and share together.")
        }
        let sample = share + "/sample-data"
        try StoreDoor.create(setting, policyFile: sample + "/policy.yaml", programme: "Example Highlands Cooperative")
        let store = try StoreDoor.open(setting)
        let run = ImportRun(store: store, caller: try store.caller(setting.person), now: Clock.now, dryRun: false)
        // Not the people: whoever tries it stays alone, and so holds every role.
        let report = try run.run([sample + "/micro-credentials", sample + "/submissions", sample + "/more.jsonl"]) {
            _, _ in
        }
        if let fault = report.refused.first {
            throw Refusal.rule("The sample data is damaged: \(fault.path): \(fault.reason)")
        }
    }

    private func printScreens(_ front: FrontOptions) throws {
        let desk = try Desk(front)
        var console = HeadlessConsole(
            store: desk.store, caller: desk.caller, setting: desk.setting, size: Size(columns: 80, rows: 24),
            now: desk.now)
        Printer.raw(console.frame.text)
        let page = try desk.store.queue(QueueRequest(limit: 1), as: desk.caller, now: desk.now)
        guard let first = page.rows.first else { return }
        console.open(first.id)
        Printer.line()
        Printer.raw(console.frame.text)
    }
}
