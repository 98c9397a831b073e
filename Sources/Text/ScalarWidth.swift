import CWidth

/// Columns that one scalar takes: 0, 1 or 2. What the C library does not know how to print counts as 1, since a mark is
/// drawn for it.
package func scalarWidth(_ scalar: UInt32) -> Int {
    if scalar < 0x300 { return 1 }  // no followers and nothing wide below; the soft hyphen never gets through the door
    guard widthsAreUnicode else { return 1 }
    let width = assay_scalar_width(scalar)
    return width < 0 ? 1 : Int(width)
}

/// Whether the C library knows the scalar as printable. Without a UTF-8 locale it knows nothing, and then nobody is harmed
/// by believing.
func scalarIsKnown(_ scalar: UInt32) -> Bool {
    scalar < 0x300 || !widthsAreUnicode || assay_scalar_width(scalar) >= 0
}

/// Makes `scalarWidth` and ncurses agree on UTF-8 widths. Call once at the start of the process, before any text is laid
/// out; the bytes written still follow the person's own locale (see Terminal).
package func useUnicodeWidths() { _ = assay_use_utf8_widths() }

/// Whoever forgot `useUnicodeWidths` still measures right: the first width asked for sees to it.
private let widthsAreUnicode: Bool = {
    if assay_scalar_width(0x4E00) == 2 { return true }
    return assay_use_utf8_widths() != 0 && assay_scalar_width(0x4E00) == 2
}()
