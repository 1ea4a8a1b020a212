package import Kernel
import Markup
import Site
package import Storage

/// Giving somebody an action, or a line manager an anomaly, from a case or a whole round.
package enum MakeFinding {
    /// What follows: for a case by its number in the round, or for the service.
    package struct Values: Hashable, Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case `case`, service, anomaly
        }

        package var kind: Kind
        package var number: Int?
        /// The number of a standard of the round's tool.
        package var standard: String?
        package var text: String
        /// Nil for an anomaly, which goes to the line manager of the case's holder.
        package var owner: ID<Person>?
        package var due: Day

        package init(
            kind: Kind, number: Int? = nil, standard: String? = nil, text: String, owner: ID<Person>? = nil,
            due: Day
        ) {
            self.kind = kind
            self.number = number
            self.standard = standard
            self.text = text
            self.owner = owner
            self.due = due
        }
    }

    /// A case as far as making an action needs it.
    struct Case: Hashable, Sendable {
        var id: ID<AuditCase>
        var number: Int
        var holder: ID<Person>?
        var node: ID<Node>?
        var readers: [Leg: ID<Person>]
    }

    struct Ground {
        var round: Round
        var tool: Tool
        var ladders: SafetyLadders
        var officer: Officer
        var today: Day
        var isKeeper: Bool
        /// True for a second reader of a round that is not closed: they speak of the cases that they read.
        var isBarred: Bool
        var barredPeople: Set<ID<Person>>
    }

    static func values(_ form: Fields) throws(StepRefused) -> Values {
        guard let kind = Values.Kind(rawValue: form["kind"]) else {
            throw StepRefused(
                "Say what it is: an action for the case, for the service, or an anomaly", "kind")
        }
        let text = try StepRefused.words(form["text"], "text", orSay: "Say what is to be done, in a sentence")
        let number = Int(form["case"])
        guard form["case"].isEmpty || number != nil else {
            throw StepRefused("Give the number of the case in this round, such as 12", "case")
        }
        switch form.date("due", called: "when it is due") {
        case .empty: throw StepRefused("Give the day by which it is done", "due")
        case .wrong(let sentence): throw StepRefused(sentence, "due")
        case .day(let due):
            return Values(
                kind: kind, number: number, standard: form["standard"].nilIfEmpty, text: text,
                owner: form.id("owner"), due: due)
        }
    }

    /// The owner, once everything is as it may be.
    static func decide(
        _ values: Values, _ subject: Case?, _ ground: Ground
    ) throws(StepRefused) -> ID<Person> {
        let me = ground.officer.person
        if values.kind == .service {
            guard ground.isKeeper, !ground.isBarred else {
                throw StepRefused("The quality lead makes actions for the service", "kind")
            }
        } else if values.kind == .anomaly {
            guard ground.isKeeper else { throw StepRefused("The quality lead sends anomalies", "kind") }
            guard ground.round.closedAt != nil else {
                throw StepRefused(
                    "An anomaly tells of both audits: send it once the round is closed", "kind")
            }
        }
        if values.kind != .service {
            guard let subject else {
                throw StepRefused("There is no such case in this round: give its number", "case")
            }
            let isReader = me.map { subject.readers.values.contains($0) } ?? false
            let isAbove =
                me.map {
                    ground.ladders.relations.managers(holder: subject.holder, node: subject.node).contains($0)
                } ?? false
            guard ground.isBarred ? isReader : (ground.isKeeper || isReader || isAbove) else {
                throw StepRefused(
                    "Whoever audited the case, its managers and the quality lead make actions for it", "case")
            }
        }
        if let standard = values.standard, !ground.tool.standards.contains(where: { $0.number == standard }) {
            throw StepRefused("Choose a standard of this round’s tool", "standard")
        }
        guard values.due >= ground.today else {
            throw StepRefused("That day is over: give the day by which it is to be done", "due")
        }
        if values.kind == .anomaly, let subject { return try manager(of: subject, ground.ladders) }
        guard let owner = values.owner, ground.ladders.line.names[owner] != nil else {
            throw StepRefused("Say whose action it is", "owner")
        }
        guard ground.round.closedAt != nil || !ground.barredPeople.contains(owner) else {
            throw StepRefused(
                "\(ground.ladders.name(owner)) gives second audits of this round and may not know of it before it is closed: give it to somebody else",
                "owner")
        }
        return owner
    }

    /// The nearest manager who did not audit the case.
    private static func manager(
        of subject: Case, _ ladders: SafetyLadders
    ) throws(StepRefused) -> ID<Person> {
        let readers = Set(subject.readers.values)
        for level in ladders.climb(holder: subject.holder, node: subject.node) {
            if let manager = level.subtracting(readers).min(by: { ladders.name($0) < ladders.name($1) }) {
                return manager
            }
        }
        throw StepRefused(
            "Nobody is above the holder of this case in the organisation today, so there is nobody to answer",
            "case")
    }

    /// Makes it and gives its identity.
    @discardableResult
    package static func act(
        _ values: Values, in round: ID<AuditRound>, by officer: Officer, at now: Instant, on today: Day,
        _ connection: Connection
    ) throws -> ID<FindingRecord> {
        let ground = try MakeFinding.ground(round, officer, on: today, connection)
        let subject = try values.number.flatMap { try MakeFinding.subject($0, ground, connection) }
        let owner = try decide(values, subject, ground)
        let id = ID<FindingRecord>.make(at: now)
        let about = values.kind == .service ? nil : subject?.id
        try connection.insert(
            into: "audit_finding",
            [
                "authority", "id", "round", "subject", "question", "kind", "leg", "text", "owner", "due_on",
                "first_due_on", "made_at", "made_by",
            ],
            rows: [
                [
                    .id(officer.authority), .id(id), .id(round), .id(about), .optional(values.standard),
                    .text(values.kind.rawValue), .text(ground.isBarred ? "second" : "first"),
                    .text(values.text), .id(owner), .day(values.due), .day(values.due), .instant(now),
                    .id(officer.person),
                ]
            ])
        try FindingSQL.add(
            FindingSQL.Fact(
                kind: "made", text: values.text, day: values.due, person: officer.person, at: now),
            to: id, officer.authority, connection)
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "auditAction.made",
                subject: "audit action", subjectID: id,
                to: ["says": "An action from an audit was given to somebody"]))
        return id
    }

    static func ground(
        _ id: ID<AuditRound>, _ officer: Officer, on today: Day, _ connection: Connection
    ) throws -> Ground {
        guard let round = try RoundSQL.round(connection, officer.authority, id), round.withdrawn == nil,
            let tool = try ToolSQL.tool(
                connection, officer.authority, round.tool, version: round.toolVersion)
        else { throw NotFound() }
        let ladders = try SafetyLadders.read(connection, officer.authority, on: today)
        let isBarred = try Blind.rounds(connection, barring: officer).contains(id)
        return Ground(
            round: round, tool: tool, ladders: ladders, officer: officer, today: today,
            isKeeper: ladders.relations.tree.isWithin(
                officer.scopes(for: RoundsRoute.keepers), round.node, on: today),
            isBarred: isBarred, barredPeople: ladders.blind[id] ?? [])
    }

    static func subject(_ number: Int, _ ground: Ground, _ connection: Connection) throws -> Case? {
        let found = try connection.rows(
            """
            SELECT c.id, f.holder_person, f.node, a.leg, a.person FROM audit_case c
            JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
            LEFT JOIN case_audit a ON a.authority = c.authority AND a.subject = c.id AND a.ended_at IS NULL
            WHERE c.authority = $1 AND c.round = $2 AND c.number = $3
            """, [.id(ground.officer.authority), .id(ground.round.id), .int(number)]
        ) { row -> Case in
            var subject = Case(
                id: try row.id(0), number: number, holder: try row.idOrNil(1), node: try row.idOrNil(2),
                readers: [:])
            if let leg = try row.textOrNil(3).flatMap(Leg.init) { subject.readers[leg] = try row.id(4) }
            return subject
        }
        guard var first = found.first else { return nil }
        for other in found.dropFirst() { first.readers.merge(other.readers) { held, _ in held } }
        return first
    }

    /// Whether the officer may make anything of the round at all; the form is not there otherwise.
    static func opens(_ ground: Ground, _ connection: Connection) throws -> Bool {
        if ground.isKeeper { return true }
        guard let person = ground.officer.person else { return false }
        let reads = try connection.first(
            "SELECT 1 FROM case_audit WHERE authority = $1 AND round = $2 AND person = $3 AND ended_at IS NULL",
            [.id(ground.officer.authority), .id(ground.round.id), .id(person)]
        ) { try $0.int(0) }
        if reads != nil { return true }
        return ground.officer.holds(SafetyRoute.readers) && !ground.isBarred
    }
}

extension AuditsFeature {
    func newAction(_ visit: Visit) async throws -> Reply {
        let ground = try await ground(visit)
        let entry = Entry(filled: [
            "kind": visit.query["kind"].nilIfEmpty ?? "case", "case": visit.query["case"],
            "standard": visit.query["standard"],
        ])
        return .page(MakeFinding.page(ground, entry, visit))
    }

    func makeAction(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let ground = try await ground(visit)
        do {
            let values = try MakeFinding.values(visit.form)
            let id = try await database.write(for: officer.authority) { connection in
                try WarnOfNames.check(visit.form, ["text"])
                return try MakeFinding.act(
                    values, in: ground.round.id, by: officer, at: visit.now, on: visit.today, connection)
            }
            return .redirect(to: LoopRoute.item.link(id), notice: "The action is given.")
        } catch let refused as StepRefused {
            return .refused(
                MakeFinding.page(ground, visit.entry([FieldError(refused.field, refused.sentence)]), visit))
        }
    }

    private func ground(_ visit: Visit) async throws -> MakeFinding.Ground {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        return try await database.read { connection in
            let ground = try MakeFinding.ground(id, officer, on: visit.today, connection)
            guard try MakeFinding.opens(ground, connection) else { throw NotFound() }
            return ground
        }
    }
}

extension MakeFinding {
    static func page(_ ground: Ground, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "New action from an audit", section: .audits, breadcrumbs: LoopCrumbs.list,
            facts: [Markup(ground.round.title)], errors: entry.errors
        ) { m in
            m.form(to: LoopRoute.make.link(ground.round.id), key: visit.formKey) { m in
                m.radios("kind", "What is it?", kinds(ground), in: entry)
                m.textField(
                    "case", "Number of the case in this round", in: entry,
                    hint: "Leave it empty for an action for the service.", width: .short, numeric: true)
                m.select(
                    "standard", "Standard",
                    [Choice("", "None of them")]
                        + ground.tool.standards.filter { !$0.number.isEmpty }.map {
                            Choice($0.number, "\($0.number) \($0.title)")
                        },
                    in: entry)
                m.textArea(
                    "text", "What is to be done?", in: entry,
                    hint: "What shows on the file when it is done. Do not name the child.")
                m.select(
                    "owner", "Who does it?",
                    [Choice("", "Choose somebody")] + people(ground), in: entry,
                    hint: "An anomaly goes to the line manager of the case’s holder.")
                m.dateField("due", "By when?", in: entry)
                WarnOfNames.tick(entry, ["text"], &m)
                m.button("Give this action")
            }
        }
    }

    private static func kinds(_ ground: Ground) -> [Choice] {
        var choices = [Choice("case", Finding.Kind.case.words)]
        guard ground.isKeeper, !ground.isBarred else { return choices }
        choices.append(Choice("service", Finding.Kind.service.words))
        if ground.round.closedAt != nil { choices.append(Choice("anomaly", Finding.Kind.anomaly.words)) }
        return choices
    }

    /// Whoever has a post today, by name.
    private static func people(_ ground: Ground) -> [Choice] {
        let holders = Set(ground.ladders.line.posts.values.flatMap(\.holders))
        return holders.compactMap { id in ground.ladders.line.names[id].map { (id, $0) } }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            .map { Choice($0.0.description, $0.1) }
    }
}

enum LoopCrumbs {
    static let list = [
        Link("Audits", RoundsRoute.home.link()), Link("Case actions", LoopRoute.list.link()),
    ]
}
