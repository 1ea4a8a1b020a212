import PlanFormat

/// How the words between and around its dates join a timescale together.
struct TimescaleShape {
    let kind: Plan.Timescale.Kind
    /// Something left open, in a sentence for a person.
    private(set) var remark: String?
    private let words: Words
    private let mentions: [DateMention]

    init(_ words: Words, _ mentions: [DateMention]) {
        (self.words, self.mentions) = (words, mentions)
        let flat = words.flat
        if mentions.isEmpty {
            (kind, remark) = TimescaleShape.withoutDates(words, flat)
        } else {
            kind = TimescaleShape.withDates(words, mentions, flat)
        }
    }

    /// The date is the first day of a week.
    func isWeekCommencing(_ index: Int) -> Bool {
        let start = mentions[index].tokens.lowerBound
        guard start > 0 else { return false }
        let before = words.flat(max(0, start - 4)..<start)
        return before.hasSuffix(" w c ") || before.hasSuffix(" wc ") || before.contains(" week commencing ")
            || before.contains(" week beginning ") || before.hasSuffix(" wb ") || before.hasSuffix(" w b ")
    }

    // MARK: Dates

    private static func withDates(
        _ words: Words, _ mentions: [DateMention], _ flat: String
    ) -> Plan.Timescale.Kind {
        let first = mentions[0]
        let before = words.flat(0..<first.tokens.lowerBound)
        let after = words.flat(mentions[mentions.count - 1].tokens.upperBound..<words.count)
        if isOpen(after, words, mentions) { return .onwards }
        if mentions.count == 1 {
            switch first.form {
            case .days(let isRange): return isRange ? .range : .points
            default: break
            }
            if ends(before, with: starts),
                !ends(before, with: [" to start by ", " week commencing ", " week beginning "])
            {
                return .onwards
            }
            // "In place – review May 2014", "Ongoing, reviewed in May": the date is not the end.
            if before.hasPrefix(" in place ") && before.contains(" review") { return .inPlace }
            if ongoingWords.contains(where: before.hasPrefix),
                !ends(before, with: [" to ", " until ", " till ", " by ", " through "])
            {
                return ends(before, with: starts) || before.contains(" from ") || before.contains(" since ")
                    ? .onwards : .ongoing
            }
            return .by
        }
        if mentions.count == 2, isJoined(words, mentions[0], mentions[1], before) { return .range }
        return .points
    }

    /// "onwards", "and ongoing", "then quarterly" behind the dates.
    private static func isOpen(_ after: String, _ words: Words, _ mentions: [DateMention]) -> Bool {
        if opens.contains(where: after.contains) { return true }
        let last = mentions[mentions.count - 1].tokens.upperBound
        if words.at(last)?.isSign("+") == true { return true }
        // "March 2015 and then quarterly", "Jan 14, monthly thereafter".
        guard after.contains(" then ") || after.contains(" thereafter ") || after.hasPrefix(" and ") else {
            return false
        }
        return FrequencyPhrase.find(in: after) != nil
    }

    private static func isJoined(
        _ words: Words, _ first: DateMention, _ second: DateMention, _ before: String
    ) -> Bool {
        let between = first.tokens.upperBound..<second.tokens.lowerBound
        let flat = words.flat(between)
        if [" to ", " until ", " till ", " through ", " up to ", " ending ", " finish", " end ", " complete"]
            .contains(where: flat.contains)
        {
            return true
        }
        if flat == " and ", before.hasSuffix(" between ") { return true }
        // A dash, whatever weekday or "end" stands behind it: "Mon 3 May – Fri 7 May", "Sept 13 – end Jan 14".
        let small = flat.split(separator: " ").allSatisfy { joiningWords.contains(String($0)) }
        return small && words.tokens[between].contains { $0.isSign("-", "→", "–") }
            && !words.tokens[between].contains { $0.isSign("(", ";") }
    }

    private static let joiningWords: Set<String> = [
        "end", "of", "early", "mid", "late", "the", "beginning", "start", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat",
        "sun", "by", "w", "c", "e",
    ]

    private static func ends(_ text: String, with phrases: [String]) -> Bool {
        phrases.contains { text.hasSuffix($0) }
            || phrases.contains { phrase in
                fillers.contains { text.hasSuffix(phrase + $0) }
            }
    }

    private static let fillers = [
        "early ", "mid ", "late ", "end of ", "the end of ", "start of ", "the start of ", "beginning of ",
        "w c ",
    ]

    private static let starts = [
        " from ", " since ", " commencing ", " starting ", " starts ", " start ", " begins ", " beginning ",
        " commences ", " commence ", " effective from ", " starting in ", " starts in ", " beginning in ",
        " commencing in ", " start in ", " started ", " started in ", " begin in ",
    ]

    private static let opens = [
        " onwards ", " onward ", " ongoing ", " on going ", " continuing ", " continuous ", " and continue ",
        " and continues ", " and beyond ", " and after ", " open ended ",
    ]

    private static let ongoingWords = [
        " ongoing ", " on going ", " continuous ", " continuing ", " continual ", " rolling ", " throughout ",
    ]

    // MARK: Words alone

    private static func withoutDates(_ words: Words, _ flat: String) -> (Plan.Timescale.Kind, String?) {
        let printed = "“\(words.text(0..<words.count).folded)”"
        if words.tokens.allSatisfy({ $0.kind == .sign }) { return (.unclear, nil) }
        if [
            " tbc ", " tba ", " tbd ", " n a ", " to be ", " not known ", " unknown ", " none ", " asap ",
            " as soon as ", " not started ", " not yet ",
        ].contains(
            where: flat.contains) || flat == " na "
        {
            return (.unclear, "\(printed) gives no date.")
        }
        if let frequency = relative(flat) { return (.unclear, "\(printed) \(frequency)") }
        let isOngoing = ongoing.contains(where: flat.contains)
        if isOngoing, !flat.contains(" in place ") { return (.ongoing, nil) }
        if immediate.contains(where: flat.contains) { return (.immediate, nil) }
        if inPlace.contains(where: flat.contains), !flat.contains(" not ") { return (.inPlace, nil) }
        if FrequencyPhrase.find(in: flat) != nil || flat.contains(" as required ") { return (.ongoing, nil) }
        return (.unclear, "\(printed) was not understood as a date.")
    }

    /// "within 3 months", "12 weeks from approval": counted from a day that the words do not give.
    private static func relative(_ flat: String) -> String? {
        let units = [" day", " week", " month", " year", " term"]
        let hasCount = flat.contains(where: \.isNumber) || Self.counts.contains(where: flat.contains)
        let isPeriod = hasCount && units.contains(where: flat.contains)
        if isPeriod, flat.contains(" every ") || FrequencyPhrase.find(in: flat) != nil { return nil }
        if isPeriod { return "counts from a day that it does not give." }
        let isEvent =
            flat.hasPrefix(" by the ") || flat.hasPrefix(" by next ") || flat.hasPrefix(" next ")
            || flat.hasPrefix(" at the next ") || flat.hasPrefix(" after ") || flat.hasPrefix(" following ")
            || flat.hasPrefix(" when ") || flat.hasPrefix(" once ") || flat.hasPrefix(" before ")
        return isEvent ? "depends on something whose date it does not give." : nil
    }

    private static let counts = [
        " one ", " two ", " three ", " four ", " five ", " six ", " nine ", " twelve ", " a week ",
        " a month ",
        " next week ", " next month ", " next few ",
    ]

    private static let ongoing = [
        " ongoing ", " on going ", " continuous ", " continuously ", " continuing ", " continual ",
        " rolling ",
        " throughout ", " permanent ", " at all times ",
    ]

    private static let immediate = [
        " immediate ", " immediately ", " now ", " straight away ", " straightaway ", " forthwith ",
        " today ",
        " at once ",
    ]

    private static let inPlace = [
        " in place ", " complete ", " completed ", " done ", " achieved ", " already ", " implemented ",
        " established ", " finished ", " closed ",
    ]
}
