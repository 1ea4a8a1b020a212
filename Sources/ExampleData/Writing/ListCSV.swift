import Kernel

/// Writes one list as CSV: days as `31/10/2026`, as a spreadsheet saves them.
enum ListCSV {
    static func bytes(_ table: ListTable, headers: [String], texts: [String]) -> [UInt8] {
        var buffer = Buffer(capacity: table.cells.count * 14 + 4_096)
        buffer.put(Array(CSV.row(headers).utf8))
        let fields = texts.map { Array(CSV.field($0).utf8) }
        var days: [Int32: [UInt8]] = [:]
        var place = 0
        for _ in 0..<table.rows {
            for column in 0..<table.width {
                if column > 0 { buffer.put(byte: 0x2C) }
                let cell = table.cells[place]
                place += 1
                switch cell.kind {
                case .empty: break
                case .text: buffer.put(fields[Int(cell.value)])
                case .number: buffer.put(Int(cell.value))
                case .day:
                    if let known = days[cell.value] {
                        buffer.put(known)
                    } else {
                        let written = Array(written(cell.value).utf8)
                        days[cell.value] = written
                        buffer.put(written)
                    }
                }
            }
            buffer.put(byte: 0x0D)
            buffer.put(byte: 0x0A)
        }
        return buffer.bytes
    }

    /// `31/10/2026`.
    static func written(_ number: Int32) -> String {
        let (year, month, day) = Day(number: number).civil
        return (day < 10 ? "0\(day)" : "\(day)") + (month < 10 ? "/0\(month)" : "/\(month)") + "/\(year)"
    }
}
