// swift-tools-version: 6.2
import PackageDescription

/// The rooms of the house, lowest first; an arrow may only point up this list's order.
/// `docs/architecture.md` draws it.
var targets: [Target] = [
    // C libraries, each fenced off behind one target.
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // Foundations.
    .target(name: "Kernel"),
    .target(name: "Markup", dependencies: ["Kernel"]),
    .target(name: "Charts", dependencies: ["Kernel", "Markup"]),
    .target(name: "Programs"),
    .target(name: "Sheets", dependencies: ["Kernel", "Programs", "CXLSXWriter", "CZlib"]),
    .target(
        name: "Storage",
        dependencies: [
            "Kernel", "CPostgreSQL",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
    .target(
        name: "Site",
        dependencies: [
            "Kernel", "Markup", "Sheets", "CZlib",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
        ]),

    // A database of its own for each test, on each engine.
    .target(name: "StorageTesting", dependencies: ["Storage", "Kernel"]),
    // A writer for the tests to kill; no product.
    .executableTarget(name: "StorageCrashWriter", dependencies: ["Storage", "StorageTesting", "Kernel"]),
    // A server that saves audits, for the tests to kill; no product.
    .executableTarget(
        name: "AuditsSavingServer",
        dependencies: [
            "Audits", "Organisation", "Accounts", "Site", "SiteTesting", "Storage", "Kernel",
        ]),

    // Engines: values in, values out.
    .target(name: "Timescales", dependencies: ["Kernel"]),
    .target(
        name: "Statistics", dependencies: ["Kernel", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "PlanFormat", dependencies: ["Kernel"]),
    .target(name: "Documents", dependencies: ["Kernel", "Programs", "CXML", "CZlib"]),
    .target(name: "ReturnFormats", dependencies: ["Kernel", "Documents", "Timescales"]),
    .target(name: "Indicators", dependencies: ["Kernel", "Timescales", "ReturnFormats"]),
    .target(name: "ExampleData", dependencies: ["Kernel", "Timescales", "ReturnFormats", "Sheets"]),
    .target(name: "PlanReading", dependencies: ["Kernel", "Documents", "PlanFormat"]),
    .target(name: "Proof", dependencies: ["Kernel"]),
    .target(name: "PlanChecks", dependencies: ["Kernel", "Documents", "PlanFormat", "Timescales"]),

    // Features: pages, use cases and SQL of one part of the work.
    .target(
        name: "Accounts",
        dependencies: [
            "Kernel", "Markup", "Sheets", "Storage", "Site", "CArgon2", "CQRencode",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "NIOPosix", package: "swift-nio"),
        ]),
    .target(
        name: "Organisation", dependencies: ["Kernel", "Markup", "Sheets", "Storage", "Site", "Documents"]),
    .target(
        name: "Plans",
        dependencies: [
            "Kernel", "Markup", "Charts", "Sheets", "Storage", "Site", "Timescales", "Documents",
            "PlanFormat", "PlanReading", "PlanChecks", "Proof",
        ]),
    .target(
        name: "Returns",
        dependencies: [
            "Kernel", "Markup", "Charts", "Sheets", "Storage", "Site", "Timescales", "Statistics",
            "Documents", "ReturnFormats",
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
    .target(
        name: "Measures",
        dependencies: [
            "Kernel", "Markup", "Charts", "Sheets", "Storage", "Site", "Timescales", "Statistics",
            "ReturnFormats", "Indicators", "Documents",
        ]),

    .target(
        name: "Audits",
        dependencies: [
            "Kernel", "Markup", "Charts", "Sheets", "Storage", "Site", "Timescales", "Statistics",
            "Documents", "PlanReading",
            .product(name: "Crypto", package: "swift-crypto"),
        ]),

    // Composition root and command.
    .target(
        name: "App",
        dependencies: [
            "Kernel", "Markup", "Charts", "Sheets", "Storage", "Site", "Accounts", "Organisation", "Plans",
            "Returns", "Measures", "Audits", "ExampleData", "Indicators", "ReturnFormats", "Documents",
            "PlanChecks", "PlanFormat", "PlanReading", "Proof", "Statistics",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
        ]),
    .executableTarget(
        name: "plumbline",
        dependencies: [
            "App", "Kernel", "Storage", "Statistics", "Timescales", "Documents", "PlanFormat", "PlanReading",
            "PlanChecks", "Plans", "ReturnFormats", "Returns", "Measures", "Audits", "Indicators",
            "ExampleData",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ]),

    // A browser in process, for the tests of pages.
    .target(name: "SiteTesting", dependencies: ["Site", "Kernel"]),

    // Reads files for scripts/bench to time; no product.
    .executableTarget(name: "BenchReaders", dependencies: ["ReturnFormats"], path: "Benchmarks/Readers"),

    // Tests mirror the targets.
    .testTarget(name: "KernelTests", dependencies: ["Kernel"]),
    .testTarget(
        name: "DocumentsTests", dependencies: ["Documents", "Programs", "Sheets", "Kernel"],
        exclude: ["Samples"]),
    .testTarget(name: "PlanFormatTests", dependencies: ["PlanFormat", "Kernel"]),
    .testTarget(
        name: "PlanReadingTests", dependencies: ["PlanReading", "Documents", "PlanFormat", "Kernel"]),
    .testTarget(
        name: "PlanChecksTests",
        dependencies: ["PlanChecks", "PlanReading", "Documents", "PlanFormat", "Kernel", "Timescales"],
        exclude: ["Samples/clean-plan.md"]),
    .testTarget(name: "ProofTests", dependencies: ["Proof", "Kernel"]),
    .testTarget(name: "TimescalesTests", dependencies: ["Timescales", "Kernel"]),
    .testTarget(
        name: "ReturnFormatsTests", dependencies: ["ReturnFormats", "Documents", "Sheets", "Kernel"],
        exclude: ["Samples"]),
    .testTarget(
        name: "IndicatorsTests", dependencies: ["Indicators", "ReturnFormats", "Timescales", "Kernel"]),
    .testTarget(
        name: "ExampleDataTests", dependencies: ["ExampleData", "ReturnFormats", "Indicators", "Kernel"]),
    .testTarget(
        name: "ReturnsTests",
        dependencies: ["Returns", "ReturnFormats", "Storage", "StorageTesting", "Timescales", "Kernel"]),
    .testTarget(
        name: "MeasuresTests",
        dependencies: [
            "Measures", "Indicators", "ReturnFormats", "Statistics", "Storage", "StorageTesting",
            "Timescales",
            "Kernel",
        ]),
    .testTarget(
        name: "AuditsTests",
        dependencies: [
            "Audits", "AuditsSavingServer", "Organisation", "Accounts", "Statistics", "Timescales", "Storage",
            "StorageTesting", "Documents", "Site",
            "SiteTesting", "Kernel",
        ]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Programs", "Kernel"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup", "Kernel"]),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets", "Documents", "Kernel"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "Markup", "Kernel"]),
    .testTarget(
        name: "StorageTests", dependencies: ["Storage", "StorageTesting", "StorageCrashWriter", "Kernel"]),
    .testTarget(
        name: "SiteTests",
        dependencies: [
            "Site", "Markup", "Charts", "Sheets", "Kernel",
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
    // Commands, run as the built program.
    .testTarget(name: "CommandTests", dependencies: ["plumbline", "Programs", "Kernel"]),
    .testTarget(
        name: "AccountsTests",
        dependencies: ["Accounts", "Site", "Markup", "Storage", "StorageTesting", "Kernel"]),
    .testTarget(
        name: "AppTests",
        dependencies: [
            "App", "Accounts", "Organisation", "Plans", "Returns", "Measures", "ReturnFormats", "Storage",
            "StorageTesting", "SiteTesting", "Site", "Markup", "Audits", "ExampleData", "Kernel",
            "PlanFormat", "PlanReading", "PlanChecks", "Proof", "Documents", "Timescales", "Sheets",
            .product(name: "HummingbirdTesting", package: "hummingbird"),
        ]),
]

for target in targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}

// `PLUMBLINE_ONLY=PlanReading swift test` builds one target, its tests and what they stand on.
if let only = Context.environment["PLUMBLINE_ONLY"]?.split(separator: ",").map(String.init) {
    var wanted = Set(only + only.map { "\($0)Tests" })
    for _ in targets {
        for target in targets where wanted.contains(target.name) {
            for case .byNameItem(let name, _) in target.dependencies { wanted.insert(name) }
        }
    }
    targets.removeAll { !wanted.contains($0.name) }
}

let package = Package(
    name: "plumbline",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    ],
    targets: targets
)
