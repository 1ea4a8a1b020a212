import Foundation
import Kernel
import Storage

@testable import Audits

/// A round taken through its steps without a browser, as the stories need it.
extension House {
    /// An invented tool: whether the child is safe, two standards and an overall grade of four points.
    static let tool = Tool(
        title: "Casework, short", purpose: "For tests.", unit: .child, asksSafety: true,
        scales: [.met, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "Assessment", guidance: "",
                questions: [Tool.Question(key: "assessed", text: "Assessed", kind: .grade("met"))]),
            Tool.Standard(
                number: "2", title: "Overall", guidance: "",
                questions: [Tool.Question(key: "overall", text: "Overall", kind: .grade("ofsted"))]),
        ], overall: "overall")

    func day() -> Day { clock.now.inLondon.day }

    func newTool(_ tool: Tool = House.tool) async throws -> ID<AuditTool> {
        let (authority, now) = (authority, clock.now)
        return try await database.write {
            try ToolSQL.insertNew(tool, by: nil, issued: true, authority, $0, at: now)
        }
    }

    /// Terms that are right; change what a test is about.
    func terms(
        _ tool: ID<AuditTool>, node: String = "Children in Need",
        _ change: (inout RoundTerms) -> Void = { _ in }
    ) throws -> RoundTerms {
        guard let node = nodes[node] else { throw StorageError.fault("No such part.") }
        var terms = RoundTerms(
            series: "Self-evaluation", title: "Self-evaluation, autumn 2026",
            question: "Is every child adequately safeguarded?", node: node, tool: tool, toolVersion: 1,
            dueOn: day().adding(days: 28))
        change(&terms)
        return terms
    }

    /// Grace does it, in a transaction of its own.
    @discardableResult
    func act<T: Sendable>(
        by name: String = "Grace O'Malley",
        _ body: @escaping @Sendable (Officer, Day, Instant, Connection) throws -> T
    ) async throws -> T {
        let (officer, now) = (try officer(name), clock.now)
        return try await database.write(for: authority) {
            try body(officer, now.inLondon.day, now, $0)
        }
    }

    /// Set up, listed and locked.
    func lockedRound(_ terms: RoundTerms, frame: String) async throws -> ID<AuditRound> {
        let id = try await act { try SetUpRound.make(terms, by: $0, on: $1, at: $2, $3) }
        try await act {
            try LoadFrame.file(Array(frame.utf8), into: id, by: $0, on: $1, at: $2, $3)
        }
        try await act { officer, today, now, connection in
            let round = try RoundAccess.kept(connection, officer, id, on: today)
            try LockFrame.act(
                id, after: round.revision, by: officer, on: today, at: now, connection)
        }
        return id
    }

    /// A frame of so many cases for each worker, as a file.
    static func frame(_ holders: [(name: String, team: String, count: Int)]) -> String {
        var lines = ["Case ID,Allocated worker,Team,Category"]
        var number = 0
        for holder in holders {
            for _ in 0..<holder.count {
                number += 1
                let digits = String(number)
                let id = "C" + String(repeating: "0", count: 4 - digits.count) + digits
                lines.append(
                    "\(id),\(holder.name),\(holder.team),\(number % 2 == 0 ? "Neglect" : "Emotional")")
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    static let twelve = frame([
        ("Lucy Penhaligon", "Harbour team", 5), ("Sam Adeyemi", "Harbour team", 4),
        ("Dana Orme", "Millbrook team", 3),
    ])

    /// The ten lines of Python that anyone may draw with.
    static func drawnByPython(_ ids: [String], seed: String, count: Int) throws -> [String] {
        let folder = URL.temporaryDirectory.appending(path: "draw-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "ids.txt")
        try Data(ids.joined(separator: "\n").utf8).write(to: file)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../peers/draw.py")
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, file.path, seed, String(count)]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
