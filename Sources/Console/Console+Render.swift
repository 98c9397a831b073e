import Screen
import Text

/// Draws the whole screen. Total: legal at every size, 0 by 0 included.
package func render(_ state: ConsoleState, into frame: inout Frame) {
    frame.fill(frame.bounds)
    frame.cursor = nil
    if state.review != nil {
        renderReview(state, into: &frame)
    } else if state.showsDashboard {
        renderDashboard(state, into: &frame)
    } else {
        renderQueue(state, into: &frame)
    }
    if let overlay = state.overlay { renderOverlay(overlay, state, into: &frame) }
}
