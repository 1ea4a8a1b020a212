import Documents
import Kernel

/// The cases that a sample may be drawn from, as a file gives them: one id a line, or a column of a CSV.
///
/// A first row with one known word for a case (case, id, reference, child and the like) is a heading; any other column is
/// named by who asks. No case may stand twice: the lines of those that do are named, never the ids, which may be about
/// a child.
package struct FrameFile: Hashable, Sendable {
    /// In the file's order; none twice, none empty, none with a line end or another control character inside.
    package let ids: [String]
    /// The line of each id, from 1.
    package let lines: [Int]
    /// The column's heading as written; nil for a plain list.
    package let heading: String?

    /// Words that head a column of cases, folded.
    private static let words: Set<String> = [
        "case", "caseid", "caseref", "casereference", "casenumber", "caseno", "id", "ref", "reference",
        "referencenumber",
        "child", "childid", "childref", "childreference", "childuniqueid", "lachildid", "uniqueid",
    ]
    private static let mostLinesNamed = 10

    /// `column` is a heading of the file, letters large or small.
    package static func read(_ bytes: [UInt8], column: String? = nil) throws(UnusableFile) -> FrameFile {
        let file = try AuditRecords.read(bytes)
        let found = try place(of: column, in: file)
        var cases = file.records
        if found.heading == nil { cases.insert(file.first, at: 0) }
        guard !cases.isEmpty else { throw UnusableFile("It has a heading and no case under it.") }
        var ids: [String] = []
        var lines: [Int] = []
        ids.reserveCapacity(cases.count)
        for record in cases {
            let id = record.cell(found.column)
            guard !id.isEmpty else {
                throw UnusableFile("Line \(record.line) has no id: give it one, or take it out.")
            }
            guard found.heading != nil || record.fields.count == 1 else {
                throw UnusableFile(
                    "Line \(record.line) holds more than one value: give one id a line, or a heading over the columns."
                )
            }
            guard id.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
                throw UnusableFile(
                    "Line \(record.line): the id holds a line end or another character that cannot be printed."
                )
            }
            ids.append(id)
            lines.append(record.line)
        }
        try refuseTwice(ids, lines)
        return FrameFile(ids: ids, lines: lines, heading: found.heading)
    }

    /// The column of the ids, and its heading where there is one.
    private static func place(
        of column: String?, in file: CSVRecords
    ) throws(UnusableFile) -> (column: Int, heading: String?) {
        let headings = file.headings
        let list = headings.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
        if let column {
            let wanted = fold(column)
            let places = headings.indices.filter { fold(headings[$0]) == wanted }
            guard !places.isEmpty else {
                throw UnusableFile("It has no column “\(column.prefix(40))”: its first line has \(list).")
            }
            guard places.count == 1 else {
                throw UnusableFile(
                    "It has \(places.count) columns “\(column.prefix(40))”: rename all but one.")
            }
            return (places[0], headings[places[0]])
        }
        let known = headings.indices.filter { words.contains(fold(headings[$0])) }
        if known.count == 1 { return (known[0], headings[known[0]]) }
        guard known.isEmpty else {
            throw UnusableFile("More than one of its columns may name the case: say which of \(list).")
        }
        guard headings.count == 1 else {
            throw UnusableFile("None of its columns is known to name the case: say which of \(list).")
        }
        let isLikeHeading =
            !hasDigit(headings[0]) && !file.records.isEmpty
            && file.records.allSatisfy { hasDigit($0.cell(0)) }
        guard !isLikeHeading else {
            throw UnusableFile(
                "Its first line, \(list), has no figure while every other has, so it may be a heading: name it as the "
                    + "column, or take it out.")
        }
        return (0, nil)
    }

    private static func refuseTwice(_ ids: [String], _ lines: [Int]) throws(UnusableFile) {
        var places: [String: [Int]] = [:]
        places.reserveCapacity(ids.count)
        for (id, line) in zip(ids, lines) { places[id, default: []].append(line) }
        guard places.count < ids.count else { return }
        let twice = places.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        let named = twice.prefix(mostLinesNamed).map { lines in
            let shown = lines.prefix(mostLinesNamed).map(String.init)
            return shown.count == 2 ? shown.joined(separator: " and ") : shown.joined(separator: ", ")
        }
        let rest = twice.count > mostLinesNamed ? "; and \(twice.count - mostLinesNamed) more" : ""
        throw UnusableFile(
            "\(twice.count == 1 ? "One id stands" : "\(twice.count) ids stand") more than once, on lines "
                + named.joined(separator: "; ") + rest + ". A frame names each case once.")
    }

    private static func hasDigit(_ text: String) -> Bool { text.utf8.contains { 0x30...0x39 ~= $0 } }

    private static func fold(_ text: String) -> String { NameKey.fold(text).filter { $0 != " " } }
}
