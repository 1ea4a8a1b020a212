package import Kernel
import Markup
import Site
import Statistics
package import Storage

/// Setting the limits of a chart anew from a day, with a reason: a person's choice, never the program's.
package enum RebaseMeasure {
    package enum Refused: Refusal {
        case dayMissing
        case reasonMissing
        case sameDay
        case tooFewBefore(Int)
        case tooFewAfter(Int)
        case noShift
        case nothingThere

        package var sentence: String {
            switch self {
            case .dayMissing: "Give the first day of the new stretch"
            case .reasonMissing: "Say what changed in the work: the reason stands beside the chart"
            case .sameDay: "The limits are set anew from that day already"
            case .tooFewBefore(let count):
                "Only \(counted(count, "point")) lie before that day: limits are firm from 12, and cannot be left before they are"
            case .tooFewAfter(let count):
                "Only \(counted(count, "point")) lie from that day on: new limits take at least 6"
            case .noShift:
                "No rule marks a lasting change from that day on: seven points on one side of the average, seven rising or falling, or points beyond a limit. The limits stay"
            case .nothingThere: "The limits are not set anew from that day"
            }
        }

        package var field: String? { if case .reasonMissing = self { "reason" } else { "from" } }
    }

    package struct Form: Sendable {
        package var node: ID<Node>?
        package var from: Day?
        package var reason: String
        package var isUndone: Bool

        package init(node: ID<Node>? = nil, from day: Day?, reason: String, isUndone: Bool = false) {
            self.node = node
            from = day
            self.reason = reason
            self.isUndone = isUndone
        }
    }

    /// The day from which the limits are set anew. `series` is as it stands before.
    static func decide(
        _ form: Form, _ series: MeasureSeries, _ settings: MeasureSettings
    ) throws(Refused) -> Day {
        guard let from = form.from else { throw .dayMissing }
        guard form.reason.count >= 3 else { throw .reasonMissing }
        let isThere = settings.rebases.contains { $0.from == from && $0.node == form.node }
        if form.isUndone {
            guard isThere else { throw .nothingThere }
            return from
        }
        guard !isThere else { throw .sameDay }
        guard
            let stretch = series.stretches.last(where: { stretch in
                stretch.members.first.map { series.points[$0].period.first < from } ?? false
            })
        else { throw .tooFewBefore(0) }
        let after = stretch.members.filter { series.points[$0].period.last >= from }
        let before = stretch.members.count - after.count
        guard before >= 12 else { throw .tooFewBefore(before) }
        guard after.count >= 6 else { throw .tooFewAfter(after.count) }
        let lasting: Set<SpecialCause> = [.shift, .trend, .outside]
        guard after.contains(where: { !lasting.isDisjoint(with: series.signals[$0]?.causes ?? []) }) else {
            throw .noShift
        }
        return from
    }

    package static func set(
        _ form: Form, on measure: String, _ sources: MeasureSources, _ officer: Officer,
        _ connection: Connection, at now: Instant, on today: Day
    ) throws {
        guard
            let found = try MeasureInQuestion.read(
                measure, form.node?.description ?? "", sources, officer, connection, on: today)
        else { throw NotFound() }
        let from = try decide(form, found.series, found.reading.settings)
        try MeasureSettingsSQL.insert(
            into: "measure_rebase", measure,
            [
                ("node", .id(form.node)), ("from_day", .day(from)), ("reason", .text(form.reason)),
                ("is_undone", .bool(form.isUndone)),
            ], officer.authority, by: officer.account, connection, at: now)
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account,
                kind: form.isUndone ? "measure.rebase.undone" : "measure.rebased", subject: "measure",
                subjectID: measure,
                to: [
                    "says": .string(
                        "\(found.definition.name). Limits \(form.isUndone ? "no longer set" : "set") anew from \(from.long)"
                    )
                ], reason: form.reason))
    }
}

extension MeasuresFeature {
    func rebase(_ visit: Visit) async throws -> Reply {
        let found = try await measureInQuestion(visit)
        return .page(RebaseMeasure.page(found, Entry(), visit))
    }

    func setRebase(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let found = try await measureInQuestion(visit)
        let (form, now, today, sources) = (visit.form, visit.now, visit.today, sources)
        do {
            let given = RebaseMeasure.Form(
                node: found.node, from: try SetMeasureTarget.day(form, "from", called: "the first day"),
                reason: form["reason"], isUndone: form["deed"] == "undo")
            try await database.write(for: officer.authority) { connection in
                try RebaseMeasure.set(
                    given, on: found.definition.key, sources, officer, connection, at: now, on: today)
            }
            return .redirect(
                to: found.link(),
                notice: given.isUndone ? "The limits run through that day again." : "The limits are set anew."
            )
        } catch let refusal as any Refusal {
            return .refused(
                RebaseMeasure.page(found, visit.entry([FieldError(refusal.field, refusal.sentence)]), visit))
        }
    }
}

extension RebaseMeasure {
    static func page(_ found: MeasureInQuestion, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Set the limits anew", section: .measures, breadcrumbs: found.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p("\(found.definition.name), \(found.unitName ?? "the whole authority").")
            m.p(
                "Limits are set anew where the work is known to have changed and the figures have moved since. What lies before stays on the chart with its own limits, and the reason stands beside it."
            )
            for rebase in found.reading.settings.rebases {
                m.note(
                    "From \(rebase.from.long): \(rebase.reason). \(rebase.by), \(rebase.at.inLondon.day.long)"
                )
            }
            m.form(to: MeasuresRoute.setRebase.link(found.definition.key), key: visit.formKey) { m in
                m.hiddenField("unit", found.node?.description ?? "")
                m.dateField(
                    "from", "From", in: entry,
                    hint: "The first day of the first period under the changed work")
                m.textArea("reason", "What changed", in: entry)
                m.buttons { m in
                    m.button("Set the limits anew")
                    if !found.reading.settings.rebases.isEmpty {
                        m.button("Undo that of this day", .other, name: "deed", value: "undo")
                    }
                    m.a("Cancel", .href(found.link()))
                }
            }
        }
    }
}
