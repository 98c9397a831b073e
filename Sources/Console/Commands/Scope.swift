/// Where a command means something: the screen that has the keys.
package enum Scope: String, CaseIterable, Sendable {
    case queue, review, dashboard
    /// The approval sessions and their plans.
    case batch
    /// Help, the palette and the menus that lie over a screen.
    case menu

    /// As a heading of a list of keys.
    package var title: String {
        switch self {
        case .queue: "Queue"
        case .review: "Review"
        case .batch: "Batch sessions"
        case .dashboard: "Dashboard"
        case .menu: "Menus"
        }
    }
}
