import Kernel
import Markup
import Site
import Storage

/// One case of a round for whoever keeps it or manages it: its reference, its readers, what was changed.
extension AuditsFeature {
    func roundCase(_ visit: Visit) async throws -> Reply { try await casePage(visit, Entry()) }

    func reassignCase(_ visit: Visit) async throws -> Reply {
        try await changeCase(visit) { subject, officer, form, connection in
            try ReassignCase.act(
                subject, Leg(rawValue: form["leg"]) ?? .first, to: form.id("person-\(form["leg"])"),
                reason: form["why-\(form["leg"])"], by: officer, on: visit.today, at: visit.now, connection)
            return "The case is given to its new reader."
        }
    }

    func replaceCase(_ visit: Visit) async throws -> Reply {
        try await changeCase(visit) { subject, officer, form, connection in
            let reason = form["reason-\(form["leg"])"]
            if form["leg"] == Leg.second.rawValue {
                try ReplaceCase.verified(
                    subject, reason: reason, by: officer, on: visit.today, at: visit.now, connection)
                return "Another case is verified in its place."
            }
            let number = try ReplaceCase.act(
                subject, reason: reason, by: officer, on: visit.today, at: visit.now, connection)
            return "Case \(number) comes in its place. Give it out next."
        }
    }

    private func changeCase(
        _ visit: Visit,
        _ change: @escaping @Sendable (ID<AuditCase>, Officer, Fields, Connection) throws -> String
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let round: ID<AuditRound> = try visit.id("round")
        let subject: ID<AuditCase> = try visit.id("case")
        let form = visit.form
        do {
            let notice = try await database.write(for: officer.authority) {
                try change(subject, officer, form, $0)
            }
            return .redirect(to: RoundsRoute.case.link(round, subject), notice: notice)
        } catch let refused as any Refusal {
            // Each form of the page has fields of its own names.
            let isReading = refused is ReassignCase.Refused
            let field = refused.field.map {
                "\(isReading && $0 == "reason" ? "why" : $0)-\(form["leg"])"
            }
            return try await casePage(visit, visit.entry([FieldError(field, refused.sentence)]))
        }
    }

    private func casePage(_ visit: Visit, _ entry: Entry) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        let subject: ID<AuditCase> = try visit.id("case")
        let shown = try await database.write(for: officer.authority) { connection in
            let shown = try CasePage.read(connection, officer, id, subject, on: today)
            try connection.record(
                SetUpRound.event(
                    "case.seen", id, says: "Looked at case \(shown.item.number) of “\(shown.round.title)”",
                    by: officer, at: now))
            try RoundSeen.note(connection, officer, id, at: now)
            return shown
        }
        let page = CasePage.page(shown, entry, visit)
        return entry.errors.isEmpty ? .page(page) : .refused(page)
    }
}

enum CasePage {
    struct Shown: Sendable {
        var round: Round
        var item: RoundCase
        var keeps: Bool
        var replaced: String?
        var added: String?
        var readings: [Reading]
        var people: [ID<Person>: String]
        var verifiers: [AuditPeople.Candidate]
    }

    struct Reading: Hashable, Sendable {
        var leg: Leg
        var relation: Relation
        var person: String
        var assigned: Instant
        var due: Day
        var sent: Instant?
        var ended: Instant?
        var why: String?
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditRound>, _ subject: ID<AuditCase>,
        on today: Day
    ) throws -> Shown {
        let authority = officer.authority
        let round = try RoundAccess.unbarred(connection, officer, id)
        let tree = try UnitTree.read(connection, authority)
        guard let item = try RoundCase.all(connection, authority, id, only: subject).first
        else { throw NotFound() }
        let scopes = officer.scopes(for: RoundsRoute.caseAccess)
        let reaches =
            tree.isWithin(scopes, round.node, on: today)
            || item.node.map { tree.isWithin(scopes, $0, on: today) } == true
        guard reaches else { throw NotFound() }
        let keeps = try RoundAccess.keeps(officer, round.node, in: tree, on: today)
        let readings = try connection.rows(
            """
            SELECT a.leg, a.relation, p.name, a.assigned_at, a.due_on, a.sent_at, a.ended_at, a.ended_reason
            FROM case_audit a JOIN person p ON p.authority = a.authority AND p.id = a.person
            WHERE a.authority = $1 AND a.subject = $2 ORDER BY a.leg, a.assigned_at, a.id
            """, [.id(authority), .id(subject)]
        ) {
            Reading(
                leg: Leg(rawValue: try $0.text(0)) ?? .first,
                relation: Relation(rawValue: try $0.text(1)) ?? .own, person: try $0.text(2),
                assigned: try $0.instant(3), due: try $0.day(4), sent: try $0.instantOrNil(5),
                ended: try $0.instantOrNil(6), why: try $0.textOrNil(7))
        }
        let draw = keeps ? try DrawSQL.draws(connection, authority, id)[.second] : nil
        let why = try connection.first(
            "SELECT replaced_reason, added_reason FROM audit_case WHERE authority = $1 AND id = $2",
            [.id(authority), .id(subject)]
        ) { (try $0.textOrNil(0), try $0.textOrNil(1)) }
        return Shown(
            round: round, item: item, keeps: keeps, replaced: why?.0, added: why?.1,
            readings: readings.filter { keeps || $0.leg == .first },
            people: keeps ? try LineSQL.line(connection, authority, on: today).names : [:],
            verifiers: try draw.map {
                try AuditPeople.verifiers(connection, authority, round, $0.id, on: today)
            } ?? [])
    }

    static func page(_ shown: Shown, _ entry: Entry, _ visit: Visit) -> Page {
        let item = shown.item
        return Page(
            "Case \(item.number)", section: .audits, breadcrumbs: RoundCrumbs.round(shown.round),
            facts: [Markup(item.team.isEmpty ? "No team given" : item.team), "This look is recorded"],
            errors: entry.errors
        ) { m in
            m.summaryList([
                SummaryRow("Reference", Markup(item.reference.reveal(for: .caseAccess))),
                SummaryRow("Holder", item.holder.isEmpty ? nil : Markup(item.holder)),
                SummaryRow("Part drawn by", item.part.isEmpty ? "None" : Markup(item.part)),
                SummaryRow("Came into the sample", Markup(shown.added ?? "With the draw")),
            ])
            if let reason = shown.replaced { m.p("\(strong: "Replaced.") \(reason)") }
            readings(shown, &m)
            if shown.round.closedAt != nil {
                m.p { m in
                    m.a(
                        "See its grades side by side",
                        .href(RoundsRoute.case.link(shown.round.id, item.id) + "/grades"))
                }
            }
            guard shown.keeps, shown.replaced == nil, shown.round.withdrawn == nil else { return }
            if shown.round.firstClosedAt == nil { forms(shown, .first, entry, visit, &m) }
            if shown.round.closedAt == nil, item.verified != nil { forms(shown, .second, entry, visit, &m) }
        }
    }

    private static func readings(_ shown: Shown, _ m: inout Markup) {
        m.part("Who reads it") { m in
            guard !shown.readings.isEmpty else {
                m.p("Nobody yet.")
                return
            }
            m.table(
                "Readings of this case",
                [Column("Who", .name), Column("Reading"), Column("Due", .short), Column("State")]
            ) { table in
                for reading in shown.readings {
                    table.row { row in
                        row.cell(reading.person)
                        row.cell(
                            reading.leg == .second ? "Verification" : "First, as \(reading.relation.reader)")
                        row.cell(reading.due.short)
                        if let ended = reading.ended {
                            row.cell("Ended \(ended.inLondon.day.short): \(reading.why ?? "")")
                        } else if let sent = reading.sent {
                            row.cell("Sent \(sent.inLondon.day.short)")
                        } else {
                            row.cell("Open since \(reading.assigned.inLondon.day.short)")
                        }
                    }
                }
            }
        }
    }

    private static func forms(
        _ shown: Shown, _ leg: Leg, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let open = shown.readings.first { $0.leg == leg && $0.ended == nil }
        guard open?.sent == nil else { return }
        let people =
            leg == .second
            ? shown.verifiers.map { (id: $0.id, name: $0.name) }
            : shown.people.map { (id: $0.key, name: $0.value) }
        m.part(leg == .first ? "Change the first reading" : "Change the verification") { m in
            m.form(
                to: RoundsRoute.reassign.link(shown.round.id, shown.item.id), key: visit.formKey,
                .class("narrow")
            ) { m in
                m.hiddenField("leg", leg.rawValue)
                m.select(
                    "person-\(leg.rawValue)", "Give it to",
                    [Choice("", "Choose a person")]
                        + people.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map {
                            Choice("\($0.id)", $0.name)
                        }, in: entry)
                m.textField("why-\(leg.rawValue)", "Why", in: entry)
                m.button("Give it to somebody else", .other)
            }
            m.form(
                to: RoundsRoute.replace.link(shown.round.id, shown.item.id), key: visit.formKey,
                .class("narrow")
            ) { m in
                m.hiddenField("leg", leg.rawValue)
                m.textField(
                    "reason-\(leg.rawValue)", "Why it cannot be read", in: entry,
                    hint:
                        "Such as: closed in error; restricted record. The next in the order comes in its place."
                )
                m.button("Replace this case", .other)
            }
        }
    }
}
