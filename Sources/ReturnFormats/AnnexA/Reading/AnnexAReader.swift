import Documents

/// Reads Annex A from a workbook (.xlsx), a .zip of CSV files, or several CSV files: both layouts, into typed columns.
///
/// A list is found by its columns, and by the name of its sheet or file where columns leave it open. Lenient where files
/// are: what cannot be taken as it stands is a finding with its row, and everything else is read. Refused, with a
/// sentence: what cannot be opened, what is past the limits, and what holds no list at all.
package enum AnnexAReader {
    /// For each text of a column, none of them empty, the place of its code in `set.codes`, or `CodeColumn.unrecognised`.
    package typealias Recognition =
        @Sendable (_ texts: [String], _ set: CodeSet, _ field: AnnexAField) -> [Int16]

    /// Knows what is written as the template wants it, or by the code alone; large and small letters are one.
    package static let exactly: Recognition = { texts, set, _ in
        var known: [String: Int16] = [:]
        for (place, code) in set.codes.enumerated() {
            known[code.name.lowercased()] = Int16(place)
        }
        for (place, code) in set.codes.enumerated() {
            known[code.written.lowercased()] = Int16(place)
        }
        return texts.map { known[$0.lowercased()] ?? CodeColumn.unrecognised }
    }

    package static func read(
        _ sources: [ReturnSource], recognise: @escaping Recognition = learned(),
        limits: ReturnLimits = .standard
    ) throws(UnusableFile) -> AnnexAReading {
        var run = AnnexARun(recognise, limits)
        guard !sources.isEmpty else { throw UnusableFile("It holds no file.") }
        for source in sources { try run.read(source, isInside: false) }
        return try run.finish()
    }
}

/// One reading, part by part.
private struct AnnexARun: ~Copyable {
    private let recognise: AnnexAReader.Recognition
    private let limits: ReturnLimits
    private var reading = AnnexAReading()
    private var children = AnnexAChildren()
    private var row = Row()
    private var bytes = 0
    private var expanded = 0
    private var cells = 0
    private var rows = 0

    init(_ recognise: @escaping AnnexAReader.Recognition, _ limits: ReturnLimits) {
        self.recognise = recognise
        self.limits = limits
    }

    mutating func read(_ source: ReturnSource, isInside: Bool) throws(UnusableFile) {
        bytes += source.bytes.count
        guard bytes <= (isInside ? limits.expandedBytes : limits.fileBytes) else { throw limits.tooLarge }
        if source.bytes.starts(with: Archive.signature)
            || source.bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
        {
            try readArchive(source, isInside: isInside)
        } else if source.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw UnusableFile(
                "It is an Excel 97–2003 workbook, or has a password: open it in Excel and save it as .xlsx without one."
            )
        } else if source.bytes.starts(with: "%PDF-".utf8) {
            throw UnusableFile("It is a PDF: give the workbook (.xlsx) or CSV files that it was made from.")
        } else {
            try readDelimited(source)
        }
    }

    mutating func finish() throws(UnusableFile) -> AnnexAReading {
        guard !reading.file.tables.isEmpty else {
            throw UnusableFile(
                "No list of Annex A was found in it: a list needs its row of headers, such as “Child Unique ID”."
            )
        }
        for list in AnnexAList.allCases where reading.file[list] == nil {
            reading.findings.add(.init(.missingList, list))
        }
        reading.file.children = References(children.texts)
        return reading
    }

    // MARK: Kinds of file

    private mutating func readArchive(_ source: ReturnSource, isInside: Bool) throws(UnusableFile) {
        let archive: Archive
        var within = ReadingLimits.standard
        within.expandedBytes = max(0, limits.expandedBytes - expanded)
        do throws(Unreadable) {
            archive = try Archive(source.bytes, limits: within)
        } catch {
            guard error.reason == .tooLarge else { throw UnusableFile(error.sentence) }
            throw UnusableFile(
                "It would expand to more than \(limits.expandedBytes >> 20) MB: leave out what is no list of the return."
            )
        }
        expanded += archive.entries.reduce(0) { $0 + $1.expandedSize }
        if let workbook = try Workbook(archive) {
            for sheet in workbook.sheets { try read(sheet, of: workbook) }
            return
        }
        guard !isInside else {
            throw UnusableFile("It is an archive in an archive: give the files themselves.")
        }
        let endings = [".csv", ".txt", ".tsv", ".xlsx"]
        let files = archive.entries.filter { entry in
            let file = entry.name.split(separator: "/").last ?? ""
            return endings.contains { entry.name.lowercased().hasSuffix($0) } && !file.hasPrefix(".")
                && !file.hasPrefix("~$") && !entry.name.hasPrefix("__MACOSX/")
        }
        guard !files.isEmpty else { throw UnusableFile("It holds neither CSV files nor a workbook (.xlsx).") }
        for file in files.sorted(by: { $0.name < $1.name }) {
            let held = try HeldBytes(file, of: archive)
            try read(ReturnSource(name: file.name, bytes: Array(held.bytes)), isInside: true)
        }
    }

    private mutating func read(_ sheet: Workbook.Sheet, of workbook: Workbook) throws(UnusableFile) {
        let part = AnnexAPart(name: sheet.name, state: .unknown, isHidden: sheet.isHidden)
        guard !AnnexANames.isTemplate(sheet.name) else {
            reading.parts.append(AnnexAPart(name: sheet.name, state: .template, isHidden: sheet.isHidden))
            return
        }
        let held = try Workbook.utf8(HeldBytes(sheet.entry, of: workbook.archive))
        var rows = try SheetRows(held.bytes, of: workbook)
        try read(&rows, part)
    }

    private mutating func readDelimited(_ source: ReturnSource) throws(UnusableFile) {
        let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
        let part = AnnexAPart(name: name, state: .unknown, isHidden: false)
        let held = HeldBytes(try PlainText.utf8(source.bytes))
        var rows = DelimitedRows(held.bytes)
        try read(&rows, part)
    }

    // MARK: Rows

    private mutating func read(_ source: inout some RowSource, _ part: AnnexAPart) throws(UnusableFile) {
        guard let (headers, words) = try header(&source, named: AnnexANames.list(named: part.name)) else {
            var part = part
            if row.place == 0 { part.state = .empty }
            reading.parts.append(part)
            if part.state == .unknown { reading.findings.add(.init(.unknownPart, nil, part.name)) }
            return
        }
        let list = headers.list
        if let named = AnnexANames.list(named: part.name), named != list {
            reading.findings.add(.init(.otherName, list, part.name))
        }
        if part.isHidden { reading.findings.add(.init(.hiddenPart, list, part.name)) }
        var builder = AnnexATableBuilder(
            part, headers, words: words, place: row.place, from1904: source.countsFrom1904)
        while try source.next(&row) {
            builder.take(row)
            guard rows + builder.rows <= limits.rows, cells + builder.cells <= limits.cells else {
                throw limits.tooManyCells
            }
        }
        rows += builder.rows
        cells += builder.cells
        if let earlier = reading.file[list], earlier.rows > 0 {
            reading.findings.add(.init(.repeatedList, list, part.name))
            reading.parts.append(builder.repeated())
            return
        }
        forget(list)
        let (understood, table, findings) = builder.finish(recognise, &children)
        reading.file.tables[list] = table
        reading.parts.append(understood)
        reading.findings.add(findings)
    }

    /// The first row that looks like a list's, and its words; `row` is that row then. Its place is 0 where no row holds
    /// anything.
    private mutating func header(
        _ source: inout some RowSource, named: AnnexAList?
    ) throws(UnusableFile) -> (AnnexAHeaders, [String])? {
        var left = AnnexAHeaders.mostRows
        while left > 0, try source.next(&row) {
            guard row.filled > 0 else { continue }
            left -= 1
            let words = row.words()
            if let headers = AnnexAHeaders(words, named: named) { return (headers, words) }
        }
        if left == AnnexAHeaders.mostRows { row.place = 0 }
        return nil
    }

    /// A list of no rows gives way to one of the same kind that has some.
    private mutating func forget(_ list: AnnexAList) {
        guard reading.file[list] != nil else { return }
        for index in reading.parts.indices
        where reading.parts[index].list == list && reading.parts[index].state == .taken {
            reading.parts[index].state = .repeated
            reading.findings.add(.init(.repeatedList, list, reading.parts[index].name))
        }
        reading.findings.remove(columnsOf: list)
    }
}
