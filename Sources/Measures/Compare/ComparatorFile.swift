import Documents
import Kernel
import ReturnFormats
import Statistics

/// A CSV of what others publish: one figure of one authority for one measure and year a line. Pure.
struct ComparatorFile: Sendable {
    struct Line: Hashable, Sendable {
        var who: String
        var kind: CompareSQL.Figure.Kind
        var measure: String
        var year: String
        var value: Double?
        var numerator: Int?
        var denominator: Int?
    }

    static let mostBytes = 4 << 20
    static let mostLines = 20_000
    static let columns = ["authority", "measure", "year", "value", "numerator", "denominator"]

    let lines: [Line]

    /// `measures` gives the key of each measure by its folded key and name; `own` is the authority's own name.
    static func read(
        _ bytes: [UInt8], measures: [String: String], own: String
    ) throws(UnusableFile) -> ComparatorFile {
        guard bytes.count <= mostBytes else { throw UnusableFile("It is larger than 4 MB.") }
        let file: CSVRecords
        do throws(Unreadable) {
            file = try CSVRecords.read(bytes, most: mostLines)
        } catch {
            throw UnusableFile(error.sentence)
        }
        let heading = file.headings.map { $0.lowercased() }
        let missing = columns.prefix(3).filter { !heading.contains($0) }
        guard missing.isEmpty, heading.contains("value") || heading.contains("numerator") else {
            throw UnusableFile(
                "Its first line must name the columns \(columns.joined(separator: ", ")): \(missing.isEmpty ? "value or numerator" : missing.joined(separator: ", ")) is not there."
            )
        }
        guard !file.records.isEmpty else { throw UnusableFile("It has a heading and no figure under it.") }
        var lines: [Line] = []
        var seen: [String: Int] = [:]
        for row in file.records {
            let line = try line(row, heading, measures, own)
            let key = "\(NameKey.fold(line.who))\u{0}\(line.measure)\u{0}\(line.year)"
            if let first = seen.updateValue(row.line, forKey: key) {
                throw UnusableFile(
                    "Line \(row.line) gives \(line.who.prefix(40)) for \(line.year) again, which stands on line \(first)."
                )
            }
            lines.append(line)
        }
        return ComparatorFile(lines: lines)
    }

    private static func line(
        _ row: CSVRecords.Record, _ heading: [String], _ measures: [String: String], _ own: String
    ) throws(UnusableFile) -> Line {
        func field(_ name: String) -> String {
            row.cell(heading.firstIndex(of: name))
        }
        func wrong(_ words: String) -> UnusableFile { UnusableFile("Line \(row.line): \(words)") }
        let who = field("authority")
        guard !who.isEmpty else { throw wrong("it names no authority.") }
        guard let measure = measures[NameKey.fold(field("measure"))] else {
            throw wrong(
                "“\(field("measure").prefix(60))” is no measure of this list: write its name as the page Measures has it."
            )
        }
        let year = field("year")
        guard (4...12).contains(year.count), year.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw wrong("“\(year.prefix(20))” is no year. Write 2025 or 2024-25.")
        }
        var line = Line(who: who, kind: .neighbour, measure: measure, year: year)
        switch NameKey.fold(who) {
        case NameKey.fold("England"): line.kind = .england
        case NameKey.fold(own): line.kind = .own
        default: break
        }
        func number(_ name: String) throws(UnusableFile) -> Double? {
            let text = field(name)
            guard !text.isEmpty else { return nil }
            guard let number = SetMeasureTarget.number(text) else {
                throw wrong(
                    "“\(text.prefix(20))” is no \(name). Leave it empty where a figure is withheld or missing."
                )
            }
            return number
        }
        line.value = try number("value")
        let (count, base) = (try number("numerator"), try number("denominator"))
        line.numerator = count.map { Int($0) }
        line.denominator = base.map { Int($0) }
        if let count = line.numerator, let base = line.denominator {
            guard let share = Share(count, of: base), base > 0 else {
                throw wrong("\(count) of \(base) is no share.")
            }
            if let value = line.value, !share.agrees(withPrinted: value, decimals: 0) {
                throw wrong(
                    "\(count) of \(base) is not \(field("value"))%: correct the counts or the value.")
            }
        }
        guard line.value != nil || (line.numerator != nil && line.denominator != nil) else {
            throw wrong("it has no figure. Leave the line out where a figure is withheld or missing.")
        }
        return line
    }
}
