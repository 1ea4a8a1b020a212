package import Kernel
import Statistics
package import Storage

/// What closed rounds prove: the questions that a criterion may be tied to, and how many cases met each, round by round.
package enum AuditProof {
    package struct Choice: Hashable, Sendable {
        /// `audit.<tool>.<question>`, and `audit.<tool>.overall` and `.safe`.
        package let key: String
        package let name: String
    }

    /// How many cases of one round met a question; of one unit where `node` is given.
    package struct Reading: Hashable, Sendable {
        package let round: ID<AuditRound>
        /// The day on which the round closed.
        package let day: Day
        package let met: Int
        package let sampled: Int
        /// Whether who is counted was independent of the cases, and the cases were drawn by chance, or all.
        package let isIndependent: Bool
        package let name: String
        package let closedAt: Instant
        package let node: ID<Node>?
        /// Whether it must not leave the inner circle.
        package let isWithheld: Bool
    }

    static let overall = "overall"
    static let safe = "safe"

    /// Fewer cases of a unit say nothing of it.
    static let fewest = ResultUnits.fewest

    /// The judged and counted questions of every tool in use.
    package static func choices(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [Choice] {
        try ToolSQL.issued(connection, authority).flatMap { line -> [Choice] in
            guard let tool = try ToolSQL.tool(connection, authority, line.id, version: line.version) else {
                return []
            }
            func choice(_ key: String, _ words: String) -> Choice {
                Choice(key: "audit.\(line.id).\(key)", name: "\(tool.title): \(words)")
            }
            var choices: [Choice] = []
            if tool.overall != nil { choices.append(choice(overall, "good or better as a whole")) }
            if tool.asksSafety { choices.append(choice(safe, "the child is safe")) }
            for standard in tool.standards {
                for question in standard.questions
                where question.key != tool.overall && question.isProof(in: tool) {
                    // A question of the tool's own that has the name of one of ours keeps the first meaning.
                    guard ![overall, safe].contains(question.key) else { continue }
                    let place = standard.number.isEmpty ? "" : "\(standard.number). "
                    choices.append(choice(question.key, "\(place)\(question.text)"))
                }
            }
            return choices
        }
    }

    /// What every closed round that asked one of these questions says of it, oldest first.
    package static func readings(
        _ connection: Connection, _ authority: ID<Authority>, _ keys: Set<String>
    ) throws -> [String: [Reading]] {
        var wanted: [ID<AuditTool>: [(key: String, question: String)]] = [:]
        for key in keys {
            let parts = key.split(separator: ".", maxSplits: 2).map(String.init)
            guard parts.count == 3, parts[0] == "audit", let tool = ID<AuditTool>(parts[1]) else { continue }
            wanted[tool, default: []].append((key, parts[2]))
        }
        guard !wanted.isEmpty else { return [:] }
        let tools = wanted.keys.map { "\($0.rawValue)" }.joined(separator: ", ")
        let rounds = try connection.rows(
            """
            SELECT \(RoundSQL.columns) FROM audit_round r
            WHERE r.authority = $1 AND r.tool IN (\(tools)) AND r.closed_at IS NOT NULL
                AND r.withdrawn_at IS NULL ORDER BY r.closed_at, r.id
            """, [.id(authority)], RoundSQL.round)
        let tree = try UnitTree.read(connection, authority)
        var found: [String: [Reading]] = [:]
        for round in rounds {
            guard let result = try RoundResultSQL.result(connection, authority, round) else { continue }
            let shown = ShownResult(result, to: .outer)
            for (key, question) in wanted[round.tool] ?? [] {
                guard let answered = result.answered(proving: question) else { continue }
                found[key, default: []] += try readings(answered, shown, tree, connection, authority)
            }
        }
        return found
    }

    private static func readings(
        _ answered: RoundResult.Answered, _ shown: ShownResult, _ tree: UnitTree, _ connection: Connection,
        _ authority: ID<Authority>
    ) throws -> [Reading] {
        let (result, round) = (shown.result, shown.result.round)
        guard let closedAt = round.closedAt else { return [] }
        let leg: Leg = answered.second.contains { $0 > 0 } ? .second : .first
        let isIndependent =
            !round.isPast && ResultBasis(result) != .chosen && (leg == .second || round.first == .independent)
        guard let whole = answered.proof(leg) else { return [] }
        func reading(_ share: Share, _ node: ID<Node>?, isWithheld: Bool) -> Reading {
            Reading(
                round: round.id, day: closedAt.inLondon.day, met: share.count, sampled: share.total,
                isIndependent: isIndependent, name: round.title, closedAt: closedAt, node: node,
                isWithheld: isWithheld)
        }
        let isHidden =
            answered.isJudged
            ? shown.share(answered, .good(leg), of: .judged(leg)) == nil : SmallNumber.hides(whole)
        var units: [ID<Node>: [RoundTally.Line]] = [:]
        for line in try RoundTally.lines(
            connection, authority, round, result.tool, of: answered.question.key, by: .node)
        {
            guard let number = Int64(line.unit) else { continue }
            for part in tree.line(from: ID(number), on: closedAt.inLondon.day) {
                units[part, default: []].append(line)
            }
        }
        let parts = units.sorted { $0.key < $1.key }.compactMap { node, lines -> Reading? in
            let own = RoundResult.Answered(answered.question, answered.standard, answered.answers, lines)
            guard let share = own.proof(leg), share.total >= fewest else { return nil }
            return reading(share, node, isWithheld: share != whole)
        }
        return [reading(whole, nil, isWithheld: isHidden)] + parts
    }
}

extension Tool.Question {
    /// Whether rounds can say how many met it.
    fileprivate func isProof(in tool: Tool) -> Bool {
        switch kind {
        case .grade, .yesNo, .count: answers(in: tool) != nil
        case .date, .choice, .text: false
        }
    }
}

extension RoundResult {
    fileprivate func answered(proving key: String) -> Answered? {
        switch key {
        case AuditProof.overall: overall ?? answered(key)
        case AuditProof.safe: safe ?? answered(key)
        default: answered(key)
        }
    }
}

extension RoundResult.Answered {
    /// How many met it; nil where nobody answered.
    fileprivate func proof(_ leg: Leg) -> Share? {
        if case .count = question.kind {
            let sum = leg == .first ? firstSum : secondSum
            return sum.of > 0 ? Share(sum.count, of: sum.of) : nil
        }
        guard let share = good(leg), share.total > 0 else { return nil }
        return share
    }
}
