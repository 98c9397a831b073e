import Core

/// The YAML files below some paths, sorted by what they hold: found in a first pass, so that they come before any submission.
struct ProgrammeFiles {
    /// In the order in which they are imported.
    fileprivate enum Kind: Int, CaseIterable {
        case policy, people, microCredential
        /// YAML, but none of ours.
        case other

        init(format: String?) {
            switch format {
            case PolicyFile.format?: self = .policy
            case PeopleFile.format?: self = .people
            case MicroCredentialFile.format?: self = .microCredential
            default: self = .other
            }
        }
    }
    struct File {
        fileprivate var kind: Kind
        var path: String
        var isNamed: Bool
        var bytes: Int
    }

    private var files: ArraySlice<File> = []
    /// Of all that will be read, submissions too.
    private(set) var bytesTotal = 0

    init(below paths: [String], limits: IntakeLimits) {
        var found: [[File]] = Array(repeating: [], count: Kind.allCases.count)
        var walk = Walk(paths)
        while let entry = walk.next() {
            let bytes = (try? OpenFile.open(path: entry.path, followsLink: entry.isNamed))?.bytes ?? 0
            switch entry.found {
            case .yaml:
                let kind = Kind(format: FormatLine.format(ofYAML: entry.path, limits: limits))
                found[kind.rawValue].append(File(kind: kind, path: entry.path, isNamed: entry.isNamed, bytes: bytes))
                bytesTotal += bytes
            case .stream, .json, .folder: bytesTotal += bytes
            case .fault, .skipped: break
            }
        }
        files = Array(found.joined())[...]
    }

    mutating func popFirst() -> File? { files.popFirst() }
}

extension ProgrammeFiles.File {
    /// What the file holds; people who can't be read are faults beside the others.
    func items(limits: IntakeLimits) -> [IntakeItem] {
        let written: Written
        do throws(Fault) {
            written = try readYAML(path, limits: limits)
        } catch {
            return kind == .other ? [stranger(error.reason, line: error.line)] : [IntakeItem(.fault(error), path: path)]
        }
        let notes = Notes()
        let id = written["id"]?.string
        var contents: [IntakeItem.Content] = []
        switch kind {
        case .policy:
            if let policy = PolicyFile.read(written, limits: limits, notes: notes) { contents.append(.policy(policy)) }
        case .people:
            if let (people, faults) = PeopleFile.read(written, path: path, notes: notes) {
                contents = [.people(people)] + faults.map { .fault($0) }
            }
        case .microCredential:
            if let value = MicroCredentialFile.read(written, notes: notes) { contents.append(.microCredential(value)) }
        case .other: return [stranger(FormatLine.wanted(written["format"]), line: written["format"]?.line)]
        }
        if let fault = notes.fault(path: path, item: id) { contents.append(.fault(fault)) }
        var items = contents.map { content in
            if case .fault(let fault) = content { return IntakeItem(content, path: path, line: fault.line) }
            return IntakeItem(content, path: path)
        }
        if !items.isEmpty { items[0].warnings = notes.warnings(path: path, item: id) }
        return items
    }

    /// YAML that is none of ours: a fault where it was asked for by name or claims to be ours, else passed over.
    private func stranger(_ reason: String, line: Int?) -> IntakeItem {
        if isNamed || FormatLine.isOurs(FormatLine.format(ofYAML: path, limits: IntakeLimits())) {
            return IntakeItem(.fault(Fault(path: path, line: line, reason: reason)), path: path, line: line)
        }
        let warning = Warning(path: path, line: line, text: "passed over: " + reason)
        return IntakeItem(.skipped, path: path, line: line, warnings: [warning])
    }
}
