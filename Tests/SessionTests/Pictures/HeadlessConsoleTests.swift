import Core
import Screen
import Session
import Store
import Support
import Testing

@testable import Console

/// The console on a real store, without a terminal: what it shows is what is stored.
@Suite struct HeadlessConsoleTests {
    let id = "ehc-2026-000101"

    private func console(_ office: SessionStore, columns: Int = 120, rows: Int = 40) throws -> HeadlessConsole {
        try HeadlessConsole(
            store: office.store, caller: office.caller, setting: office.setting,
            size: Size(columns: columns, rows: rows), now: SessionStore.now)
    }

    private func press(_ keys: String, _ console: inout HeadlessConsole) throws {
        console.press(try KeyScript.parse(keys))
    }

    private func stored(_ office: SessionStore) throws -> Scorecard {
        let detail = try office.store.detail(id, as: office.caller, now: SessionStore.now)
        return try #require(detail.scorecard(of: "quinn"))
    }

    @Test func whatIsShownIsWhatIsStored() throws {
        let office = try SessionStore()
        var console = try console(office)
        try press("/\(id)<Enter><Enter>", &console)
        try press("2J3", &console)
        #expect(console.state.review?.card == (try stored(office)))
        try press("cGood.<Esc>", &console)
        #expect(try stored(office).scores[1].comment == "Good.")
        try press("v<Down><Enter>", &console)
        #expect(try stored(office).scores[1].citations.count == 1)
        #expect(console.state.review?.card == (try stored(office)))
        try press("uuu<C-r>", &console)
        #expect(console.state.review?.card == (try stored(office)))
        #expect(FrameText(console.frame).description.contains("Made again"))
    }

    /// Random keys on a real store: whatever is pressed, the screen never says more than the store knows.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func whateverIsPressed(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let office = try SessionStore()
        _ = try office.store.claim(id, as: office.caller, now: SessionStore.now)
        var console = try console(office, columns: 80, rows: 24)
        try press("/\(id)<Enter><Enter>", &console)
        let keys = [
            "1", "2", "3", "4", "9", "J", "K", "u", "<C-r>", "cword<Esc>", "c<BS><BS>x<Enter>y<Esc>", "m<Enter>",
            "v<Down><Enter>",
            "v<Down>x", "]", "[", "<Tab>", "<S-Tab>", "<PgDn>", "z", "o", "w", "i", "D", "?<Esc>", ":undo<Enter>",
            "S<Esc>", "R<Esc>",
        ]
        for step in 0..<120 {
            let script = random.pick(keys)
            try press(script, &console)
            guard let review = console.state.review else { break }
            let card = try office.store.detail(id, as: office.caller, now: SessionStore.now).scorecard(of: "quinn")
            #expect(
                review.card == card ?? Scorecard(submission: id, assessor: "quinn"),
                "seed \(seed), step \(step): \(script)")
            if random.once(in: 10) {
                console.send(.resized(Size(columns: random.number(in: 1...130), rows: random.number(in: 1...50))))
            }
            _ = console.frame
        }
        #expect(try office.store.verifyLog().ok)
    }

    @Test func typedWordsAreStoredWhenTheTimerRunsOut() throws {
        let office = try SessionStore()
        var console = try console(office)
        try press("/\(id)<Enter><Enter>cHalf", &console)
        let before = try office.store.detail(id, as: office.caller, now: SessionStore.now)
        #expect(before.scorecard(of: "quinn")?.scores.isEmpty ?? true)
        console.settle()
        #expect(try stored(office).scores[0].comment == "Half")
        try press(" and more", &console)
        console.send(.hangUp)
        #expect(try stored(office).scores[0].comment == "Half and more")
    }

    @Test func leaving() throws {
        let office = try SessionStore()
        var console = try console(office)
        try press("q", &console)
        #expect(console.hasEnded)
        try press("jjj", &console)
    }
}
