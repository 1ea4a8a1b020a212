import Kernel
import Markup
import Site
import Storage

/// Audits asked of the people who answer to whoever looks, and how their grades compared once rounds were closed.
///
/// Nothing of a verification before it closes, and nothing of a round from whose first readers they are barred.
enum MyTeam {
    struct Asked: Sendable {
        var person: ID<Person>
        var round: ID<AuditRound>
        var title: String
        var isClosed: Bool
        var asked = 0
        var sent = 0
        var sentLate = 0
        var overdue = 0
    }

    /// How the grades of one person stood beside second readers', over all closed rounds.
    struct Compared: Hashable, Sendable {
        var same = 0
        var kinder = 0
        var harder = 0

        var total: Int { same + kinder + harder }
        /// Fewer say nothing about anybody.
        static let fewest = 5
    }

    struct Found: Sendable {
        var names: [ID<Person>: String] = [:]
        var asked: [Asked] = []
        var compared: [ID<Person>: Compared] = [:]
    }

    static func read(_ connection: Connection, _ officer: Officer, on today: Day) throws -> Found {
        let doer = try Doer.of(officer, connection, on: today)
        let mine = Set(doer.answersAs.compactMap(\.person)).union(
            doer.answersAs.compactMap(\.post).flatMap { doer.line.posts[$0]?.holders ?? [] })
        var found = Found()
        for (person, name) in doer.line.names where !mine.contains(person) {
            if !doer.line.managers(of: person).isDisjoint(with: mine) { found.names[person] = name }
        }
        guard !found.names.isEmpty else { return found }
        let barred = try Blind.rounds(connection, barring: officer)
        let people = found.names.keys.map { "\($0.rawValue)" }.sorted().joined(separator: ", ")
        found.asked = try asked(connection, officer.authority, people, barred, on: today)
        found.compared = try compared(connection, officer.authority, people)
        return found
    }

    private static func asked(
        _ connection: Connection, _ authority: ID<Authority>, _ people: String,
        _ barred: Set<ID<AuditRound>>, on today: Day
    ) throws -> [Asked] {
        var found: [Asked] = []
        _ = try connection.rows(
            """
            SELECT a.person, r.id, r.title, r.first_closed_at, r.closed_at, a.due_on, a.sent_at
            FROM case_audit a JOIN audit_round r ON r.authority = a.authority AND r.id = a.round
            WHERE a.authority = $1 AND a.leg = 'first' AND a.ended_at IS NULL AND r.withdrawn_at IS NULL
                AND r.is_past = 0 AND a.person IN (\(people))
                AND (r.closed_at IS NULL OR r.due_on >= $2)
            ORDER BY r.id DESC, a.person
            """, [.id(authority), .day(today.adding(months: -12))]
        ) { row in
            let (person, round): (ID<Person>, ID<AuditRound>) = (try row.id(0), try row.id(1))
            guard !barred.contains(round) else { return }
            if found.last?.person != person || found.last?.round != round {
                let isClosed = try row.textOrNil(3) != nil || row.textOrNil(4) != nil
                found.append(Asked(person: person, round: round, title: try row.text(2), isClosed: isClosed))
            }
            let due = try row.day(5)
            let sent = try row.instantOrNil(6)
            let last = found.count - 1
            found[last].asked += 1
            if let sent {
                found[last].sent += 1
                if sent.inLondon.day > due { found[last].sentLate += 1 }
            } else if today > due {
                found[last].overdue += 1
            }
        }
        return found
    }

    private static func compared(
        _ connection: Connection, _ authority: ID<Authority>, _ people: String
    ) throws -> [ID<Person>: Compared] {
        var found: [ID<Person>: Compared] = [:]
        _ = try connection.rows(
            """
            SELECT a.person, a.grade - b.grade FROM case_audit a
            JOIN case_audit b ON b.authority = a.authority AND b.subject = a.subject AND b.leg = 'second'
            JOIN audit_round r ON r.authority = a.authority AND r.id = a.round
            WHERE a.authority = $1 AND a.leg = 'first' AND r.closed_at IS NOT NULL AND r.withdrawn_at IS NULL
                AND a.ended_at IS NULL AND b.ended_at IS NULL AND a.sent_at IS NOT NULL
                AND b.sent_at IS NOT NULL AND a.grade IS NOT NULL AND b.grade IS NOT NULL
                AND a.person IN (\(people))
            """, [.id(authority)]
        ) { row in
            let person: ID<Person> = try row.id(0)
            let difference = try row.int(1)
            if difference == 0 {
                found[person, default: Compared()].same += 1
            } else if difference < 0 {
                found[person, default: Compared()].kinder += 1
            } else {
                found[person, default: Compared()].harder += 1
            }
        }
        return found
    }
}

extension AuditsFeature {
    func myTeam(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let today = visit.today
        let found = try await database.read { try MyTeam.read($0, officer, on: today) }
        return .page(MyTeam.page(found, visit))
    }
}

extension MyTeam {
    static func page(_ found: Found, _ visit: Visit) -> Page {
        Page("My team", section: .audits, tabs: AuditTabs.tabs(.team, visit.officer)) { m in
            m.lead(standing(found))
            if !found.asked.isEmpty { asked(found, &m) }
            if !found.compared.isEmpty { compared(found, &m) }
        }
    }

    private static func standing(_ found: Found) -> Markup {
        guard !found.names.isEmpty else { return "Nobody answers to you." }
        let all = found.asked.reduce(0) { $0 + $1.asked }
        guard all > 0 else { return "No audit is asked of the people who answer to you." }
        let sent = found.asked.reduce(0) { $0 + $1.sent }
        let overdue = found.asked.reduce(0) { $0 + $1.overdue }
        let late: Markup =
            overdue > 0 ? " \(strong: "\(overdue)") \(overdue == 1 ? "is" : "are") overdue." : ""
        return "\(strong: "\(sent) of \(all)") audits asked of the people who answer to you are sent.\(late)"
    }

    private static func asked(_ found: Found, _ m: inout Markup) {
        m.part(
            "Asked and sent",
            note: "First audits only: whose second grade a case has is not said before its round closes."
        ) { m in
            m.table(
                "Audits asked of the people who answer to you",
                [
                    Column("Person", .name), Column("Round"), Column("Asked", .number),
                    Column("Sent", .number),
                    Column("Sent late", .number), Column("Overdue", .number),
                ]
            ) { rows in
                for line in found.asked.sorted(by: { order(found, $0) < order(found, $1) }) {
                    rows.row { row in
                        row.cell(found.names[line.person] ?? "")
                        row.cell(line.title)
                        row.cell(line.asked)
                        row.cell(line.sent)
                        row.cell(line.sentLate)
                        row.cell(
                            line.isClosed ? "\(line.asked - line.sent) not sent, closed" : "\(line.overdue)")
                    }
                }
            }
        }
    }

    /// Worst first, then by name.
    private static func order(_ found: Found, _ line: Asked) -> (Int, String, String) {
        (line.isClosed ? 1 : -line.overdue, found.names[line.person] ?? "", line.title)
    }

    private static func compared(_ found: Found, _ m: inout Markup) {
        m.part(
            "How their grades compared",
            note:
                "Over all closed rounds with a second, blind grade. It is for learning in supervision, not for comparing people."
        ) { m in
            m.table(
                "Grades beside the second reader’s",
                [
                    Column("Person", .name), Column("Read twice", .number), Column("Kinder", .number),
                    Column("The same", .number), Column("Harder", .number),
                ]
            ) { rows in
                for (person, compared) in found.compared.sorted(by: {
                    (found.names[$0.key] ?? "") < (found.names[$1.key] ?? "")
                }) {
                    rows.row { row in
                        row.cell(found.names[person] ?? "")
                        row.cell(compared.total)
                        guard compared.total >= Compared.fewest else {
                            row.cell("too few to say")
                            row.empty("too few to say")
                            row.empty("too few to say")
                            return
                        }
                        row.cell(compared.kinder)
                        row.cell(compared.same)
                        row.cell(compared.harder)
                    }
                }
            }
        }
    }
}
