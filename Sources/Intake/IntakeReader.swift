import Core

/// Reads everything that may be imported below some paths, one item at a time.
///
/// Policies come first, then people, then micro-credentials, then submissions, so that one folder with a whole programme in it
/// goes in at one go. What is held at any time is one item and the paths of the YAML files, however many submissions there are.
package final class IntakeReader: IteratorProtocol {
    private let paths: [String]
    private let limits: IntakeLimits
    private var programme: ProgrammeFiles?
    private var walk: Walk
    private var stream: SubmissionStream?
    /// Read, not yet handed out; first first.
    private var pending: ArraySlice<IntakeItem> = []
    private var doneBytes = 0
    /// The largest that a stream's buffer has been.
    private(set) var peakBuffer = 0

    /// Bytes of YAML, JSON and streams below the paths; 0 until the first item was asked for. Files of evidence don't count.
    package private(set) var bytesTotal = 0
    package var bytesRead: Int { doneBytes + (stream?.consumed ?? 0) }

    package init(paths: [String], limits: IntakeLimits = IntakeLimits()) {
        self.paths = paths
        self.limits = limits
        walk = Walk(paths)
    }

    package func next() -> IntakeItem? {
        while true {
            if let item = pending.popFirst() { return item }
            if let stream {
                if let item = stream.next() { return item }
                doneBytes += stream.consumed
                peakBuffer = max(peakBuffer, stream.peak)
                self.stream = nil
            }
            if let file = nextProgrammeFile() {
                pending = file.items(limits: limits)[...]
                doneBytes += file.bytes
            } else if let entry = walk.next() {
                enter(entry)
            } else {
                return nil
            }
        }
    }

    private func nextProgrammeFile() -> ProgrammeFiles.File? {
        if programme == nil {
            let found = ProgrammeFiles(below: paths, limits: limits)
            bytesTotal = found.bytesTotal
            programme = found
        }
        return programme?.popFirst()
    }

    private func enter(_ entry: Walk.Entry) {
        switch entry.found {
        case .yaml: break  // came before, among the programme's files
        case .fault(let reason):
            pending = [IntakeItem(.fault(Fault(path: entry.path, reason: reason)), path: entry.path)]
        case .skipped(let why):
            let warning = Warning(path: entry.path, text: "passed over: " + why)
            pending = [IntakeItem(.skipped, path: entry.path, warnings: [warning])]
        case .json, .folder:
            let file = SubmissionJSON(path: entry.path, isNamed: entry.isNamed, isFolder: entry.found == .folder)
            pending = [file.item(limits: limits, bytes: &doneBytes)]
        case .stream:
            do throws(FileFault) {
                stream = try SubmissionStream(path: entry.path, isNamed: entry.isNamed, limits: limits)
            } catch {
                pending = [IntakeItem(.fault(Fault(path: entry.path, reason: error.reason)), path: entry.path)]
            }
        }
    }
}
