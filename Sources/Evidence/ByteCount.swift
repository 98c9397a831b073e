import Text

/// Sizes as people read them, by integer arithmetic: no formatter, no locale.
package enum ByteCount {
    /// `1.4 MiB (1,468,006 bytes)`, or `312 bytes`.
    package static func text(_ bytes: Int) -> SafeText {
        let exact: SafeText = bytes == 1 ? "1 byte" : "\(untrusted: grouped(bytes)) bytes"
        return bytes < 1024 ? exact : "\(short(bytes)) (\(exact))"
    }

    /// `1.4 MiB`.
    package static func short(_ bytes: Int) -> SafeText {
        if bytes < 1024 { return "\(bytes) B" }
        let units: [SafeText] = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        var unit = 0
        var size = bytes
        // Tenths of the unit, rounded; 1023.95 KiB must not read as 1024.0 KiB.
        while tenths(size) >= 10_240, unit < units.count - 1 {
            size /= 1024
            unit += 1
        }
        return "\(tenths(size) / 10).\(tenths(size) % 10) \(units[unit])"
    }

    private static func tenths(_ size: Int) -> Int { (size / 1024) * 10 + ((size % 1024) * 10 + 512) / 1024 }

    private static func grouped(_ number: Int) -> String {
        var out = ""
        let digits = String(number)
        for (offset, digit) in digits.utf8.enumerated() {
            if offset > 0, (digits.utf8.count - offset) % 3 == 0 { out += "," }
            out.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return out
    }
}
