import Kernel
import PlanFormat

/// A plan's areas in lines that can be written by hand and compared.
enum PlanSketch {
    static func of(_ plan: Plan) -> String { plan.areas.flatMap(lines).joined(separator: "\n") }

    private static func lines(_ area: Plan.Area) -> [String] {
        var head = "area \(area.reference ?? "-") “\(area.title)”"
        if let section = area.section { head += " in “\(section)”" }
        if !area.sources.isEmpty { head += " from \(area.sources.joined(separator: ", "))" }
        return [head] + area.changes.map { "  change \(labelled($0.label))“\($0.text)”" }
            + area.actions.map(line)
            + area.criteria.map {
                "  \($0.kind.rawValue) \($0.action ?? "-") \(labelled($0.label))“\($0.text)”"
            }
            + area.monitoring.map {
                "  monitored “\($0.text)” \($0.frequency?.rawValue ?? "-")"
                    + ($0.by.isEmpty ? "" : " by \($0.by.joined(separator: "; "))")
            } + area.evidence.map { "  evidence “\($0.text)”" }
    }

    private static func line(_ action: Plan.Action) -> String {
        var line = "  action \(action.reference ?? "-") \(labelled(action.label))“\(action.text)”"
        if !action.leads.isEmpty { line += " lead \(action.leads.joined(separator: "; "))" }
        if let timescale = action.timescale {
            line += " when \(timescale.kind.rawValue)"
            let dates = [timescale.start, timescale.finish].compactMap { $0?.description }
            if !dates.isEmpty { line += " \(dates.joined(separator: " to "))" }
        }
        if let status = action.status { line += " status \(status.rawValue)" }
        if !action.seeAlso.isEmpty { line += " see \(action.seeAlso.joined(separator: ", "))" }
        return line
    }

    private static func labelled(_ label: String?) -> String { label.map { "(\($0)) " } ?? "" }
}
