package import Kernel
import Site
package import Storage

/// Taking the figures of a file: the whole of it is judged before anything is kept.
package enum LoadLocalFile {
    /// What is wrong with a line, or asked back about it.
    package struct Fault: Hashable, Sendable {
        package let line: Int
        package let sentence: String
        /// Passes where the sender says a word.
        package let isAsked: Bool
    }

    package enum Refused: Refusal {
        case faults([Fault])
        case nothingNew

        package var sentence: String {
            switch self {
            case .faults(let faults):
                let wrong = faults.count { !$0.isAsked }
                return wrong > 0
                    ? "\(counted(wrong, "line")) cannot be taken, so nothing was: mend them and send the file again"
                    : "\(counted(faults.count, "figure")) look unusual: mend them, or say a word about them below"
            case .nothingNew: return "Every figure of the file is there already"
            }
        }
        package var field: String? { "file" }
    }

    /// What would be kept, or was.
    package struct Outcome: Sendable {
        package var returns: Int
        package var units: Int
        package var periods: Int
        package var figures: Int
        package var corrections: Int
        /// Answers that stood in the file as they stand already.
        package var known: Int
    }

    struct Slot: Hashable {
        let local: ID<LocalReturn>
        let periodEnd: Day
        let node: ID<Node>
    }

    /// One unit's answers for one period, gathered from the lines.
    struct Gathered {
        let local: LocalDefinition
        let period: Period
        var firstLine: Int
        var typed: [String: TypedAnswer] = [:]
        var lineOf: [String: Int] = [:]
        var isNil = false
        var reason = ""
        var sent: Day?
    }
}

extension LoadLocalFile {
    /// Puts the lines together by return, period and unit. `default` is the return of lines that name none.
    static func gather(
        _ file: LocalFile, _ known: [LocalDefinition], default local: LocalDefinition?,
        only nodes: Set<ID<Node>>?, _ tree: UnitTree, on today: Day
    ) -> (slots: [Slot: Gathered], faults: [Fault]) {
        var slots: [Slot: Gathered] = [:]
        var faults: [Fault] = []
        var byName: [String: LocalDefinition] = [:]
        for one in known {
            byName[NameKey.fold(one.name)] = one
            byName[one.key] = one
        }
        var units = UnitFinder(tree)
        for line in file.lines {
            do throws(Fault) {
                func fault(_ sentence: String) -> Fault {
                    Fault(line: line.number, sentence: sentence, isAsked: false)
                }
                let named =
                    line.local.isEmpty ? local : byName[line.local] ?? byName[NameKey.fold(line.local)]
                guard let named else {
                    throw fault(
                        line.local.isEmpty
                            ? "say of which return it is" : "there is no return “\(line.local)”")
                }
                guard let period = named.period(written: line.period) else {
                    throw fault(named.periodSentence(line.period))
                }
                guard period.last <= today else { throw fault("\(named.words(period)) has not ended yet") }
                guard let node = units.find(line.unit, on: period.last) else {
                    throw fault("no unit was called “\(line.unit)” then")
                }
                guard named.senders.contains(where: { $0.node == node }) else {
                    throw fault("\(line.unit) does not send \(named.name)")
                }
                guard nodes?.contains(node) ?? true else {
                    throw fault("you do not send figures of \(line.unit)")
                }
                let slot = Slot(local: named.id, periodEnd: period.last, node: node)
                var gathered = slots[slot] ?? Gathered(local: named, period: period, firstLine: line.number)
                if let wrong = gathered.add(line) { throw fault(wrong) }
                slots[slot] = gathered
            } catch {
                faults.append(error)
            }
        }
        return (slots, faults)
    }

    /// The vintages that the file makes, or what is wrong with it.
    static func decide(
        _ slots: [Slot: Gathered], books: [ID<LocalReturn>: SentBook], faults: [Fault], word: String,
        reason: String, by actor: ReturnActor, at now: Instant, on today: Day
    ) throws(Refused) -> (sent: [(ID<LocalReturn>, LocalSent)], known: Int) {
        var faults = faults
        var sent: [(ID<LocalReturn>, LocalSent)] = []
        var known = 0
        // In order of time, so that each figure is held against the one before it, of the file or on record.
        var latest: [Slot: LocalSent] = [:]
        for (slot, gathered) in slots.sorted(by: { $0.key.order < $1.key.order }) {
            let book = books[slot.local] ?? SentBook([])
            let standing = book.latest(slot.node, slot.periodEnd)
            let questions = gathered.local.questions(on: slot.periodEnd)
            var answers: [String: LocalAnswer] = [:]
            var doubts: [(question: LocalQuestion, doubt: AnswerDoubt)] = []
            if gathered.isNil, !gathered.typed.isEmpty {
                faults.append(
                    Fault(
                        line: gathered.firstLine, sentence: "it says nothing to report, and gives figures",
                        isAsked: false))
                continue
            }
            if !gathered.isNil {
                let before = gathered.local.previous(gathered.period)
                let earlier = Slot(local: slot.local, periodEnd: before.last, node: slot.node)
                let last = latest[earlier] ?? book.latest(slot.node, before.last)
                var lastAnswers: [String: LocalAnswer] = [:]
                for question in questions { lastAnswers[question.key] = last?.answer(question) }
                // What the file does not hold is missing; it is not asked about again.
                let given = questions.filter { gathered.typed[$0.key] != nil }
                let result = AnswerCheck.judge(gathered.typed, given, last: lastAnswers)
                answers = result.answers
                doubts = result.doubts
            }
            if let standing, standing.isNil == gathered.isNil,
                standing.answers.withoutNotes == answers.withoutNotes
            {
                // What stands already was judged when it came.
                known += max(1, answers.count)
                continue
            }
            for (question, doubt) in doubts {
                if doubt.passesWithAWord, !word.isEmpty {
                    answers[question.key]?.note = word
                } else {
                    faults.append(
                        Fault(
                            line: gathered.lineOf[question.key] ?? gathered.firstLine,
                            sentence: "\(question.key): \(doubt.sentence(question).loweredFirst)",
                            isAsked: doubt.passesWithAWord))
                }
            }
            let why = gathered.reason.isEmpty ? reason : gathered.reason
            if standing != nil, why.count < 3 {
                faults.append(
                    Fault(
                        line: gathered.firstLine,
                        sentence:
                            "other figures were sent for that unit and period: say below why the file corrects them",
                        isAsked: false))
                continue
            }
            let vintage = LocalSent(
                id: .make(at: now), node: slot.node, periodEnd: slot.periodEnd,
                number: (standing?.number ?? 0) + 1,
                at: now, on: gathered.sent ?? today, by: actor.name, isNil: gathered.isNil, source: .file,
                reason: standing == nil ? nil : why, answers: answers)
            latest[slot] = vintage
            sent.append((slot.local, vintage))
        }
        guard faults.isEmpty else { throw .faults(faults.sorted { $0.line < $1.line }) }
        guard !sent.isEmpty else { throw .nothingNew }
        return (sent, known)
    }

    /// Reads, judges and keeps the file in one transaction. `only` are the units that the sender may send for; nil is
    /// all of them. Throws `LocalFile.Wrong` or `Refused` and keeps nothing.
    @discardableResult
    package static func load(
        _ bytes: [UInt8], into local: ID<LocalReturn>? = nil, only nodes: Set<ID<Node>>? = nil,
        word: String = "",
        reason: String = "",
        by actor: ReturnActor, _ connection: Connection, at now: Instant, on today: Day,
        changed: ReturnsChanged
    ) throws -> Outcome {
        let file = try LocalFile.read(bytes)
        let definitions = try LocalReturnsSQL.definitions(connection, actor.authority).filter {
            $0.kind == .units
        }
        let tree = try UnitTree.read(connection, actor.authority)
        let (slots, faults) = gather(
            file, definitions, default: definitions.first { $0.id == local }, only: nodes, tree, on: today)
        var books: [ID<LocalReturn>: SentBook] = [:]
        for (id, all) in Dictionary(grouping: slots, by: \.key.local) {
            let periods = all.map(\.value.period)
            guard let local = all.first?.value.local, let first = periods.map(\.first).min(),
                let last = periods.map(\.last).max()
            else { continue }
            books[id] = SentBook(
                try LocalReturnsSQL.sent(
                    connection, actor.authority, id,
                    from: local.period(holding: first.adding(days: -1)).first,
                    through: last))
        }
        let (sent, known) = try decide(
            slots, books: books, faults: faults, word: word, reason: reason, by: actor, at: now, on: today)
        for (local, vintage) in sent { try LocalWriting.insert(vintage, of: local, by: actor, connection) }
        for (local, all) in Dictionary(grouping: sent, by: \.0).sorted(by: { $0.key < $1.key }) {
            let name = definitions.first { $0.id == local }?.name ?? ""
            let corrections = all.count { $0.1.number > 1 }
            try connection.record(
                LocalWriting.event(
                    "return.loaded", local,
                    says:
                        "\(name): figures of \(counted(Set(all.map(\.1.node)).count, "unit")) for \(counted(Set(all.map(\.1.periodEnd)).count, "period")) taken from a file"
                        + (corrections > 0 ? ", \(counted(corrections, "correction"))" : ""),
                    reason: corrections > 0 ? all.compactMap(\.1.reason).first : nil, by: actor, at: now))
            try changed(connection, actor.authority, .local(local), now)
        }
        return Outcome(
            returns: Set(sent.map(\.0)).count, units: Set(sent.map(\.1.node)).count,
            periods: Set(sent.map(\.1.periodEnd)).count, figures: sent.reduce(0) { $0 + $1.1.answers.count },
            corrections: sent.count { $0.1.number > 1 }, known: known)
    }
}

extension LoadLocalFile.Fault: Error {}

extension LoadLocalFile.Slot {
    var order: (Int64, Int32, Int64) { (local.rawValue, periodEnd.number, node.rawValue) }
}

extension LoadLocalFile.Gathered {
    /// Adds a line, or says what is wrong with it.
    mutating func add(_ line: LocalFile.Line) -> String? {
        if !line.sent.isEmpty {
            guard let day = Day(written: line.sent) else { return "“\(line.sent)” is no date" }
            guard day >= period.last else { return "it cannot have come before the period's end" }
            sent = day
        }
        if !line.reason.isEmpty { reason = line.reason }
        let asked = NameKey.fold(line.question)
        if asked == "nothing to report" || asked == "nil" {
            guard line.value.isEmpty else { return "“nothing to report” takes no value" }
            isNil = true
            return nil
        }
        let parts = line.question.split(separator: "/", maxSplits: 1).map { String($0).trimmed }
        let questions = local.questions(on: period.last)
        guard
            let question = questions.first(where: { $0.key == parts.first ?? "" })
                ?? questions.first(where: { NameKey.fold($0.words) == asked })
        else { return "\(local.name) has no question “\(line.question)” then" }
        guard question.isAsked else { return "“\(question.words)” is worked out, and not sent" }
        var answer = typed[question.key] ?? TypedAnswer()
        if parts.count == 2 {
            guard
                let option = question.options.first(where: {
                    $0.code == parts[1] || NameKey.fold($0.words) == NameKey.fold(parts[1])
                })
            else { return "“\(question.words)” has no reason “\(parts[1])”" }
            guard answer.reasons[option.code] == nil else { return "that reason stands in the file twice" }
            answer.reasons[option.code] = line.value
        } else {
            guard answer.count.isEmpty, answer.text.isEmpty else {
                return "that figure stands in the file twice"
            }
            if question.kind == .text { answer.text = line.value } else { answer.count = line.value }
            answer.base = line.base
            answer.note = line.note
            lineOf[question.key] = line.number
        }
        typed[question.key] = answer
        return nil
    }
}

extension [String: LocalAnswer] {
    /// What was said, without the words on it.
    var withoutNotes: [String: LocalAnswer] {
        filter { $0.value.isKnown || $0.value.text != nil }.mapValues { answer in
            var answer = answer
            answer.note = nil
            return answer
        }
    }
}

extension LocalDefinition {
    /// The period as a file writes it: its last day, or for a month and longer the month that it ends in.
    func period(written text: String) -> Period? {
        if let day = Day(written: text) { return period(endingOn: day) }
        let parts = text.split(separator: "-").map(String.init)
        guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let first = Day(year: year, month: month, day: 1)
        else { return nil }
        let last = first.adding(months: 1).adding(days: -1)
        switch terms(on: last).rhythm {
        case .week, .fourWeeks: return nil
        case .month, .quarter, .halfYear, .year: return period(endingOn: last)
        }
    }

    func periodSentence(_ text: String) -> String {
        guard let day = Day(written: text) else {
            return "“\(text)” is no period: give its last day, as \(period(holding: began).last)"
        }
        let period = period(holding: day)
        return
            "\(day.long) is not the last day of a period of \(name): the one that holds it ends on \(period.last.long)"
    }
}

extension Day {
    /// 2026-10-31, 31/10/2026 or 31.10.2026: the day first, as the field writes.
    init?(written text: String) {
        if let day = Day(text) {
            self = day
            return
        }
        let parts = text.split { $0 == "/" || $0 == "." }.compactMap { Int($0) }
        guard parts.count == 3, parts[2] >= 1900,
            let day = Day(year: parts[2], month: parts[1], day: parts[0])
        else { return nil }
        self = day
    }
}

/// Finds units by the names that they bore on a day; each name is looked for once a day.
struct UnitFinder {
    private let tree: UnitTree
    private var found: [Day: [String: ID<Node>]] = [:]

    init(_ tree: UnitTree) {
        self.tree = tree
    }

    mutating func find(_ name: String, on day: Day) -> ID<Node>? {
        if found[day] == nil {
            let units = tree.units(on: day)
            let later = units.isEmpty ? tree.firstNames : units.map { ($0.name, $0.id) }
            // Two units of one name cannot be told apart by it.
            found[day] = Dictionary(grouping: later) { NameKey.fold($0.0) }
                .compactMapValues { $0.count == 1 ? $0[0].1 : nil }
        }
        return found[day]?[NameKey.fold(name)]
    }
}
