import Screen
import Text

/// Themes: base16 and base24 schemes as tinted-theming publishes them
/// (https://github.com/tinted-theming/home/blob/main/builder.md), and the older form with its colours at the top.
///
/// One key is ours, and other programs ignore it as we ignore theirs:
///
/// ```yaml
/// assay:
///   selection: marker     # row (the default) paints the row under the cursor; marker leaves it to the sign before it
///   colours: terminal     # scheme (the default); terminal speaks in the terminal's own sixteen, on its own background
/// ```
package enum ThemeFile {
    /// - Throws: `Fault`, with the file and the line.
    package static func read(_ path: String) throws -> Theme {
        let written = try readYAML(path, limits: IntakeLimits())
        let notes = Notes()
        let scheme = read(written, notes: notes)
        if let fault = notes.fault(path: path, item: nil) { throw fault }
        guard let scheme else { throw Fault(path: path, reason: "not a theme") }
        return Theme(scheme)
    }

    private static func read(_ written: Written, notes: Notes) -> Scheme? {
        guard case .record(let fields) = written.value else {
            notes.problem(.top, line: written.line, "found \(written.found), expected a base16 or base24 scheme")
            return nil
        }
        // A scheme may say whatever its makers like beside its colours, so no key is strange.
        guard let top = Record(written, .top, keys: fields.map(\.key), notes: notes) else { return nil }
        let isNew = top["palette"] != nil
        guard let palette = isNew ? top.record("palette", keys: keys(of: top["palette"])) : top else { return nil }

        let isBase24 = palette["base10"] != nil || top["system"]?.string == "base24"
        let colours = (0..<(isBase24 ? 24 : 16)).map { colour($0, in: palette) }
        let name = top[isNew ? "name" : "scheme"]?.string ?? top["name"]?.string ?? "a theme without a name"
        let paper = colours[0]
        let isDark = top["variant"]?.string.map { $0 == "dark" } ?? (paper.relativeLuminance < 0.18)
        return Scheme(
            name: SafeText(untrusted: name), isDark: isDark, colours: colours, dialect: dialect(top))
    }

    private static func keys(of value: Written?) -> [String] {
        guard case .record(let fields)? = value?.value else { return [] }
        return fields.map(\.key)
    }

    private static func colour(_ number: Int, in palette: Record) -> RGB {
        let digits = String(number, radix: 16, uppercase: true)
        let key = "base" + (digits.utf8.count == 1 ? "0" : "") + digits
        if let colour = palette[key]?.string.flatMap(RGB.init(parsing:)) { return colour }
        palette.problem(key, expected: "a colour of six hexadecimal digits")
        return RGB(0)
    }

    private enum Selection: String, CaseIterable { case row, marker }
    private enum Colours: String, CaseIterable { case scheme, terminal }

    private static func dialect(_ top: Record) -> Scheme.Dialect {
        var dialect = Scheme.Dialect()
        guard let ours = top.record("assay", keys: ["selection", "colours"]) else { return dialect }
        if ours["selection"] != nil { dialect.paintsSelection = ours.choice("selection", Selection.self) != .marker }
        if ours["colours"] != nil { dialect.usesTerminalColours = ours.choice("colours", Colours.self) == .terminal }
        return dialect
    }
}
