import ArgumentParser
import Core
import Session
import Store
import Text

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check store, terminal, locale and helpers; name each fault with its mend.",
        discussion: """
            What is in the store is checked for an admin; anybody may check the file, terminal, locale and helpers. Reads the \
            whole store and changes nothing. A fault of the store exits 69.
            """)

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption

    func run() throws {
        var bar = ProgressBar(isShown: !output.json && Printer.errorIsTerminal)
        let program = Finding(grade: .good, subject: "program", sentence: "assay \(Version.text).")
        let findings = [program] + Checkup.findings(Setting(front)) { done, all in bar.show(done, of: all) }
        bar.clear()
        if output.json {
            Printer.json(
                .object([
                    ("ok", .bool(!findings.contains { $0.grade == .fault })),
                    ("findings", .array(findings.map(\.json))),
                ]))
        } else {
            for finding in findings { finding.printLine() }
        }
        if findings.contains(where: { $0.grade == .fault && Checkup.isOfStore($0) }) {
            throw Status.Exit(code: Status.storeFault)
        }
    }
}

extension Finding {
    fileprivate var json: JSON {
        .object([
            ("subject", .string(subject)), ("grade", .string(grade.rawValue)), ("finding", .string(sentence)),
            ("mend", .optional(mend)),
        ])
    }

    fileprivate func printLine() {
        let mark: SafeText =
            switch grade {
            case .good: "ok     "
            case .warning: "warning"
            case .fault: "FAULT  "
            }
        Printer.line("\(mark)  \(untrusted: subject): \(untrusted: sentence)")
        if let mend { Printer.line("         -> \(untrusted: mend)") }
    }
}
