import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// One action: everything the document says of it, with the place where it stood, and its history.
extension PlansFeature {
    func action(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        let mayEdit = try await mayEdit(plan.header, officer, on: visit.today)
        let (question, parts, history) = try await database.read { connection in
            let run = try RunSQL.run(connection, officer.authority, action.id) ?? ActionRun()
            var question = ActionInQuestion(
                plan: plan, area: area, action: action, run: run,
                doer: try Doer.of(officer, connection, on: visit.today), mayEdit: mayEdit, visit: visit)
            let parts = try ActionParts.all.map { try $0.read(connection, question) as any ActionPart }
            question.moved = parts.lazy.compactMap { $0 as? CriteriaPart }.first?.moved
            return (
                question, parts,
                try PlanHistory.events(
                    connection, officer.authority, subject: "action", action.id.description)
            )
        }
        return .page(ActionPage.page(question, parts, history))
    }
}

enum ActionPage {
    static func page(
        _ question: ActionInQuestion, _ parts: [any ActionPart], _ history: [PlanHistory.Entry]
    ) -> Page {
        let (plan, area, action) = (question.plan, question.area, question.action)
        let mayEdit = question.mayEdit
        let value = action.value
        return Page(
            value.text, section: .plan, breadcrumbs: PlanCrumbs.area(plan.header, area),
            facts: facts(question),
            deed: mayEdit
                ? Link("Change this action", PlansRoute.editAction.link(plan.header.id, action.id)) : nil,
            banner: parts.lazy.compactMap(\.banner).first
        ) { m in
            m.columns(.eightFour) { m in
                for part in parts { part.main(question, &m) }
                said(plan, action, printed: parts.lazy.compactMap { $0 as? DatesPart }.first?.printed, &m)
                m.part("In the area") { m in
                    m.summaryList([
                        SummaryRow(
                            "Area",
                            "\(link: area.value.title, to: PlansRoute.area.link(plan.header.id, area.id))"),
                        SummaryRow("Section", area.value.section.map { Markup($0) }),
                        SummaryRow(
                            "Points to",
                            value.seeAlso.isEmpty ? nil : Markup { seeAlso(plan, value.seeAlso, &$0) }),
                    ])
                }
            } beside: { m in
                deeds(parts.flatMap { $0.deeds(question) }, &m)
                for part in parts { part.beside(question, &m) }
                m.part("Lead") { m in PlanListPage.leads(action.people, &m) }
                m.part("What the plan claims") { m in
                    m.p(value.status?.words ?? "Nothing yet")
                }
                m.part("History") { m in
                    m.historyList(
                        history.map { HistoryItem($0.at.inLondon.day, "\($0.what) by \($0.who)") }
                            + [HistoryItem(plan.header.made.inLondon.day, imported(plan.header))])
                }
            }
        }
    }

    /// The likeliest deed first, as the one button that is filled.
    private static func deeds(_ deeds: [Link], _ m: inout Markup) {
        guard !deeds.isEmpty else { return }
        m.part("What happens next") { m in
            m.buttons(stacked: true) { m in
                for (index, deed) in deeds.enumerated() {
                    m.buttonLink(deed.words, to: deed.address, index == 0 ? .main : .other)
                }
            }
        }
    }

    private static func facts(_ question: ActionInQuestion) -> [Markup] {
        let action = question.action
        var facts: [Markup] = []
        if let reference = action.value.reference { facts.append("Action \(strong: reference)") }
        if let accountable = question.run.accountable {
            facts.append("Answered for by \(strong: question.doer.line.words(accountable))")
        } else {
            facts.append(
                action.people.isEmpty
                    ? "No lead named"
                    : "Lead \(strong: action.people.map(\.name).joined(separator: ", "))")
        }
        facts.append(
            action.value.timescale?.finish.map { "Due \(strong: $0.long)" } ?? "No finish date")
        return facts
    }

    /// `printed` is what the document says of the date, however often it has moved since.
    private static func said(
        _ plan: KeptPlan, _ action: KeptPlan.Action, printed: String?, _ m: inout Markup
    ) {
        let value = action.value
        guard plan.header.sourceFile != nil else { return }
        m.part("What the plan said") { m in
            PlanTrace.quote(plan.header, value.text, value.place, &m)
            if !value.leads.isEmpty {
                PlanTrace.quote(
                    plan.header, "Lead: \(value.leads.joined(separator: "; "))", value.leadPlace, &m)
            }
            if let timescale = value.timescale {
                PlanTrace.quote(plan.header, printed ?? timescale.text, timescale.place, &m)
            }
        }
    }

    private static func seeAlso(_ plan: KeptPlan, _ references: [String], _ m: inout Markup) {
        for (index, reference) in references.enumerated() {
            if index > 0 { m.add(", ") }
            if let area = plan.areas.first(where: { $0.value.reference == reference }) {
                m.a(reference, .href(PlansRoute.area.link(plan.header.id, area.id)))
            } else if let action = plan.actions.first(where: { $0.value.reference == reference }) {
                m.a(reference, .href(PlansRoute.action.link(plan.header.id, action.id)))
            } else {
                m.add("\(reference), which the plan does not have")
            }
        }
    }

    private static func imported(_ plan: KeptPlan.Header) -> Markup {
        plan.sourceName.map { "Imported from \($0)" } ?? "The plan was begun by hand"
    }
}

/// Where something stood in the document, with the way to see both side by side.
enum PlanTrace {
    static func quote(
        _ plan: KeptPlan.Header, _ text: String, _ place: Place?, _ m: inout Markup
    ) {
        m.quote(
            Markup(text),
            source: "\(plan.sourceName ?? "The document"), \(place?.description ?? "place not known"). ",
            see: place.map {
                Link("See both side by side", PlansRoute.source.link(plan.id, query: ["at": $0.description]))
            })
    }

    static func part(_ plan: KeptPlan.Header, _ text: String, _ place: Place?, _ m: inout Markup) {
        guard plan.sourceFile != nil, place != nil else { return }
        m.part("Where it stood") { m in quote(plan, text, place, &m) }
    }
}

/// What happened to a part of a plan, from the journal.
enum PlanHistory {
    struct Entry {
        var at: Instant
        var what: String
        var who: String
    }

    static func events(
        _ connection: Connection, _ authority: ID<Authority>, subject: String, _ id: String
    ) throws -> [Entry] {
        try connection.rows(
            """
            SELECT e.at, e.kind, a.name, e.to_json FROM event e
            LEFT JOIN account a ON a.authority = e.authority AND a.id = e.actor
            WHERE e.authority = $1 AND e.subject = $2 AND e.subject_id = $3
            ORDER BY e.sequence DESC LIMIT 200
            """, [.id(authority), .text(subject), .text(id)]
        ) { row in
            Entry(
                at: try row.instant(0), what: try said(row, 3) ?? words(try row.text(1)),
                who: try row.textOrNil(2) ?? "Plumbline")
        }
    }

    /// What an event says of itself in a sentence, under `says`; events without one are said by their kind.
    static func said(_ row: Row, _ column: Int) throws -> String? {
        try row.textOrNil(column).flatMap { JSON(parsing: Array($0.utf8)) }?["says"]?.string
    }

    /// `action.changed` as people say it.
    static func words(_ kind: String) -> String {
        switch kind {
        case "action.added": "Added"
        case "action.changed": "Changed"
        case "plan.imported": "Imported"
        case "plan.added": "Begun"
        case "plan.changed": "Details changed"
        case "area.added": "Area added"
        case "area.changed": "Area changed"
        case "criterion.added": "Criterion added"
        case "criterion.changed": "Criterion changed"
        case "finding.accepted": "Finding accepted with a reason"
        case "finding.reopened": "Finding no longer accepted"
        default: kind.replacing(".", with: " ")
        }
    }
}
