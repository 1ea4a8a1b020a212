import Kernel
import Markup
import Site
import Storage

/// Search over everything that one may see.
extension PlansFeature {
    func search(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let words = SearchWords.asked(visit.query["q"])
        let kind = SearchRecord.Kind(rawValue: visit.query["kind"])
        let plans = try await visiblePlans(visit)
        let chosen = visit.query.id("plan").flatMap { id in plans.first { $0.id == id } }
        if !visit.query["plan"].isEmpty, chosen == nil { throw NotFound() }
        let page = visit.query.page
        if !words.isEmpty {
            try await SearchIndex.catchUp(database, officer.authority, places, on: visit.today)
        }
        let sight = SearchSQL.Sight(
            plans: chosen.map { [$0.id] } ?? plans.map(\.id),
            seesOrganisation: chosen == nil && officer.holds(places.readers))
        let answer = try await database.read {
            try SearchSQL.answer(
                $0, officer.authority, words, sight, kind: kind, limit: SearchPage.size,
                offset: (page - 1) * SearchPage.size)
        }
        return .page(
            SearchPage.page(
                SearchPage.Values(
                    typed: String(visit.query["q"].prefix(200)), words: words, answer: answer, kind: kind,
                    plans: plans, chosen: chosen, page: page), visit))
    }
}

enum SearchPage {
    static let size = 20

    struct Values {
        let typed: String
        let words: [String]
        let answer: SearchSQL.Answer
        let kind: SearchRecord.Kind?
        let plans: [KeptPlan.Header]
        let chosen: KeptPlan.Header?
        let page: Int

        var all: Int { answer.counts.values.reduce(0, +) }
        var shown: Int { kind.map { answer.counts[$0] ?? 0 } ?? all }
    }

    static func page(_ values: Values, _ visit: Visit) -> Page {
        let hasAsked = !values.words.isEmpty
        return Page(
            hasAsked ? "Search: \(values.typed.short)" : "Search", heading: "Search",
            facts: hasAsked ? [Markup(counted(values.all, "thing") + " found")] : []
        ) { m in
            form(values, &m)
            guard hasAsked else {
                m.note(
                    values.typed.isEmpty
                        ? "Words in any order, whole or their beginnings. It looks through every plan that your roles open."
                        : "There is no word in that to look for: type letters or digits.")
                return
            }
            guard values.all > 0 else {
                m.emptyState(
                    "Nothing found",
                    "Nothing that your roles open holds \(values.words.count == 1 ? "that word" : "all of those words"). Fewer words, or only their beginnings, find more."
                )
                return
            }
            kinds(values, &m)
            results(values, &m)
            m.pagination(page: values.page, size: size, total: values.shown) {
                SearchRoute.search.link(query: query(values, values.kind).with("page", $0))
            }
        }
    }

    private static func query(_ values: Values, _ kind: SearchRecord.Kind?) -> Query {
        Query().with("q", values.typed).with("kind", kind?.rawValue ?? "")
            .with("plan", values.chosen?.id.description ?? "")
    }

    private static func form(_ values: Values, _ m: inout Markup) {
        let entry = Entry(filled: ["q": values.typed, "plan": values.chosen?.id.description ?? ""])
        m.element(
            "form",
            [Attribute("method", "get"), .action(SearchRoute.search.link()), .role("search"), .class("seek")]
        ) { m in
            m.textField("q", "Words", in: entry, kind: "search")
            if values.plans.count > 1 {
                m.select(
                    "plan", "In",
                    [Choice("", "Everything")] + values.plans.map { Choice($0.id.description, $0.title) },
                    in: entry)
            }
            m.element("button", [.type("submit"), .class("button other")], "Search")
        }
    }

    private static func kinds(_ values: Values, _ m: inout Markup) {
        m.tabs(
            [
                Tab(
                    "All", SearchRoute.search.link(query: query(values, nil)), isCurrent: values.kind == nil,
                    count: values.all)
            ]
                + SearchRecord.Kind.allCases.compactMap { kind in
                    values.answer.counts[kind].map {
                        Tab(
                            kind.words, SearchRoute.search.link(query: query(values, kind)),
                            isCurrent: values.kind == kind, count: $0)
                    }
                })
    }

    private static func results(_ values: Values, _ m: inout Markup) {
        let titles = Dictionary(
            values.plans.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        for kind in SearchRecord.Kind.allCases {
            let found = values.answer.found.filter { $0.kind == kind }
            guard !found.isEmpty else { continue }
            m.part(Markup(kind.words)) { m in
                m.ul(.class("found")) { m in
                    for entry in found {
                        m.li { m in result(entry, values.words, titles, &m) }
                    }
                }
            }
        }
    }

    private static func result(
        _ entry: SearchSQL.Found, _ words: [String], _ titles: [ID<PlanRecord>: String], _ m: inout Markup
    ) {
        m.p { m in
            m.a(.href(entry.address)) { m in SearchSnippet.write(entry.title, words, to: &m) }
        }
        if SearchSnippet.holds(entry.body, words) {
            m.p { m in SearchSnippet.write(entry.body, words, to: &m) }
        }
        if entry.kind != .plan, let title = entry.plan.flatMap({ titles[$0] }) {
            m.p(title, .class("note"))
        }
    }
}
