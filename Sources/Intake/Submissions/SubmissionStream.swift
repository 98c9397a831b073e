import Core

/// The submissions of a `.jsonl` file: an object a line, one line at a time.
final class SubmissionStream {
    private let path: String
    private let limits: IntakeLimits
    private let lines: LineReader
    private var reader: SubmissionFile
    private var isBroken = false

    /// Bytes of the file that have been dealt with.
    var consumed: Int { lines.consumed }
    /// The largest that the buffer has been.
    var peak: Int { lines.peak }

    init(path: String, isNamed: Bool, limits: IntakeLimits) throws(FileFault) {
        self.path = path
        self.limits = limits
        lines = LineReader(
            try OpenFile.open(path: path, followsLink: isNamed), cap: limits.line, chunk: limits.chunk)
        reader = SubmissionFile(path: path, line: nil, folder: FolderOf(path).get, limits: limits)
    }

    func next() -> IntakeItem? {
        while !isBroken {
            do throws(FileFault) {
                switch try lines.next() {
                case nil: return nil
                case .whole(let range)?: if let item = item(range) { return item }
                case .tooLong(let bytes)?: return fault(FileFault.tooLong(bytes, limits.line).reason)
                }
            } catch {
                isBroken = true
                return IntakeItem(.fault(Fault(path: path, reason: error.reason)), path: path)
            }
        }
        return nil
    }

    /// The item of a line; nil for a blank one.
    private func item(_ range: Range<Int>) -> IntakeItem? {
        let number = lines.number
        if lines.buffer[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        reader.line = number
        var json = JSONText(lines.buffer, range, line: number)
        do throws(SyntaxFault) {
            let written = try json.read()
            return reader.item(written, repairs: json.repairs)
        } catch {
            return fault(error.reason)
        }
    }

    private func fault(_ reason: String) -> IntakeItem {
        IntakeItem(.fault(Fault(path: path, line: lines.number, reason: reason)), path: path, line: lines.number)
    }
}

/// The folder that a file stands in, opened when it is first asked for.
final class FolderOf {
    private let path: String
    private var folder: SafeFolder?

    init(_ file: String) {
        let parts = file.utf8.lastIndex(of: UInt8(ascii: "/"))
        path = parts.map { String(file[...$0]) } ?? "."
    }

    func get() throws(FileFault) -> SafeFolder {
        if let folder { return folder }
        let opened = try SafeFolder(path)
        folder = opened
        return opened
    }
}
