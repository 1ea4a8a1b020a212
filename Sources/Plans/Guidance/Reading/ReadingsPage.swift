import Kernel
import Markup
import Site

/// One's own readings: what is issued to the person who looks, and each document as they read it.
enum ReadingsPage {
    static func page(_ all: [RollSQL.Due], _ officer: Officer, _ today: Day) -> Page {
        let unread = all.filter { $0.read == nil }
        return Page("My readings", breadcrumbs: crumbs(officer)) { m in
            guard officer.person != nil else {
                m.emptyState(
                    "Nothing is issued to you by name",
                    "Your account is not tied to a person of the organisation. An administrator can tie it.")
                return
            }
            guard !all.isEmpty else {
                m.emptyState(
                    "Nothing is issued to you",
                    "Guidance, letters, protocols and forms stand here from the day they are issued to you.")
                return
            }
            m.honestSentence(
                Markup(
                    unread.isEmpty
                        ? "You have read everything that is issued to you."
                        : "You have \(counted(unread.count, "document")) to read."))
            part("To read", unread, today, &m)
            part("Read", all.filter { $0.read != nil }, today, &m)
        }
    }

    private static func part(
        _ heading: Markup, _ dues: [RollSQL.Due], _ today: Day, _ m: inout Markup
    ) {
        guard !dues.isEmpty else { return }
        m.part(heading) { m in
            m.taskList(
                dues.map { due in
                    TaskItem(
                        Link(Markup(due.guidance.title), GuidanceRoute.reading.link(due.guidance.id)),
                        why:
                            "\(due.guidance.kind.words), version \(due.guidance.issuedVersion ?? 0), issued on \(due.issued.long)",
                        state: Markup(
                            due.read.map { "read on \($0.short)" } ?? due.readBy.map {
                                MyWorkPage.state($0, today)
                            } ?? "to read"))
                })
        }
    }

    private static func crumbs(_ officer: Officer) -> [Link] {
        officer.holds(PlansRoute.readers) ? [Link("My work", WorkRoute.myWork.link())] : []
    }

    static func page(
        _ due: RollSQL.Due, _ version: GuidanceStory.Version?, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let guidance = due.guidance
        let number = guidance.issuedVersion ?? 0
        return Page(
            guidance.title,
            breadcrumbs: (visit.officer.map(crumbs) ?? [])
                + [Link("My readings", GuidanceRoute.readings.link())],
            facts: [
                Markup(guidance.kind.words), "Version \(strong: "\(number)")",
                "Issued on \(due.issued.long)",
            ], errors: entry.errors
        ) { m in
            m.honestSentence(
                Markup(
                    due.read.map { "You read this on \($0.long)." } ?? due.readBy.map {
                        "Please read this by \($0.long)."
                    } ?? "Please read this."))
            m.part("What it is for") { m in m.p(Markup(guidance.purpose)) }
            if let version { text(version, guidance, &m) }
            guard due.read == nil else { return }
            guard visit.officer?.holds(GuidanceRoute.confirmers) ?? false else {
                m.note(
                    "You read without writing here. Whoever looks after the document writes your reading down."
                )
                return
            }
            m.form(to: GuidanceRoute.addReading.link(guidance.id), key: visit.formKey) { m in
                m.hiddenField("version", "\(number)")
                m.buttons { m in
                    m.button("I have read it")
                    m.a("Not now", .href(GuidanceRoute.readings.link()))
                }
            }
        }
    }

    private static func text(
        _ version: GuidanceStory.Version, _ guidance: Guidance, _ m: inout Markup
    ) {
        m.part(
            "The document", note: version.number > 1 ? "What changed: \(version.changed)" : nil
        ) { m in
            if let file = version.file {
                m.p { m in
                    m.a(file.name, .href(GuidanceRoute.readingFile.link(guidance.id)))
                    m.add(" (\(GuidanceWords.size(file.size)))")
                }
            }
            if let link = version.link { m.p { $0.a(link, .href(link), Attribute("rel", "noreferrer")) } }
            for paragraph in (version.words ?? "").split(separator: "\n")
            where !paragraph.allSatisfy(\.isWhitespace) {
                m.p(String(paragraph))
            }
        }
    }
}
