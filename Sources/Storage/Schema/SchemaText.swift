/// Turns the shared dialect of a migration into what one engine wants.
enum SchemaText {
    /// SQLite: every table STRICT. PostgreSQL: its names of types, text in byte order, no STRICT.
    static func translated(_ sql: String, for dialect: Dialect) -> String {
        statements(of: sql).map { pieces in
            switch dialect {
            case .sqlite: strict(pieces)
            case .postgres: postgres(pieces)
            }
        }.joined(separator: ";\n")
    }

    /// A query for PostgreSQL: `CAST(… AS INTEGER)` means 64 bits on both engines.
    static func query(_ sql: String) -> String {
        guard sql.contains(" AS INTEGER") || sql.contains(" AS REAL") || sql.contains(" AS BLOB") else {
            return sql
        }
        return sql.replacing(" AS INTEGER", with: " AS BIGINT").replacing(
            " AS REAL", with: " AS DOUBLE PRECISION"
        )
        .replacing(" AS BLOB", with: " AS BYTEA")
    }

    /// The number of the last value that a query names: 3 for `$1 … $3`. PostgreSQL would not mind more.
    static func highestValue(in sql: String) -> Int {
        sql.split(separator: "$", omittingEmptySubsequences: false).dropFirst().lazy
            .compactMap { Int($0.prefix { ("0"..."9").contains($0) }) }.max() ?? 0
    }

    /// The words, blanks, texts and marks of each statement; comments are left out.
    private static func statements(of sql: String) -> [[Substring]] {
        var statements: [[Substring]] = [[]]
        var rest = Substring(sql)
        while let first = rest.unicodeScalars.first {
            let piece = take(first, from: rest)
            rest = rest[piece.endIndex...]
            if piece == ";" {
                statements.append([])
            } else if !piece.hasPrefix("--") {
                statements[statements.count - 1].append(piece)
            }
        }
        return statements.filter { $0.contains { !isBlank($0) } }
    }

    private static func take(_ first: Unicode.Scalar, from text: Substring) -> Substring {
        if isWord(first) { return prefix(of: text) { isWord($0) } }
        if first == "'" || first == "\"" {
            let inside = text.dropFirst()
            guard let end = inside.firstIndex(of: Character(first)) else { return text }
            return text[...end]
        }
        if text.hasPrefix("--") { return prefix(of: text) { $0 != "\n" } }
        return text.prefix(1)
    }

    private static func prefix(of text: Substring, while holds: (Unicode.Scalar) -> Bool) -> Substring {
        let scalars = text.unicodeScalars
        return text[..<(scalars.firstIndex { !holds($0) } ?? text.endIndex)]
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
    }

    private static func isBlank(_ piece: Substring) -> Bool {
        piece.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    private static func strict(_ pieces: [Substring]) -> String {
        let words = pieces.filter { !isBlank($0) }.map { $0.uppercased() }
        let text = pieces.joined()
        guard words.starts(with: ["CREATE", "TABLE"]), words.last != "STRICT" else { return text }
        return text + (words.last == "ROWID" ? ", STRICT" : " STRICT")
    }

    private static func postgres(_ pieces: [Substring]) -> String {
        var pieces = pieces
        if isTable(pieces), let close = pieces.lastIndex(of: ")") {
            // STRICT and WITHOUT ROWID stand after the last bracket.
            pieces.removeSubrange((close + 1)...)
        }
        var before = ""
        return pieces.map { piece in
            if isBlank(piece) { return String(piece) }
            defer { before = piece.uppercased() }
            switch piece {
            case "INTEGER": return "BIGINT"
            case "BLOB": return "BYTEA"
            case "REAL": return "DOUBLE PRECISION"
            case "TEXT" where before != "AS": return "TEXT COLLATE \"C\""
            default: return String(piece)
            }
        }.joined()
    }

    private static func isTable(_ pieces: [Substring]) -> Bool {
        pieces.lazy.filter { !isBlank($0) }.prefix(2).map { $0.uppercased() }.elementsEqual([
            "CREATE", "TABLE",
        ])
    }
}
