import Kernel
import Markup
import Site
import Storage

/// The journal, newest first.
enum JournalPage {
    struct View: Sendable {
        let lines: [JournalLine]
        let count: Int
        let kinds: [String]
        let names: [ID<Account>: String]
        let filter: JournalFilter
        let query: Fields
        let words: JournalWords
        let verdict: JournalVerdict?
        let key: FormKey
    }

    static func page(_ view: View) -> Page {
        let lines = view.lines.prefix(JournalPages.pageLength)
        return Page(
            "Journal",
            facts: [
                Markup("\(view.count) event\(view.count == 1 ? "" : "s")"),
                "Nothing here is ever changed or removed",
            ], banner: view.verdict.map(banner)
        ) { m in
            if view.filter.onlyAccounts {
                m.note("As an administrator you see what was done to accounts and access, and no content.")
            }
            filterBar(view, &m)
            m.div(.class("list-count")) { m in
                m.p(
                    view.filter.isEmpty
                        ? "\(strong: "\(view.count) events"), none hidden by a filter"
                        : "\(strong: "\(view.count) events") fit. \(link: "Clear the filter", to: JournalRoute.page.link())"
                )
                let export = JournalRoute.export.link(query: Query(view.query).with("before", ""))
                m.p("\(link: "Every event as CSV, in the records’ own words", to: export)")
            }
            table(Array(lines), view, &m)
            older(view, &m)
            m.form(to: JournalRoute.verify.link(), key: view.key) { m in
                m.note("Every event carries a seal made of itself and the event before it.")
                m.button("Check that nothing was changed", .other)
            }
        }
    }

    private static func banner(_ verdict: JournalVerdict) -> Banner {
        guard let fault = verdict.fault else {
            return Banner(
                .saved, "The journal is whole",
                "\(String(verdict.events)) events were checked. The last is number \(String(verdict.end.sequence)), sealed \(String(verdict.end.hash.prefix(16)))."
            )
        }
        return Banner(
            .contradiction, "The journal is not whole", "\(fault.description) Tell whoever runs the machine.")
    }

    private static func filterBar(_ view: View, _ m: inout Markup) {
        let entry = view.query.entry()
        m.filterBar(to: JournalRoute.page.link(), "Show events", isActive: !view.filter.isEmpty) { m in
            m.select(
                "kind", "What",
                [Choice("", "Anything")] + view.kinds.map { Choice($0, JournalWords.kind($0)) },
                in: entry)
            m.select(
                "who", "Who",
                [Choice("", "Anybody")]
                    + view.names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
                    .map { Choice($0.key.description, $0.value) }, in: entry)
            m.dateField("from", "From", in: entry)
            m.dateField("until", "Until", in: entry)
            m.textField("id", "Subject’s number", in: entry, hint: "As the journal shows it")
        }
    }

    private static func table(_ lines: [JournalLine], _ view: View, _ m: inout Markup) {
        guard !lines.isEmpty else { return }
        m.table(
            "Events", dense: true,
            [
                Column("Number", .reference), Column("What", .name), Column("When"), Column("Who"),
                Column("Subject"),
                Column("Change"), Column("Why"),
            ]
        ) { table in
            for line in lines {
                table.row { cells in
                    cells.cell(String(line.sequence))
                    cells.cell(JournalWords.kind(line.kind))
                    cells.cell(line.at.moment)
                    cells.cell(line.actor.map { view.names[$0] ?? "\($0)" } ?? "Plumbline")
                    cells.cell { m in
                        m.a(
                            "\(line.subject) \(name(line, view))",
                            .href(
                                JournalRoute.page.link(
                                    query: ["subject": line.subject, "id": line.subjectID])))
                    }
                    let change = view.words.change(line)
                    if change.isEmpty { cells.empty("none") } else { cells.cell(change) }
                    if let reason = line.reason, !reason.isEmpty {
                        cells.cell(reason)
                    } else {
                        cells.empty("none")
                    }
                }
            }
        }
    }

    static func name(_ line: JournalLine, _ view: View) -> String {
        if line.subject == "account", let id = ID<Account>(line.subjectID), let name = view.names[id] {
            return name
        }
        return line.subjectID.utf8.count > 16 ? String(line.subjectID.prefix(16)) : line.subjectID
    }

    // By cursor, since events are added while somebody reads.
    private static func older(_ view: View, _ m: inout Markup) {
        guard view.lines.count > JournalPages.pageLength,
            let last = view.lines.dropLast().last
        else { return }
        m.nav(.class("pages"), .label("Pages of this list")) { m in
            m.ul { m in
                m.li { m in
                    m.a(
                        "Older events",
                        .href(JournalRoute.page.link(query: Query(view.query).with("before", last.sequence))),
                        Attribute("rel", "next"))
                }
            }
        }
    }
}
