import Kernel
import Markup
import Site
import Storage

/// The form of a round's set-up: what was typed as terms, and terms as what stands in the form.
enum RoundForm {
    /// What is wrong with a field as it was typed.
    struct Wrong: Refusal {
        let field: String?
        let sentence: String
    }

    struct Choices: Sendable {
        var units: [UnitTree.Unit] = []
        var tools: [ToolSQL.Line] = []

        /// The parts in which the officer keeps rounds, and the tools to choose from.
        static func read(
            _ connection: Connection, _ officer: Officer, on today: Day
        ) throws -> Choices {
            let tree = try UnitTree.read(connection, officer.authority)
            let scopes = officer.scopes(for: RoundsRoute.keepers)
            return Choices(
                units: tree.units(on: today).filter { tree.isWithin(scopes, $0.id, on: today) },
                tools: try ToolSQL.issued(connection, officer.authority))
        }
    }

    static func terms(_ form: Fields) throws -> RoundTerms {
        typealias Refused = SetUpRound.Refused
        guard let node: ID<Node> = form.id("node") else { throw Refused.nodeMissing }
        let tool = form["tool"].split(separator: ":").map(String.init)
        guard tool.count == 2, let id = ID<AuditTool>(tool[0]), let version = Int(tool[1]) else {
            throw Refused.toolMissing
        }
        guard let kind = Round.Kind(rawValue: form["kind"]) else { throw Refused.kindMissing }
        guard let first = Relation(rawValue: form["first"]) else { throw Refused.firstMissing }
        guard let due = try day("due", "the day by which audits are due", form) else {
            throw Refused.dueMissing
        }
        return RoundTerms(
            series: form["series"], title: form["title"], question: form["question"], node: node, tool: id,
            toolVersion: version, kind: kind,
            size: try size(form, "size", ifEmpty: .all, orElse: Refused.sizeWrong),
            stratum: Round.Stratum(rawValue: form["stratum"]), first: first, dueOn: due,
            verification: try verification(form),
            safetyDueOn: try day("safety-due", "the day of assurance", form),
            passShare: try number(form, "pass", orElse: .passWrong) ?? 80,
            mostEach: try number(form, "most", orElse: .mostWrong),
            restMonths: try number(form, "rest", orElse: .restWrong))
    }

    private static func verification(_ form: Fields) throws -> Round.Verification? {
        guard form["verify"] == "some" else { return nil }
        let due = try day("verify-due", "the day by which verification is due", form)
        guard !form["verify-size"].isEmpty || form["verify-size-unit"] == "all" else {
            throw SetUpRound.Refused.verifySizeMissing
        }
        let size = try size(form, "verify-size", ifEmpty: .all, orElse: SetUpRound.Refused.verifySizeWrong)
        guard let due else { throw SetUpRound.Refused.verifyDueMissing }
        return Round.Verification(size: size, dueOn: due)
    }

    /// The number with the unit chosen beside it; a sign of its own ("20%") says the unit too.
    private static func size(
        _ form: Fields, _ name: String, ifEmpty: Round.Size, orElse refused: SetUpRound.Refused
    ) throws -> Round.Size {
        var text = form[name].replacing(",", with: "")
        guard !text.isEmpty else { return ifEmpty }
        var unit = form["\(name)-unit"]
        if text.hasSuffix("%") {
            text = String(text.dropLast())
            unit = "percent"
        }
        if text.hasPrefix("±") {
            text = String(text.dropFirst())
            unit = "margin"
        }
        while text.last == " " { text.removeLast() }
        switch unit {
        case "percent":
            guard let tenths = tenths(text) else { throw refused }
            return .percent(tenths: tenths)
        case "margin":
            guard let tenths = tenths(text) else { throw refused }
            return .margin(tenths: tenths)
        default:
            guard let number = whole(text) else { throw refused }
            return .number(number)
        }
    }

    /// `12.5` is 125; nil for anything with more decimals.
    static func tenths(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let units = whole(String(parts[0])) else { return nil }
        guard parts.count == 2 else { return units * 10 }
        guard parts[1].count == 1, let tenth = whole(String(parts[1])) else { return nil }
        return units * 10 + tenth
    }

    private static func whole(_ text: String) -> Int? {
        (1...7).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            ? Int(text) : nil
    }

    private static func number(
        _ form: Fields, _ name: String, orElse refused: SetUpRound.Refused
    ) throws -> Int? {
        guard !form[name].isEmpty else { return nil }
        guard let number = whole(form[name]) else { throw refused }
        return number
    }

    static func day(_ name: String, _ called: String, _ form: Fields) throws -> Day? {
        switch form.date(name, called: called) {
        case .empty: return nil
        case .day(let day): return day
        case .wrong(let sentence): throw Wrong(field: name, sentence: sentence)
        }
    }

    // MARK: What stands in the form

    static func entry(_ terms: RoundTerms) -> Entry {
        var values: [String: [String]] = [
            "series": [terms.series], "title": [terms.title], "question": [terms.question],
            "node": ["\(terms.node)"], "tool": ["\(terms.tool):\(terms.toolVersion)"],
            "kind": [terms.kind.rawValue], "stratum": [terms.stratum?.rawValue ?? ""],
            "first": [terms.first.rawValue], "pass": ["\(terms.passShare)"],
            "most": [terms.mostEach.map { "\($0)" } ?? ""], "rest": [terms.restMonths.map { "\($0)" } ?? ""],
            "verify": [terms.verification == nil ? "none" : "some"],
        ]
        fill(&values, "size", terms.size)
        fill(&values, "due", terms.dueOn)
        if let verification = terms.verification {
            fill(&values, "verify-size", verification.size)
            fill(&values, "verify-due", verification.dueOn)
        }
        if let safety = terms.safetyDueOn { fill(&values, "safety-due", safety) }
        return Entry(values)
    }

    private static func fill(_ values: inout [String: [String]], _ name: String, _ size: Round.Size) {
        let columns = size.columns
        values["\(name)-unit"] = [columns.kind]
        switch size {
        case .all: values[name] = [""]
        case .number(let number): values[name] = ["\(number)"]
        case .percent(let tenths), .margin(let tenths): values[name] = [Round.Size.tenths(tenths)]
        }
    }

    private static func fill(_ values: inout [String: [String]], _ name: String, _ day: Day) {
        let civil = day.civil
        values["\(name)-day"] = ["\(civil.day)"]
        values["\(name)-month"] = ["\(civil.month)"]
        values["\(name)-year"] = ["\(civil.year)"]
    }

    static func fields(_ choices: Choices, _ entry: Entry, _ m: inout Markup) {
        m.textField(
            "title", "Title", in: entry,
            hint: "Such as: Self-evaluation of every child on a plan, autumn 2026")
        m.textField(
            "series", "Series", in: entry,
            hint: "Rounds of one series ask the same again; their results stand side by side.")
        m.textArea("question", "What is it to find out?", in: entry, rows: 2)
        m.select(
            "node", "Part of the organisation",
            [Choice("", "Choose a part")]
                + choices.units.map {
                    Choice("\($0.id)", String(repeating: "– ", count: $0.depth) + $0.name)
                }, in: entry)
        m.select(
            "tool", "Tool",
            [Choice("", "Choose a tool")]
                + choices.tools.map { Choice("\($0.id):\($0.version)", "\($0.title), version \($0.version)") },
            in: entry)
        drawing(entry, &m)
        reading(entry, &m)
    }

    private static func drawing(_ entry: Entry, _ m: inout Markup) {
        m.radios(
            "kind", "Which cases?",
            [
                Choice("census", "Every case of the list"),
                Choice("simple", "A simple random sample"),
                Choice(
                    "stratified", "A stratified random sample",
                    hint: "By team, area or group, in proportion; at least one of each."),
                Choice(
                    "purposive", "Chosen on purpose",
                    hint: "Good for finding problems. No share of all cases is shown from it."),
                Choice("perPerson", "So many for each person", hint: "Such as 4 of each supervisor’s files."),
                Choice(
                    "perEvent", "So many for each event",
                    hint: "An event is what one chair did on one day: such as 2 of each conference day."),
            ], in: entry)
        m.select(
            "stratum", "Strata",
            [Choice("", "None")] + Round.Stratum.allCases.map { Choice($0.rawValue, "By \($0.words)") },
            in: entry, hint: "For a stratified sample.")
        m.textField(
            "size", "How many?", in: entry,
            hint: "Empty for every case. A percentage is rounded up and is at least 1.", width: .short)
        m.select(
            "size-unit", "Of what?",
            [
                Choice("number", "Cases"), Choice("percent", "Per cent of the list"),
                Choice("margin", "Points: as many as this margin takes"),
            ], in: entry)
        m.textField(
            "rest", "Months of rest", in: entry,
            hint: "Cases audited within so many months are left out. Empty for no such rule.", width: .short,
            numeric: true)
    }

    private static func reading(_ entry: Entry, _ m: inout Markup) {
        m.radios(
            "first", "Who reads first?",
            [
                Choice("self", "Whoever holds the case"),
                Choice("line", "The holder’s supervisor"),
                Choice(
                    "independent", "Somebody independent", hint: "No holder, nobody in the line, no chair."),
            ], in: entry)
        m.dateField("due", "Due by", in: entry)
        m.radios(
            "verify", "Does somebody independent read some of them again, blind?",
            [Choice("some", "Yes"), Choice("none", "No")], in: entry)
        m.textField("verify-size", "How many are verified?", in: entry, width: .short)
        m.select(
            "verify-size-unit", "Of what?",
            [
                Choice("number", "Cases"), Choice("percent", "Per cent of the round’s cases"),
                Choice("margin", "Points: as many as this margin takes"), Choice("all", "All of them"),
            ], in: entry)
        m.dateField("verify-due", "Verification due by", in: entry)
        m.textField(
            "most", "Most cases for each auditor", in: entry, hint: "Empty for no such limit.", width: .short,
            numeric: true)
        m.dateField(
            "safety-due", "Each child who is not safe is assured by", in: entry,
            hint: "Empty for 24 hours, then 72 to the next level.")
        m.textField(
            "pass", "A standard is consistently met from, in per cent", in: entry,
            hint: "Where this share of the cases is good or better. 80 unless you say.", width: .short,
            numeric: true)
    }
}
