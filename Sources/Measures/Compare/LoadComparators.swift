package import Kernel
import Markup
import ReturnFormats
import Site
package import Storage

/// The owner of the identities of uploads of others' figures.
package enum ComparatorUpload {}

/// Loading what neighbours and England publish, from a CSV file: all of it or nothing.
package enum LoadComparators {
    package enum Refused: Refusal {
        case nameMissing
        case versionMissing
        case sourceMissing
        case fileMissing
        case unusable(String)

        package var sentence: String {
            switch self {
            case .nameMissing: "Name the set of neighbours"
            case .versionMissing: "Give the set's version or year"
            case .sourceMissing: "Say where the figures were published"
            case .fileMissing: "Choose the file"
            case .unusable(let why): why
            }
        }

        package var field: String? {
            switch self {
            case .nameMissing: "name"
            case .versionMissing: "version"
            case .sourceMissing: "source"
            case .fileMissing, .unusable: "file"
            }
        }
    }

    package struct Form: Sendable {
        package var name: String
        package var version: String
        package var source: String
        package var bytes: [UInt8]?

        package init(name: String, version: String, source: String, bytes: [UInt8]?) {
            self.name = name
            self.version = version
            self.source = source
            self.bytes = bytes
        }
    }

    static func decide(
        _ form: Form, measures: [String: String], own: String
    ) throws(Refused) -> ComparatorFile {
        guard form.name.count >= 3 else { throw .nameMissing }
        guard !form.version.isEmpty else { throw .versionMissing }
        guard form.source.count >= 3 else { throw .sourceMissing }
        guard let bytes = form.bytes else { throw .fileMissing }
        do throws(UnusableFile) {
            return try ComparatorFile.read(bytes, measures: measures, own: own)
        } catch {
            throw .unusable(error.sentence)
        }
    }

    /// How many figures were kept.
    @discardableResult
    package static func keep(
        _ form: Form, _ sources: MeasureSources, _ authority: ID<Authority>, by account: ID<Account>,
        _ connection: Connection, at now: Instant
    ) throws -> Int {
        let catalogue = try MeasureCatalogue.read(sources, connection, authority)
        var measures: [String: String] = [:]
        for key in catalogue.keys {
            measures[NameKey.fold(key)] = key
            if let name = catalogue[key]?.name { measures[NameKey.fold(name)] = key }
        }
        let own = try connection.authorities().first { $0.id == authority }?.name ?? ""
        let file = try decide(form, measures: measures, own: own)
        let id = ID<ComparatorUpload>.make(at: now)
        try connection.run(
            """
            INSERT INTO comparator_upload (authority, id, at, account, set_name, set_version, source)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(authority), .id(id), .instant(now), .id(account), .text(form.name), .text(form.version),
                .text(form.source),
            ])
        try connection.insert(
            into: "comparator_figure",
            [
                "authority", "upload", "number", "who", "kind", "measure", "year", "value", "numerator",
                "denominator",
            ],
            rows: file.lines.enumerated().map { number, line in
                [
                    .id(authority), .id(id), .int(number), .text(line.who), .text(line.kind.rawValue),
                    .text(line.measure), .text(line.year), .optional(line.value.map { "\($0)" }),
                    .int(line.numerator), .int(line.denominator),
                ]
            })
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "comparators.loaded",
                subject: "comparators", subjectID: id,
                to: [
                    "says": .string(
                        "Loaded \(counted(file.lines.count, "figure")) of \(form.name) \(form.version), \(form.source)"
                    )
                ]))
        return file.lines.count
    }
}

extension MeasuresFeature {
    func loadComparators(_ visit: Visit) async throws -> Reply {
        .page(LoadComparators.page(Entry(), visit))
    }

    func keepComparators(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (form, now, sources) = (visit.form, visit.now, sources)
        do {
            let given = LoadComparators.Form(
                name: form["name"], version: form["version"], source: form["source"],
                bytes: form.file("file")?.bytes)
            let count = try await database.write(for: officer.authority) { connection in
                try LoadComparators.keep(
                    given, sources, officer.authority, by: officer.account, connection, at: now)
            }
            return .redirect(to: CompareRoute.compare.link(), notice: "\(counted(count, "figure")) loaded.")
        } catch let refusal as LoadComparators.Refused {
            return .refused(
                LoadComparators.page(visit.entry([FieldError(refusal.field, refusal.sentence)]), visit))
        }
    }

    /// Takes an upload back; it stays on record with its moment.
    func withdrawComparators(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<ComparatorUpload> = try visit.id("upload")
        let now = visit.now
        let isFound = try await database.write(for: officer.authority) { connection in
            let changed = try connection.run(
                """
                UPDATE comparator_upload SET withdrawn_at = $3
                WHERE authority = $1 AND id = $2 AND withdrawn_at IS NULL
                """, [.id(officer.authority), .id(id), .instant(now)])
            guard changed > 0 else { return false }
            try connection.record(
                Event(
                    authority: officer.authority, at: now, actor: officer.account,
                    kind: "comparators.withdrawn", subject: "comparators", subjectID: id,
                    to: ["says": "Took an upload of others' figures back"]))
            return true
        }
        guard isFound else { throw NotFound() }
        return .redirect(to: CompareRoute.compare.link(), notice: "The figures are taken back.")
    }
}

extension LoadComparators {
    static func page(_ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Load others' figures", section: .measures,
            breadcrumbs: [
                Link("Measures", MeasuresRoute.list.link()), Link("Compare", CompareRoute.compare.link()),
            ], errors: entry.errors
        ) { m in
            m.p(
                "One figure a line, with the columns authority, measure, year and value, or numerator and denominator. A line for England is England's; one with this authority's own name is ours, and no part of the set."
            )
            m.form(to: CompareRoute.keep.link(), key: visit.formKey, uploads: true) { m in
                m.textField("name", "The set", in: entry, hint: "Such as: Statistical neighbours")
                m.textField(
                    "version", "Its version or year", in: entry,
                    hint: "Sets change with re-modelling and reorganisation.", width: .half)
                m.textField(
                    "source", "Where the figures were published", in: entry,
                    hint: "Such as: Local Authority Interactive Tool, March 2026")
                m.fileField("file", "The CSV file", in: entry, accepts: ".csv,text/csv")
                m.buttons { m in
                    m.button("Load these figures")
                    m.a("Cancel", .href(CompareRoute.compare.link()))
                }
            }
        }
    }
}
