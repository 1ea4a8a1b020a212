import Kernel
import PlanFormat

/// A newer document over a running plan, row by row: what it was at the last import or publication, what it is here now,
/// and what the file says. Pure: values in, values out.
struct Renewal: Sendable {
    var rows: [Row]

    enum Status: String, Sendable {
        /// The file says what is here.
        case same
        /// Only the file changed, or only we did, since the last import.
        case fileChanged, weChanged
        /// Both changed: somebody has to say which holds.
        case bothChanged
        /// In the file and not here, or here and no longer in the file.
        case added, missing
    }

    enum Choice: String, Sendable {
        case ours, theirs
        /// The two are not one thing, although they have one number.
        case apart
        /// No longer in the document: kept here, and marked so.
        case gone
    }

    /// What becomes of a date that is locked and differs in the file.
    enum DateChoice: String, Sendable {
        case ours, ask
    }

    struct Row: Sendable {
        /// As the form names it.
        var key: String
        var kind: PlanDifference.Kind
        /// Which record here, and which place in the file's list of that kind.
        var ours: Int64?
        var theirs: Int?
        /// The area of the file that it stands in, for what is only in the file.
        var area: Int?
        var status: Status
        var fields: [Field]
        var shown: PlanDifference.Row
        /// How alike the two texts are, from 0 to 1, where they were matched by number alone.
        var likeness: Double
        var date: DateDifference?

        /// The two share a number and next to no words.
        var isDoubtful: Bool { ours != nil && theirs != nil && likeness < 0.3 }

        var choices: [Choice] {
            switch status {
            case .same: []
            case .added: [.theirs, .ours]
            case .missing: [.gone, .ours]
            case .fileChanged, .weChanged, .bothChanged:
                fields.isEmpty ? [] : isDoubtful ? [.theirs, .ours, .apart] : [.theirs, .ours]
            }
        }

        /// What is proposed; nil where somebody has to say.
        var proposed: Choice? {
            switch status {
            case .same, .bothChanged: nil
            case .weChanged: .ours
            case .added: .theirs
            case .missing: .gone
            case .fileChanged: isDoubtful ? nil : .theirs
            }
        }
    }

    /// A field in which the file and the plan differ.
    struct Field: Hashable, Sendable {
        var name: String
        var was: String
        var ours: String
        var theirs: String
    }

    /// A locked date that the file gives otherwise.
    struct DateDifference: Sendable {
        var was: PartialDate?
        var ours: PartialDate?
        var theirs: PartialDate?
        /// Why a new date cannot be asked for; nil where it can.
        var obstacle: String?

        var proposed: DateChoice { obstacle == nil && theirs != was ? .ask : .ours }
    }

    static let dateFields: Set<String> = ["When, as written", "Start", "Finish"]
}

// MARK: Matching

/// Which rows of the file are which records here.
struct RenewalMatch: Sendable {
    /// For each of ours, the index among theirs.
    var areas: [Int: Int] = [:]
    var actions: [Int: Int] = [:]
    var criteria: [Int: Int] = [:]

    struct Item {
        var reference: String?
        var text: String
        /// What it must share with the other, such as the area that it stands in; nil for nothing.
        var group: Int?
    }

    /// The same words first, then the same number with words alike, then words alike, then the same number.
    static func pairs(_ ours: [Item], _ theirs: [Item]) -> [Int: Int] {
        var pairs: [Int: Int] = [:]
        var taken: Set<Int> = []
        let left = ours.map { words($0.text) }
        let right = theirs.map { words($0.text) }
        func pass(_ least: Double, _ isAllowed: (Item, Item) -> Bool) {
            var found: [(Double, Int, Int)] = []
            for one in ours.indices where pairs[one] == nil {
                for two in theirs.indices where !taken.contains(two) {
                    guard ours[one].group == theirs[two].group || ours[one].group == nil,
                        isAllowed(ours[one], theirs[two])
                    else { continue }
                    let likeness = likeness(left[one], right[two])
                    if likeness >= least { found.append((likeness, one, two)) }
                }
            }
            found.sort { ($0.0, -$0.1, -$0.2) > ($1.0, -$1.1, -$1.2) }
            for (_, one, two) in found where pairs[one] == nil && !taken.contains(two) {
                pairs[one] = two
                taken.insert(two)
            }
        }
        let sameNumber = { (one: Item, two: Item) in one.reference != nil && one.reference == two.reference }
        pass(1) { $0.reference == $1.reference }
        pass(1) { _, _ in true }
        pass(0.3, sameNumber)
        pass(0.6) { _, _ in true }
        pass(0, sameNumber)
        return pairs
    }

    static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// Twice the shared words over all words of both (Dice's coefficient).
    static func likeness(_ one: Set<String>, _ two: Set<String>) -> Double {
        guard !one.isEmpty || !two.isEmpty else { return 1 }
        return 2 * Double(one.intersection(two).count) / Double(one.count + two.count)
    }

    init(_ ours: KeptPlan, _ theirs: Plan) {
        areas = Self.pairs(
            ours.areas.map { Item(reference: $0.value.reference, text: $0.value.title) },
            theirs.areas.map { Item(reference: $0.reference, text: $0.title) })
        actions = Self.pairs(
            ours.actions.map { Item(reference: $0.value.reference, text: $0.value.text) },
            theirs.areas.flatMap(\.actions).map { Item(reference: $0.reference, text: $0.text) })
        // A criterion is the same one only in the same area.
        criteria = Self.pairs(
            ours.areas.enumerated().flatMap { index, area in
                area.criteria.map { Item(text: $0.value.text, group: areas[index] ?? -1) }
            },
            theirs.areas.enumerated().flatMap { index, area in
                area.criteria.map { Item(text: $0.text, group: index) }
            })
    }
}

// MARK: Comparing

extension Renewal {
    /// `was` is the plan at its last import or publication; `today` says which dates can still be asked for.
    init(was: KeptPlan, ours: RunningPlan, theirs: Plan, on today: Day) {
        let match = RenewalMatch(ours.plan, theirs)
        let before = Dictionary(
            PlanDifference.rows(RunningPlan(plan: was, day: today, moment: nil, actions: [:])).map {
                ($0.key, $0)
            },
            uniquingKeysWith: { first, _ in first })
        rows = []
        let plan = ours.plan
        let merged = match.areas.mapValues { theirs.areas[$0] }
        add(head: plan, was, theirs)
        for (index, area) in plan.areas.enumerated() {
            let key = "area \(area.id)"
            add(
                key, .area, ours: area.id.rawValue, PlanDifference.row(area.value, key: key), before[key],
                theirs: match.areas[index], merged[index].map { PlanDifference.row($0, key: key) })
        }
        let file = theirs.areas.flatMap { area in area.actions.map { (area.title, $0) } }
        for (index, action) in plan.actions.enumerated() {
            let key = "action \(action.id)"
            let area = plan.areas.first { $0.id == action.area }?.value.title ?? ""
            let other = match.actions[index].map { file[$0] }
            add(
                key, .action, ours: action.id.rawValue, PlanDifference.row(action.value, in: area, key: key),
                before[key], theirs: match.actions[index],
                // Which area it stands in is the plan's own; what the file moves is said in the row of the area.
                other.map { PlanDifference.row($0.1, in: area, key: key) },
                date: other.flatMap { date(action, ours, $0.1, before[key], today) })
        }
        let criteria = plan.areas.flatMap { area in area.criteria.map { (area, $0) } }
        let fileCriteria = theirs.areas.flatMap { area in area.criteria.map { (area.title, $0) } }
        let references = Dictionary(
            plan.actions.map { ($0.id, $0.value.reference) }, uniquingKeysWith: { first, _ in first })
        for (index, (area, criterion)) in criteria.enumerated() {
            let key = "criterion \(criterion.id)"
            let own = criterion.action.flatMap { references[$0] ?? nil }
            add(
                key, .criterion, ours: criterion.id.rawValue,
                PlanDifference.row(criterion.value, for: own, in: area.value.title, key: key), before[key],
                theirs: match.criteria[index],
                match.criteria[index].map { fileCriteria[$0] }.map {
                    PlanDifference.row($0.1, for: $0.1.action, in: area.value.title, key: key)
                })
        }
        addNew(theirs, match)
    }

    private mutating func add(head plan: KeptPlan, _ was: KeptPlan, _ theirs: Plan) {
        func row(_ plan: Plan) -> PlanDifference.Row {
            PlanDifference.Row(
                key: "plan", kind: .plan, reference: "", title: "About the plan", area: "",
                fields: [
                    .init("Version", plan.version), .init("Dated", plan.date?.long),
                    .init("Status", plan.status), .init("Owners", plan.owners.joined(separator: "; ")),
                    .init("Leads report", plan.updateFrequency?.words),
                    .init("Groups, risks and the rest", Self.rest(plan)),
                ], finish: nil)
        }
        add(
            "plan", .plan, ours: 0, row(plan.interchange), row(was.interchange), theirs: 0, row(theirs))
    }

    private static func rest(_ plan: Plan) -> String {
        let counts = [
            (plan.groups.count, "group"), (plan.risks.count, "risk"), (plan.standards.count, "standard"),
            (plan.keyDates.count, "key date"), (plan.training.count, "training need"),
            (plan.figures.count, "figure"),
        ]
        return counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }.joined(separator: ", ")
    }

    private mutating func add(
        _ key: String, _ kind: PlanDifference.Kind, ours id: Int64, _ ours: PlanDifference.Row,
        _ was: PlanDifference.Row?, theirs index: Int?, _ theirs: PlanDifference.Row?,
        date: DateDifference? = nil
    ) {
        guard let theirs else {
            rows.append(
                Row(
                    key: key, kind: kind, ours: id, theirs: nil, status: .missing, fields: [], shown: ours,
                    likeness: 0))
            return
        }
        let fields = PlanDifference.fields(ours, theirs)
            .filter { date == nil || !Renewal.dateFields.contains($0.name) }
            .map { Field(name: $0.name, was: was?.value($0.name) ?? "", ours: $0.was, theirs: $0.now) }
        let weChanged = was.map { was in fields.contains { was.value($0.name) != $0.ours } } ?? true
        let fileChanged = was.map { was in fields.contains { was.value($0.name) != $0.theirs } } ?? true
        let status: Status =
            fields.isEmpty
            ? (date == nil ? .same : .fileChanged)
            : weChanged ? (fileChanged ? .bothChanged : .weChanged) : .fileChanged
        rows.append(
            Row(
                key: key, kind: kind, ours: id, theirs: index, status: status, fields: fields, shown: ours,
                likeness: kind == .plan
                    ? 1
                    : RenewalMatch.likeness(
                        RenewalMatch.words(ours.title), RenewalMatch.words(theirs.title)), date: date))
    }

    /// Nil where the date is not locked, or the file has the same.
    private func date(
        _ action: KeptPlan.Action, _ ours: RunningPlan, _ theirs: Plan.Action, _ was: PlanDifference.Row?,
        _ today: Day
    ) -> DateDifference? {
        let run = ours.actions[action.id]?.run ?? ActionRun()
        let (here, there) = (action.value.timescale?.finish, theirs.timescale?.finish)
        let starts = action.value.timescale?.start != theirs.timescale?.start
        guard run.firstLocked != nil, here != there || starts else { return nil }
        let obstacle: String? =
            if run.closing == .closed {
                "This action is closed: its date cannot move any more"
            } else if let there {
                there.last < today ? "That date has passed already, so it cannot be asked for" : nil
            } else {
                "The document gives no date any more; the one that is promised stays"
            }
        return DateDifference(was: was?.finish, ours: here, theirs: there, obstacle: obstacle)
    }

    private mutating func addNew(_ theirs: Plan, _ match: RenewalMatch) {
        func new(_ kind: PlanDifference.Kind, _ index: Int, in area: Int, _ row: PlanDifference.Row) {
            rows.append(
                Row(
                    key: "new \(kind.rawValue) \(index)", kind: kind, ours: nil, theirs: index, area: area,
                    status: .added, fields: [], shown: row, likeness: 0))
        }
        let (areas, actions) = (Set(match.areas.values), Set(match.actions.values))
        let criteria = Set(match.criteria.values)
        var (action, criterion) = (0, 0)
        for (index, area) in theirs.areas.enumerated() {
            if !areas.contains(index) { new(.area, index, in: index, PlanDifference.row(area, key: "")) }
            for value in area.actions {
                if !actions.contains(action) {
                    new(.action, action, in: index, PlanDifference.row(value, in: area.title, key: ""))
                }
                action += 1
            }
            for value in area.criteria {
                if !criteria.contains(criterion) {
                    new(
                        .criterion, criterion, in: index,
                        PlanDifference.row(value, for: nil, in: area.title, key: ""))
                }
                criterion += 1
            }
        }
    }
}
