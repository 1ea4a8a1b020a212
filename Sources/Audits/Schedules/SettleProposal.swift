import Kernel
import Markup
import PlanReading
import Site
import Storage

/// What plans ask for in a rhythm: a person confirms each, or says why it is not wanted.
enum SettleProposal {
    enum Refused: Refusal {
        case reasonMissing

        var field: String? { "reason" }
        var sentence: String { "Say why this is not wanted" }
    }

    static func decide(_ form: Fields) throws(Refused) -> String {
        guard form["reason"].count >= 3 else { throw .reasonMissing }
        return String(form["reason"].prefix(1000))
    }

    /// Keeps that those words are not wanted, and why.
    static func decline(
        _ proposal: RhythmProposal, reason: String, by officer: Officer, _ connection: Connection,
        at now: Instant, on today: Day
    ) throws {
        guard try !RhythmWriting.isSettled(proposal.words, officer.authority, connection) else {
            throw KeepRhythm.Refused.alreadySettled
        }
        let id = ID<RhythmRecord>.make(at: now)
        let terms = Rhythm.Terms(
            kind: Rhythm.Kind(rawValue: proposal.reading.kind.rawValue) ?? .duty,
            title: String(proposal.words.words.prefix(300)), every: .event("not settled"), startsOn: today,
            doer: .each(proposal.reading.doers.joined(separator: ", ")))
        try RhythmWriting.insert(
            terms, as: id, proposal.words, confirmedBy: nil, endedOn: today, reason: reason,
            officer.authority, connection, at: now)
        try connection.record(
            RhythmWriting.event(
                "rhythm.declined", id, officer, at: now, plan: proposal.words.plan,
                says: "Not wanted as a rhythm: “\(terms.title)”", reason: reason))
    }
}

extension AuditsFeature {
    func rhythmProposals(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let sources = sources
        let found = try await database.read { connection in
            (
                try RhythmProposal.read(connection, officer, sources, on: visit.today),
                try DeclinedProposals.read(connection, officer, sources, on: visit.today)
            )
        }
        return .page(SettleProposal.list(found.0, found.1, visit))
    }

    func rhythmProposal(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (proposal, choices) = try await proposalToSettle(visit, officer)
        return .page(
            SettleProposal.page(proposal, RhythmForm.entry(proposal, choices), Entry(), choices, visit))
    }

    func confirmRhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (proposal, choices) = try await proposalToSettle(visit, officer)
        do {
            let (form, today, now) = (visit.form, visit.today, visit.now)
            let id = try await database.write(for: officer.authority) { connection in
                let choices = try RhythmChoices.read(connection, officer, on: today)
                let terms = try KeepRhythm.decide(
                    form, choices, earliest: today.adding(days: -KeepRhythm.daysBack), on: today)
                return try KeepRhythm.keep(
                    terms, from: proposal.words, by: officer, connection, at: now, on: today)
            }
            return .redirect(to: SchedulesRoute.rhythm.link(id), notice: "The rhythm is confirmed.")
        } catch let refused as KeepRhythm.Refused {
            return .refused(
                SettleProposal.page(proposal, visit.entry(refused: refused), Entry(), choices, visit))
        }
    }

    func declineRhythm(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (proposal, choices) = try await proposalToSettle(visit, officer)
        do {
            let reason = try SettleProposal.decide(visit.form)
            try await database.write(for: officer.authority) {
                try SettleProposal.decline(
                    proposal, reason: reason, by: officer, $0, at: visit.now, on: visit.today)
            }
            return .redirect(
                to: SchedulesRoute.proposals.link(), notice: "Kept as not wanted, with your reason.")
        } catch let refused as any Refusal {
            return .refused(
                SettleProposal.page(
                    proposal, RhythmForm.entry(proposal, choices), visit.entry(refused: refused), choices,
                    visit))
        }
    }

    private func proposalToSettle(
        _ visit: Visit, _ officer: Officer
    ) async throws -> (RhythmProposal, RhythmChoices) {
        let plan: ID<PlanRecord> = try visit.id("plan")
        let source = visit.parameters["source"] ?? ""
        let sources = sources
        return try await database.read { connection in
            let all = try RhythmProposal.read(connection, officer, sources, on: visit.today)
            guard let proposal = all.first(where: { $0.words.plan == plan && $0.words.source == source })
            else {
                throw NotFound()
            }
            return (proposal, try RhythmChoices.read(connection, officer, on: visit.today))
        }
    }
}

/// What was not wanted, of the plans that the officer reads.
struct DeclinedProposals: Sendable {
    let words: String
    let place: String
    let reason: String
    let on: Day?

    static func read(
        _ connection: Connection, _ officer: Officer, _ sources: AuditSources, on today: Day
    ) throws -> [DeclinedProposals] {
        let plans = Set(try sources.planWords(connection, officer, today).map(\.plan.rawValue))
        guard !plans.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT source_words, source_place, ended_reason, ended_on FROM rhythm
            WHERE authority = $1 AND confirmed_at IS NULL
                AND plan IN (\(plans.sorted().map(String.init).joined(separator: ", ")))
            ORDER BY ended_on DESC, id DESC
            """, [.id(officer.authority)]
        ) {
            DeclinedProposals(
                words: try $0.textOrNil(0) ?? "", place: try $0.textOrNil(1) ?? "",
                reason: try $0.textOrNil(2) ?? "", on: try $0.dayOrNil(3))
        }
    }
}

extension SettleProposal {
    static func list(_ proposals: [RhythmProposal], _ declined: [DeclinedProposals], _ visit: Visit) -> Page {
        let plans = Set(proposals.map(\.words.plan)).count
        return Page(
            "Rhythms that plans ask for", section: .audits, breadcrumbs: ScheduleCrumbs.home,
            tabs: AuditTabs.tabs(.schedules, visit.officer)
        ) { m in
            if proposals.isEmpty {
                m.emptyState(
                    "Nothing to settle",
                    "When a plan’s words ask for a sample, a report, a survey or a review again and again, they stand here until somebody confirms them or says why not.",
                    begin: Link("Set up a rhythm by hand", SchedulesRoute.newRhythm.link()))
            } else {
                m.honestSentence(
                    "\(strong: counted(proposals.count, "sentence")) of \(counted(plans, "plan")) \(proposals.count == 1 ? "asks" : "ask") for something again and again, and nobody has settled \(proposals.count == 1 ? "it" : "them") yet."
                )
                table(proposals, &m)
            }
            if !declined.isEmpty {
                m.part("Not wanted") { m in
                    m.ul { m in
                        for line in declined {
                            m.li("“\(line.words)” (\(line.place)): \(line.reason)")
                        }
                    }
                }
            }
        }
    }

    private static func table(_ proposals: [RhythmProposal], _ m: inout Markup) {
        m.table(
            "What plans ask for",
            [
                Column("The plan’s words", .name), Column("Where", .text), Column("Read as", .text),
                Column("Who", .text), Column("To settle", .text),
            ]
        ) { table in
            for proposal in proposals {
                table.row { row in
                    row.cell { m in
                        m.a(
                            proposal.words.words,
                            .href(SchedulesRoute.proposal.link(proposal.words.plan, proposal.words.source)))
                    }
                    row.cell { m in
                        m.a(proposal.words.place, .href(proposal.words.address))
                        m.add(" \(quiet: proposal.words.planTitle)" as Markup)
                    }
                    row.cell(proposal.readAs)
                    row.cell(
                        proposal.reading.doers.isEmpty
                            ? "Not said" : proposal.reading.doers.joined(separator: ", "))
                    row.cell(
                        proposal.questions.isEmpty
                            ? "To confirm" : proposal.questions.joined(separator: " "))
                }
            }
        }
    }

    static func page(
        _ proposal: RhythmProposal, _ entry: Entry, _ declining: Entry, _ choices: RhythmChoices,
        _ visit: Visit
    ) -> Page {
        let address = (proposal.words.plan, proposal.words.source)
        return Page(
            "Confirm a rhythm", section: .audits, breadcrumbs: ScheduleCrumbs.proposals,
            errors: entry.errors + declining.errors
        ) { m in
            m.quote(
                Markup(proposal.words.words), source: "\(proposal.words.planTitle), \(proposal.words.place).",
                see: Link("See it in the plan", proposal.words.address))
            if !proposal.questions.isEmpty {
                m.question { m in
                    for question in proposal.questions { m.p(question) }
                }
            }
            if proposal.reading.doers.count > 1 || entry.value("doer").isEmpty,
                !proposal.reading.doers.isEmpty
            {
                m.note("The plan names: \(proposal.reading.doers.joined(separator: ", ")).")
            }
            m.form(to: SchedulesRoute.confirm.link(address.0, address.1), key: visit.formKey) { m in
                RhythmForm.fields(entry, choices, &m)
                m.button("Confirm this rhythm")
            }
            m.part("Not wanted") { m in
                m.form(to: SchedulesRoute.decline.link(address.0, address.1), key: visit.formKey) { m in
                    m.textArea(
                        "reason", "Why is this not kept as a rhythm?", in: declining,
                        hint: "It stands in the list of what was not wanted, with your reason.")
                    m.button("Keep as not wanted", .other)
                }
            }
        }
    }
}

extension RhythmProposal {
    /// "Sample, 20% of conference minutes, every month".
    var readAs: String {
        var parts = [(Rhythm.Kind(rawValue: reading.kind.rawValue) ?? .duty).words]
        switch (reading.amount, reading.ofWhat.isEmpty) {
        case (.percent(let share), let isBare):
            let number = share == share.rounded() ? "\(Int(share))" : "\(share)"
            parts.append(isBare ? "\(number)%" : "\(number)% of \(reading.ofWhat)")
        case (.number(let number), let isBare):
            parts.append(isBare ? "\(number)" : "\(number) \(reading.ofWhat)")
        case (nil, false): parts.append("of \(reading.ofWhat)")
        case (nil, true): break
        }
        switch reading.every {
        case .time(let count, let span):
            if let span = Rhythm.Span(rawValue: span.rawValue) {
                parts.append(Rhythm.Every.time(count, span).words)
            }
        case .event(let name): parts.append("each \(name)")
        case nil: break
        }
        return parts.joined(separator: ", ")
    }
}
