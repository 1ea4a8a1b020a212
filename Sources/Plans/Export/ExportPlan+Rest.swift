import Kernel
import PlanFormat
import PlanReading
import Storage

/// The tables beside the areas and actions: a row a group, a risk, a line of the budget.
enum ExportRest {
    static func about(_ plan: Plan, hasTitle: Bool) -> ExportTable {
        let facts: [(PlanLayout.Fact, ExportTable.Cell)] = [
            (.title, .init(hasTitle ? plan.title : nil)), (.version, .init(plan.version)),
            (.date, .init(plan.date?.long)), (.status, .init(plan.status)), (.owner, .init(plan.owners)),
            (.updates, .init(plan.updateFrequency.map { PlanLayout.words($0) })),
            (.baseYear, .init(plan.baseYear.map { String($0) })),
            (.layout, .init(hasTitle ? PlanLayout.mark : nil)),
        ]
        return ExportTable(
            part: .about, columns: [.init(.fact, 24), .init(.value, 80)],
            rows: facts.filter { !$0.1.isEmpty }.map { [.init($0.0.rawValue), $0.1] })
    }

    static func tables(_ plan: Plan) -> [ExportTable] {
        let all = [
            groups(plan), members(plan), tasks(plan),
            table(
                .risks, [(.risk, 50), (.contingency, 50)],
                plan.risks.map { [.init($0.text), .init($0.contingency)] }),
            budget(plan),
            table(
                .training, [(.audience, 30), (.needs, 70)],
                plan.training.map { [.init($0.audience), .init($0.needs)] }),
            table(
                .standards, [(.number, 6), (.standard, 94)],
                numbered(plan.standards.map { PlanLayout.line($0.label, $0.text) })),
            table(
                .figures, [(.figure, 70), (.count, 10), (.base, 10), (.percent, 10)],
                plan.figures.map { [.init($0.text), .init($0.count), .init($0.base), .init($0.percent)] }),
            table(
                .keyDates, [(.what, 70), (.date, 20)], plan.keyDates.map { [.init($0.what), .init($0.date)] }),
            table(
                .codes, [(.code, 10), (.meaning, 80)],
                plan.sourceCodes.map { [.init($0.code), .init($0.text)] }),
            table(
                .collectives, [(.name, 30), (.members, 70)],
                plan.collectives.map { [.init($0.name), .init($0.members)] }),
            table(.attachments, [(.number, 6), (.caption, 80)], numbered(plan.attachments.map(\.caption))),
            table(
                .abbreviations, [(.abbreviation, 15), (.standsFor, 80)],
                plan.abbreviations.map { [.init($0.short), .init($0.long)] }),
        ]
        return all.filter { !$0.rows.isEmpty || $0.part == .budget && plan.budget != nil }
    }

    static func accepted(_ findings: [PlanExport.Accepted]) -> ExportTable? {
        guard !findings.isEmpty else { return nil }
        var table = table(
            .accepted, [(.what, 30), (.fact, 20), (.value, 50), (.name, 20)],
            findings.map {
                [.init($0.finding), .init($0.about), .init($0.reason), .init("\($0.name), \($0.day.long)")]
            })
        for (index, words) in ["Finding", "About", "Why it may stay", "Accepted by"].enumerated() {
            table.columns[index].words = words
        }
        return table
    }

    private static func table(
        _ part: PlanLayout.Part, _ columns: [(PlanLayout.Heading, Double)], _ rows: [[ExportTable.Cell]]
    ) -> ExportTable {
        ExportTable(part: part, columns: columns.map { .init($0.0, $0.1) }, rows: rows)
    }

    private static func numbered(_ lines: [String]) -> [[ExportTable.Cell]] {
        lines.enumerated().map { [.init(String($0.offset + 1)), .init($0.element)] }
    }

    private static func groups(_ plan: Plan) -> ExportTable {
        table(
            .groups, [(.group, 22), (.abbreviation, 12), (.purpose, 48), (.meets, 14), (.reportsTo, 20)],
            plan.groups.map {
                [
                    .init($0.name), .init($0.abbreviation), .init($0.purpose),
                    .init($0.meets.map { PlanLayout.words($0) }), .init($0.reportsTo),
                ]
            })
    }

    private static func members(_ plan: Plan) -> ExportTable {
        table(
            .members, [(.group, 24), (.name, 24), (.post, 34), (.role, 18)],
            plan.groups.flatMap { group in
                group.members.map { [.init(group.name), .init($0.name), .init($0.post), .init($0.role)] }
            })
    }

    private static func tasks(_ plan: Plan) -> ExportTable {
        let columns: [(PlanLayout.Heading, Double)] = [
            (.group, 20), (.actionReference, 8), (.action, 44), (.timescale, 16), (.lead, 18), (.status, 9),
            (.seeAlso, 8),
        ]
        let tasks = table(
            .tasks, columns,
            plan.groups.flatMap { group in
                group.tasks.map { task in
                    let cells = ExportAction(
                        action: task, areaBefore: nil, baseYear: plan.baseYear, hasDates: false,
                        saysWords: true)
                    return columns.map { $0.0 == .group ? .init(group.name) : cells.cell($0.0) }
                }
            })
        return ExportTable.withoutEmptyColumns([tasks], keeping: [.group, .action])[0]
    }

    private static func budget(_ plan: Plan) -> ExportTable {
        let lines = plan.budget?.lines.map { [ExportTable.Cell($0.item), .init($0.amount)] } ?? []
        let total = plan.budget?.statedTotal.map { [[ExportTable.Cell(PlanLayout.statedTotal), .init($0)]] }
        return table(.budget, [(.item, 70), (.pounds, 16)], lines + (total ?? []))
    }
}
