import Storage

/// Tools and their versions. Migration 70.
enum ToolsSchema {
    static let migrations = [
        Migration(
            number: 70, name: "audit tools",
            sql: """
                -- shipped names the tool of ours that it began as; null for an authority's own.
                CREATE TABLE audit_tool (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    shipped TEXT,
                    retired_at TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id)
                );

                -- content is the version whole, as JSON (Tools/ToolJSON.swift). A version that a round has used, or
                -- that a later one follows, never changes; the others are drafts of their maker.
                CREATE TABLE audit_tool_version (
                    authority INTEGER NOT NULL,
                    tool INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    title TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    content TEXT NOT NULL,
                    -- How many of each content holds, for the list.
                    standards INTEGER NOT NULL DEFAULT 0,
                    questions INTEGER NOT NULL DEFAULT 0,
                    at TEXT NOT NULL,
                    account INTEGER,
                    -- Null while it is a draft.
                    issued_at TEXT,
                    PRIMARY KEY (authority, tool, version),
                    FOREIGN KEY (authority, tool) REFERENCES audit_tool (authority, id),
                    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
                );
                """)
    ]
}
