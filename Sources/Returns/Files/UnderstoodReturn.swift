package import Kernel
package import ReturnFormats

/// A return as it was understood, before anything of it is stored.
package struct UnderstoodReturn: Sendable {
    package enum Columns: Sendable {
        case annexA(AnnexA)
        case census(CINReturn)

        package var kind: ReturnKind {
            switch self {
            case .annexA: .annexA
            case .census: .cinCensus
            }
        }
    }

    /// A list of Annex A, or a table of a census.
    package struct List: Hashable, Sendable {
        /// 1 to 11; for a census, its tables in order.
        package let number: Int
        package let title: String
        /// The sheet or file that it came from; empty where the return is one file.
        package let source: String
        package let rows: Int
        /// Columns, the header as written and what it was taken for.
        package var columns: [TakenColumn] = []
        /// Headers that nobody knows: their columns are not taken.
        package var unknownColumns: [String] = []
        /// Columns that the list should have and the file does not.
        package var missingColumns: [String] = []
    }

    package struct TakenColumn: Hashable, Sendable {
        package let written: String
        package let field: String
    }

    /// A value that nobody recognises, as written.
    package struct UnknownValue: Hashable, Sendable {
        package let field: AnnexAField
        package let written: String
        package let count: Int
    }

    package struct Team: Hashable, Sendable {
        package let written: String
        package let key: String
        package let count: Int
    }

    package private(set) var columns: Columns
    package let lists: [List]
    /// Sheets or files that no list was found in.
    package let passedOver: [String]
    /// Said by the file itself: a census does, Annex A never.
    package let referenceDate: Day?
    package private(set) var unknownValues: [UnknownValue]
    package let teams: [Team]
    /// What the reading itself could not take as it stands.
    package var notes: [FoundRule] = []
    /// What the rules and the reading found, once they ran.
    package var found: [FoundRule] = []

    package var kind: ReturnKind { columns.kind }
    package var rows: Int { lists.reduce(0) { $0 + $1.rows } }
    package var children: Int {
        switch columns {
        case .annexA(let file): file.children.count
        case .census(let file): file.children.count
        }
    }
}

extension UnderstoodReturn {
    init(
        columns: Columns, lists: [List], passedOver: [String] = [], referenceDate: Day? = nil,
        unknownValues: [UnknownValue] = [], teams: [Team] = []
    ) {
        self.columns = columns
        self.lists = lists
        self.passedOver = passedOver
        self.referenceDate = referenceDate
        self.unknownValues = unknownValues
        self.teams = teams
    }

    /// The same with the codes that the authority's analysts gave to values.
    func mapped(_ mapping: ValueMapping) -> UnderstoodReturn {
        guard case .annexA(let file) = columns, !mapping.isEmpty else { return self }
        var mapped = self
        let recognised = mapping.applied(to: file)
        mapped.columns = .annexA(recognised)
        // What was left as written on purpose is settled too.
        mapped.unknownValues = Self.unknownValues(of: recognised).filter {
            mapping[$0.field, $0.written] == nil
        }
        return mapped
    }

    /// Each text of a coded column that stands for no code, with the cells that hold it; most frequent first.
    static func unknownValues(of file: AnnexA) -> [UnknownValue] {
        var counts: [AnnexAField: [String: Int]] = [:]
        for table in file.tables.values {
            for (field, column) in table.columns {
                guard case .codes(let codes) = column else { continue }
                for (place, count) in tally(codes.text) where codes.codes[place] == CodeColumn.unrecognised {
                    counts[field, default: [:]][codes.text.distinct[place], default: 0] += count
                }
            }
        }
        return counts.flatMap { field, texts in
            texts.map { UnknownValue(field: field, written: $0.key, count: $0.value) }
        }.sorted {
            ($1.count, $0.field.rawValue, $0.written) < ($0.count, $1.field.rawValue, $1.written)
        }
    }

    /// What the file calls its teams; spellings of one name are one team.
    static func teams(of file: AnnexA) -> [Team] {
        var teams: [String: (written: String, count: Int, most: Int)] = [:]
        for table in file.tables.values {
            guard let column = table.texts(.team) else { continue }
            for (place, count) in tally(column) where place > 0 {
                let written = column.distinct[place]
                let key = NameKey.fold(written)
                guard !key.isEmpty else { continue }
                var team = teams[key] ?? (written, 0, 0)
                team.count += count
                if count > team.most || count == team.most && written < team.written {
                    (team.written, team.most) = (written, count)
                }
                teams[key] = team
            }
        }
        return teams.map { Team(written: $0.value.written, key: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    }

    /// For each distinct text that occurs, how many rows hold it.
    private static func tally(_ column: TextColumn) -> [(place: Int, count: Int)] {
        var counts = [Int](repeating: 0, count: column.distinct.count)
        for row in column.rows { counts[Int(row)] += 1 }
        return counts.enumerated().compactMap { $1 > 0 ? (place: $0, count: $1) : nil }
    }
}

extension UnderstoodReturn.List {
    /// As it is kept with the file, to be shown later.
    package var json: JSON {
        [
            "number": .integer(Int64(number)), "title": .string(title), "source": .string(source),
            "rows": .integer(Int64(rows)),
            "columns": .array(
                columns.map { ["written": .string($0.written), "field": .string($0.field)] }),
            "unknown": .strings(unknownColumns), "missing": .strings(missingColumns),
        ]
    }

    package init?(json: JSON) {
        guard let number = json["number"]?.integer, let title = json["title"]?.string,
            let rows = json["rows"]?.integer
        else { return nil }
        func strings(_ name: String) -> [String] { json[name]?.array?.compactMap(\.string) ?? [] }
        self.init(
            number: number, title: title, source: json["source"]?.string ?? "", rows: rows,
            columns: (json["columns"]?.array ?? []).compactMap { column in
                guard let written = column["written"]?.string, let field = column["field"]?.string else {
                    return nil
                }
                return UnderstoodReturn.TakenColumn(written: written, field: field)
            }, unknownColumns: strings("unknown"), missingColumns: strings("missing"))
    }
}

extension UnderstoodReturn {
    /// The lists that were taken, by their numbers.
    static func lists(of reading: AnnexAReading) -> [List] {
        reading.parts.compactMap { part -> List? in
            guard part.state == .taken, let list = part.list, let table = reading.file[list] else {
                return nil
            }
            let layout = reading.layout ?? 2019
            return List(
                number: list.rawValue, title: list.title, source: part.name, rows: table.rows,
                columns: part.columns.compactMap { column in
                    column.field.map { TakenColumn(written: column.header, field: $0.rawValue) }
                },
                unknownColumns: part.columns.filter { $0.field == nil && !$0.header.isEmpty }.map(\.header),
                missingColumns: list.slots.filter {
                    $0.since <= layout && $0.field != .child && table.columns[$0.field] == nil
                }.map(\.field.rawValue))
        }.sorted { $0.number < $1.number }
    }

    /// The tables of a census that hold anything, children first.
    static func lists(of file: CINReturn) -> [List] {
        [
            ("Children", file.children.count), ("Disabilities", file.disabilities.count),
            ("Episodes of need", file.episodes.count), ("Assessments", file.assessments.count),
            ("Factors identified", file.factors.count), ("Child in need plans", file.needPlans.count),
            ("Section 47 enquiries", file.enquiries.count),
            ("Child protection plans", file.protectionPlans.count), ("Reviews", file.reviews.count),
            ("Pre-proceedings", file.preProceedings.count),
        ].enumerated().filter { $0.element.1 > 0 }.map {
            List(number: $0.offset + 1, title: $0.element.0, source: "", rows: $0.element.1)
        }
    }
}
