import Kernel
import PlanFormat
import Storage

// MARK: Acting

extension RenewPlan {
    /// Takes the document over the plan, in the connection's transaction. Throws `Refused`.
    static func act(
        on plan: ID<PlanRecord>, with theirs: Plan, file: ID<StoredFile>, named name: String,
        _ choices: Choices, seen: Int, by officer: Officer, at now: Instant, on today: Day,
        _ connection: Connection
    ) throws {
        let compared = try compare(connection, officer.authority, plan, theirs, on: today)
        guard compared.running.plan.header.revision == seen else { throw Refused.changedMeanwhile }
        let decided = try decide(compared.renewal, choices)
        var work = Work(
            plan: compared.running.plan, runs: compared.running.actions, theirs: theirs,
            document: theirs.version.map { "version \($0.droppingVersionMark) of the document" } ?? name,
            officer: officer, now: now, today: today, connection: connection, renewal: .make(at: now))
        try RenewalSQL.insert(
            work.renewal, of: plan, version: theirs.version, file: file, named: name, by: officer, at: now,
            connection)
        // The head first, since it counts the revision that was seen.
        try work.head(decided.first { $0.row.kind == .plan }?.choice == .theirs, file, name)
        for entry in decided where entry.row.kind == .area { try work.area(entry.row, entry.choice) }
        for entry in decided where entry.row.kind == .action {
            try work.action(entry.row, entry.choice, entry.date)
        }
        for entry in decided where entry.row.kind == .criterion {
            try work.criterion(entry.row, entry.choice)
        }
        try PlanSQL.touch(plan, officer.authority, connection)
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "plan.renewed",
                subject: "plan", subjectID: plan, plan: plan,
                to: [
                    "says": .string(
                        "\(work.document.prefix(1).uppercased())\(work.document.dropFirst()) taken over the plan"
                    ),
                    "file": .string(name), "taken": .integer(Int64(work.taken)),
                ]))
    }
}

/// The changes of one renewal, with what they lead to: which areas and actions the file's own are here.
private struct Work {
    let plan: KeptPlan
    let runs: [ID<ActionRecord>: RunningPlan.ActionStanding]
    let theirs: Plan
    /// As sentences name it: "version 3 of the document".
    let document: String
    let officer: Officer
    let now: Instant
    let today: Day
    let connection: Connection
    let renewal: ID<RenewalRecord>
    var taken = 0
    /// For each place in the file's lists, the record here.
    private var areas: [Int: ID<AreaRecord>] = [:]
    private var actions: [Int: ID<ActionRecord>] = [:]

    init(
        plan: KeptPlan, runs: [ID<ActionRecord>: RunningPlan.ActionStanding], theirs: Plan,
        document: String, officer: Officer, now: Instant, today: Day, connection: Connection,
        renewal: ID<RenewalRecord>
    ) {
        (self.plan, self.runs, self.theirs, self.document) = (plan, runs, theirs, document)
        (self.officer, self.now, self.today) = (officer, now, today)
        (self.connection, self.renewal) = (connection, renewal)
    }

    private var authority: ID<Authority> { officer.authority }
    private var planID: ID<PlanRecord> { plan.header.id }

    mutating func head(_ isTaken: Bool, _ file: ID<StoredFile>, _ name: String) throws {
        try RenewalSQL.source(
            file, named: name, rest: isTaken ? theirs : nil, of: planID, authority, connection)
        guard isTaken else {
            try PlanPast.keep(head: planID, authority, connection, at: now)
            return
        }
        taken += 1
        var head = theirs
        head.title = plan.header.title
        var setting = PlanSQL.Setting()
        (setting.node, setting.partOf) = (plan.header.node, plan.header.partOf)
        (setting.follows, setting.inspection) = (plan.header.follows, plan.header.inspection)
        guard try PlanSQL.update(head, setting, plan.header, authority, connection, at: now) else {
            throw RenewPlan.Refused.changedMeanwhile
        }
    }

    // MARK: Areas

    mutating func area(_ row: Renewal.Row, _ choice: Renewal.Choice) throws {
        let kept = row.ours.flatMap { id in plan.areas.first { $0.id.rawValue == id } }
        let value = row.theirs.map { theirs.areas[$0] }
        guard let kept else {
            if choice == .theirs, let value, let index = row.theirs { areas[index] = try add(value) }
            return
        }
        if choice == .apart, let value, let index = row.theirs { areas[index] = try add(value) }
        let isMatched = choice != .apart && value != nil
        if isMatched, let index = row.theirs { areas[index] = kept.id }
        try RenewalSQL.place(
            isMatched ? value?.place : nil, of: kept.id.rawValue, in: "plan_area", authority, connection)
        if choice == .theirs, let value {
            taken += 1
            guard
                try PlanSQL.update(
                    value, kept.id, revision: kept.revision, of: planID, authority, connection, at: now)
            else { throw RenewPlan.Refused.changedMeanwhile }
            try PlanSQL.replaceItems(of: value, kept.id, of: planID, authority, connection, at: now)
            try tell("area.changed", "area", kept.id, "Taken from \(document)", row)
        } else {
            try PlanPast.keep(area: kept.id, authority, connection, at: now)
        }
        try keep(row, choice, kept.id.rawValue)
    }

    private mutating func add(_ area: Plan.Area) throws -> ID<AreaRecord> {
        let id = ID<AreaRecord>.make(at: now)
        taken += 1
        try PlanSQL.insert(
            area, as: id, position: try PlanSQL.nextPosition(in: planID, authority, connection), of: planID,
            authority, connection, at: now)
        try PlanSQL.replaceItems(of: area, id, of: planID, authority, connection, at: now)
        try tell("area.added", "area", id, "Added from \(document)")
        try RenewalSQL.insert(
            outcome: "added", of: id.rawValue, .area, in: renewal, authority, connection)
        return id
    }

    // MARK: Actions

    mutating func action(_ row: Renewal.Row, _ choice: Renewal.Choice, _ date: Renewal.DateChoice) throws {
        let all = theirs.areas.enumerated().flatMap { area in area.element.actions.map { (area.offset, $0) } }
        let kept = row.ours.flatMap { id in plan.actions.first { $0.id.rawValue == id } }
        let found = row.theirs.map { all[$0] }
        guard let kept else {
            if choice == .theirs, let found { try add(found.1, to: found.0, row) }
            return
        }
        if choice == .apart, let found { try add(found.1, to: found.0, row) }
        let value = choice == .apart ? nil : found?.1
        if value != nil, let index = row.theirs { actions[index] = kept.id }
        try RenewalSQL.places(of: value, kept.id.rawValue, authority, connection)
        let isLocked = runs[kept.id]?.run.firstLocked != nil
        if choice == .theirs, var value {
            taken += 1
            // A locked date moves only by being asked for.
            if isLocked, row.date != nil { value.timescale = kept.value.timescale }
            value.label = kept.value.label
            guard
                try PlanSQL.update(
                    value, kept.id, revision: kept.revision, of: planID, authority, connection, at: now)
            else { throw RenewPlan.Refused.changedMeanwhile }
            try DatesSQL.lock(
                action: kept.id, of: planID, authority, at: now, by: DatesSQL.Actor(officer), connection)
            try tell("action.changed", "action", kept.id, "Taken from \(document)", row)
        } else {
            try PlanPast.keep(action: kept.id, authority, connection, at: now)
        }
        if date == .ask, let wanted = value?.timescale { try ask(wanted, for: kept, row) }
        if choice == .gone || choice == .apart {
            try tell("action.gone", "action", kept.id, "No longer in \(document); kept here")
        }
        try keep(row, choice, kept.id.rawValue)
    }

    private func ask(_ wanted: Plan.Timescale, for action: KeptPlan.Action, _ row: Renewal.Row) throws {
        guard let finish = wanted.finish else { return }
        do {
            try AskDate.ask(
                AskDate.Wish(
                    start: wanted.start, finish: finish,
                    reason: "\(document.prefix(1).uppercased())\(document.dropFirst()) gives this date",
                    different: "The document has been agreed anew: \(wanted.text)"),
                for: action.id, of: planID, by: officer, at: now, on: today, connection)
        } catch let refusal as AskDate.Refused {
            throw RenewPlan.Refused.date(
                field: "date-\(row.field)",
                "\(row.shown.reference) \(row.shown.title.short): \(refusal.sentence)")
        }
    }

    private mutating func add(_ action: Plan.Action, to index: Int, _ row: Renewal.Row) throws {
        // Its area was left out, so it has nowhere to stand.
        guard let area = areas[index], let place = row.theirs else { return }
        let id = ID<ActionRecord>.make(at: now)
        taken += 1
        try PlanSQL.insert(
            action, as: id, in: area, position: try PlanSQL.nextPosition(in: planID, authority, connection),
            of: planID, authority, connection, at: now)
        try DatesSQL.lock(
            action: id, of: planID, authority, at: now, by: DatesSQL.Actor(officer), connection)
        actions[place] = id
        try tell("action.added", "action", id, "Added from \(document)")
        try RenewalSQL.insert(
            outcome: "added", of: id.rawValue, .action, in: renewal, authority, connection)
    }

    // MARK: Criteria

    mutating func criterion(_ row: Renewal.Row, _ choice: Renewal.Choice) throws {
        let all = theirs.areas.enumerated().flatMap { area in area.element.criteria.map { (area.offset, $0) }
        }
        let found = row.theirs.map { all[$0] }
        let kept = row.ours.flatMap { id in
            plan.areas.lazy.flatMap(\.criteria).first { $0.id.rawValue == id }
        }
        guard let kept else {
            if choice == .theirs, let found { try add(found.1, to: found.0) }
            return
        }
        if choice == .apart, let found { try add(found.1, to: found.0) }
        let value = choice == .apart ? nil : found?.1
        try RenewalSQL.place(
            value?.place, of: kept.id.rawValue, in: "plan_criterion", authority, connection)
        if choice == .theirs, let found {
            taken += 1
            guard
                try PlanSQL.update(
                    found.1, kept.id, action: action(of: found.1, in: found.0), revision: kept.revision,
                    of: planID, authority, connection, at: now)
            else { throw RenewPlan.Refused.changedMeanwhile }
            try tell("criterion.changed", "criterion", kept.id, "Taken from \(document)", row)
        } else {
            try PlanPast.keep(criterion: kept.id, authority, connection, at: now)
        }
        if choice == .gone || choice == .apart {
            try tell("criterion.gone", "criterion", kept.id, "No longer in \(document); kept here")
        }
        try keep(row, choice, kept.id.rawValue)
    }

    private mutating func add(_ criterion: Plan.Criterion, to index: Int) throws {
        guard let area = areas[index] else { return }
        let id = ID<CriterionRecord>.make(at: now)
        taken += 1
        try PlanSQL.insert(
            criterion, as: id, in: area, action: action(of: criterion, in: index),
            position: try PlanSQL.nextPosition(in: planID, authority, connection), of: planID, authority,
            connection, at: now)
        try tell("criterion.added", "criterion", id, "Added from \(document)")
        try RenewalSQL.insert(
            outcome: "added", of: id.rawValue, .criterion, in: renewal, authority, connection)
    }

    /// The record that the criterion's action is here.
    private func action(of criterion: Plan.Criterion, in area: Int) -> ID<ActionRecord>? {
        guard let reference = criterion.action else { return nil }
        let before = theirs.areas[..<area].reduce(0) { $0 + $1.actions.count }
        return theirs.areas[area].actions.firstIndex { $0.reference == reference }
            .flatMap { actions[before + $0] }
    }

    // MARK: What is kept of it

    private func keep(_ row: Renewal.Row, _ choice: Renewal.Choice, _ record: Int64) throws {
        let outcome =
            switch (row.status, choice) {
            case (.same, _): "same"
            case (.missing, .gone), (_, .apart): "gone"
            case (.missing, _): "kept"
            case (_, .theirs): "theirs"
            default: "ours"
            }
        try RenewalSQL.insert(outcome: outcome, of: record, row.kind, in: renewal, authority, connection)
    }

    private func tell<Owner>(
        _ kind: String, _ subject: String, _ id: ID<Owner>, _ says: String, _ row: Renewal.Row? = nil
    ) throws {
        let fields = row?.fields ?? []
        func json(_ value: (Renewal.Field) -> String) -> JSON {
            .object(fields.map { JSON.Member($0.name, .string(value($0))) })
        }
        var to: [JSON.Member] = [JSON.Member("says", .string(says))]
        to += fields.map { JSON.Member($0.name, .string($0.theirs)) }
        try connection.record(
            Event(
                authority: authority, at: now, actor: officer.account, kind: kind, subject: subject,
                subjectID: id, plan: planID, from: fields.isEmpty ? .null : json(\.ours), to: .object(to)))
    }
}
