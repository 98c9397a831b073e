import Glibc
import Intake
import Screen
import Support
import Testing

struct ThemeFileTests {
    private static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/themes"

    private static var ours: [String] {
        var names: [String] = []
        guard let listing = opendir(folder) else { return [] }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".yaml") { names.append(name) }
        }
        return names.sorted()
    }

    @Test func thereAreAtLeastSix() { #expect(Self.ours.count >= 6) }

    @Test(arguments: ours) func everyRoleOfOursCanBeRead(_ name: String) throws {
        let theme = try ThemeFile.read("\(Self.folder)/\(name)")
        expectReadable(theme, text: name == "high-contrast.yaml" ? 7 : Theme.textContrast)
        #expect(theme.isDark == (name != "light.yaml"))
    }

    @Test func theDarkThemeIsTheOneInCode() throws {
        #expect(try ThemeFile.read("\(Self.folder)/dark.yaml") == Theme(.dark))
    }

    @Test func thePlainThemePaintsNoRow() throws {
        let theme = try ThemeFile.read("\(Self.folder)/plain.yaml")
        for depth in ColourDepth.allCases {
            #expect(theme.ink(of: Style(.text, isSelected: true), depth: depth) == .plain)
        }
    }

    /// As tinted-theming publishes base24 today, and as base16 was published before it.
    @Test func othersThemesAreReadUnchanged() throws {
        let numbers = (0..<24).map { String($0, radix: 16, uppercase: true) }.map { $0.utf8.count == 1 ? "0" + $0 : $0 }
        let new =
            "system: base24\nname: Somebody's\nauthor: X\nslug: some\nvariant: light\nlicense: MIT\npalette:\n"
            + numbers.map { "  base\($0): '#\($0)\($0)FF'\n" }.joined()
        let theme = try read(new)
        #expect(theme.name.string == "Somebody's")
        #expect(!theme.isDark)
        #expect(theme.scheme.base(0x12) == RGB(0x1212FF))

        let old = "scheme: Old\nauthor: Y\n" + numbers.prefix(16).map { "base\($0): \"\($0)\($0)\($0)\"\n" }.joined()
        #expect(try read(old).isDark)
        #expect(try read(old).scheme.base(0x17) == RGB(0x0E0E0E))
    }

    @Test func faultsNameFileLineAndWhatWasExpected() throws {
        let wrong =
            "name: Wrong\npalette:\n"
            + (0..<16).map { "  base0\(String($0, radix: 16, uppercase: true)): 'red'\n" }.joined()
        let fault = #expect(throws: Fault.self) { try self.read(wrong) }
        #expect(fault?.line == 3)
        #expect(
            fault?.reason.hasPrefix("palette.base00: found \"red\", expected a colour of six hexadecimal digits")
                == true)
        #expect(throws: Fault.self) { try self.read("- 1\n- 2\n") }
        #expect(throws: Fault.self) { try self.read("palette: [\n") }
        #expect(throws: Fault.self) { try self.read("assay: {selection: sideways}\n") }
        #expect(throws: Fault.self) { try ThemeFile.read("/nonexistent/theme.yaml") }
    }

    private func read(_ text: String) throws -> Theme {
        var path = Array("/tmp/assay-theme-XXXXXX".utf8CString)
        let file = mkstemp(&path)
        let name = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(name) }
        _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
        return try ThemeFile.read(name)
    }
}
