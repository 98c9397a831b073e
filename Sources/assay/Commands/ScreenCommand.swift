import ArgumentParser
import Console
import Core
import Screen
import Session
import Text

struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Draw any screen of the console without a terminal.",
        discussion: """
            Opens the screen, plays the keys, draws. Keys do what they do in the console: a digit scores, Enter claims.

            assay screen review --id eec-2026-000123 --size 120x40 --keys 'J2<Tab><PgDn>' --format svg > review.svg
            """)

    @OptionGroup var front: FrontOptions
    @Argument(
        help: ArgumentHelp(
            "One of \(NamedScreen.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "name"))
    var name: NamedScreen
    @Option(
        help: ArgumentHelp("The submission of a review screen; without it, the first of the queue.", valueName: "id"))
    var id: String?
    @Option(help: ArgumentHelp("Columns by rows.", valueName: "WxH"))
    var size = SizeArgument(size: Size(columns: 80, rows: 24))
    @Option(
        help: ArgumentHelp("Characters as themselves, others as <Enter> <Tab> <Esc> <PgDn> <C-r>.", valueName: "keys"))
    var keys = ""
    @Option(help: "How to draw it.")
    var format = PictureFormat.text

    func run() throws {
        let desk = try Desk(front)
        let played = try parsedKeys()
        let own = try UserSettings(desk.setting)
        if let complaint = own.complaint { Printer.message("assay: \(untrusted: complaint)") }
        var console = HeadlessConsole(
            store: desk.store, caller: desk.caller, setting: desk.setting, size: size.size, now: desk.now,
            keymap: own.keymap)
        if let action = name.action { try desk.caller.require(action) }
        if name.isOfReview {
            guard let id = try id ?? firstOfQueue(desk) else {
                throw Refusal.rule("The queue is empty: there is nothing to review.")
            }
            _ = try desk.store.detail(id, as: desk.caller, now: desk.now)
            console.open(id)
        }
        if let command = name.command, let key = console.state.keymap.keys(for: command).first { console.press([key]) }
        console.press(played)
        let frame = console.frame
        console.settle()
        switch format {
        case .text: Printer.raw(frame.text)
        case .ansi: Printer.raw(frame.ansi(theme: own.theme, depth: Environment.refusesColour ? .none : .full))
        case .svg: Printer.raw(frame.svg(theme: own.theme))
        }
    }

    private func parsedKeys() throws -> [Key] {
        do {
            return try KeyScript.parse(keys)
        } catch {
            throw ValidationError("--keys: \(error.sentence)")
        }
    }

    private func firstOfQueue(_ desk: Desk) throws -> String? {
        try desk.store.queue(QueueRequest(limit: 1), as: desk.caller, now: desk.now).rows.first?.id
    }
}

extension NamedScreen: ExpressibleByArgument {}

extension NamedScreen {
    /// What is needed to see it; nil where it is everybody's, or the submission itself is asked about.
    fileprivate var action: Action? {
        if isOfReview { return nil }
        switch self {
        case .dashboard: return .report
        case .batch: return .prepareBatch
        case .help, .palette: return nil
        default: return .seeQueue
        }
    }
}

enum PictureFormat: String, CaseIterable, ExpressibleByArgument { case text, ansi, svg }

/// `80x24`.
struct SizeArgument: ExpressibleByArgument {
    var size: Size

    init(size: Size) { self.size = size }

    init?(argument: String) {
        let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
            (1...1000).contains(rows)
        else { return nil }
        size = Size(columns: columns, rows: rows)
    }

    var defaultValueDescription: String { "\(size.columns)x\(size.rows)" }
}
