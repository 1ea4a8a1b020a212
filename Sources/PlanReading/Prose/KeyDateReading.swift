import Documents
import Kernel
import PlanFormat

/// Inspections, returns of inspectors, reports, reviews and ends of groups that running text dates.
enum KeyDateReading {
    static func read(_ outline: Outline, _ years: YearContext, into plan: inout Plan) {
        let stated = statedDays(outline)
        for section in outline.sections {
            for table in section.tables where table.columnCount == 2 {
                for row in table.rows.indices {
                    let cells = table.words(row: row)
                    guard !cells[0].isEmpty, cells[1].utf8.count <= 60 else { continue }
                    read("\(cells[0]): \(cells[1])", table.rows[row].place, years, stated, nil, into: &plan)
                }
            }
            if datesInspection(section.heading) {
                read(section.heading, section.place, years, stated, nil, into: &plan)
            }
            for paragraph in section.paragraphs {
                var near: Int?
                for sentence in Sentences.split(paragraph.text.string) {
                    read(sentence, paragraph.place, years, stated, near, into: &plan)
                    near = lastYear(sentence) ?? near
                }
            }
        }
    }

    /// A heading's date is the inspection's where it stands right behind the word: "Inspection of November 2015".
    private static func datesInspection(_ heading: String) -> Bool {
        let words = Words(heading)
        return DateFinder.find(in: words, isTimescale: false).contains { mention in
            words.tokens[max(0, mention.tokens.lowerBound - 4)..<mention.tokens.lowerBound].contains {
                $0.isWord("inspection", "visit", "inspected", "reinspection")
            }
        }
    }

    /// Days and months whose year the document gives somewhere: "10 December" may be "10 December 2003" elsewhere.
    private static func statedDays(_ outline: Outline) -> [[Int]: Int] {
        var found: [[Int]: Int] = [:]
        for section in outline.sections {
            for paragraph in section.paragraphs {
                for mention in DateFinder.find(in: Words(paragraph.text.string), isTimescale: false) {
                    guard let year = mention.last.year, let month = mention.last.month,
                        let day = mention.last.day
                    else {
                        continue
                    }
                    found[[month, day]] = year
                }
            }
        }
        return found
    }

    private static func lastYear(_ sentence: String) -> Int? {
        DateFinder.find(in: Words(sentence), isTimescale: false).compactMap(\.last.year).last
    }

    // MARK: One sentence

    private static func read(
        _ sentence: String, _ place: Place?, _ years: YearContext, _ stated: [[Int]: Int], _ near: Int?,
        into plan: inout Plan
    ) {
        let words = Words(sentence)
        let isLine = words.tokens.prefix(8).contains { $0.isSign(":") }
        var mentions = DateFinder.find(in: words, isTimescale: false)
        let begin = endOfGroups(words, place, into: &plan)
        guard !mentions.isEmpty else { return }
        for index in mentions.indices where !mentions[index].namesYear {
            let (month, day) = (mentions[index].last.month, mentions[index].last.day)
            let elsewhere = month.flatMap { month in day.flatMap { stated[[month, $0]] } }
            guard let year = elsewhere ?? near ?? month.flatMap(years.year(ofMonth:)) else { continue }
            mentions[index].first.year = year
            mentions[index].last.year = year
        }
        mentions = joined(words, mentions)
        for (index, mention) in mentions.enumerated() {
            let clause = mentions.count == 1 ? begin..<words.count : clause(words, mentions, index)
            guard isEvent(words, clause, mention.tokens), !isCitation(words, mention.tokens) else { continue }
            let what = (isLine ? label(words, mention.tokens) : nil) ?? words.text(clause).folded
            let date = mention.last.partial
            if date == nil {
                plan.findings.append(
                    .init(place: place, message: "“\(words.text(mention.tokens))” names no year: “\(what)”."))
            }
            let isKnown = plan.keyDates.contains { $0.what == what && $0.date == date }
            if !isKnown { plan.keyDates.append(Plan.KeyDate(what: what, date: date, place: place)) }
        }
    }

    /// "late November/early December 2003" is one date, its end.
    private static func joined(_ words: Words, _ mentions: [DateMention]) -> [DateMention] {
        var found: [DateMention] = []
        for mention in mentions {
            if let last = found.last {
                let between = words.tokens[last.tokens.upperBound..<mention.tokens.lowerBound]
                let isJoined =
                    between.contains { $0.isSign("/", "-") || $0.isWord("to", "until", "and") }
                    && between.allSatisfy {
                        $0.kind == .sign
                            || $0.isWord("early", "late", "mid", "to", "until", "end", "of", "and")
                    }
                if isJoined {
                    found[found.count - 1].last = mention.last
                    found[found.count - 1].tokens = last.tokens.lowerBound..<mention.tokens.upperBound
                    continue
                }
            }
            found.append(mention)
        }
        return found
    }

    /// The part of the sentence around a date, between commas and semicolons or the dates beside it.
    private static func clause(_ words: Words, _ mentions: [DateMention], _ index: Int) -> Range<Int> {
        let low = index == 0 ? 0 : boundary(words, mentions[index - 1], mentions[index])
        let high =
            index + 1 < mentions.count ? boundary(words, mentions[index], mentions[index + 1]) : words.count
        let start = (low..<mentions[index].tokens.lowerBound).last { words[$0].isSign(",", ";") }.map {
            $0 + 1
        }
        let end = (mentions[index].tokens.upperBound..<high).first { words[$0].isSign(",", ";") }
        var clause = (start ?? low)..<(end ?? high)
        // A clause of the date alone ("in March 2016, the inspectors returned") takes in what follows.
        if clause.count <= mentions[index].tokens.count + 3 { clause = low..<high }
        while let first = clause.first,
            words[first].isWord("and", "with", "but") || words[first].kind == .sign
        {
            clause = first + 1..<clause.upperBound
        }
        return clause.isEmpty ? low..<high : clause
    }

    /// Where one date's words end and the next one's begin: the last "and" or comma between them.
    private static func boundary(_ words: Words, _ first: DateMention, _ second: DateMention) -> Int {
        let between = first.tokens.upperBound..<second.tokens.lowerBound
        return between.last { words[$0].isWord("and", "with") || words[$0].isSign(",", ";") }
            ?? between.lowerBound
    }

    private static func isEvent(_ words: Words, _ clause: Range<Int>, _ date: Range<Int>) -> Bool {
        let near = max(clause.lowerBound, date.lowerBound - 24)..<min(clause.upperBound, date.upperBound + 24)
        let tokens = words.tokens[near]
        if tokens.contains(where: { $0.isWord(in: inspections) }) { return true }
        let flat = words.flat(near)
        if flat.contains(" feedback meeting ") || flat.contains(" monitoring visit")
            || flat.contains(" re inspect")
        {
            return true
        }
        // A report, plan or review is an event when something happens to it.
        let isThing = tokens.contains {
            $0.isWord(
                "report", "review", "plan", "letter", "statement", "reviews", "visit", "assessment", "board",
                "panel", "group", "groups", "team", "programme")
        }
        return isThing && tokens.contains { $0.isWord(in: happenings) }
    }

    private static let inspections: Set<String> = [
        "inspection", "inspected", "inspectors", "reinspection", "ilacs", "sif", "jtai", "inspectorate",
        "ofsted",
    ]

    private static let happenings: Set<String> = [
        "received", "receipt", "delivered", "published", "publication", "due", "submitted", "submission",
        "submit", "ends",
        "end", "ended", "concluded", "disbanded", "return", "returned", "review", "reviewed", "expected",
    ]

    /// "Working together (March 2013)", "Ofsted report ‘…’ – June 2013", "(CSF June 2002)": a publication's date.
    private static func isCitation(_ words: Words, _ date: Range<Int>) -> Bool {
        guard let open = words.tokens[..<date.lowerBound].lastIndex(where: { $0.isSign("(") }),
            let close = words.tokens[date.upperBound...].firstIndex(where: { $0.isSign(")") }),
            !words.tokens[open..<date.lowerBound].contains(where: { $0.isSign(")") })
        else { return false }
        let inside = words.tokens[open + 1..<close]
        // "Unannounced inspection (5/6 April 2011)": the date of what stands before it.
        guard inside.count > date.count else {
            return !words.tokens[max(0, open - 12)..<open].contains {
                $0.isWord("inspection", "visit", "review", "assessment", "reinspection", "meeting")
            }
        }
        return !inside.contains { $0.isWord(in: inspections) || $0.isWord("visit", "review", "meeting") }
    }

    /// "Date of inspection: 4 March 2016" gives "Date of inspection".
    private static func label(_ words: Words, _ date: Range<Int>) -> String? {
        guard let colon = words.tokens.prefix(8).firstIndex(where: { $0.isSign(":") }), colon > 0,
            date.lowerBound > colon, date.lowerBound - colon <= 4
        else { return nil }
        return words.text(0..<colon).folded
    }

    /// "all three groups remain in place for at least a nine month period": an end without a date.
    ///
    /// Gives where the words that follow it begin.
    private static func endOfGroups(_ words: Words, _ place: Place?, into plan: inout Plan) -> Int {
        guard
            let found = words.find("remain in place") ?? words.find("remains in place")
                ?? words.find("will continue for"),
            words.tokens.contains(where: {
                $0.isWord("group", "groups", "board", "boards", "team", "teams", "arrangements")
            })
        else { return 0 }
        let end = (found.upperBound..<words.count).first { words[$0].isSign(",", ";", ".") } ?? words.count
        let tail = words.flat(found.lowerBound..<end)
        guard [" month", " year", " week"].contains(where: tail.contains),
            DateFinder.find(in: Words(words.text(0..<end)), isTimescale: false).isEmpty
        else { return 0 }
        plan.keyDates.append(Plan.KeyDate(what: words.text(0..<end).folded, date: nil, place: place))
        return min(end + 1, words.count - 1)
    }
}
