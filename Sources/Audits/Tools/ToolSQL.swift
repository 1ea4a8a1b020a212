package import Kernel
package import Storage

/// Reading and keeping tools.
package enum ToolSQL {
    /// One issued version in a list.
    package struct Line: Hashable, Sendable {
        package let id: ID<AuditTool>
        package let version: Int
        package let title: String
        package let unit: Tool.Unit
    }

    /// The latest issued version of every tool that is not retired, by title.
    package static func issued(_ connection: Connection, _ authority: ID<Authority>) throws -> [Line] {
        try connection.rows(
            """
            SELECT t.id, v.version, v.title, v.unit FROM audit_tool t
            JOIN audit_tool_version v ON v.authority = t.authority AND v.tool = t.id
            WHERE t.authority = $1 AND t.retired_at IS NULL AND v.version =
                (SELECT MAX(w.version) FROM audit_tool_version w
                WHERE w.authority = t.authority AND w.tool = t.id AND w.issued_at IS NOT NULL)
            ORDER BY v.title, t.id
            """, [.id(authority)]
        ) {
            Line(
                id: try $0.id(0), version: try $0.int(1), title: try $0.text(2),
                unit: Tool.Unit(rawValue: try $0.text(3)) ?? .child)
        }
    }

    /// Nil where there is no such version.
    package static func tool(
        _ connection: Connection, _ authority: ID<Authority>, _ tool: ID<AuditTool>, version: Int
    ) throws -> Tool? {
        try connection.first(
            "SELECT content FROM audit_tool_version WHERE authority = $1 AND tool = $2 AND version = $3",
            [.id(authority), .id(tool), .int(version)]
        ) { try $0.text(0) }.flatMap { JSON(parsing: Array($0.utf8)) }.flatMap(Tool.init)
    }

    /// Keeps a version; issued at once where `issued` is set.
    package static func insert(
        _ tool: Tool, as id: ID<AuditTool>, version: Int, by account: ID<Account>?, issued: Bool,
        _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws {
        try connection.insert(
            into: "audit_tool_version",
            [
                "authority", "tool", "version", "title", "unit", "content", "standards", "questions", "at",
                "account", "issued_at",
            ],
            rows: [
                [
                    .id(authority), .id(id), .int(version), .text(tool.title), .text(tool.unit.rawValue),
                    .json(tool.json), .int(tool.standardCount), .int(tool.questions.count), .instant(now),
                    .id(account), .instant(issued ? now : nil),
                ]
            ])
    }

    /// A new tool with its first version.
    package static func insertNew(
        _ tool: Tool, shipped: String? = nil, by account: ID<Account>?, issued: Bool,
        _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws -> ID<AuditTool> {
        let id = ID<AuditTool>.make(at: now)
        try connection.insert(
            into: "audit_tool", ["authority", "id", "shipped"],
            rows: [[.id(authority), .id(id), .optional(shipped)]])
        try insert(tool, as: id, version: 1, by: account, issued: issued, authority, connection, at: now)
        return id
    }
}
