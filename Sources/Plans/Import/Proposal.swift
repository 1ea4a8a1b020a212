package import Kernel
package import PlanFormat
import PlanReading

/// What will enter the plan when the person confirms: the reading with the edits applied, each part with its key.
package struct Proposal: Hashable, Sendable {
    package var plan: Plan
    package var areas: [ProposedArea]
    /// Questions that nobody has answered yet, in order of the document.
    package var open: [Question]
    package var settled: [Question]
    package var leftOut: [LeftOut]
    /// Edits whose place no longer holds what they changed.
    package var unapplied: [DraftEdit]
    package var offeredTasks: [OfferedTask]

    package struct ProposedArea: Hashable, Sendable {
        package var key: DraftKey
        package var area: Plan.Area
        package var isEdited: Bool
        package var actions: [ProposedAction]
        package var criteria: [ProposedCriterion]
    }

    package struct ProposedAction: Hashable, Sendable {
        package var key: DraftKey
        package var action: Plan.Action
        package var isEdited: Bool
    }

    package struct ProposedCriterion: Hashable, Sendable {
        package var key: DraftKey
        package var criterion: Plan.Criterion
        package var isEdited: Bool
    }

    package struct Question: Hashable, Sendable {
        package var id: String
        package var finding: Plan.Finding
        /// The action, and the area, that it is about; nil where it is about neither.
        package var action: DraftKey?
        package var area: DraftKey?
    }

    package struct LeftOut: Hashable, Sendable {
        package var key: DraftKey
        package var text: String
        package var place: Place?
    }

    package struct OfferedTask: Hashable, Sendable {
        package var group: String
        package var index: Int
        package var text: String
        package var isTaken: Bool
    }
}

// MARK: Making

extension Proposal {
    /// Applies the edits, in order, to what was read.
    package init(_ reading: Plan, edits: [DraftEdit]) {
        self.init(numbering: reading)
        let lastUndone = Proposal.lastUndone(edits)
        for (index, edit) in edits.enumerated() {
            if let key = edit.key, let undone = lastUndone[key], index <= undone { continue }
            if !apply(edit) { unapplied.append(edit) }
        }
        gather(settled: edits)
    }

    private init(numbering plan: Plan) {
        self.init(
            plan: plan, areas: [], open: [], settled: [], leftOut: [], unapplied: [], offeredTasks: [])
        var seen: [String: Int] = [:]
        func key(_ kind: String, _ place: Place?) -> DraftKey {
            let stem = "\(kind) at \(place?.description ?? "no place")"
            seen[stem, default: 0] += 1
            return DraftKey("\(stem) number \(seen[stem, default: 0])")
        }
        for area in plan.areas {
            areas.append(
                ProposedArea(
                    key: key("area", area.place), area: area, isEdited: false,
                    actions: area.actions.map {
                        ProposedAction(key: key("action", $0.place), action: $0, isEdited: false)
                    },
                    criteria: area.criteria.map {
                        ProposedCriterion(key: key("criterion", $0.place), criterion: $0, isEdited: false)
                    }))
        }
    }

    /// For each key, the place in the list of the last edit that set it back to as it was read.
    private static func lastUndone(_ edits: [DraftEdit]) -> [DraftKey: Int] {
        var last: [DraftKey: Int] = [:]
        for (index, edit) in edits.enumerated() {
            if case .asRead(let key) = edit { last[key] = index }
        }
        return last
    }

    private mutating func apply(_ edit: DraftEdit) -> Bool {
        switch edit {
        case .area(let key, let fields):
            guard let index = areas.firstIndex(where: { $0.key == key }) else { return false }
            areas[index].area.title = fields.title
            areas[index].area.reference = fields.reference
            areas[index].isEdited = true
            return true
        case .action(let key, let fields):
            return change(action: key) { $0.set(fields, baseYear: $1) }
        case .criterion(let key, let fields):
            for area in areas.indices {
                guard let index = areas[area].criteria.firstIndex(where: { $0.key == key }) else { continue }
                areas[area].criteria[index].criterion.text = fields.text
                areas[area].criteria[index].criterion.action = fields.action
                areas[area].criteria[index].isEdited = true
                return true
            }
            return false
        case .leaveOut(let key): return leaveOut(key)
        case .asRead: return true
        case .split(let key, let texts): return split(key, into: texts)
        case .joinNext(let key): return joinNext(key)
        case .takeTask(let group, let task): return take(task: task, of: group)
        case .settled: return true
        }
    }

    private mutating func change(
        action key: DraftKey, _ body: (inout ProposedAction, Int?) -> Void
    ) -> Bool {
        for area in areas.indices {
            guard let index = areas[area].actions.firstIndex(where: { $0.key == key }) else { continue }
            body(&areas[area].actions[index], plan.baseYear)
            areas[area].actions[index].isEdited = true
            return true
        }
        return false
    }

    private mutating func leaveOut(_ key: DraftKey) -> Bool {
        if let index = areas.firstIndex(where: { $0.key == key }) {
            let area = areas.remove(at: index)
            leftOut.append(LeftOut(key: key, text: area.area.title, place: area.area.place))
            return true
        }
        for area in areas.indices {
            if let index = areas[area].actions.firstIndex(where: { $0.key == key }) {
                let action = areas[area].actions.remove(at: index).action
                leftOut.append(LeftOut(key: key, text: action.text, place: action.place))
                return true
            }
            if let index = areas[area].criteria.firstIndex(where: { $0.key == key }) {
                let criterion = areas[area].criteria.remove(at: index).criterion
                leftOut.append(LeftOut(key: key, text: criterion.text, place: criterion.place))
                return true
            }
        }
        return false
    }

    private mutating func split(_ key: DraftKey, into texts: [String]) -> Bool {
        guard texts.count > 1 else { return false }
        for area in areas.indices {
            guard let index = areas[area].actions.firstIndex(where: { $0.key == key }) else { continue }
            let whole = areas[area].actions[index]
            let parts = texts.enumerated().map { number, text in
                var part = whole
                part.action.text = text
                part.isEdited = true
                if number > 0 {
                    part.key = DraftKey("\(key.description), part \(number + 1)")
                    part.action.reference = nil
                    part.action.label = nil
                }
                return part
            }
            areas[area].actions.replaceSubrange(index...index, with: parts)
            return true
        }
        return false
    }

    private mutating func joinNext(_ key: DraftKey) -> Bool {
        for area in areas.indices {
            guard let index = areas[area].actions.firstIndex(where: { $0.key == key }) else { continue }
            guard index + 1 < areas[area].actions.count else { return false }
            let next = areas[area].actions.remove(at: index + 1).action
            var joined = areas[area].actions[index]
            joined.action.text += " " + next.text
            joined.action.leads += next.leads.filter { !joined.action.leads.contains($0) }
            joined.action.timescale = joined.action.timescale ?? next.timescale
            joined.action.seeAlso += next.seeAlso.filter { !joined.action.seeAlso.contains($0) }
            joined.isEdited = true
            areas[area].actions[index] = joined
            for criterion in areas[area].criteria.indices
            where next.reference != nil
                && areas[area].criteria[criterion].criterion.action == next.reference
            {
                areas[area].criteria[criterion].criterion.action = joined.action.reference
            }
            return true
        }
        return false
    }

    private mutating func take(task index: Int, of name: String) -> Bool {
        guard let group = plan.groups.first(where: { $0.name == name }), group.tasks.indices.contains(index)
        else { return false }
        let areaKey = DraftKey("tasks of \(name)")
        let taken = ProposedAction(
            key: DraftKey("task \(index + 1) of \(name)"), action: group.tasks[index], isEdited: false)
        if let area = areas.firstIndex(where: { $0.key == areaKey }) {
            guard !areas[area].actions.contains(where: { $0.key == taken.key }) else { return true }
            areas[area].actions.append(taken)
        } else {
            let area = Plan.Area(title: "Tasks of the \(name)", place: group.place)
            areas.append(
                ProposedArea(key: areaKey, area: area, isEdited: false, actions: [taken], criteria: []))
        }
        return true
    }
}

extension Proposal.ProposedAction {
    fileprivate mutating func set(_ fields: DraftEdit.ActionFields, baseYear: Int?) {
        action.text = fields.text
        action.reference = fields.reference
        action.leads = fields.leads
        if fields.timescale != action.timescale?.text {
            let place = action.timescale?.place
            action.timescale = fields.timescale.map { PlanReader.timescale($0, baseYear: baseYear) }
            action.timescale?.place = place
        }
    }
}

extension Proposal {
    /// Puts the parts back into one plan, and sorts the reader's questions into open and settled.
    private mutating func gather(settled edits: [DraftEdit]) {
        plan.areas = areas.map { proposed in
            var area = proposed.area
            area.actions = proposed.actions.map(\.action)
            area.criteria = proposed.criteria.map(\.criterion)
            return area
        }
        var answered: Set<String> = []
        for case .settled(let question) in edits { answered.insert(question) }
        for (index, finding) in plan.findings.enumerated() {
            let question = question(finding, number: index)
            if answered.contains(question.id) { settled.append(question) } else { open.append(question) }
        }
        offeredTasks = plan.groups.flatMap { group in
            group.tasks.enumerated().map { index, task in
                let key = DraftKey("task \(index + 1) of \(group.name)")
                return OfferedTask(
                    group: group.name, index: index, text: task.text,
                    isTaken: areas.contains { $0.actions.contains { $0.key == key } })
            }
        }
    }

    private func question(_ finding: Plan.Finding, number: Int) -> Question {
        let place = finding.place
        var question = Question(
            id: "\(finding.message) (\(place?.description ?? ""))", finding: finding, action: nil, area: nil)
        for area in areas {
            for action in area.actions
            where finding.subject != nil && action.action.reference == finding.subject {
                question.action = action.key
                question.area = area.key
                return question
            }
            if finding.subject != nil, area.area.reference == finding.subject { question.area = area.key }
        }
        if let row = place?.row, let table = place?.table {
            for area in areas {
                let here = area.actions.filter {
                    $0.action.place?.table == table && $0.action.place?.row == row
                }
                // One action stands in that row: the question is about it.
                if here.count == 1, question.action == nil {
                    question.action = here[0].key
                    question.area = area.key
                }
            }
        }
        if question.area == nil, let row = place?.row, let table = place?.table {
            question.area =
                areas.last {
                    $0.area.place?.table == table && ($0.area.place?.row ?? .max) <= row
                }?.key
        }
        return question
    }
}

extension DraftEdit {
    /// The item that the edit changes; nil for edits of no one item.
    var key: DraftKey? {
        switch self {
        case .area(let key, _), .action(let key, _), .criterion(let key, _), .leaveOut(let key),
            .asRead(let key), .split(let key, _), .joinNext(let key):
            key
        case .takeTask(let group, let task): DraftKey("task \(task + 1) of \(group)")
        case .settled: nil
        }
    }
}
