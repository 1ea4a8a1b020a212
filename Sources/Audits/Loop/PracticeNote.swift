import Kernel
import Storage

/// The owner of a practice note's identity.
package enum PracticeNoteRecord {}

/// What one standard of a round asks of practice, on a page, for supervision.
struct PracticeNote: Hashable, Sendable {
    var id: ID<PracticeNoteRecord>
    var round: ID<AuditRound>
    var standard: String
    var text: String
    var madeAt: Instant
    /// When it was changed last.
    var changedAt: Instant
    var revision: Int
}

enum NoteSQL {
    static func notes(
        _ connection: Connection, _ authority: ID<Authority>, of round: ID<AuditRound>? = nil,
        only note: ID<PracticeNoteRecord>? = nil
    ) throws -> [PracticeNote] {
        let chosen =
            (round.map { " AND n.round = \($0.rawValue)" } ?? "")
            + (note.map { " AND n.id = \($0.rawValue)" } ?? "")
        return try connection.rows(
            """
            SELECT n.id, n.round, n.standard, n.text, n.made_at, t.at, n.revision FROM practice_note n
            JOIN practice_note_text t ON t.authority = n.authority AND t.note = n.id
                AND t.revision = n.revision
            WHERE n.authority = $1\(chosen) ORDER BY n.id
            """, [.id(authority)]
        ) {
            PracticeNote(
                id: try $0.id(0), round: try $0.id(1), standard: try $0.text(2), text: try $0.text(3),
                madeAt: try $0.instant(4), changedAt: try $0.instant(5), revision: try $0.int(6))
        }
    }

    struct Discussed: Hashable, Sendable {
        var note: ID<PracticeNoteRecord>
        var person: ID<Person>
        var on: Day
        var by: ID<Person>?
    }

    /// With whom each note was discussed; of a person the latest day.
    static func discussed(
        _ connection: Connection, _ authority: ID<Authority>, _ notes: [PracticeNote]
    ) throws -> [ID<PracticeNoteRecord>: [ID<Person>: Discussed]] {
        guard !notes.isEmpty else { return [:] }
        let list = notes.map { String($0.id.rawValue) }.joined(separator: ", ")
        let all = try connection.rows(
            """
            SELECT note, person, discussed_on, by_person FROM note_discussed
            WHERE authority = $1 AND note IN (\(list)) ORDER BY discussed_on, at
            """, [.id(authority)]
        ) {
            Discussed(note: try $0.id(0), person: try $0.id(1), on: try $0.day(2), by: try $0.idOrNil(3))
        }
        return Dictionary(grouping: all, by: \.note).mapValues { each in
            Dictionary(each.map { ($0.person, $0) }, uniquingKeysWith: { _, later in later })
        }
    }
}

/// Who supervises whom: every team manager with those whose nearest manager they are.
struct Supervision: Sendable {
    var teams: [ID<Person>: Set<ID<Person>>]
    var line: Line

    static func read(
        _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> Supervision {
        let line = try LineSQL.line(connection, authority, on: today)
        let workers = try connection.rows(
            """
            SELECT DISTINCT a.person FROM access_grant g
            JOIN account a ON a.authority = g.authority AND a.id = g.account
            WHERE g.authority = $1 AND g.role = 'worker' AND a.person IS NOT NULL AND a.disabled IS NULL
                AND g.ended IS NULL AND g.from_day <= $2 AND (g.until_day IS NULL OR g.until_day >= $2)
            """, [.id(authority), .day(today)]
        ) { try $0.id(0) as ID<Person> }
        var teams: [ID<Person>: Set<ID<Person>>] = [:]
        for worker in workers where line.names[worker] != nil {
            for manager in line.lineManagers(of: .person(worker)) {
                teams[manager, default: []].insert(worker)
            }
        }
        return Supervision(teams: teams, line: line)
    }

    /// Whom the officer supervises, as themselves or for somebody.
    func workers(of person: ID<Person>?) -> Set<ID<Person>> {
        guard let person else { return [] }
        var found = teams[person] ?? []
        for accountable in line.standsFor(person) {
            if let other = accountable.person { found.formUnion(teams[other] ?? []) }
            if let post = accountable.post {
                for holder in line.posts[post]?.holders ?? [] { found.formUnion(teams[holder] ?? []) }
            }
        }
        return found.subtracting([person])
    }
}
