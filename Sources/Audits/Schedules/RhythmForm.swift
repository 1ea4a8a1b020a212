import Kernel
import Markup
import PlanReading
import Site
import Storage
import Timescales

/// The fields of a rhythm: filled from a plan's words, from the rhythm that is changed, or empty.
enum RhythmForm {
    static func fields(_ entry: Entry, _ choices: RhythmChoices, _ m: inout Markup) {
        m.textField("title", "What is to be done", in: entry)
        m.radios("kind", "What it is", kinds, in: entry)
        m.textField(
            "amount", "How many, or what share", in: entry, hint: "Of a sample only. For example 4, or 20%.",
            width: .short)
        m.textField(
            "of", "Of what", in: entry, hint: "Of a sample only. For example: conference minutes.",
            width: .half)
        m.textField(
            "every", "Every how many", in: entry, hint: "1 for every month, 2 for every other month.",
            width: .short, numeric: true)
        m.select("span", "Weeks, months, years, or an event", spans, in: entry)
        m.textField(
            "event", "The event", in: entry,
            hint: "Only where it goes by an event. For example: supervision session.", width: .half)
        m.dateField(
            "start", "First day that it falls due", in: entry,
            hint:
                "The others are counted from it. A weekend or bank holiday moves on to the next working day.")
        m.checkboxes(
            "month_end", "Month ends",
            [Choice("yes", "It falls on the last day of the month, however long the month is")], in: entry)
        m.select("doer", "Who does it", doers(choices), in: entry)
        m.textField(
            "each", "Or each holder of a post called", in: entry,
            hint:
                "“Team Manager” means everybody whose post is called so or begins so. Leave the choice above empty.",
            width: .half)
        m.select(
            "tool", "Audit tool",
            [Choice("", "None yet")] + choices.tools.map { Choice($0.id.description, $0.title) },
            in: entry, hint: "Of a sample only: the round that is made for it begins with this tool.")
        m.select("node", "Part of the organisation", parts(choices), in: entry)
    }

    private static let kinds = [
        Choice("sample", "A sample", hint: "Files or records are looked at."),
        Choice("report", "A report"), Choice("survey", "A survey"),
        Choice("duty", "Another duty", hint: "Somebody does it and says so."),
    ]

    private static let spans =
        [Choice("", "Choose")]
        + Rhythm.Span.allCases.map {
            Choice($0.rawValue, $0.noun.prefix(1).uppercased() + $0.noun.dropFirst() + "s")
        }
        + [Choice("event", "Each event")]

    private static func doers(_ choices: RhythmChoices) -> [Choice] {
        [Choice("", "Nobody chosen")]
            + choices.people.postChoices.map { Choice(Accountable.post($0.id).choice, $0.words) }
            + choices.people.personChoices.map { Choice(Accountable.person($0.id).choice, $0.words) }
    }

    private static func parts(_ choices: RhythmChoices) -> [Choice] {
        (choices.scopes.contains(.authority) ? [Choice("", "The whole authority")] : [])
            + choices.parts.map {
                Choice($0.id.description, String(repeating: "– ", count: max(0, $0.depth - 1)) + $0.name)
            }
    }

    // MARK: Filled

    /// From a plan's words: what they do not say is left open.
    static func entry(_ proposal: RhythmProposal, _ choices: RhythmChoices) -> Entry {
        let reading = proposal.reading
        var span = ""
        var every = "1"
        var event = ""
        switch reading.every {
        case .time(let count, let unit):
            span = Rhythm.Span(rawValue: unit.rawValue)?.rawValue ?? ""
            every = "\(count)"
        case .event(let name): (span, event) = ("event", name)
        case nil: break
        }
        let amount =
            switch reading.amount {
            case .number(let number): "\(number)"
            case .percent(let percent): percent == percent.rounded() ? "\(Int(percent))%" : ""
            case nil: ""
            }
        let named = Set(reading.doers.compactMap { doer($0, choices) })
        return Entry(
            [
                "title": [title(reading)], "kind": [reading.kind.rawValue], "amount": [amount],
                "of": [reading.ofWhat], "every": [every], "span": [span], "event": [event],
                "doer": [!reading.isEach && named.count == 1 ? named.first?.choice ?? "" : ""],
                "each": [reading.isEach ? reading.doers.first.map(singular) ?? "" : ""],
            ].merging(start(Rhythm.Span(rawValue: span), choices.today)) { own, _ in own })
    }

    static func entry(_ terms: Rhythm.Terms, from day: Day) -> Entry {
        var values = [
            "title": [terms.title], "kind": [terms.kind.rawValue], "amount": [terms.amount?.words ?? ""],
            "of": [terms.ofWhat], "tool": [terms.tool?.description ?? ""],
            "node": [terms.node?.description ?? ""], "month_end": terms.isMonthEnd ? ["yes"] : [],
        ]
        switch terms.every {
        case .time(let count, let span): (values["every"], values["span"]) = (["\(count)"], [span.rawValue])
        case .event(let name): (values["span"], values["event"]) = (["event"], [name])
        }
        switch terms.doer {
        case .post(let post): values["doer"] = [Accountable.post(post).choice]
        case .person(let person): values["doer"] = [Accountable.person(person).choice]
        case .each(let title): values["each"] = [title]
        }
        return Entry(values.merging(date(day)) { own, _ in own })
    }

    /// A first day at the end of the week, month or quarter that runs; quarters are of the year from April.
    private static func start(_ span: Rhythm.Span?, _ today: Day) -> [String: [String]] {
        switch span {
        case nil: return date(today)
        case .week: return date(today.adding(days: (5 - today.weekday + 7) % 7))
        case let span?:
            let months = span.months ?? 1
            let (year, month, _) = today.civil
            // Months since April, up to the last of the period that runs.
            let left = months - 1 - ((month + 8) % 12) % months
            guard let first = Day(year: year, month: month, day: 1)?.adding(months: left) else {
                return date(today)
            }
            let (lastYear, lastMonth, _) = first.civil
            let length = Day.length(ofMonth: lastMonth, year: lastYear)
            return date(Day(year: lastYear, month: lastMonth, day: length) ?? today)
                .merging(["month_end": ["yes"]]) { own, _ in own }
        }
    }

    private static func date(_ day: Day) -> [String: [String]] {
        let (year, month, number) = day.civil
        return ["start-day": ["\(number)"], "start-month": ["\(month)"], "start-year": ["\(year)"]]
    }

    private static func doer(_ words: String, _ choices: RhythmChoices) -> Accountable? {
        if let post = choices.people.post(called: words) { return .post(post) }
        return choices.people.person(called: words).map { .person($0) }
    }

    /// "Group Managers" are each a "Group Manager".
    private static func singular(_ words: String) -> String {
        words.hasSuffix("s") && !words.hasSuffix("ss") ? String(words.dropLast()) : words
    }

    /// The sentence itself, without a stop at its end, cut at a word where it is long.
    private static func title(_ reading: RhythmWords) -> String {
        var words = reading.words
        while words.last == "." || words.last == "," || words.last == " " { words.removeLast() }
        guard words.count > 120 else { return words }
        let head = words.prefix(119)
        return String(head[..<(head.lastIndex(of: " ") ?? head.endIndex)]) + "…"
    }
}
