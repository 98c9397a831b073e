import Core
import Glibc
import Letters

/// Finds the templates of letters: in the folder that was named, else among the person's own, else in the share folder. A
/// folder need not hold both.
package enum TemplateShelf {
    package static func form(folder: String?, setting: Setting) throws -> LetterForm {
        if folder != nil, setting.isRestricted {
            throw Refusal.rule("A restricted session names no folder of templates.")
        }
        // Falling back to the standard letters would send out what nobody asked for.
        if let folder, !["letter.md", "letter.html"].contains(where: { access("\(folder)/\($0).mustache", F_OK) == 0 })
        {
            throw Refusal.rule("There is neither letter.md.mustache nor letter.html.mustache in \(folder).")
        }
        let folders = [folder, Environment.configFolder + "/templates", ShareFolder.path.map { $0 + "/templates" }]
            .compactMap(\.self)
        do {
            return try LetterForm { name in
                for folder in folders {
                    if let text = try read("\(folder)/\(name).mustache") { return text }
                }
                throw Refusal.rule("There is no template \(name).mustache in \(folders.joined(separator: " or ")).")
            }
        } catch let fault as LetterForm.Fault { throw Refusal.rule(fault.sentence) }
    }

    /// Nil where there is no such file.
    private static func read(_ path: String) throws -> String? {
        guard let file = fopen(path, "re") else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Refusal.rule("\(path) can't be read: \(String(cString: strerror(errno))).")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= largest {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        guard ferror(file) == 0 else { throw Refusal.rule("\(path) can't be read.") }
        guard bytes.count <= largest else { throw Refusal.rule("\(path) is larger than a template may be (1 MiB).") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal.rule("\(path) is not UTF-8.") }
        return text
    }

    private static let largest = 1 << 20
}
