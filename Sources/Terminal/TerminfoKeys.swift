import CNcurses
import Screen

/// Keys as this terminal's description has them, where they differ from what `KeyParser` knows anyway.
enum TerminfoKeys {
    private static let names: [(String, Key)] = [
        ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
        ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
        ("kent", .enter), ("kf1", .function(1)), ("kf2", .function(2)), ("kf3", .function(3)), ("kf4", .function(4)),
        ("kf5", .function(5)), ("kf6", .function(6)), ("kf7", .function(7)), ("kf8", .function(8)),
        ("kf9", .function(9)), ("kf10", .function(10)), ("kf11", .function(11)), ("kf12", .function(12)),
    ]

    static func differing() -> [([UInt8], Key)] {
        names.compactMap { name, key in
            guard let text = assay_capability(name) else { return nil }
            let bytes = Array(String(cString: text).utf8)
            // One byte is a control that has its own meaning.
            guard bytes.count > 1 else { return nil }
            if case .key(key, bytes.count) = KeyParser.readOne(bytes[...]) { return nil }
            return (bytes, key)
        }
    }
}
