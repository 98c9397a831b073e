import Core
import Screen
import Text

/// What the list is narrowed to, in three columns: whose and in which state, micro-credential, district.
///
/// Space marks; Enter takes what is marked. Where nothing was marked, Enter takes the line the cursor was moved to, alone.
package struct FilterMenu: Equatable, Sendable {
    enum Item: Equatable, Sendable {
        case state(SubmissionState)
        case mine, overdue
        case microCredential(id: String?, name: SafeText)
        case district(String?)
    }

    /// What is being put together.
    package var filter: QueueFilter
    package var focus = 0
    package var cursors = [0, 0, 0]
    var isMarked = false
    var isMoved = false

    package init(_ filter: QueueFilter) { self.filter = filter }

    static let titles: [SafeText] = ["State", "Micro-credential", "District"]

    static func columns(_ choices: QueueFacets) -> [[Item]] {
        let names = choices.microCredentials.map { Item.microCredential(id: $0.id, name: SafeText(untrusted: $0.name)) }
        return [
            SubmissionState.allCases.map(Item.state) + [.mine, .overdue],
            [.microCredential(id: nil, name: "all")] + names,
            [.district(nil)] + choices.districts.map(Item.district),
        ]
    }

    mutating func clamp(_ choices: QueueFacets) {
        for (index, column) in FilterMenu.columns(choices).enumerated() {
            cursors[index] = min(max(0, cursors[index]), column.count - 1)
        }
    }

    func isOn(_ item: Item, caller: Caller) -> Bool {
        switch item {
        case .state(let state): filter.effectiveStates.contains(state)
        case .mine: filter.assessor == caller.id
        case .overdue: filter.overdue
        case .microCredential(let id, _): filter.microCredential == id
        case .district(let name): filter.district == name
        }
    }

    mutating func toggle(_ item: Item, caller: Caller) {
        isMarked = true
        switch item {
        case .state(let state):
            var states = SubmissionStates(filter.effectiveStates)
            if states.contains(state) { states.remove(state) } else { states.insert(state) }
            filter.states = states
        case .mine: filter.assessor = filter.assessor == caller.id ? nil : caller.id
        case .overdue: filter.overdue.toggle()
        case .microCredential(let id, _): filter.microCredential = filter.microCredential == id ? nil : id
        case .district(let name): filter.district = filter.district == name ? nil : name
        }
    }

    /// Takes one line alone, where the column allows several.
    mutating func take(_ item: Item, caller: Caller) {
        switch item {
        case .state(let state): filter.states = [state]
        case .mine: (filter.assessor, filter.states) = (caller.id, [])
        case .overdue: filter.overdue = true
        case .microCredential(let id, _): filter.microCredential = id
        case .district(let name): filter.district = name
        }
    }
}

extension ConsoleState {
    mutating func press(_ key: Key, on menu: FilterMenu) -> [Effect] {
        var menu = menu
        menu.clamp(queue.choices)
        let column = FilterMenu.columns(queue.choices)[menu.focus]
        let item = column[menu.cursors[menu.focus]]
        let page = max(1, Sheet(rows: column.count + 1, size: size).body.height - 1)
        switch (keymap.command(for: key, in: .menu), key) {
        case (.nextPane, _), (nil, .right), (nil, "l"): menu.focus = (menu.focus + 1) % 3
        case (.previousPane, _), (nil, .left), (nil, "h"): menu.focus = (menu.focus + 2) % 3
        case (.down, _): menu.move(1)
        case (.up, _): menu.move(-1)
        case (.pageDown, _): menu.move(page)
        case (.pageUp, _): menu.move(-page)
        case (.top, _): menu.move(-column.count)
        case (.bottom, _): menu.move(column.count)
        case (.toggle, _): menu.toggle(item, caller: caller)
        case (.clear, _):
            overlay = nil
            return filter(by: .standard(for: caller), keepingSearch: true)
        case (.choose, _):
            if !menu.isMarked, menu.isMoved { menu.take(item, caller: caller) }
            overlay = nil
            return filter(by: menu.filter, keepingSearch: true)
        case (.back, _):
            overlay = nil
            return []
        default: return []
        }
        menu.clamp(queue.choices)
        overlay = .filter(menu)
        return []
    }

    mutating func filter(by filter: QueueFilter, keepingSearch: Bool) -> [Effect] {
        var filter = filter
        if keepingSearch { filter.search = queue.filter.search }
        guard filter != queue.filter else { return [] }
        queue.filter = filter
        return [queue.reload(page: pageRows)]
    }
}

extension FilterMenu {
    fileprivate mutating func move(_ lines: Int) {
        cursors[focus] += lines
        isMoved = true
    }
}

extension QueueState {
    /// The choices that were read; until then those of the rows that are there.
    var choices: QueueFacets {
        if facets != QueueFacets() { return facets }
        var known = QueueFacets(districts: Set(rows.map(\.row.district)).sorted())
        for row in rows.map(\.row) where !known.microCredentials.contains(where: { $0.id == row.microCredential }) {
            known.microCredentials.append(QueueFacets.Choice(id: row.microCredential, name: row.title))
        }
        return known
    }
}
