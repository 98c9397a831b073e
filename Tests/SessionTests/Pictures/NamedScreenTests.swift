import Console
import Core
import Screen
import Session
import Support
import Testing

@Suite struct NamedScreenTests {
    /// Each is reached by its command, and looks like no other.
    @Test func everyNameIsAScreenOfItsOwn() throws {
        let office = try SessionStore()
        let id = "ehc-2026-000101"
        let caller = try office.caller
        _ = try office.store.claim(id, as: caller, now: SessionStore.now)
        let levels = try office.store.detail(id, as: caller, now: SessionStore.now).microCredential.rubric.criteria.map
        {
            ScoreChange.level(criterion: $0.id, $0.required)
        }
        _ = try office.store.save(levels, submission: id, base: nil, as: caller, now: SessionStore.now)
        var seen: [String: NamedScreen] = [:]
        for name in NamedScreen.allCases {
            var console = HeadlessConsole(
                store: office.store, caller: caller, setting: office.setting, size: Size(columns: 100, rows: 30),
                now: SessionStore.now)
            if name.isOfReview { console.open(id) }
            if let command = name.command {
                let key = try #require(console.state.keymap.keys(for: command).first, "\(name.rawValue) has no key")
                console.press([key])
            }
            let picture = FrameText(console.frame).description
            #expect(seen[picture] == nil, "\(name.rawValue) looks like \(seen[picture]?.rawValue ?? "")")
            seen[picture] = name
        }
    }
}
