import Foundation
import Glibc
import Support
import Testing

@testable import Session

@Suite struct OutsideEditorTests {
    /// An editor that is a script: `$1...` are its arguments, the last one is the file. The shell reads it: a file that was
    /// just written can't be executed as long as a process forked meanwhile by another test holds it open (ETXTBSY).
    private func editor(_ body: String, in scratch: Scratch) throws -> String {
        "/bin/sh " + (try scratch.write("editor.sh", "for file; do :; done\n\(body)\n"))
    }

    private func failure(_ editor: String) -> String? {
        guard case .failed(let why) = OutsideEditor.edit("x", editor: editor) else { return nil }
        return why
    }

    @Test func givesBackWhatWasWritten() throws {
        let scratch = try Scratch()
        let editor = try editor(
            "printf 'Zwei: %s' \"$(cat \"$file\")\" > \"$file.new\" && mv \"$file.new\" \"$file\"", in: scratch)
        #expect(OutsideEditor.edit("eins ‘数字’", editor: editor) == .edited("Zwei: eins ‘数字’"))
    }

    @Test func changedNothing() { #expect(OutsideEditor.edit("as it was", editor: "true") == .unchanged) }

    @Test func aFailureSaysWhy() throws {
        let scratch = try Scratch()
        #expect(failure("/no/such/editor -w") == "/no/such/editor could not be run: No such file or directory")
        #expect(failure("") == "$EDITOR names no program")
        #expect(failure(try editor("echo lost > \"$file\"; exit 3", in: scratch)) == "/bin/sh ended with status 3")
        #expect(failure(try editor("kill -9 $$", in: scratch)) == "/bin/sh was ended by signal 9")
        #expect(failure(try editor("rm \"$file\"", in: scratch)) == "the editor left no file")
    }

    /// An argument vector: words are split at spaces, and nothing of them is for a shell.
    @Test func noShellSeesAWord() throws {
        let scratch = try Scratch()
        let mark = scratch.path + "/touched"
        let editor = try editor(
            "for word; do printf '<%s>' \"$word\"; done > \(scratch.path)/words; echo new > \"$file\"", in: scratch)
        let edited = OutsideEditor.edit("$(touch \(mark)); `touch \(mark)`", editor: "\(editor) -c $(touch\t\(mark)) ;")
        #expect(edited == .edited("new\n"))
        #expect(!FileManager.default.fileExists(atPath: mark))
        let words = try scratch.read("words")
        #expect(words.hasPrefix("<-c><$(touch\t\(mark))><;><"), "\(words)")
        #expect(words.hasSuffix(".md>"))
    }

    @Test func theFileIsPrivateAndGoneAfterwards() throws {
        let scratch = try Scratch()
        let editor = try editor("stat -c '%a %n' \"$file\" > \(scratch.path)/stat; echo x > \"$file\"", in: scratch)
        _ = OutsideEditor.edit("secret", editor: editor)
        let found = try scratch.read("stat").split(separator: " ", maxSplits: 1)
        #expect(found.first == "600")
        let path = found.last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
        #expect(!path.isEmpty && !FileManager.default.fileExists(atPath: path))
    }

    @Test func whatDoesNotFitIsKept() throws {
        let scratch = try Scratch()
        let editor = try editor("head -c 20003 /dev/zero | tr '\\0' x > \"$file\"; echo >> \"$file\"", in: scratch)
        guard case .tooLong(let path, excess: 3) = OutsideEditor.edit("", editor: editor) else {
            Issue.record("a text of 20,003 characters was taken")
            return
        }
        defer { unlink(path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8).count == 20_004)
        let fits = try self.editor("head -c 20000 /dev/zero | tr '\\0' x > \"$file\"; echo >> \"$file\"", in: scratch)
        guard case .edited = OutsideEditor.edit("", editor: fits) else {
            Issue.record("a text of 20,000 characters was not taken")
            return
        }
    }
}
