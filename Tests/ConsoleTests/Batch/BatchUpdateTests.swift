import Core
import Screen
import Support
import Testing

@testable import Console

@Suite struct BatchUpdateTests {
    private func opened(_ items: Int = 46) -> BatchDesk {
        var desk = BatchDesk(items: items)
        desk.type("b<Enter>")
        return desk
    }

    @Test func onlyWhoMayPrepareSeesThem() {
        var desk = BatchDesk(caller: Fixtures.alice)
        desk.type("b")
        #expect(desk.state.batch == nil)
        #expect(desk.screen.line(29).contains("alice may not prepare a batch session"))
    }

    @Test func onlyWhoMaySignIsAsked() {
        var desk = BatchDesk(caller: Fixtures.carol)
        desk.type("b<Enter>S")
        #expect(desk.screen.line(29).contains("carol may not sign a batch session"))
        #expect(desk.state.batch?.mode == .browsing)
    }

    @Test func aWindowIsHeldAndNeverAll() {
        var desk = opened(5000)
        #expect(desk.plan?.lines.count ?? 0 < 200)
        for _ in 0..<60 { desk.type("<PgDn>") }
        #expect(desk.plan?.lines.count ?? 0 < 300)
        #expect(desk.plan?.selectedItem?.position == 1 + 60 * desk.state.batchRows)
        desk.type("G")
        #expect(desk.plan?.selectedItem?.position == 5000)
        for _ in 0..<40 { desk.type("<PgUp>") }
        #expect(desk.plan?.selectedItem?.position == 5000 - 40 * desk.state.batchRows)
        desk.type("g")
        #expect(desk.plan?.selectedItem?.position == 1)
    }

    @Test func enterOpensToBeRead() {
        var desk = opened()
        desk.type("j<Enter>")
        #expect(desk.effects.last == .open(desk.items[1].row.id, claiming: false))
    }

    @Test func holdingAsksForAReason() {
        var desk = opened()
        desk.type("x")
        #expect(desk.screen.line(29).hasPrefix("Hold \(desk.items[0].row.id), because:"))
        desk.type("<Enter>")
        #expect(desk.state.batch?.mode != .browsing, "a reason must be given")
        desk.type("ask first<Enter>")
        #expect(desk.items[0].verdict == .held("ask first"))
        #expect(desk.plan?.lines[0].item.verdict == .held("ask first") && desk.plan?.counts?.held == 3)
        desk.type("X")
        #expect(desk.items[0].verdict == .toSign)
    }

    @Test func spaceMarksAndARangeMarksWhatIsListed() {
        var desk = opened()
        desk.type(" jj xtwo<Enter>")
        #expect([0, 3].allSatisfy { desk.items[$0].verdict == .held("two") })
        #expect(desk.items[1].verdict == .toSign)
        desk.type("gf<Down><Enter>")
        #expect(desk.plan?.view == .toSign)
        desk.type("VGxrest<Enter>")
        #expect(desk.items.count { $0.verdict == .held("rest") } == 46 - 2 - 2 - 2)
        #expect(desk.plan?.marks.isEmpty == true)
    }

    @Test func backGoesOneStepAtATime() {
        var desk = opened()
        desk.type(" VW")
        #expect(desk.plan?.isDryRun == true)
        desk.type("<Esc>")
        #expect(desk.plan?.rangeFrom == nil && desk.plan?.isDryRun == true)
        desk.type("q")
        #expect(desk.plan?.isDryRun == false && desk.plan?.marks.isEmpty == false)
        desk.type("q")
        #expect(desk.plan?.marks.isEmpty == true)
        desk.type("q")
        #expect(desk.plan == nil && desk.state.batch != nil)
        desk.type("q")
        #expect(desk.state.batch == nil && !desk.effects.contains(.quit))
    }

    @Test func signingAsksGoesOnInSlicesAndIsStopped() {
        var desk = opened()
        desk.type("S")
        #expect(desk.screen.line(28).contains("Award 42 submissions, signed by olu?"))
        // Only a plain yes signs.
        desk.type("<Enter> x")
        #expect(desk.waiting == nil && desk.screen.line(29).contains("y signs"))
        desk.type("n")
        #expect(desk.waiting == nil && desk.screen.line(29).contains("Nothing was signed."))
        desk.type("Sy")
        desk.slice(10)
        #expect(desk.screen.line(29).contains("10 of 42") && desk.waiting != nil)
        desk.type("jG<Esc>")
        #expect(desk.screen.line(29).contains("Stopping"))
        desk.slice(5)
        #expect(desk.waiting == nil)
        #expect(desk.screen.line(29).contains("15 signed") && desk.screen.line(29).contains("stopped"))
        desk.type("Sy")
        desk.slice(100)
        #expect(desk.items.count { $0.verdict == .signed } == 42)
        #expect(desk.plan?.counts?.signed == 42 && desk.plan?.counts?.toSign == 0)
        desk.type("S")
        #expect(desk.screen.line(29).contains("nothing to sign"))
    }

    @Test func signingAskedForBeforeItIsCountedIsAskedThen() {
        var desk = opened()
        for (keys, isAsked) in [("S", true), ("Sj", false)] {
            desk.isCounting = true
            desk.type("q<Enter>" + keys)
            #expect(desk.state.batch?.mode == .browsing)
            desk.isCounting = false
            #expect(desk.screen.line(28).contains("Award 42 submissions, signed by olu?") == isAsked)
            desk.type("n")
        }
    }

    @Test func whatCannotBeHeldOrLetGoSaysSo() {
        var desk = opened()
        desk.items[0].verdict = .signed
        desk.send(.storeChanged)
        desk.type("gx")
        #expect(desk.screen.line(29).contains("It is signed already.") && desk.state.batch?.mode == .browsing)
        desk.type("jX")
        #expect(desk.screen.line(29).contains("It is not held."))
    }

    @Test func whatIsHeldWhileASigningRunsIsMissedAloud() {
        var desk = opened()
        desk.type("Sy")
        desk.items[0].verdict = .held("wait")
        desk.slice(100)
        #expect(desk.screen.line(29).contains("41 signed"))
        #expect(desk.screen.line(29).contains("1 of what was asked could not be signed any more"))
    }

    @Test func whatIsSignedIsWhatWasAsked() {
        var desk = opened()
        desk.type("S")
        // The same plan, looked at again.
        desk.send(.storeChanged)
        #expect(desk.screen.line(28).contains("Award 42 submissions, signed by olu?"))
        // What was held is let go elsewhere: another plan.
        desk.items[2].verdict = .toSign
        desk.version = 2
        desk.send(.storeChanged)
        #expect(desk.screen.line(29).contains("The plan has changed meanwhile; nothing was signed."))
        desk.type("y")
        #expect(desk.waiting == nil)
        desk.type("S")
        #expect(desk.screen.line(28).contains("Award 43 submissions, signed by olu?"))
        desk.type("y")
        desk.slice(10)
        let versions = desk.effects.compactMap { effect in
            if case .batch(.sign(_, _, let base)) = effect { base } else { nil as Int? }
        }
        #expect(versions == [2, 2])
    }

    @Test func theQuestionSaysThatItIsOfTheWholeSession() {
        var desk = opened()
        desk.type(" S")
        #expect(desk.screen.line(28).contains("All of the session, not only what is marked."))
        desk.type("n<Esc>fjj<Enter>")
        #expect(desk.screen.line(28).contains("showing = held") && desk.screen.line(28).contains(" 2/46"))
        desk.type("S")
        #expect(desk.screen.line(28).contains("All of the session, not only what is listed."))
    }

    @Test func aRefusedSliceEndsTheSigning() {
        var desk = opened()
        desk.type("Sy")
        desk.send(.refused(.role(person: "olu", action: .signBatch), .batch))
        #expect(desk.state.batch?.mode == .browsing)
        #expect(desk.screen.line(29).contains("olu may not sign"))
    }

    @Test func whatOthersChangeIsSeen() {
        var desk = opened()
        desk.type("jj")
        desk.items[2].verdict = .signed
        desk.send(.storeChanged)
        #expect(desk.plan?.selectedItem?.verdict == .signed && desk.plan?.selectedItem?.position == 3)
    }

    @Test func aNewSessionIsMadeOfWhatTheQueueIsNarrowedTo() {
        var desk = BatchDesk()
        desk.state.queue.filter.district = "Floyd County"
        desk.type("bn")
        #expect(desk.screen.line(29).contains("New session of ready, Floyd County, called:"))
        desk.type("November<Enter>")
        var filter = QueueFilter.standard(for: BatchDesk.olu)
        filter.states = [.ready]
        filter.district = "Floyd County"
        #expect(desk.effects.contains(.batch(.make("November", filter))))
        #expect(desk.state.batch?.selected?.name == "November")
    }
}
