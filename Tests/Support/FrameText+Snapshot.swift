import Foundation
import Screen
import Testing

/// Compares a frame with the picture kept in `Tests/<Room>Tests/Snapshots`, and shows both where they differ.
///
/// Pictures are recorded by running the tests with `ASSAY_RECORD_SNAPSHOTS=1`; such a run fails, so that nobody mistakes it
/// for a check. Look at what was recorded before committing it.
/// - Parameter file: the test's own file, from which the folder is found.
package func expectSnapshot(
    _ frame: Frame, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
    var room = URL(fileURLWithPath: file).deletingLastPathComponent()
    while room.deletingLastPathComponent().lastPathComponent != "Tests", room.pathComponents.count > 1 {
        room.deleteLastPathComponent()
    }
    let folder = room.appendingPathComponent("Snapshots")
    let url = folder.appendingPathComponent(name + ".txt")
    let found = FrameText(frame)
    if ProcessInfo.processInfo.environment["ASSAY_RECORD_SNAPSHOTS"] == "1" {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(found.description.utf8).write(to: url)
        } catch {
            Issue.record("\(name) could not be recorded: \(error)", sourceLocation: sourceLocation)
            return
        }
        Issue.record("recorded \(name); run again without ASSAY_RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
        return
    }
    guard let data = try? Data(contentsOf: url) else {
        Issue.record("there is no snapshot \(name) yet; found:\n\(found.picture)", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: data, as: UTF8.self)
    if expected == found.description { return }
    Issue.record(
        "the screen is not as in \(name); expected:\n\(expected)\nfound:\n\(found.picture)",
        sourceLocation: sourceLocation)
}
