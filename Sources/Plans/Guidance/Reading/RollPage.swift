import Kernel
import Markup
import Sheets
import Site

/// Who has read a document and who has not, by team, with a message to copy for those who have not.
enum RollPage {
    enum Show: String, CaseIterable {
        case unread, read, joined, left

        var words: String {
            switch self {
            case .unread: "Have not read it"
            case .read: "Have read it"
            case .joined: "Joined since it was issued"
            case .left: "Have read it and left the list"
            }
        }
    }

    static func readers(_ roll: ReadingRoll, _ query: Fields) -> [ReadingRoll.Reader] {
        let shown =
            switch Show(rawValue: query["show"]) {
            case .unread: roll.outstanding
            case .read: roll.read
            case .joined: roll.joined
            case .left: roll.left
            case nil: roll.readers
            }
        let team = query["team"]
        return team.isEmpty ? shown : shown.filter { $0.team == (team == "-" ? "" : team) }
    }
}

extension PlansFeature {
    func guidanceRoll(_ visit: Visit) async throws -> Reply {
        let found = try await guidanceCase(visit)
        guard found.mayNameReaders, let roll = found.roll else { throw NotFound() }
        return .page(RollPage.page(found, roll, visit))
    }
}

// MARK: Page

extension RollPage {
    static func page(_ found: GuidanceCase, _ roll: ReadingRoll, _ visit: Visit) -> Page {
        let shown = readers(roll, visit.query)
        let address = GuidanceRoute.roll.link(found.plan.id, found.guidance.id)
        return Page(
            "Who has read it", section: .plan, breadcrumbs: GuidanceCrumbs.to(found.plan, found),
            facts: [Markup(found.guidance.title), "Version \(roll.version)"],
            sheet: sheet(shown, found, roll)
        ) { m in
            m.honestSentence(Markup(roll.sentence))
            filterBar(roll, address, visit, &m)
            let isLeft = visit.query["show"] == Show.left.rawValue
            m.listCount(
                shown: shown.count, of: isLeft ? roll.left.count : roll.readers.count, "people on the list",
                clear: address)
            table(shown, found, &m)
            if !roll.outstanding.isEmpty, found.guidance.withdrawn == nil { message(found, roll, &m) }
        }
    }

    private static func filterBar(
        _ roll: ReadingRoll, _ address: String, _ visit: Visit, _ m: inout Markup
    ) {
        let teams = Set((roll.readers + roll.left).map(\.team)).sorted()
        let isActive = !(visit.query["show"] + visit.query["team"]).isEmpty
        m.filterBar(to: address, "Show people", isActive: isActive) { m in
            let entry = visit.query.entry()
            m.select(
                "show", "Who",
                [Choice("", "Everybody")] + Show.allCases.map { Choice($0.rawValue, $0.words) },
                in: entry)
            m.select(
                "team", "Team",
                [Choice("", "All teams")]
                    + teams.map { Choice($0.isEmpty ? "-" : $0, $0.isEmpty ? "In no team" : $0) },
                in: entry)
        }
    }

    private static func table(
        _ readers: [ReadingRoll.Reader], _ found: GuidanceCase, _ m: inout Markup
    ) {
        guard !readers.isEmpty else {
            m.emptyState("Nobody", "No person of the list is of this kind.")
            return
        }
        m.table(
            "People on the list of the document", dense: readers.count > 20,
            [Column("Name", .name), Column("Team"), Column("Read"), Column("On the list", .short)]
        ) { rows in
            for reader in readers {
                rows.row { row in
                    row.cell(reader.name)
                    if reader.team.isEmpty { row.empty("in no team") } else { row.cell(reader.team) }
                    row.cell { m in state(reader, found, &m) }
                    row.cell(reader.joined ? "joined since" : "from the start")
                }
            }
        }
    }

    private static func state(
        _ reader: ReadingRoll.Reader, _ found: GuidanceCase, _ m: inout Markup
    ) {
        if let reading = reader.reading {
            let paper = reading.onPaper ? ", on paper" : ""
            let older = reading.version == found.guidance.issuedVersion ? "" : ", version \(reading.version)"
            m.add("\(reading.on.short)\(older)\(paper)")
        } else {
            m.add("Not yet")
            if found.tends {
                let query = Query().with("person", reader.person.description)
                let link = GuidanceRoute.paperReading.link(found.plan.id, found.guidance.id, query: query)
                m.add(" ")
                m.a("Write down a reading\(hidden: " of \(reader.name)")", .href(link))
            }
        }
    }

    /// A message for those who have not read it, to copy into a mail.
    private static func message(_ found: GuidanceCase, _ roll: ReadingRoll, _ m: inout Markup) {
        let readBy = found.story.issues.last { $0.version == roll.version }?.readBy
        let names = roll.outstanding.map(\.name).joined(separator: "; ")
        let by = readBy.map { " by \($0.long)" } ?? ""
        let kind = found.guidance.kind.words.lowercased()
        let words = """
            To: \(names)

            Please read the \(kind) “\(found.guidance.title)”, version \(roll.version)\(by). You find it in Plumbline under My work: open it, read it, and press “I have read it”.

            What it is for: \(found.guidance.purpose)
            """
        m.disclosure("A message to those who have not") { m in
            m.textArea(
                "message", "Copy it into a mail", in: Entry(filled: ["message": words]), rows: 9)
        }
    }

    private static func sheet(
        _ readers: [ReadingRoll.Reader], _ found: GuidanceCase, _ roll: ReadingRoll
    ) -> Sheet {
        Sheet(
            "Who has read “\(found.guidance.title)”, version \(roll.version)", note: roll.sentence,
            columns: [
                Sheet.Column("Name", width: 32), Sheet.Column("Team", width: 32), Sheet.Column("Read", .day),
                Sheet.Column("Version read", .number), Sheet.Column("How"), Sheet.Column("On the list"),
            ]
        ) {
            readers.map { reader in
                [
                    Sheet.Cell(reader.name), Sheet.Cell(reader.team), Sheet.Cell(reader.reading?.on),
                    Sheet.Cell(reader.reading?.version),
                    Sheet.Cell(reader.reading.map { $0.onPaper ? "On paper" : "In Plumbline" }),
                    Sheet.Cell(reader.joined ? "Joined since" : "From the start"),
                ]
            }
        }
    }
}
