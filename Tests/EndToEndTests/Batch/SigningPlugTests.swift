import Support
import Testing

/// The plug is pulled while a session is being signed, again and again: in the end each is signed, and none twice.
@Suite struct SigningPlugTests {
    @Test(arguments: [61, 62] as [UInt64])
    func signingGoesOnWhereItWasCutOff(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let office = try Office(.staffed)
        let ids = try office.ready(40)
        _ = try office.data("batch", "new", "one", as: "ruth")
        var cuts = 0
        for _ in 0..<12 {
            let run = try office.start(["batch", "sign", "one", "--json"], as: "olu")
            if !run.hasEnded(within: 20 + random.below(120)) {
                run.kill()
                cuts += 1
            }
            _ = try run.wait()
            #expect(try office.data("log", "--verify", as: "pat")["ok"] == true, "seed \(seed)")
        }
        _ = try office.data("batch", "sign", "one", as: "olu")
        let plan = try office.data("batch", "plan", "one", as: "olu")
        #expect(cuts > 0)
        #expect(plan["signed"] == true && plan["refused"] == [], "seed \(seed), \(cuts) cuts")
        #expect(Set(plan["signedIds"].list.compactMap(\.text)) == Set(ids))
        for id in ids {
            let events = try office.data("log", "--submission", id, as: "pat")["events"].list
            #expect(events.count { $0["what"] == "decide" } == 1, "seed \(seed): \(id)")
        }
        #expect(try office.assay("doctor", as: "pat").status == 0)
    }
}
