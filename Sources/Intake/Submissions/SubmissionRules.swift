import Core

extension IncomingSubmission {
    /// The rules that need the micro-credential: what it asks for, and what it has names for.
    package func check(against microCredential: MicroCredential) -> (faults: [Fault], warnings: [Warning]) {
        var faults: [Fault] = []
        var warnings: [Warning] = []
        func warn(_ text: String) {
            warnings.append(Warning(path: path, line: line, item: submission.id, text: text))
        }
        if let prompt = microCredential.reflectionPrompt, !prompt.isBlank, submission.reflection.isBlank {
            let reason = "reflection: found nothing, expected text: \(microCredential.id) asks for a reflection"
            faults.append(Fault(path: path, line: line, item: submission.id, reason: reason))
        }
        if submission.previous != nil, submission.attempt < 2 {
            warn("attempt: found \(submission.attempt) with a previous one, expected 2 or more")
        }
        let prompts = Set(microCredential.overview.map(\.id))
        for (index, answer) in submission.overview.enumerated() where !prompts.contains(answer.prompt) {
            warn(
                "overview[\(index)].prompt: found \(quoted(answer.prompt)), expected \(oneOf(microCredential.overview.map(\.id)))"
            )
        }
        let required = microCredential.evidenceRequired.map(\.id)
        for (index, item) in submission.evidence.enumerated() {
            guard let answers = item.answers, !required.contains(answers) else { continue }
            warn("evidence[\(index)].for: found \(quoted(answers)), expected \(oneOf(required))")
        }
        return (faults, warnings)
    }
}

private func oneOf(_ ids: [String]) -> String {
    ids.isEmpty ? "nothing: the micro-credential names none" : "one of " + ids.joined(separator: ", ")
}

extension String {
    /// Nothing that ink would be needed for.
    var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
}
