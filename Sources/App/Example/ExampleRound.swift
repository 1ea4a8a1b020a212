import Audits
import Indicators
import Kernel
import ReturnFormats
import Returns
import Storage

/// The rounds of the example, step by step.
enum ExampleRound {
    /// How many plans had which grade from their team (rows, best first) and from a second reader (columns).
    static let grades = [[2, 3, 0, 0], [0, 9, 8, 1], [0, 1, 9, 3], [0, 0, 1, 3]]
    /// How many of the forty met each of the twelve standards, as teams said and as second readers did.
    static let met = [
        (31, 16), (34, 31), (33, 27), (32, 28), (38, 38), (29, 20), (35, 31), (36, 35), (33, 30), (36, 36),
        (30, 22), (24, 11),
    ]

    /// Forty of the 112 plans that two teams reviewed from April to September, graded by their managers, all of them
    /// graded again, blind, by two readers from outside the service. Closed on 6 November.
    static func over(_ tool: ID<AuditTool>, _ people: [String: Officer], _ connection: Connection) throws {
        guard let grace = people["Grace O'Malley"], let ines = people["Ines Farrow"]?.person,
            let victor = people["Victor Stroud"], let person = victor.person,
            let frame = try reviewed(56, of: ["Harbour team", "Millbrook team"], grace, connection)
        else { return }
        var scene = ExampleStep(officer: grace, connection)
        scene.now = ExampleAudits.moment("2026-10-05T09:30:00.000Z")
        guard
            let round = try scene.drawn(
                RoundTerms(
                    series: ExampleAudits.series, title: "Child protection plans, round 1",
                    question: "Would a child be safer for this plan, and can one tell from the file?",
                    node: scene.node("Children in Need"), tool: tool, toolVersion: 1, kind: .simple,
                    size: .number(40), first: .line, dueOn: day("2026-10-23"),
                    verification: Round.Verification(size: .all, dueOn: day("2026-11-04"))),
                frame,
                words: "Child protection plans reviewed from April to September, Harbour and Millbrook teams",
                on: day("2026-09-30"), bits: 0x9C1F_44D2_7A30_E85B)
        else { return }
        scene.now = ExampleAudits.moment("2026-10-06T11:00:00.000Z")
        let draw = try DrawVerification.act(
            round, bits: 0x3B70_51C9_E2D4_8A16, by: grace, on: scene.now.inLondon.day, at: scene.now,
            connection)
        try scene.admit(victor, to: draw, until: "2026-11-06")
        try scene.at("2026-10-06T11:05:00.000Z") {
            _ = try GiveVerification.act(round, to: [ines, person], by: $0, on: $1, at: $2, $3)
        }
        try grade(round, .first, from: "2026-10-12T09:00:00.000Z", people, scene)
        try scene.at("2026-10-26T08:30:00.000Z") {
            try RoundsClosing.closeFirst(round, .joined, by: $0, on: $1, at: $2, $3)
        }
        try grade(round, .second, from: "2026-10-27T09:00:00.000Z", people, scene)
        try ExampleFollowing.makeSafe(round, people, connection)
        try scene.at("2026-11-06T14:10:00.000Z") {
            try RoundsClosing.close(round, .joined, by: $0, on: $1, at: $2, $3)
        }
        try ExampleFollowing.learn(round, people, connection)
    }

    /// Every plan that Harbour team holds, graded by who holds it; a part of them is drawn to be read again, blind.
    static func underWay(_ tool: ID<AuditTool>, _ people: [String: Officer], _ connection: Connection) throws
    {
        guard let grace = people["Grace O'Malley"], let ines = people["Ines Farrow"]?.person,
            let victor = people["Victor Stroud"], let person = victor.person,
            let frame = try lines(on: "2026-10-31", teams: ["Harbour team"], grace, connection)
        else { return }
        var scene = ExampleStep(officer: grace, connection)
        scene.now = ExampleAudits.moment("2026-11-12T09:30:00.000Z")
        guard
            let round = try scene.drawn(
                RoundTerms(
                    series: "Self-evaluation", title: "Self-evaluation, Harbour team",
                    question: "Is every child on a plan adequately safeguarded?",
                    node: scene.node("Harbour team"), tool: tool, toolVersion: 1, dueOn: day("2026-12-04"),
                    verification: Round.Verification(size: .percent(tenths: 200), dueOn: day("2026-12-18"))),
                frame, words: "Children on a protection plan in Harbour team", on: day("2026-10-31"),
                bits: 0x66E0_19AB_C2F7_035D)
        else { return }
        scene.now = ExampleAudits.moment("2026-11-12T10:00:00.000Z")
        let draw = try DrawVerification.act(
            round, bits: 0x1D58_B3E7_904C_62FA, by: grace, on: scene.now.inLondon.day, at: scene.now,
            connection)
        try scene.admit(victor, to: draw, until: "2026-12-31")
        try scene.at("2026-11-12T10:20:00.000Z") {
            _ = try GiveVerification.act(round, to: [ines, person], by: $0, on: $1, at: $2, $3)
        }
        guard let lucy = people["Lucy Penhaligon"] else { return }
        let own = try asked(round, .first, connection, grace.authority).filter { $0.person == lucy.person }
        for (index, audit) in own.prefix(2).enumerated() {
            try scene.at("2026-11-1\(7 + index)T15:40:00.000Z") { _, _, now, connection in
                try fill(
                    audit, Grade(rank: index + 1, meets: { $0 != 1 }, safe: index == 0 ? "yes" : "unsure"),
                    by: lucy, at: now, connection)
            }
        }
    }

    // MARK: Grading

    /// One reading to be given.
    struct Asked {
        let audit: ID<AuditReading>
        let number: Int
        let person: ID<Person>
    }

    /// What a reading says: its overall grade from 0 for the best, the standards that it finds met, and the safety answer.
    struct Grade {
        let rank: Int
        let meets: (Int) -> Bool
        let safe: String
    }

    static func asked(
        _ round: ID<AuditRound>, _ leg: Leg, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [Asked] {
        try connection.rows(
            """
            SELECT a.id, c.number, a.person FROM case_audit a
            JOIN audit_case c ON c.authority = a.authority AND c.id = a.subject
            WHERE a.authority = $1 AND a.round = $2 AND a.leg = $3 AND a.ended_at IS NULL ORDER BY c.number
            """, [.id(authority), .id(round), .text(leg.rawValue)]
        ) { Asked(audit: try $0.id(0), number: try $0.int(1), person: try $0.id(2)) }
    }

    /// Every reading of the leg, a few an hour from that moment on, with the grades of the two tables above.
    private static func grade(
        _ round: ID<AuditRound>, _ leg: Leg, from start: String, _ people: [String: Officer],
        _ scene: ExampleStep
    ) throws {
        let pairs = grades.enumerated().flatMap { first, row in
            row.enumerated().flatMap { second, count in Array(repeating: (first, second), count: count) }
        }
        let byPerson = Dictionary(
            people.values.compactMap { officer in officer.person.map { ($0, officer) } },
            uniquingKeysWith: { first, _ in first })
        let readings = try asked(round, leg, scene.connection, scene.officer.authority)
        // 13 and 40 have no common divisor: neighbours of the table lie far apart in the list.
        let places = readings.map { ($0.number - 1) * 13 % pairs.count }
        let best = places.sorted { rank($0, pairs, leg) < rank($1, pairs, leg) }
        var moment = ExampleAudits.moment(start)
        for (reading, place) in zip(readings, places) {
            guard let officer = byPerson[reading.person] else { continue }
            let standing = best.firstIndex(of: place) ?? 0
            let isWorst = pairs[place].0 == 3
            let safe = isWorst && (leg == .second || place % 2 == 0) ? "unsure" : "yes"
            try fill(
                reading,
                Grade(
                    rank: leg == .first ? pairs[place].0 : pairs[place].1,
                    meets: { standard in
                        let (first, second) = met[standard - 1]
                        return standing < (leg == .first ? first : second)
                    }, safe: safe), by: officer, at: moment, scene.connection)
            moment = nextHour(moment)
        }
    }

    /// By grade, then by place, so that each standard is met by the best files.
    private static func rank(_ place: Int, _ pairs: [(Int, Int)], _ leg: Leg) -> Int {
        (leg == .first ? pairs[place].0 : pairs[place].1) * 1000 + place
    }

    /// An hour and a half on; after four in the afternoon the next working morning.
    private static func nextHour(_ moment: Instant) -> Instant {
        let next = moment.adding(seconds: 5400)
        guard next.inLondon.minutes >= 16 * 60 else { return next }
        var day = next.inLondon.day.adding(days: 1)
        while day.weekday > 5 { day = day.adding(days: 1) }
        return day.startInLondon.adding(seconds: 9 * 3600 + 600)
    }

    private static func fill(
        _ reading: Asked, _ grade: Grade, by officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        var answers = [(question: "_safe", value: grade.safe, note: "The last three visits")]
        for standard in ShippedTools.entry("casework")?.tool.standards ?? [] {
            for question in standard.questions {
                let number = Int(standard.number) ?? 0
                let value: String
                switch question.kind {
                case .grade("ofsted"): value = "\(grade.rank + 1)"
                case .grade:
                    value =
                        grade.meets(number) ? "met" : (number + reading.number) % 3 == 0 ? "not" : "partly"
                case .yesNo(let good): value = good == (grade.rank < 3) ? "yes" : "no"
                case .count: value = "\(max(0, 4 - grade.rank))/5"
                case .date: value = now.inLondon.day.adding(days: -3 - reading.number % 9).description
                case .choice(let words): value = words[min(grade.rank, words.count - 1)]
                case .text: continue
                }
                answers.append((question.key, value, ""))
            }
        }
        try SaveAnswers.act(answers, reading.audit, by: officer, at: now, connection)
        try SendAudit.act(reading.audit, by: officer, at: now.adding(seconds: 600), connection)
    }

    // MARK: Frames

    static func day(_ text: String) -> Day { Day(text) ?? Example.today }

    /// A list from the case system: so many plans reviewed by the workers of each team. Nil where a team has nobody.
    private static func reviewed(
        _ count: Int, of teams: [String], _ officer: Officer, _ connection: Connection
    ) throws -> [FrameLine]? {
        var lines: [FrameLine] = []
        for team in teams {
            let workers = try connection.rows(
                """
                SELECT p.name, o.node FROM post o
                JOIN post_holding h ON h.authority = o.authority AND h.post = o.id AND h.until_day IS NULL
                JOIN person p ON p.authority = h.authority AND p.id = h.person
                JOIN node_version v ON v.authority = o.authority AND v.node = o.node AND v.until_day IS NULL
                WHERE o.authority = $1 AND v.name = $2 AND o.title LIKE 'Social Worker%' ORDER BY p.name
                """, [.id(officer.authority), .text(team)]
            ) { (name: try $0.text(0), node: try $0.id(1) as ID<Node>) }
            guard !workers.isEmpty else { return nil }
            for number in 0..<count {
                let worker = workers[number * 5 % workers.count]
                lines.append(
                    FrameLine(
                        reference: Sensitive("R26-\(1001 + lines.count)"), holder: worker.name, team: team,
                        node: worker.node))
            }
        }
        return lines
    }

    /// The children who were on a plan in those teams, as the Annex A of that day has them; nil without such a file.
    private static func lines(
        on text: String, teams: Set<String>, _ officer: Officer, _ connection: Connection
    ) throws -> [FrameLine]? {
        let authority = officer.authority
        guard
            let file = try ReturnFilesSQL.all(connection, authority).first(where: {
                $0.kind == .annexA && $0.asAt == day(text)
            }), let annexA = try ReturnFilesSQL.annexA(connection, authority, file.id)
        else { return nil }
        let units = try ReturnFilesSQL.units(connection, authority)
        return Indicators.openCases(annexA, asAt: file.asAt, IndicatorSettings()).compactMap { open in
            guard open.status == .protection, open.isAllocated, teams.contains(open.team) else { return nil }
            return FrameLine(
                reference: annexA.children[Int(open.child)], holder: open.worker, team: open.team,
                node: units[NameKey.fold(open.team)])
        }
    }
}

/// One keeper doing one thing after another.
struct ExampleStep {
    let officer: Officer
    let connection: Connection
    var now = Example.began

    init(officer: Officer, _ connection: Connection) {
        self.officer = officer
        self.connection = connection
    }

    func at(
        _ text: String, _ body: (Officer, Day, Instant, Connection) throws -> Void
    ) throws {
        let now = ExampleAudits.moment(text)
        try body(officer, now.inLondon.day, now, connection)
    }

    func node(_ name: String) throws -> ID<Node> {
        let found = try connection.first(
            "SELECT node FROM node_version WHERE authority = $1 AND name = $2 AND until_day IS NULL",
            [.id(officer.authority), .text(name)]
        ) { try $0.id(0) as ID<Node> }
        guard let found else { throw StorageError.fault("The example has no \(name).") }
        return found
    }

    /// Somebody from outside may read this sample, and nothing else, until a day.
    func admit(_ verifier: Officer, to draw: Draw, until day: String) throws {
        try connection.insert(
            into: "access_grant",
            [
                "authority", "id", "account", "role", "scope_kind", "scope_id", "from_day", "until_day",
                "given",
                "reason",
            ],
            rows: [
                [
                    .id(officer.authority), .id(ID<Draw>.make(at: now)), .id(verifier.account),
                    .text(Role.verifier.rawValue), .text("sample"), .id(draw.id), .day(now.inLondon.day),
                    .text(day), .instant(now), .text("Second reader of this sample, by contract"),
                ]
            ])
    }

    /// Set up, listed, locked, drawn and given out; nil where the frame is too small for it.
    func drawn(
        _ terms: RoundTerms, _ frame: [FrameLine], words: String, on day: Day, bits: UInt64
    ) throws -> ID<AuditRound>? {
        guard terms.size.count(of: frame.count) != nil else { return nil }
        let today = now.inLondon.day
        let id = try SetUpRound.make(terms, by: officer, on: today, at: now, connection)
        try LoadFrame.keep(
            frame, source: "file", words: words, on: day, into: id, by: officer, on: today, at: now,
            connection)
        guard let round = try RoundSQL.round(connection, officer.authority, id) else { return nil }
        try LockFrame.act(id, after: round.revision, by: officer, on: today, at: now, connection)
        _ = try DrawSample.act(id, bits: bits, by: officer, on: today, at: now, connection)
        _ = try GiveCases.act(id, by: officer, on: today, at: now, connection)
        return id
    }
}
