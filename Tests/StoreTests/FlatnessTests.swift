import Core
import Testing

@testable import Store

/// Promise 7: cost grows with what is on the screen, not with what is in the store. Shown by counting, not by the clock.
@Suite struct FlatnessTests {
    let now = Scratch.dawn

    private typealias Work = SQLiteMeter.Counts

    private func filters() -> [QueueFilter] {
        var filters: [QueueFilter] = []
        for microCredential in [nil, "checks"] {
            for district in [nil, "Pike"] {
                for overdue in [false, true] {
                    for assessor in [nil, "ana"] {
                        var filter = QueueFilter()
                        filter.microCredential = microCredential
                        filter.district = district
                        filter.overdue = overdue
                        filter.assessor = assessor
                        filters.append(filter)
                    }
                }
            }
        }
        return filters
    }

    private func store(_ count: Int) throws -> Scratch {
        let scratch = try Scratch()
        try scratch.add(Scratch.submissions(count, seed: 5))
        let ana = try scratch.caller("ana")
        for number in 0..<60 {
            _ = try scratch.store.claim("s-\(String(1_000_000 + number * 9).dropFirst())", as: ana, now: now)
        }
        return scratch
    }

    /// What every list and screen costs, by name.
    private func measure(_ scratch: Scratch) throws -> [String: Work] {
        let ana = try scratch.caller("ana")
        let root = try scratch.caller("root")
        let store = try scratch.metered()
        let meter = scratch.meter
        var works: [String: Work] = [:]
        func measure(_ name: String, _ body: () throws -> Void) rethrows {
            works[name] = try meter.counting(body)
        }
        for (number, filter) in filters().enumerated() {
            for sort in QueueSort.allCases {
                let name = "\(sort) of filter \(number)"
                var middle: QueueCursor?
                try measure("first, \(name)") {
                    middle = try store.queue(QueueRequest(filter: filter, sort: sort, limit: 10), as: ana, now: now)
                        .rows.last?.cursor(for: sort)
                }
                try measure("last, \(name)") {
                    _ = try store.queue(
                        QueueRequest(filter: filter, sort: sort, anchor: .last, limit: 10), as: ana, now: now)
                }
                guard let middle else { continue }
                let anchors: [(String, QueueRequest.Anchor)] = [
                    ("after", .after(middle)), ("before", .before(middle)), ("at", .at(middle)),
                ]
                for (way, anchor) in anchors {
                    try measure("\(way), \(name)") {
                        _ = try store.queue(
                            QueueRequest(filter: filter, sort: sort, anchor: anchor, limit: 10), as: ana, now: now)
                    }
                }
            }
            try measure("total of filter \(number)") { _ = try store.queueTotal(filter, as: ana, now: now) }
        }
        let both = try scratch.caller("both")
        for grouping in StatusReport.Grouping.allCases {
            try measure("status by \(grouping)") { _ = try store.status(by: grouping, as: both, now: now) }
        }
        try measure("summary") { _ = try store.summary(as: ana, now: now) }
        try measure("detail") { _ = try store.detail("s-000009", as: ana, now: now) }
        try measure("log") { _ = try store.log(submission: "s-000009", limit: 10, as: root) }
        try measure("log page") { _ = try store.log(after: 30, limit: 10, as: root) }
        try measure("place") { _ = try store.place(of: "ana", submission: "s-000009") }
        try measure("caller") { _ = try store.caller("ana") }
        return works
    }

    @Test func noListCostsMoreInALargerStore() throws {
        let small = try measure(try store(1_000))
        let large = try measure(try store(20_000))
        #expect(Set(small.keys) == Set(large.keys))
        for (name, work) in large {
            guard let before = small[name] else { continue }
            // The same rows, and the same steps of SQLite's machine within what deeper trees and fuller windows cost.
            let isFlat = work.rows <= before.rows + 60 && work.steps <= before.steps * 3 / 2 + 800
            #expect(isFlat, "\(name): \(before) at 1,000 and \(work) at 20,000")
            #expect(work.scans <= before.scans + 4 && work.sorts == before.sorts, "\(name): \(before) and \(work)")
        }
    }

    @Test func noPlanScansOrSortsALargeTable() throws {
        let scratch = try store(600)
        let driver = try SQLiteDriver(path: scratch.path, meter: scratch.meter)
        var texts: Set<String> = []
        try driver.withReader { $0.onPrepare = { texts.insert($0) } }
        let store = ReviewStore(location: .path(scratch.path), driver: driver, zone: Scratch.zone)
        let ana = try scratch.caller("ana")
        for filter in filters() {
            for sort in QueueSort.allCases {
                let first = try store.queue(QueueRequest(filter: filter, sort: sort, limit: 3), as: ana, now: now)
                _ = try store.queue(
                    QueueRequest(filter: filter, sort: sort, anchor: .last, limit: 3), as: ana, now: now)
                guard let edge = first.rows.last?.cursor(for: sort) else { continue }
                for anchor in [.after(edge), .before(edge), .at(edge)] as [QueueRequest.Anchor] {
                    _ = try store.queue(
                        QueueRequest(filter: filter, sort: sort, anchor: anchor, limit: 3), as: ana, now: now)
                }
            }
        }
        var search = QueueFilter()
        search.search = "fractions"
        _ = try store.queue(QueueRequest(filter: search, limit: 3), as: ana, now: now)
        _ = try store.summary(as: ana, now: now)
        _ = try store.detail("s-000009", as: ana, now: now)
        _ = try store.log(submission: "s-000009", limit: 5, as: try scratch.caller("root"))
        _ = try store.content(of: "e1", submission: "s-000009", as: ana)
        _ = try store.facets(as: ana)
        for grouping in StatusReport.Grouping.allCases {
            _ = try store.status(by: grouping, as: try scratch.caller("both"), now: now)
        }
        let large = ["submission", "s ", "submission_body", "content", "log", "score", "due_tally", "evidence_content"]
        var planned = 0
        try driver.withReader { database in
            for sql in texts where sql.hasPrefix("SELECT") {
                let marks = (1...9).filter { sql.contains("?\($0)") }.map { _ in Value.int(1) }
                let statement = try database.statement("EXPLAIN QUERY PLAN " + sql)
                defer { statement.close() }
                try statement.open(marks)
                while try statement.next() {
                    planned += 1
                    let step = statement.text(3)
                    let scans = step.hasPrefix("SCAN ") && large.contains { "\(step.dropFirst(5)) ".hasPrefix($0) }
                    let isSearch = step.contains("VIRTUAL TABLE")
                    #expect(!scans || isSearch, "\(step) in \(sql)")
                    let sorts = step.contains("TEMP B-TREE") && sql.contains("FROM submission")
                    #expect(!sorts, "\(step) in \(sql)")
                }
            }
        }
        #expect(planned > 40)
    }
}
