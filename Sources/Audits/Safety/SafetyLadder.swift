import Kernel
import Storage

/// Who stands above one case, nearest first, without whoever holds it, reads it, or may not know of the item.
struct SafetyLadder: Hashable, Sendable {
    /// Nearest first; the director's own level is the last.
    var levels: [[ID<Person>]]
    /// To whom assurances are addressed.
    var directors: Set<ID<Person>>
    /// Who gives the assurance where nobody is above whoever recorded what was done.
    var qualityLeads: [ID<Person>]
    /// Whoever holds the case, reads it or is barred from the round.
    var excluded: Set<ID<Person>>

    func level(of person: ID<Person>) -> Int? { levels.firstIndex { $0.contains(person) } }

    /// Who may give the assurance of what that person recorded: those above them, nearest first.
    func assurers(after done: ID<Person>?) -> [[ID<Person>]] {
        let from = done.flatMap(level(of:)) ?? 0
        let above = levels.dropFirst(from + 1).map { $0.filter { $0 != done } }.filter { !$0.isEmpty }
        if !above.isEmpty { return Array(above) }
        let leads = qualityLeads.filter { $0 != done && !excluded.contains($0) }
        return leads.isEmpty ? [] : [leads]
    }

    /// Who is asked for the next step at that moment.
    func asked(_ item: SafetyItem, at now: Instant) -> [ID<Person>] {
        guard item.assurance == nil else { return [] }
        let pool = item.done.map { assurers(after: $0.by) } ?? levels
        return Array(pool.prefix(item.levelsAsked(at: now)).joined())
    }
}

/// The ladders of any case, by the line of the day.
struct SafetyLadders {
    let relations: CaseRelations
    let directors: Set<ID<Person>>
    private let leads: [(person: ID<Person>, scopes: Set<Scope>)]
    /// Who gives second readings of rounds that are not closed, by round.
    let blind: [ID<AuditRound>: Set<ID<Person>>]

    static func read(
        _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> SafetyLadders {
        let grants = try connection.rows(
            """
            SELECT a.person, g.role, g.scope_kind, g.scope_id FROM access_grant g
            JOIN account a ON a.authority = g.authority AND a.id = g.account
            WHERE g.authority = $1 AND g.role IN ('director', 'qualityLead') AND a.person IS NOT NULL
                AND a.disabled IS NULL AND g.ended IS NULL AND g.from_day <= $2
                AND (g.until_day IS NULL OR g.until_day >= $2)
            """, [.id(authority), .day(today)]
        ) { row -> (person: ID<Person>, role: String, scope: Scope?) in
            let node: ID<Node>? = try row.idOrNil(3)
            let scope: Scope? =
                switch try row.text(2) {
                case "authority": .authority
                case "node": node.map(Scope.node)
                default: nil
                }
            return (try row.id(0), try row.text(1), scope)
        }
        let second = try connection.rows(
            """
            SELECT DISTINCT a.round, a.person FROM case_audit a
            JOIN audit_round r ON r.authority = a.authority AND r.id = a.round
            WHERE a.authority = $1 AND a.leg = 'second' AND r.closed_at IS NULL
            """, [.id(authority)]
        ) { (try $0.id(0) as ID<AuditRound>, try $0.id(1) as ID<Person>) }
        return SafetyLadders(
            relations: try CaseRelations.read(connection, authority, on: today),
            directors: Set(grants.filter { $0.role == "director" && $0.scope == .authority }.map(\.person)),
            leads: Dictionary(grouping: grants.filter { $0.role == "qualityLead" }, by: \.person)
                .map { ($0.key, Set($0.value.compactMap(\.scope))) }.sorted { $0.person < $1.person },
            blind: Dictionary(grouping: second, by: \.0).mapValues { Set($0.map(\.1)) })
    }

    private init(
        relations: CaseRelations, directors: Set<ID<Person>>,
        leads: [(person: ID<Person>, scopes: Set<Scope>)], blind: [ID<AuditRound>: Set<ID<Person>>]
    ) {
        (self.relations, self.directors, self.leads, self.blind) = (relations, directors, leads, blind)
    }

    var line: Line { relations.line }

    func name(_ person: ID<Person>?) -> String {
        person.map { line.names[$0] ?? "Somebody who has left" } ?? "Nobody known"
    }

    /// "Imran Shah or Maya Okonkwo".
    func names(_ people: [ID<Person>]) -> String {
        let names = people.map(name)
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }

    func nodesBelow(_ node: ID<Node>) -> Set<ID<Node>> {
        relations.tree.below([node], on: relations.today).union([node])
    }

    func ladder(of item: SafetyItem) -> SafetyLadder {
        var excluded = item.readers
        if let holder = item.holder { excluded.insert(holder) }
        // What a first reading found is not there for the second readers of its round.
        if item.leg == .first, !item.isRoundClosed { excluded.formUnion(blind[item.round] ?? []) }
        let place = item.node ?? item.roundNode
        let reaching = leads.filter {
            relations.tree.isWithin($0.scopes, place, on: relations.today)
        }.map(\.person)
        var levels = climb(holder: item.holder, node: item.node).map { with($0, excluded) }
        // Where the list names neither a holder nor a team of ours, the quality lead is the first who can find out.
        if levels.allSatisfy(\.isEmpty) { levels = [reaching.filter { !excluded.contains($0) }] }
        var seen: Set<ID<Person>> = []
        levels = levels.map { level in level.filter { !directors.contains($0) && seen.insert($0).inserted } }
        levels.append(directors.subtracting(excluded).sorted())
        return SafetyLadder(
            levels: levels.filter { !$0.isEmpty }, directors: directors, qualityLeads: reaching,
            excluded: excluded)
    }

    /// Those who are left of a level, and whoever acts for them.
    private func with(_ level: Set<ID<Person>>, _ excluded: Set<ID<Person>>) -> [ID<Person>] {
        let own = level.subtracting(excluded)
        var all = own
        for person in own {
            all.formUnion(line.people(behind: .person(person)))
            for post in line.posts(heldBy: person) { all.formUnion(line.delegates[.post(post)] ?? []) }
        }
        return all.subtracting(excluded).sorted()
    }

    /// The managers of a case level by level, up to the director.
    func climb(holder: ID<Person>?, node: ID<Node>?) -> [Set<ID<Person>>] {
        // Posts of the authority itself are a chair's, an adviser's, an administrator's: nobody's line.
        var level = relations.manager(holder: holder, node: node)
            .intersection(relations.managers(holder: holder, node: node))
        var found: [Set<ID<Person>>] = []
        var seen: Set<ID<Person>> = []
        while !level.isEmpty, found.count < 16 {
            found.append(level)
            seen.formUnion(level)
            guard level.isDisjoint(with: directors) else { break }
            level = Set(level.flatMap { line.lineManagers(of: .person($0)) }).subtracting(seen)
        }
        return found
    }
}

extension SafetyLadders {
    /// Everybody, and every part of the organisation, that somebody stands above.
    struct Below: Sendable {
        var people: Set<ID<Person>> = []
        var nodes: Set<ID<Node>> = []
        /// Everybody who has a manager at all: their cases go by their own line.
        var peopleInLines: Set<ID<Person>> = []
    }

    /// Those below the person, and those below whomever they act for.
    func below(_ person: ID<Person>) -> Below {
        let standsFor = standsFor(person)
        var found = Below()
        for other in line.names.keys {
            let above = line.managers(of: other)
            guard !above.isEmpty else { continue }
            found.peopleInLines.insert(other)
            if !above.isDisjoint(with: standsFor) { found.people.insert(other) }
        }
        for unit in relations.tree.units(on: relations.today) where unit.kind != "authority" {
            let above = climb(holder: nil, node: unit.id)
            if above.contains(where: { !$0.isDisjoint(with: standsFor) }) { found.nodes.insert(unit.id) }
        }
        return found
    }
}
