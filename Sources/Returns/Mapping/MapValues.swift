package import Kernel
import Markup
package import ReturnFormats
import Site
package import Storage

/// Saying which code a value stands for, or that it stays as written: kept with who and when, for every file.
package enum MapValues {
    package enum Refused: Refusal {
        case nothingChanged
        case noSuchCode(String)
        case changedMeanwhile(String)

        package var sentence: String {
            switch self {
            case .nothingChanged: "Choose what at least one value stands for"
            case .noSuchCode(let field): "Choose one of the codes of \(field)"
            case .changedMeanwhile(let written):
                "Somebody settled “\(written)” while you had the page open: look again, and change it if that is wrong"
            }
        }

        package var field: String? { nil }
    }

    /// What somebody chooses for a value.
    package enum Choice: Hashable, Sendable {
        case code(String)
        case asWritten
        /// Takes back what was said.
        case open

        /// As a form sends it; nil where nothing of the kind.
        init?(_ value: String) {
            switch value {
            case "", MapValues.notSaid: self = .open
            case MapValues.asWritten: self = .asWritten
            default: self = .code(value)
            }
        }

        var formValue: String {
            switch self {
            case .code(let code): code
            case .asWritten: MapValues.asWritten
            case .open: MapValues.notSaid
            }
        }

        init(_ saying: ValueMapping.Saying?) {
            self = saying.map { $0.code.map(Choice.code) ?? .asWritten } ?? .open
        }
    }

    /// No code looks like these.
    static let asWritten = "="
    static let notSaid = "?"

    package struct Change: Hashable, Sendable {
        package let field: AnnexAField
        package let written: String
        package let choice: Choice
        /// What stood when the form was made; nil where nobody looked.
        let was: Choice?

        package init(_ field: AnnexAField, _ written: String, _ choice: Choice) {
            self.init(field, written, choice, was: nil)
        }

        init(_ field: AnnexAField, _ written: String, _ choice: Choice, was: Choice?) {
            self.field = field
            self.written = written
            self.choice = choice
            self.was = was
        }
    }

    /// The changes that say something new, against what stands.
    static func decide(_ changes: [Change], _ standing: ValueMapping) throws(Refused) -> [Change] {
        var made: [Change] = []
        for change in changes {
            let now = Choice(standing[change.field, change.written])
            guard change.choice != (change.was ?? now) else { continue }
            if let was = change.was, was != now { throw .changedMeanwhile(change.written) }
            if case .code(let code) = change.choice {
                guard choices(of: change.field).contains(code) else {
                    throw .noSuchCode(change.field.rawValue)
                }
            }
            made.append(change)
        }
        guard !made.isEmpty else { throw .nothingChanged }
        return made
    }

    /// The codes of a column and the groups of them, as a person chooses.
    package static func choices(of field: AnnexAField) -> [String] {
        ValueColumn.of(field).map { ValueRecogniser($0).choices } ?? []
    }

    /// Keeps what was said, and has everything that follows from files worked out anew. Gives how many changed.
    @discardableResult
    package static func map(
        _ changes: [Change], by account: ID<Account>?, at now: Instant, _ connection: Connection,
        _ authority: ID<Authority>, changed: ReturnsChanged
    ) throws -> Int {
        let made = try decide(changes, ValueMappingSQL.mapping(connection, authority))
        for change in made {
            var code: String?
            if case .code(let chosen) = change.choice { code = chosen }
            try ValueMappingSQL.insert(
                change.field, change.written, code: code, isOpen: change.choice == .open, by: account,
                at: now, connection, authority)
        }
        // The texts themselves stay out of the journal: a cell may hold anything.
        let fields = Set(made.map(\.field.rawValue)).sorted()
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "return.values.mapped",
                subject: "mapping", subjectID: "values",
                to: [
                    "says": .string("Said what \(counted(made.count, "value")) of files stand for"),
                    "columns": .strings(fields), "values": .integer(Int64(made.count)),
                ]))
        try changed(connection, authority, .mapped, now)
        return made.count
    }
}

// MARK: Acting

extension ReturnsFeature {
    func valuesToMap(_ visit: Visit) async throws -> Reply {
        .page(MapValues.page(try await mapValuesView(visit, visit.query), Entry(), visit))
    }

    func mapValues(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let form = visit.form
        let changed = changed
        do {
            let count = try await database.write(for: officer.authority) {
                try MapValues.map(
                    MapValues.changes(form), by: officer.account, at: visit.now, $0, officer.authority,
                    changed: changed)
            }
            return .redirect(
                to: MappingRoute.values.link(
                    query: Query().with("field", form["field"]).with("show", form["show"])),
                notice: "\(counted(count, "value")) settled. Every file counts again by it.")
        } catch let refusal as MapValues.Refused {
            let view = try await mapValuesView(visit, form)
            let error = FieldError(nil, refusal.sentence)
            return .refused(MapValues.page(view, visit.entry([error]), visit))
        }
    }

    private func mapValuesView(_ visit: Visit, _ query: Fields) async throws -> MapValues.View {
        let officer = try visit.signedInOfficer
        let field = AnnexAField(rawValue: query["field"])
        let isSettled = query["show"] == "settled"
        return try await database.read { connection in
            let open = try UnknownValuesSQL.open(connection, officer.authority)
            let standing = try ValueMappingSQL.mapping(connection, officer.authority)
            return MapValues.View(
                open: open, standing: standing, field: field, isSettled: isSettled, page: query.page)
        }
    }
}

extension MapValues {
    static let pageSize = 50

    /// The rows of the form that were shown.
    static func changes(_ form: Fields) -> [Change] {
        (0..<pageSize).compactMap { row in
            guard let field = AnnexAField(rawValue: form["field-\(row)"]), form.has("code-\(row)"),
                let choice = Choice(form["code-\(row)"]), let was = Choice(form["was-\(row)"])
            else { return nil }
            return Change(field, form.exact("written-\(row)"), choice, was: was)
        }
    }

    struct View: Sendable {
        let open: [WrittenValue]
        let standing: ValueMapping
        let field: AnnexAField?
        let isSettled: Bool
        let page: Int

        /// The values of the page's list: open ones, or settled ones.
        var listed: [(value: WrittenValue, saying: ValueMapping.Saying?)] {
            let all: [(WrittenValue, ValueMapping.Saying?)] =
                isSettled
                ? standing.all.map {
                    (WrittenValue(field: $0.field, written: $0.written, count: 0), $0)
                } : open.map { ($0, nil) }
            return field.map { field in all.filter { $0.0.field == field } } ?? all
        }
    }
}

// MARK: Page

extension MapValues {
    static func page(_ view: View, _ entry: Entry, _ visit: Visit) -> Page {
        let listed = view.listed
        return Page(
            "Values that are not recognised", section: .returns, breadcrumbs: MappingCrumbs.mapping,
            facts: [
                Markup("\(counted(view.open.count, "value")) open"),
                Markup("\(counted(view.standing.all.count, "value")) settled by your authority"),
            ], errors: entry.errors
        ) { m in
            m.honestSentence(
                view.open.isEmpty
                    ? "Every value in the files that count is recognised."
                    : "\(strong: counted(view.open.count, "value")) in \(counted(view.open.reduce(0) { $0 + $1.count }, "cell")) \(view.open.count == 1 ? "stands" : "stand") for no code that anybody knows."
            )
            m.p(
                "They stay as written until you say what they are. Nothing is guessed: a wrong code would be worse than none."
            )
            filter(view, &m)
            guard !listed.isEmpty else {
                m.p("There is nothing in this list.")
                return
            }
            m.form(to: MappingRoute.mapValues.link(), key: visit.formKey) { m in
                m.hiddenField("field", view.field?.rawValue ?? "")
                m.hiddenField("show", view.isSettled ? "settled" : "")
                table(view, Array(listed.dropFirst((view.page - 1) * pageSize).prefix(pageSize)), entry, &m)
                m.button("Save what they stand for")
            }
            m.pagination(page: view.page, size: pageSize, total: listed.count) {
                MappingRoute.values.link(
                    query: Query().with("field", view.field?.rawValue ?? "")
                        .with("show", view.isSettled ? "settled" : "").with("page", $0))
            }
        }
    }

    private static func filter(_ view: View, _ m: inout Markup) {
        let fields = Set(view.open.map(\.field) + view.standing.all.map(\.field)).sorted {
            $0.rawValue < $1.rawValue
        }
        m.filterBar(
            to: MappingRoute.values.link(), "Show these values",
            isActive: view.field != nil || view.isSettled
        ) { m in
            m.select(
                "field", "Column",
                [FormChoice("", "Every column")]
                    + fields.map { FormChoice($0.rawValue, $0.rawValue) },
                in: Entry(["field": [view.field?.rawValue ?? ""]]))
            m.select(
                "show", "Which",
                [
                    FormChoice("", "Not recognised"),
                    FormChoice("settled", "Settled by your authority"),
                ], in: Entry(["show": [view.isSettled ? "settled" : ""]]))
        }
    }

    private static func table(
        _ view: View, _ listed: [(value: WrittenValue, saying: ValueMapping.Saying?)], _ entry: Entry,
        _ m: inout Markup
    ) {
        m.table(
            "Values and what they stand for",
            [
                Column("As written", .name), Column("Column"),
                view.isSettled ? Column("Said") : Column("Cells", .number), Column("Stands for"),
            ]
        ) { rows in
            for (index, one) in listed.enumerated() {
                rows.row { row in
                    row.cell(one.value.written)
                    row.cell(one.value.field.rawValue)
                    if let saying = one.saying {
                        row.cell { m in
                            m.add(saying.at.inLondon.day.short)
                            m.note(Markup(saying.by ?? "command line"))
                        }
                    } else {
                        row.cell(one.value.count)
                    }
                    row.cell { m in
                        let was = Choice(one.saying).formValue
                        m.hiddenField("field-\(index)", one.value.field.rawValue)
                        m.hiddenField("written-\(index)", one.value.written)
                        m.hiddenField("was-\(index)", was)
                        m.rowSelect(
                            "code-\(index)", "What “\(one.value.written)” stands for",
                            choices(one.value.field, isSettled: one.saying != nil),
                            chosen: entry.values("code-\(index)").first ?? was)
                    }
                }
            }
        }
    }

    private static func choices(_ field: AnnexAField, isSettled: Bool) -> [FormChoice] {
        [
            FormChoice(notSaid, isSettled ? "Take it back: not recognised" : "Not said yet"),
            FormChoice(asWritten, "Leave it as written"),
        ] + choices(of: field).map { FormChoice($0, $0) }
    }
}
