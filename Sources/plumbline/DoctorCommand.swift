import App
import ArgumentParser
import Glibc
import Kernel
import Returns
import Storage
import Timescales

/// `plumbline doctor`: what this machine and these records are like; status 1 when something needs mending.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what this machine and its records are like.")

    @OptionGroup var records: PlaceOptions
    @OptionGroup var key: KeyOptions

    private enum State: String { case well = "ok", note, wrong = "WRONG" }
    private typealias Line = (state: State, words: String)

    func run() async throws {
        var lines: [Line] = []
        if records.database == nil { lines += folder(records.data) }
        lines += await state()
        lines += [
            program("pdftotext", "poppler-utils", "read PDF"),
            program("pdftocairo", "poppler-utils", "read PDF"),
            (.note, "Bank holidays are known until \(WorkingDays.tableEnds.long)."),
        ]
        for line in lines {
            let state = line.state.rawValue
            CommandOutput.write(state + String(repeating: " ", count: 7 - state.count) + line.words + "\n")
        }
        if lines.contains(where: { $0.state == .wrong }) { throw ExitCode(1) }
    }

    private func folder(_ path: String) -> [Line] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return [(.wrong, "There is no folder \(path): name it with --data.")]
        }
        let open = status.st_mode & 0o077
        var space = statvfs()
        let free = statvfs(path, &space) == 0 ? (UInt64(space.f_bavail) * UInt64(space.f_frsize)) >> 20 : 0
        return [
            open == 0
                ? (.well, "Only its owner can open the folder \(path).")
                : (.wrong, "Others can open the folder \(path): run chmod 700 \(path)."),
            (free > 1024 ? .well : .wrong, "\(free) MB are free there."),
        ]
    }

    private func state() async -> [Line] {
        do {
            let database = try await Database.existing(at: records.place)
            let engine = try await database.engineName
            let (schema, verdicts) = try await database.read { connection in
                (
                    try connection.schemaStanding(against: App.migrations),
                    try connection.authorities().map { ($0.name, try connection.verifyJournal(of: $0.id)) }
                )
            }
            let standing = try await KeyStanding.of(database, key.key(for: records.place))
            await database.close()
            return [(.well, engine), line(schema), line(standing)]
                + verdicts.map { name, verdict in
                    verdict.fault.map { (.wrong, "The journal of \(name) is broken: \($0)") }
                        ?? (.well, "The journal of \(name) is whole: \(verdict.events) events.")
                }
        } catch {
            return [(.wrong, "\(error)")]
        }
    }

    private func line(_ schema: SchemaStanding) -> Line {
        if schema.unknown > 0 { return (.wrong, "A newer Plumbline made the schema: install that one.") }
        if schema.missing > 0 {
            return (.note, "\(schema.missing) migrations will run when Plumbline next serves.")
        }
        return (.well, "The schema is up to date: \(schema.applied) migrations.")
    }

    private func line(_ standing: KeyStanding) -> Line {
        switch standing.verdict {
        case .notNeeded: (.well, "No file is sealed: no key is needed.")
        case .fits:
            (
                .well,
                "The key \(standing.path ?? "") opens the \(counted(standing.originals, "original file")) kept sealed; keep a copy apart."
            )
        case .fails(let sentence): (.wrong, "\(sentence) \(standing.lost)")
        }
    }

    private func program(_ name: String, _ package: String, _ purpose: String) -> Line {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        let isThere = folders.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
        return isThere
            ? (.well, "\(name) is here, to \(purpose).")
            : (.note, "\(name) is not here: install \(package) to \(purpose).")
    }
}
