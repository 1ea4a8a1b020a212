import Kernel
import Markup
import Sheets
import Site
import Storage

/// Every tool of the authority, and those that come with the product and are not in use yet.
extension AuditsFeature {
    func tools(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let all = try await database.read {
            try ToolSQL.listed($0, officer.authority, drafts: officer.keepsTools)
        }
        return .page(ToolsPage.page(all, visit))
    }
}

enum ToolsPage {
    static func page(_ all: [ToolSQL.Listed], _ visit: Visit) -> Page {
        let unit = Tool.Unit(rawValue: visit.query["unit"])
        let shown = all.filter { unit == nil || $0.unit == unit }
        let isKeeper = visit.officer?.keepsTools ?? false
        var page = Page(
            "Tools", section: .audits,
            deed: isKeeper ? Link("Make a tool", ToolsRoute.new.link()) : nil,
            tabs: AuditTabs.tabs(.tools, visit.officer)
        ) { m in
            if all.isEmpty {
                m.lead(
                    "No tool has been issued yet. A tool is a set of standards and questions by which files are graded."
                )
            } else {
                m.honestSentence(sentence(all))
                filter(all, unit, &m)
                m.listCount(shown: shown.count, of: all.count, "tools", clear: ToolsRoute.list.link())
                if !shown.isEmpty { table(shown, &m) }
            }
            if isKeeper { ready(all, &m) }
        }
        if !shown.isEmpty { page.sheet = sheet(shown, unit) }
        return page
    }

    private static func sentence(_ all: [ToolSQL.Listed]) -> Markup {
        let inUse = all.count { $0.issued != nil && !$0.isRetired }
        let used = all.count { $0.rounds > 0 }
        guard inUse > 0 else {
            return "No tool has been issued yet: files cannot be graded until one is."
        }
        return
            "\(strong: counted(inUse, "tool")) \(inUse == 1 ? "is" : "are") in use; \(used) of them \(used == 1 ? "has" : "have") been used in rounds."
    }

    private static func filter(_ all: [ToolSQL.Listed], _ unit: Tool.Unit?, _ m: inout Markup) {
        let units = Tool.Unit.allCases.filter { unit in all.contains { $0.unit == unit } }
        guard units.count > 1 else { return }
        let entry = Entry(filled: ["unit": unit?.rawValue ?? ""])
        m.filterBar(to: ToolsRoute.list.link(), "Show tools", isActive: unit != nil) { m in
            m.select(
                "unit", "What one audit looks at",
                [Choice("", "Anything")] + units.map { Choice($0.rawValue, $0.plural) }, in: entry)
        }
    }

    private static func table(_ tools: [ToolSQL.Listed], _ m: inout Markup) {
        m.table(
            "Tools",
            [
                Column("Tool", .name), Column("Looks at"), Column("Version", .number),
                Column("Standards", .number), Column("Questions", .number),
                Column("Rounds", .number), Column("State"),
            ]
        ) { table in
            for tool in tools {
                table.row { row in
                    row.cell("\(link: tool.title, to: ToolsRoute.tool.link(tool.id))" as Markup)
                    row.cell(tool.unit.words)
                    if let version = tool.issued { row.cell(version) } else { row.empty() }
                    row.cell(tool.standards)
                    row.cell(tool.questions)
                    row.cell(tool.rounds)
                    row.cell(state(tool))
                }
            }
        }
    }

    static func state(_ tool: ToolSQL.Listed) -> String {
        var parts: [String] = []
        if tool.isRetired { parts.append("Retired") } else if tool.issued != nil { parts.append("In use") }
        if let draft = tool.draft { parts.append("Version \(draft) is a draft") }
        return parts.joined(separator: ". ")
    }

    /// What comes with the product and no tool began as.
    private static func ready(_ all: [ToolSQL.Listed], _ m: inout Markup) {
        let taken = Set(all.compactMap(\.shipped))
        let ready = ShippedTools.all.filter { !taken.contains($0.key) }
        guard !ready.isEmpty else { return }
        m.part(
            "Ready to take into use",
            note:
                "They come with Plumbline. Once taken they are your own, and may be changed from version 1 on."
        ) { m in
            m.taskList(
                ready.map { entry in
                    TaskItem(
                        Link(Markup(entry.tool.title), ToolsRoute.shipped.link(entry.key)),
                        why: Markup(entry.tool.purpose), state: Markup(entry.tool.unit.words))
                })
        }
        m.p("Or \(link: "take in a tool from a file", to: ToolsRoute.fromFile.link()) of another authority.")
    }

    private static func sheet(_ tools: [ToolSQL.Listed], _ unit: Tool.Unit?) -> Sheet {
        Sheet(
            "Audit tools", note: unit.map { "Those that look at \($0.plural)" },
            columns: [
                Sheet.Column("Tool", width: 32), Sheet.Column("Looks at"), Sheet.Column("Version", .number),
                Sheet.Column("Standards", .number), Sheet.Column("Questions", .number),
                Sheet.Column("Rounds", .number), Sheet.Column("State"),
            ]
        ) {
            tools.map {
                [
                    .text($0.title), .text($0.unit.words), .init($0.issued), .init($0.standards),
                    .init($0.questions), .init($0.rounds), .init(state($0)),
                ]
            }
        }
    }
}
