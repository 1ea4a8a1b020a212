import Kernel
import Markup
import Site
import Storage

/// Giving the drawn cases out, for the first reading and for verification.
extension AuditsFeature {
    func givingCases(_ visit: Visit) async throws -> Reply { try await givingPage(visit, Entry(), []) }

    func giveCases(_ visit: Visit) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        let people = visit.form.all("auditors").compactMap { ID<Person>($0) }
        do {
            let outcome = try await database.write(for: officer.authority) {
                try GiveCases.act(id, to: people, by: officer, on: today, at: now, $0)
            }
            guard !outcome.left.isEmpty else {
                return .redirect(
                    to: RoundsRoute.round.link(id),
                    notice: "\(counted(outcome.given, "case")) given out.")
            }
            return try await givingPage(visit, Entry(), outcome.left, given: outcome.given)
        } catch let refused as GiveCases.Refused {
            return try await givingPage(
                visit, visit.entry([FieldError(refused.field, refused.sentence)]), [])
        }
    }

    private func givingPage(
        _ visit: Visit, _ entry: Entry, _ left: [GiveCases.Outcome.Left], given: Int = 0
    ) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let id: ID<AuditRound> = try visit.id("round")
        let (round, waiting, people, unable) = try await database.read { connection in
            let round = try RoundAccess.kept(connection, officer, id, on: today)
            let waiting = try RoundCase.waiting(connection, officer.authority, id, .first)
            return (
                round, waiting.count,
                round.first == .independent
                    ? try AuditPeople.auditors(connection, officer.authority, round, on: today) : [],
                try AuditPeople.withoutAccount(waiting, connection, officer.authority)
            )
        }
        let page = Page(
            "Give out the cases of \(round.title)", section: .audits,
            breadcrumbs: RoundCrumbs.round(round), errors: entry.errors
        ) { m in
            if given > 0 { m.lead("\(counted(given, "case")) given out.") }
            GivingPages.left(left, &m)
            guard waiting > 0 else {
                m.lead("Every case has its first reader.")
                return
            }
            m.lead(
                "\(strong: counted(waiting, "case")) \(waiting == 1 ? "waits" : "wait") for \(round.first.reader)."
            )
            if round.first == .own, !unable.isEmpty {
                m.note(
                    "\(unable.joined(separator: ", ")) \(unable.count == 1 ? "has" : "have") no account yet: they cannot audit until the administrator gives them one."
                )
            }
            m.form(to: RoundsRoute.give.link(id), key: visit.formKey, .class("narrow")) { m in
                if round.first == .independent {
                    GivingPages.people("auditors", "Auditors", people, round, entry, &m)
                }
                m.button("Give out \(counted(waiting, "case"))")
            }
        }
        return entry.errors.isEmpty ? .page(page) : .refused(page)
    }

    // MARK: Verification

    func roundVerification(_ visit: Visit) async throws -> Reply {
        try await verificationPage(visit, Entry(), [])
    }

    func drawRoundVerification(_ visit: Visit) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        let bits = UInt64.random(in: .min ... .max)
        do {
            let draw = try await database.write(for: officer.authority) {
                try DrawVerification.act(id, bits: bits, by: officer, on: today, at: now, $0)
            }
            return .redirect(
                to: RoundsRoute.verification.link(id),
                notice: "\(counted(draw.size, "case")) drawn to verify. Choose who verifies them.")
        } catch let refused as DrawVerification.Refused {
            return try await verificationPage(
                visit, visit.entry([FieldError(refused.field, refused.sentence)]), [])
        }
    }

    func giveRoundVerification(_ visit: Visit) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        let people = visit.form.all("verifiers").compactMap { ID<Person>($0) }
        do {
            let outcome = try await database.write(for: officer.authority) {
                try GiveVerification.act(id, to: people, by: officer, on: today, at: now, $0)
            }
            guard !outcome.left.isEmpty else {
                return .redirect(
                    to: RoundsRoute.round.link(id),
                    notice: "\(counted(outcome.given, "case")) given out to verify.")
            }
            return try await verificationPage(visit, Entry(), outcome.left)
        } catch let refused as GiveVerification.Refused {
            return try await verificationPage(
                visit, visit.entry([FieldError(refused.field, refused.sentence)]), [])
        }
    }

    private func verificationPage(
        _ visit: Visit, _ entry: Entry, _ left: [GiveCases.Outcome.Left]
    ) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let id: ID<AuditRound> = try visit.id("round")
        let (round, draw, waiting, people, cases) = try await database.read { connection in
            let round = try RoundAccess.kept(connection, officer, id, on: today)
            let draws = try DrawSQL.draws(connection, officer.authority, id)
            guard round.verification != nil, draws[.first] != nil else { throw NotFound() }
            let draw = draws[.second]
            return (
                round, draw, try RoundCase.waiting(connection, officer.authority, id, .second).count,
                try draw.map {
                    try AuditPeople.verifiers(connection, officer.authority, round, $0.id, on: today)
                } ?? [],
                try RoundCase.all(connection, officer.authority, id).count { !$0.isReplaced }
            )
        }
        let page = Page(
            "Verification of \(round.title)", section: .audits, breadcrumbs: RoundCrumbs.round(round),
            errors: entry.errors
        ) { m in
            GivingPages.left(left, &m)
            guard draw != nil else {
                m.lead(
                    "\(round.verification?.size.words.capitalisedFirst ?? "") of the \(counted(cases, "case")) will be read again by somebody independent, who sees nothing of the first reading."
                )
                m.p(
                    "They are drawn from all cases of the round, sent or not: who sends nothing is not spared."
                )
                m.form(to: RoundsRoute.drawVerification.link(id), key: visit.formKey) { m in
                    m.button("Draw the cases to verify")
                }
                return
            }
            guard waiting > 0 else {
                m.lead("Every case to verify has its verifier.")
                return
            }
            m.lead("\(strong: counted(waiting, "case")) \(waiting == 1 ? "waits" : "wait") for a verifier.")
            m.note(
                "A verifier has access as verifier or auditor to this part or to this sample, read none of its cases first, and has not looked at how the round goes. From now until verification closes they see their own cases of it and nothing else."
            )
            m.form(to: RoundsRoute.giveVerification.link(id), key: visit.formKey, .class("narrow")) { m in
                if people.isEmpty {
                    m.p(
                        "Nobody may verify it yet. The administrator can give somebody the role of verifier for this sample, until a date."
                    )
                } else {
                    GivingPages.people("verifiers", "Verifiers", people, round, entry, &m)
                    m.button("Give out \(counted(waiting, "case"))")
                }
            }
        }
        return entry.errors.isEmpty ? .page(page) : .refused(page)
    }
}

enum GivingPages {
    static func people(
        _ name: String, _ legend: String, _ people: [AuditPeople.Candidate], _ round: Round, _ entry: Entry,
        _ m: inout Markup
    ) {
        guard !people.isEmpty else {
            m.p("Nobody’s access makes them an auditor here yet: the administrator gives it.")
            return
        }
        m.checkboxes(
            name, legend, people.map { Choice("\($0.id)", $0.name) }, in: entry,
            hint: round.mostEach.map {
                "Cases are spread evenly, at most \($0) each; nobody gets one they are not independent of."
            }
                ?? "Cases are spread evenly; nobody gets one they are not independent of.")
    }

    static func left(_ left: [GiveCases.Outcome.Left], _ m: inout Markup) {
        guard !left.isEmpty else { return }
        m.part("Cases that nobody can take") { m in
            m.table("Cases left, and why", [Column("Case", .name), Column("Why")]) { table in
                for item in left.prefix(200) {
                    table.row { row in
                        row.cell("Case \(item.number)")
                        row.cell(item.why.capitalisedFirst)
                    }
                }
            }
        }
    }
}
