import Kernel
import Markup
import PlanFormat
import Proof

/// What differs between two states of a plan, row by row and field by field. Pure: values in, values out.
struct PlanDifference: Hashable, Sendable {
    var changes: [Change]
    var same: Int

    enum Kind: String, CaseIterable, Sendable {
        case plan, area, action, criterion
    }

    /// One record as it is compared: its words in fields, in order.
    struct Row: Hashable, Sendable {
        /// What it is recognised by in both states.
        var key: String
        var kind: Kind
        var reference: String
        var title: String
        /// The title of the area that it stands in; empty for the plan's head.
        var area: String
        var fields: [Field]
        var finish: PartialDate?

        func value(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }
    }

    struct Field: Hashable, Sendable {
        var name: String
        var value: String

        init(_ name: String, _ value: String?) { (self.name, self.value) = (name, value ?? "") }
    }

    struct Change: Hashable, Sendable {
        enum What: Hashable, Sendable {
            case added, removed
            case changed([FieldChange])
        }

        var what: What
        var row: Row
        /// The finish that it moved from, where that differs.
        var moved: (from: PartialDate?, to: PartialDate?)? {
            guard case .changed = what, old?.finish != row.finish else { return nil }
            return (old?.finish, row.finish)
        }
        var old: Row?
    }

    struct FieldChange: Hashable, Sendable {
        var name: String
        var was: String
        var now: String
    }
}

extension PlanDifference {
    /// What `new` says that `old` did not, in the order of `new`; what is gone stands after what it stood after.
    static func between(_ old: [Row], _ new: [Row]) -> PlanDifference {
        let before = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.key))
        var gone: [String: [Row]] = [:]
        var last = ""
        for row in old {
            if after.contains(row.key) { last = row.key } else { gone[last, default: []].append(row) }
        }
        func removed(after key: String) -> [Change] {
            (gone[key] ?? []).map { Change(what: .removed, row: $0, old: $0) }
        }
        var difference = PlanDifference(changes: removed(after: ""), same: 0)
        for row in new {
            if let was = before[row.key] {
                let fields = fields(was, row)
                if fields.isEmpty {
                    difference.same += 1
                } else {
                    difference.changes.append(Change(what: .changed(fields), row: row, old: was))
                }
            } else {
                difference.changes.append(Change(what: .added, row: row, old: nil))
            }
            difference.changes += removed(after: row.key)
        }
        return difference
    }

    /// The fields in which the two differ.
    static func fields(_ old: Row, _ new: Row) -> [FieldChange] {
        var names = new.fields.map(\.name)
        names += old.fields.map(\.name).filter { !names.contains($0) }
        return names.compactMap { name in
            let (was, now) = (old.value(name), new.value(name))
            return was == now ? nil : FieldChange(name: name, was: was, now: now)
        }
    }

    func count(_ what: (Change.What) -> Bool) -> Int { changes.count { what($0.what) } }

    var added: Int { count { $0 == .added } }
    var removed: Int { count { $0 == .removed } }
    var moved: Int { changes.count { $0.moved != nil } }
}

// MARK: Rows of a plan

extension PlanDifference {
    static func rows(_ running: RunningPlan) -> [Row] {
        let plan = running.plan
        var rows = [head(plan)]
        let references = Dictionary(
            plan.actions.map { ($0.id, $0.value.reference ?? $0.value.text.short) },
            uniquingKeysWith: { first, _ in first })
        for area in plan.areas {
            rows.append(row(area.value, key: "area \(area.id)"))
            for action in area.actions {
                var row = row(action.value, in: area.value.title, key: "action \(action.id)")
                if let standing = running.actions[action.id] { row.fields += fields(standing) }
                rows.append(row)
            }
            for criterion in area.criteria {
                var row = row(
                    criterion.value, for: criterion.action.flatMap { references[$0] },
                    in: area.value.title, key: "criterion \(criterion.id)")
                if let proof = running.proofs[criterion.id] {
                    row.fields.append(Field("Proof", proof.standing.symbol.word))
                }
                rows.append(row)
            }
        }
        return rows
    }

    private static func head(_ plan: KeptPlan) -> Row {
        let head = plan.header
        return Row(
            key: "plan", kind: .plan, reference: "", title: "About the plan", area: "",
            fields: [
                Field("Name", head.title), Field("Version", head.version), Field("Dated", head.date?.long),
                Field("Status", head.status), Field("Owners", head.owners.joined(separator: "; ")),
                Field("Leads report", head.updateFrequency?.words),
            ], finish: nil)
    }

    static func row(_ area: Plan.Area, key: String) -> Row {
        let monitoring = area.monitoring.map { $0.text }
        return Row(
            key: key, kind: .area, reference: area.reference ?? "", title: area.title, area: area.title,
            fields: [
                Field("Number", area.reference), Field("Area", area.title), Field("Section", area.section),
                Field("Source", area.sources.joined(separator: "; ")),
                Field("What needs to change", area.changes.map(\.text).joined(separator: "; ")),
                Field("Monitoring", monitoring.joined(separator: "; ")),
                Field("Evidence", area.evidence.map(\.text).joined(separator: "; ")),
            ], finish: nil)
    }

    static func row(_ action: Plan.Action, in area: String, key: String) -> Row {
        Row(
            key: key, kind: .action, reference: action.reference ?? "", title: action.text, area: area,
            fields: [
                Field("Area", area), Field("Number", action.reference),
                Field("What will be done", action.text),
                Field("Lead", action.leads.joined(separator: "; ")),
                Field("When, as written", action.timescale?.text),
                Field("Start", action.timescale?.start?.long),
                Field("Finish", action.timescale?.finish?.long),
                Field("The plan claims", action.status?.words),
            ], finish: action.timescale?.finish)
    }

    static func row(_ criterion: Plan.Criterion, for action: String?, in area: String, key: String) -> Row {
        Row(
            key: key, kind: .criterion, reference: action ?? criterion.action ?? "", title: criterion.text,
            area: area,
            fields: [
                Field("Criterion", criterion.text), Field("Kind", criterion.kind.words),
                Field("Of the action", action ?? criterion.action),
            ], finish: nil)
    }

    private static func fields(_ standing: RunningPlan.ActionStanding) -> [Field] {
        let run = standing.run
        return [
            Field("Who answers", standing.answers), Field("First finish", run.firstFinish?.long),
            Field("Slips", run.slips == 0 ? nil : "\(run.slips)"), Field("Lead claims", run.claim?.words),
            Field("By its dates", standing.progress?.words ?? "No date"),
            Field("Forecast", run.forecast?.long), Field("Closing", run.closingWords),
        ]
    }
}
