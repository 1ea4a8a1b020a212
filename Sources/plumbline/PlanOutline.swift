import Kernel
import PlanFormat
import PlanReading

/// A plan as a person reads it on a terminal: areas and actions indented, what was not settled at the end.
struct PlanOutline {
    private var lines: [String] = []

    static func text(_ reading: Reading) -> String {
        var outline = PlanOutline()
        outline.head(reading.plan)
        for area in reading.plan.areas { outline.add(area) }
        outline.rest(reading.plan)
        outline.tables(reading)
        outline.findings(reading.plan)
        return outline.lines.joined(separator: "\n") + "\n"
    }

    private mutating func head(_ plan: Plan) {
        lines.append(plan.title ?? "A document without a title")
        let facts = [
            plan.version.map { "version \($0)" }, plan.status, plan.date.map { "of \($0.long)" },
            plan.owners.isEmpty ? nil : "answered for by \(plan.owners.joined(separator: "; "))",
        ].compactMap { $0 }
        if !facts.isEmpty { lines.append(facts.joined(separator: ", ")) }
        let actions = plan.areas.reduce(0) { $0 + $1.actions.count }
        lines.append(
            "\(PlanOutline.count(plan.areas.count, "area")), \(PlanOutline.count(actions, "action"))")
        if let year = plan.baseYear { lines.append("dates without a year begin in \(year)") }
    }

    private mutating func add(_ area: Plan.Area) {
        lines.append("")
        if let section = area.section { lines.append("[\(section)]") }
        lines.append([area.reference, area.title].compactMap { $0 }.joined(separator: "  "))
        for change in area.changes { lines.append("   to change: \(labelled(change.label, change.text))") }
        for action in area.actions { add(action) }
        for criterion in area.criteria {
            let owner = criterion.action.map { " (of \($0))" } ?? ""
            lines.append(
                "   \(criterion.kind.rawValue)\(owner): \(labelled(criterion.label, criterion.text))")
        }
        for monitoring in area.monitoring {
            let how = [
                monitoring.frequency?.rawValue, monitoring.samplePercent.map { "\($0) % sample" },
                monitoring.quota.map { "\($0.number) per \($0.per)" },
                monitoring.by.isEmpty ? nil : "by \(monitoring.by.joined(separator: "; "))",
            ].compactMap { $0 }
            let tail = how.isEmpty ? "" : " [\(how.joined(separator: ", "))]"
            lines.append("   monitored: \(labelled(monitoring.label, monitoring.text))\(tail)")
        }
        for item in area.evidence { lines.append("   evidence: \(labelled(item.label, item.text))") }
    }

    private mutating func add(_ action: Plan.Action) {
        lines.append(" - \([action.reference, action.text].compactMap { $0 }.joined(separator: "  "))")
        if !action.leads.isEmpty { lines.append("      lead: \(action.leads.joined(separator: "; "))") }
        if let timescale = action.timescale {
            let dates = [timescale.start, timescale.finish].compactMap { $0?.description }
            let read =
                dates.isEmpty
                ? timescale.kind.rawValue : "\(timescale.kind.rawValue) \(dates.joined(separator: " to "))"
            lines.append("      when: \(timescale.text) [\(read)]")
        }
        if let status = action.status { lines.append("      status claimed: \(status.rawValue)") }
        if !action.seeAlso.isEmpty { lines.append("      see: \(action.seeAlso.joined(separator: ", "))") }
    }

    private mutating func rest(_ plan: Plan) {
        let counts = [
            (plan.groups.count, "group"), (plan.risks.count, "risk"), (plan.standards.count, "standard"),
            (plan.figures.count, "figure"), (plan.training.count, "training audience"),
            (plan.keyDates.count, "key date"), (plan.attachments.count, "attachment"),
        ].filter { $0.0 > 0 }.map { PlanOutline.count($0.0, $0.1) }
        guard !counts.isEmpty else { return }
        lines += ["", "Also: \(counts.joined(separator: ", ")) (see --format json)."]
    }

    private mutating func tables(_ reading: Reading) {
        let others = reading.tables.filter { !$0.isPlan }
        guard !others.isEmpty else { return }
        lines += ["", "Tables that are not the plan:"]
        for table in others { lines.append(" - \(table.place): \(table.takenFor)") }
    }

    private mutating func findings(_ plan: Plan) {
        guard !plan.findings.isEmpty else { return }
        lines += ["", "Not settled (\(plan.findings.count)):"]
        for finding in plan.findings {
            lines.append(" - \(finding.place.map { "\($0): " } ?? "")\(finding.message)")
        }
    }

    private func labelled(_ label: String?, _ text: String) -> String {
        label.map { "\($0)) \(text)" } ?? text
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
