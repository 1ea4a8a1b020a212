import Kernel
import Markup
import ReturnFormats
import Site
import Storage

/// What was understood of a file, before anything of it is stored: lists, columns, values, teams, what the rules
/// find, and how it compares with the last file of its kind.
enum ReviewReturn {
    /// What the page shows.
    struct Values: Sendable {
        let draft: ReturnDraft
        let understood: UnderstoodReturn
        /// The latest file of that kind that counts, with its lists.
        let last: (vintage: ReturnVintage, lists: [UnderstoodReturn.List])?
        /// A file that counts and holds the very same data.
        let same: ReturnVintage?
        let unmappedTeams: [UnderstoodReturn.Team]
        /// A day that the file's name holds.
        let suggested: Day?
        let keepsOriginals: Bool
    }
}

extension ReturnsFeature {
    func draft(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<ReturnDraft> = try visit.id("draft")
        guard
            let draft = try await database.read({ try ReturnDraftSQL.draft($0, officer, id, at: visit.now) })
        else {
            throw NotFound()
        }
        if draft.isBeingLoaded(at: visit.now) { return .page(ReviewReturn.waiting(draft, loads[id])) }
        return .page(ReviewReturn.page(try await reviewValues(draft, visit), Entry(), visit))
    }

    func reviewValues(_ draft: ReturnDraft, _ visit: Visit) async throws -> ReviewReturn.Values {
        let officer = try visit.signedInOfficer
        var opened = try await opened(draft, officer)
        let suggested =
            opened.understood.referenceDate == nil
            ? SuggestedDate.find(in: draft.name, notAfter: visit.today) : nil
        let day = opened.understood.referenceDate ?? suggested ?? visit.today
        let mapping = try await database.read { try ValueMappingSQL.mapping($0, officer.authority) }
        opened.understood.found = ReadReturn.check(opened.understood.mapped(mapping), asAt: day)
        let seen = opened
        let ready = LoadReturn.Ready(
            seen.understood, asAt: day, files: seen.files, name: draft.name)
        return try await database.read { connection in
            let understood = seen.understood.mapped(mapping)
            let counting = try ReturnFilesSQL.current(connection, officer.authority)
            let last = counting.first { $0.kind == understood.kind }
            let units = try UnitMappingSQL.mapping(connection, officer.authority, on: visit.today)
            return ReviewReturn.Values(
                draft: draft, understood: understood,
                last: try last.map {
                    ($0, try ReturnFilesSQL.lists(connection, officer.authority, $0.id))
                }, same: counting.first { LoadReturn.isSame(ready, $0) },
                unmappedTeams: understood.teams.filter { units[$0.key] == nil },
                suggested: suggested,
                keepsOriginals: try KeptOriginals.setting(connection, officer.authority).keeps)
        }
    }

    /// The draft's files and what they say: from this process's memory, or unsealed and read anew.
    func opened(_ draft: ReturnDraft, _ officer: Officer) async throws -> UnderstoodDrafts.Draft {
        if let known = await drafts.draft(draft.id) { return known }
        let seals = SealedFiles(keyFile: keyFile)
        let (key, sealed) = try await database.read { connection in
            guard let file = try connection.file(draft.file, of: officer.authority) else { throw NotFound() }
            return (
                try seals.key(for: officer.authority, connection),
                try connection.bytes(of: file, of: officer.authority)
            )
        }
        guard let files = PackedFiles.unpack(try SealedFiles.open(sealed, for: .draft, key)) else {
            throw StorageError.fault("A sealed draft is damaged.")
        }
        let understood = try await understand(files)
        await drafts.keep(understood, files, of: draft.id)
        return UnderstoodDrafts.Draft(understood: understood, files: files)
    }
}

// MARK: Page

extension ReviewReturn {
    static func page(_ values: Values, _ entry: Entry, _ visit: Visit) -> Page {
        let understood = values.understood
        return Page(
            "Check what was understood", section: .returns,
            breadcrumbs: FilesCrumbs.files + [Link("Load a file", FilesRoute.newFile.link())],
            facts: [
                "\(strong: values.draft.name)", Markup(understood.kind.words),
                "Nothing is stored until you load it",
            ], banner: banner(values), errors: entry.errors
        ) { m in
            m.honestSentence(standing(values))
            m.columns(.eightFour) { m in
                m.part("Lists") { m in lists(values, &m) }
                if !understood.passedOver.isEmpty {
                    m.note(
                        "Not taken, because nothing in it looks like a list: \(understood.passedOver.joined(separator: ", "))."
                    )
                }
                columns(understood, &m)
                found(understood, &m)
                unknown(understood, &m)
                teams(values, &m)
            } beside: { m in
                m.part("Load it") { m in form(values, entry, visit, &m) }
            }
        }
    }

    private static func banner(_ values: Values) -> Banner? {
        if let refused = values.draft.refused {
            return Banner(.contradiction, "It was not loaded.", Markup("\(refused)."))
        }
        if let same = values.same {
            return Banner(
                .contradiction, "This looks like an earlier file again.",
                Markup("\(LoadReturn.sameWords(same)). Every row of it is the same."))
        }
        guard let last = values.last, last.lists.count == values.understood.lists.count,
            zip(last.lists, values.understood.lists).allSatisfy({
                $0.number == $1.number && $0.rows == $1.rows
            })
        else { return nil }
        return Banner(
            .notice, "Each list has as many rows as the file as at \(last.vintage.asAt.long).",
            "Make sure that it is not that file again.")
    }

    private static func standing(_ values: Values) -> Markup {
        let understood = values.understood
        let of = understood.kind == .annexA ? " of \(AnnexAList.allCases.count)" : ""
        let unknown = understood.unknownValues.count
        let rules = understood.found.count { $0.count > 0 }
        var parts = [
            "\(counted(understood.rows, "row")) about \(counted(understood.children, "child", "children")) in \(understood.lists.count)\(of) \(understood.kind == .annexA ? "lists" : "tables")."
        ]
        parts.append(
            unknown == 0
                ? "Every value is recognised."
                : "\(counted(unknown, "value")) \(unknown == 1 ? "is" : "are") not recognised.")
        if rules > 0 { parts.append("\(counted(rules, "rule")) found something.") }
        return Markup(parts.joined(separator: " "))
    }

    private static func lists(_ values: Values, _ m: inout Markup) {
        let last = values.last
        var columns = [Column("List", .name), Column("Taken from"), Column("Rows", .number)]
        if let last { columns.append(Column("As at \(last.vintage.asAt.short)", .number, label: "Before")) }
        m.table("Lists that were found", columns) { rows in
            for list in values.understood.lists {
                rows.row { row in
                    row.cell(values.understood.kind == .annexA ? "\(list.number) \(list.title)" : list.title)
                    row.cell(list.source.isEmpty ? values.draft.name : list.source)
                    row.cell(list.rows)
                    guard let last else { return }
                    row.cell { m in
                        guard let before = last.lists.first(where: { $0.number == list.number })?.rows else {
                            m.nothing("none")
                            return
                        }
                        m.add("\(before)")
                        m.note(Markup(change(from: before, to: list.rows)))
                    }
                }
            }
        }
        let missing = missingLists(values.understood)
        if !missing.isEmpty {
            m.note(
                "Not in the file: \(missing.joined(separator: ", ")). Measures of these lists have no value for this day."
            )
        }
    }

    /// `12 more`, `3 fewer`, `as many`.
    static func change(from before: Int, to now: Int) -> String {
        now == before ? "as many" : now > before ? "\(now - before) more" : "\(before - now) fewer"
    }

    private static func missingLists(_ understood: UnderstoodReturn) -> [String] {
        guard understood.kind == .annexA else { return [] }
        let found = Set(understood.lists.map(\.number))
        return AnnexAList.allCases.filter { !found.contains($0.rawValue) }.map {
            "\($0.rawValue) \($0.title)"
        }
    }

    private static func columns(_ understood: UnderstoodReturn, _ m: inout Markup) {
        let lists = understood.lists.filter { !$0.columns.isEmpty }
        guard !lists.isEmpty else { return }
        m.part("Columns") { m in
            let unknown = lists.reduce(0) { $0 + $1.unknownColumns.count }
            let missing = lists.reduce(0) { $0 + $1.missingColumns.count }
            m.p(
                "\(counted(lists.reduce(0) { $0 + $1.columns.count }, "column")) taken, \(unknown == 0 ? "none" : "\(unknown)") that no list has, \(missing == 0 ? "none" : "\(missing)") missing."
            )
            for list in lists {
                let notes = [
                    list.unknownColumns.isEmpty ? nil : "\(list.unknownColumns.count) not known",
                    list.missingColumns.isEmpty ? nil : "\(list.missingColumns.count) missing",
                ].compactMap { $0 }
                let note = notes.isEmpty ? "" : ": \(notes.joined(separator: ", "))"
                m.disclosure("List \(list.number) \(list.title)\(note)") { m in
                    m.table(
                        "Columns of list \(list.number)", [Column("In the file", .name), Column("Taken for")]
                    ) { rows in
                        for column in list.columns {
                            rows.row { row in
                                row.cell(column.written)
                                row.cell(column.field)
                            }
                        }
                        for header in list.unknownColumns {
                            rows.row { row in
                                row.cell(header)
                                row.cell("Not known: left out")
                            }
                        }
                        for field in list.missingColumns {
                            rows.row { row in
                                row.empty("not in the file")
                                row.cell(field)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func found(_ understood: UnderstoodReturn, _ m: inout Markup) {
        let found = understood.found.filter { $0.count > 0 }
        guard !found.isEmpty else { return }
        m.part(
            "What the rules find",
            note: "None of it stops the loading: it is kept with the file as data quality."
        ) { m in
            m.table(
                "What the rules find",
                [Column("What is wrong", .name), Column("Gravity"), Column("Found", .number)]
            ) { rows in
                for rule in found.prefix(most) {
                    rows.row { row in
                        row.cell(rule.title)
                        row.cell(rule.severity.words)
                        row.cell(rule.count)
                    }
                }
            }
            if found.count > most {
                m.note("And \(counted(found.count - most, "other rule")), shown once it is loaded.")
            }
        }
    }

    /// Rows of a table that stands beside others.
    private static let most = 20

    private static func unknown(_ understood: UnderstoodReturn, _ m: inout Markup) {
        guard !understood.unknownValues.isEmpty else { return }
        m.part(
            "Values that are not recognised",
            note:
                "They stay as written. Say what they stand for once the file is loaded; it is kept for later files."
        ) { m in
            m.table(
                "Values that are not recognised",
                [Column("As written", .name), Column("Column"), Column("Cells", .number)]
            ) { rows in
                for value in understood.unknownValues.prefix(most) {
                    rows.row { row in
                        row.cell(value.written)
                        row.cell(value.field.rawValue)
                        row.cell(value.count)
                    }
                }
            }
            if understood.unknownValues.count > most {
                m.note("And \(understood.unknownValues.count - most) others.")
            }
        }
    }

    private static func teams(_ values: Values, _ m: inout Markup) {
        guard !values.unmappedTeams.isEmpty else { return }
        m.part(
            "Teams that are not mapped",
            note:
                "Their rows count for the authority and for no team, until somebody says which part of the organisation they are."
        ) { m in
            m.p(
                Markup(
                    values.unmappedTeams.prefix(most).map { "\($0.written) (\($0.count))" }
                        .joined(separator: ", ")
                        + (values.unmappedTeams.count > most
                            ? " and \(values.unmappedTeams.count - most) others." : ".")))
        }
    }

    private static func form(_ values: Values, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        m.form(to: FilesRoute.load.link(values.draft.id), key: visit.formKey) { m in
            if let day = values.understood.referenceDate {
                m.p("The census gives \(strong: day.long) as its reference date.")
            } else if let suggested = values.suggested {
                m.radios(
                    "which", "Which day does it show?",
                    [
                        Choice("suggested", suggested.long, hint: "The day in the file’s name"),
                        Choice("other", "Another day"),
                    ], in: entry
                ) { choice, m in
                    if choice.value == "other" {
                        m.dateField("asAt", "The day that the data stood for", in: entry)
                    }
                }
            } else {
                m.dateField(
                    "asAt", "Which day does it show?", in: entry,
                    hint: "No Annex A says it: the day on which the case system made it, such as 31 10 2026.")
            }
            if values.same != nil {
                m.checkboxes(
                    "again", "The same data is there already",
                    [Choice("yes", "Load it all the same")], in: entry)
            }
            m.button("Load this file")
            m.note(
                values.keepsOriginals
                    ? "The original is kept too, encrypted."
                    : "The original is dropped once it is loaded.")
        }
        m.form(to: FilesRoute.discard.link(values.draft.id), key: visit.formKey) { m in
            m.button("Throw it away", .other)
        }
        m.note(
            "Only you see it. It is kept, encrypted, until \(values.draft.until.inLondon.day.long).")
    }

    /// While it is being loaded; the page changes nothing by itself.
    static func waiting(_ draft: ReturnDraft, _ step: LoadReturn.Step?) -> Page {
        Page(
            "Being loaded", section: .returns, breadcrumbs: FilesCrumbs.files,
            facts: ["\(strong: draft.name)"]
        ) { m in
            m.honestSentence(Markup(words(step)))
            m.p(
                "All of it is stored in one step at the end. If the program stops before that, nothing of it is."
            )
            m.buttons { m in
                m.buttonLink("See how far it is", to: FilesRoute.draft.link(draft.id))
                m.a("All files", .href(FilesRoute.files.link()))
            }
        }
    }

    static func words(_ step: LoadReturn.Step?) -> String {
        switch step {
        case nil: "The file is being loaded."
        case .reading: "The file is being read."
        case .checking: "The rules are being run over it."
        case .storing(let done, let all): "The file is being loaded: \(done) of \(counted(all, "list"))."
        case .following: "Every list is there. The measures that follow from it are being worked out."
        }
    }
}

extension FoundRule.Severity {
    var words: String {
        switch self {
        case .error: "Error"
        case .query: "Query"
        case .note: "Note"
        }
    }
}
