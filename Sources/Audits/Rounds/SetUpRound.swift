package import Kernel
package import Storage

/// Setting a round up: what it asks of which files, by whom and by when. All of it may change until its frame is locked.
package enum SetUpRound {
    package enum Refused: String, Refusal, CaseIterable {
        case seriesMissing = "Name the series: what rounds that ask the same again have in common"
        case titleMissing = "Give the round a title"
        case questionMissing = "Say what the round is to find out"
        case tooLong = "A series and a title have up to 120 characters, a question up to 600"
        case nodeMissing = "Choose the part of the organisation whose round it is"
        case nodeOutOfReach = "You keep rounds in another part of the organisation: choose a part of yours"
        case toolMissing = "Choose a tool that has been issued"
        case kindMissing = "Choose how the cases are drawn"
        case sizeMissing = "Say how many cases: a number, a percentage or a margin"
        case sizeWrong =
            "The size is a whole number from 1, a percentage over 0 and up to 100, or a margin over 0 and under 50 points"
        case sizeForCensus =
            "Every case is read, so there is no size: leave it empty, or choose a sample"
        case quotaIsNumber = "A quota is a whole number for each: how many cases of each person or event"
        case marginOfPurpose =
            "Cases that were chosen on purpose speak for themselves alone, so they have no margin: give a number"
        case stratumMissing = "Choose what the sample is stratified by: team, area or group"
        case stratumNotAsked = "Only a stratified sample has strata: choose that kind, or take the strata off"
        case firstMissing = "Choose who reads first"
        case dueMissing = "Give the day by which the audits are due"
        case duePast = "The day by which the audits are due has passed"
        case verifySizeMissing = "Say how many cases are verified, or choose no verification"
        case verifySizeWrong =
            "The size of the verification is a whole number from 1, a percentage over 0 and up to 100, or a margin over 0 and under 50 points"
        case verifyDueMissing = "Give the day by which verification is due"
        case verifyDueEarly = "Verification follows the first reading: its day is not before it"
        case safetyPast = "The day by which each child is assured has passed"
        case safetyNotAsked =
            "This tool does not ask whether a child is safe: leave the day of assurance empty"
        case passWrong = "The share that passes a standard is a whole number from 1 to 100"
        case mostWrong = "The most cases for each auditor is a whole number from 1"
        case mostForHolders =
            "Whoever holds a case audits it, so there is no most to set: leave it empty, or have cases verified"
        case restWrong = "The months of rest are a whole number from 1 to 36"
        case restOfAgain = "A re-audit reads the same cases again, so none can rest: leave the months empty"
        case locked = "The frame is locked, so the round no longer changes"
        case changedMeanwhile =
            "Somebody else changed this round meanwhile. What you typed stands below: look at the round and save it again"

        package var field: String? {
            switch self {
            case .seriesMissing: "series"
            case .titleMissing, .tooLong: "title"
            case .questionMissing: "question"
            case .nodeMissing, .nodeOutOfReach: "node"
            case .toolMissing: "tool"
            case .kindMissing: "kind"
            case .sizeMissing, .sizeWrong, .sizeForCensus, .quotaIsNumber, .marginOfPurpose: "size"
            case .stratumMissing, .stratumNotAsked: "stratum"
            case .firstMissing: "first"
            case .dueMissing, .duePast: "due"
            case .verifySizeMissing, .verifySizeWrong: "verify-size"
            case .verifyDueMissing, .verifyDueEarly: "verify-due"
            case .safetyPast, .safetyNotAsked: "safety-due"
            case .passWrong: "pass"
            case .mostWrong, .mostForHolders: "most"
            case .restWrong, .restOfAgain: "rest"
            case .locked, .changedMeanwhile: nil
            }
        }
    }

    /// The rule, from values alone. `asksSafety` is the tool's; `isReaudit` where the round reads the same cases again.
    static func decide(
        _ terms: RoundTerms, asksSafety: Bool, isReaudit: Bool, on today: Day
    ) throws(Refused) {
        guard terms.series.count >= 3 else { throw .seriesMissing }
        guard terms.title.count >= 3 else { throw .titleMissing }
        guard terms.question.count >= 3 else { throw .questionMissing }
        guard terms.series.count <= 120, terms.title.count <= 120, terms.question.count <= 600 else {
            throw .tooLong
        }
        try size(terms)
        if terms.kind == .stratified {
            guard terms.stratum != nil else { throw .stratumMissing }
        } else {
            guard terms.stratum == nil else { throw .stratumNotAsked }
        }
        guard terms.dueOn >= today else { throw .duePast }
        if let verification = terms.verification {
            guard isSize(verification.size) else { throw .verifySizeWrong }
            guard verification.dueOn >= terms.dueOn else { throw .verifyDueEarly }
        }
        if let safety = terms.safetyDueOn {
            guard asksSafety else { throw .safetyNotAsked }
            guard safety >= today else { throw .safetyPast }
        }
        guard (1...100).contains(terms.passShare) else { throw .passWrong }
        if let most = terms.mostEach {
            guard (1...10_000).contains(most) else { throw .mostWrong }
            guard terms.first != .own || terms.verification != nil else { throw .mostForHolders }
        }
        if let rest = terms.restMonths {
            guard (1...36).contains(rest) else { throw .restWrong }
            guard !isReaudit else { throw .restOfAgain }
        }
    }

    private static func size(_ terms: RoundTerms) throws(Refused) {
        guard isSize(terms.size) else { throw .sizeWrong }
        switch (terms.kind, terms.size) {
        case (.census, .all), (.purposive, .all): return
        case (.census, _): throw .sizeForCensus
        case (_, .all): throw .sizeMissing
        case (.perPerson, .number), (.perEvent, .number): return
        case (.perPerson, _), (.perEvent, _): throw .quotaIsNumber
        case (.purposive, .margin): throw .marginOfPurpose
        default: return
        }
    }

    private static func isSize(_ size: Round.Size) -> Bool {
        switch size {
        case .all: true
        case .number(let number): (1...FrameLimits.mostLines).contains(number)
        case .percent(let tenths): (1...1000).contains(tenths)
        case .margin(let tenths): (1..<500).contains(tenths)
        }
    }
}

extension SetUpRound {
    /// Makes a round. `again` names the one that it draws anew or audits again.
    package static func make(
        _ terms: RoundTerms, again: Round.Again? = nil, by officer: Officer, on today: Day,
        at now: Instant, _ connection: Connection
    ) throws -> ID<AuditRound> {
        try judge(terms, again, by: officer, on: today, connection)
        let id = ID<AuditRound>.make(at: now)
        let columns = columns(terms)
        try connection.insert(
            into: "audit_round",
            ["authority", "id", "made_at", "made_by", "again_of", "again_kind", "again_reason"]
                + columns.map(\.name),
            rows: [
                [
                    .id(officer.authority), .id(id), .instant(now), .id(officer.account),
                    .id(again?.of), .optional(again?.kind.rawValue), .optional(again?.reason),
                ] + columns.map(\.value)
            ])
        var says = "Set up the round “\(terms.title)”"
        if let again {
            let before = try RoundSQL.round(connection, officer.authority, again.of)?.title ?? ""
            says += again.kind == .redraw ? ", drawn anew after “\(before)”" : ", auditing “\(before)” again"
        }
        try connection.record(
            event("round.made", id, says: says, reason: again?.reason, by: officer, at: now))
        return id
    }

    /// Changes a round that is not locked. `revision` is the one that was changed.
    package static func change(
        _ id: ID<AuditRound>, to terms: RoundTerms, after revision: Int, by officer: Officer,
        on today: Day, at now: Instant, _ connection: Connection
    ) throws {
        let held = try RoundAccess.kept(connection, officer, id, on: today)
        guard held.lockedAt == nil, held.withdrawn == nil else { throw Refused.locked }
        guard held.revision == revision else { throw Refused.changedMeanwhile }
        try judge(terms, held.again, by: officer, on: today, connection)
        let columns = columns(terms)
        let sets = columns.enumerated().map { "\($1.name) = $\($0 + 3)" }.joined(separator: ", ")
        try connection.run(
            "UPDATE audit_round SET \(sets), revision = revision + 1 WHERE authority = $1 AND id = $2",
            [.id(officer.authority), .id(id)] + columns.map(\.value))
        if held.frame != nil {
            try LeaveOut.applyRules(id, connection, officer.authority, on: today)
        }
        try connection.record(
            event("round.changed", id, says: "Changed the round “\(terms.title)”", by: officer, at: now))
    }

    private static func judge(
        _ terms: RoundTerms, _ again: Round.Again?, by officer: Officer, on today: Day,
        _ connection: Connection
    ) throws {
        let tree = try UnitTree.read(connection, officer.authority)
        guard try RoundAccess.keeps(officer, terms.node, in: tree, on: today) else {
            throw Refused.nodeOutOfReach
        }
        guard
            let tool = try ToolSQL.tool(
                connection, officer.authority, terms.tool, version: terms.toolVersion),
            try isIssued(terms, officer.authority, connection)
        else { throw Refused.toolMissing }
        try decide(
            terms, asksSafety: tool.asksSafety, isReaudit: again?.kind == .reaudit, on: today)
    }

    private static func isIssued(
        _ terms: RoundTerms, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Bool {
        try connection.first(
            """
            SELECT 1 FROM audit_tool_version
            WHERE authority = $1 AND tool = $2 AND version = $3 AND issued_at IS NOT NULL
            """, [.id(authority), .id(terms.tool), .int(terms.toolVersion)]
        ) { try $0.int(0) } != nil
    }

    private static func columns(_ terms: RoundTerms) -> [(name: String, value: SQLValue)] {
        let verification = terms.verification?.size.columns
        return [
            ("series", .text(terms.series)), ("title", .text(terms.title)),
            ("question", .text(terms.question)), ("node", .id(terms.node)), ("tool", .id(terms.tool)),
            ("tool_version", .int(terms.toolVersion)), ("kind", .text(terms.kind.rawValue)),
            ("size_kind", .text(terms.size.columns.kind)), ("size", .int(terms.size.columns.value)),
            ("stratum", .optional(terms.stratum?.rawValue)), ("first", .text(terms.first.rawValue)),
            ("due_on", .day(terms.dueOn)), ("verify_kind", .optional(verification?.kind)),
            ("verify_size", .int(verification?.value)), ("verify_due_on", .day(terms.verification?.dueOn)),
            ("safety_due_on", .day(terms.safetyDueOn)), ("pass_share", .int(terms.passShare)),
            ("most_each", .int(terms.mostEach)), ("rest_months", .int(terms.restMonths)),
        ]
    }

    static func event(
        _ kind: String, _ id: ID<AuditRound>, says: String, _ more: [JSON.Member] = [],
        reason: String? = nil, by officer: Officer, at now: Instant
    ) -> Event {
        Event(
            authority: officer.authority, at: now, actor: officer.account, kind: kind,
            subject: "audit round", subjectID: id.description,
            to: .object([JSON.Member("says", .string(says))] + more), reason: reason)
    }
}

enum FrameLimits {
    static let mostLines = 100_000
    static let mostBytes = 16 << 20
    static let longestReference = 64
}
