package import Kernel
import Markup
import Site
import Statistics
package import Storage

/// Saying what a measure has to reach by a day: a number, or what neighbours reach.
package enum SetMeasureTarget {
    package enum Refused: String, Refusal {
        case dayMissing = "Give the day by which it has to be reached"
        case aimMissing = "Give the number to reach, or choose a rule"
        case both = "Give a number or a rule, not both"
        case notNumber = "Give a number of 0 or more, such as 90 or 12.5"
        case overHundred = "A share cannot be more than 100%"
        case nothingThere = "There is no step on that day to take away"
        case noNeighbours =
            "Nothing is on record of neighbours for this measure: load their figures on the page Compare first"

        package var field: String? {
            switch self {
            case .dayMissing, .nothingThere: "by"
            case .aimMissing, .both, .notNumber, .overHundred: "aim"
            case .noNeighbours: "rule"
            }
        }
    }

    package struct Form: Sendable {
        package var node: ID<Node>?
        package var by: Day?
        package var aim: String
        package var rule: String
        package var reason: String
        package var isTakenAway: Bool

        package init(
            node: ID<Node>? = nil, by day: Day?, aim: String, rule: String = "", reason: String = "",
            isTakenAway: Bool = false
        ) {
            self.node = node
            by = day
            self.aim = aim
            self.rule = rule
            self.reason = reason
            self.isTakenAway = isTakenAway
        }
    }

    struct Decided: Hashable {
        var by: Day
        var aim: Double?
        var rule: MeasureSettings.Target.Rule?
        var resolved: String?
    }

    /// `neighbours` is what the set of neighbours comes to by each rule, with its name and year.
    static func decide(
        _ form: Form, _ shape: MeasureDefinition.Shape, _ settings: MeasureSettings,
        neighbours: [MeasureSettings.Target.Rule: (value: Double, words: String)]
    ) throws(Refused) -> Decided {
        guard let by = form.by else { throw .dayMissing }
        if form.isTakenAway {
            guard settings.targets.contains(where: { $0.by == by && $0.node == form.node }) else {
                throw .nothingThere
            }
            return Decided(by: by)
        }
        if let rule = MeasureSettings.Target.Rule(rawValue: form.rule) {
            guard form.aim.isEmpty else { throw .both }
            guard let found = neighbours[rule] else { throw .noNeighbours }
            return Decided(by: by, aim: found.value, rule: rule, resolved: found.words)
        }
        guard !form.aim.isEmpty else { throw .aimMissing }
        guard let aim = number(form.aim) else { throw .notNumber }
        guard shape != .share || aim <= 100 else { throw .overHundred }
        return Decided(by: by, aim: aim)
    }

    /// `90`, `90%` or `12.5`; nil for a sign, an exponent or anything else.
    static func number(_ text: String) -> Double? {
        let bare = (text.hasSuffix("%") ? String(text.dropLast()) : text).replacing(",", with: "")
            .filter { $0 != " " }
        guard !bare.isEmpty, bare.utf8.count <= 12,
            bare.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let number = Double(bare),
            number.isFinite
        else { return nil }
        return number
    }

    package static func set(
        _ form: Form, on measure: String, _ sources: MeasureSources, _ authority: ID<Authority>,
        by account: ID<Account>, _ connection: Connection, at now: Instant
    ) throws {
        guard let definition = try MeasureCatalogue.read(sources, connection, authority)[measure] else {
            throw NotFound()
        }
        let settings = try MeasureSettingsSQL.settings(connection, authority, of: measure)[measure]
        let direction = settings?.direction ?? definition.direction
        let decided = try decide(
            form, definition.shape, settings ?? MeasureSettings(),
            neighbours: try CompareSQL.rules(connection, authority, measure, direction))
        try MeasureSettingsSQL.insert(
            into: "measure_target", measure,
            [
                ("node", .id(form.node)), ("by_day", .day(decided.by)),
                ("aim", .optional(decided.aim.map { "\($0)" })), ("rule", .optional(decided.rule?.rawValue)),
                ("resolved", .optional(decided.resolved)),
                ("reason", .optional(form.reason.isEmpty ? nil : form.reason)),
            ], authority, by: account, connection, at: now)
        let words =
            decided.aim.map {
                "Target set: \(MeasureWords.value($0, definition.shape)) by \(decided.by.long)"
            }
            ?? "The target of \(decided.by.long) was taken away"
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "measure.target.set", subject: "measure",
                subjectID: measure, to: ["says": .string("\(definition.name). \(words)")],
                reason: form.reason.isEmpty ? nil : form.reason))
    }
}

extension MeasuresFeature {
    func target(_ visit: Visit) async throws -> Reply {
        let found = try await measureInQuestion(visit)
        return .page(SetMeasureTarget.page(found, Entry(filled: ["unit": visit.query["unit"]]), visit))
    }

    func setTarget(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let found = try await measureInQuestion(visit)
        let (form, now, sources) = (visit.form, visit.now, sources)
        do {
            let day = try SetMeasureTarget.day(form)
            let given = SetMeasureTarget.Form(
                node: found.node, by: day, aim: form["aim"], rule: form["rule"], reason: form["reason"],
                isTakenAway: form["deed"] == "away")
            try await database.write(for: officer.authority) { connection in
                try SetMeasureTarget.set(
                    given, on: found.definition.key, sources, officer.authority, by: officer.account,
                    connection, at: now)
            }
            return .redirect(
                to: found.link(),
                notice: given.isTakenAway ? "The target is taken away." : "The target is set.")
        } catch let refusal as any Refusal {
            return .refused(
                SetMeasureTarget.page(
                    found, visit.entry([FieldError(refusal.field, refusal.sentence)]), visit))
        }
    }
}

/// A date that is none.
struct WrongDay: Refusal {
    let field: String?
    let sentence: String
}

extension SetMeasureTarget {
    static func day(_ form: Fields, _ name: String = "by", called what: String = "the target") throws -> Day?
    {
        switch form.date(name, called: what) {
        case .empty: return nil
        case .day(let day): return day
        case .wrong(let sentence): throw WrongDay(field: name, sentence: sentence)
        }
    }

    static func page(_ found: MeasureInQuestion, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Set a target", section: .measures, breadcrumbs: found.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p("\(found.definition.name), \(MeasureWords.direction(found.reading.direction)).")
            let steps = found.reading.settings.targets.sorted { $0.by < $1.by }
            if !steps.isEmpty {
                m.table("Target steps", [Column("By", .name), Column("To reach", .number), Column("For")]) {
                    rows in
                    for step in steps {
                        rows.row { row in
                            row.cell(step.by.long)
                            row.cell(
                                (step.aim.map { MeasureWords.value($0, found.shape) } ?? "")
                                    + (step.rule.map { ", \($0.words)" } ?? ""))
                            row.cell(
                                step.node.map { found.reading.tree.name($0, on: visit.today) }
                                    ?? "the whole authority")
                        }
                    }
                }
            }
            m.form(to: MeasuresRoute.setTarget.link(found.definition.key), key: visit.formKey) { m in
                m.select(
                    "unit", "For which part",
                    [Choice("", "The whole authority")]
                        + found.units.map {
                            Choice($0.node.description, String(repeating: "– ", count: $0.depth) + $0.name)
                        }, in: entry)
                m.dateField("by", "By", in: entry)
                m.textField(
                    "aim", found.shape == .share ? "Per cent to reach" : "Number to reach", in: entry,
                    width: .short)
                m.select(
                    "rule", "Or a rule",
                    [Choice("", "No rule")]
                        + MeasureSettings.Target.Rule.allCases.map { Choice($0.rawValue, $0.words) },
                    in: entry,
                    hint:
                        "The rule's value is worked out now, from the neighbours on record, and kept with their year."
                )
                m.textArea("reason", "Why", in: entry, rows: 2)
                m.buttons { m in
                    m.button("Set this target")
                    m.button("Take the step of that day away", .other, name: "deed", value: "away")
                    m.a("Cancel", .href(found.link()))
                }
            }
        }
    }
}
