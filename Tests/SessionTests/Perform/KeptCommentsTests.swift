import Core
import Foundation
import Support
import Testing

@testable import Console
@testable import Session

@Suite struct KeptCommentsTests {
    @Test func eachIsAFileOfItsOwnThatOnlyItsOwnerReads() throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/state/assay/comments"
        let comment = UnsavedComment(submission: "../x", criterion: "c/1", text: "Mine\nand more")
        let first = try KeptComments.write(comment, folder: folder)
        let second = try KeptComments.write(comment, folder: folder)
        #expect(first == folder + "/___x-c_1-1.md")
        #expect(second == folder + "/___x-c_1-2.md")
        #expect(try String(contentsOfFile: first, encoding: .utf8) == "Mine\nand more\n")
        #expect(try FileManager.default.attributesOfItem(atPath: first)[.posixPermissions] as? Int == 0o600)
    }

    @Test func whatCanNotBeKeptIsSaid() throws {
        let scratch = try Scratch()
        let file = try scratch.write("taken", "")
        let comment = UnsavedComment(submission: "s", criterion: "c", text: "Mine")
        #expect(
            throws: Refusal.rule("What you wrote could not be kept in \(file)/s-c-1.md: Not a directory.")
        ) { try KeptComments.write(comment, folder: file) }
    }
}
