import Kernel

/// Gives years to the dates of one timescale that name none: from its other dates, else from the document.
enum YearFilling {
    /// True when a year came from outside the timescale's own words.
    static func fill(_ mentions: inout [DateMention], isRange: Bool, years: YearContext) -> Bool {
        for index in mentions.indices.reversed() where !mentions[index].namesYear {
            guard let later = mentions[(index + 1)...].first(where: { $0.namesYear }) else { continue }
            mentions[index].setYear(before: later)
        }
        for index in mentions.indices where !mentions[index].namesYear {
            guard let earlier = mentions[..<index].last(where: { $0.namesYear }) else { continue }
            mentions[index].setYear(after: earlier)
        }
        guard let first = mentions.first, !first.namesYear, let month = first.first.month,
            let year = years.year(ofMonth: month)
        else { return false }
        mentions[0].setFirstYear(year)
        for index in mentions.indices.dropFirst() {
            if isRange {
                mentions[index].setYear(after: mentions[index - 1])
            } else if let month = mentions[index].first.month {
                mentions[index].setFirstYear(years.year(ofMonth: month) ?? year)
            }
        }
        return true
    }
}

extension DateMention {
    /// The last year in which it does not lie after the other.
    fileprivate mutating func setYear(before other: DateMention) {
        guard let year = other.first.year else { return }
        let isLater = (last.month ?? 1, last.day ?? 0) > (other.first.month ?? 12, other.first.day ?? 31)
        setFirstYear(isLater ? year - 1 : year)
    }

    /// The first year in which it does not lie before the other.
    fileprivate mutating func setYear(after other: DateMention) {
        guard let year = other.last.year else { return }
        let isEarlier = (last.month ?? 12, last.day ?? 31) < (other.last.month ?? 1, other.last.day ?? 0)
        setFirstYear(isEarlier ? year + 1 : year)
    }

    /// A winter begins in December and ends the year after.
    fileprivate mutating func setFirstYear(_ year: Int) {
        first.year = year
        last.year = (last.month ?? 12) < (first.month ?? 1) ? year + 1 : year
    }
}
