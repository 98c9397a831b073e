import Core

/// A JSON file of its own: one submission.
struct SubmissionJSON {
    var path: String
    var isNamed: Bool
    /// It is the `submission.json` of a submission's folder.
    var isFolder: Bool

    /// - Parameter bytes: Grows by what was read.
    func item(limits: IntakeLimits, bytes: inout Int) -> IntakeItem {
        let folder = FolderOf(path)
        var json: JSONText
        do throws(FileFault) {
            // In a submission's folder even the description may be a link, and must not lead out.
            let file =
                isFolder
                ? try folder.get().open("submission.json", limit: limits.line)
                : try OpenFile.open(path: path, followsLink: isNamed)
            let text = try file.readAll(limit: limits.line)
            bytes += text.count
            json = JSONText(text, (text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<text.count)
        } catch {
            return fault(nil, error.reason)
        }
        do throws(SyntaxFault) {
            let written = try json.read()
            if let stranger = stranger(written) { return stranger }
            let reader = SubmissionFile(path: path, line: nil, folder: folder.get, limits: limits)
            return reader.item(written, repairs: json.repairs)
        } catch {
            return isNamed || isFolder ? fault(error.line, error.reason) : passedOver(error.line, error.reason)
        }
    }

    /// JSON that is no submission: some other file that lies beside what is imported, unless it was asked for by name.
    private func stranger(_ written: Written) -> IntakeItem? {
        let format = written["format"]
        guard !isFolder, !FormatLine.isOurs(format?.string) else { return nil }
        let isCASE = ["CFDocument", "CFRubrics", "CFRubricCriteria"].contains { written[$0] != nil }
        let reason =
            isCASE
            ? "found a CASE framework, expected a submission: rubrics from CASE are not read yet"
            : "format: found \(format?.found ?? "nothing"), expected \(quoted(SubmissionFile.format))"
        return isNamed ? fault(format?.line, reason) : passedOver(format?.line, reason)
    }

    private func fault(_ line: Int?, _ reason: String) -> IntakeItem {
        IntakeItem(.fault(Fault(path: path, line: line, reason: reason)), path: path, line: line)
    }

    private func passedOver(_ line: Int?, _ reason: String) -> IntakeItem {
        let warning = Warning(path: path, line: line, text: "passed over: " + reason)
        return IntakeItem(.skipped, path: path, line: line, warnings: [warning])
    }
}

extension SubmissionFile {
    /// The submission, or all that is wrong with it.
    func item(_ written: Written, repairs: Int) -> IntakeItem {
        let notes = Notes()
        let id = written["id"]?.string
        let submission = read(written, notes: notes)
        if repairs > 0 {
            notes.warn(
                .top, line: written.line,
                "\(repairs) NUL characters or halves of surrogate pairs are no text and were replaced by U+FFFD")
        }
        let warnings = notes.warnings.isEmpty ? [] : notes.warnings(path: path, item: id)
        if let submission { return IntakeItem(.submission(submission), path: path, line: line, warnings: warnings) }
        let fault =
            notes.fault(path: path, item: id) ?? Fault(path: path, line: line, item: id, reason: "can't be read")
        return IntakeItem(.fault(fault), path: path, line: line ?? fault.line, warnings: warnings)
    }
}
