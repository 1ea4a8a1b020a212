import Glibc
package import Kernel

/// What was written where, and how much of what was planted.
package struct ExampleSummary: Sendable {
    package struct File: Sendable {
        /// Within the folder.
        package let path: String
        /// Rows of a workbook, children of a census, lines of a table.
        package let rows: Int
        /// Cells that are not empty; 0 where that says nothing.
        package let cells: Int
        package let bytes: Int
        package let planted: PlantedFaults
    }

    package internal(set) var files: [File] = []

    /// `planted-faults.json`: for each file the count of each rule.
    package var json: JSON {
        let told = files.filter { $0.path.hasPrefix("annex-a/") || $0.path.hasPrefix("cin/") }
        return .object([
            JSON.Member("total", .integer(Int64(told.reduce(0) { $0 + $1.planted.total }))),
            JSON.Member("files", .object(told.map { JSON.Member($0.path, $0.planted.json) })),
        ])
    }
}

extension ExampleData {
    package enum Failure: Error {
        case notWritten(String)
    }

    /// Writes the last month's workbook alone.
    package func writeLast(to folder: String) throws -> ExampleSummary {
        let world = world()
        var summary = ExampleSummary()
        for name in ["", "/annex-a"] { try ExampleFolder.make(folder + name) }
        guard let day = world.months.last else { return summary }
        try add(
            world.annexA(day, layout: layout(ofMonth: world.months.count - 1)), in: folder, to: &summary)
        return summary
    }

    /// Writes every file into the folder, which is made where there is none.
    ///
    /// - Parameter csv: also writes the latest month's lists as a folder of CSV files.
    package func write(to folder: String, csv: Bool = false) throws -> ExampleSummary {
        let world = world()
        var summary = ExampleSummary()
        for name in ["", "/annex-a", "/cin", "/local"] { try ExampleFolder.make(folder + name) }
        for (index, day) in world.months.enumerated() {
            let file = world.annexA(day, layout: layout(ofMonth: index))
            try add(file, in: folder, to: &summary)
            guard csv, index == world.months.count - 1 else { continue }
            try ExampleFolder.make("\(folder)/annex-a/\(day)")
            for list in file.csv() {
                try ExampleFolder.write(list.bytes, to: "\(folder)/annex-a/\(day)/\(list.name)")
            }
        }
        for day in world.censuses {
            let census = world.census(day)
            try add(
                "cin/CIN_\(day.civil.year).xml", census.bytes, rows: census.children, cells: 0,
                census.planted,
                in: folder, to: &summary)
        }
        for local in world.localReturns() {
            try add(
                "local/\(local.key).csv", local.bytes, rows: local.lines, cells: 0, PlantedFaults(),
                in: folder,
                to: &summary)
        }
        try ExampleFolder.write(world.workerRegister(), to: "\(folder)/workers.csv")
        let json = Array((summary.json.text(pretty: true) + "\n").utf8)
        try ExampleFolder.write(json, to: "\(folder)/planted-faults.json")
        return summary
    }

    /// Which layout the file of a month has, by its place among them: that of 2019 in the first half.
    package func layout(ofMonth index: Int) -> Int {
        index < monthsIn2019Layout ?? months / 2 ? 2019 : 2024
    }

    private func add(_ file: ExampleAnnexA, in folder: String, to summary: inout ExampleSummary) throws {
        try add(
            "annex-a/\(file.day).xlsx", file.workbook(), rows: file.rows, cells: file.cells, file.planted,
            in: folder, to: &summary)
    }

    private func add(
        _ path: String, _ bytes: [UInt8], rows: Int, cells: Int, _ planted: PlantedFaults, in folder: String,
        to summary: inout ExampleSummary
    ) throws {
        try ExampleFolder.write(bytes, to: "\(folder)/\(path)")
        summary.files.append(
            ExampleSummary.File(path: path, rows: rows, cells: cells, bytes: bytes.count, planted: planted))
    }
}

/// Folders and files on disk.
enum ExampleFolder {
    static func make(_ path: String) throws {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        throw ExampleData.Failure.notWritten(path)
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ExampleData.Failure.notWritten(path) }
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw ExampleData.Failure.notWritten(path) }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }
}
