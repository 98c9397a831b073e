import Core

/// The part of a listing that a request asks for, in the list's order.
struct QueueWindow {
    var items: [QueueStream.Item]
    var hasMoreBefore: Bool
    var hasMoreAfter: Bool

    init(listing: QueueListing, request: QueueRequest, limit: Int) throws {
        var start: QueueStream.Start?
        var ascending = true
        switch request.anchor {
        case .first: break
        case .last: ascending = false
        case .after(let cursor): start = try QueueWindow.start(cursor, request.sort, inclusive: false)
        case .at(let cursor): start = try QueueWindow.start(cursor, request.sort, inclusive: true)
        case .before(let cursor):
            start = try QueueWindow.start(cursor, request.sort, inclusive: false)
            ascending = false
        }
        // One more than is shown says whether there is more; one look back from the first says the same of the other side.
        var read = try listing.read(from: start, ascending: ascending, limit: limit + 1)
        let goesOn = read.count > limit
        if goesOn { read.removeLast() }
        var comesFrom = false
        if let start {
            let edge = read.first.map { QueueStream.Start(key: $0.key, inclusive: false) }
            // An empty window has everything on its other side, the cursor's own row included.
            let back = edge ?? QueueStream.Start(key: start.key, inclusive: !start.inclusive)
            comesFrom = try !listing.read(from: back, ascending: !ascending, limit: 1).isEmpty
        }
        items = ascending ? read : read.reversed()
        hasMoreBefore = ascending ? comesFrom : goesOn
        hasMoreAfter = ascending ? goesOn : comesFrom
    }

    private static func start(_ cursor: QueueCursor, _ sort: QueueSort, inclusive: Bool) throws -> QueueStream.Start {
        guard let key = cursor.key(sort) else {
            throw Refusal.rule("That place belongs to a list sorted otherwise; start again from the top.")
        }
        return QueueStream.Start(key: key, inclusive: inclusive)
    }
}
