import Kernel
import Markup
import Site
import Storage

/// One standard of a round, with the cases in which something of it was not good.
struct Theme: Hashable, Sendable {
    var number: String
    var title: String
    var first: LoopFigures.Part
    var second: LoopFigures.Part

    /// In the order of the tool; standards without a grade are left out, and so is the work as a whole. In one query.
    static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round, _ tool: Tool
    ) throws -> [Theme] {
        let standards = tool.standards.filter { !$0.questions.isEmpty && !$0.number.isEmpty }
        var values: [SQLValue] = [.id(authority), .id(round.id)]
        let cases = standards.map { standard -> String in
            values.append(.text(standard.number))
            let number = values.count
            let keys = standard.questions.map { question -> String in
                values.append(.text(question.key))
                return "$\(values.count)"
            }
            return "WHEN question IN (\(keys.joined(separator: ", "))) THEN $\(number)"
        }
        guard !cases.isEmpty else { return [] }
        let counts = try connection.rows(
            """
            SELECT standard, leg, COUNT(DISTINCT subject),
                COUNT(DISTINCT CASE WHEN is_good = 0 THEN subject END)
            FROM (SELECT CASE \(cases.joined(separator: " ")) END AS standard, leg, subject, is_good
                FROM audit_mark WHERE authority = $1 AND round = $2 AND is_good IS NOT NULL) marks
            WHERE standard IS NOT NULL GROUP BY standard, leg
            """, values
        ) { (standard: try $0.text(0), leg: try $0.text(1), of: try $0.int(2), count: try $0.int(3)) }
        return standards.compactMap { standard in
            func part(_ leg: String) -> LoopFigures.Part {
                counts.first { $0.standard == standard.number && $0.leg == leg }
                    .map { LoopFigures.Part($0.count, of: $0.of) } ?? LoopFigures.Part(0, of: 0)
            }
            let theme = Theme(
                number: standard.number, title: "\(standard.number) \(standard.title)",
                first: part("first"), second: part("second"))
            return theme.first.of + theme.second.of == 0 ? nil : theme
        }
    }

    /// What it would say in a plan: the finding with its figures.
    func words(_ round: Round) -> String {
        let second = second.of == 0 ? "" : "; by the second audit in \(second.count) of \(second.of)"
        return
            "\(title): not good in \(first.count) of \(first.of) cases of “\(round.title)”\(second)."
    }
}

extension AuditsFeature {
    /// One theme: how it was graded, and where it goes on: an action, a practice note, an action of a plan.
    func theme(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let sources = sources
        let (round, theme, guidance, places) = try await database.read { connection in
            let (round, tool) = try FollowUp.round(connection, officer, id, on: visit.today)
            let themes =
                round.closedAt == nil ? [] : try Theme.read(connection, officer.authority, round, tool)
            guard let theme = themes.first(where: { $0.number == visit.parameters["standard"] }) else {
                throw NotFound()
            }
            return (
                round, theme, tool.standards.first { $0.number == theme.number }?.guidance ?? "",
                try sources.actionPlaces(connection, officer, visit.today, theme.words(round))
            )
        }
        return .page(
            Page(
                theme.title, section: .audits,
                breadcrumbs: LoopCrumbs.list + [Link("What follows", LoopRoute.followUp.link(id))],
                facts: [Markup(round.title)]
            ) { m in
                m.honestSentence(Markup(theme.words(round)))
                if !guidance.isEmpty { m.p(Markup(guidance)) }
                m.p { m in
                    if officer.holds(RoundsRoute.keepers) {
                        m.a(
                            "Give somebody an action for the service",
                            .href(
                                LoopRoute.new.link(
                                    id, query: ["kind": "service", "standard": theme.number])))
                        m.add(" · ")
                        m.a("Write the practice note", .href(LoopRoute.writing.link(id, theme.number)))
                    } else {
                        m.a("Practice notes", .href(LoopRoute.notes.link(id)))
                    }
                }
                m.part("An action of a plan") { m in
                    if places.isEmpty {
                        m.p(
                            "Whoever keeps a plan finds its areas here, and begins an action with these words."
                        )
                    } else {
                        m.p("Begin an action with these words in an area of a plan:")
                        m.ul { m in
                            for place in places { m.li { $0.a(place.name, .href(place.address)) } }
                        }
                    }
                }
            })
    }
}
