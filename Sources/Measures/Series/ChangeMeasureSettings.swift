package import Kernel
import Markup
import Site
import Statistics
package import Storage

/// Saying who owns a measure, which way is better, where it is expected to lie and how often it comes.
package enum ChangeMeasureSettings {
    package enum Refused: String, Refusal {
        case ownerUnknown = "Choose an owner from the list"
        case bandHalf = "Give both ends of the expected band, or neither"
        case bandTurned = "The lower end of the expected band must be below the upper"
        case notNumber = "Give a number of 0 or more, such as 15 or 22.5"
        case lagWrong = "Give the lag in whole days, from 0 to 730"
        case tooFew = "The baseline needs at least 6 points up to that day"
        case changedMeanwhile =
            "Somebody changed these settings while you had them open: look at them again, yours are still in the form"

        package var field: String? {
            switch self {
            case .ownerUnknown: "owner"
            case .bandHalf, .bandTurned, .notNumber: "low"
            case .lagWrong: "lag"
            case .tooFew: "baseline"
            case .changedMeanwhile: nil
            }
        }
    }

    /// Somebody, or a post, that may own a measure.
    struct Owner: Sendable {
        let post: ID<Post>?
        let person: ID<Person>?
        let name: String
        var value: String { post.map { "post.\($0)" } ?? person.map { "person.\($0)" } ?? "" }
    }

    static func decide(
        _ form: Fields, _ before: MeasureSettings, _ series: MeasureSeries, owners: [Owner], baseline: Day?
    ) throws(Refused) -> MeasureSettings {
        guard form["revision"] == "\(before.revision)" else { throw .changedMeanwhile }
        var after = before
        let owner = owners.first { $0.value == form["owner"] }
        guard form["owner"].isEmpty || owner != nil else { throw .ownerUnknown }
        after.ownerPost = owner?.post
        after.ownerPerson = owner?.person
        after.owner = owner?.name
        after.direction = Direction(rawValue: form["direction"])
        guard form["low"].isEmpty == form["high"].isEmpty else { throw .bandHalf }
        after.expectedLow = nil
        after.expectedHigh = nil
        if !form["low"].isEmpty {
            guard let low = SetMeasureTarget.number(form["low"]),
                let high = SetMeasureTarget.number(form["high"])
            else { throw .notNumber }
            guard low < high else { throw .bandTurned }
            after.expectedLow = low
            after.expectedHigh = high
        }
        after.lagDays = nil
        if !form["lag"].isEmpty {
            guard let lag = Int(form["lag"]), (0...730).contains(lag) else { throw .lagWrong }
            after.lagDays = lag
        }
        if let baseline {
            let points = (series.stretches.first?.members ?? []).count {
                series.points[$0].period.last <= baseline
            }
            guard points >= 6 else { throw .tooFew }
        }
        after.baselineUntil = baseline
        func text(_ name: String) -> String? { form[name].isEmpty ? nil : String(form[name].prefix(2000)) }
        after.convention = text("convention")
        after.frequency = text("frequency")
        after.note = text("note")
        return after
    }

    static func write(
        _ settings: MeasureSettings, of definition: MeasureDefinition, _ authority: ID<Authority>,
        by account: ID<Account>, _ connection: Connection, at now: Instant
    ) throws {
        try MeasureSettingsSQL.insert(
            into: "measure_setting", definition.key,
            [
                ("owner_post", .id(settings.ownerPost)), ("owner_person", .id(settings.ownerPerson)),
                ("direction", .optional(settings.direction?.rawValue)),
                ("expected_low", .optional(settings.expectedLow.map { "\($0)" })),
                ("expected_high", .optional(settings.expectedHigh.map { "\($0)" })),
                ("baseline_until", .day(settings.baselineUntil)),
                ("convention", .optional(settings.convention)), ("frequency", .optional(settings.frequency)),
                ("lag_days", .int(settings.lagDays)), ("note", .optional(settings.note)),
            ], authority, by: account, connection, at: now)
        let owner = settings.owner.map { ", owned by \($0)" } ?? ""
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "measure.settings.changed",
                subject: "measure", subjectID: definition.key,
                to: ["says": .string("\(definition.name): settings changed\(owner)")]))
    }

    /// Makes the post of that title, which must stand, the owner; all else stays.
    package static func give(
        ownerWithTitle title: String, to measure: String, _ sources: MeasureSources,
        _ authority: ID<Authority>, by account: ID<Account>, _ connection: Connection, at now: Instant
    ) throws {
        guard let definition = try MeasureCatalogue.read(sources, connection, authority)[measure] else {
            throw NotFound()
        }
        guard
            let owner = try owners(connection, authority, on: now.inLondon.day).first(where: {
                $0.post != nil && $0.name == title
            })
        else { throw Refused.ownerUnknown }
        var settings =
            try MeasureSettingsSQL.settings(connection, authority, of: measure)[measure] ?? MeasureSettings()
        settings.ownerPost = owner.post
        settings.ownerPerson = nil
        settings.owner = owner.name
        try write(settings, of: definition, authority, by: account, connection, at: now)
    }

    /// Posts that stand and people who are there on the day.
    static func owners(
        _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> [Owner] {
        let key: [SQLValue] = [.id(authority), .day(day)]
        let posts = try connection.rows(
            """
            SELECT id, title FROM post WHERE authority = $1 AND (began_on IS NULL OR began_on <= $2)
                AND (ended_on IS NULL OR ended_on >= $2) ORDER BY title, id
            """, key
        ) { Owner(post: try $0.id(0), person: nil, name: try $0.text(1)) }
        let people = try connection.rows(
            """
            SELECT id, name FROM person WHERE authority = $1 AND (left_on IS NULL OR left_on >= $2)
            ORDER BY name, id
            """, key
        ) { Owner(post: nil, person: try $0.id(0), name: try $0.text(1)) }
        return posts + people
    }
}

extension MeasuresFeature {
    func settings(_ visit: Visit) async throws -> Reply {
        let found = try await measureInQuestion(visit)
        let owners = try await owners(visit)
        return .page(
            ChangeMeasureSettings.page(
                found, owners, ChangeMeasureSettings.entry(found.reading.settings), visit))
    }

    private func owners(_ visit: Visit) async throws -> [ChangeMeasureSettings.Owner] {
        let officer = try visit.signedInOfficer
        let today = visit.today
        return try await database.read {
            try ChangeMeasureSettings.owners($0, officer.authority, on: today)
        }
    }

    func changeSettings(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let found = try await measureInQuestion(visit)
        let owners = try await owners(visit)
        let (form, now) = (visit.form, visit.now)
        do {
            let baseline = try SetMeasureTarget.day(form, "baseline", called: "the baseline")
            try await database.write(for: officer.authority) { connection in
                let key = found.definition.key
                let before = try MeasureSettingsSQL.settings(connection, officer.authority, of: key)[key]
                let after = try ChangeMeasureSettings.decide(
                    form, before ?? MeasureSettings(), found.series, owners: owners, baseline: baseline)
                try ChangeMeasureSettings.write(
                    after, of: found.definition, officer.authority, by: officer.account, connection, at: now)
            }
            return .redirect(to: found.link(), notice: "The settings are changed.")
        } catch let refusal as any Refusal {
            return .refused(
                ChangeMeasureSettings.page(
                    found, owners, visit.entry([FieldError(refusal.field, refusal.sentence)]), visit))
        }
    }
}

extension ChangeMeasureSettings {
    static func entry(_ settings: MeasureSettings) -> Entry {
        let owner = Owner(post: settings.ownerPost, person: settings.ownerPerson, name: "").value
        let day = settings.baselineUntil?.civil
        return Entry(filled: [
            "owner": owner, "direction": settings.direction?.rawValue ?? "",
            "low": settings.expectedLow.map { Markup.number($0) } ?? "",
            "high": settings.expectedHigh.map { Markup.number($0) } ?? "",
            "baseline-day": day.map { "\($0.day)" } ?? "", "baseline-month": day.map { "\($0.month)" } ?? "",
            "baseline-year": day.map { "\($0.year)" } ?? "", "convention": settings.convention ?? "",
            "frequency": settings.frequency ?? "", "lag": settings.lagDays.map { "\($0)" } ?? "",
            "note": settings.note ?? "", "revision": "\(settings.revision)",
        ])
    }

    static func page(
        _ found: MeasureInQuestion, _ owners: [Owner], _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Owner and settings", section: .measures, breadcrumbs: found.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p(Markup(found.definition.name))
            m.form(to: MeasuresRoute.changeSettings.link(found.definition.key), key: visit.formKey) { m in
                m.hiddenField("revision", "\(found.reading.settings.revision)")
                m.select(
                    "owner", "Who owns it",
                    [Choice("", "Nobody yet")] + owners.map { Choice($0.value, $0.name) }, in: entry)
                m.select(
                    "direction", "Which way is better",
                    [
                        Choice("", "As defined: \(MeasureWords.direction(found.definition.direction))"),
                        Choice("up", "Higher"), Choice("down", "Lower"),
                        Choice("neutral", "No direction is good"),
                    ], in: entry)
                m.textField("low", "Expected from", in: entry, width: .short)
                m.textField(
                    "high", "Expected to", in: entry,
                    hint: "Outside this band the measure asks for an explanation.",
                    width: .short)
                m.dateField(
                    "baseline", "The limits rest on the points up to", in: entry,
                    hint: "Empty: on the first twelve points.")
                m.textField("convention", "How the clock is counted here", in: entry)
                m.textField("frequency", "How often it comes", in: entry, hint: "Such as: every month")
                m.textField("lag", "How many days behind", in: entry, width: .short, numeric: true)
                m.textArea(
                    "note", "What else is known", in: entry,
                    hint: "What audits, families and staff say of the same question. No names of children.")
                m.buttons { m in
                    m.button("Save these settings")
                    m.a("Cancel", .href(found.link()))
                }
            }
        }
    }
}
