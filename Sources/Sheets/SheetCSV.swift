import Kernel

/// A list as comma-separated values (RFC 4180), with the byte order mark by which Excel knows UTF-8.
enum SheetCSV {
    /// The header and the rows and nothing else, so that another program can read them.
    static func bytes(_ pages: SheetPages) -> [UInt8] {
        var text = "\u{FEFF}" + CSV.row(pages.columns.map(\.words))
        for row in pages.rows { text += row.map(field).joined(separator: ",") + "\r\n" }
        return Array(text.utf8)
    }

    /// Numbers and dates as programs read them; only words can be taken for a formula.
    private static func field(_ cell: Sheet.Cell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): CSV.field(text)
        case .day(let day): day.description
        case .moment(let moment): moment.inLondonTime
        case .number(let number): number.plain
        }
    }
}

extension Instant {
    /// `2026-11-20 09:14`, as London's clocks had it.
    var inLondonTime: String {
        let (day, minutes) = inLondon
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(two(minutes / 60)):\(two(minutes % 60))"
    }
}

extension Double {
    /// Without a point where it is whole: `12`, `12.5`.
    var plain: String {
        self == rounded() && abs(self) < 1e15 ? String(Int64(self)) : String(self)
    }
}
