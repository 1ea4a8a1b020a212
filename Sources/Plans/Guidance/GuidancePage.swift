import Kernel
import Markup
import Site
import Storage

/// One document: how it stands, its text, who approved it, who has read it, and its whole history.
extension PlansFeature {
    func guidance(_ visit: Visit) async throws -> Reply {
        let found = try await guidanceCase(visit)
        let officer = try visit.signedInOfficer
        let today = visit.today
        let due = try await database.read { connection in
            try officer.person.flatMap { person in
                try RollSQL.issued(
                    to: person, connection, officer.authority, on: today, unreadOnly: true
                ).first { $0.guidance.id == found.guidance.id }
            }
        }
        return .page(GuidancePage.page(found, mustRead: due != nil))
    }
}

enum GuidancePage {
    static func page(_ found: GuidanceCase, mustRead: Bool) -> Page {
        let guidance = found.guidance
        let shown = found.seesDrafts ? guidance.version : guidance.issuedVersion ?? 0
        return Page(
            guidance.title, section: .plan, breadcrumbs: GuidanceCrumbs.to(found.plan), facts: facts(found),
            deed: found.eyes.keepsPlan && guidance.withdrawn == nil
                ? Link(
                    "Change this document", GuidanceRoute.editDocument.link(found.plan.id, guidance.id))
                : nil,
            banner: found.story.withdrawal.map { Banner(.notice, "Withdrawn:", Markup($0.reason)) }
        ) { m in
            m.honestSentence(Markup(GuidanceWords.sentence(found)))
            m.columns(.eightFour) { m in
                m.part("What it is for") { m in m.p(Markup(guidance.purpose)) }
                if shown != guidance.issuedVersion, let inForce = guidance.issuedVersion {
                    content(found, inForce, &m)
                }
                content(found, shown, &m)
                bodies(found, shown, &m)
                teams(found, &m)
                m.part("What happened") { m in
                    m.historyList(GuidanceHistory.items(found))
                }
            } beside: { m in
                deeds(found, mustRead: mustRead, &m)
                m.part("Carries out") { m in carriesOut(found, &m) }
                if guidance.isInForce {
                    m.part("Review") { m in
                        m.p(guidance.reviewDue.map { Markup(review($0, found.today)) } ?? "No review due")
                    }
                }
            }
        }
    }

    private static func facts(_ found: GuidanceCase) -> [Markup] {
        let guidance = found.guidance
        return [
            Markup(guidance.kind.words),
            guidance.issuedVersion.map { "Version \(strong: "\($0)") in force" } ?? "No version in force",
            guidance.accountable.map { "Looked after by \(strong: found.line.words($0))" }
                ?? "Nobody looks after it",
        ]
    }

    private static func review(_ due: Day, _ today: Day) -> String {
        due < today
            ? "Review due on \(due.long): \(counted(today - due, "day")) late" : "Due on \(due.long)"
    }

    private static func carriesOut(_ found: GuidanceCase, _ m: inout Markup) {
        guard !found.actions.isEmpty else {
            m.note("No action of the plan is named")
            return
        }
        m.ul { m in
            for action in found.actions {
                m.li { $0.a(action.name, .href(PlansRoute.action.link(found.plan.id, action.id))) }
            }
        }
    }

    private static func deeds(_ found: GuidanceCase, mustRead: Bool, _ m: inout Markup) {
        let links = found.deeds(mustRead: mustRead)
        guard !links.isEmpty else { return }
        m.part("What happens next") { m in
            m.buttons(stacked: true) { m in
                for (index, link) in links.enumerated() {
                    m.buttonLink(link.words, to: link.address, index == 0 ? .main : .other)
                }
            }
        }
    }
}

extension GuidanceCase {
    /// What the person may do now, the likeliest first.
    func deeds(mustRead: Bool) -> [Link] {
        var links: [Link] = []
        if mustRead { links.append(Link("Read it", GuidanceRoute.reading.link(guidance.id))) }
        func add(_ words: Markup, _ route: GuidanceRoute) {
            links.append(Link(words, route.link(plan.id, guidance.id)))
        }
        let own = eyes.whyNotIndependent(guidance, story.version(guidance.version))
        if let body, eyes.records(body), own == nil { add("Record what was decided", .decision) }
        guard tends else { return links }
        switch guidance.stage {
        case .draft:
            if guidance.version > 0 { add("Send it for approval", .askBodies) }
            add(guidance.version == 0 ? "Give the first version" : "Give a new version", .newVersion)
        case .approving: break
        case .sentBack: add("Give a new version", .newVersion)
        case .approved:
            add("Issue it", .issue)
            add("Give a new version", .newVersion)
        case .issued:
            add("Issue it to more people", .issue)
            add("Give a new version", .newVersion)
        }
        if guidance.isInForce {
            add("Review it", .review)
            add("Write down a reading on paper", .paperReading)
        }
        add("Withdraw it", .withdrawal)
        return links
    }
}

// MARK: Parts of the page

extension GuidancePage {
    /// A version as it is to be read.
    static func content(
        _ found: GuidanceCase, _ number: Int, file address: String? = nil, _ m: inout Markup
    ) {
        guard let version = found.story.version(number) else { return }
        let isInForce = number == found.guidance.issuedVersion && found.guidance.withdrawn == nil
        let state = isInForce ? "in force" : found.guidance.withdrawn == nil ? "not in force" : "withdrawn"
        m.part("Version \(number), \(state)", note: number > 1 ? "What changed: \(version.changed)" : nil) {
            m in
            if let file = version.file {
                m.p { m in
                    m.a(
                        file.name,
                        .href(address ?? GuidanceRoute.file.link(found.plan.id, found.guidance.id, number)))
                    m.add(" (\(GuidanceWords.size(file.size)))")
                }
                m.note("SHA-256 \(String(file.sha256.prefix(16)))…")
            }
            if let link = version.link { m.p { $0.a(link, .href(link), Attribute("rel", "noreferrer")) } }
            if let words = version.words {
                for paragraph in words.split(separator: "\n") where !paragraph.allSatisfy(\.isWhitespace) {
                    m.p(String(paragraph))
                }
            }
        }
    }

    /// Who decides on that version, in order, and what they decided.
    static func bodies(_ found: GuidanceCase, _ number: Int, _ m: inout Markup) {
        let bodies = found.story.bodies(of: number)
        guard !bodies.isEmpty else { return }
        m.part("Approval of version \(number)") { m in
            m.table(
                "Bodies that decide on version \(number), in order",
                [
                    Column("Body", .name), Column("Decided"), Column("In its words"),
                    Column("Recorded by"),
                ]
            ) { rows in
                for body in bodies {
                    rows.row { row in
                        row.cell("\(body.position). \(body.name)")
                        row.cell(decided(body, found))
                        if let words = body.decision?.words, !words.isEmpty {
                            row.cell(words)
                        } else {
                            row.empty("no words")
                        }
                        row.cell(
                            body.decision?.by.name
                                ?? body.recorder.map { "to be recorded by \(found.line.words($0))" } ?? "")
                    }
                }
            }
        }
    }

    private static func decided(_ body: GuidanceStory.Body, _ found: GuidanceCase) -> String {
        if let decision = body.decision {
            return "\(decision.approved ? "Approved" : "Sent back") on \(decision.on.short)"
        }
        guard found.guidance.version == body.version, found.guidance.stage == .approving else {
            return "Not reached"
        }
        guard found.guidance.waitsFor == body.position else { return "Waits for the body before" }
        return body.due < found.today
            ? "Due \(body.due.short), \(counted(found.today - body.due, "day")) late"
            : "Due \(body.due.short)"
    }

    /// How many have read it, by team.
    private static func teams(_ found: GuidanceCase, _ m: inout Markup) {
        guard let roll = found.roll, found.guidance.withdrawn == nil else { return }
        let teams = Dictionary(grouping: roll.readers, by: \.team).sorted { $0.key < $1.key }
        m.part("Who has read version \(roll.version)", id: "readers") { m in
            m.table(
                "Readers by team",
                [
                    Column("Team", .name), Column("On the list", .number), Column("Have read", .number),
                    Column("To read", .number),
                ]
            ) { rows in
                for (team, readers) in teams {
                    rows.row { row in
                        row.cell(team.isEmpty ? "In no team" : team)
                        row.cell(readers.count)
                        row.cell(readers.count { $0.reading != nil })
                        row.cell(readers.count { $0.reading == nil })
                    }
                }
            }
            if !roll.left.isEmpty {
                m.note(
                    "\(counted(roll.left.count, "person who has", "people who have")) read it since left the list."
                )
            }
            if found.mayNameReaders {
                let address = GuidanceRoute.roll.link(found.plan.id, found.guidance.id)
                m.p("\(link: "See who has and who has not", to: address)")
            }
        }
    }
}

extension GuidanceCase {
    /// Whether the person sees by name who has read it: the plan's keepers, who looks after it, and the line.
    var mayNameReaders: Bool { eyes.seesNames || eyes.looksAfter(guidance) }
}

/// Everything that happened to a document, in one line of time.
enum GuidanceHistory {
    static func items(_ found: GuidanceCase) -> [HistoryItem] {
        let story = found.story
        var moments: [(at: Instant, number: Int, item: HistoryItem)] = []
        func add(_ by: GuidanceStory.Doing, on day: Day? = nil, _ what: Markup) {
            moments.append((by.at, moments.count, HistoryItem(day ?? by.at.inLondon.day, what)))
        }
        for version in story.versions where found.sees(version: version.number) {
            add(version.by, "Version \(version.number) written by \(version.by.name): \(version.changed)")
        }
        for version in Set(story.bodies.map(\.version)) where found.sees(version: version) {
            let bodies = story.bodies(of: version)
            if let first = bodies.first {
                let names = bodies.map(\.name).joined(separator: ", then ")
                add(
                    first.asked, "Version \(version) sent for approval by \(first.asked.name): \(names)")
            }
            for body in bodies {
                guard let decision = body.decision else { continue }
                let words = decision.words.isEmpty ? "" : ": “\(decision.words)”"
                add(
                    decision.by, on: decision.on,
                    "\(body.name) \(decision.approved ? "approved" : "sent back") version \(version)\(words), recorded by \(decision.by.name)"
                )
            }
        }
        for issue in story.issues {
            let anew =
                issue.version > 1 && !issue.readAnew ? "; earlier readings still count" : ""
            add(
                issue.by, on: issue.on,
                "Version \(issue.version) issued by \(issue.by.name)\(anew)")
        }
        for review in story.reviews {
            add(
                review.by,
                "Reviewed by \(review.by.name): version \(review.version) stands as it is until \(review.standsUntil.long). \(review.words)"
            )
        }
        if let withdrawal = story.withdrawal {
            add(withdrawal.by, "Withdrawn by \(withdrawal.by.name): \(withdrawal.reason)")
        }
        return moments.sorted { ($0.item.day, $0.at, $0.number) > ($1.item.day, $1.at, $1.number) }.map(
            \.item)
    }
}
