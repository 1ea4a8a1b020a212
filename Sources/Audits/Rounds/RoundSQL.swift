package import Kernel
package import Storage

/// Reading rounds.
package enum RoundSQL {
    static let columns = """
        r.id, r.series, r.title, r.question, r.node, r.tool, r.tool_version, r.kind, r.size_kind, r.size,
        r.stratum, r.first, r.due_on, r.verify_kind, r.verify_size, r.verify_due_on, r.safety_due_on,
        r.pass_share, r.most_each, r.rest_months, r.again_of, r.again_kind, r.again_reason, r.frame_source,
        r.frame_words, r.frame_on, r.frame_count, r.frame_hash, r.locked_at, r.first_closed_at, r.closed_at,
        r.withdrawn_reason, r.is_past, r.revision
        """

    package static func round(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<AuditRound>
    ) throws -> Round? {
        try connection.first(
            "SELECT \(columns) FROM audit_round r WHERE r.authority = $1 AND r.id = $2",
            [.id(authority), .id(id)], round)
    }

    /// Reads a round from the columns above, from the first on.
    static func round(_ row: Row) throws -> Round {
        Round(
            id: try row.id(0), series: try row.text(1), title: try row.text(2), question: try row.text(3),
            node: try row.id(4), tool: try row.id(5), toolVersion: try row.int(6),
            kind: Round.Kind(rawValue: try row.text(7)) ?? .census,
            size: Round.Size(try row.text(8), try row.int(9)),
            stratum: try row.textOrNil(10).flatMap(Round.Stratum.init),
            first: Relation(rawValue: try row.text(11)) ?? .own, dueOn: try row.day(12),
            verification: try verification(row), safetyDueOn: try row.dayOrNil(16),
            passShare: try row.int(17), mostEach: try row.intOrNil(18), restMonths: try row.intOrNil(19),
            again: try again(row), frame: try frame(row), lockedAt: try row.instantOrNil(28),
            firstClosedAt: try row.instantOrNil(29), closedAt: try row.instantOrNil(30),
            withdrawn: try row.textOrNil(31), isPast: try row.bool(32), revision: try row.int(33))
    }

    private static func verification(_ row: Row) throws -> Round.Verification? {
        guard let kind = try row.textOrNil(13), let due = try row.dayOrNil(15) else { return nil }
        return Round.Verification(size: Round.Size(kind, try row.intOrNil(14) ?? 0), dueOn: due)
    }

    private static func again(_ row: Row) throws -> Round.Again? {
        guard let of: ID<AuditRound> = try row.idOrNil(20),
            let kind = try row.textOrNil(21).flatMap(Round.Again.Kind.init)
        else { return nil }
        return Round.Again(of: of, kind: kind, reason: try row.textOrNil(22) ?? "")
    }

    private static func frame(_ row: Row) throws -> Round.Frame? {
        guard let source = try row.textOrNil(23), let on = try row.dayOrNil(25) else { return nil }
        return Round.Frame(
            source: source, words: try row.textOrNil(24) ?? "", on: on, count: try row.intOrNil(26) ?? 0,
            hash: try row.textOrNil(27) ?? "")
    }
}

extension Round.Size {
    init(_ kind: String, _ value: Int) {
        switch kind {
        case "number": self = .number(value)
        case "percent": self = .percent(tenths: value)
        case "margin": self = .margin(tenths: value)
        default: self = .all
        }
    }

    /// As the columns size_kind and size hold it.
    var columns: (kind: String, value: Int) {
        switch self {
        case .all: ("all", 0)
        case .number(let number): ("number", number)
        case .percent(let tenths): ("percent", tenths)
        case .margin(let tenths): ("margin", tenths)
        }
    }
}
