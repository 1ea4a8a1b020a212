import Kernel
import Markup
import Site
import Storage

/// What follows from one round: its actions, how its loop is closed, its themes, and when it is audited again.
extension AuditsFeature {
    func followUp(_ visit: Visit) async throws -> Reply {
        .page(try await followUp(try visit.id("round"), nil, visit))
    }

    func followUp(
        _ id: ID<AuditRound>, _ refused: StepRefused?, _ visit: Visit
    ) async throws -> Page {
        let officer = try visit.signedInOfficer
        let found = try await database.read { connection in
            let (round, tool) = try FollowUp.round(connection, officer, id, on: visit.today)
            let scope = try FindingScope.read(connection, officer, on: visit.today)
            return FollowUp(
                round: round, tool: tool,
                tally: try FindingSQL.tally(connection, scope, FindingFilter(round: id)),
                figures: round.closedAt == nil
                    ? nil : try LoopFigures.read(connection, officer.authority, id),
                themes: round.closedAt == nil
                    ? [] : try Theme.read(connection, officer.authority, round, tool),
                again: try AuditAgain.standing(connection, officer.authority, round),
                isKeeper: scope.ladders.relations.tree.isWithin(
                    officer.scopes(for: RoundsRoute.keepers), round.node, on: visit.today))
        }
        if found.tally.all > 0 { try await noteSeen([id], officer, at: visit.now) }
        return FollowUpPage.page(found, refused, visit)
    }
}

/// What the page shows.
struct FollowUp {
    var round: Round
    var tool: Tool
    var tally: FindingSQL.Tally
    /// Nil until the round is closed.
    var figures: LoopFigures?
    var themes: [Theme]
    var again: AuditAgain.Standing
    var isKeeper: Bool

    /// The round for whoever follows rounds in its part and is not barred from it.
    static func round(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditRound>, on today: Day
    ) throws -> (Round, Tool) {
        let round = try RoundAccess.unbarred(connection, officer, id)
        let tree = try UnitTree.read(connection, officer.authority)
        guard tree.isWithin(officer.scopes(for: LoopRoute.followers), round.node, on: today),
            let tool = try ToolSQL.tool(
                connection, officer.authority, round.tool, version: round.toolVersion)
        else { throw NotFound() }
        return (round, tool)
    }
}

enum FollowUpPage {
    static func page(_ found: FollowUp, _ refused: StepRefused?, _ visit: Visit) -> Page {
        let round = found.round
        let errors = refused.map { [FieldError($0.field, $0.sentence)] } ?? []
        return Page(
            "What follows", section: .audits, breadcrumbs: LoopCrumbs.list, facts: [Markup(round.title)],
            deed: found.isKeeper ? Link("New action", LoopRoute.new.link(round.id)) : nil, errors: errors
        ) { m in
            m.honestSentence(
                found.tally.all == 0
                    ? "No action has come out of this round yet." : ActionsPage.sentence(found.tally))
            m.p { m in
                m.a(
                    "Actions of this round",
                    .href(
                        LoopRoute.list.link(query: Query().with("round", round.id))))
                m.add(" · ")
                m.a("Practice notes", .href(LoopRoute.notes.link(round.id)))
            }
            if let figures = found.figures {
                m.part("How the loop is closed") { m in table(figures, &m) }
                if !found.themes.isEmpty {
                    m.part(
                        "Themes",
                        note:
                            "Cases in which something of the standard was not good. A theme can feed an action of a plan."
                    ) { m in themes(found, &m) }
                }
            } else {
                m.note("How the loop is closed, and the themes, stand here once the round is closed.")
            }
            m.part("Auditing again") { m in
                again(found, refused == nil ? Entry() : visit.entry(errors), visit, &m)
            }
        }
    }

    private static func table(_ figures: LoopFigures, _ m: inout Markup) {
        func words(_ part: LoopFigures.Part) -> Markup {
            part.of == 0 ? "none" : "\(strong: "\(part.count)") of \(part.of)"
        }
        var rows = [
            SummaryRow("Audits sent in time", words(figures.returnedOnTime)),
            SummaryRow("Cases with a second audit", words(figures.verified)),
            SummaryRow("Actions done in time and seen on the file", words(figures.doneOnTimeAndSeen)),
            SummaryRow("Children found not safe or in doubt, assured", words(figures.assured)),
            SummaryRow(
                "Median from not safe to the assurance",
                figures.medianDaysToAssurance.map { "\(AssurancesPage.tenths($0)) days" } ?? "none assured"),
        ]
        if let shift = figures.shift {
            rows.append(
                SummaryRow(
                    "Good or better than in “\(shift.earlierTitle)”",
                    "\(shift.goodNow.count) of \(shift.goodNow.of), then \(shift.goodBefore.count) of \(shift.goodBefore.of)"
                ))
            rows.append(
                SummaryRow(
                    "Cases that stand in both",
                    "\(shift.better) better, \(shift.same) the same, \(shift.worse) worse"))
        }
        m.summaryList(rows)
    }

    private static func themes(_ found: FollowUp, _ m: inout Markup) {
        let isVerified = found.themes.contains { $0.second.of > 0 }
        var columns = [Column("Standard", .name), Column("Not good, first audit", .number, label: "First")]
        if isVerified { columns.append(Column("Not good, second audit", .number, label: "Second")) }
        m.table("Cases not good by standard", columns) { table in
            for theme in found.themes {
                table.row { row in
                    row.cell { m in
                        m.a(theme.title, .href(LoopRoute.theme.link(found.round.id, theme.number)))
                    }
                    row.cell("\(theme.first.count) of \(theme.first.of)")
                    if isVerified { row.cell("\(theme.second.count) of \(theme.second.of)") }
                }
            }
        }
    }

    private static func again(
        _ found: FollowUp, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let standing = found.again
        guard found.round.closedAt != nil else {
            m.p("Three months after the round closes it is due to be audited again.")
            return
        }
        if let made = standing.made {
            m.p("It is audited again by \(strong: made.title).")
            return
        }
        if let day = standing.dueOn {
            let late = day < visit.today ? ", overdue by \(counted(visit.today - day, "day"))" : ""
            m.p(
                "Due to be audited again on \(strong: day.long)\(late). \(standing.reason ?? "Three months after closing")."
            )
        } else {
            m.p("Not to be audited again: \(standing.reason ?? "")")
        }
        guard found.isKeeper else { return }
        m.disclosure("Say otherwise", isOpen: !entry.errors.isEmpty) { m in
            m.form(to: LoopRoute.again.link(found.round.id), key: visit.formKey) { m in
                m.radios(
                    "again", "Is it audited again?",
                    [Choice("yes", "Yes, by the day below"), Choice("no", "No")], in: entry)
                m.dateField("due", "By when?", in: entry)
                m.textArea("reason", "Why?", in: entry, rows: 2)
                m.button("Keep this", .other)
            }
        }
    }
}
