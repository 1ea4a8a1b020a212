import Kernel
import Markup
import Site
import Storage

/// The fields that several pages about what is asked share, and how they are read.
enum AskingForms {
    static let dues: [Choice] =
        (1...5).map { Choice("weekday:\($0)", "By the next \(Day.weekdayNames[$0 - 1])") }
        + [1, 2, 3, 5, 7, 10, 15, 20].map { Choice("working_day:\($0)", "By working day \($0)") }

    static func due(_ text: String) -> DueRule? {
        let parts = text.split(separator: ":").map(String.init)
        guard parts.count == 2, let number = Int(parts[1]) else { return nil }
        return DueRule(kind: parts[0], number: number)
    }

    static func due(_ rule: DueRule) -> String { "\(rule.kept.kind):\(rule.kept.number)" }

    /// The terms of a form, or which field is wrong.
    static func terms(_ form: Fields, kind: ReturnTerms.Kind, from: Day) throws(FieldRefused) -> ReturnTerms {
        guard form["name"].count >= 3 else { throw FieldRefused("name", "Give the return a name") }
        guard let rhythm = ReturnRhythm(rawValue: form["rhythm"]) else {
            throw FieldRefused("rhythm", "Choose how often it is asked for")
        }
        guard let due = due(form["due"]) else { throw FieldRefused("due", "Choose when it is due") }
        let grace = form["grace"].isEmpty ? 0 : Int(form["grace"])
        guard let grace, (0...20).contains(grace) else {
            throw FieldRefused("grace", "Give the days of grace as a number from 0 to 20")
        }
        var least = Anonymity.least
        if kind != .units, !form["least"].isEmpty {
            guard let given = Int(form["least"]), (Anonymity.least...50).contains(given) else {
                throw FieldRefused(
                    "least", "Give a number from \(Anonymity.least) to 50: fewer would show who said what")
            }
            least = given
        }
        return ReturnTerms(
            from: from, name: form["name"], purpose: form["purpose"], rhythm: rhythm, due: due, grace: grace,
            leastAnswers: least)
    }

    static func values(_ terms: ReturnTerms) -> [String: String] {
        [
            "name": terms.name, "purpose": terms.purpose, "rhythm": terms.rhythm.rawValue,
            "due": due(terms.due), "grace": "\(terms.grace)", "least": "\(terms.leastAnswers)",
        ]
    }

    static func termsFields(_ kind: ReturnTerms.Kind, _ standing: DueRule?, _ entry: Entry, _ m: inout Markup)
    {
        m.textField("name", "Name", in: entry)
        m.textArea(
            "purpose", "What it is for", in: entry, hint: "One sentence, for those who fill it in.", rows: 2)
        m.select(
            "rhythm", "How often", ReturnRhythm.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
        var dues = dues
        if let standing, !dues.contains(where: { $0.value == due(standing) }) {
            dues.append(Choice(due(standing), standing.words(.month).capitalisedFirst))
        }
        m.select(
            "due", "When it is due after the period ends", dues, in: entry,
            hint: "A bank holiday moves it to the next working day.")
        m.textField(
            "grace", "Days of grace", in: entry,
            hint: "Working days after it is due before it is late or missing.",
            width: .short, numeric: true)
        if kind != .units {
            m.textField(
                "least", "Answers that a result needs", in: entry,
                hint: "\(Anonymity.least) or more, so that nobody can be told by what they said.",
                width: .short,
                numeric: true)
        }
    }

    /// The units to choose, as a tree.
    static func unitField(_ tree: UnitTree, _ today: Day, _ entry: Entry, _ m: inout Markup) {
        m.checkboxes(
            "unit", "Units that send it",
            tree.units(on: today).map { unit in
                Choice(unit.id.description, String(repeating: "– ", count: unit.depth) + unit.name)
            }, in: entry,
            hint: "Whoever manages a unit sends for it; name somebody else afterwards where you wish.")
    }

    static func units(_ form: Fields, _ tree: UnitTree, _ today: Day) -> [ID<Node>] {
        let known = Set(tree.units(on: today).map(\.id))
        return form.all("unit").compactMap { ID<Node>($0) }.filter(known.contains)
    }

    /// A post where exactly one manages the unit; else whoever does.
    static func sender(_ node: ID<Node>, _ people: ReturnPeople) -> DefineReturn.Sender {
        let managing = people.managing(node)
        return DefineReturn.Sender(node, post: managing.count == 1 ? managing.first : nil)
    }

    // MARK: Questions

    static func questionFields(
        _ kind: ReturnTerms.Kind, others: [LocalQuestion], isNew: Bool, _ entry: Entry, _ m: inout Markup
    ) {
        let kinds: [LocalQuestion.Kind] =
            kind == .units ? [.count, .share, .ratio, .reasons, .text, .clearance] : [.choice, .themes]
        m.textField("words", "What is asked", in: entry, hint: "Such as: Reviews held in time")
        m.select("kind", "Kind", kinds.map { Choice($0.rawValue, $0.words) }, in: entry)
        if kind == .units {
            m.textField(
                "of", "Of what", in: entry, hint: "The second figure, for so many of so many: Reviews due")
        }
        m.textArea(
            "definition", "What counts, and what does not", in: entry,
            hint: "The day or the period, and who is left out.")
        m.radios(
            "better", "Which way is better",
            LocalQuestion.Better.allCases.map { Choice($0.rawValue, $0.words) },
            in: entry)
        m.textArea(
            "options", kind == .units ? "Reasons to choose from" : "Answers or themes to choose from",
            in: entry,
            hint: kind == .units
                ? "One a line. Only for a count with its reasons."
                : "One a line. A plus before an answer counts it as good: + Yes", rows: 4)
        if kind == .units {
            m.textField(
                "unitOf", "Counted in", in: entry, hint: "Only for so many for each: points for each worker")
            let counts = others.filter { $0.kind == .count }.map { Choice($0.key, $0.words) }
            if counts.count >= 2 {
                m.select(
                    "into", "For a stock: what comes in", [Choice("", "It is no stock")] + counts, in: entry)
                m.select(
                    "out", "For a stock: what goes out", [Choice("", "It is no stock")] + counts, in: entry)
            }
        }
    }

    static func values(_ question: LocalQuestion) -> [String: String] {
        [
            "words": question.words, "kind": question.kind.rawValue, "of": question.ofWords,
            "definition": question.definition, "better": question.better.rawValue,
            "options": question.options.map { ($0.isGood ? "+ " : "") + $0.words }.joined(separator: "\n"),
            "unitOf": question.unit, "into": question.balance?.into ?? "", "out": question.balance?.out ?? "",
        ]
    }

    /// `standing` keeps the codes of options whose words stay.
    static func question(
        _ form: Fields, key: String?, taken: Set<String>, standing: LocalQuestion?
    ) throws(FieldRefused) -> LocalQuestion {
        let words = form["words"]
        guard words.count >= 3 else { throw FieldRefused("words", "Say what is asked") }
        guard let kind = LocalQuestion.Kind(rawValue: form["kind"]) else {
            throw FieldRefused("kind", "Choose what kind of answer it takes")
        }
        if kind == .share || kind == .ratio, form["of"].count < 3 {
            throw FieldRefused("of", "Say of what: the second figure")
        }
        let options = try options(form["options"], standing)
        if [.reasons, .choice, .themes].contains(kind), options.count < 2 {
            throw FieldRefused("options", "Give at least two, one a line")
        }
        if kind == .choice, !options.contains(where: \.isGood) {
            throw FieldRefused("options", "Put a plus before each answer that counts as good")
        }
        let (into, out) = (form["into"], form["out"])
        guard into.isEmpty == out.isEmpty, into.isEmpty || into != out else {
            throw FieldRefused("into", "Choose both what comes in and what goes out")
        }
        let slug = DefineReturn.slug(words)
        let fresh = (1...).lazy.map { $0 == 1 ? slug : "\(slug)-\($0)" }.first { !taken.contains($0) } ?? slug
        return LocalQuestion(
            key ?? fresh, kind, words, of: form["of"], definition: form["definition"],
            better: LocalQuestion.Better(rawValue: form["better"]) ?? .neither, options: options,
            balance: into.isEmpty || kind != .count ? nil : LocalQuestion.Balance(into: into, out: out),
            unit: form["unitOf"])
    }

    private static func options(
        _ text: String, _ standing: LocalQuestion?
    ) throws(FieldRefused) -> [LocalQuestion.Option] {
        var found: [LocalQuestion.Option] = []
        for line in text.split(separator: "\n").map({ String($0).trimmed }) where !line.isEmpty {
            let isGood = line.hasPrefix("+")
            let words = isGood ? String(line.dropFirst()).trimmed : line
            let code = standing?.options.first { $0.words == words }?.code ?? DefineReturn.slug(words)
            guard !found.contains(where: { $0.code == code }) else {
                throw FieldRefused("options", "“\(words)” stands there twice")
            }
            found.append(LocalQuestion.Option(code, words, isGood: isGood))
        }
        guard found.count <= 40 else { throw FieldRefused("options", "Give at most 40") }
        return found
    }
}

extension ReturnsFeature {
    /// The return that a keeper changes, with what its forms need.
    func kept(_ visit: Visit) async throws -> (local: LocalDefinition, doer: ReturnsDoer) {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        return try await database.read { connection in
            guard let local = try LocalReturnsSQL.definition(connection, officer.authority, id) else {
                throw NotFound()
            }
            return (local, try ReturnsDoer.of(officer, doers, connection, on: visit.today))
        }
    }

    /// A change of a return in one transaction: it is read anew, held against the revision that the form saw, and kept
    /// with its event.
    func change(
        _ visit: Visit,
        _ act:
            @escaping @Sendable (LocalDefinition, Connection) throws -> (
                kind: String, says: String, reason: String?
            )
    ) async throws {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        let revision = Int(visit.form["revision"]) ?? 0
        try await database.write(for: officer.authority) { connection in
            guard let local = try LocalReturnsSQL.definition(connection, officer.authority, id) else {
                throw NotFound()
            }
            guard local.endedOn == nil else {
                throw FieldRefused(nil, "This return has ended: nothing of it can be changed")
            }
            guard try LocalWriting.claim(local, revision: revision, officer.authority, connection) else {
                throw FieldRefused(
                    nil, "Somebody has changed this return meanwhile: look at it again, then make your change"
                )
            }
            let (kind, says, reason) = try act(local, connection)
            try connection.record(
                LocalWriting.event(
                    kind, id, says: says, reason: reason, by: ReturnActor(officer), at: visit.now))
            try changed(connection, officer.authority, .local(id), visit.now)
        }
    }
}
