import ArgumentParser

/// The root of the command line: without a command, the console.
struct Assay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assay",
        abstract: "A terminal review console for educator micro-credentials.",
        discussion: """
            Without a command, assay opens the console: the queue of submissions, evidence and reflection side by side, \
            scores against the rubric. Every command works without a terminal, and those that print data take --json.

            To look around:   assay demo
            To begin:         assay init, then assay import PATH...
            To score one:     assay claim --next, assay show ID, assay score ID c1=LEVEL ... --submit

            Exit status: 0 done; 1 refused by a rule; 64 wrong usage; 65 some input was refused, the rest is in; \
            69 the store can't be reached or is damaged; 74 standard output can't be written; 77 your role does not allow it.
            """,
        version: Version.text,
        subcommands: [
            DemoCommand.self, InitCommand.self, ImportCommand.self, QueueCommand.self, ShowCommand.self,
            ClaimCommand.self, ReleaseCommand.self, ScoreCommand.self, LeakCommand.self, AdjudicateCommand.self,
            DecideCommand.self,
            UndecideCommand.self, BatchCommand.self, StatusCommand.self, PeopleCommand.self,
            PolicyCommand.self, MicroCredentialsCommand.self, LogCommand.self, ScreenCommand.self, BackupCommand.self,
            DoctorCommand.self, KeyListCommand.self, OutboxCommand.self, AssignCommand.self, ReportCommand.self,
        ])

    /// The parser's own among them, which the completions call.
    static let commandNames: [String] =
        configuration.subcommands.compactMap { $0.configuration.commandName } + ["help", "---completion"]

    @OptionGroup var front: FrontOptions

    func run() throws { try ConsoleCommand.open(front) }
}

enum Version {
    static let text = "0.1.0"
}
