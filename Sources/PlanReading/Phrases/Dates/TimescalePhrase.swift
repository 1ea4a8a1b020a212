import Kernel
import PlanFormat

/// What a timescale's words say.
struct TimescaleReading: Hashable, Sendable {
    var timescale: Plan.Timescale
    /// The words name no year, and one was taken from the document.
    var assumedYear: Bool
    /// What could not be settled, or was settled between two meanings, in a sentence for a person.
    var unsettled: String?
}

/// When something is to be done, in all the forms that people write.
enum TimescalePhrase {
    /// Never fails: what is not understood is `unclear`, its words kept.
    static func read(_ text: String, years: YearContext) -> TimescaleReading {
        let printed = text.folded
        let words = Words(text)
        var mentions = DateFinder.find(in: words, isTimescale: true, twoDigits: years.twoDigits)
        let shape = TimescaleShape(words, mentions)
        var remarks: [String] = []
        let isPair = shape.kind == .range && areMonthsOfYears(mentions)
        for mention in mentions {
            let quoted = "“\(words.text(mention.tokens).folded)”"
            if let remark = mention.remark { remarks.append("\(quoted) \(remark).") }
            if !isPair, let day = mention.otherwiseDay, let month = mention.last.month,
                let taken = mention.last.partial
            {
                let other = "\(day) \(Day.monthNames[month - 1])"
                remarks.append("\(quoted) was taken as \(taken.long); it may be \(other).")
            }
        }
        let assumed = YearFilling.fill(&mentions, isRange: shape.kind == .range, years: years)
        if !mentions.isEmpty, mentions.contains(where: { !$0.namesYear }) {
            remarks.append("“\(printed)” names no year, and nothing in the document gives one.")
        }
        for (index, mention) in mentions.enumerated() where shape.isWeekCommencing(index) {
            guard let day = mention.first.partial, day.day != nil, day.first.weekday != 1 else { continue }
            remarks.append("“\(printed)” names a week that begins on a \(day.first.weekdayName).")
        }
        if let remark = shape.remark { remarks.append(remark) }
        return TimescaleReading(
            timescale: timescale(printed, shape.kind, mentions), assumedYear: assumed,
            unsettled: remarks.isEmpty ? nil : remarks.joined(separator: " "))
    }

    /// "Apr 26 – Mar 27": read as days, the range would run backwards or skip about; as years it runs on.
    private static func areMonthsOfYears(_ mentions: [DateMention]) -> Bool {
        guard mentions.count == 2, let first = mentions[0].otherwiseDay,
            let second = mentions[1].otherwiseDay,
            let from = mentions[0].last.month, let to = mentions[1].last.month
        else { return false }
        return second == first + 1 || second == first && from < to
    }

    private static func timescale(
        _ text: String, _ kind: Plan.Timescale.Kind, _ mentions: [DateMention]
    ) -> Plan.Timescale {
        var made = Plan.Timescale(text: text, kind: kind)
        guard let first = mentions.first, let last = mentions.last else { return made }
        switch kind {
        case .by: made.finish = last.last.partial
        case .onwards: made.start = first.first.partial
        case .range: (made.start, made.finish) = (first.first.partial, last.last.partial)
        case .points:
            let dates = mentions.flatMap { mention -> [PartialDate] in
                if case .days = mention.form { return [mention.first, mention.last].compactMap(\.partial) }
                return mention.last.partial.map { [$0] } ?? []
            }
            made.start = dates.min { $0.first < $1.first }
            made.finish = dates.max { $0.last < $1.last }
        case .immediate, .inPlace, .ongoing, .unclear: break
        }
        return made
    }
}
