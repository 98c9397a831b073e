/// The shape of an SSH public key as `authorized_keys` spells it, with nothing before it and nothing after its line: whatever
/// stood there would be an option, and options decide what a key may do.
enum PublicKeyLine {
    private static let types: Set = [
        "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    ]

    static func isValid(_ line: String) -> Bool {
        if line.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) { return false }
        let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count >= 2, types.contains(String(words[0])), let blob = decode(words[1].utf8) else { return false }
        // RFC 4253, section 6.6: the blob begins with the type's name behind its length; RFC 8709 has the shortest key.
        let name = Array(words[0].utf8)
        let start = [0, 0, 0, UInt8(name.count)] + name
        return blob.starts(with: start) && blob.count >= start.count + 32
    }

    /// Base64 (RFC 4648, section 4), padded; nil for anything else.
    private static func decode(_ text: Substring.UTF8View) -> [UInt8]? {
        let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
        guard text.count % 4 == 0, !text.isEmpty else { return nil }
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for byte in text.dropLast(padding) {
            guard let value = value(byte) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> held))
            }
        }
        return bytes
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
