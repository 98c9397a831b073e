import Support
import Testing

extension Office {
    static let decidedIDs = ["ehc-2026-000101", "ehc-2026-000102", "ehc-2026-000111", "ehc-2026-000103"]

    /// Two awards, one return, one that came back unassessed; every card has a comment and cites a line.
    static func decided() throws -> Office {
        let office = try Office(.staffed)
        for (index, id) in decidedIDs.prefix(3).enumerated() {
            let shown = try office.data("show", id, as: "ruth")
            let levels = shown.assignments(lowest: index == 2)
            let criterion = String(levels[0].prefix { $0 != "=" })
            let answer = try office.assay(
                ["score", id, "--submit", "--comment", "\(criterion)=Look at <b>this</b> again.", "--cite"]
                    + ["\(criterion)=reflection:1-1"] + levels, as: "ines")
            #expect(answer.status == 0, "\(answer)")
            _ = try office.data(
                "decide", id, index == 2 ? "return" : "award", "--reason", "So it was decided.", as: "olu")
        }
        _ = try office.data("decide", decidedIDs[3], "incomplete", "--reason", "The video is private.", as: "ruth")
        return office
    }
}
