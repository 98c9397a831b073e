import Foundation

/// A browser without a window, where this machine has one.
package enum Chromium {
    package static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let names = folders.flatMap { folder in ["chromium", "chromium-browser"].map { "\(folder)/\($0)" } }
        return names.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    package static let absence = "chromium is not on PATH: no page was opened; scripts/install-browser.sh installs it"

    /// A picture of the page, as PNG; nil where the browser made none. It may look nothing up.
    package static func picture(of page: String, dark: Bool, width: Int, height: Int, scratch: Scratch) throws -> Data?
    {
        guard let path else { return nil }
        let file = scratch.path + "/picture-\(dark ? "dark" : "light")-\(UUID().uuidString).png"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=\(width),\(height)",
            "--blink-settings=preferredColorScheme=\(dark ? 0 : 1)",
            "--user-data-dir=\(scratch.path)/chromium-\(UUID().uuidString)", "--screenshot=\(file)",
            URL(fileURLWithPath: page).absoluteString,
        ]
        process.environment = ["HOME": scratch.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return FileManager.default.contents(atPath: file)
    }
}
