import Store

/// Hashes for people and scripts.
package enum Fingerprint {
    /// 64 hex digits over the UTF-8 bytes.
    package static func sha256(of text: String) -> String { Digest.hex(sha256: Array(text.utf8)) }
}
