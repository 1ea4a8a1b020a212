import Kernel
import Markup
import Site
import Storage

/// Messages to copy into whatever the authority writes with: one for each person, and one for all.
extension PlansFeature {
    func missingMessages(_ visit: Visit) async throws -> Reply {
        .page(MissingMessages.page(try await missingView(visit), site: publicAddress, visit))
    }
}

enum MissingMessages {
    static func page(_ view: MissingPage.View, site: String, _ visit: Visit) -> Page {
        let groups = grouped(view)
        return Page(
            "Messages about missing updates", section: .work,
            breadcrumbs: [
                Link("Missing updates", MissingRoute.missing.link(query: MissingPage.query(view.filter)))
            ], facts: [Markup(counted(groups.count, "message")), Markup(view.filter.when.words)]
        ) { m in
            m.lead("Copy each into a message of your own. Nothing is sent from here.")
            if groups.isEmpty {
                m.emptyState("Nobody to write to", "No update is missing from anybody who can be asked.")
            }
            for (index, group) in groups.enumerated() {
                m.part(Markup(view.line.words(group.who))) { m in
                    m.textArea(
                        "message-\(index + 1)", "Message to \(group.greeted)",
                        in: Entry(filled: [
                            "message-\(index + 1)": message(group, view.line, site: site, visit.today)
                        ]), rows: group.entries.count * 3 + 8)
                }
            }
            if groups.count > 1 {
                m.part("One for all of them") { m in
                    m.textArea(
                        "message", "Message to all",
                        in: Entry(filled: ["message": all(groups, view.line, site: site, visit.today)]),
                        rows: 16)
                }
            }
        }
    }

    /// What somebody owes.
    struct Group {
        var who: Accountable
        /// The name of whoever holds the post, or the person's.
        var greeted: String
        var entries: [MissingSQL.Entry]
    }

    static func grouped(_ view: MissingPage.View) -> [Group] {
        var groups: [Group] = []
        for entry in view.entries {
            guard let who = entry.who else { continue }
            if let index = groups.firstIndex(where: { $0.who == who }) {
                groups[index].entries.append(entry)
            } else {
                groups.append(Group(who: who, greeted: greeted(who, view.line), entries: [entry]))
            }
        }
        return groups
    }

    private static func greeted(_ who: Accountable, _ line: Line) -> String {
        switch who {
        case .person(let person): return line.names[person] ?? "whoever answers now"
        case .post(let post):
            let holders = (line.posts[post]?.holders ?? []).compactMap { line.names[$0] }.sorted()
            return holders.isEmpty
                ? "whoever acts as \(line.posts[post]?.title ?? "this post")"
                : holders.joined(separator: " and ")
        }
    }

    static func message(_ group: Group, _ line: Line, site: String, _ today: Day) -> String {
        var lines = ["Dear \(group.greeted),", "", opening(group.entries.count), ""]
        for entry in group.entries { lines += owed(entry, site: site, today) + [""] }
        lines.append(
            "Two minutes each are enough: what was done, what is in the way, when you expect to finish.")
        return lines.joined(separator: "\n")
    }

    static func all(_ groups: [Group], _ line: Line, site: String, _ today: Day) -> String {
        var lines = ["Dear all,", "", "These updates of the improvement plan are missing.", ""]
        for group in groups {
            lines.append("\(line.words(group.who)):")
            for entry in group.entries { lines += owed(entry, site: site, today) }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private static func opening(_ count: Int) -> String {
        count == 1
            ? "An update of this action is due from you:"
            : "Updates of these \(count) actions are due from you:"
    }

    private static func owed(_ entry: MissingSQL.Entry, site: String, _ today: Day) -> [String] {
        let title = [entry.reference, entry.text.short].compactMap { $0 }.joined(separator: " ")
        let due = entry.due < today ? "due since \(entry.due.long)" : "due by \(entry.due.long)"
        return ["- \(title), \(due)", "  \(site)\(UpdatesRoute.newUpdate.link(entry.plan, entry.action))"]
    }
}
