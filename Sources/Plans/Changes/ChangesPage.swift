import Kernel
import Markup
package import Site
import Storage

/// The addresses of what changed in a plan.
package enum ChangesRoute: String, RouteTable {
    case changes = "GET /plans/{plan}/changes"

    package var access: Access { .roles(PlansRoute.readers, in: .plan("plan")) }
}

/// What changed in a plan between two days: everything that the journal keeps of it, newest first.
extension PlansFeature {
    func registerChanges(on site: inout SiteBuilder) {
        site.on(ChangesRoute.changes, changes)
    }

    func changes(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let from = ChangesPage.day("from", visit.query) ?? visit.today.adding(days: -6)
        let until = ChangesPage.day("until", visit.query) ?? visit.today
        let page = visit.query.page
        let read = try await database.read { connection -> (KeptPlan.Header, PlanChanges)? in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { return nil }
            return (
                plan,
                try PlanChanges.read(
                    connection, officer.authority, id, from: from, until: until, limit: ChangesPage.size,
                    offset: (page - 1) * ChangesPage.size)
            )
        }
        guard let (plan, changes) = read else { throw NotFound() }
        return .page(ChangesPage.page(plan, changes, from: from, until: until, page: page))
    }
}

/// Events of one plan, each said in a sentence and tied to the action or criterion that it is about.
struct PlanChanges: Sendable {
    struct Change: Sendable {
        var at: Instant
        var says: String
        var who: String
        /// The printed reference of what changed, and its page.
        var about: (reference: String, address: String)?
    }

    var changes: [Change]
    var count: Int

    /// What everybody who reads the plan may know of it: not who read, opened or took something away, and of a
    /// document only that a version was issued, since a draft is its writers' own.
    private static let shown = """
        e.subject NOT IN ('list', 'evidence') AND e.kind <> 'plan.exported'
            AND (e.subject <> 'guidance' OR e.kind = 'guidance.issued')
        """

    static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, from: Day, until: Day,
        limit: Int, offset: Int
    ) throws -> PlanChanges {
        let span: [SQLValue] = [
            .id(authority), .id(plan), .instant(from.startInLondon),
            .instant(until.adding(days: 1).startInLondon),
        ]
        let count =
            try connection.first(
                """
                SELECT COUNT(*) FROM event e
                WHERE e.authority = $1 AND e.plan = $2 AND e.at >= $3 AND e.at < $4 AND \(shown)
                """, span
            ) { try $0.int(0) } ?? 0
        guard count > 0 else { return PlanChanges(changes: [], count: 0) }
        let references = try references(connection, authority, plan)
        let changes = try connection.rows(
            """
            SELECT e.at, e.kind, a.name, e.to_json, e.subject, e.subject_id FROM event e
            LEFT JOIN account a ON a.authority = e.authority AND a.id = e.actor
            WHERE e.authority = $1 AND e.plan = $2 AND e.at >= $3 AND e.at < $4 AND \(shown)
            ORDER BY e.sequence DESC LIMIT $5 OFFSET $6
            """, span + [.int(limit), .int(offset)]
        ) { row in
            Change(
                at: try row.instant(0),
                says: try PlanHistory.said(row, 3) ?? PlanHistory.words(try row.text(1)),
                who: try row.textOrNil(2) ?? "Plumbline",
                about: about(try row.text(4), try row.text(5), plan, references))
        }
        return PlanChanges(changes: changes, count: count)
    }

    /// The printed reference of each action by its identity.
    private static func references(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [String: String] {
        var references: [String: String] = [:]
        let rows = try connection.rows(
            """
            SELECT id, COALESCE(reference, SUBSTR(text, 1, 40)) FROM plan_action
            WHERE authority = $1 AND plan = $2
            """, [.id(authority), .id(plan)]
        ) { (try $0.id(0) as ID<ActionRecord>, try $0.text(1)) }
        for (id, reference) in rows { references[id.description] = reference }
        return references
    }

    private static func about(
        _ subject: String, _ id: String, _ plan: ID<PlanRecord>, _ references: [String: String]
    ) -> (reference: String, address: String)? {
        guard subject == "action", let reference = references[id] else { return nil }
        return (reference, PlansRoute.action.link(plan, id))
    }
}

extension PlanChanges.Change {
    var item: HistoryItem {
        HistoryItem(
            at.inLondon.day,
            Markup { m in
                if let about {
                    m.a(about.reference, .href(about.address))
                    m.add(" ")
                }
                m.add("\(says), by \(who)")
            })
    }
}

enum ChangesPage {
    static let size = 50

    static func page(
        _ plan: KeptPlan.Header, _ changes: PlanChanges, from: Day, until: Day, page: Int
    ) -> Page {
        let address = ChangesRoute.changes.link(plan.id)
        return Page(
            "What changed", section: .plan, breadcrumbs: PlanCrumbs.plan(plan),
            facts: [Markup(counted(changes.count, "change")), "\(from.long) to \(until.long)"],
            tabs: PlanCrumbs.tabs(plan, at: ChangesRoute.changes)
        ) { m in
            m.filterBar(to: address, "Show changes", isActive: true) { m in
                let entry = Entry(
                    (fields("from", from).merging(fields("until", until)) { $1 }).mapValues { [$0] })
                m.dateField("from", "From", in: entry)
                m.dateField("until", "Until", in: entry)
            }
            if changes.changes.isEmpty {
                m.emptyState("Nothing changed", "No change to this plan was kept between those days.")
            } else {
                m.historyList(changes.changes.map(\.item))
            }
            m.pagination(page: page, size: size, total: changes.count) {
                ChangesRoute.changes.link(
                    plan.id,
                    query: query("from", from, query("until", until, Query())).with("page", $0))
            }
        }
    }

    static func day(_ name: String, _ query: Fields) -> Day? {
        guard case .day(let day) = query.date(name, called: "the day") else { return nil }
        return day
    }

    private static func fields(_ name: String, _ day: Day) -> [String: String] {
        let (year, month, number) = day.civil
        return ["\(name)-day": "\(number)", "\(name)-month": "\(month)", "\(name)-year": "\(year)"]
    }

    private static func query(_ name: String, _ day: Day, _ query: Query) -> Query {
        fields(name, day).sorted { $0.key < $1.key }.reduce(query) { $0.with($1.key, $1.value) }
    }
}
