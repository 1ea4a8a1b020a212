import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// Adding an area by hand, or changing one.
enum EditArea {
    enum Refused: String, Refusal {
        case titleMissing = "Say what has to get better"
        case changedMeanwhile =
            "Somebody changed this area while you had it open: look at it again and make your change once more"

        var field: String? { self == .titleMissing ? "title" : nil }
    }

    /// The area as the form makes it; its actions, criteria and the rest stay as they were.
    static func decide(_ area: Plan.Area?, _ form: Fields) throws(Refused) -> Plan.Area {
        guard !form["title"].isEmpty else { throw .titleMissing }
        var changed = area ?? Plan.Area(title: "")
        changed.title = form["title"]
        changed.reference = form["reference"].isEmpty ? nil : form["reference"]
        changed.section = form["section"].isEmpty ? nil : form["section"]
        changed.sources = form["sources"].split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        return changed
    }

    static func entry(_ area: Plan.Area) -> Entry {
        Entry(filled: [
            "title": area.title, "reference": area.reference ?? "", "section": area.section ?? "",
            "sources": area.sources.joined(separator: ", "),
        ])
    }
}

// MARK: Acting

extension PlansFeature {
    func newArea(_ visit: Visit) async throws -> Reply {
        .page(EditArea.page(try await planToEdit(visit), nil, Entry(), visit))
    }

    func addArea(_ visit: Visit) async throws -> Reply {
        let plan = try await planToEdit(visit)
        let officer = try visit.signedInOfficer
        do {
            let area = try EditArea.decide(nil, visit.form)
            let id = ID<AreaRecord>.make(at: visit.now)
            try await database.write(for: officer.authority) { connection in
                let position = try PlanSQL.nextPosition(in: plan.header.id, officer.authority, connection)
                try PlanSQL.insert(
                    area, as: id, position: position, of: plan.header.id, officer.authority, connection,
                    at: visit.now)
                try PlanSQL.touch(plan.header.id, officer.authority, connection)
                try connection.record(change("area.added", "area", id, plan, to: area.json, officer, visit))
            }
            return .redirect(
                to: PlansRoute.area.link(plan.header.id, id), notice: "The area is in the plan.")
        } catch let refusal as EditArea.Refused {
            return .refused(EditArea.page(plan, nil, visit.entry(refusal), visit))
        }
    }

    func editArea(_ visit: Visit) async throws -> Reply {
        let (plan, area) = try await areaToEdit(visit)
        return .page(EditArea.page(plan, area, EditArea.entry(area.value), visit))
    }

    func changeArea(_ visit: Visit) async throws -> Reply {
        let (plan, area) = try await areaToEdit(visit)
        let officer = try visit.signedInOfficer
        do {
            guard visit.form["revision"] == "\(area.revision)" else {
                throw EditArea.Refused.changedMeanwhile
            }
            let changed = try EditArea.decide(area.value, visit.form)
            try await database.write(for: officer.authority) { connection in
                guard
                    try PlanSQL.update(
                        changed, area.id, revision: area.revision, of: plan.header.id, officer.authority,
                        connection, at: visit.now)
                else { throw EditArea.Refused.changedMeanwhile }
                try connection.record(
                    change(
                        "area.changed", "area", area.id, plan, from: area.value.json, to: changed.json,
                        officer, visit))
            }
            return .redirect(
                to: PlansRoute.area.link(plan.header.id, area.id), notice: "The area is changed.")
        } catch let refusal as EditArea.Refused {
            return .refused(EditArea.page(plan, area, visit.entry(refusal), visit))
        }
    }
}

// MARK: Page

extension EditArea {
    static func page(_ plan: KeptPlan, _ area: KeptPlan.Area?, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            area == nil ? "Add an area" : "Change the area", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan.header), errors: entry.errors
        ) { m in
            let address =
                area.map { PlansRoute.changeArea.link(plan.header.id, $0.id) }
                ?? PlansRoute.addArea.link(plan.header.id)
            m.form(to: address, key: visit.formKey) { m in
                if let area { m.hiddenField("revision", "\(area.revision)") }
                m.textField(
                    "reference", "Number", in: entry, hint: "As the plan prints it, such as 2", width: .short)
                m.textArea("title", "What has to get better", in: entry)
                m.textField(
                    "section", "Section", in: entry,
                    hint: "The heading that it stands under, where the plan groups its areas")
                m.textField(
                    "sources", "Codes of the inspection or review that it came from", in: entry,
                    hint: "With commas between them", width: .half)
                m.buttons { m in
                    m.button(area == nil ? "Add this area" : "Save the area")
                    m.a(
                        "Cancel",
                        .href(
                            area.map { PlansRoute.area.link(plan.header.id, $0.id) }
                                ?? PlansRoute.planList.link(plan.header.id)))
                }
            }
        }
    }
}
