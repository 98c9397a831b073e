import Foundation
import Glibc
import Support
import Testing

@testable import Session

@Suite struct OutsideEditorTests {
    /// An editor that is a script: `$1...` are its arguments, the last one is the file.
    private func editor(_ body: String, in scratch: Scratch) throws -> String {
        let path = try scratch.write("editor.sh", "#!/bin/sh\nfor file; do :; done\n\(body)\n")
        #expect(chmod(path, 0o700) == 0)
        return path
    }

    @Test func givesBackWhatWasWritten() throws {
        let scratch = try Scratch()
        let editor = try editor(
            "printf 'Zwei: %s' \"$(cat \"$file\")\" > \"$file.new\" && mv \"$file.new\" \"$file\"", in: scratch)
        #expect(OutsideEditor.edit("eins ‘数字’", editor: editor) == "Zwei: eins ‘数字’")
    }

    @Test func changedNothingOrFailed() throws {
        let scratch = try Scratch()
        #expect(OutsideEditor.edit("as it was", editor: "true") == nil)
        #expect(OutsideEditor.edit("x", editor: try editor("echo lost > \"$file\"; exit 3", in: scratch)) == nil)
        #expect(OutsideEditor.edit("x", editor: "/no/such/editor") == nil)
        #expect(OutsideEditor.edit("x", editor: "") == nil)
        #expect(OutsideEditor.edit("x", editor: try editor("rm \"$file\"", in: scratch)) == nil)
    }

    /// An argument vector: words are split at spaces, and nothing of them is for a shell.
    @Test func noShellSeesAWord() throws {
        let scratch = try Scratch()
        let mark = scratch.path + "/touched"
        let editor = try editor(
            "for word; do printf '<%s>' \"$word\"; done > \(scratch.path)/words; echo new > \"$file\"", in: scratch)
        let edited = OutsideEditor.edit("$(touch \(mark)); `touch \(mark)`", editor: "\(editor) -c $(touch\t\(mark)) ;")
        #expect(edited == "new\n")
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
}
