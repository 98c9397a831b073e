import Core

extension Letter {
    /// What a template can name; docs/LETTERS.md lists it. Every key is always there: what is missing in a list's item would
    /// be looked for in the letter around it.
    func context(_ pen: Pen) -> [String: Any] {
        let changes = decision == .return ? judgements.filter { !$0.isMet } : []
        return [
            "submission": pen.line(submission), "programme": pen.line(programme), "hasProgramme": !programme.isEmpty,
            "microCredential": pen.line(microCredential), "version": version, "issuer": pen.line(issuer),
            "earner": pen.line(earner.name), "email": pen.line(earner.email), "district": pen.line(earner.district),
            "state": pen.line(earner.state), "submittedOn": submittedOn.text, "decidedOn": decidedOn.text,
            "decision": decision.rawValue, "isAward": decision == .award, "isReturn": decision == .return,
            "isIncomplete": decision == .incomplete, "isDeny": decision == .deny, "hasReason": !reason.isEmpty,
            "reason": reason.isEmpty ? [] : pen.lines(reason),
            "attempt": attempt, "attemptsLeft": attemptsLeft, "mayTryAgain": mayBeFollowed && attemptsLeft > 0,
            "mayBeFollowed": mayBeFollowed,
            "credit": credit.map { credit -> [String: Any] in
                [
                    "amount": Letter.number(credit.amount), "unit": pen.line(credit.unit),
                    "authority": pen.line(credit.authority),
                ]
            },
            "hasJudgements": !judgements.isEmpty, "judgements": judgements.map { $0.context(pen) },
            "hasChanges": !changes.isEmpty, "changes": changes.map { $0.context(pen) },
        ]
    }

    /// A denial is for good, and an award leaves nothing to try.
    private var mayBeFollowed: Bool { decision == .return || decision == .incomplete }

    /// 15, not 15.0.
    private static func number(_ amount: Double) -> String {
        amount == amount.rounded() && abs(amount) < 1e15 ? String(Int64(amount)) : String(amount)
    }
}

extension Letter.Judgement {
    fileprivate func context(_ pen: Pen) -> [String: Any] {
        [
            "title": pen.line(title), "description": pen.lines(description), "hasLevel": level != nil,
            "level": pen.line(level ?? ""), "isMet": isMet, "required": pen.line(required),
            "requirement": pen.lines(requirement),
            "comments": comments.map { ["lines": pen.lines($0)] as [String: Any] },
            "passages": passages.map { $0.context(pen) }, "hasAdvice": !advice.isEmpty,
            "advice": advice.map(pen.line),
        ]
    }
}

extension Letter.Passage {
    fileprivate func context(_ pen: Pen) -> [String: Any] {
        [
            "source": pen.line(source), "from": from, "to": to,
            "place": from == to ? "line \(from)" : "lines \(from) to \(to)", "lines": pen.lines(lines), "isCut": isCut,
        ]
    }
}
