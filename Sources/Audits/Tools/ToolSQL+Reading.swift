import Kernel
import Storage

/// Reading tools for their own pages.
extension ToolSQL {
    /// A tool in the list, with its latest issued version and its draft, where it has them.
    struct Listed: Hashable, Sendable {
        let id: ID<AuditTool>
        let title: String
        let unit: Tool.Unit
        /// The latest issued version; nil for a tool that was never issued.
        let issued: Int?
        let draft: Int?
        let standards: Int
        let questions: Int
        /// In how many rounds any version of it was used.
        let rounds: Int
        let isRetired: Bool
        let shipped: String?
    }

    /// Every tool, retired ones last. Without `drafts` only what was issued.
    static func listed(
        _ connection: Connection, _ authority: ID<Authority>, drafts: Bool
    ) throws -> [Listed] {
        try connection.rows(
            """
            SELECT t.id, v.title, v.unit, i.version, d.version, v.standards, v.questions,
                (SELECT COUNT(*) FROM audit_round r WHERE r.authority = t.authority AND r.tool = t.id),
                t.retired_at, t.shipped
            FROM audit_tool t
            LEFT JOIN (
                SELECT authority, tool, MAX(version) AS version FROM audit_tool_version
                WHERE authority = $1 AND issued_at IS NOT NULL GROUP BY authority, tool
            ) i ON i.authority = t.authority AND i.tool = t.id
            LEFT JOIN audit_tool_version d
                ON d.authority = t.authority AND d.tool = t.id AND d.issued_at IS NULL
            JOIN audit_tool_version v ON v.authority = t.authority AND v.tool = t.id
                AND v.version = COALESCE(i.version, d.version)
            WHERE t.authority = $1 AND (i.version IS NOT NULL OR $2 = 1)
            ORDER BY CASE WHEN t.retired_at IS NULL THEN 0 ELSE 1 END, v.title, t.id
            """, [.id(authority), .bool(drafts)]
        ) {
            Listed(
                id: try $0.id(0), title: try $0.text(1), unit: Tool.Unit(rawValue: try $0.text(2)) ?? .child,
                issued: try $0.intOrNil(3), draft: drafts ? try $0.intOrNil(4) : nil,
                standards: try $0.int(5), questions: try $0.int(6), rounds: try $0.int(7),
                isRetired: try $0.textOrNil(8) != nil, shipped: try $0.textOrNil(9))
        }
    }

    /// A tool with all its versions.
    struct Whole: Sendable {
        let id: ID<AuditTool>
        let shipped: String?
        let retiredAt: Instant?
        let revision: Int
        /// From the first on; the draft, if there is one, is the last.
        let versions: [Version]

        var latest: Version? { versions.last { $0.issuedAt != nil } }
        var draft: Version? { versions.last.flatMap { $0.issuedAt == nil ? $0 : nil } }
        /// Every key that a question or a scale ever had: none is given to another.
        var keys: Set<String> {
            Set(versions.flatMap { $0.tool.questions.map(\.key) + $0.tool.scales.map(\.key) })
        }
    }

    struct Version: Sendable {
        let number: Int
        let tool: Tool
        let at: Instant
        let issuedAt: Instant?
        /// Who made or issued it.
        let by: String
        let rounds: Int
    }

    /// Nil where there is no such tool.
    static func whole(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<AuditTool>
    ) throws -> Whole? {
        let key: [SQLValue] = [.id(authority), .id(id)]
        let head = try connection.first(
            "SELECT shipped, retired_at, revision FROM audit_tool WHERE authority = $1 AND id = $2", key
        ) { (try $0.textOrNil(0), try $0.instantOrNil(1), try $0.int(2)) }
        guard let (shipped, retired, revision) = head else { return nil }
        let versions = try connection.rows(
            """
            SELECT v.version, v.content, v.at, v.issued_at, a.name,
                (SELECT COUNT(*) FROM audit_round r WHERE r.authority = v.authority AND r.tool = v.tool
                    AND r.tool_version = v.version)
            FROM audit_tool_version v
            LEFT JOIN account a ON a.authority = v.authority AND a.id = v.account
            WHERE v.authority = $1 AND v.tool = $2 ORDER BY v.version
            """, key
        ) { row -> Version in
            guard let tool = Tool(try row.json(1)) else { throw StorageError.fault("A tool cannot be read.") }
            return Version(
                number: try row.int(0), tool: tool, at: try row.instant(2), issuedAt: try row.instantOrNil(3),
                by: try row.textOrNil(4) ?? "", rounds: try row.int(5))
        }
        return Whole(id: id, shipped: shipped, retiredAt: retired, revision: revision, versions: versions)
    }

    /// Whether another tool that is in use has that title.
    static func isTaken(
        _ title: String, except id: ID<AuditTool>?, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Bool {
        try issued(connection, authority).contains {
            $0.id != id && NameKey.fold($0.title) == NameKey.fold(title)
        }
    }
}
