import Indicators
package import Kernel
import Markup
import Site
package import Storage

/// Setting what a case counts, the limits of a caseload, and the local intervals between visits.
package enum SetCases {
    struct Field: Sendable {
        let name: String
        let label: String
        let hint: Markup?
        let range: ClosedRange<Int>
        let value: @Sendable (CaseSettings) -> Int
        let set: @Sendable (inout CaseSettings, Int) -> Void
    }

    static let fields: [Field] =
        CaseSettings.statuses.map { status, column in
            Field(
                name: column, label: "Points for a case: \(status.words)", hint: nil, range: 0...20,
                value: { $0.points(of: status) }, set: { $0.points[status] = $1 })
        } + [
            Field(
                name: "points_enquiry", label: "Points on top for an open section 47 enquiry", hint: nil,
                range: 0...20, value: { $0.enquiryPoints }, set: { $0.enquiryPoints = $1 }),
            Field(
                name: "most_cases", label: "Most cases for a worker", hint: "Above it a caseload is marked.",
                range: 1...200, value: { $0.mostCases }, set: { $0.mostCases = $1 }),
            Field(
                name: "most_points", label: "Most points for a worker", hint: nil, range: 1...1000,
                value: { $0.mostPoints }, set: { $0.mostPoints = $1 }),
            Field(
                name: "most_workers", label: "Most workers for one team",
                hint: "The team manager’s span of control.",
                range: 1...100, value: { $0.mostWorkers }, set: { $0.mostWorkers = $1 }),
            Field(
                name: "protection_visit_days", label: "Visits to a child on a protection plan",
                hint: "In working days. No law sets it: 10 is usual.", range: 1...60,
                value: { $0.protectionVisitDays }, set: { $0.protectionVisitDays = $1 }),
            Field(
                name: "need_visit_days", label: "Visits to a child in need",
                hint: "In calendar days. No law sets it: from 28 to 42 is usual.", range: 1...180,
                value: { $0.needVisitDays }, set: { $0.needVisitDays = $1 }),
        ]

    package enum Refused: Refusal {
        case notWhole(field: String, label: String, ClosedRange<Int>)
        case changedMeanwhile

        package var field: String? {
            if case .notWhole(let field, _, _) = self { field } else { nil }
        }

        package var sentence: String {
            switch self {
            case .notWhole(_, let label, let range):
                "\(label): give a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .changedMeanwhile:
                "Somebody else changed these meanwhile. What holds now stands in the fields: change it again"
            }
        }
    }

    static func decide(_ form: Fields) throws(Refused) -> CaseSettings {
        var settings = CaseSettings()
        for field in fields {
            guard let value = Int(form[field.name]), field.range.contains(value) else {
                throw .notWhole(field: field.name, label: field.label, field.range)
            }
            field.set(&settings, value)
        }
        return settings
    }

    /// Keeps the settings, and makes the case lists anew by them. `number` is of the settings that were changed.
    package static func act(
        _ settings: CaseSettings, after number: Int, by officer: Officer, _ sources: CaseSources,
        at now: Instant, _ connection: Connection
    ) throws {
        let held = try CaseSettings.read(connection, officer.authority)
        guard held.number == number else { throw Refused.changedMeanwhile }
        guard held.settings != settings || number == 0 else { return }
        try connection.insert(
            into: "case_setting",
            ["authority", "number", "at", "account"] + fields.map(\.name),
            rows: [
                [
                    .id(officer.authority), .int(number + 1), .instant(now), .id(officer.account),
                ] + fields.map { .int($0.value(settings)) }
            ])
        func members(_ settings: CaseSettings) -> [JSON.Member] {
            fields.map { JSON.Member($0.name, .integer(Int64($0.value(settings)))) }
        }
        let says = JSON.Member("says", "Points, limits and intervals of case lists set")
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "cases.set",
                subject: "case setting", subjectID: "\(number + 1)", from: .object(members(held.settings)),
                to: .object(members(settings) + [says])))
        try KeepCases.keep(connection, officer.authority, sources, at: now)
    }
}

extension MeasuresFeature {
    func caseSettings(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let held = try await database.read { try CaseSettings.read($0, officer.authority) }
        return .page(SetCases.page(SetCases.entry(held.settings), held.number, visit))
    }

    func changeCaseSettings(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        do {
            let settings = try SetCases.decide(visit.form)
            let number = Int(visit.form["number"]) ?? -1
            let sources = cases
            try await database.write(for: officer.authority) {
                try SetCases.act(settings, after: number, by: officer, sources, at: visit.now, $0)
            }
            return .redirect(to: CasesRoute.caseloads.link(), notice: "Points and limits are saved.")
        } catch let refused as SetCases.Refused {
            let held = try await database.read { try CaseSettings.read($0, officer.authority) }
            let errors = [FieldError(refused.field, refused.sentence)]
            if case .changedMeanwhile = refused {
                return .refused(SetCases.page(SetCases.entry(held.settings, errors), held.number, visit))
            }
            return .refused(SetCases.page(visit.entry(errors), held.number, visit))
        }
    }
}

extension SetCases {
    static func entry(_ settings: CaseSettings, _ errors: [FieldError] = []) -> Entry {
        Entry(
            Dictionary(uniqueKeysWithValues: fields.map { ($0.name, ["\($0.value(settings))"]) }),
            errors: errors)
    }

    static func page(_ entry: Entry, _ number: Int, _ visit: Visit) -> Page {
        Page(
            "Points and limits", section: .today, tabs: CaseTabs.tabs(.settings, visit),
            errors: entry.errors
        ) { m in
            m.lead(
                "What a case counts, above which a caseload is marked, and how often children are visited here."
            )
            m.form(to: CasesRoute.changeSettings.link(), key: visit.formKey) { m in
                m.hiddenField("number", "\(number)")
                for field in fields {
                    m.textField(
                        field.name, field.label, in: entry, hint: field.hint, width: .short, numeric: true)
                }
                m.button("Save points and limits")
            }
        }
    }
}
