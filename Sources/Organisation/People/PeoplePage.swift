import Kernel
import Markup
import Sheets
import Site

/// Everybody of the organisation, with the posts that they hold today.
enum PeoplePage {
    static let pageSize = 50

    struct Filter {
        var words: String
        /// Who is here today, who has left, or everybody.
        var who: Who

        enum Who: String, CaseIterable {
            case here, withoutPost, left, all

            var words: String {
                switch self {
                case .here: "Here today"
                case .withoutPost: "Here, and hold no post"
                case .left: "Have left"
                case .all: "Everybody"
                }
            }
        }

        init(_ query: Fields) {
            words = query["words"]
            who = Who(rawValue: query["who"]) ?? .here
        }

        var isEmpty: Bool { words.isEmpty && who == .here }
    }

    struct Values {
        let structure: Structure
        let shown: [Structure.PersonRecord]
        let all: Int
        let filter: Filter
        let page: Int
        let mayChange: Bool
    }
}

extension OrganisationFeature {
    func people(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let filter = PeoplePage.Filter(visit.query)
        let shown = PeoplePage.filtered(structure, filter, on: visit.today)
        let last = max(1, (shown.count + PeoplePage.pageSize - 1) / PeoplePage.pageSize)
        return .page(
            PeoplePage.page(
                PeoplePage.Values(
                    structure: structure, shown: shown,
                    all: filter.who == .here
                        ? structure.peopleByName(on: visit.today).count : structure.people.count,
                    filter: filter, page: min(max(1, Int(visit.query["page"]) ?? 1), last),
                    mayChange: mayChange(visit)), visit))
    }
}

extension PeoplePage {
    static func filtered(_ structure: Structure, _ filter: Filter, on day: Day) -> [Structure.PersonRecord] {
        let wanted = NameKey.fold(filter.words)
        return structure.peopleByName().filter { person in
            let isHere = person.left.map { day <= $0 } ?? true
            switch filter.who {
            case .here: guard isHere else { return false }
            case .withoutPost:
                guard isHere, structure.posts(heldBy: person.id, on: day).isEmpty else { return false }
            case .left: guard !isHere else { return false }
            case .all: break
            }
            guard !wanted.isEmpty else { return true }
            let held = structure.posts(heldBy: person.id, on: day).map { structure.words($0, on: day) }
            return ([person.name, person.email ?? ""] + held).contains { NameKey.fold($0).contains(wanted) }
        }
    }

    static func page(_ values: Values, _ visit: Visit) -> Page {
        Page(
            "People", breadcrumbs: OrganisationCrumbs.top,
            facts: [
                Markup(
                    values.structure.peopleByName(on: visit.today).count == 1
                        ? "1 person here today"
                        : "\(values.structure.peopleByName(on: visit.today).count) people here today")
            ],
            deed: values.mayChange ? Link("Add a person", OrganisationRoute.newPerson.link()) : nil,
            tabs: OrganisationCrumbs.tabs(.people, visit),
            sheet: values.shown.isEmpty ? nil : sheet(values, visit.today)
        ) { m in
            m.filterBar(
                to: OrganisationRoute.people.link(), "Show people", isActive: !values.filter.isEmpty
            ) { m in
                m.textField(
                    "words", "Name, post or part", in: Entry(["words": [values.filter.words]]), kind: "search"
                )
                m.select(
                    "who", "Who", Filter.Who.allCases.map { Choice($0.rawValue, $0.words) },
                    in: Entry(["who": [values.filter.who.rawValue]]))
            }
            guard !values.structure.people.isEmpty else {
                m.emptyState(
                    "Nobody is on record yet",
                    "People can be added one at a time, or all at once from a spreadsheet saved as CSV.",
                    begin: values.mayChange
                        ? Link("Give Plumbline a file of them", OrganisationRoute.file.link()) : nil)
                return
            }
            m.listCount(
                shown: values.shown.count, of: values.all, "people", clear: OrganisationRoute.people.link(),
                exports: values.mayChange
                    ? [Link("CSV that Plumbline takes back", OrganisationRoute.export.link())] : [])
            table(values, visit.today, &m)
            let query = Query(visit.query)
            m.pagination(page: values.page, size: pageSize, total: values.shown.count) {
                OrganisationRoute.people.link(query: query.with("page", $0))
            }
        }
    }

    private static func sheet(_ values: Values, _ today: Day) -> Sheet {
        let structure = values.structure
        return Sheet(
            "People",
            note: values.filter.isEmpty ? nil : "\(values.shown.count) of \(values.all) people shown",
            columns: [
                Sheet.Column("Name", width: 26), Sheet.Column("Post", width: 34),
                Sheet.Column("Part of", width: 28), Sheet.Column("Line manager", width: 24),
                Sheet.Column("Last day", .day),
            ]
        ) {
            values.shown.map { person in
                let posts = structure.posts(heldBy: person.id, on: today)
                return [
                    .text(person.name), .init(lines: posts.map(\.title)),
                    .init(lines: unique(posts.map { structure.name(of: $0.node, on: today) })),
                    .init(lines: PersonPage.managers(person.id, structure, today)), .init(person.left),
                ]
            }
        }
    }

    private static func table(_ values: Values, _ today: Day, _ m: inout Markup) {
        let structure = values.structure
        let first = (values.page - 1) * pageSize
        m.table("People", [Column("Name", .name), Column("Post"), Column("Part of"), Column("Line manager")])
        { rows in
            for person in values.shown.dropFirst(first).prefix(pageSize) {
                let posts = structure.posts(heldBy: person.id, on: today)
                rows.row { row in
                    row.cell { m in
                        m.a(person.name, .href(OrganisationRoute.person.link(person.id)))
                        if let left = person.left, left < today {
                            m.add(" \(quiet: "left on \(left.short)")")
                        }
                    }
                    if posts.isEmpty {
                        row.empty("none")
                        row.empty("none")
                    } else {
                        row.cell(posts.map(\.title).joined(separator: ", "))
                        row.cell(
                            unique(posts.map { structure.name(of: $0.node, on: today) }).joined(
                                separator: ", "))
                    }
                    let managers = PersonPage.managers(person.id, structure, today)
                    if managers.isEmpty {
                        row.empty("nobody named")
                    } else {
                        row.cell(managers.joined(separator: ", "))
                    }
                }
            }
        }
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
