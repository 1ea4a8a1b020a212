import Documents
import Kernel

/// Dates as they are written in cells of text: day first, or year first as ISO has it.
enum WrittenDay {
    /// `20/11/2026`, `20-11-26`, `20.11.2026`, `20 Nov 2026`, `20th November 2026`, `2026-11-20`, `20261120`, each with a
    /// time behind it or not, and a workbook's serial number from 1920 to 2099. Nil for anything else: the month is never
    /// put first. Two figures of a year are those of 1930 to 2029, as Excel takes them.
    static func day(_ text: UnsafeRawBufferPointer, from1904: Bool = false) -> Day? {
        if text.count == 10, let day = tenBytes(text) { return day }
        var reader = Figures(text)
        guard let (first, figures) = reader.number() else { return nil }
        if reader.isAtEnd || reader.byte == 0x2E && figures > 3 {
            return figures == 8 ? compact(first) : figures <= 5 ? serial(text, from1904: from1904) : nil
        }
        if figures == 4 {
            guard let separator = reader.separator(), let (month, monthFigures) = reader.number(),
                monthFigures <= 2, reader.separator() == separator, let (day, dayFigures) = reader.number(),
                dayFigures <= 2, reader.endsInTime()
            else { return nil }
            return CalendarTable.day(first, month, day).map { Day(number: $0) }
        }
        guard figures <= 2 else { return nil }
        reader.skipOrdinal()
        guard reader.separator() != nil, let month = reader.month(), reader.separator() != nil,
            let (year, yearFigures) = reader.number(), yearFigures == 4 || yearFigures == 2,
            reader.endsInTime()
        else { return nil }
        let whole = yearFigures == 4 ? year : year < 30 ? 2000 + year : 1900 + year
        return CalendarTable.day(whole, month, first).map { Day(number: $0) }
    }

    /// The two usual ways, `2026-11-20` and `20/11/2026`; nil for any other, and for no day.
    @inline(__always)
    static func tenBytes(_ text: UnsafeRawBufferPointer) -> Day? {
        let (year, month, day): (Int, Int, Int)
        if text[4] == 0x2D, text[7] == 0x2D {
            (year, month, day) = (pair(text, 0) * 100 + pair(text, 2), pair(text, 5), pair(text, 8))
        } else if text[2] == 0x2F, text[5] == 0x2F {
            (year, month, day) = (pair(text, 6) * 100 + pair(text, 8), pair(text, 3), pair(text, 0))
        } else {
            return nil
        }
        return CalendarTable.day(year, month, day).map { Day(number: $0) }
    }

    /// Two figures as a number; far more than 99 where one is none.
    @inline(__always)
    private static func pair(_ text: UnsafeRawBufferPointer, _ place: Int) -> Int {
        let (tens, ones) = (Int(text[place] &- 0x30), Int(text[place + 1] &- 0x30))
        return tens < 10 && ones < 10 ? tens * 10 + ones : 1_000_000
    }

    /// A number that no format marks as a date, in a column of dates. Outside 1920 to 2099 it is more likely a year or a
    /// count, and nil.
    static func serial(_ text: UnsafeRawBufferPointer, from1904: Bool) -> Day? {
        guard let (value, _) = WrittenNumber.floor(text),
            let day = WorkbookDates.day(Double(value), from1904: from1904),
            -18_262...47_481 ~= day.number
        else { return nil }
        return day
    }

    private static func compact(_ number: Int) -> Day? {
        guard 1900_01_01...2099_12_31 ~= number else { return nil }
        return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}

/// Reads figures and what separates them.
private struct Figures {
    private let text: UnsafeRawBufferPointer
    private var index = 0

    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    var isAtEnd: Bool { index == text.count }
    var byte: UInt8 { index < text.count ? text[index] : 0 }

    mutating func number() -> (value: Int, figures: Int)? {
        let start = index
        var value = 0
        while index < text.count, text[index] &- 0x30 < 10, index - start < 9 {
            value = value * 10 + Int(text[index] &- 0x30)
            index += 1
        }
        return index > start ? (value, index - start) : nil
    }

    /// One of `/`, `-`, `.` and `,`, with spaces round it, or spaces alone.
    mutating func separator() -> UInt8? {
        let start = index
        var found: UInt8 = 0x20
        while index < text.count {
            let byte = text[index]
            if byte == 0x2F || byte == 0x2D || byte == 0x2E || byte == 0x2C {
                guard found == 0x20 else { return nil }
                found = byte
            } else if byte != 0x20 {
                break
            }
            index += 1
        }
        return index > start ? found : nil
    }

    mutating func skipOrdinal() {
        guard index + 1 < text.count else { return }
        let ending = UInt16(text[index] | 0x20) << 8 | UInt16(text[index + 1] | 0x20)
        // st, nd, rd, th
        if [0x7374, 0x6E64, 0x7264, 0x7468].contains(ending) { index += 2 }
    }

    /// Of one or two figures, or the first three letters of its name or more.
    mutating func month() -> Int? {
        if let (value, figures) = number() { return figures <= 2 ? value : nil }
        let start = index
        while index < text.count, (text[index] | 0x20) &- 0x61 < 26 { index += 1 }
        guard index - start >= 3 else { return nil }
        let letters = String(decoding: text[start..<index], as: UTF8.self).lowercased()
        guard let place = Day.monthNames.firstIndex(where: { $0.lowercased().hasPrefix(letters) }) else {
            return letters == "sept" ? 9 : nil
        }
        return place + 1
    }

    /// Nothing more, or a time of day.
    func endsInTime() -> Bool {
        guard index < text.count else { return true }
        guard text[index] == 0x20 || text[index] == 0x54 else { return false }
        var hasColon = false
        for byte in text[(index + 1)...] {
            if byte == 0x3A {
                hasColon = true
            } else if byte &- 0x30 >= 10, !".+- ZAPMapm".utf8.contains(byte) {
                return false
            }
        }
        return hasColon
    }
}
