package import Kernel
import Site
package import Storage

/// Beginning a rhythm: by hand, from a plan's words, or in place of one that changes from a day on.
package enum KeepRhythm {
    package enum Refused: Refusal {
        case titleMissing, amountMissing, amountWrong, countWrong, eventMissing, startMissing
        case startWrong(String)
        case startTooEarly(Day)
        case startTooLate
        case doerMissing, doerTwice
        case nobodyCalled(String)
        case partMissing
        case alreadySettled
        case changedMeanwhile

        package var field: String? {
            switch self {
            case .titleMissing: "title"
            case .amountMissing, .amountWrong: "amount"
            case .countWrong: "every"
            case .eventMissing: "event"
            case .startMissing, .startWrong, .startTooEarly, .startTooLate: "start"
            case .doerMissing: "doer"
            case .doerTwice, .nobodyCalled: "each"
            case .partMissing: "node"
            case .alreadySettled, .changedMeanwhile: nil
            }
        }

        package var sentence: String {
            switch self {
            case .titleMissing: "Say what is to be done, in a few words"
            case .amountMissing: "Say how many are looked at, or what share: 4, or 20%"
            case .amountWrong: "Give a whole number from 1 to 9999, or a share from 1% to 100%"
            case .countWrong: "Give how many weeks, months or years apart, as a whole number from 1 to 52"
            case .eventMissing: "Name the event, such as: supervision session"
            case .startMissing: "Give the first day that it falls due"
            case .startWrong(let sentence): sentence
            case .startTooEarly(let day):
                "The first day cannot lie before \(day.long): what was done before is not asked for anew"
            case .startTooLate: "The first day lies more than three years ahead: check the year"
            case .doerMissing: "Choose who does it, or name the posts whose holders each do it"
            case .doerTwice: "Choose one who does it, or name posts whose holders each do it: not both"
            case .nobodyCalled(let title):
                "Nobody in that part of the organisation holds a post called \(title): check the title"
            case .partMissing: "Choose the part of the organisation that it is of"
            case .alreadySettled: "Somebody has settled these words already"
            case .changedMeanwhile:
                "Somebody else changed this rhythm meanwhile. Go back to it and look before you change it again"
            }
        }
    }

    /// Begun at most so many days back.
    static let daysBack = 31

    static func decide(
        _ form: Fields, _ choices: RhythmChoices, earliest: Day, on today: Day
    ) throws(Refused) -> Rhythm.Terms {
        let kind = Rhythm.Kind(rawValue: form["kind"]) ?? .duty
        guard form["title"].count >= 3 else { throw .titleMissing }
        let amount = kind == .sample ? try amount(form["amount"]) : nil
        let every = try every(form)
        let start: Day
        switch form.date("start", called: "the first day") {
        case .empty: throw .startMissing
        case .wrong(let sentence): throw .startWrong(sentence)
        case .day(let day): start = day
        }
        guard start >= earliest else { throw .startTooEarly(earliest) }
        guard start - today <= 1096 else { throw .startTooLate }
        let node = form.id("node", of: Node.self)
        guard choices.mayKeep(node) else { throw .partMissing }
        var isMonthEnd = false
        if case .time(_, let span) = every, span != .week { isMonthEnd = form["month_end"] == "yes" }
        return Rhythm.Terms(
            kind: kind, title: String(form["title"].prefix(300)), amount: amount,
            ofWhat: kind == .sample ? String(form["of"].prefix(200)) : "", every: every, startsOn: start,
            isMonthEnd: isMonthEnd, doer: try doer(form, choices, node, on: max(start, today)),
            tool: kind == .sample ? choices.tool(form.id("tool")) : nil, node: node)
    }

    /// "4", "20%", "20 %", "20 per cent".
    static func amount(_ text: String) throws(Refused) -> Rhythm.Amount {
        guard !text.isEmpty else { throw .amountMissing }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count).filter { !$0.isWhitespace }.lowercased()
        guard digits.count <= 4, let number = Int(digits) else { throw .amountWrong }
        switch rest {
        case "" where (1...9999).contains(number): return .number(number)
        case "%", "percent": if (1...100).contains(number) { return .percent(number) }
        default: break
        }
        throw .amountWrong
    }

    private static func every(_ form: Fields) throws(Refused) -> Rhythm.Every {
        guard let span = Rhythm.Span(rawValue: form["span"]) else {
            guard form["event"].count >= 3 else { throw .eventMissing }
            return .event(String(form["event"].prefix(80)))
        }
        let text = form["every"].isEmpty ? "1" : form["every"]
        guard let count = Int(text), (1...52).contains(count) else { throw .countWrong }
        return .time(count, span)
    }

    private static func doer(
        _ form: Fields, _ choices: RhythmChoices, _ node: ID<Node>?, on day: Day
    ) throws(Refused) -> Rhythm.Doing {
        let chosen = Accountable(choice: form["doer"])
        guard form["each"].isEmpty else {
            guard chosen == nil else { throw .doerTwice }
            guard !choices.people.holders(of: form["each"], in: node, on: day).isEmpty else {
                throw .nobodyCalled(form["each"])
            }
            return .each(String(form["each"].prefix(120)))
        }
        switch chosen {
        case .post(let post)? where choices.people.line.posts[post] != nil: return .post(post)
        case .person(let person)? where choices.people.line.names[person] != nil: return .person(person)
        default: throw .doerMissing
        }
    }

    // MARK: Act

    /// Keeps a rhythm, with the words that it comes from where there are some, and makes what falls due by it.
    @discardableResult
    package static func keep(
        _ terms: Rhythm.Terms, from words: AuditSources.PlanWords? = nil,
        following old: ID<RhythmRecord>? = nil, by officer: Officer, _ connection: Connection,
        at now: Instant, on today: Day
    ) throws -> ID<RhythmRecord> {
        if let words, try RhythmWriting.isSettled(words, officer.authority, connection) {
            throw Refused.alreadySettled
        }
        let id = ID<RhythmRecord>.make(at: now)
        try RhythmWriting.insert(
            terms, as: id, words, following: old, confirmedBy: officer.account, officer.authority,
            connection, at: now)
        try connection.record(
            RhythmWriting.event(
                "rhythm.confirmed", id, officer, at: now, plan: words?.plan,
                says: "\(terms.title): \(terms.rhythmWords), from \(terms.startsOn.long)"))
        try FillOccurrences.fill(connection, officer.authority, at: now, on: today)
        return id
    }
}
