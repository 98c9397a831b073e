import Screen
import Support
import Testing

/// The hostile submission in a real terminal: only our own sequences are sent.
@Suite struct HostileConsoleTests {
    @Test(
        arguments: [HostileOffice.id, "ehc-2026-000110"], [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)])
    func nothingOfItIsObeyed(id: String, size: Size) throws {
        let office = try HostileOffice.make()
        let console = try office.console(as: "ines", size: size)
        console.keepsTranscript = true
        try console.open(id)
        for keys in [
            "<PgDn>", "]", "<PgDn>", "]", "]", "<Tab><PgDn>", "o", "q", "w", "i", "q", "z", "z", "JJ", "m", "<Esc>",
            "v", "<Esc>",
        ] {
            try console.type(keys)
            try console.settle(silence: 60)  // longer than Esc alone may take to be one
        }
        try console.type("1", until: "saved")
        try console.type("c")
        try console.wait("the editor") { $0.row(size.rows - 1).contains("Esc done") }
        try console.paste("in \u{9B}31m \u{202E}it \u{07}")
        try console.type("<Esc>", until: "saved")
        try console.type("S")
        try console.settle()
        #expect(try console.leaveFromAnywhere() == .status(0))
        #expect(console.screen.unknown == [] && console.screen.bells == 0)
        #expect(!console.screen.title.contains("PWNED"))
        #expect(console.isCooked && console.screen.isGivenBack)

        let sent = console.transcript
        let text = try #require(String(validating: sent, as: UTF8.self), "not UTF-8")
        let steering = text.unicodeScalars.filter {
            switch $0.value {
            case 0x80...0x9F, 0x7F, 0x00, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
                0xE0000...0xE007F:
                true
            default: false
            }
        }
        #expect(steering.isEmpty, "\(steering.map { String($0.value, radix: 16) })")
        for injected in [
            "\u{1B}[31mred", "\u{1B}]0;", "\u{1B}P", "\u{1B}c", "\u{1B}[2Jc1", "\u{07}", "\u{1B}[?1049l\u{1B}[?1049l",
        ] {
            #expect(!text.contains(injected), "\(injected.debugDescription) was sent")
        }
    }
}

extension PtyProcess {
    func leaveFromAnywhere() throws -> Exit {
        for _ in 0..<6 {
            try type("<Esc>")
            try settle(silence: 60)
            if screen.row(0).contains("pending") { break }
        }
        try type("q")
        try settle(silence: 60)
        // A search is left before the queue is.
        return try waitForExit()
    }
}
