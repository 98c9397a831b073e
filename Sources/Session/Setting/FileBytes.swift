import Glibc

/// A small file, read whole.
enum FileBytes {
    /// - Parameter longest: Reading stops at the first piece that reaches so many bytes.
    /// - Returns: nil where it can't be opened.
    static func read(_ path: String, longest: Int = .max) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while all.count < longest {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count <= 0 { break }
            all += chunk[0..<count]
        }
        return all
    }
}
