import Console
import Core

/// A naive store: an array of rows, filtered and sorted anew for every question. What the real one does fast, it does plainly.
package struct Shelf {
    package var rows: [QueueRow]
    package var caller: Caller
    /// The clock of overdue.
    package var now = Fixtures.now

    package init(rows: [QueueRow], caller: Caller = Fixtures.alice) {
        self.rows = rows
        self.caller = caller
    }

    /// The whole list that a filter and an order stand for.
    package func list(_ filter: QueueFilter, sort: QueueSort) -> [QueueRow] {
        let states = Set(filter.effectiveStates)
        let matching = rows.filter { row in
            states.contains(row.state) && (filter.microCredential ?? row.microCredential) == row.microCredential
                && (filter.district ?? row.district) == row.district
                && (filter.assessor == nil || row.claimedBy == filter.assessor)
                && (!filter.overdue || row.isOverdue(at: now))
                && (filter.search.map { row.title.contains($0) || row.district.contains($0) } ?? true)
        }
        return matching.sorted { Shelf.precedes($0.cursor(for: sort), $1.cursor(for: sort)) }
    }

    package func page(_ request: QueueRequest) -> QueuePage {
        let all = list(request.filter, sort: request.sort)
        let limit = max(0, request.limit)
        func at(_ cursor: QueueCursor, orAfter: Bool) -> Int {
            all.firstIndex {
                Shelf.precedes(cursor, $0.cursor(for: request.sort))
                    || (orAfter && $0.cursor(for: request.sort) == cursor)
            } ?? all.count
        }
        let range: Range<Int>
        switch request.anchor {
        case .first: range = 0..<min(limit, all.count)
        case .last: range = max(0, all.count - limit)..<all.count
        case .after(let cursor):
            let from = at(cursor, orAfter: false)
            range = from..<min(all.count, from + limit)
        case .before(let cursor):
            let to = at(cursor, orAfter: true)
            range = max(0, to - limit)..<to
        case .at(let cursor):
            let from = at(cursor, orAfter: true)
            range = from..<min(all.count, from + limit)
        }
        return QueuePage(
            rows: Array(all[range]), total: all.count, hasMoreBefore: range.lowerBound > 0,
            hasMoreAfter: range.upperBound < all.count)
    }

    package var summary: QueueSummary {
        QueueSummary(
            pending: rows.count { $0.state == .pending }, overdue: rows.count { $0.isOverdue(at: now) },
            mine: rows.count { $0.claimedBy == caller.id }, programme: "Example Cooperative", everything: rows.count)
    }

    package var facets: QueueFacets {
        QueueFacets(districts: Set(rows.map(\.district)).sorted(), microCredentials: Fixtures.kinds)
    }

    /// Claims as another process would.
    package mutating func claim(_ id: String, by person: String) {
        for index in rows.indices where rows[index].id == id {
            rows[index].claimedBy = person
            rows[index].state = .claimed
        }
    }

    /// What a store answers to an effect of the queue screen; nil for the others.
    package func answer(_ effect: Effect) -> Message? {
        switch effect {
        case .loadQueue(let request, let number): .queueLoaded(page(request), request: number)
        case .loadSummary: .summaryLoaded(summary)
        case .loadFacets: .facetsLoaded(facets)
        case .loadDashboard(let grouping): .dashboardLoaded(report(by: grouping))
        default: nil
        }
    }

    private static func precedes(_ left: QueueCursor, _ right: QueueCursor) -> Bool {
        switch (left, right) {
        case (.time(let a, let m), .time(let b, let n)): (a, m) < (b, n)
        case (.id(let a), .id(let b)): a < b
        default: false
        }
    }
}
