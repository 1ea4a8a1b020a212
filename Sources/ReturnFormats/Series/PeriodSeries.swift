import Documents
import Kernel

/// The values of one measure by period, from a file with the columns `period` and `value` and any others.
///
/// Fields are separated by commas, semicolons or tabs; the heading's letters may be large or small. A period without
/// a value is kept as such: missing is not 0. Periods that are all years, months, days (2026-04-30 or 30/04/2026) or
/// whole numbers are put in order; others stay in the order of the file.
package struct PeriodSeries: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        /// As written.
        package let period: String
        /// Nil where the file leaves it empty.
        package let value: Double?
        package let line: Int
    }

    package let points: [Point]
    /// Whether the file had them in another order.
    package let wasReordered: Bool

    /// The most bytes that a series may have.
    package static let mostBytes = 64 << 20

    package static func read(_ bytes: [UInt8]) throws(UnusableFile) -> PeriodSeries {
        guard bytes.count <= mostBytes else { throw UnusableFile("It is larger than 64 MB.") }
        guard !bytes.contains(0) else {
            throw UnusableFile("It is not plain text: save it as CSV (UTF-8).")
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes[start...].contains(where: { $0 > 0x20 }) else { throw UnusableFile("It is empty.") }
        let result: Result<[Point], UnusableFile> = bytes.withUnsafeBytes { buffer in
            do throws(UnusableFile) {
                return .success(try rows(UnsafeRawBufferPointer(rebasing: buffer[start...])))
            } catch {
                return .failure(error)
            }
        }
        let points = try result.get()
        guard points.contains(where: { $0.value != nil }) else {
            throw UnusableFile("It has a heading and no value under it.")
        }
        return try inOrder(points)
    }

    private static func rows(_ bytes: UnsafeRawBufferPointer) throws(UnusableFile) -> [Point] {
        var rows = SeriesRows(bytes)
        let columns = try rows.heading()
        var points: [Point] = []
        while let row = rows.next() {
            let period = columns.period < row.fields.count ? row.fields[columns.period] : ""
            let text = columns.value < row.fields.count ? row.fields[columns.value] : ""
            guard !period.isEmpty || !text.isEmpty else { continue }
            guard !period.isEmpty else {
                throw UnusableFile("Line \(row.line) has a value and no period.")
            }
            let value = number(text)
            guard value != nil || text.isEmpty else {
                throw UnusableFile(
                    "Line \(row.line): “\(text.prefix(40))” is not a number. Write a figure such as 71.5, or "
                        + "leave it empty where there is none.")
            }
            points.append(Point(period: period, value: value, line: row.line))
        }
        return points
    }

    /// `71.5`, `-3`, `71.5%` or `1e3`; nil for anything else, and for what no double holds.
    private static func number(_ text: String) -> Double? {
        let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
        let allowed: Set<UInt8> = Set("0123456789+-.eE".utf8)
        guard digits.utf8.allSatisfy(allowed.contains), let value = Double(digits), value.isFinite else {
            return nil
        }
        return value
    }

    private static func inOrder(_ points: [Point]) throws(UnusableFile) -> PeriodSeries {
        var lines: [String: Int] = [:]
        for point in points {
            if let first = lines.updateValue(point.line, forKey: point.period) {
                throw UnusableFile(
                    "Line \(point.line) gives “\(point.period.prefix(40))” again, which stands on line \(first)."
                )
            }
        }
        guard let places = places(points.map(\.period)) else {
            return PeriodSeries(points: points, wasReordered: false)
        }
        let order = points.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        return PeriodSeries(
            points: order.map { points[$0] }, wasReordered: order != Array(points.indices))
    }

    /// Where each period stands in time, when all are written in one way that says so.
    private static func places(_ periods: [String]) -> [Int]? {
        let readings: [(String) -> Int?] = [
            { $0.utf8.count == 4 ? PartialDate($0).map { Int($0.first.number) } : nil },
            { $0.utf8.count == 7 ? PartialDate($0).map { Int($0.first.number) } : nil },
            { Day($0).map { Int($0.number) } },
            { dayFirst($0).map { Int($0.number) } },
            { Int($0) },
        ]
        for reading in readings {
            let places = periods.compactMap(reading)
            if places.count == periods.count { return places }
        }
        return nil
    }

    private static func dayFirst(_ text: String) -> Day? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }
}

/// The rows of a delimited file, with their lines.
private struct SeriesRows {
    private let bytes: UnsafeRawBufferPointer
    private var tokens: CSVTokens
    private var line = 1

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        tokens = CSVTokens(bytes, delimiter: 0x2C)
    }

    /// The places of the two columns: with the delimiter that shows both, or a sentence that says which is missing.
    mutating func heading() throws(UnusableFile) -> (period: Int, value: Int) {
        var names: [String] = []
        for delimiter in Array(",;\t".utf8) {
            tokens = CSVTokens(bytes, delimiter: delimiter)
            line = 1
            let found = next()?.fields ?? []
            let lowered = found.map { $0.lowercased() }
            if let period = lowered.firstIndex(of: "period"), let value = lowered.firstIndex(of: "value") {
                return (period, value)
            }
            if found.count > names.count { names = found }
        }
        let missing = ["period", "value"].filter { name in !names.contains { $0.lowercased() == name } }
        let list = names.prefix(6).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
        throw UnusableFile(
            "Its first line must name the columns period and value: \(missing.joined(separator: " and ")) "
                + "\(missing.count == 1 ? "is" : "are") missing from \(list).")
    }

    /// The next row that is not blank.
    mutating func next() -> (fields: [String], line: Int)? {
        var fields: [String] = []
        while let field = tokens.next() {
            fields.append(text(field))
            guard field.endsRecord else { continue }
            let start = line
            line = tokens.line
            if fields.contains(where: { !$0.isEmpty }) { return (fields, start) }
            fields = []
        }
        return nil
    }

    /// Without spaces around it.
    private func text(_ field: CSVTokens.Field) -> String {
        var (start, end) = (field.start, field.end)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard field.hasDoubledQuotes else { return text }
        var single = ""
        var isSecond = false
        for character in text.unicodeScalars {
            isSecond = character == "\"" && !isSecond
            if character != "\"" || isSecond { single.unicodeScalars.append(character) }
        }
        return single
    }
}
