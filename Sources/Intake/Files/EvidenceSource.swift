/// The content of an item of evidence that is a file of the submission. The file is open only between the first reading and
/// the last: a submission may name thousands.
package final class EvidenceSource {
    /// The id of the item.
    package let evidence: String
    /// As the submission spells it: hostile text.
    package let fileName: String
    package let bytes: Int

    private let folder: SafeFolder
    private var file: OpenFile?
    private var read = 0

    /// The largest piece that `next` returns.
    package static let chunk = 1 << 20
    /// What is enough to tell what a file is.
    package static let headBytes = 64 << 10

    /// Looks at the file, so that one that can't be read refuses its submission before anything is stored.
    init(evidence: String, fileName: String, folder: SafeFolder, limit: Int) throws(FileFault) {
        self.evidence = evidence
        self.fileName = fileName
        self.folder = folder
        bytes = try folder.open(fileName, limit: limit).bytes
    }

    /// The first 64 KiB, or all of a smaller file; does not move where `next` reads.
    /// - Throws: `EvidenceFault` for a file that has gone since.
    package func head() throws -> [UInt8] {
        do throws(FileFault) {
            return try reopened().read(atMost: min(EvidenceSource.headBytes, bytes))
        } catch { throw gone(error) }
    }

    /// The next piece; nil at the end. The pieces add up to `bytes`, or the last one throws: a file that changes while it is
    /// read is not the one that was handed in.
    package func next() throws -> [UInt8]? {
        do throws(FileFault) {
            if read > 0, file == nil { return nil }
            let file = if let file { file } else { try reopened() }
            self.file = file
            let piece = try file.read(atMost: max(1, min(EvidenceSource.chunk, bytes - read)))
            read += piece.count
            if read > bytes || (piece.isEmpty && read < bytes) { throw FileFault("changed while it was read") }
            if piece.isEmpty {
                finish()
                return nil
            }
            return piece
        } catch {
            finish()
            throw gone(error)
        }
    }

    /// Makes `next` begin at the beginning again.
    package func rewind() {
        file = nil
        read = 0
    }

    private func reopened() throws(FileFault) -> OpenFile {
        let file = try folder.open(fileName, limit: .max)
        if file.bytes != bytes { throw FileFault("changed since it was looked at") }
        return file
    }

    private func finish() {
        file = nil
        read = max(read, 1)
    }

    private func gone(_ error: FileFault) -> EvidenceFault {
        EvidenceFault(evidence: evidence, reason: quoted(fileName) + " " + error.reason)
    }
}

/// A file of evidence could be read when its submission was looked at, and can't any more.
package struct EvidenceFault: Error, Equatable, Sendable {
    package var evidence: String
    package var reason: String
}
