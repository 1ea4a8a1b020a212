package import Kernel
package import Storage

/// Giving the drawn cases to their first readers: the holder, their nearest manager, or auditors whom the keeper chooses.
package enum GiveCases {
    package enum Refused: Refusal {
        case notDrawn
        case closed
        case nothingWaits
        case auditorsMissing
        case notAuditor(String)

        package var sentence: String {
            switch self {
            case .notDrawn: "Draw the sample before its cases are given out"
            case .closed: "The first reading is closed, so no more cases are given out"
            case .nothingWaits: "Every case has its first reader already"
            case .auditorsMissing: "Choose at least one auditor"
            case .notAuditor(let name):
                "\(name) may not audit here: only people whose access makes them auditor, verifier or quality lead in this part do"
            }
        }

        package var field: String? {
            switch self {
            case .auditorsMissing, .notAuditor: "auditors"
            default: nil
            }
        }
    }

    /// What was given, and what nobody could take with the sentence why.
    package struct Outcome: Hashable, Sendable {
        package var given: Int
        /// Case number and why nobody has it.
        package var left: [Left]

        package struct Left: Hashable, Sendable {
            package var number: Int
            package var why: String
        }
    }

    /// Gives every case that waits. `auditors` are asked for where somebody independent reads first.
    @discardableResult
    package static func act(
        _ id: ID<AuditRound>, to auditors: [ID<Person>] = [], by officer: Officer, on today: Day,
        at now: Instant, _ connection: Connection
    ) throws -> Outcome {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        let authority = officer.authority
        guard try DrawSQL.draws(connection, authority, id)[.first] != nil else { throw Refused.notDrawn }
        guard round.firstClosedAt == nil, round.withdrawn == nil else { throw Refused.closed }
        let cases = try RoundCase.waiting(connection, authority, id, .first)
        guard !cases.isEmpty else { throw Refused.nothingWaits }
        if round.first == .independent {
            guard !auditors.isEmpty else { throw Refused.auditorsMissing }
            let may = try Set(AuditPeople.auditors(connection, authority, round, on: today).map(\.id))
            if let other = auditors.first(where: { !may.contains($0) }) {
                let relations = try CaseRelations.read(connection, authority, on: today)
                throw Refused.notAuditor(relations.line.names[other] ?? "This person")
            }
        }
        let relations = try CaseRelations.read(connection, authority, on: today)
        let held = try AuditPeople.loads(connection, authority, id, .first)
        let (given, left) = allocate(cases, round, auditors, relations, held)
        try AuditRows.insert(
            given.map { AuditRows.New(subject: $0.id, person: $1, relation: round.first) },
            round: id, leg: .first, due: round.dueOn, by: officer, at: now, connection)
        try connection.record(
            SetUpRound.event(
                "cases.given", id,
                says: "Gave out \(counted(given.count, "case")) of “\(round.title)”"
                    + (left.isEmpty ? "" : "; \(left.count) could be taken by nobody"),
                [
                    JSON.Member("given", .integer(Int64(given.count))),
                    JSON.Member("left", .integer(Int64(left.count))),
                ], by: officer, at: now))
        return Outcome(given: given.count, left: left)
    }

    /// Pure: who gets which case by the relations of the day.
    static func allocate(
        _ cases: [RoundCase], _ round: Round, _ auditors: [ID<Person>], _ relations: CaseRelations,
        _ held: [ID<Person>: Int]
    ) -> (given: [(RoundCase, ID<Person>)], left: [Outcome.Left]) {
        var left: [Outcome.Left] = []
        switch round.first {
        case .own:
            var given: [(RoundCase, ID<Person>)] = []
            for item in cases {
                if let holder = item.holderPerson, relations.line.names[holder] != nil {
                    given.append((item, holder))
                } else {
                    left.append(
                        Outcome.Left(
                            number: item.number,
                            why: "its holder is not in the organisation today: give it to somebody by hand"))
                }
            }
            return (given, left)
        case .line:
            // Of several who lead together each gets as many; nobody more than the most.
            let people = Array(
                Set(cases.flatMap { relations.manager(holder: $0.holderPerson, node: $0.node) })
            ).sorted { (relations.line.names[$0] ?? "", $0) < (relations.line.names[$1] ?? "", $1) }
            let places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
            let eligible = cases.map { item in
                relations.manager(holder: item.holderPerson, node: item.node).compactMap { places[$0] }
                    .sorted()
            }
            return spread(cases, eligible, people, round, held, "nobody is above its holder in the line")
        case .independent:
            let eligible = relations.eligible(cases, auditors)
            return spread(
                cases, eligible, auditors, round, held, "none of the auditors chosen is independent of it")
        }
    }

    static func spread(
        _ cases: [RoundCase], _ eligible: [[Int]], _ people: [ID<Person>], _ round: Round,
        _ held: [ID<Person>: Int], _ nobody: String
    ) -> (given: [(RoundCase, ID<Person>)], left: [Outcome.Left]) {
        let result = Spread.assign(
            eligible, people: people.count, most: round.mostEach, held: people.map { held[$0] ?? 0 })
        var given: [(RoundCase, ID<Person>)] = []
        var left: [Outcome.Left] = []
        for (index, item) in cases.enumerated() {
            if let place = result[index] {
                given.append((item, people[place]))
            } else {
                left.append(
                    Outcome.Left(
                        number: item.number,
                        why: eligible[index].isEmpty
                            ? nobody
                            : "whoever may take it has \(round.mostEach ?? 0) already, the most each: choose more people"
                    ))
            }
        }
        return (given, left)
    }
}

/// Readings as they are given out and ended.
enum AuditRows {
    struct New {
        let subject: ID<AuditCase>
        let person: ID<Person>
        let relation: Relation
    }

    static func insert(
        _ rows: [New], round: ID<AuditRound>, leg: Leg, due: Day, by officer: Officer, at now: Instant,
        _ connection: Connection
    ) throws {
        try connection.insert(
            into: "case_audit",
            [
                "authority", "id", "round", "subject", "leg", "relation", "person", "due_on",
                "assigned_at", "assigned_by",
            ],
            rows: rows.map { row in
                [
                    .id(officer.authority), .id(ID<AuditReading>.make(at: now)), .id(round),
                    .id(row.subject), .text(leg.rawValue), .text(row.relation.rawValue), .id(row.person),
                    .day(due), .instant(now), .id(officer.account),
                ]
            })
    }
}
