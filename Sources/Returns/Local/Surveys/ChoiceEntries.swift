import Kernel
import Markup
import Site
import Storage

/// What families said as it was entered, to be checked against the paper and withdrawn where it was entered wrongly.
enum ChoiceEntriesSQL {
    struct Entered: Sendable {
        let id: ID<GiveChoices>
        let node: ID<Node>
        let at: Instant
        let how: String
        let isWithdrawn: Bool
        let because: String?
    }

    /// The families' words of a period, in the order of the alphabet: not of units, not of time.
    static func words(
        _ connection: Connection, _ authority: ID<Authority>, _ local: LocalDefinition, _ period: Period
    ) throws -> [String] {
        guard local.kind == .feedback else { return [] }
        return try connection.rows(
            """
            SELECT words FROM local_feedback
            WHERE authority = $1 AND local_return = $2 AND period_end = $3 AND words IS NOT NULL
                AND withdrawn_at IS NULL
            ORDER BY words
            """, [.id(authority), .id(local.id), .day(period.last)]
        ) { try $0.text(0) }
    }

    /// The last days of those periods for which the officer has answered.
    static func hasAnswered(
        _ connection: Connection, _ officer: Officer, _ local: LocalDefinition, _ periods: [Period]
    ) throws -> Set<Day> {
        guard local.kind == .survey, let first = periods.first else { return [] }
        return Set(
            try connection.rows(
                """
                SELECT period_end FROM local_survey_answered
                WHERE authority = $1 AND local_return = $2 AND account = $3 AND period_end >= $4
                """, [.id(officer.authority), .id(local.id), .id(officer.account), .day(first.last)]
            ) { try $0.day(0) })
    }

    static func entered(
        _ connection: Connection, _ authority: ID<Authority>, _ local: ID<LocalReturn>, _ end: Day
    ) throws -> [Entered] {
        try connection.rows(
            """
            SELECT id, node, at, how, withdrawn_because FROM local_feedback
            WHERE authority = $1 AND local_return = $2 AND period_end = $3 ORDER BY at DESC, id DESC
            """, [.id(authority), .id(local), .day(end)]
        ) { row in
            let because = try row.textOrNil(4)
            return Entered(
                id: try row.id(0), node: try row.id(1), at: try row.instant(2), how: try row.text(3),
                isWithdrawn: because != nil, because: because)
        }
    }
}

extension ReturnsFeature {
    func feedbackEntries(_ visit: Visit) async throws -> Reply {
        let (local, period, entered, doer) = try await entries(visit)
        return .page(ChoiceEntries.page(local, period, entered, doer, Entry(), visit))
    }

    func withdrawFeedback(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (local, period, entered, doer) = try await entries(visit)
        let form = visit.form
        do {
            guard local.isOpen(period, on: visit.today) else {
                throw FieldRefused(nil, "The period has closed: its answers stand as they are")
            }
            guard let id: ID<GiveChoices> = form.id("entry"),
                entered.contains(where: { $0.id == id && !$0.isWithdrawn })
            else { throw FieldRefused("entry", "Choose the answer") }
            let because = form["because"]
            guard because.count >= 3 else { throw FieldRefused("because", "Say why it is withdrawn") }
            try await database.write(for: officer.authority) { connection in
                try connection.run(
                    """
                    UPDATE local_feedback SET withdrawn_at = $3, withdrawn_because = $4
                    WHERE authority = $1 AND id = $2 AND withdrawn_at IS NULL
                    """, [.id(officer.authority), .id(id), .instant(visit.now), .text(because)])
                try connection.record(
                    LocalWriting.event(
                        "feedback.withdrawn", local.id,
                        says: "\(local.name), \(local.words(period)): one answer withdrawn",
                        reason: because, by: ReturnActor(officer), at: visit.now))
                try changed(connection, officer.authority, .local(local.id), visit.now)
            }
            return .redirect(
                to: ChoiceRoute.entries.link(local.id, period.last),
                notice: "It is withdrawn, and stays listed.")
        } catch let refusal as FieldRefused {
            return .refused(
                ChoiceEntries.page(local, period, entered, doer, visit.entry(refused: refusal), visit))
        }
    }

    private func entries(
        _ visit: Visit
    ) async throws -> (LocalDefinition, Period, [ChoiceEntriesSQL.Entered], ReturnsDoer) {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        guard let end = Day(visit.parameters["period"] ?? "") else { throw NotFound() }
        return try await database.read { connection in
            guard let local = try LocalReturnsSQL.definition(connection, officer.authority, id),
                local.kind == .feedback, let period = local.period(endingOn: end)
            else { throw NotFound() }
            let doer = try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            let mine = Set(local.senders(for: period).filter { doer.mayFill($0) }.map(\.node))
            guard !mine.isEmpty else { throw NotFound() }
            let entered = try ChoiceEntriesSQL.entered(connection, officer.authority, id, end)
                .filter { mine.contains($0.node) }
            return (local, period, entered, doer)
        }
    }
}

enum ChoiceEntries {
    static func page(
        _ local: LocalDefinition, _ period: Period, _ entered: [ChoiceEntriesSQL.Entered],
        _ doer: ReturnsDoer,
        _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Answers entered, \(local.words(period))", section: .returns,
            breadcrumbs: ReturnCrumbs.local(local),
            errors: entry.errors
        ) { m in
            guard !entered.isEmpty else {
                m.emptyState("No answer is entered yet", "Each form or talk is entered by itself.")
                return
            }
            m.honestSentence(
                "\(strong: counted(entered.count { !$0.isWithdrawn }, "answer")) entered. What they say is shown after the period has closed."
            )
            m.table(
                "Answers entered",
                [Column("Entered", .name), Column("Unit"), Column("How it came"), Column("How it stands")]
            ) { rows in
                for one in entered {
                    rows.row { r in
                        r.cell(moment(one.at))
                        r.cell(doer.tree.name(one.node, on: period.last))
                        r.cell(GiveChoices.How(rawValue: one.how)?.words ?? one.how)
                        r.cell(one.because.map { "Withdrawn: \($0)" } ?? "Counts")
                    }
                }
            }
            let open = entered.filter { !$0.isWithdrawn }
            if local.isOpen(period, on: visit.today), !open.isEmpty {
                m.part("Withdraw one that was entered wrongly") { m in
                    m.form(
                        to: ChoiceRoute.withdraw.link(local.id, period.last), key: visit.formKey,
                        .class("narrow")
                    ) { m in
                        m.select(
                            "entry", "Answer",
                            [Choice("", "Choose an answer")]
                                + open.map {
                                    Choice(
                                        $0.id.description,
                                        "\(moment($0.at)), \(doer.tree.name($0.node, on: period.last))")
                                },
                            in: entry)
                        m.textField("because", "Why", in: entry)
                        m.buttons { m in m.button("Withdraw it", .other) }
                    }
                }
            }
        }
    }

    private static func moment(_ at: Instant) -> String {
        let (day, minutes) = at.inLondon
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(day.short), \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
