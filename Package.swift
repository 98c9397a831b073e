// swift-tools-version: 6.1
import PackageDescription

// The rooms, bottom first. An arrow that is not written here does not exist: the compiler enforces ARCHITECTURE.md.
let rooms: [Target] = [
    .systemLibrary(name: "CWidth"),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CCmark"),
    .target(name: "Text", dependencies: ["CWidth"]),
    .target(name: "Core", dependencies: ["Text"]),
    .target(name: "Screen", dependencies: ["Text"]),
    .target(name: "Console", dependencies: ["Core", "Screen", "Text"]),
    .target(
        name: "Store",
        dependencies: [
            "Core", "Text", .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
        ]),
    .target(name: "Evidence", dependencies: ["Core", "Text", "CCmark"]),
    .target(
        name: "Letters", dependencies: ["Core", "Text", .product(name: "Mustache", package: "swift-mustache")]),
    .target(name: "Reports", dependencies: ["Core", "Text"]),
    .target(name: "Intake", dependencies: ["Core", "Screen", "Text", "Yams"]),
    .target(name: "Terminal", dependencies: ["Screen", "Text", "CNcurses"]),
    .target(
        name: "Session", dependencies: ["Console", "Store", "Evidence", "Letters", "Reports", "Intake", "Terminal"]),
    .executableTarget(
        name: "assay", dependencies: ["Session", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    // What `make bench` measures with: writes stores, drives the console through a pseudo-terminal. Not installed.
    .executableTarget(name: "assay-bench", dependencies: ["Store", "Core", "Text"], path: "bench/Driver"),
]

let tests: [Target] = [
    .target(
        name: "Support", dependencies: ["Core", "Screen", "Console", "Store", "Evidence", "Terminal", "Text"],
        path: "Tests/Support"
    ),
    // A program for TerminalTests to run in a pty.
    .executableTarget(
        name: "terminal-probe", dependencies: ["Terminal", "Screen", "Text"], path: "Tests/TerminalProbe"),
    .testTarget(name: "TextTests", dependencies: ["Text", "CWidth", "Support"]),
    .testTarget(name: "CoreTests", dependencies: ["Core", "Support"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "Text", "Support"]),
    .testTarget(name: "ConsoleTests", dependencies: ["Console", "Support"], exclude: ["Snapshots"]),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Support"]),
    .testTarget(name: "EvidenceTests", dependencies: ["Evidence", "Support"]),
    .testTarget(name: "LettersTests", dependencies: ["Letters", "Evidence", "Support"]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "Support"]),
    .testTarget(name: "IntakeTests", dependencies: ["Intake", "Support"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Support", "terminal-probe"]),
    .testTarget(name: "SessionTests", dependencies: ["Session", "Support"]),
    .testTarget(name: "EndToEndTests", dependencies: ["Support", "assay"]),
]

let package = Package(
    name: "assay",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: rooms + tests,
    swiftLanguageModes: [.v6]
)
