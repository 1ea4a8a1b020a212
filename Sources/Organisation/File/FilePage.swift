import Kernel
import Markup
import Site
import Storage

/// The organisation from a file: what was understood and what is wrong first, then all of it or nothing.
enum FilePage {
    enum Refused: Refusal {
        case fileMissing
        case wrongDay(String)
        case faults

        var sentence: String {
            switch self {
            case .fileMissing: "Choose the file, or paste its rows"
            case .wrongDay(let sentence): sentence
            case .faults: "The organisation has changed since you looked: some rows no longer fit"
            }
        }

        var field: String? {
            switch self {
            case .fileMissing: "file"
            case .wrongDay: "begins"
            case .faults: nil
            }
        }
    }

    /// A file held against the organisation, and nothing stored.
    struct Checked: Sendable {
        let name: String
        let file: OrganisationFile
        let begins: Day
        let faults: [FileApplying.Fault]
        let deeds: [Structure.Deed]
    }
}

// MARK: Acting

extension OrganisationFeature {
    func file(_ visit: Visit) async throws -> Reply { .page(FilePage.page(Entry(), visit)) }

    func template(_ visit: Visit) async throws -> Reply {
        .file(
            Array(OrganisationCSV.template.utf8), name: "organisation template.csv",
            type: "text/csv; charset=utf-8")
    }

    func export(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let day = Day(visit.query["on"]) ?? visit.today
        // The mark at the beginning tells Excel that this is UTF-8.
        let text = "\u{FEFF}" + OrganisationCSV.text(structure, on: day)
        return .file(Array(text.utf8), name: "organisation \(day).csv", type: "text/csv; charset=utf-8")
    }

    func checkFile(_ visit: Visit) async throws -> Reply {
        do {
            let checked = try await check(visit)
            let page = FilePage.checked(checked, visit)
            return checked.faults.isEmpty ? .page(page) : .refused(page)
        } catch let refusal as FilePage.Refused {
            return .refused(FilePage.page(visit.entry(refusal), visit))
        } catch let wrong as OrganisationFile.Wrong {
            return .refused(FilePage.page(visit.entry(wrong), visit))
        }
    }

    func storeFile(_ visit: Visit) async throws -> Reply {
        do {
            let checked = try await check(visit)
            let (file, begins) = (checked.file, checked.begins)
            let count = try await change(visit) { structure, _ in
                let applied = FileApplying(file, to: structure, begins: begins, at: visit.now)
                guard applied.faults.isEmpty else { throw FilePage.Refused.faults }
                structure = applied.structure
                return structure.deeds.count
            }
            return .redirect(
                to: OrganisationRoute.tree.link(),
                notice: "\(counted(count, "change")) from the file \(count == 1 ? "is" : "are") stored.")
        } catch FilePage.Refused.faults {
            return .refused(FilePage.checked(try await check(visit), visit))
        } catch let refusal as FilePage.Refused {
            return .refused(FilePage.page(visit.entry(refusal), visit))
        } catch let wrong as OrganisationFile.Wrong {
            return .refused(FilePage.page(visit.entry(wrong), visit))
        }
    }

    private func check(_ visit: Visit) async throws -> FilePage.Checked {
        let given = try FilePage.given(visit.form)
        let begins: Day
        switch visit.form.date("begins", called: "the day that they begin") {
        case .empty: begins = Day(visit.form["begins"]) ?? visit.today
        case .day(let day): begins = day
        case .wrong(let sentence): throw FilePage.Refused.wrongDay(sentence)
        }
        let structure = try await structure(visit)
        return try await Blocking.run {
            let file = try OrganisationFile.read(given.bytes)
            let applied = FileApplying(file, to: structure, begins: begins, at: visit.now)
            return FilePage.Checked(
                name: given.name, file: file, begins: begins, faults: applied.faults,
                deeds: applied.structure.deeds)
        }
    }
}

extension FilePage {
    static func given(_ form: Fields) throws(Refused) -> (name: String, bytes: [UInt8]) {
        if let file = form.file("file") { return (file.name, file.bytes) }
        let pasted = form.exact("rows")
        guard pasted.contains(where: { !$0.isWhitespace }) else { throw .fileMissing }
        return (form["name"].nilIfEmpty ?? "pasted rows", Array(pasted.utf8))
    }
}

// MARK: Pages

extension FilePage {
    static func page(_ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "The organisation from a file", breadcrumbs: OrganisationCrumbs.top,
            facts: ["Nothing is stored until you have seen what was understood"],
            tabs: OrganisationCrumbs.tabs(.file, visit), errors: entry.errors
        ) { m in
            m.p(
                "Save your spreadsheet as CSV: the whole organisation or a part of it, one row for each team, post or person.",
                .class("lead"))
            m.p(
                "\(link: "Get an empty file with the headings", to: OrganisationRoute.template.link()), or \(link: "the organisation as it stands today", to: OrganisationRoute.export.link()) to change and give back."
            )
            m.form(
                to: OrganisationRoute.checkFile.link(), key: visit.formKey, uploads: true, .class("narrow")
            ) { m in
                m.fileField("file", "The CSV file", in: entry, accepts: ".csv,.tsv,.txt")
                m.textArea("rows", "Or paste the rows, headings first", in: entry, rows: 4)
                m.dateField(
                    "begins", "Rows without a date begin on", in: entry,
                    hint: "Empty for today, \(visit.today.long)")
                m.button("Read this file")
            }
            m.part("The columns") { m in columns(&m) }
        }
    }

    private static func columns(_ m: inout Markup) {
        m.table("The columns of the file", [Column("Column", .name), Column("What stands in it")]) { rows in
            for field in OrganisationFile.Field.allCases {
                rows.row { row in
                    row.cell(field.rawValue)
                    row.cell(words(field))
                }
            }
        }
        m.note(
            "Columns may stand in any order and some may be missing. Other common words for them are understood too."
        )
    }

    private static func words(_ field: OrganisationFile.Field) -> String {
        switch field {
        case .node: "The service, area or team. In the row of a post: where the post belongs."
        case .parent: "What it is part of. Empty: of the authority itself."
        case .kind: "service, area or team."
        case .teamKind: "What a team does, such as child protection."
        case .post: "The title of a post."
        case .reportsTo: "The title of the line manager’s post, or the line manager’s name."
        case .person: "Who holds the post. Empty: it is vacant."
        case .email: "Tells two people of one name apart."
        case .from: "The first day, as 2026-03-31 or 31/03/2026."
        case .until: "The last day. Empty while nobody knows."
        }
    }

    static func checked(_ checked: Checked, _ visit: Visit) -> Page {
        let faulty = Set(checked.faults.map(\.row)).count
        return Page(
            checked.faults.isEmpty ? "What the file would change" : "What is wrong with the file",
            breadcrumbs: OrganisationCrumbs.top + [Link("From a file", OrganisationRoute.file.link())],
            facts: [
                Markup(checked.name), Markup("\(counted(checked.file.rows.count, "row")) read"),
                checked.faults.isEmpty
                    ? Markup(counted(checked.deeds.count, "change"))
                    : Markup("\(counted(faulty, "row")) with a fault"),
            ],
            errors: checked.faults.isEmpty
                ? []
                : [
                    FieldError(
                        "faults",
                        "\(counted(faulty, "row")) cannot be stored as \(faulty == 1 ? "it stands" : "they stand"): correct the file and give it again. Nothing is stored."
                    )
                ]
        ) { m in
            understood(checked, &m)
            if !checked.faults.isEmpty { faults(checked, visit, &m) }
            if checked.deeds.isEmpty, checked.faults.isEmpty {
                m.p("The organisation stands so already: there is nothing to store.")
            }
            if !checked.deeds.isEmpty { deeds(checked, &m) }
            guard checked.faults.isEmpty, !checked.deeds.isEmpty else {
                m.p { $0.a("Give another file", .href(OrganisationRoute.file.link())) }
                return
            }
            m.form(to: OrganisationRoute.storeFile.link(), key: visit.formKey) { m in
                m.hiddenField("rows", checked.file.carried)
                m.hiddenField("name", checked.name)
                m.hiddenField("begins", checked.begins.description)
                m.buttons { m in
                    m.button("Store all of this")
                    m.a("Give another file", .href(OrganisationRoute.file.link()))
                }
            }
        }
    }

    private static func understood(_ checked: Checked, _ m: inout Markup) {
        m.p("Columns understood: \(checked.file.fields.map(\.rawValue).joined(separator: ", ")).")
        if !checked.file.unknownHeadings.isEmpty {
            m.p(
                "Left out, because nothing here goes by that heading: \(checked.file.unknownHeadings.map { "“\($0)”" }.joined(separator: ", "))."
            )
        }
    }

    private static func faults(_ checked: Checked, _ visit: Visit, _ m: inout Markup) {
        m.part("Rows with a fault", id: "faults") { m in
            m.table("Rows with a fault", [Column("Row", .reference), Column("What is wrong", .name)]) {
                rows in
                for fault in checked.faults.prefix(500) {
                    rows.row { row in
                        row.cell(fault.row)
                        row.cell(fault.sentence)
                    }
                }
            }
            if checked.faults.count > 500 { m.note("And \(checked.faults.count - 500) more.") }
        }
    }

    private static func deeds(_ checked: Checked, _ m: inout Markup) {
        let heading: Markup = checked.faults.isEmpty ? "The changes" : "What the other rows would change"
        m.part(heading) { m in
            m.ul { m in for deed in checked.deeds.prefix(500) { m.li(deed.words) } }
            if checked.deeds.count > 500 {
                m.note("And \(checked.deeds.count - 500) more changes of the same kinds.")
            }
        }
    }
}
