import Documents
import Kernel
import PlanFormat
import Plans
import Storage

/// The invented plan as it was run, through the same functions that the pages call, in the order of time.
enum ExampleRunning {
    /// One thing that somebody did, at a moment of their working day.
    struct Deed {
        let moment: Instant
        let act: (ExampleScene) throws -> Void

        /// `2026-05-12 10:30`, as the clock in Ashmere shows it.
        init(_ text: String, _ act: @escaping (ExampleScene) throws -> Void) throws {
            moment = try ExampleRunning.moment(text)
            self.act = act
        }
    }

    /// A text of the tables that says nothing that can be used.
    struct Unusable: Error {
        let text: String
    }

    static func run(_ scene: ExampleScene) throws {
        let deeds = try [
            ExampleBeginning.deeds(), ExamplePublishing.deeds(), ExampleUpdates.deeds(),
            ExampleDates.deeds(), ExampleSteps.deeds(), ExampleEvidence.deeds(), ExampleClosings.deeds(),
            ExampleCriteria.deeds(), ExampleDocuments.deeds(),
        ].flatMap { $0 }
        for deed in deeds.sorted(by: { $0.moment < $1.moment }) {
            var scene = scene
            scene.now = deed.moment
            try deed.act(scene)
        }
    }
}

// MARK: What the tables hold

extension ExampleRunning {
    /// The rows of a table, a line each, their cells parted by `|`.
    static func rows(_ table: String, cells: Int) throws -> [[String]] {
        try table.split(separator: "\n").map { line in
            let found = line.split(separator: "|", omittingEmptySubsequences: false).map {
                String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            guard found.count == cells else { throw Unusable(text: String(line)) }
            return found
        }
    }

    static func moment(_ text: String) throws -> Instant {
        guard text.count == 16, let clock = Instant("\(text.prefix(10))T\(text.suffix(5)):00.000Z") else {
            throw Unusable(text: text)
        }
        let shown = clock.inLondon.minutes
        let asked = Int((clock.milliseconds / 60_000) % (24 * 60))
        return clock.adding(seconds: Int64(asked - shown) * 60)
    }

    static func day(_ text: some StringProtocol) throws -> Day {
        guard let day = Day(text) else { throw Unusable(text: String(text)) }
        return day
    }
}

/// The invented authority at one moment of its story.
struct ExampleScene {
    let connection: Connection
    let authority: ID<Authority>
    let plan: ID<PlanRecord>
    let document: Document
    var now: Instant
    private let officers: [String: Officer]
    private let actions: [String: ID<ActionRecord>]
    private let criteria: [String: ID<CriterionRecord>]
    private let areas: [String: ID<AreaRecord>]

    init(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: KeptPlan, document: Document,
        officers: [String: Officer], at now: Instant
    ) {
        self.connection = connection
        self.authority = authority
        self.plan = plan.header.id
        self.document = document
        self.officers = officers
        self.now = now
        var (actions, criteria) = ([String: ID<ActionRecord>](), [String: ID<CriterionRecord>]())
        var areas: [String: ID<AreaRecord>] = [:]
        for area in plan.areas {
            if let reference = area.value.reference { areas[reference] = area.id }
            for action in area.actions {
                guard let reference = action.value.reference else { continue }
                actions[reference] = action.id
                criteria[reference] = area.criteria.first { $0.action == action.id }?.id
            }
        }
        (self.actions, self.criteria, self.areas) = (actions, criteria, areas)
    }

    var today: Day { now.inLondon.day }

    /// By first name.
    func officer(_ name: String) throws -> Officer { try found(officers[name], name) }
    /// By the number that the plan prints.
    func action(_ reference: String) throws -> ID<ActionRecord> {
        try found(actions[reference], reference)
    }
    /// The criterion of that action.
    func criterion(_ reference: String) throws -> ID<CriterionRecord> {
        try found(criteria[reference], reference)
    }
    func area(_ reference: String) throws -> ID<AreaRecord> { try found(areas[reference], reference) }

    func kept() throws -> KeptPlan {
        try found(try PlanSQL.plan(connection, authority, plan), "plan")
    }

    func found<Value>(_ value: Value?, _ text: String) throws -> Value {
        guard let value else { throw ExampleRunning.Unusable(text: text) }
        return value
    }

    /// Writes into the journal what a page would write there itself.
    func record(
        _ kind: String, _ subject: String, _ id: some CustomStringConvertible, says: String,
        reason: String? = nil, by officer: Officer
    ) throws {
        try connection.record(
            Event(
                authority: authority, at: now, actor: officer.account, kind: kind, subject: subject,
                subjectID: id.description, plan: plan, to: ["says": .string(says)], reason: reason))
    }
}
