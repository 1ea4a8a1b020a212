import Kernel
import Storage

/// Finding, among what somebody may see.
enum SearchSQL {
    struct Found: Sendable {
        let kind: SearchRecord.Kind
        let plan: ID<PlanRecord>?
        let address: String
        let title: String
        let body: String
    }

    struct Answer: Sendable {
        /// How many of each kind, whatever kind is asked for.
        var counts: [SearchRecord.Kind: Int]
        var found: [Found]
    }

    /// What somebody sees: the plans by their identities, and whether the organisation is among it.
    struct Sight: Sendable {
        let plans: [ID<PlanRecord>]
        let seesOrganisation: Bool

        /// A condition on `search_entry`. The numbers are our own identities, never text from outside.
        fileprivate var condition: String {
            let list = plans.isEmpty ? "-1" : plans.map { String($0.rawValue) }.joined(separator: ", ")
            return seesOrganisation ? "(e.plan IN (\(list)) OR e.plan IS NULL)" : "e.plan IN (\(list))"
        }
    }

    static func answer(
        _ connection: Connection, _ authority: ID<Authority>, _ words: [String], _ sight: Sight,
        kind: SearchRecord.Kind?, limit: Int, offset: Int
    ) throws -> Answer {
        guard !words.isEmpty else { return Answer(counts: [:], found: []) }
        var values: [SQLValue] = [.id(authority)]
        let tables = words.enumerated().map { index, word -> String in
            // A word stands for all that begin with it; a single letter only for itself.
            values += [.text(word), .text(word.count < 2 ? word + "\u{1}" : word + "\u{10FFFF}")]
            return """
                JOIN (SELECT entry, MAX(weight + CASE WHEN word = $\(values.count - 1) THEN 4 ELSE 0 END) AS score
                    FROM search_word
                    WHERE authority = $1 AND word >= $\(values.count - 1) AND word < $\(values.count)
                    GROUP BY entry) s\(index) ON s\(index).entry = e.id
                """
        }.joined(separator: "\n")
        let from = "FROM search_entry e \(tables) WHERE e.authority = $1 AND \(sight.condition)"
        let counts = try connection.rows("SELECT e.kind, COUNT(*) \(from) GROUP BY e.kind", values) { row in
            (SearchRecord.Kind(rawValue: try row.text(0)), try row.int(1))
        }
        let score = words.indices.map { "s\($0).score" }.joined(separator: " + ")
        let order = SearchRecord.Kind.allCases.enumerated()
            .map { "WHEN '\($1.rawValue)' THEN \($0)" }.joined(separator: " ")
        let found = try connection.rows(
            """
            SELECT e.kind, e.plan, e.address, e.title, e.body \(from)
                \(kind.map { "AND e.kind = '\($0.rawValue)'" } ?? "")
            ORDER BY CASE e.kind \(order) ELSE 99 END, \(score) DESC, e.title, e.id
            LIMIT \(limit) OFFSET \(offset)
            """, values
        ) { row -> Found? in
            guard let kind = SearchRecord.Kind(rawValue: try row.text(0)) else { return nil }
            return Found(
                kind: kind, plan: try row.idOrNil(1), address: try row.text(2), title: try row.text(3),
                body: try row.text(4))
        }
        var counted: [SearchRecord.Kind: Int] = [:]
        for (kind, count) in counts { if let kind { counted[kind] = count } }
        return Answer(counts: counted, found: found.compactMap { $0 })
    }
}
