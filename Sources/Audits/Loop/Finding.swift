import Kernel
import Storage

/// The owner of the identity of what follows from an audit.
package enum FindingRecord {}

/// What follows from a case or a round: an action for the case, one for the service, or an anomaly to be answered.
struct Finding: Hashable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case `case`, service, anomaly

        var words: String {
            switch self {
            case .case: "Action for the case"
            case .service: "Action for the service"
            case .anomaly: "Anomaly, for a reply"
            }
        }
    }

    struct Said: Hashable, Sendable {
        var words: String
        var at: Instant
        var by: ID<Person>?
    }

    var id: ID<FindingRecord>
    var round: ID<AuditRound>
    var roundTitle: String
    var isRoundClosed: Bool
    var tool: ID<AuditTool>
    var toolVersion: Int
    /// The case's number in its round; nil where it is about none.
    var number: Int?
    /// The number of the standard that it is about.
    var standard: String?
    var kind: Kind
    var text: String
    var owner: ID<Person>
    var dueOn: Day
    var firstDueOn: Day
    var madeAt: Instant
    var madeBy: ID<Person>?
    var done: Said?
    var doneOn: Day?
    var seen: Said?
    var reply: Said?
    var revision: Int

    /// Nothing more is asked of its owner.
    var isAnswered: Bool { kind == .anomaly ? reply != nil : done != nil }

    func isLate(on today: Day) -> Bool { !isAnswered && dueOn < today }

    /// "Case 12 of Autumn round", or the round alone.
    var place: String { number.map { "Case \($0) of \(roundTitle)" } ?? roundTitle }
}

/// What part of the actions a list shows.
struct FindingFilter: Hashable, Sendable {
    enum Whose: String, CaseIterable, Sendable {
        case mine, team

        var words: String {
            switch self {
            case .mine: "Mine"
            case .team: "Of people who answer to me"
            }
        }
    }

    enum State: String, CaseIterable, Sendable {
        case open, late, done, seen

        var words: String {
            switch self {
            case .open: "To do"
            case .late: "Late"
            case .done: "Done, to be seen on the file"
            case .seen: "Seen on the file, or answered"
            }
        }
    }

    var whose: Whose?
    var round: ID<AuditRound>?
    var state: State?
}

/// Whose actions an officer sees: their own, those that they made, those of people and cases below them, and the
/// director's and the quality lead's as far as they reach.
///
/// Until the round is closed, what comes from a first reading is not there for who is barred from it, and what comes
/// from a second reading is there only for who made it, and for the quality lead and the director where they are not
/// the first reader.
struct FindingScope {
    let officer: Officer
    let ladders: SafetyLadders
    let below: SafetyLadders.Below
    let today: Day
    private let reach: Reach
    private let barred: Set<ID<AuditRound>>
    private let standsFor: Set<ID<Person>>

    static func read(_ connection: Connection, _ officer: Officer, on today: Day) throws -> FindingScope {
        let ladders = try SafetyLadders.read(connection, officer.authority, on: today)
        return FindingScope(
            officer: officer, ladders: ladders,
            below: officer.person.map { ladders.below($0) } ?? SafetyLadders.Below(), today: today,
            reach: Reach(officer.scopes(for: SafetyScope.wideRoles)),
            barred: try Blind.rounds(connection, barring: officer),
            standsFor: officer.person.map { ladders.standsFor($0) } ?? [])
    }

    /// `$1` to `$3`.
    var key: [SQLValue] { [.id(officer.authority), .bool(reach.isEverything), .day(today)] }
    var with: String { reach.subtree }
    var mine: String { list(standsFor) }
    var team: String { list(below.people.subtracting(standsFor)) }

    /// For findings `g` with their round `r`, and the line of the frame `f` where they are about a case.
    var condition: String {
        let me = officer.person?.rawValue ?? -1
        let wide = "($2 = 1 OR COALESCE(f.node, r.node) IN (SELECT id FROM reached))"
        return """
            (\(wide) OR g.owner IN (\(mine)) OR g.made_by = \(me) OR g.owner IN (\(team))
                OR f.holder_person IN (\(team))
                OR (f.holder_person = \(me) AND g.kind = 'case'))
            AND (r.closed_at IS NOT NULL OR (g.leg = 'first' AND g.round NOT IN (\(list(barred))))
                OR (g.leg = 'second' AND (g.made_by = \(me) OR (\(wide)
                    AND NOT EXISTS (SELECT 1 FROM case_audit b WHERE b.authority = g.authority
                        AND b.round = g.round AND b.leg = 'first' AND b.person = \(me))))))
            """
    }

    private func list<Owner>(_ ids: Set<ID<Owner>>) -> String {
        ids.isEmpty ? "-1" : ids.map(\.rawValue).sorted().map(String.init).joined(separator: ", ")
    }
}

extension SafetyLadders {
    /// The person, and everybody for whom they act.
    func standsFor(_ person: ID<Person>) -> Set<ID<Person>> {
        var found: Set<ID<Person>> = [person]
        for accountable in line.standsFor(person) {
            if let other = accountable.person { found.insert(other) }
            if let post = accountable.post { found.formUnion(line.posts[post]?.holders ?? []) }
        }
        return found
    }
}
