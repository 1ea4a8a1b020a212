package import Kernel
package import ReturnFormats
package import Storage

/// What the analysts of an authority said that values stand for, over what Plumbline recognises by itself.
package struct ValueMapping: Sendable {
    /// One saying: what the code or the group of codes is called (`ValueRecogniser.choices`), or nil where the value
    /// stays as written.
    package struct Saying: Hashable, Sendable {
        package let field: AnnexAField
        package let written: String
        package let code: String?
        package let at: Instant
        package let by: String?
    }

    private var sayings: [AnnexAField: [String: Saying]] = [:]

    package init(_ sayings: [Saying] = []) {
        for saying in sayings { self.sayings[saying.field, default: [:]][saying.written] = saying }
    }

    package var isEmpty: Bool { sayings.isEmpty }

    package subscript(field: AnnexAField, written: String) -> Saying? { sayings[field]?[written] }

    package var all: [Saying] {
        sayings.values.flatMap(\.values).sorted {
            ($0.field.rawValue, $0.written) < ($1.field.rawValue, $1.written)
        }
    }

    /// The same return with the codes that were said. Each different text is looked at once.
    package func applied(to file: AnnexA) -> AnnexA {
        guard !isEmpty else { return file }
        var file = file
        for (list, table) in file.tables {
            for (field, said) in sayings {
                guard case .codes(var column)? = table.columns[field] else { continue }
                let recogniser = ValueColumn.of(field).map {
                    ValueRecogniser($0, mapping: said.compactMapValues(\.code))
                }
                for (place, text) in column.text.distinct.enumerated() where place < column.codes.count {
                    guard let saying = said[text] else { continue }
                    // Left as written: nobody takes it for a code, whatever it resembles.
                    column.codes[place] =
                        saying.code == nil
                        ? CodeColumn.unrecognised
                        : recogniser?.recognise(column: [text]).first ?? CodeColumn.unrecognised
                }
                file.tables[list]?.columns[field] = .codes(column)
            }
        }
        return file
    }
}

/// Reading and keeping what values stand for. Every statement runs on both engines.
package enum ValueMappingSQL {
    package static func mapping(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> ValueMapping {
        ValueMapping(
            try connection.rows(
                """
                SELECT m.field, m.written, m.code, m.at, a.name FROM value_mapping m
                LEFT JOIN account a ON a.authority = m.authority AND a.id = m.account
                WHERE m.authority = $1 AND m.is_open = 0 AND NOT EXISTS (
                    SELECT 1 FROM value_mapping l WHERE l.authority = m.authority AND l.field = m.field
                        AND l.written = m.written AND l.id > m.id)
                """, [.id(authority)]
            ) { row -> ValueMapping.Saying? in
                guard let field = AnnexAField(rawValue: try row.text(0)) else { return nil }
                return ValueMapping.Saying(
                    field: field, written: try row.text(1), code: try row.textOrNil(2),
                    at: try row.instant(3), by: try row.textOrNil(4))
            }.compactMap { $0 })
    }

    /// Keeps a saying, or takes one back where `isOpen`.
    static func insert(
        _ field: AnnexAField, _ written: String, code: String?, isOpen: Bool, by account: ID<Account>?,
        at now: Instant, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        try connection.run(
            """
            INSERT INTO value_mapping (authority, id, field, written, at, account, code, is_open)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(authority), .id(ID<ValueMapping>.make(at: now)), .text(field.rawValue), .text(written),
                .instant(now), .id(account), .optional(code), .bool(isOpen),
            ])
    }
}
