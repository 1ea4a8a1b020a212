import Kernel
import Markup
import Site
import Storage

/// One child of a cohort: when their conference is, what it decided, and what was made of it later.
extension AuditsFeature {
    func cohortChild(_ visit: Visit) async throws -> Reply {
        let found = try await childOfCohort(visit)
        return .page(CohortChildPage.page(found, Entry(), visit))
    }

    /// The child that the address names, where the officer may see it; the look is recorded.
    func childOfCohort(_ visit: Visit) async throws -> CohortChildPage.Found {
        let officer = try visit.signedInOfficer
        let id: ID<Cohort> = try visit.id("cohort")
        let number = Int(visit.parameters["number"] ?? "") ?? 0
        let (now, today) = (visit.now, visit.today)
        return try await database.write(for: officer.authority) { connection in
            guard let cohort = try CohortSQL.cohort(connection, officer.authority, id),
                let child = try CohortSQL.one(connection, officer.authority, id, number)
            else { throw NotFound() }
            let tree = try UnitTree.read(connection, officer.authority)
            let view = CohortView.of(officer, cohort, tree, on: today)
            guard view.sees(child, tree, on: today) else { throw NotFound() }
            let naming = CohortNaming(officer: officer, tree: tree, today: today)
            try naming.note([child], of: cohort, at: now, connection)
            let facts = try CohortSQL.facts(connection, officer.authority, child)
            return CohortChildPage.Found(
                cohort: cohort, child: child, naming: naming,
                history: facts.map { fact in
                    CohortChildPage.Fact(
                        kind: fact.kind, text: fact.text, day: fact.day, at: fact.at, by: fact.by)
                })
        }
    }

    /// Runs what one of the child's forms asks for; where it is refused the page comes again with what was typed.
    /// `texts` are the fields of free text, which should name nobody.
    func savingChild(
        _ visit: Visit, _ texts: [String], _ notice: String,
        _ act: @escaping @Sendable (Connection, CohortRecord, CohortChild) throws -> Void
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<Cohort> = try visit.id("cohort")
        let number = Int(visit.parameters["number"] ?? "") ?? 0
        let (form, today) = (visit.form, visit.today)
        do {
            try await database.write(for: officer.authority) { connection in
                guard let cohort = try CohortSQL.cohort(connection, officer.authority, id),
                    let child = try CohortSQL.one(connection, officer.authority, id, number)
                else { throw NotFound() }
                let tree = try UnitTree.read(connection, officer.authority)
                guard CohortNaming(officer: officer, tree: tree, today: today).records(child) else {
                    throw NotFound()
                }
                try WarnOfNames.check(form, texts)
                try act(connection, cohort, child)
            }
            return .redirect(to: CohortsRoute.child.link(id, number), notice: notice)
        } catch let refused as any Refusal {
            let found = try await childOfCohort(visit)
            let entry = visit.entry([FieldError(refused.field, refused.sentence)])
            return .refused(CohortChildPage.page(found, entry, visit))
        }
    }
}

enum CohortChildPage {
    struct Fact: Sendable {
        let kind: String
        let text: String
        let day: Day?
        let at: Instant
        let by: String
    }

    struct Found: Sendable {
        let cohort: CohortRecord
        let child: CohortChild
        let naming: CohortNaming
        let history: [Fact]
    }

    static func page(_ found: Found, _ entry: Entry, _ visit: Visit) -> Page {
        let (cohort, child) = (found.cohort, found.child)
        let crumb = Link(Markup(cohort.title), CohortsRoute.cohort.link(cohort.id))
        return Page(
            found.naming.name(child), section: .audits, breadcrumbs: CohortsPage.crumbs + [crumb],
            facts: ["Child \(child.number) of the cohort"], errors: entry.errors
        ) { m in
            m.honestSentence(Markup("\(CohortPage.state(child, visit.today))."))
            m.p("The conference is asked: \(cohort.question)")
            m.summaryList(rows(found))
            if found.naming.records(child) { forms(found, entry, visit, &m) }
            if !found.history.isEmpty {
                m.part("What was recorded") { m in
                    m.historyList(found.history.map { HistoryItem($0.at.inLondon.day, words($0)) })
                }
            }
        }
    }

    private static func rows(_ found: Found) -> [SummaryRow] {
        let child = found.child
        var rows = [SummaryRow("Team", child.team.nilIfEmpty.map { Markup($0) })]
        if found.naming.hasAccess(child) {
            rows.append(SummaryRow("Holder", child.holder.nilIfEmpty.map { Markup($0) }))
        }
        rows.append(SummaryRow("Next conference", child.dueOn.map { Markup($0.long) }))
        if let first = child.firstDueOn, first != child.dueOn {
            rows.append(SummaryRow("First set for", Markup(first.long)))
        }
        if let decision = child.decision {
            rows.append(SummaryRow("Decided", "\(decision.what.words), on \(decision.on.long)"))
            rows.append(SummaryRow("By whom", Markup(decision.by)))
            // The reason may tell of the child: it is for those who have the case.
            if found.naming.hasAccess(child) { rows.append(SummaryRow("Why", Markup(decision.why))) }
        }
        if let look = CohortPage.look(child) { rows.append(SummaryRow("Looked at again", Markup(look))) }
        return rows.filter { $0.value != nil || $0.label == "Next conference" }
    }

    private static func words(_ fact: Fact) -> Markup {
        let by = fact.by.isEmpty ? "" : ", recorded by \(fact.by)"
        switch fact.kind {
        case "moved":
            let from = fact.day.map { "moved from \($0.long)" } ?? "date given"
            return "Conference \(from)\(by)."
        case "decided": return "Decision recorded\(by)."
        default: return "Looked at again\(by)."
        }
    }

    private static func forms(_ found: Found, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        let child = found.child
        if child.lookOn != nil, child.looked == nil { LookAgain.form(found, entry, visit, &m) }
        DecideChild.form(found, entry, visit, &m)
        if child.decision == nil { MoveConference.form(found, entry, visit, &m) }
    }
}
