import Testing

@testable import Intake

struct WalkTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func walk(_ names: String...) -> [String] {
        let paths = names.isEmpty ? [scratch.path] : names.map(scratch.at)
        return IteratorSequence(Walk(paths)).map { entry in
            let path = entry.path.replacing(scratch.path + "/", with: "").replacing(scratch.path, with: ".")
            return switch entry.found {
            case .yaml: "yaml " + path
            case .stream: "stream " + path
            case .json: "json " + path
            case .folder: "folder " + path
            case .fault(let reason): "fault " + path + " " + reason
            case .skipped(let reason): "skipped " + path + " " + reason
            }
        }
    }

    @Test func goesInTheOrderOfNames() throws {
        for name in ["b/2.jsonl", "b/1.yml", "a/s/submission.json", "a/x.yaml", "c.json", "B.yaml", "z/", "README.md"] {
            if name.hasSuffix("/") { try scratch.folder(name) } else { try scratch.write(name, "") }
        }
        #expect(
            walk() == [
                "yaml B.yaml", "folder a/s/submission.json", "yaml a/x.yaml", "yaml b/1.yml", "stream b/2.jsonl",
                "json c.json",
            ])
        #expect(walk("c.json", "b") == ["json c.json", "yaml b/1.yml", "stream b/2.jsonl"])
    }

    @Test func aSubmissionsFolderIsItsOwn() throws {
        for name in ["s/submission.json", "s/evidence/x.yaml", "s/more.jsonl", "s/t/submission.json"] {
            try scratch.write(name, "")
        }
        #expect(walk() == ["folder s/submission.json"])
    }

    @Test func passesOverWhatIsHidden() throws {
        for name in [".git/x.yaml", ".hidden.yaml", "a/.cache/y.jsonl", "a/z.yaml"] { try scratch.write(name, "") }
        #expect(walk() == ["yaml a/z.yaml"])
    }

    @Test func followsNoLinksOnTheWay() throws {
        try scratch.write("in/a.yaml", "")
        try scratch.write("out/b.yaml", "")
        try scratch.link("in/loop", to: ".")
        try scratch.link("in/up", to: "../out")
        try scratch.link("in/b.yaml", to: "../out/b.yaml")
        #expect(
            walk("in") == [
                "yaml in/a.yaml", "skipped in/b.yaml a link, not followed", "skipped in/loop a link, not followed",
                "skipped in/up a link, not followed",
            ])
        try scratch.link("alias", to: "in")
        #expect(walk("alias").first == "yaml alias/a.yaml")
    }

    @Test func saysWhatANamedPathIsNotFitFor() throws {
        try scratch.write("notes.txt", "")
        try scratch.folder("empty")
        scratch.pipe("pipe.yaml")
        #expect(
            walk("notes.txt", "empty", "absent", "pipe.yaml") == [
                "fault notes.txt is nothing that can be imported, "
                    + "expected a folder or a file ending in .yaml, .yml, .json or .jsonl",
                "skipped empty an empty folder", "fault absent is missing",
                "fault pipe.yaml is a pipe, not a regular file",
            ])
    }
}
