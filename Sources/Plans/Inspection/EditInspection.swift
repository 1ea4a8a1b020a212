import Kernel
import Markup
import Site
import Storage

/// Recording an inspection, or changing what stands at its head.
enum EditInspection {
    enum Refused: Refusal {
        case titleMissing, inspectorateMissing, endsBeforeItBegins, changedMeanwhile
        case date(field: String, String)

        var sentence: String {
            switch self {
            case .titleMissing: "Give the inspection a name, such as February 2026 inspection"
            case .inspectorateMissing: "Say who inspected"
            case .endsBeforeItBegins: "It cannot end before it began: correct one of the two dates"
            case .changedMeanwhile:
                "Somebody changed this record while you had it open: look at it again and make your change once more"
            case .date(_, let sentence): sentence
            }
        }

        var field: String? {
            switch self {
            case .titleMissing: "title"
            case .inspectorateMissing: "inspectorate"
            case .endsBeforeItBegins: "ended"
            case .changedMeanwhile: nil
            case .date(let field, _): field
            }
        }
    }

    static let dates: [(name: String, label: String, hint: Markup?)] = [
        ("began", "Began", "For example, 2 2 2026"), ("ended", "Ended", nil),
        ("received", "Report received", "The plan is due 70 working days after this day"),
        ("due", "Plan due, where another day was set", nil), ("return", "Inspectors expected back", nil),
    ]

    static func decide(_ form: Fields) throws(Refused) -> Inspection.Fields {
        guard !form["title"].isEmpty else { throw .titleMissing }
        guard !form["inspectorate"].isEmpty else { throw .inspectorateMissing }
        var days: [String: Day] = [:]
        for date in dates {
            switch form.date(date.name, called: "the day") {
            case .empty: break
            case .day(let day): days[date.name] = day
            case .wrong(let sentence): throw .date(field: date.name, sentence)
            }
        }
        if let began = days["began"], let ended = days["ended"], ended < began { throw .endsBeforeItBegins }
        return Inspection.Fields(
            title: form["title"], inspectorate: form["inspectorate"],
            framework: form["framework"].nilIfEmpty, began: days["began"], ended: days["ended"],
            reportReceived: days["received"], planDue: days["due"], inspectorsReturn: days["return"],
            note: form["note"].nilIfEmpty)
    }

    static func entry(_ fields: Inspection.Fields) -> Entry {
        var values: [String: [String]] = [
            "title": [fields.title], "inspectorate": [fields.inspectorate],
            "framework": [fields.framework ?? ""], "note": [fields.note ?? ""],
        ]
        let days = [
            fields.began, fields.ended, fields.reportReceived, fields.planDue, fields.inspectorsReturn,
        ]
        for (date, day) in zip(dates, days) {
            guard let civil = day?.civil else { continue }
            values["\(date.name)-day"] = ["\(civil.day)"]
            values["\(date.name)-month"] = ["\(civil.month)"]
            values["\(date.name)-year"] = ["\(civil.year)"]
        }
        return Entry(values)
    }

    static func json(_ fields: Inspection.Fields) -> JSON {
        [
            "title": .string(fields.title), "inspectorate": .string(fields.inspectorate),
            "framework": .optional(fields.framework), "began": .optional(fields.began?.description),
            "ended": .optional(fields.ended?.description),
            "reportReceived": .optional(fields.reportReceived?.description),
            "planDue": .optional(fields.planDue?.description),
            "inspectorsReturn": .optional(fields.inspectorsReturn?.description),
        ]
    }

    static func values(_ fields: Inspection.Fields) -> [SQLValue] {
        [
            .text(fields.title), .text(fields.inspectorate), .optional(fields.framework), .day(fields.began),
            .day(fields.ended), .day(fields.reportReceived), .day(fields.planDue),
            .day(fields.inspectorsReturn), .optional(fields.note),
        ]
    }
}

extension PlansFeature {
    func newInspection(_ visit: Visit) async throws -> Reply {
        .page(EditInspection.page(nil, Entry(), visit))
    }

    func addInspection(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        do {
            let fields = try EditInspection.decide(visit.form)
            let id = ID<InspectionRecord>.make(at: visit.now)
            try await database.write(for: officer.authority) { connection in
                try connection.run(
                    """
                    INSERT INTO inspection (authority, id, title, inspectorate, framework, began_on, ended_on,
                        report_received_on, plan_due_on, inspectors_return_on, note)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                    """, [.id(officer.authority), .id(id)] + EditInspection.values(fields))
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "inspection.added", subject: "inspection", subjectID: id,
                        to: EditInspection.json(fields)))
            }
            return .redirect(
                to: PlansRoute.inspection.link(id),
                notice: "The inspection is recorded. Add its findings and judgements next.")
        } catch let refusal as EditInspection.Refused {
            return .refused(EditInspection.page(nil, visit.entry(refusal), visit))
        }
    }

    func editInspection(_ visit: Visit) async throws -> Reply {
        let inspection = try await inspectionToRead(visit)
        return .page(EditInspection.page(inspection, EditInspection.entry(inspection.fields), visit))
    }

    func changeInspection(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let inspection = try await inspectionToRead(visit)
        do {
            let fields = try EditInspection.decide(visit.form)
            guard visit.form["revision"] == "\(inspection.revision)" else {
                throw EditInspection.Refused.changedMeanwhile
            }
            try await database.write(for: officer.authority) { connection in
                let changed = try connection.run(
                    """
                    UPDATE inspection SET title = $3, inspectorate = $4, framework = $5, began_on = $6,
                        ended_on = $7, report_received_on = $8, plan_due_on = $9, inspectors_return_on = $10,
                        note = $11, revision = revision + 1
                    WHERE authority = $1 AND id = $2 AND revision = $12
                    """,
                    [.id(officer.authority), .id(inspection.id)] + EditInspection.values(fields)
                        + [.int(inspection.revision)])
                guard changed == 1 else { throw EditInspection.Refused.changedMeanwhile }
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "inspection.changed", subject: "inspection", subjectID: inspection.id,
                        from: EditInspection.json(inspection.fields), to: EditInspection.json(fields)))
            }
            return .redirect(
                to: PlansRoute.inspection.link(inspection.id), notice: "The record is changed.")
        } catch let refusal as EditInspection.Refused {
            return .refused(EditInspection.page(inspection, visit.entry(refusal), visit))
        }
    }
}

extension EditInspection {
    static func page(_ inspection: Inspection?, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            inspection == nil ? "Record an inspection" : "Change the record", section: .plan,
            breadcrumbs: [Link("Inspections", PlansRoute.inspections.link())]
                + (inspection.map {
                    [Link(Markup($0.fields.title), PlansRoute.inspection.link($0.id))]
                } ?? []), errors: entry.errors
        ) { m in
            let address =
                inspection.map { PlansRoute.changeInspection.link($0.id) } ?? PlansRoute.addInspection.link()
            m.form(to: address, key: visit.formKey) { m in
                if let inspection { m.hiddenField("revision", "\(inspection.revision)") }
                m.textField("title", "Name", in: entry, hint: "Such as February 2026 inspection")
                m.textField("inspectorate", "Who inspected", in: entry, hint: "Such as Ofsted", width: .half)
                m.textField("framework", "Framework", in: entry)
                for date in dates { m.dateField(date.name, date.label, in: entry, hint: date.hint) }
                m.textArea("note", "Note", in: entry, hint: "Do not name a child")
                m.buttons { m in
                    m.button(inspection == nil ? "Record this inspection" : "Save the record")
                    m.a(
                        "Cancel",
                        .href(
                            inspection.map { PlansRoute.inspection.link($0.id) }
                                ?? PlansRoute.inspections.link()))
                }
            }
        }
    }
}
