/// Puts a safe text together from parts of safe texts, in one allocation.
///
/// Cutting cannot make anything unsafe: a range that ends inside of a scalar leaves a replacement character, no control.
package struct SafeTextBuilder: Sendable {
    private var bytes: [UInt8] = []

    package init() {}

    package var isEmpty: Bool { bytes.isEmpty }

    package mutating func append(_ text: SafeText) { bytes.append(contentsOf: text.string.utf8) }

    /// Appends the UTF-8 bytes `range` of `text`.
    package mutating func append(_ text: SafeText, utf8 range: Range<Int>) {
        text.withUTF8 { bytes.append(contentsOf: $0[range.clamped(to: 0..<$0.count)]) }
    }

    /// What has been put together; the builder is empty afterwards.
    package mutating func take() -> SafeText {
        defer { bytes.removeAll(keepingCapacity: true) }
        return SafeText(proven: String(decoding: bytes, as: UTF8.self))
    }
}

extension SafeText {
    /// The UTF-8 bytes `range` as a text of their own.
    package func slice(utf8 range: Range<Int>) -> SafeText {
        withUTF8 { all in
            if range == 0..<all.count { return self }
            return SafeText(
                proven: String(
                    decoding: UnsafeBufferPointer(rebasing: all[range.clamped(to: 0..<all.count)]), as: UTF8.self))
        }
    }

    /// Reads the bytes without copying them.
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = string.utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(string.utf8).withUnsafeBufferPointer(body)
    }
}
