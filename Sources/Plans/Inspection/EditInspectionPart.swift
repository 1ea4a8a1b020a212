import Kernel
import Markup
import Site
import Storage

/// Adding, changing or removing one judgement, finding, strength or key date of an inspection.
enum EditInspectionPart {
    enum Refused: Refusal {
        case missing(field: String, String)

        var sentence: String { if case .missing(_, let sentence) = self { sentence } else { "" } }
        var field: String? { if case .missing(let field, _) = self { field } else { nil } }
    }

    /// What the form says, by kind.
    enum Values {
        case judgement(area: String, scale: [String], grade: String?)
        case finding(Inspection.Finding.Kind, standard: String?, reference: String?, text: String)
        case date(what: String, Day)
    }

    static let commonScale = ["Outstanding", "Good", "Requires improvement", "Inadequate"]

    static func decide(_ kind: InspectionPart, _ form: Fields) throws(Refused) -> Values {
        switch kind {
        case .judgements:
            guard !form["area"].isEmpty else { throw .missing(field: "area", "Say what was judged") }
            let scale = form["scale"].split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
            guard scale.count > 1 else {
                throw .missing(
                    field: "scale", "Give the grades that were possible, best first, one on each line")
            }
            guard form["grade"].isEmpty || scale.contains(form["grade"]) else {
                throw .missing(field: "grade", "The grade is not on the scale: write it as the scale has it")
            }
            return .judgement(area: form["area"], scale: scale, grade: form["grade"].nilIfEmpty)
        case .findings:
            guard !form["text"].isEmpty else { throw .missing(field: "text", "Say what the inspectors said") }
            return .finding(
                Inspection.Finding.Kind(rawValue: form["kind"]) ?? .finding,
                standard: form["standard"].nilIfEmpty, reference: form["reference"].nilIfEmpty,
                text: form["text"])
        case .dates:
            guard !form["what"].isEmpty else { throw .missing(field: "what", "Say what the day is") }
            switch form.date("day", called: "the day") {
            case .day(let day): return .date(what: form["what"], day)
            case .empty: throw .missing(field: "day", "Give the day")
            case .wrong(let sentence): throw .missing(field: "day", sentence)
            }
        }
    }

    /// The form filled from the part that stands there; nil when there is none of that identity.
    static func entry(_ kind: InspectionPart, _ id: Int64, _ inspection: Inspection) -> Entry? {
        switch kind {
        case .judgements:
            inspection.judgements.first { $0.id == id }.map {
                Entry(filled: [
                    "area": $0.area, "scale": $0.scale.joined(separator: "\n"), "grade": $0.grade ?? "",
                ])
            }
        case .findings:
            inspection.findings.first { $0.id == id }.map {
                Entry(filled: [
                    "kind": $0.kind.rawValue, "standard": $0.standard ?? "", "reference": $0.reference ?? "",
                    "text": $0.text,
                ])
            }
        case .dates:
            inspection.dates.first { $0.id == id }.map {
                Entry(filled: [
                    "what": $0.what, "day-day": "\($0.day.civil.day)", "day-month": "\($0.day.civil.month)",
                    "day-year": "\($0.day.civil.year)",
                ])
            }
        }
    }
}

// MARK: Acting

extension PlansFeature {
    private func part(_ visit: Visit) async throws -> (Inspection, InspectionPart, Int64?) {
        let inspection = try await inspectionToRead(visit)
        guard let kind = InspectionPart(rawValue: visit.parameters["kind"] ?? "") else { throw NotFound() }
        if visit.parameters["part"] == "new" { return (inspection, kind, nil) }
        let id: ID<InspectionPart> = try visit.id("part")
        guard EditInspectionPart.entry(kind, id.rawValue, inspection) != nil else { throw NotFound() }
        return (inspection, kind, id.rawValue)
    }

    func editPart(_ visit: Visit) async throws -> Reply {
        let (inspection, kind, id) = try await part(visit)
        let fresh = Entry(filled: [
            "scale": (inspection.judgements.last?.scale ?? EditInspectionPart.commonScale)
                .joined(separator: "\n")
        ])
        let entry = id.flatMap { EditInspectionPart.entry(kind, $0, inspection) } ?? fresh
        return .page(EditInspectionPart.page(inspection, kind, id, entry, visit))
    }

    func changePart(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (inspection, kind, id) = try await part(visit)
        let form = visit.form
        do {
            let values = form["deed"] == "remove" ? nil : try EditInspectionPart.decide(kind, form)
            try await database.write(for: officer.authority) { connection in
                if let id { try connection.remove(kind, id, officer.authority) }
                if kind == .findings, values == nil, let id {
                    try ThreadSQL.forget(id, officer.authority, connection)
                }
                if let values {
                    try connection.insert(
                        values, id ?? ID<InspectionPart>.make(at: visit.now).rawValue, of: inspection.id,
                        officer.authority)
                }
                try connection.run(
                    "UPDATE inspection SET revision = revision + 1 WHERE authority = $1 AND id = $2",
                    [.id(officer.authority), .id(inspection.id)])
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: values == nil ? "inspection.part removed" : "inspection.part saved",
                        subject: "inspection", subjectID: inspection.id,
                        to: ["part": .string(kind.rawValue)]))
            }
            return .redirect(
                to: PlansRoute.inspection.link(inspection.id),
                notice: values == nil ? "It is removed from the record." : "The record is changed.")
        } catch let refusal as EditInspectionPart.Refused {
            return .refused(EditInspectionPart.page(inspection, kind, id, visit.entry(refusal), visit))
        }
    }
}

extension Connection {
    fileprivate func remove(_ kind: InspectionPart, _ id: Int64, _ authority: ID<Authority>) throws {
        let table =
            switch kind {
            case .judgements: "judgement"
            case .findings: "inspection_finding"
            case .dates: "inspection_date"
            }
        try run("DELETE FROM \(table) WHERE authority = $1 AND id = $2", [.id(authority), .integer(id)])
    }

    /// An identity made earlier keeps its place: identities are ordered by the time they were made.
    fileprivate func insert(
        _ values: EditInspectionPart.Values, _ id: Int64, of inspection: ID<InspectionRecord>,
        _ authority: ID<Authority>
    ) throws {
        let key: [SQLValue] = [.id(authority), .integer(id), .id(inspection)]
        switch values {
        case .judgement(let area, let scale, let grade):
            try run(
                """
                INSERT INTO judgement (authority, id, inspection, position, area, scale, grade)
                VALUES ($1, $2, $3, $2, $4, $5, $6)
                """, key + [.text(area), .text(scale.joined(separator: "\n")), .optional(grade)])
        case .finding(let kind, let standard, let reference, let text):
            try run(
                """
                INSERT INTO inspection_finding
                    (authority, id, inspection, position, kind, standard, reference, text)
                VALUES ($1, $2, $3, $2, $4, $5, $6, $7)
                """, key + [.text(kind.rawValue), .optional(standard), .optional(reference), .text(text)])
        case .date(let what, let day):
            try run(
                "INSERT INTO inspection_date (authority, id, inspection, what, day) VALUES ($1, $2, $3, $4, $5)",
                key + [.text(what), .day(day)])
        }
    }
}

// MARK: Page

extension EditInspectionPart {
    static func page(
        _ inspection: Inspection, _ kind: InspectionPart, _ id: Int64?, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let part = id.map { ID<InspectionPart>($0).description } ?? "new"
        return Page(
            title(kind, isNew: id == nil), section: .plan,
            breadcrumbs: [Link(Markup(inspection.fields.title), PlansRoute.inspection.link(inspection.id))],
            errors: entry.errors
        ) { m in
            m.form(
                to: PlansRoute.changePart.link(inspection.id, kind.rawValue, part), key: visit.formKey
            ) { m in
                fields(kind, entry, &m)
                m.buttons { m in
                    m.button("Save it", name: "deed", value: "save")
                    if id != nil { m.button("Remove it", .other, name: "deed", value: "remove") }
                    m.a("Cancel", .href(PlansRoute.inspection.link(inspection.id)))
                }
            }
        }
    }

    private static func title(_ kind: InspectionPart, isNew: Bool) -> String {
        switch kind {
        case .judgements: isNew ? "Add a judgement" : "Change the judgement"
        case .findings: isNew ? "Add a finding or a strength" : "Change what was said"
        case .dates: isNew ? "Add a key date" : "Change the key date"
        }
    }

    private static func fields(_ kind: InspectionPart, _ entry: Entry, _ m: inout Markup) {
        switch kind {
        case .judgements:
            m.textField("area", "What was judged", in: entry)
            m.textArea("scale", "The scale, best first", in: entry, hint: "One grade on each line", rows: 4)
            m.textField("grade", "The grade given", in: entry, width: .half)
        case .findings:
            m.select(
                "kind", "What it is",
                Inspection.Finding.Kind.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
            m.textField(
                "reference", "Reference", in: entry, hint: "Such as the paragraph’s number", width: .short)
            m.textField("standard", "Standard or section", in: entry, width: .half)
            m.textArea("text", "What the inspectors said", in: entry, hint: "Do not name a child", rows: 4)
        case .dates:
            m.textField("what", "What the day is", in: entry)
            m.dateField("day", "The day", in: entry)
        }
    }
}
