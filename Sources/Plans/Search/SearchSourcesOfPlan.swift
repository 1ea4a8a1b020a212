package import Kernel
import PlanFormat
import Site
import Storage

/// The plan as it was written: itself, its areas, actions and criteria.
enum PlanWordsFound: SearchSource {
    static func records(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [SearchRecord] {
        guard let kept = try PlanSQL.plan(connection, authority, plan) else { return [] }
        let header = kept.header
        var found = [
            SearchRecord(
                .plan, plan.description, plan: plan, PlansRoute.planList.link(plan), title: header.title,
                body: [header.version.map { "version \($0.droppingVersionMark)" }] + header.owners)
        ]
        for area in kept.areas {
            let value = area.value
            let items =
                value.changes.map(\.text) + value.monitoring.map(\.text) + value.evidence.map(\.text)
            found.append(
                SearchRecord(
                    .area, area.id.description, plan: plan, PlansRoute.area.link(plan, area.id),
                    title: titled(value.reference, value.title), body: [value.section] + value.sources + items
                ))
            for action in area.actions {
                found.append(
                    SearchRecord(
                        .action, action.id.description, plan: plan, PlansRoute.action.link(plan, action.id),
                        title: titled(action.value.reference, action.value.text),
                        body: [value.title] + action.people.map(\.nameAlone) + [action.value.timescale?.text])
                )
            }
            for criterion in area.criteria {
                found.append(
                    SearchRecord(
                        .criterion, criterion.id.description, plan: plan,
                        PlanCrumbs.address(header, area, criterion.action), title: criterion.value.text,
                        body: [value.title]))
            }
        }
        return found
    }

    static func titled(_ reference: String?, _ text: String) -> String {
        [reference, text].compactMap { $0 }.joined(separator: " ")
    }
}

/// People and posts, whom only those find who may open the organisation's pages.
enum OrganisationFound {
    static func records(
        _ connection: Connection, _ authority: ID<Authority>, _ places: OrganisationPlaces, on today: Day
    ) throws -> [SearchRecord] {
        let held = try connection.rows(
            """
            SELECT h.post, h.person, p.name, t.title FROM post_holding h
            JOIN person p ON p.authority = h.authority AND p.id = h.person
            JOIN post t ON t.authority = h.authority AND t.id = h.post
            WHERE h.authority = $1 AND h.from_day <= $2 AND (h.until_day IS NULL OR h.until_day >= $2)
            ORDER BY h.from_day
            """, [.id(authority), .day(today)]
        ) { row -> (post: ID<Post>, person: ID<Person>, name: String, title: String) in
            (try row.id(0), try row.id(1), try row.text(2), try row.text(3))
        }
        let posts = Dictionary(grouping: held, by: \.post)
        let people = Dictionary(grouping: held, by: \.person)
        let allPeople = try connection.rows(
            "SELECT id, name FROM person WHERE authority = $1", [.id(authority)]
        ) { row -> SearchRecord in
            let id: ID<Person> = try row.id(0)
            return SearchRecord(
                .person, id.description, plan: nil, places.person(id), title: try row.text(1),
                body: (people[id] ?? []).map(\.title))
        }
        let allPosts = try connection.rows(
            """
            SELECT t.id, t.title, v.name FROM post t
            LEFT JOIN node_version v ON v.authority = t.authority AND v.node = t.node
                AND v.from_day <= $2 AND (v.until_day IS NULL OR v.until_day >= $2)
            WHERE t.authority = $1
            """, [.id(authority), .day(today)]
        ) { row -> SearchRecord in
            let id: ID<Post> = try row.id(0)
            return SearchRecord(
                .post, id.description, plan: nil, places.post(id), title: try row.text(1),
                body: [try row.textOrNil(2)] + (posts[id] ?? []).map(\.name))
        }
        return allPeople + allPosts
    }
}

/// Where the organisation's pages are, and who may open them. App fills it.
package struct OrganisationPlaces: Sendable {
    package var readers: Set<Role>
    package var person: @Sendable (ID<Person>) -> String
    package var post: @Sendable (ID<Post>) -> String

    package init(
        readers: Set<Role>, person: @escaping @Sendable (ID<Person>) -> String,
        post: @escaping @Sendable (ID<Post>) -> String
    ) {
        self.readers = readers
        self.person = person
        self.post = post
    }
}
