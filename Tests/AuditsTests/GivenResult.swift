import Kernel
import Storage

@testable import Audits

/// One case of a closed round, with what its two readers said. Rows and nothing else, for tests of results.
struct GivenReading: Sendable {
    var team = "Harbour team"
    var area = "North area"
    var group = ""
    /// By the question's key; `.safe` for the question that comes first.
    var first: [String: String] = [:]
    /// Nil where nobody read it a second time.
    var second: [String: String]?
}

extension House {
    /// A closed round of these cases, drawn first to last from a list of `population`.
    func givenResult(
        _ cases: [GivenReading], _ tool: Tool = .trial, title: String = "Child protection plans, round 3",
        series: String = "Plans", kind: Round.Kind = .simple, first relation: Relation = .own,
        population: Int? = nil, stratum: Round.Stratum? = nil, closed: String = "2026-11-06T15:00:00.000Z",
        toolID given: ID<AuditTool>? = nil, passShare: Int = 80, node: String = "Children in Need",
        isVerified: Bool? = nil, undrawn: [String: Int] = [:]
    ) async throws -> ID<AuditRound> {
        let now = clock.now
        guard let node = nodes[node], let closedAt = Instant(closed) else {
            throw StorageError.fault("No such part or moment.")
        }
        let verified = isVerified ?? cases.contains { $0.second != nil }
        let people = try (officer("Lucy Penhaligon").person, officer("Ines Farrow").person)
        let nodes = nodes
        return try await database.write { connection in
            let toolID =
                try given ?? ToolSQL.insertNew(tool, by: nil, issued: true, authority, connection, at: now)
            let id = ID<AuditRound>.make(at: now)
            try connection.insert(
                into: "audit_round",
                [
                    "authority", "id", "series", "title", "question", "node", "tool", "tool_version", "kind",
                    "size_kind", "size", "stratum", "first", "due_on", "verify_kind", "verify_size",
                    "verify_due_on", "pass_share", "frame_source", "frame_words", "frame_on", "frame_count",
                    "frame_hash", "locked_at", "first_closed_at", "closed_at", "made_at",
                ],
                rows: [
                    [
                        .id(authority), .id(id), .text(series), .text(title), "How good is the work?",
                        .id(node), .id(toolID), .int(1), .text(kind.rawValue),
                        .text(kind == .census ? "all" : "number"), .int(kind == .census ? 0 : cases.count),
                        .optional(stratum?.rawValue), .text(relation.rawValue), "2026-10-23",
                        .optional(verified ? "number" : nil), .int(verified ? 1 : nil),
                        .optional(verified ? "2026-11-06" : nil), .int(passShare), "file", "cases.csv",
                        "2026-09-30", .int(population ?? cases.count), "5f2a9c01e7d34b88",
                        .instant(now), .instant(closedAt), .instant(closedAt), .instant(now),
                    ]
                ])
            for leg in verified ? Leg.allCases : [.first] {
                try connection.insert(
                    into: "audit_draw",
                    ["authority", "id", "round", "leg", "seed", "frame_count", "frame_hash", "size", "at"],
                    rows: [
                        [
                            .id(authority), .id(ID<Sample>.make(at: now)), .id(id), .text(leg.rawValue),
                            "2026-09:cpp-3", .int(population ?? cases.count), "5f2a9c01e7d34b88",
                            .int(leg == .first ? cases.count : cases.count { $0.second != nil }),
                            .instant(now),
                        ]
                    ])
            }
            try House.rows(of: cases, tool, id, nodes, authority, people, connection, at: now)
            let teams = undrawn.sorted { $0.key < $1.key }.flatMap {
                Array(repeating: $0.key, count: $0.value)
            }
            try connection.insert(
                into: "audit_frame", ["authority", "round", "position", "reference", "team"],
                rows: teams.enumerated().map { place, team in
                    [
                        .id(authority), .id(id), .int(cases.count + place + 1), .text("U-\(place)"),
                        .text(team),
                    ]
                })
            return id
        }
    }

    private static func rows(
        of cases: [GivenReading], _ tool: Tool, _ round: ID<AuditRound>, _ nodes: [String: ID<Node>],
        _ authority: ID<Authority>, _ people: (ID<Person>?, ID<Person>?), _ connection: Connection,
        at now: Instant
    ) throws {
        let subjects = cases.map { _ in ID<AuditCase>.make(at: now) }
        try connection.insert(
            into: "audit_frame",
            ["authority", "round", "position", "reference", "team", "node", "area", "grouping"],
            rows: cases.enumerated().map { place, each in
                [
                    .id(authority), .id(round), .int(place + 1), .text("CH-\(100_000 + place)"),
                    .text(each.team), .id(nodes[each.team]), .text(each.area), .text(each.group),
                ]
            })
        try connection.insert(
            into: "audit_case",
            ["authority", "id", "round", "number", "position", "stratum", "drawn", "verified"],
            rows: cases.enumerated().map { place, each in
                [
                    .id(authority), .id(subjects[place]), .id(round), .int(place + 1), .int(place + 1),
                    .text(each.team), .int(place + 1), .int(each.second == nil ? nil : place + 1),
                ]
            })
        var readings: [[SQLValue]] = []
        var marks: [[SQLValue]] = []
        for (place, each) in cases.enumerated() {
            for (leg, answers) in [(Leg.first, each.first), (.second, each.second)] {
                guard let answers else { continue }
                readings.append([
                    .id(authority), .id(ID<AuditReading>.make(at: now)), .id(round), .id(subjects[place]),
                    .text(leg.rawValue), .text(leg == .first ? "self" : "independent"),
                    .id(leg == .first ? people.0 : people.1), "2026-10-23", .instant(now),
                    .optional(answers[RoundTally.safe]), "2026-10-20T09:00:00.000Z",
                ])
                for (key, value) in answers where key != RoundTally.safe {
                    guard let question = tool.question(key), let mark = try question.mark(value, in: tool)
                    else {
                        throw StorageError.fault("No such answer.")
                    }
                    marks.append([
                        .id(authority), .id(round), .text(key), .text(leg.rawValue), .id(subjects[place]),
                        .text(mark.value), .int(mark.rank),
                        .int(mark.isGood.map { $0 ? 1 : 0 }), .int(mark.numerator), .int(mark.denominator),
                    ])
                }
            }
        }
        try connection.insert(
            into: "case_audit",
            [
                "authority", "id", "round", "subject", "leg", "relation", "person", "due_on", "assigned_at",
                "safe", "sent_at",
            ], rows: readings)
        try connection.insert(
            into: "audit_mark",
            [
                "authority", "round", "question", "leg", "subject", "value", "rank", "is_good", "numerator",
                "denominator",
            ], rows: marks)
    }
}

extension GivenReading {
    /// The 40 cases of audit-methods §5: rows are the self grade, columns the second, outstanding to inadequate.
    static let workedExample = [[2, 3, 0, 0], [0, 9, 8, 1], [0, 1, 9, 3], [0, 0, 1, 3]]

    /// One case for each count of a table of overall grades, with further answers of both readers.
    static func table(
        _ table: [[Int]], and answers: (_ first: Int, _ second: Int) -> [String: String] = { _, _ in [:] }
    ) -> [GivenReading] {
        table.enumerated().flatMap { first, row in
            row.enumerated().flatMap { second, count in
                (0..<count).map { _ in
                    let more = answers(first, second)
                    return GivenReading(
                        first: more.merging(["overall": "\(first + 1)"]) { $1 },
                        second: more.merging(["overall": "\(second + 1)"]) { $1 })
                }
            }
        }
    }
}
