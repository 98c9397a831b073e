import Support
import Testing

@Suite struct DemoConsoleTests {
    @Test func demoOpensTheConsoleOnTheSampleData() throws {
        let office = try Office(.bare)
        let console = try office.console("demo", as: "quinn")
        try console.waitForQueue()
        #expect(console.screen.row(0).contains("33 pending"))
        #expect(console.screen.row(0).contains("Example Highlands Cooperative"))
        try console.type("<Enter>")
        try console.waitForReview()
        try console.type("2", until: "saved")
        #expect(try console.leave() == .status(0))
        // The same store the next time: the claim is still there.
        let again = try office.console("demo", as: "quinn")
        try again.wait("the claim") { $0.row(0).contains("1 yours") && $0.contains("you") }
        try again.type("q")
        #expect(try again.waitForExit() == .status(0))
    }

    @Test func whoHasNoRoleIsToldSo() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "stranger")
        try console.wait("what is so") { $0.contains("stranger has no role here") }
        #expect(!console.screen.contains("Reading a Data Set"))
        try console.type("jn<Enter>o/x<Enter>")
        try console.settle(silence: 60)
        #expect(!console.screen.contains("Reading a Data Set"))
        console.signal(15)
        #expect(try console.waitForExit() == .signal(15))
    }

    @Test func aMissingStoreIsOneLineAndTheTerminalIsLeftAlone() throws {
        let office = try Office(.bare)
        let console = try office.console(as: "pat")
        #expect(try console.waitForExit() == .status(69))
        #expect(console.screen.text.contains("assay init") && console.isCooked && !console.screen.isAlternate)
    }

    @Test func anApproverReadsWithoutClaiming() throws {
        let office = try Office(.staffed)
        let console = try office.console(as: "olu")
        try console.waitForQueue()
        try console.type("<Enter>")
        try console.wait("why not") { $0.row(23).contains("assessor") || $0.row(22).contains("assessor") }
        try console.type("o")
        try console.wait("no scorecard") { $0.row(22).contains("No scorecard is submitted yet.") }
        try console.type("1", until: "only reading")
        #expect(try console.leave() == .status(0))
    }
}
