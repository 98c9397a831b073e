import Console
import Core
import Glibc

/// Runs the person's editor on a private file. An argument vector only: no shell ever sees a word of a submission.
///
/// `posix_spawn` and not Foundation's `Process`, which puts its child into a background process group, where an editor
/// stops as soon as it reads the terminal.
enum OutsideEditor {
    enum Outcome: Equatable {
        case edited(String)
        case unchanged
        /// The editor could not be run, or did not end well: why, as a clause.
        case failed(String)
        /// The comment can't hold it: what was written lies in this file, which stays.
        case tooLong(path: String, excess: Int?)
    }

    /// - Parameter editor: a program and its options; `$VISUAL`, else `$EDITOR`, else vi.
    static func edit(_ text: String, suffix: String = ".md", editor: String = OutsideEditor.preferred) -> Outcome {
        let folder = Environment.value("XDG_RUNTIME_DIR") ?? Environment.value("TMPDIR") ?? "/tmp"
        var template = Array((folder + "/assay-comment-XXXXXX" + suffix).utf8CString)
        let descriptor = mkstemps(&template, Int32(suffix.utf8.count))  // 0600
        guard descriptor >= 0 else { return .failed("no file could be made in \(folder): \(reason(errno))") }
        let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        var isKept = false
        defer { if !isKept { unlink(path) } }
        let wrote = FileBytes.write(text, to: descriptor)
        close(descriptor)
        guard wrote else { return .failed("the comment could not be written to \(folder)") }
        if let failure = run(words(of: editor), on: path) { return .failed(failure) }
        guard let edited = FileBytes.read(path, longest: longest) else { return .failed("the editor left no file") }
        guard edited.count < longest else {
            isKept = true
            return .tooLong(path: path, excess: nil)
        }
        let written = String(decoding: edited, as: UTF8.self)
        if written == text { return .unchanged }
        let excess = CommentEditor.excess(of: written)
        isKept = excess > 0
        return isKept ? .tooLong(path: path, excess: excess) : .edited(written)
    }

    /// Bytes that are read; a comment is far shorter.
    private static let longest = 1_048_576

    static var preferred: String { Environment.value("VISUAL") ?? Environment.value("EDITOR") ?? "vi" }

    /// `$EDITOR` may carry options: split at spaces, nothing more.
    static func words(of editor: String) -> [String] { editor.split(separator: " ").map(String.init) }

    /// - Returns: why it failed, or nil.
    private static func run(_ words: [String], on file: String) -> String? {
        guard let program = words.first else { return "$EDITOR names no program" }
        var vector = (words + [file]).map { strdup($0) } + [nil]
        defer { for word in vector { free(word) } }
        var child = pid_t()
        let fault = posix_spawnp(&child, program, nil, nil, &vector, environ)
        guard fault == 0 else { return "\(program) could not be run: \(reason(fault))" }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            if errno != EINTR { return "\(program) was lost sight of: \(reason(errno))" }
        }
        if status & 0x7F != 0 { return "\(program) was ended by signal \(status & 0x7F)" }
        return status == 0 ? nil : "\(program) ended with status \(status >> 8 & 0xFF)"
    }

    private static func reason(_ fault: Int32) -> String { String(cString: strerror(fault)) }
}
