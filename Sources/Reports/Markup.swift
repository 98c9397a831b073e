import Text

/// Foreign text as XML: whatever steers a terminal or a page is taken out or escaped, scalar by scalar.
enum Markup {
    static func text(_ text: String) -> String {
        var out = ""
        for scalar in SafeText(untrusted: text).string.unicodeScalars {
            switch scalar {
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "&": out += "&amp;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

/// Numbers as a report writes them.
enum Figure {
    /// One decimal, or none where it is .0: `97.5`. Integer arithmetic, so that no locale has a say.
    static func decimal(_ value: Double, places: Int = 1) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "" }
        let scale = places == 1 ? 10.0 : places == 2 ? 100.0 : 1000.0
        let scaled = Int64((abs(value) * scale).rounded())
        let whole = String(scaled / Int64(scale))
        var part = String(scaled % Int64(scale))
        part = String(repeating: "0", count: places - part.count) + part
        while part.last == "0" { part.removeLast() }
        return (value < 0 && scaled != 0 ? "-" : "") + whole + (part.isEmpty ? "" : "." + part)
    }

    /// `97.5 %` with a space that does not break, or a dash where it is undefined.
    static func percent(_ share: Double?) -> String { share.map { decimal($0 * 100) + "\u{A0}%" } ?? "\u{2013}" }

    /// Thousands apart: `12 345`, with a space that does not break.
    static func count(_ number: Int) -> String {
        let digits = Array(String(number))
        var out = ""
        for (at, digit) in digits.enumerated() {
            if at > 0, (digits.count - at).isMultiple(of: 3) { out += "\u{A0}" }
            out.append(digit)
        }
        return out
    }
}
