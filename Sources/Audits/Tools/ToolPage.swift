import Kernel
import Markup
import Site
import Storage

/// One version of a tool, with what changed from version to version.
extension AuditsFeature {
    func tool(_ visit: Visit) async throws -> Reply {
        let whole = try await toolToRead(visit)
        let officer = try visit.signedInOfficer
        let asked = visit.parameters["version"].map { Int($0) ?? 0 }
        let version =
            asked.map { number in whole.versions.first { $0.number == number } }
            ?? whole.latest ?? whole.draft
        guard let version, version.issuedAt != nil || officer.keepsTools else { throw NotFound() }
        if version.issuedAt == nil { return .redirect(to: DraftRoute.draft.link(whole.id)) }
        return .page(ToolPage.page(whole, version, Entry(), visit))
    }

    /// The tool that the address names; what was never issued is there for its keepers only.
    func toolToRead(_ visit: Visit) async throws -> ToolSQL.Whole {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let whole = try await database.read { try ToolSQL.whole($0, officer.authority, id) }
        guard let whole, whole.latest != nil || officer.keepsTools else { throw NotFound() }
        return whole
    }
}

enum ToolPage {
    static let crumbs = [Link("Audits", RoundsRoute.home.link()), Link("Tools", ToolsRoute.list.link())]

    static func facts(_ tool: Tool) -> [Markup] {
        [
            Markup("One audit looks at one \(tool.unit.words)"),
            "\(counted(tool.standardCount, "standard")), \(counted(tool.questions.count, "question"))",
        ]
    }

    static func page(
        _ whole: ToolSQL.Whole, _ version: ToolSQL.Version, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let isKeeper = visit.officer?.keepsTools ?? false
        let deed = whole.draft == nil ? nil : Link("Go on with the draft", DraftRoute.draft.link(whole.id))
        return Page(
            version.tool.title, section: .audits, breadcrumbs: crumbs,
            facts: ["Version \(version.number)"] + facts(version.tool), deed: isKeeper ? deed : nil,
            errors: entry.errors
        ) { m in
            m.honestSentence(sentence(whole, version))
            if let latest = whole.latest?.number, latest != version.number {
                m.p(
                    "This is not the latest version. \(link: "See version \(latest)", to: ToolsRoute.tool.link(whole.id))"
                )
            }
            ToolView.write(version.tool, to: &m)
            history(whole, &m)
            m.part("Take it to another authority") { m in
                m.p(
                    "\(link: "Take version \(version.number) away as a file", to: ToolsRoute.file.link(whole.id, version.number)); it holds the words of the tool, and nothing of any audit."
                )
            }
            if isKeeper { keeping(whole, entry, visit, &m) }
        }
    }

    private static func sentence(_ whole: ToolSQL.Whole, _ version: ToolSQL.Version) -> Markup {
        let rounds = "Version \(version.number) \(used(version.rounds))"
        guard whole.retiredAt == nil else {
            return "\(strong: "This tool is retired"): no new round can use it. \(rounds)."
        }
        return "\(strong: rounds), and never changes."
    }

    static func used(_ rounds: Int) -> String {
        rounds == 0 ? "has not been used in a round yet" : "is used in \(counted(rounds, "round"))"
    }

    private static func history(_ whole: ToolSQL.Whole, _ m: inout Markup) {
        let issued = whole.versions.filter { $0.issuedAt != nil }
        m.part("Versions") { m in
            m.historyList(
                issued.reversed().map { version in
                    let before = issued.last { $0.number < version.number }
                    return HistoryItem(
                        (version.issuedAt ?? version.at).inLondon.day,
                        Markup { m in
                            m.a(
                                "Version \(version.number)",
                                .href(ToolsRoute.version.link(whole.id, version.number)))
                            m.add(version.by.isEmpty ? ", " : ", issued by \(version.by), ")
                            m.add(used(version.rounds) + ".")
                            guard let before else { return }
                            changes(ToolChanges.words(from: before.tool, to: version.tool), &m)
                        })
                })
        }
    }

    static func changes(_ words: [String], _ m: inout Markup) {
        guard !words.isEmpty else { return m.p("Nothing changed in its words.") }
        m.ul { m in for sentence in words { m.li(Markup(sentence)) } }
    }

    private static func keeping(_ whole: ToolSQL.Whole, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        m.part("Keep this tool") { m in
            if whole.draft == nil {
                m.p("A version never changes. To change the tool, begin the draft of its next version.")
                m.form(to: DraftRoute.begin.link(whole.id), key: visit.formKey) { m in
                    m.button("Begin version \((whole.versions.last?.number ?? 0) + 1)", .other)
                }
            }
            if whole.retiredAt == nil {
                m.disclosure("Retire this tool", isOpen: !entry.errors.isEmpty) { m in
                    m.form(to: ToolsRoute.retire.link(whole.id), key: visit.formKey) { m in
                        m.hiddenField("revision", "\(whole.revision)")
                        m.textField(
                            "reason", "Why is it retired?", in: entry,
                            hint: "No new round can use it then. Its rounds and their results stay.")
                        m.button("Retire this tool", .other)
                    }
                }
            } else {
                m.form(to: ToolsRoute.bringBack.link(whole.id), key: visit.formKey) { m in
                    m.hiddenField("revision", "\(whole.revision)")
                    m.button("Bring this tool back into use", .other)
                }
            }
        }
    }
}
