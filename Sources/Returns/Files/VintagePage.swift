import Kernel
import Markup
import ReturnFormats
import Sheets
import Site
import Storage

/// One file that was loaded: how it stands, what each list was taken from, and what is wrong with it.
enum VintagePage {
    struct Values: Sendable {
        let vintage: ReturnVintage
        let lists: [UnderstoodReturn.List]
        /// The file of that kind that counts for the day before it, with its lists.
        let before: (vintage: ReturnVintage, lists: [UnderstoodReturn.List])?
        let found: [FoundRule]
        let mayLoad: Bool
        let mayOpenOriginal: Bool
    }
}

extension ReturnsFeature {
    func file(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<ReturnFile> = try visit.id("file")
        let values = try await database.read { connection -> VintagePage.Values in
            let all = try ReturnFilesSQL.all(connection, officer.authority)
            guard let vintage = all.first(where: { $0.id == id }) else { throw NotFound() }
            let before = all.first {
                $0.kind == vintage.kind && $0.counts && $0.asAt < vintage.asAt
            }
            return VintagePage.Values(
                vintage: vintage, lists: try ReturnFilesSQL.lists(connection, officer.authority, id),
                before: try before.map {
                    ($0, try ReturnFilesSQL.lists(connection, officer.authority, $0.id))
                }, found: try FindingsSQL.findings(connection, officer.authority, id),
                mayLoad: officer.scopes(for: FilesRoute.loaders).contains(.authority),
                mayOpenOriginal: officer.scopes(for: FilesRoute.caseAccess).contains(.authority))
        }
        return .page(VintagePage.page(values))
    }
}

extension VintagePage {
    static func page(_ values: Values) -> Page {
        let vintage = values.vintage
        return Page(
            "\(vintage.kind.words) as at \(vintage.asAt.long)", section: .returns,
            breadcrumbs: FilesCrumbs.files,
            facts: [
                Markup(VintagesPage.words(vintage)),
                "Loaded \(vintage.loadedAt.inLondon.day.long) by \(strong: vintage.loadedBy ?? "the command line")",
            ], banner: banner(vintage)
        ) { m in
            m.honestSentence(standing(values))
            m.columns(.eightFour) { m in
                m.part("Lists") { m in lists(values, &m) }
            } beside: { m in
                m.part("The file") { m in
                    m.summaryList([
                        SummaryRow("Name", Markup(vintage.name)),
                        SummaryRow("Size", Markup("\(max(1, vintage.size >> 10)) KB")),
                        SummaryRow("SHA-256", Markup { $0.span(vintage.sha256, .class("note")) }),
                        SummaryRow(
                            "Original",
                            vintage.keepsOriginal
                                ? "Kept, encrypted" : "Dropped: its columns are kept",
                            vintage.keepsOriginal && values.mayOpenOriginal
                                ? .link(Link("Open it", FilesRoute.original.link(vintage.id))) : nil),
                    ])
                    if values.mayLoad, vintage.withdrawal == nil {
                        m.p { $0.a("Withdraw this file", .href(FilesRoute.toWithdraw.link(vintage.id))) }
                    }
                }
            }
        }
    }

    private static func banner(_ vintage: ReturnVintage) -> Banner? {
        guard let withdrawal = vintage.withdrawal else { return nil }
        return Banner(
            .notice,
            "Withdrawn on \(withdrawal.at.inLondon.day.long) by \(withdrawal.by ?? "the command line").",
            "“\(withdrawal.reason)”")
    }

    private static func standing(_ values: Values) -> Markup {
        let vintage = values.vintage
        let errors = values.found.filter { $0.severity == .error && $0.count > 0 }.count
        let quality = QualityRoute.quality.link(query: ["file": vintage.id.description])
        return
            "\(strong: counted(vintage.rows, "row")) about \(strong: counted(vintage.children, "child", "children")). \(link: errors == 0 ? "No rule found an error in it" : "\(counted(errors, "rule")) found errors in it", to: quality)."
    }

    private static func lists(_ values: Values, _ m: inout Markup) {
        let before = values.before
        var columns = [Column("List", .name), Column("Taken from"), Column("Rows", .number)]
        if let before {
            columns.append(Column("As at \(before.vintage.asAt.short)", .number, label: "Before"))
        }
        m.table("Lists of this file", columns) { rows in
            for list in values.lists {
                rows.row { row in
                    row.cell(values.vintage.kind == .annexA ? "\(list.number) \(list.title)" : list.title)
                    row.cell { m in
                        m.add(list.source.isEmpty ? values.vintage.name : list.source)
                        if !list.unknownColumns.isEmpty {
                            m.note("Not known: \(list.unknownColumns.joined(separator: ", "))")
                        }
                        if !list.missingColumns.isEmpty {
                            m.note("Missing: \(list.missingColumns.joined(separator: ", "))")
                        }
                    }
                    row.cell(list.rows)
                    guard let before else { return }
                    if let was = before.lists.first(where: { $0.number == list.number })?.rows {
                        row.cell { m in
                            m.add("\(was)")
                            m.note(Markup(ReviewReturn.change(from: was, to: list.rows)))
                        }
                    } else {
                        row.empty("none")
                    }
                }
            }
        }
    }
}

// MARK: The original

extension ReturnsFeature {
    /// The kept original: it names children, so it opens to case access alone, and who opened it is recorded first.
    func original(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<ReturnFile> = try visit.id("file")
        let seals = SealedFiles(keyFile: keyFile)
        let (sealed, key) = try await database.write(for: officer.authority) { connection in
            let kept = try KeptOriginals.kept(connection, officer.authority)
            guard let original = kept.first(where: { $0.file == id })?.original,
                let stored = try connection.file(original, of: officer.authority)
            else { throw NotFound() }
            let key = try seals.key(for: officer.authority, connection)
            try connection.record(
                Event(
                    authority: officer.authority, at: visit.now, actor: officer.account,
                    kind: "return.opened", subject: "return", subjectID: id,
                    to: ["says": "Opened the original of a loaded file"]))
            return (try connection.bytes(of: stored, of: officer.authority), key)
        }
        guard let files = PackedFiles.unpack(try SealedFiles.open(sealed, for: .original, key)),
            let first = files.first
        else { throw StorageError.fault("A sealed original is damaged.") }
        if files.count == 1 {
            return .file(first.bytes, name: first.name, type: "application/octet-stream")
        }
        var archive = ArchiveWriter()
        for file in files { archive.add(file.name, file.bytes) }
        return .file(archive.finish(), name: "original.zip", type: "application/zip")
    }
}
