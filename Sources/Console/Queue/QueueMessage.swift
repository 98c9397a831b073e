import Core
import Screen
import Text

/// What stands in place of the list where there is none: one sentence of what is so, one of what to do, the exact command.
struct QueueMessage: Equatable {
    /// A small picture, for good news.
    var picture: [SafeText] = []
    var title: SafeText
    var lines: [SafeText] = []
    /// To be typed in a shell, as it stands.
    var commands: [SafeText] = []

    init?(_ state: ConsoleState) {
        let queue = state.queue
        let caller = state.caller
        if !caller.may(.seeQueue) {
            self.init(withoutSightOf: caller)
        } else if let fault = queue.fault, queue.rows.isEmpty {
            self.init(title: "The list could not be read.", lines: [fault, "This looks for what is wrong:"])
            commands = ["assay doctor"]
        } else if !queue.rows.isEmpty {
            return nil
        } else if !queue.isLoaded || queue.isReplacing {
            // Loading takes no longer than a blink: a word that comes and goes would only flicker.
            self.init(title: .empty)
        } else if state.summary.everything == 0 {
            self.init(title: "There are no submissions yet.")
            if caller.may(.importSubmissions) {
                lines = ["This brings some in:"]
                commands = ["assay import FOLDER"]
            } else {
                lines = ["They show here by themselves when a coordinator has imported some."]
            }
        } else if queue.filter == .standard(for: caller) {
            self.init(
                title: "The queue is clear.",
                lines: ["Nothing waits to be judged. What comes in next shows here by itself."])
            picture = ["  .  *  .  ", " *  \\o/  * ", "  .  |  .  ", "    / \\    "]
            if let key = state.label(.filter) { lines.append("\(key) shows what has been judged.") }
        } else {
            self.init(
                title: queue.filter.search.map { "Nothing is found for \(untrusted: $0)." }
                    ?? "No submission is like that.")
            if let key = state.label(.clear) { lines.append("\(key) shows everything again.") }
        }
    }

    private init(title: SafeText, lines: [SafeText] = []) {
        self.title = title
        self.lines = lines
    }

    private init(withoutSightOf caller: Caller) {
        let id = SafeText(untrusted: caller.id)
        if caller.roles.isEmpty {
            self.init(
                title: "You are \(id), and \(id) has no role here.",
                lines: ["Ask the admin of this store for one. An admin gives it with:"])
            commands = ["assay import people.yaml"]
        } else {
            let roles = caller.roles.members.map(\.rawValue).sorted().joined(separator: ", ")
            self.init(
                title: "You are \(id); your role is \(untrusted: roles), which sees no submissions.",
                lines: ["The micro-credentials are yours to see:"])
            commands = ["assay micro-credentials"]
        }
    }

    /// In the middle of the list's place; where it does not fit, the title comes first.
    func render(_ rects: QueueRects, into frame: inout Frame) {
        var rows: [(SafeText, Style)] = picture.map { ($0, Style(.good)) }
        if !picture.isEmpty { rows.append((.empty, .text)) }
        rows.append((title, Style(.heading)))
        rows += lines.map { ($0, .text) }
        if !commands.isEmpty { rows.append((.empty, .text)) }
        rows += commands.map { ($0, Style(.code)) }
        let list = rects.list
        let width = list.width
        // Folded at spaces: a sentence that is cut off helps nobody.
        var folded = rows.flatMap { row in row.0.folded(to: width).map { ($0, row.1) } }
        if folded.count > list.height {
            folded = rows.dropFirst(picture.isEmpty ? 0 : picture.count + 1).filter { !$0.0.isEmpty }
                .flatMap { row in row.0.folded(to: width).map { ($0, row.1) } }
        }
        let y = list.y + max(0, (list.height - folded.count) / 3)
        for (offset, row) in folded.prefix(list.height).enumerated() {
            frame.put(row.0, x: list.x + max(0, (width - row.0.width) / 2), y: y + offset, style: row.1)
        }
    }
}

extension ConsoleState {
    /// The key of a command, as a sentence names it.
    func label(_ command: Command) -> SafeText? {
        keymap.keys(for: command).first.map { SafeText(untrusted: $0.label) }
    }
}
