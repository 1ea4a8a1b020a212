package import Kernel
import Markup
import Site
package import Storage

/// Saying which part of the organisation a file means by a team, or that it is not one of ours.
package enum MapTeams {
    package enum Refused: Refusal {
        case nothingChanged
        case noSuchNode
        case changedMeanwhile(String)

        package var sentence: String {
            switch self {
            case .nothingChanged: "Choose which part of the organisation at least one team is"
            case .noSuchNode: "Choose a part of the organisation that stands today"
            case .changedMeanwhile(let team):
                "Somebody settled “\(team)” while you had the page open: look again, and change it if that is wrong"
            }
        }

        package var field: String? { nil }
    }

    package struct Change: Hashable, Sendable {
        /// The team folded (`NameKey`), and as the file writes it.
        package let key: String
        package let written: String
        /// Nil takes back what was said.
        package let meaning: UnitMapping.Meaning?
        let was: String?

        package init(_ written: String, _ meaning: UnitMapping.Meaning?) {
            self.init(key: NameKey.fold(written), written: written, meaning, was: nil)
        }

        init(key: String, written: String, _ meaning: UnitMapping.Meaning?, was: String?) {
            self.key = key
            self.written = written
            self.meaning = meaning
            self.was = was
        }
    }

    /// The changes that say something new. What matched by its own name counts as said.
    static func decide(
        _ changes: [Change], _ standing: UnitMapping, nodes: Set<ID<Node>>
    ) throws(Refused) -> [Change] {
        var made: [Change] = []
        for change in changes {
            let now = formValue(standing[change.key]?.meaning)
            guard formValue(change.meaning) != (change.was ?? now) else { continue }
            if let was = change.was, was != now { throw .changedMeanwhile(change.written) }
            if case .node(let node)? = change.meaning, !nodes.contains(node) { throw .noSuchNode }
            made.append(change)
        }
        guard !made.isEmpty else { throw .nothingChanged }
        return made
    }

    @discardableResult
    package static func map(
        _ changes: [Change], by account: ID<Account>?, at now: Instant, on today: Day,
        _ connection: Connection, _ authority: ID<Authority>, changed: ReturnsChanged
    ) throws -> Int {
        let nodes = try UnitMappingSQL.nodes(connection, authority, on: today)
        let made = try decide(
            changes, UnitMappingSQL.mapping(connection, authority, on: today), nodes: Set(nodes.map(\.id)))
        for change in made {
            try UnitMappingSQL.insert(
                change.key, change.written, change.meaning, by: account, at: now, connection, authority)
        }
        let names = Dictionary(nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "return.teams.mapped",
                subject: "mapping", subjectID: "teams",
                to: [
                    "says": .string(
                        "Said which part of the organisation \(counted(made.count, "team")) of files is"),
                    "teams": .array(
                        made.map {
                            ["written": .string($0.written), "is": .string(words($0.meaning, names))]
                        }),
                ]))
        try changed(connection, authority, .mapped, now)
        return made.count
    }

    private static func words(_ meaning: UnitMapping.Meaning?, _ names: [ID<Node>: String]) -> String {
        switch meaning {
        case .node(let node): names[node] ?? "a part that is gone"
        case .notOurs: "not one of ours"
        case nil: "not settled"
        }
    }

    static let notOurs = "not-ours"
    static let notSaid = "?"

    static func formValue(_ meaning: UnitMapping.Meaning?) -> String {
        switch meaning {
        case .node(let node): node.description
        case .notOurs: notOurs
        case nil: notSaid
        }
    }
}

// MARK: Acting

extension ReturnsFeature {
    func teamsToMap(_ visit: Visit) async throws -> Reply {
        .page(MapTeams.page(try await mapTeamsView(visit), Entry(), visit))
    }

    func mapTeams(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let form = visit.form
        let changed = changed
        do {
            let changes = try MapTeams.changes(form)
            let count = try await database.write(for: officer.authority) {
                try MapTeams.map(
                    changes, by: officer.account, at: visit.now, on: visit.today, $0, officer.authority,
                    changed: changed)
            }
            return .redirect(
                to: MappingRoute.teams.link(),
                notice: "\(counted(count, "team")) settled. Figures by team follow at once.")
        } catch let refusal as MapTeams.Refused {
            let error = FieldError(nil, refusal.sentence)
            return .refused(MapTeams.page(try await mapTeamsView(visit), visit.entry([error]), visit))
        }
    }

    private func mapTeamsView(_ visit: Visit) async throws -> MapTeams.View {
        let officer = try visit.signedInOfficer
        let page = max(visit.query.page, visit.form.page)
        return try await database.read { connection in
            let units = try UnitMappingSQL.mapping(connection, officer.authority, on: visit.today)
            let teams = try TeamsSQL.teams(connection, officer.authority)
            return MapTeams.View(
                teams: teams.filter { units[$0.key] == nil } + teams.filter { units[$0.key] != nil },
                units: units,
                nodes: try UnitMappingSQL.nodes(connection, officer.authority, on: visit.today), page: page)
        }
    }
}

extension MapTeams {
    static let pageSize = 50

    static func changes(_ form: Fields) throws(Refused) -> [Change] {
        var changes: [Change] = []
        for row in 0..<pageSize where form.has("means-\(row)") {
            let written = form.exact("team-\(row)")
            let meaning: UnitMapping.Meaning?
            switch form["means-\(row)"] {
            case "", notSaid: meaning = nil
            case notOurs: meaning = .notOurs
            case let value:
                guard let node = ID<Node>(value) else { throw .noSuchNode }
                meaning = .node(node)
            }
            let was = form["was-\(row)"]
            changes.append(
                Change(
                    key: NameKey.fold(written), written: written, meaning,
                    was: was.isEmpty ? notSaid : was))
        }
        return changes
    }

    struct View: Sendable {
        /// Those that are not settled first.
        let teams: [UnderstoodReturn.Team]
        let units: UnitMapping
        let nodes: [UnitMappingSQL.NodeRow]
        let page: Int

        var open: Int { teams.count { units[$0.key] == nil } }
    }

    static func page(_ view: View, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Teams of the files", section: .returns, breadcrumbs: MappingCrumbs.mapping,
            facts: [
                Markup("\(counted(view.teams.count, "team")) in files that count"),
                Markup("\(view.open) not settled"),
            ], errors: entry.errors
        ) { m in
            m.honestSentence(
                view.teams.isEmpty
                    ? "No file that counts names a team."
                    : view.open == 0
                        ? "Every team is a part of the organisation, or not one of ours."
                        : "\(strong: counted(view.open, "team")) \(view.open == 1 ? "is" : "are") no part of the organisation yet: \(view.open == 1 ? "its" : "their") rows count for the authority alone."
            )
            guard !view.teams.isEmpty else { return }
            m.p(
                "A team of exactly the name of a part is taken for it. For the others the likeliest part stands first; choose, and figures by team, area and service follow."
            )
            m.form(to: MappingRoute.mapTeams.link(), key: visit.formKey) { m in
                m.hiddenField("page", "\(view.page)")
                table(view, entry, &m)
                m.button("Save which part each team is")
            }
            m.pagination(page: view.page, size: pageSize, total: view.teams.count) {
                MappingRoute.teams.link(query: Query().with("page", $0))
            }
        }
    }

    private static func table(_ view: View, _ entry: Entry, _ m: inout Markup) {
        m.table(
            "Teams and the parts that they are",
            [Column("In the file", .name), Column("Rows", .number), Column("Said"), Column("Is")]
        ) { rows in
            for (index, team) in view.teams.dropFirst((view.page - 1) * pageSize).prefix(pageSize)
                .enumerated()
            {
                let saying = view.units[team.key]
                rows.row { row in
                    row.cell(team.written)
                    row.cell(team.count)
                    if let saying {
                        row.cell { m in
                            m.add(saying.at?.inLondon.day.short ?? "by its name")
                            if saying.at != nil { m.note(Markup(saying.by ?? "command line")) }
                        }
                    } else {
                        row.empty("not yet")
                    }
                    row.cell { m in
                        let was = formValue(saying?.meaning)
                        m.hiddenField("team-\(index)", team.written)
                        m.hiddenField("was-\(index)", was)
                        m.rowSelect(
                            "means-\(index)", "Which part “\(team.written)” is",
                            choices(team, saying == nil ? view.nodes : [], view.nodes),
                            chosen: entry.values("means-\(index)").first ?? was)
                    }
                }
            }
        }
    }

    private static func choices(
        _ team: UnderstoodReturn.Team, _ offered: [UnitMappingSQL.NodeRow],
        _ nodes: [UnitMappingSQL.NodeRow]
    ) -> [FormChoice] {
        let likely = LikelyUnits.find(team.written, in: offered)
        return [FormChoice(notSaid, "Not said yet"), FormChoice(notOurs, "Not one of ours")]
            + likely.map { FormChoice($0.id.description, "\($0.name) (likely)") }
            + nodes.filter { node in !likely.contains { $0.id == node.id } }.map {
                FormChoice($0.id.description, $0.name)
            }
    }
}
