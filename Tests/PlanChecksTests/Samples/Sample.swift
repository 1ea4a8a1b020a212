import Documents
import Kernel
import PlanChecks
import PlanFormat
import Testing

/// Small plans that say only what matters to a check; everything else in them is well.
enum Sample {
    static func action(
        _ reference: String? = "1.1", _ text: String = "Rewrite the visit form",
        leads: [String] = ["Maya Okonkwo"],
        due: Plan.Timescale? = .by("31 March 2027", "2027-03-31"), status: Plan.Action.Status? = nil,
        label: String? = nil, cell: Place? = nil
    ) -> Plan.Action {
        var action = Plan.Action(label: label, text: text, reference: reference)
        action.leads = leads
        action.timescale = due
        action.timescale?.place = cell
        action.status = status
        action.leadPlace = cell
        return action
    }

    static func criterion(
        _ text: String = "90% of visits are on time by June 2027 (was 62% in May 2026)",
        _ kind: Plan.Criterion.Kind = .success, of action: String? = nil
    ) -> Plan.Criterion {
        Plan.Criterion(text: text, kind: kind, action: action)
    }

    static func area(
        _ reference: String? = "1", _ title: String = "Visits to children are late",
        actions: [Plan.Action] = [action()], criteria: [Plan.Criterion] = [criterion()]
    ) -> Plan.Area {
        var area = Plan.Area(reference: reference, title: title)
        area.actions = actions
        area.criteria = criteria
        return area
    }

    static func plan(_ areas: Plan.Area...) -> Plan { plan(areas) }

    static func plan(_ areas: [Plan.Area]) -> Plan {
        var plan = Plan()
        plan.title = "Improvement plan"
        plan.version = "v2"
        plan.date = PartialDate("2026-09-01")
        plan.owners = ["Ruth Ashworth-Bello"]
        plan.baseYear = 2026
        plan.areas = areas
        return plan
    }

    /// A plan of that one action.
    static func plan(_ action: Plan.Action, _ criteria: Plan.Criterion...) -> Plan {
        plan(area(actions: [action], criteria: criteria.isEmpty ? [criterion()] : criteria))
    }

    /// A text document: a leading `# ` makes a heading, a leading `2.3 ` or `1. ` a numbered paragraph.
    static func document(_ lines: String...) -> Document {
        var document = Document(format: .text)
        for (number, line) in lines.enumerated() {
            let place = Place(line: number + 1)
            var role = Paragraph.Role.plain
            var text = line
            if line.hasPrefix("# ") {
                role = .heading(level: 1)
                text.removeFirst(2)
            } else if let space = line.firstIndex(of: " "), line.first?.isNumber == true,
                line[..<space].allSatisfy({ $0.isNumber || $0 == "." }), line[..<space].contains(".")
            {
                role = .item(numeral: String(line[..<space]), level: 0)
                text = String(line[line.index(after: space)...])
            }
            document.blocks.append(.paragraph(Paragraph(Text(text), role: role, place: place)))
        }
        return document
    }

    /// A table of cells; the first row is its header.
    static func table(_ rows: [[String]], number: Int = 1) -> Table {
        let made = rows.enumerated().map { row, texts in
            Table.Row(
                cells: texts.enumerated().map { column, text in
                    let place = Place(table: number, row: row + 1, column: column + 1)
                    let paragraphs = text.split(separator: "\n").map {
                        Paragraph(Text(String($0)), place: place)
                    }
                    return Table.Cell(column: column, paragraphs: paragraphs, place: place)
                }, isHeader: row == 0, place: Place(table: number, row: row + 1))
        }
        return Table(rows: made, columnCount: rows.map(\.count).max() ?? 0, place: Place(table: number))
    }

    static func document(tables: [Table]) -> Document {
        var document = Document(format: .text)
        document.blocks = tables.map(Block.table)
        return document
    }
}

extension Plan.Timescale {
    static func by(_ text: String, _ finish: String) -> Self {
        Plan.Timescale(text: text, finish: PartialDate(finish), kind: .by)
    }

    static func range(_ text: String, _ start: String, _ finish: String) -> Self {
        Plan.Timescale(text: text, start: PartialDate(start), finish: PartialDate(finish), kind: .range)
    }

    static func words(_ text: String, _ kind: Kind, start: String? = nil) -> Self {
        Plan.Timescale(text: text, start: start.flatMap { PartialDate($0) }, kind: kind)
    }
}

/// What one check finds. Every marked word must stand in its text, and every finding must say what to do.
func found(
    _ check: String, in plan: Plan, document: Document? = nil, today: String? = nil,
    findings: [CheckInput.InspectionFinding] = [], dates: CheckInput.InspectionDates = .init()
) -> [CheckFinding] {
    let input = CheckInput(
        plan: plan, document: document, today: today.flatMap { Day($0) }, inspectionFindings: findings,
        inspectionDates: dates)
    let report = CheckReport.run(on: input)
    for finding in report.findings { expectWellMade(finding) }
    return report.findings.filter { $0.check == check }
}

func expectWellMade(_ finding: CheckFinding) {
    for marked in finding.marked {
        #expect(finding.text.contains(marked), "\(finding.check): \(marked) is not in \(finding.text)")
    }
    #expect(!finding.message.isEmpty && !finding.suggestion.isEmpty && !finding.subject.isEmpty)
}
