import Documents
import Kernel

/// A list of cases from a CSV file: columns are found by their heads, in the field's words. Pure.
struct FrameFileReading: Sendable {
    var lines: [FrameLine]
    /// Heads of columns that nothing was taken from.
    var unused: [String]

    enum Column: String, CaseIterable {
        case reference, holder, chair, team, area, group, on, restricted

        /// Heads, folded as `NameKey` folds them.
        var heads: Set<String> {
            switch self {
            case .reference:
                [
                    "reference", "ref", "case", "case id", "case ref", "case reference", "case number",
                    "child", "child id", "child ref", "child reference", "child unique id", "unique id",
                    "id", "file", "file number", "file reference", "system id", "event id", "conference id",
                ]
            case .holder:
                [
                    "holder", "case holder", "worker", "allocated worker", "social worker", "key worker",
                    "keyworker", "allocated social worker", "lead worker", "supervisor", "member of staff",
                ]
            case .chair:
                [
                    "chair", "conference chair", "chaired by", "chairperson", "independent chair",
                    "reviewing officer", "independent reviewing officer", "iro",
                ]
            case .team: ["team", "allocated team", "team name", "unit"]
            case .area: ["area", "locality", "district", "quadrant", "area office", "office"]
            case .group:
                [
                    "group", "category", "category of abuse", "latest category of abuse", "plan category",
                    "age group", "kind", "type",
                ]
            case .on:
                [
                    "date", "on", "day", "event date", "date of event", "conference date",
                    "date of conference", "meeting date", "date of meeting", "session date",
                    "date of session", "review date", "date of review", "last visit", "date of last visit",
                    "last seen", "date last seen", "next conference", "next conference date",
                    "date of next conference", "next review", "next review date", "date of next review",
                ]
            case .restricted: ["restricted", "restricted record", "sensitive", "locked"]
            }
        }

        var words: String {
            switch self {
            case .reference: "case reference"
            case .holder: "holder"
            case .chair: "chair"
            case .team: "team"
            case .area: "area"
            case .group: "group"
            case .on: "date"
            case .restricted: "restricted"
            }
        }
    }

    static let restricted = "Restricted record"

    static func read(_ bytes: [UInt8]) throws(Unreadable) -> FrameFileReading {
        guard bytes.count <= FrameLimits.mostBytes else {
            throw unusable("It is larger than 16 MB: a frame holds up to 100,000 cases.")
        }
        guard !bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        else { throw unusable("It is a workbook: save the sheet as CSV (UTF-8).") }
        guard !bytes.starts(with: Array("%PDF-".utf8)) else {
            throw unusable("It is a PDF: give the list as CSV (UTF-8).")
        }
        let file = try CSVRecords.read(bytes, most: FrameLimits.mostLines)
        let rows = file.records
        let (places, unused) = try places(file.headings)
        guard !rows.isEmpty else { throw unusable("It has a heading and no case under it.") }
        var lines: [FrameLine] = []
        lines.reserveCapacity(rows.count)
        for row in rows { lines.append(try line(row, places)) }
        try refuseTwice(rows, places)
        return FrameFileReading(lines: lines, unused: unused)
    }

    private static func unusable(_ sentence: String) -> Unreadable { Unreadable(.damaged, sentence) }

    private static func places(
        _ heads: [String]
    ) throws(Unreadable) -> (places: [Column: Int], unused: [String]) {
        var places: [Column: Int] = [:]
        var taken: Set<Int> = []
        for column in Column.allCases {
            let found = heads.indices.filter { column.heads.contains(NameKey.fold(heads[$0])) }
            guard found.count <= 1 else {
                let names = found.map { "“\(heads[$0].prefix(40))”" }.joined(separator: " and ")
                throw unusable(
                    "\(names) may each be the \(column.words): rename or take out all but one.")
            }
            if let place = found.first {
                places[column] = place
                taken.insert(place)
            }
        }
        guard places[.reference] != nil else {
            let list = heads.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
            throw unusable(
                "None of its columns holds case references: head one “Reference” or “Case ID”. Its first line has \(list)."
            )
        }
        return (places, heads.indices.filter { !taken.contains($0) && !heads[$0].isEmpty }.map { heads[$0] })
    }

    private static func line(
        _ row: CSVRecords.Record, _ places: [Column: Int]
    ) throws(Unreadable) -> FrameLine {
        func field(_ column: Column) -> String { row.cell(places[column]) }
        func wrong(_ words: String) -> Unreadable { unusable("Line \(row.line): \(words)") }
        let reference = field(.reference)
        guard !reference.isEmpty else { throw wrong("it has no reference. Give it one, or take it out.") }
        guard reference.count <= FrameLimits.longestReference else {
            throw wrong("the reference is longer than \(FrameLimits.longestReference) characters.")
        }
        guard reference.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw wrong("the reference holds a line end or another character that cannot be printed.")
        }
        // Two words without a figure are somebody's name, and names of children are not kept.
        guard reference.contains(where: \.isNumber) || !reference.contains(" ") else {
            throw wrong(
                "the reference looks like a name. Use the case system’s number; names of children are not kept here."
            )
        }
        for column in [Column.holder, .chair, .team, .area, .group] where field(column).count > 120 {
            throw wrong("the \(column.words) is longer than 120 characters.")
        }
        var day: Day?
        let written = field(.on)
        if !written.isEmpty {
            day = WrittenDate.day(written)
            guard day != nil else {
                throw wrong("“\(written.prefix(20))” is no date. Write 9/12/2026 or 2026-12-09.")
            }
        }
        let mark = field(.restricted).lowercased()
        guard ["", "yes", "y", "true", "1", "no", "n", "false", "0"].contains(mark) else {
            throw wrong("“\(mark.prefix(20))” says neither yes nor no of whether it is restricted.")
        }
        return FrameLine(
            reference: Sensitive(reference), holder: field(.holder), chair: field(.chair),
            team: field(.team), area: field(.area), group: field(.group), on: day,
            excluded: ["yes", "y", "true", "1"].contains(mark) ? restricted : nil)
    }

    private static func refuseTwice(
        _ rows: [CSVRecords.Record], _ places: [Column: Int]
    ) throws(Unreadable) {
        guard let place = places[.reference] else { return }
        var seen: [String: Int] = [:]
        var twice: [(Int, Int)] = []
        for row in rows {
            if let first = seen.updateValue(row.line, forKey: row.cell(place)) {
                twice.append((first, row.line))
            }
        }
        guard !twice.isEmpty else { return }
        let named = twice.prefix(5).map { "\($0.0) and \($0.1)" }.joined(separator: "; ")
        throw unusable(
            "\(twice.count == 1 ? "One reference stands twice" : "\(twice.count) references stand twice"), on lines \(named)\(twice.count > 5 ? " and more" : ""). A frame names each case once."
        )
    }
}

/// A date as people write it in lists: 2026-12-09, 9/12/2026, 9 Dec 2026; a time behind it is left off.
enum WrittenDate {
    static func day(_ written: String) -> Day? {
        let text = written.split(separator: "T").first.map(String.init) ?? written
        if let day = Day(text.prefix(10)) { return day }
        let parts = written.split { " /.-".contains($0) }.map(String.init)
        guard parts.count >= 3, let day = Int(parts[0]), var year = Int(parts[2]) else { return nil }
        if parts[2].count == 2 { year += 2000 }
        guard (1900...2199).contains(year) else { return nil }
        let word = parts[1].lowercased()
        let month =
            Int(parts[1])
            ?? Day.monthNames.firstIndex {
                word.count >= 3 && $0.lowercased().hasPrefix(word)
            }.map { $0 + 1 }
        return month.flatMap { Day(year: year, month: $0, day: day) }
    }
}
