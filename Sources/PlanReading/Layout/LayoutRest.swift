import Documents
import Kernel
import PlanFormat

/// The parts of a plan beside its areas, a row each.
enum LayoutRest {
    static func take(_ row: LayoutRow, _ part: PlanLayout.Part, into plan: inout Plan) {
        switch part {
        case .about, .plan, .standing, .proof, .accepted: break
        case .groups: group(row, into: &plan)
        case .members: member(row, into: &plan)
        case .tasks: task(row, into: &plan)
        case .risks:
            guard let text = row.text(.risk) else { return }
            plan.risks.append(
                Plan.Risk(text: text, contingency: row.text(.contingency), place: row.place))
        case .budget: budget(row, into: &plan)
        case .training:
            guard let audience = row.text(.audience) else { return }
            plan.training.append(
                Plan.TrainingNeed(audience: audience, needs: row.lines(.needs), place: row.place))
        case .standards:
            guard let line = row.text(.standard) else { return }
            let (label, text) = PlanLayout.split(line)
            plan.standards.append(Plan.Item(label: label, text: text, place: row.place))
        case .figures:
            guard let text = row.text(.figure) else { return }
            plan.figures.append(
                Plan.Figure(
                    text: text, count: row.number(.count), base: row.number(.base),
                    percent: row.number(.percent), place: row.place))
        case .keyDates:
            guard let what = row.text(.what) else { return }
            plan.keyDates.append(Plan.KeyDate(what: what, date: row.date(.date), place: row.place))
        case .codes:
            guard let code = row.text(.code) else { return }
            plan.sourceCodes.append(Plan.SourceCode(code: code, text: row.text(.meaning) ?? ""))
        case .collectives:
            guard let name = row.text(.name) else { return }
            plan.collectives.append(Plan.Collective(name: name, members: row.lines(.members)))
        case .attachments:
            guard let caption = row.text(.caption) else { return }
            plan.attachments.append(Plan.Attachment(caption: caption, place: row.place))
        case .abbreviations:
            guard let short = row.text(.abbreviation) else { return }
            plan.abbreviations.append(Plan.Abbreviation(short: short, long: row.text(.standsFor) ?? ""))
        }
    }

    private static func group(_ row: LayoutRow, into plan: inout Plan) {
        guard let name = row.text(.group) else { return }
        var group = Plan.Group(name: name, place: row.place)
        group.abbreviation = row.text(.abbreviation)
        group.purpose = row.text(.purpose)
        group.meets = row.text(.meets).flatMap(PlanLayout.frequency)
        group.reportsTo = row.lines(.reportsTo)
        plan.groups.append(group)
    }

    private static func member(_ row: LayoutRow, into plan: inout Plan) {
        guard let index = plan.groups.firstIndex(where: { $0.name == row.text(.group) }) else { return }
        plan.groups[index].members.append(
            Plan.Group.Member(name: row.text(.name), post: row.text(.post), role: row.text(.role)))
    }

    private static func task(_ row: LayoutRow, into plan: inout Plan) {
        guard let index = plan.groups.firstIndex(where: { $0.name == row.text(.group) }),
            let task = LayoutAreas.action(row, areaBefore: nil, baseYear: plan.baseYear)
        else { return }
        plan.groups[index].tasks.append(task)
    }

    private static func budget(_ row: LayoutRow, into plan: inout Plan) {
        guard let item = row.text(.item) else { return }
        var budget = plan.budget ?? Plan.Budget()
        budget.place = budget.place ?? row.place
        if item == PlanLayout.statedTotal {
            budget.statedTotal = row.number(.pounds)
        } else {
            budget.lines.append(Plan.Budget.Line(item: item, amount: row.number(.pounds)))
        }
        plan.budget = budget
    }
}
