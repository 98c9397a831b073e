import Screen
import Text

extension ConsoleState {
    /// For the window's title bar.
    package var title: SafeText {
        review.map { "assay: \(untrusted: $0.detail.microCredential.name)" } ?? "assay: queue"
    }
}

/// Draws the whole screen. Total: legal at every size, 0 by 0 included.
package func render(_ state: ConsoleState, into frame: inout Frame) {
    frame.fill(frame.bounds)
    frame.cursor = nil
    if state.review != nil {
        renderReview(state, into: &frame)
    } else if state.batch != nil {
        renderBatch(state, into: &frame)
    } else if state.showsDashboard {
        renderDashboard(state, into: &frame)
    } else {
        renderQueue(state, into: &frame)
    }
    if let overlay = state.overlay { renderOverlay(overlay, state, into: &frame) }
}
