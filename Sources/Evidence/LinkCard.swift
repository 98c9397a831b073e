import Core
import Text

/// A link is never followed; its card shows where it leads, so that a look-alike is seen for what it is.
enum LinkCard {
    static func document(_ item: EvidenceItem, address: String) -> Document {
        let parts = AddressParts(address)
        var fields = [
            Card.title(item),
            Block.Field(label: "Kind", value: "Link"),
            Block.Field(label: "Address", value: SafeText(untrusted: address)),
        ]
        if let host = parts.host { fields.append(Block.Field(label: "Host", value: SafeText(untrusted: host))) }
        return Card.document(
            fields: fields, notes: parts.warnings + ["The link is not opened from here: open it in a browser."])
    }
}

/// The parts of an address that tell where it leads (RFC 3986, section 3), read without believing any of them.
struct AddressParts {
    private(set) var scheme: String?
    private(set) var userInfo: String?
    private(set) var host: String?

    init(_ address: String) {
        var rest = Substring(address)
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let name = rest[..<colon]
            let isScheme = name.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
            }
            if isScheme, !name.isEmpty {
                scheme = name.lowercased()
                rest = rest[rest.utf8.index(after: colon)...]
            }
        }
        guard rest.hasPrefix("//") else { return }
        // Browsers take a backslash for a slash, so the host ends there too.
        let authority = rest.dropFirst(2).prefix { !"/?#\\".unicodeScalars.contains($0.unicodeScalars.first ?? "/") }
        let at = authority.utf8.lastIndex(of: UInt8(ascii: "@"))
        userInfo = at.map { String(authority[..<$0]) }
        host = String(at.map { authority[authority.utf8.index(after: $0)...] } ?? authority)
    }

    var warnings: [SafeText] {
        var found: [SafeText] = []
        if scheme != "https" && scheme != "http" {
            found.append("This is not a web address.")
        } else if scheme == "http" {
            found.append("The address is not encrypted (http).")
        }
        if let userInfo {
            found.append("What stands before the @ (\(untrusted: userInfo)) is not where it leads; the host is.")
        }
        if let host {
            let labels = host.lowercased().split(separator: ".")
            if labels.contains(where: { $0.hasPrefix("xn--") }) {
                found.append("The host is written in punycode (xn--) and may be made to look like another.")
            }
            if host.utf8.contains(where: { $0 >= 0x80 }) {
                found.append("The host has letters outside of a-z and may be made to look like another.")
            }
        }
        return found
    }
}
