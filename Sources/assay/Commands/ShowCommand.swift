import ArgumentParser
import Core
import Session
import Text

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one submission, as much of it as you may see.")

    @OptionGroup var front: FrontOptions
    @OptionGroup var output: JSONOption
    @Argument(help: ArgumentHelp("The submission.", valueName: "id"))
    var id: String

    func run() throws {
        let desk = try Desk(front)
        let detail = try desk.store.detail(id, as: desk.caller, now: desk.now)
        if output.json {
            Printer.json(detail.json(now: desk.now))
        } else {
            detail.printText(now: desk.now)
        }
    }
}

extension SubmissionDetail {
    fileprivate func printText(now: Instant) {
        Printer.line(
            "\(untrusted: row.title) v\(row.version)   attempt \(row.attempt)   \(untrusted: row.state.rawValue)")
        Printer.line("id         \(untrusted: row.id)")
        Printer.line("district   \(untrusted: row.district)")
        Printer.line("submitted  \(untrusted: row.submittedAt.rfc3339)")
        Printer.line("due        \(untrusted: row.dueAt.rfc3339)\(row.isOverdue(at: now) ? "   late" : .empty)")
        if let earner { Printer.line("earner     \(untrusted: earner.name) <\(untrusted: earner.email)>") }
        if let claim {
            Printer.line("claimed    by \(untrusted: claim.assessor) until \(untrusted: claim.expiresAt.rfc3339)")
        }
        if let person = row.assignedTo { Printer.line("assigned   to \(untrusted: person)") }
        if let previous { Printer.line("previous   \(untrusted: previous)") }
        for answer in overview { section("OVERVIEW  \(untrusted: answer.prompt)", answer.answer) }
        for item in evidence { printEvidence(item) }
        section("REFLECTION", reflection)
        if let whatChanged { section("WHAT CHANGED", whatChanged) }
        for card in scorecards { printCard(card) }
        printDispute()
        for leak in leaks {
            section("LEAK reported by \(untrusted: leak.by) at \(untrusted: leak.at.rfc3339)", leak.reason)
        }
        if let decision {
            section(
                "DECISION  \(untrusted: decision.kind.rawValue) by \(untrusted: decision.by) at \(untrusted: decision.at.rfc3339)",
                decision.reason)
        }
    }

    private func section(_ title: SafeText, _ text: String) {
        Printer.line()
        Printer.line(title)
        for line in SafeText.lines(untrusted: text) { Printer.line(line) }
    }

    private func printEvidence(_ item: EvidenceItem) {
        let title: SafeText = "EVIDENCE \(untrusted: item.id)  \(untrusted: item.title)"
        switch item.body {
        case .text(let text): section(title, text)
        case .link(let address): section(title, address)
        case .content(let sha256, let bytes): section(title, "\(item.kind), \(bytes) bytes, sha256 \(sha256)")
        }
    }

    private func printDispute() {
        let rubric = microCredential.rubric
        let disputed = verdict.lines.filter(\.isDisputed)
        if disputed.isEmpty { return }
        Printer.line()
        if let adjudication {
            Printer.line("ADJUDICATION by \(untrusted: adjudication.by) at \(untrusted: adjudication.at.rfc3339)")
        } else {
            Printer.line("IN DISPUTE")
        }
        for line in disputed {
            guard let criterion = rubric.criterion(line.criterion) else { continue }
            let name = criterion.levels.first { $0.id == line.level }?.name ?? "not settled"
            Printer.line("  \(untrusted: criterion.id)  \(untrusted: criterion.title): \(untrusted: name)")
        }
        guard let adjudication else { return }
        for line in SafeText.lines(untrusted: adjudication.reason) { Printer.line(line) }
    }

    private func printCard(_ card: Scorecard) {
        let rubric = microCredential.rubric
        Printer.line()
        Printer.line(
            "SCORECARD of \(untrusted: card.assessor), \(untrusted: card.state.rawValue), version \(card.version): \(untrusted: rubric.outcome(of: card).rawValue)"
        )
        for criterion in rubric.criteria {
            guard let score = card.score(criterion.id) else { continue }
            let name = criterion.levels.first { $0.id == score.level }?.name ?? "no level yet"
            Printer.line("  \(untrusted: criterion.id)  \(untrusted: criterion.title): \(untrusted: name)")
            for line in SafeText.lines(untrusted: score.comment) { Printer.line("      \(line)") }
            for citation in score.citations {
                Printer.line("      cites \(untrusted: citation.evidence), lines \(citation.from) to \(citation.to)")
            }
        }
    }
}
