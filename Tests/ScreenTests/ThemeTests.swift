import Screen
import Support
import Testing

struct ThemeTests {
    @Test func everyRoleOfTheStandardThemeCanBeRead() { expectReadable(.standard) }

    @Test func aSchemeThatNobodyCouldReadBecomesOneThatCan() throws {
        let grey = try #require(Scheme(name: "Grey", isDark: true, colours: Array(repeating: RGB(0x555555), count: 16)))
        expectReadable(Theme(grey))
    }

    @Test func theStandardThemePaintsNothing() {
        for depth in ColourDepth.allCases {
            #expect(Theme.standard.ink(of: .text, depth: depth) == .plain)
            for role in Style.Role.allCases where role != .marked {
                let ink = Theme.standard.ink(of: Style(role), depth: depth)
                #expect(ink.background == -1, "\(role)")
                #expect(ink.foreground < 16, "\(role)")
            }
        }
    }

    @Test func aSelectedRowLooksTheSameWhateverItSays() {
        let theme = Theme(.dark)
        for role in Style.Role.allCases {
            #expect(theme.look(of: Style(role, isSelected: true)) == theme.look(of: Style(.text, isSelected: true)))
        }
    }

    @Test func aMarkerThemeLeavesTheSelectedRowAsItIs() {
        var scheme = Scheme.dark
        scheme.dialect.paintsSelection = false
        let theme = Theme(scheme)
        for role in Style.Role.allCases {
            for depth in ColourDepth.allCases {
                #expect(
                    theme.ink(of: Style(role, isSelected: true), depth: depth)
                        == theme.ink(of: Style(role), depth: depth))
            }
        }
    }

    @Test func withoutColourNothingIsColoured() {
        for role in Style.Role.allCases {
            let ink = Theme.standard.ink(of: Style(role), depth: .none)
            #expect(ink.foreground == -1 && ink.background == -1)
        }
        for role in [Style.Role.warning, .danger, .error, .filled, .marked, .selected] {
            #expect(!Theme.standard.ink(of: Style(role), depth: .none).attributes.isEmpty, "\(role) is told from text")
        }
    }

    @Test func fewColoursStayWithinThem() {
        for theme in [Theme.standard, Theme(.dark)] {
            for role in Style.Role.allCases {
                #expect(theme.ink(of: Style(role), depth: .eight).foreground < 8)
                #expect(theme.ink(of: Style(role), depth: .sixteen).foreground < 16)
                #expect(theme.ink(of: Style(role), depth: .full).foreground < 256)
            }
        }
    }

    @Test func attributesOfTheStyleAreAdded() {
        let ink = Theme.standard.ink(of: Style(.text, [.italic, .underline]), depth: .full)
        #expect(ink.attributes == [.italic, .underline])
        #expect(Theme.standard.look(of: Style(.heading, .italic)).attributes.contains([.bold, .italic]))
    }
}
