package import Kernel

/// The files of an invented authority: Annex A month by month, a census each year, local returns, and the faults that
/// were planted in them.
///
/// The same numbers give the same bytes. No child has a name; references, postcodes and pupil numbers are none that
/// anybody has.
package struct ExampleData: Sendable {
    package var children: Int
    package var months: Int
    package var seed: UInt64
    /// The day on which the story ends: the last file is of the last month that ended by it.
    package var until: Day
    /// How many of the first files have the layout of 2019; nil for the first half.
    package var monthsIn2019Layout: Int?

    /// The day that it always is in the example authority: 20 November 2026.
    package static let today = Day(number: 20_777)

    package init(children: Int, months: Int, seed: UInt64, until: Day = ExampleData.today) {
        self.children = children
        self.months = months
        self.seed = seed
        self.until = until
    }

    /// Makes the world that all files are written from.
    package func world() -> ExampleWorld {
        WorldMaker.world(seed: seed, span: Span(months: months, until: until), children: children)
    }
}

extension ExampleData {
    /// How many children give a last workbook of about so many rows: over fewer months the same children are more at a
    /// time. Measured; between the measured months on a straight line.
    package static func children(forRows rows: Int, months: Int) -> Int {
        let measured = [
            (1, 3_818), (6, 3_161), (12, 2_635), (18, 2_191), (30, 1_687), (48, 1_337), (120, 1_000),
        ]
        var perThousand = measured[measured.count - 1].1
        for (left, right) in zip(measured, measured.dropFirst()) where left.0 <= months && months <= right.0 {
            perThousand = left.1 + (right.1 - left.1) * (months - left.0) / (right.0 - left.0)
        }
        return max(50, rows * 1_000 / perThousand)
    }
}

extension ExampleSummary {
    /// What was written, and a line for each rule that faults were planted for.
    package var text: String {
        var lines: [String] = []
        for file in files {
            let cells = file.cells > 0 ? ", \(file.cells) cells" : ""
            lines.append("\(file.path): \(file.rows) rows\(cells), \(file.bytes / 1_024) KiB")
        }
        var counts: [String: (files: Int, faults: Int)] = [:]
        for file in files {
            for (rule, count) in file.planted.counts {
                counts[rule, default: (0, 0)].files += 1
                counts[rule, default: (0, 0)].faults += count
            }
        }
        lines.append("")
        lines.append("Planted faults, by rule: files, faults")
        for rule in counts.keys.sorted() {
            guard let count = counts[rule] else { continue }
            lines.append("\(rule): \(count.files), \(count.faults)")
        }
        lines.append("In all: \(files.reduce(0) { $0 + $1.planted.total })")
        return lines.joined(separator: "\n") + "\n"
    }
}
