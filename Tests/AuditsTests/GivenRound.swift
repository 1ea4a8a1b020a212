import Kernel
import Storage

@testable import Audits

/// A round as its set-up leaves it: a locked frame, a draw, and its audits asked of people. Rows and nothing else, for
/// tests of what comes after.
struct GivenRound: Sendable {
    let id: ID<AuditRound>
    let tool: Tool
    /// In the order of their numbers, from 1.
    var cases: [ID<AuditCase>] = []
    var first: [ID<AuditReading>] = []
    /// Nil for a case that is not verified.
    var second: [ID<AuditReading>?] = []
}

/// One case of such a round: "CH-0001" for the first.
struct GivenCase: Sendable {
    var holder: String
    var team: String
    var first: String
    var second: String?
    var chair: String?
}

extension House {
    /// A round with those cases, asked today, due on the 27th; verification is due on 18 December.
    func givenRound(
        _ cases: [GivenCase], _ tool: Tool = .trial, title: String = "Twelve standards, autumn",
        first relation: Relation = .own, isVerified: Bool = true, kind: Round.Kind = .census
    ) async throws -> GivenRound {
        let now = clock.now
        let node = nodes["Children in Need"]
        return try await database.write { connection in
            let toolID = try ToolSQL.insertNew(tool, by: nil, issued: true, authority, connection, at: now)
            var round = GivenRound(id: ID.make(at: now), tool: tool)
            try connection.insert(
                into: "audit_round",
                [
                    "authority", "id", "series", "title", "question", "node", "tool", "tool_version", "kind",
                    "size_kind", "size", "first", "due_on", "verify_kind", "verify_size", "verify_due_on",
                    "frame_source", "frame_words", "frame_on", "frame_count", "frame_hash", "locked_at",
                    "made_at",
                ],
                rows: [
                    [
                        .id(authority), .id(round.id), .text("series-\(round.id)"), .text(title),
                        "How good is the work?", .id(node), .id(toolID), .int(1), .text(kind.rawValue),
                        "all", .int(0), .text(relation.rawValue), "2026-11-27",
                        .optional(isVerified ? "number" : nil),
                        .int(isVerified ? cases.count(where: { $0.second != nil }) : nil),
                        .optional(isVerified ? "2026-12-18" : nil), "file", "cases.csv", "2026-11-19",
                        .int(cases.count), "0", .instant(now), .instant(now),
                    ]
                ])
            for (index, each) in cases.enumerated() {
                try add(each, number: index + 1, to: &round, relation, connection, at: now)
            }
            return round
        }
    }

    private func add(
        _ given: GivenCase, number: Int, to round: inout GivenRound, _ relation: Relation,
        _ connection: Connection, at now: Instant
    ) throws {
        let subject = ID<AuditCase>.make(at: now)
        let digits = String(10_000 + number).dropFirst()
        try connection.insert(
            into: "audit_frame",
            [
                "authority", "round", "position", "reference", "holder", "holder_person", "chair",
                "chair_person", "team", "node",
            ],
            rows: [
                [
                    .id(authority), .id(round.id), .int(number), .text("CH-\(digits)"), .text(given.holder),
                    .id(officers[given.holder]?.person), .text(given.chair ?? ""),
                    .id(given.chair.flatMap { officers[$0]?.person }), .text(given.team),
                    .id(nodes[given.team]),
                ]
            ])
        try connection.insert(
            into: "audit_case", ["authority", "id", "round", "number", "position", "drawn", "verified"],
            rows: [
                [
                    .id(authority), .id(subject), .id(round.id), .int(number), .int(number), .int(number),
                    .int(given.second == nil ? nil : number),
                ]
            ])
        func ask(_ name: String, _ leg: Leg, _ relation: Relation, _ due: String) throws -> ID<AuditReading> {
            let id = ID<AuditReading>.make(at: now)
            try connection.insert(
                into: "case_audit",
                [
                    "authority", "id", "round", "subject", "leg", "relation", "person", "due_on",
                    "assigned_at",
                ],
                rows: [
                    [
                        .id(authority), .id(id), .id(round.id), .id(subject), .text(leg.rawValue),
                        .text(relation.rawValue), .id(try officer(name).person), .text(due), .instant(now),
                    ]
                ])
            return id
        }
        round.cases.append(subject)
        round.first.append(try ask(given.first, .first, relation, "2026-11-27"))
        round.second.append(try given.second.map { try ask($0, .second, .independent, "2026-12-18") })
    }

    /// Answers every question that asks for something, and sends the audit, as its own auditor.
    func grade(
        _ audit: ID<AuditReading>, by name: String, _ tool: Tool, _ answers: [String: String],
        notes: [String: String] = [:]
    ) async throws {
        let officer = try officer(name)
        let now = clock.now
        try await database.write(for: authority) { connection in
            try SaveAnswers.act(
                answers.sorted { $0.key < $1.key }.map { ($0.key, $0.value, notes[$0.key] ?? "") }, audit,
                by: officer, at: now, connection)
            try SendAudit.act(audit, by: officer, at: now, connection)
        }
    }

    /// Ends the first grading, or all of the round.
    func close(_ round: ID<AuditRound>, firstOnly: Bool = false) async throws {
        let now = clock.now
        try await database.write(for: authority) { connection in
            try connection.run(
                """
                UPDATE audit_round SET first_closed_at = COALESCE(first_closed_at, $3), closed_at = $4
                WHERE authority = $1 AND id = $2
                """,
                [.id(authority), .id(round), .instant(now), .instant(firstOnly ? nil : now)])
        }
    }
}

extension Tool {
    /// A small tool with every kind of question.
    static let trial = Tool(
        title: "Trial tool", purpose: "For trying", unit: .child, asksSafety: true, scales: [.met, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "Seen and heard", guidance: "The child is seen alone.",
                questions: [
                    Tool.Question(
                        key: "seen", text: "Is the child seen alone?", kind: .grade("met"),
                        guidance: ["met": "At every visit."]),
                    Tool.Question(key: "late", text: "Was a visit late?", kind: .yesNo(good: false)),
                    Tool.Question(
                        key: "done", text: "How many actions are done?", kind: .count(of: "actions")),
                ]),
            Tool.Standard(
                number: "2", title: "In all", guidance: "",
                questions: [
                    Tool.Question(
                        key: "last", text: "When was the last visit?", kind: .date, isRequired: false),
                    Tool.Question(
                        key: "where", text: "Where was it?", kind: .choice(["Home", "School"]),
                        isRequired: false),
                    Tool.Question(key: "overall", text: "How good is the work?", kind: .grade("ofsted")),
                    Tool.Question(key: "helped", text: "What helped?", kind: .text, isRequired: false),
                ]),
        ], overall: "overall")

    /// What must be answered of it, all of it good.
    static let good = ["_safe": "yes", "seen": "met", "late": "no", "done": "3/5", "overall": "2"]
}
