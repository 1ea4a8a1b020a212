package import Kernel
package import ReturnFormats
package import Storage

/// What a rule found in a file: how often, about how many children, and in which rows.
package struct FoundRule: Hashable, Sendable {
    package enum Severity: String, CaseIterable, Sendable {
        case error, query, note
    }

    /// A row that breaks it, by the place where a person would look it up.
    package struct Place: Hashable, Sendable {
        /// The number of the list; 0 for a census.
        package let list: UInt8
        /// Its row in the sheet or line in the file, from 1.
        package let row: Int32
        /// The child's place in the file's references; -1 where the row names none.
        package let child: Int32

        package init(list: UInt8, row: Int32, child: Int32) {
            self.list = list
            self.row = row
            self.child = child
        }
    }

    package let rule: String
    package let severity: Severity
    package let title: String
    package let count: Int
    package let children: Int
    /// The lists of Annex A that the rule reads; none for a census, and where it is about the whole file.
    package let lists: [AnnexAList]
    /// Empty where the rule looks at the file as a whole.
    package let places: [Place]

    package init(
        rule: String, severity: Severity, title: String, count: Int, children: Int,
        lists: [AnnexAList] = [], places: [Place] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.title = title
        self.count = count
        self.children = children
        self.lists = lists
        self.places = places
    }
}

extension FoundRule {
    private static let packedSize = 9

    /// Nine bytes for each place.
    static func pack(_ places: [Place]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(places.count * packedSize)
        for place in places {
            bytes.append(place.list)
            withUnsafeBytes(of: place.row.littleEndian) { bytes.append(contentsOf: $0) }
            withUnsafeBytes(of: place.child.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    static func unpack(_ bytes: [UInt8]) -> [Place] {
        func number(_ start: Int) -> Int32 {
            Int32(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) })
        }
        return stride(from: 0, to: bytes.count - packedSize + 1, by: packedSize).map {
            Place(list: bytes[$0], row: number($0 + 1), child: number($0 + 5))
        }
    }
}

package enum FindingsSQL {
    static func insert(
        _ found: FoundRule, _ file: ID<ReturnFile>, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        try connection.run(
            """
            INSERT INTO return_finding (authority, file, rule, severity, title, found, children, lists_json, places)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .id(authority), .id(file), .text(found.rule), .text(found.severity.rawValue),
                .text(found.title), .int(found.count), .int(found.children),
                .json(.array(found.lists.map { .integer(Int64($0.rawValue)) })),
                .blob(FoundRule.pack(found.places)),
            ])
    }

    /// Every rule that ran on a file, the gravest and most frequent first, without places.
    package static func findings(
        _ connection: Connection, _ authority: ID<Authority>, _ file: ID<ReturnFile>
    ) throws -> [FoundRule] {
        try connection.rows(
            """
            SELECT rule, severity, title, found, children, lists_json FROM return_finding
            WHERE authority = $1 AND file = $2
            ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'query' THEN 1 ELSE 2 END, found DESC, rule
            """, [.id(authority), .id(file)]
        ) {
            FoundRule(
                rule: try $0.text(0), severity: FoundRule.Severity(rawValue: try $0.text(1)) ?? .note,
                title: try $0.text(2), count: try $0.int(3), children: try $0.int(4),
                lists: lists(try $0.json(5)))
        }
    }

    /// One rule with its places; nil where it did not run.
    static func finding(
        _ connection: Connection, _ authority: ID<Authority>, _ file: ID<ReturnFile>, _ rule: String
    ) throws -> FoundRule? {
        try connection.first(
            """
            SELECT rule, severity, title, found, children, lists_json, places FROM return_finding
            WHERE authority = $1 AND file = $2 AND rule = $3
            """, [.id(authority), .id(file), .text(rule)]
        ) {
            FoundRule(
                rule: try $0.text(0), severity: FoundRule.Severity(rawValue: try $0.text(1)) ?? .note,
                title: try $0.text(2), count: try $0.int(3), children: try $0.int(4),
                lists: lists(try $0.json(5)), places: FoundRule.unpack(try $0.blob(6)))
        }
    }

    private static func lists(_ json: JSON) -> [AnnexAList] {
        (json.array ?? []).compactMap { $0.integer.flatMap(AnnexAList.init) }
    }
}
