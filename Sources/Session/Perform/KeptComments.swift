import Console
import Core
import Glibc

/// Files for comments that the store did not take, so that nothing typed is lost.
enum KeptComments {
    /// Makes a new file each time; readable by its owner only.
    /// - Returns: its path.
    static func write(_ comment: UnsavedComment, folder: String = Environment.stateFolder + "/comments") throws
        -> String
    {
        makeFolders(folder)
        let name = word(comment.submission) + "-" + word(comment.criterion)
        for number in 1...999 {
            let path = "\(folder)/\(name)-\(number).md"
            let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
            if file < 0 {
                if errno == EEXIST { continue }
                throw refusal(path)
            }
            defer { close(file) }
            guard FileBytes.write(comment.text + "\n", to: file), fsync(file) == 0 else {
                let fault = refusal(path)
                unlink(path)
                throw fault
            }
            return path
        }
        throw Refusal.rule("What you wrote could not be kept: there are too many files in \(folder).")
    }

    private static func refusal(_ path: String) -> Refusal {
        .rule("What you wrote could not be kept in \(path): \(String(cString: strerror(errno))).")
    }

    private static func makeFolders(_ folder: String) {
        for (index, byte) in folder.utf8.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
            mkdir(String(decoding: folder.utf8.prefix(index), as: UTF8.self), 0o700)
        }
        mkdir(folder, 0o700)
    }

    /// A piece of a file name: an id of a micro-credential may hold what leads elsewhere.
    private static func word(_ id: String) -> String {
        String(
            decoding: id.utf8.prefix(64).map { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    byte
                default: UInt8(ascii: "_")
                }
            }, as: UTF8.self)
    }
}
