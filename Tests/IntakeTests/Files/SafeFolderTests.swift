import Glibc
import Testing

@testable import Intake

/// What a hostile submission may name, and what becomes of it.
struct SafeFolderTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("secret.txt", "secret")
        try scratch.write("in/plan.md", "plan")
        try scratch.write("in/deep/er/notes.md", "notes")
    }

    private func open(_ name: String, limit: Int = 100) throws -> String {
        let folder = try SafeFolder(scratch.at("in"))
        return String(decoding: try folder.open(name, limit: limit).readAll(limit: limit), as: UTF8.self)
    }

    private func refusal(_ name: String, limit: Int = 100) -> String? {
        do {
            _ = try open(name, limit: limit)
            return nil
        } catch { return (error as? FileFault)?.reason }
    }

    @Test(arguments: [
        ("plan.md", "plan"), ("./plan.md", "plan"), ("deep/er/notes.md", "notes"), ("deep//er/./notes.md", "notes"),
    ])
    func opensWhatIsInside(_ name: String, _ text: String) throws { #expect(try open(name) == text) }

    @Test(arguments: ["../secret.txt", "deep/../plan.md", "..", "deep/../../secret.txt", "./../in/plan.md"])
    func refusesDotDot(_ name: String) {
        #expect(refusal(name) == "has .. in its path, expected one inside the folder")
    }

    @Test func refusesAbsolutePaths() {
        #expect(refusal("/etc/passwd") == "is an absolute path, expected one inside the folder")
        #expect(refusal(scratch.at("in/plan.md")) == "is an absolute path, expected one inside the folder")
        #expect(refusal("//etc/passwd") == "is an absolute path, expected one inside the folder")
    }

    @Test func refusesNamesThatAreNone() {
        #expect(refusal("") == "is empty, expected a file's name")
        #expect(refusal("absent.md") == "is missing")
        #expect(refusal("plan.md/x") == "is missing")
        #expect(refusal("plan.md\0.png") == "is missing")
        #expect(refusal(String(repeating: "a", count: 300)) == "has too long a name")
        #expect(refusal("deep") == "is a folder, not a regular file")
        #expect(refusal(".") != nil)
    }

    @Test func followsLinksThatStayInside() throws {
        try scratch.link("in/again.md", to: "deep/er/notes.md")
        try scratch.link("in/deep/up", to: "..")
        #expect(try open("again.md") == "notes")
        #expect(try open("deep/up/plan.md") == "plan")
    }

    @Test func refusesLinksThatLeadOut() throws {
        try scratch.link("in/a", to: "../secret.txt")
        try scratch.link("in/b", to: scratch.at("secret.txt"))
        try scratch.link("in/c", to: "..")
        try scratch.link("in/d", to: "a")
        try scratch.write("inside-out/plan.md", "a sibling whose name begins like the folder's")
        try scratch.link("in/e", to: "../inside-out/plan.md")
        for name in ["a", "b", "c/secret.txt", "d", "e", "c/in/a"] {
            #expect(refusal(name) == "is a link that leads out of the folder", "\(name)")
        }
    }

    @Test func refusesLinksThatLeadNowhere() throws {
        try scratch.link("in/gone", to: "absent")
        try scratch.link("in/x", to: "y")
        try scratch.link("in/y", to: "x")
        #expect(refusal("gone") == "is missing")
        #expect(refusal("x") == "is a link that leads in a circle")
    }

    @Test func neverOpensWhatIsNoRegularFile() throws {
        // Opened in earnest, a pipe without a writer would block for ever.
        scratch.pipe("in/pipe")
        #expect(refusal("pipe") == "is a pipe, not a regular file")
        try scratch.link("in/device", to: "/dev/zero")
        #expect(refusal("device") == "is a link that leads out of the folder")
        #expect(throws: FileFault.self) { try OpenFile.open(path: "/dev/zero") }
        #expect(throws: FileFault.self) { try OpenFile.open(path: scratch.at("in/pipe")) }
    }

    @Test func boundsTheSize() {
        #expect(refusal("plan.md", limit: 4) == nil)
        #expect(refusal("plan.md", limit: 3) == "holds 4 bytes, more than the 3 allowed")
    }

    @Test func theFolderItselfMayBeReachedThroughALink() throws {
        try scratch.link("alias", to: "in")
        let folder = try SafeFolder(scratch.at("alias"))
        #expect(try folder.open("plan.md", limit: 9).readAll(limit: 9) == Array("plan".utf8))
    }

    @Test func holdsNoDescriptorLonger() throws {
        let before = try openDescriptors()
        for _ in 0..<50 { _ = refusal("plan.md") }
        for _ in 0..<50 { _ = refusal("absent") }
        // Other tests run beside this one and have files of their own.
        #expect(try openDescriptors() < before + 50)
    }

    private func openDescriptors() throws -> Int {
        let folder = try #require(opendir("/proc/self/fd"))
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        return count
    }
}
