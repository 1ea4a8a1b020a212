import Documents
import Kernel

/// Every date of a document that names its year, with how much its standing says about the plan's own year.
struct YearEvidence {
    private(set) var sightings: [Sighting] = []
    /// Numbers of two digits behind a month, which may be years or days.
    private var numbers: [(number: Int, month: Int?)] = []

    struct Sighting {
        var year: Int
        var month: Int?
        var standing: Standing
        /// The text that it stood in.
        var text: String
    }

    enum Standing: Hashable {
        /// A heading over dates: "Timescales for action – 2004".
        case timetable
        /// The title, or a line of its first lines that gives the document's date.
        case title
        case heading
        /// A short cell of a table: a timescale.
        case shortCell
        case cell
        case prose
    }

    init(_ document: Document) {
        if let title = document.title { note(title, .title, bareYears: true) }
        var paragraphs = 0
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph) where !paragraph.text.isEmpty:
                paragraphs += 1
                note(paragraph, isEarly: paragraphs <= 8)
            case .paragraph: continue
            case .table(let table): note(table)
            }
        }
    }

    private mutating func note(_ paragraph: Paragraph, isEarly: Bool) {
        let text = paragraph.text.string
        let isHeading = paragraph.isHeadingLike
        let lower = text.lowercased()
        let isTimetable =
            isHeading
            && ["timescale", "timetable", "gantt", "timeline", "action plan", "improvement plan"].contains {
                lower.contains($0)
            }
        let words = Words(text)
        let saysDate =
            text.utf8.count < 90
            && ["date", "dated", "updated", "version", "as at", "published", "last revised", "issued"]
                .contains {
                    words.find($0) != nil
                }
        let standing: Standing =
            isTimetable
            ? .timetable : isEarly && (isHeading || saysDate) ? .title : isHeading ? .heading : .prose
        note(text, standing, bareYears: standing != .prose)
    }

    private mutating func note(_ table: Table) {
        if let caption = table.caption { note(caption, .heading, bareYears: true) }
        for row in table.rows {
            for cell in row.cells {
                if case .day(let day) = cell.value {
                    sightings.append(
                        Sighting(
                            year: day.civil.year, month: day.civil.month, standing: .shortCell,
                            text: cell.text))
                    continue
                }
                for paragraph in cell.paragraphs {
                    let isShort = paragraph.text.string.utf8.count <= 40
                    note(paragraph.text.string, isShort ? .shortCell : .cell, bareYears: false)
                }
                for inner in cell.tables { note(inner) }
            }
        }
    }

    private mutating func note(_ text: String, _ standing: Standing, bareYears: Bool) {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return }
        var mentions = DateFinder.find(in: Words(text), isTimescale: bareYears || standing == .shortCell)
        // "January – June 2004": the first takes its year from the last.
        if standing != .prose { _ = YearFilling.fill(&mentions, isRange: true, years: YearContext()) }
        for mention in mentions {
            if let number = mention.otherwiseDay { numbers.append((number, mention.first.month)) }
            // What "April 10" says of the year is settled by the other dates, never the other way round.
            guard mention.otherwiseDay == nil, let year = mention.first.year ?? mention.last.year,
                (1985...2090).contains(year), standing != .shortCell || mention.form != .year
            else { continue }
            sightings.append(Sighting(year: year, month: mention.first.month, standing: standing, text: text))
        }
    }

    /// Whether the numbers behind months are years.
    var twoDigits: YearContext.TwoDigits {
        let years = sightings.filter { $0.month != nil }.map(\.year)
        guard let low = years.min(), let high = years.max() else {
            let values = numbers.map(\.number)
            guard let low = values.min(), let high = values.max(), values.count >= 2 else { return .unknown }
            return high - low <= 3 ? .years : high - low > 8 ? .days : .unknown
        }
        let near = (low - 3)...(high + 6)
        guard numbers.allSatisfy({ near.contains(2000 + $0.number) }) else { return .days }
        let known = Set(years)
        let fitting = numbers.filter { known.contains(2000 + $0.number) }.count
        return fitting * 2 > numbers.count ? .years : .near(near)
    }

    /// The year in which the plan's dates begin, its month where shown, and where that was found.
    var base: (year: Int, month: Int?, reason: String)? {
        if let found = sightings.first(where: { $0.standing == .timetable }) {
            return (found.year, found.month, "the heading “\(found.text.folded.prefix(60))”")
        }
        // The title may give the inspection's date; the plan's own dates know better where there are some.
        if sightings.filter({ $0.standing == .shortCell && $0.month != nil }).count >= 3,
            let found = earliestUsual(of: .shortCell)
        {
            return (found.year, found.month, "the plan's other dates")
        }
        if let found = sightings.first(where: { $0.standing == .title }) {
            return (found.year, found.month, "the opening words “\(found.text.folded.prefix(60))”")
        }
        if let found = earliestUsual(of: .shortCell) {
            return (found.year, found.month, "the plan's other dates")
        }
        if let found = earliestUsual(of: .heading) { return (found.year, found.month, "the headings") }
        if let found = earliestUsual(of: .cell) {
            return (found.year, found.month, "dates in the tables' text")
        }
        // What a document tells of lies behind it: its latest date in running text is nearest to it.
        let told = sightings.filter { $0.standing == .prose && $0.month != nil }
        guard let year = told.map(\.year).max() else { return nil }
        return (year, told.filter { $0.year == year }.compactMap(\.month).min(), "the dates in the text")
    }

    /// The first month of the first year that is no outlier: one date in eight, or more, is of that year.
    private func earliestUsual(of standing: Standing) -> (year: Int, month: Int?)? {
        var found = sightings.filter { $0.standing == standing && $0.month != nil }
        // Two-digit numbers stand for the plan's years where they are settled as years.
        if standing == .shortCell, twoDigits == .years {
            found += numbers.map {
                Sighting(year: 2000 + $0.number, month: $0.month, standing: standing, text: "")
            }
        }
        guard !found.isEmpty else { return nil }
        let counts = Dictionary(grouping: found, by: \.year).mapValues(\.count)
        guard let year = counts.filter({ $0.value * 8 >= found.count }).keys.min() else { return nil }
        return (year, found.filter { $0.year == year }.compactMap(\.month).min())
    }
}

extension Paragraph {
    /// A heading by its role, wholly bold, or a short line in capitals.
    var isHeadingLike: Bool {
        switch role {
        case .heading: return true
        case .item, .footnote: return false
        case .plain: break
        }
        guard text.string.utf8.count <= 160 else { return false }
        if text.isWholly(.bold) { return true }
        let letters = text.string.utf8.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        return letters.count >= 4 && letters.filter { $0 < 0x61 }.count * 10 >= letters.count * 9
    }
}
