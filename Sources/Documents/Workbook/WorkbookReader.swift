import Kernel

/// Reads an Excel workbook (.xlsx) into blocks, sheet by sheet: ECMA-376 part 1, transitional and strict.
enum WorkbookReader {
    private struct Listing {
        var name: String
        var id: String
        var isHidden: Bool
    }

    static func read(_ package: OfficePackage) throws(Unreadable) -> Document {
        let parts = try package.relationships(of: package.mainPart)
        func part(_ kind: String) -> String? {
            parts.values.first { $0.kind == kind && !$0.isOutside }?.target
        }
        var listings: [Listing] = []
        var dates = SerialDate.System.from1900
        var repeated: [Int: ClosedRange<Int>] = [:]
        try package.tree(package.mainPart) { root in
            if root[.sWorkbookPr]?.isOn(.date1904) == true { dates = .from1904 }
            for entry in root[.sSheets]?.children ?? root.none where entry.tag == .sSheet {
                let state = entry[.state]
                listings.append(
                    Listing(
                        name: entry[.name] ?? "", id: entry[.id] ?? "",
                        isHidden: state == "hidden" || state == "veryHidden"))
            }
            for name in root.all(.sDefinedName) where name[.name] == "_xlnm.Print_Titles" {
                if let sheet = name.number(.localSheetId), let rows = repeatedRows(name.text) {
                    repeated[sheet] = rows
                }
            }
        }
        let colours = try WorkbookColours(themePart: part("theme"), in: package)
        let styles = try WorkbookStyles(part("styles"), colours, in: package)
        let strings = SharedStrings(colours, package.limits)
        if let shared = part("sharedStrings") { try package.scan(shared, strings) }
        let workbook = WorkbookContext(
            limits: package.limits, styles: styles, colours: colours, strings: strings.entries, dates: dates,
            deadline: package.deadline)

        var document = Document(format: .xlsx)
        for (index, listing) in listings.enumerated() {
            let place = Place(sheet: listing.name)
            guard let target = parts[listing.id], !target.isOutside, target.kind == "worksheet" else {
                document.notes.append(
                    .init(
                        message: "The sheet “\(listing.name)” holds no cells and was left out.", place: place)
                )
                continue
            }
            if listing.isHidden {
                document.notes.append(
                    .init(message: "The hidden sheet “\(listing.name)” was left out.", place: place))
                continue
            }
            let scanner = SheetScanner(workbook)
            guard try package.scan(target.target, scanner) else { throw Archive.damaged(target.target) }
            var sheet = scanner.sheet
            sheet.repeatedRows = repeated[index]
            try addParts(of: target.target, in: package, to: &sheet, &document, place)
            for program in scanner.objects.sorted(by: { $0.key < $1.key }).map(\.value) {
                document.attachments.append(
                    .init(caption: WordStory.programName(program) ?? program, place: place))
            }
            document.blocks += try SheetLayout(sheet, named: listing.name, workbook).blocks()
            document.notes += hiddenNotes(sheet, place)
        }
        document.title = try package.title()
        return document
    }

    /// Tables that the file names, and what else hangs on a sheet.
    private static func addParts(
        of part: String, in package: OfficePackage, to sheet: inout Sheet, _ document: inout Document,
        _ place: Place
    ) throws(Unreadable) {
        var tables: [(area: CellArea, headerRows: Int)] = []
        var comments = 0
        let links = try package.relationships(of: part).values.sorted { $0.target < $1.target }
        for link in links where !link.isOutside {
            switch link.kind {
            case "table":
                try package.tree(link.target) { root in
                    if root.tag == .sTable, tables.count < 100, let area = root[.ref].flatMap(CellArea.init) {
                        tables.append((area, root.number(.headerRowCount) ?? 1))
                    }
                }
            case "comments":
                try package.tree(link.target) { root in comments += root.all(.sComment).count }
            case "drawing":
                document.notes.append(
                    .init(message: "Pictures, charts or text boxes on the sheet were left out.", place: place)
                )
            default: break
            }
        }
        sheet.namedTables = tables
        if comments > 0 {
            let message = comments == 1 ? "1 comment was left out." : "\(comments) comments were left out."
            document.notes.append(.init(message: message, place: place))
        }
    }

    private static func hiddenNotes(_ sheet: Sheet, _ place: Place) -> [Document.Note] {
        let columns = Set(sheet.cells.map(\.column)).count { sheet.isHidden(column: $0) }
        let counts = [(sheet.hiddenRowCount, "row"), (columns, "column")].filter { $0.0 > 0 }
        guard !counts.isEmpty else { return [] }
        let what = counts.map { "\($0.0) hidden \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
        let total = counts.reduce(0) { $0 + $1.0 }
        return [.init(message: "\(what) \(total == 1 ? "was" : "were") left out.", place: place)]
    }

    /// `'Plan'!$3:$4`, at times with columns before it.
    private static func repeatedRows(_ text: String) -> ClosedRange<Int>? {
        for area in text.split(separator: ",") {
            let ends = (area.split(separator: "!").last ?? "").split(separator: ":")
                .map { Int($0.filter { $0 != "$" }) }
            if ends.count == 2, let first = ends[0], let last = ends[1], first <= last { return first...last }
        }
        return nil
    }
}
