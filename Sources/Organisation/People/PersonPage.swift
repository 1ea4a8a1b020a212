import Kernel
import Markup
import Site

/// One person: the posts held now and before, and the line manager, worked out through the posts.
enum PersonPage {}

extension OrganisationFeature {
    func person(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let person = try structure.person(visit)
        return .page(
            PersonPage.page(
                person, structure, try await delegations(visit), mayChange: mayChange(visit), visit))
    }
}

extension PersonPage {
    /// Who the line managers are on that day, in words; a vacant post is named.
    static func managers(_ person: ID<Person>, _ structure: Structure, _ day: Day) -> [String] {
        structure.lineManagers(of: person, on: day).map { post, people in
            people.isEmpty
                ? "\(post.title), vacant" : people.map(\.name).joined(separator: " and ")
        }
    }

    static func page(
        _ person: Structure.PersonRecord, _ structure: Structure, _ delegations: [Delegation],
        mayChange: Bool, _ visit: Visit
    ) -> Page {
        let today = visit.today
        let posts = structure.posts(heldBy: person.id, on: today)
        let isHere = person.left.map { today <= $0 } ?? true
        let change = mayChange ? SummaryRow.Deed.change(OrganisationRoute.editPerson.link(person.id)) : nil
        return Page(
            person.name,
            breadcrumbs: OrganisationCrumbs.top + [Link("People", OrganisationRoute.people.link())],
            facts: [
                posts.isEmpty
                    ? "Holds no post"
                    : Markup(posts.map { structure.words($0, on: today) }.joined(separator: " and ")),
                isHere ? "" : Markup("Left on \(person.left?.long ?? "")"),
            ].filter { !$0.isEmpty },
            deed: mayChange
                ? Link("Change or say when they leave", OrganisationRoute.editPerson.link(person.id)) : nil
        ) { m in
            m.summaryList([
                SummaryRow("Name", Markup(person.name), change),
                SummaryRow("Email address", person.email.map { Markup($0) }, change),
                SummaryRow("Last day", person.left.map { Markup($0.long) }, change),
                SummaryRow("Line manager", managerLinks(person.id, structure, today)),
            ])
            m.part("Posts held") { m in held(person.id, structure, &m) }
            ActFor.part(.person(person.id), delegations, structure, mayChange: mayChange && isHere, &m)
            ActFor.actsFor(person.id, delegations, structure, today, &m)
        }
    }

    private static func managerLinks(_ person: ID<Person>, _ structure: Structure, _ today: Day) -> Markup? {
        let managers = structure.lineManagers(of: person, on: today)
        guard !managers.isEmpty else { return nil }
        return Markup { m in
            for (number, manager) in managers.enumerated() {
                if number > 0 { m.add("; ") }
                if manager.people.isEmpty { m.add("Nobody: ") }
                for other in manager.people {
                    m.a(other.name, .href(OrganisationRoute.person.link(other.id)))
                    m.add(", ")
                }
                m.a(manager.post.title, .href(OrganisationRoute.post.link(manager.post.id)))
                if manager.people.isEmpty { m.add(" is vacant") }
            }
        }
    }

    private static func held(_ person: ID<Person>, _ structure: Structure, _ m: inout Markup) {
        let all = structure.posts.values
            .flatMap { post in post.holdings.filter { $0.person == person }.map { (post, $0) } }
            .sorted { ($0.1.from, $0.0.id) > ($1.1.from, $1.0.id) }
        guard !all.isEmpty else {
            m.p("None yet. A post’s own page says who holds it.")
            return
        }
        m.table(
            "Posts held",
            [Column("Post", .name), Column("Part of"), Column("From", .short), Column("Until", .short)]
        ) { rows in
            for (post, holding) in all {
                rows.row { row in
                    row.cell { $0.a(post.title, .href(OrganisationRoute.post.link(post.id))) }
                    row.cell(structure.name(of: post.node, on: holding.from))
                    row.cell(holding.from.short)
                    if let until = holding.until { row.cell(until.short) } else { row.empty("no last day") }
                }
            }
        }
    }
}
