import Glibc

/// Small files, read and written whole.
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

    /// - Returns: whether all of it could be written.
    static func write(_ text: String, to descriptor: Int32) -> Bool { write(Array(text.utf8), to: descriptor) }

    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return true
        }
    }
}
