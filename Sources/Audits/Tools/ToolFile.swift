import Kernel
import Markup
import Site
import Storage

/// A tool as a file: taken away to another authority, and taken in from one.
enum ToolFile {
    static let format = "plumbline-audit-tool"

    static func write(_ tool: Tool) -> [UInt8] {
        let whole: JSON = ["format": .string(format), "version": .integer(1), "tool": tool.json]
        return Array((whole.text(pretty: true) + "\n").utf8)
    }

    enum Refused: Refusal {
        case missing, tooLarge, notJSON, notATool, newer
        /// What is wrong with the tool itself.
        case unsound([String])

        var field: String? { "file" }

        var sentence: String {
            switch self {
            case .missing: "Choose the file of the tool"
            case .tooLarge: "The file is larger than any tool: choose one of at most 1 MB"
            case .notJSON: "The file cannot be read: choose one that Plumbline wrote, unchanged"
            case .notATool:
                "The file holds no audit tool: choose one that “Take away as a file” of a tool wrote"
            case .newer: "The file was written by a newer Plumbline: bring this one up to date first"
            case .unsound(let faults):
                "The tool in the file is not sound. \(faults.prefix(5).joined(separator: ". "))"
            }
        }
    }

    static func read(_ bytes: [UInt8]?) throws(Refused) -> Tool {
        guard let bytes, !bytes.isEmpty else { throw .missing }
        guard bytes.count <= 1_048_576 else { throw .tooLarge }
        guard let json = JSON(parsing: bytes) else { throw .notJSON }
        guard json["format"]?.string == format, let version = json["version"]?.integer else {
            throw .notATool
        }
        guard version == 1 else { throw .newer }
        guard let tool = json["tool"].flatMap(Tool.init) else { throw .notATool }
        let faults = tool.faults.map(\.sentence)
        guard faults.isEmpty else { throw .unsound(faults) }
        return tool
    }
}

extension AuditsFeature {
    func toolFile(_ visit: Visit) async throws -> Reply {
        let whole = try await toolToRead(visit)
        let officer = try visit.signedInOfficer
        let number = Int(visit.parameters["version"] ?? "") ?? 0
        let version = whole.versions.first { $0.number == number }
        guard let version, version.issuedAt != nil || officer.keepsTools else { throw NotFound() }
        let name = ToolKey.make(version.tool.title, taken: [], otherwise: "tool")
        return .file(
            ToolFile.write(version.tool), name: "\(name)-version-\(number).json",
            type: "application/json; charset=utf-8")
    }

    func toolFromFile(_ visit: Visit) async throws -> Reply { .page(ToolFile.page(Entry(), visit)) }

    /// The tool of the file becomes a draft here: somebody looks at it before it is issued.
    func takeInTool(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let now = visit.now
        do {
            let tool = try ToolFile.read(visit.form.file("file")?.bytes)
            let id = try await database.write(for: officer.authority) { connection in
                let id = try ToolSQL.insertNew(
                    tool, by: officer.account, issued: false, officer.authority, connection, at: now)
                try connection.record(
                    ToolEvent.event(
                        "tool.taken in", id, "Took the tool “\(tool.title)” in from a file, as a draft",
                        officer, at: now))
                return id
            }
            return .redirect(
                to: DraftRoute.draft.link(id),
                notice: "“\(tool.title)” is taken in as a draft. Look at it, then issue it.")
        } catch let refused as ToolFile.Refused {
            return .refused(ToolFile.page(visit.entry([FieldError("file", refused.sentence)]), visit))
        }
    }
}

extension ToolFile {
    static func page(_ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Take in a tool", section: .audits, breadcrumbs: ToolPage.crumbs, errors: entry.errors
        ) { m in
            m.lead("A tool that another authority took away from its Plumbline comes in as a draft.")
            m.form(to: ToolsRoute.takeIn.link(), key: visit.formKey, uploads: true) { m in
                m.fileField("file", "The file of the tool", in: entry, accepts: ".json")
                m.buttons { m in
                    m.button("Take in this tool")
                    m.a("Cancel", .href(ToolsRoute.list.link()))
                }
            }
        }
    }
}
