package import Kernel
package import Storage

/// What may change in a drawn sample, each with a reason: who reads a case, one case for the next, more cases.
package enum ReassignCase {
    package enum Refused: Refusal {
        case reasonMissing
        case personMissing
        case samePerson(String)
        case sent
        case closed
        case notIndependent(String)
        case mayNot(String)
        case full(String, Int)

        package var sentence: String {
            switch self {
            case .reasonMissing: "Say why somebody else reads this case"
            case .personMissing: "Choose who reads it"
            case .samePerson(let name): "\(name) has this case already"
            case .sent: "This audit has been sent and stays with whoever sent it"
            case .closed: "This part of the round is closed"
            case .notIndependent(let why): why
            case .mayNot(let name): GiveVerification.Refused.mayNot(name).sentence
            case .full(let name, let most): "\(name) has \(most) cases already, the most each"
            }
        }

        package var field: String? {
            switch self {
            case .reasonMissing: "reason"
            case .sent, .closed: nil
            default: "person"
            }
        }
    }

    /// Ends the reading that the case has on that leg, where it has one, and gives it to the person.
    package static func act(
        _ subject: ID<AuditCase>, _ leg: Leg, to person: ID<Person>?, reason: String, by officer: Officer,
        on today: Day, at now: Instant, _ connection: Connection
    ) throws {
        let (round, item) = try RoundCase.kept(subject, connection, officer, on: today)
        let authority = officer.authority
        guard round.withdrawn == nil, leg == .first ? round.firstClosedAt == nil : round.closedAt == nil
        else { throw Refused.closed }
        guard let person else { throw Refused.personMissing }
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        let relations = try CaseRelations.read(connection, authority, on: today)
        let name = relations.line.names[person] ?? "This person"
        guard relations.line.names[person] != nil else { throw Refused.personMissing }
        let held = try connection.first(
            """
            SELECT person, sent_at FROM case_audit
            WHERE authority = $1 AND subject = $2 AND leg = $3 AND ended_at IS NULL
            """, [.id(authority), .id(subject), .text(leg.rawValue)]
        ) { (person: try $0.id(0) as ID<Person>, sent: try $0.textOrNil(1)) }
        guard held?.sent == nil else { throw Refused.sent }
        guard held?.person != person else { throw Refused.samePerson(name) }
        if leg == .second || round.first == .independent {
            if let why = relations.whyNot(
                verifier: person, holder: item.holderPerson, node: item.node, chair: item.chairPerson)
            {
                throw Refused.notIndependent(why)
            }
        }
        if leg == .second {
            guard let draw = try DrawSQL.draws(connection, authority, round.id)[.second],
                try AuditPeople.verifiers(connection, authority, round, draw.id, on: today)
                    .contains(where: { $0.id == person })
            else { throw Refused.mayNot(name) }
        }
        let load = try AuditPeople.loads(connection, authority, round.id, leg)[person] ?? 0
        if let most = round.mostEach, load >= most, leg == .second || round.first != .own {
            throw Refused.full(name, most)
        }
        try end(subject, leg, reason: reason, authority, at: now, connection)
        let relation: Relation =
            leg == .second
            ? .independent : relations.relation(of: person, holder: item.holderPerson, node: item.node)
        try AuditRows.insert(
            [AuditRows.New(subject: subject, person: person, relation: relation)], round: round.id, leg: leg,
            due: leg == .first ? round.dueOn : round.verification?.dueOn ?? round.dueOn, by: officer,
            at: now, connection)
        try connection.record(
            SetUpRound.event(
                "case.reassigned", round.id, says: "Gave case \(item.number) of “\(round.title)” to \(name)",
                reason: reason, by: officer, at: now))
    }

    static func end(
        _ subject: ID<AuditCase>, _ leg: Leg, reason: String, _ authority: ID<Authority>, at now: Instant,
        _ connection: Connection
    ) throws {
        try connection.run(
            """
            UPDATE case_audit SET ended_at = $4, ended_reason = $5, revision = revision + 1
            WHERE authority = $1 AND subject = $2 AND leg = $3 AND ended_at IS NULL AND sent_at IS NULL
            """, [.id(authority), .id(subject), .text(leg.rawValue), .instant(now), .text(reason)])
    }
}

/// Taking a case out of the sample for a logged reason; the next in the order of the draw comes in its place.
package enum ReplaceCase {
    package enum Refused: String, Refusal, CaseIterable {
        case reasonMissing = "Say why the case cannot be read: closed in error, restricted record"
        case replaced = "This case has been replaced already"
        case sent = "This case has been read, so it stays in the sample"
        case closed = "This part of the round is closed"
        case noneLeft = "No case is left in the order of the draw to come in its place"
        case notVerified = "This case is not one that is verified"

        package var field: String? { self == .reasonMissing ? "reason" : nil }
    }

    /// From this share of the sample on, in per cent, replacements are a bias of their own, and the page says so.
    static let biasFrom = 10

    /// Gives the number of the case that came in its place.
    @discardableResult
    package static func act(
        _ subject: ID<AuditCase>, reason: String, by officer: Officer, on today: Day, at now: Instant,
        _ connection: Connection
    ) throws -> Int {
        let (round, item) = try RoundCase.kept(subject, connection, officer, on: today)
        let authority = officer.authority
        guard round.firstClosedAt == nil, round.withdrawn == nil else { throw Refused.closed }
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        guard !item.isReplaced else { throw Refused.replaced }
        guard try !isSent(subject, nil, authority, connection) else { throw Refused.sent }
        guard let draw = try DrawSQL.draws(connection, authority, round.id)[.first] else {
            throw Refused.noneLeft
        }
        let cases = try RoundCase.all(connection, authority, round.id)
        let taken = Set(cases.map(\.position))
        let items = try FrameSQL.items(connection, authority, round)
        guard
            let next = DrawRule.order(items, seed: draw.seed).first(where: {
                !taken.contains($0.position) && $0.part == item.part
            })
        else { throw Refused.noneLeft }
        let number = (cases.map(\.number).max() ?? 0) + 1
        let new = try DrawSample.insert(
            [next], of: round.id, from: number, reason: "In place of case \(item.number)", authority,
            connection, at: now)
        try connection.run(
            """
            UPDATE audit_case SET replaced_reason = $3, replaced_at = $4, replaced_by = $5, replacement = $6
            WHERE authority = $1 AND id = $2
            """,
            [
                .id(authority), .id(subject), .text(reason), .instant(now), .id(officer.account),
                .id(new.first),
            ])
        for leg in Leg.allCases {
            try ReassignCase.end(
                subject, leg, reason: "Replaced: \(reason)", authority, at: now, connection)
        }
        if item.verified != nil {
            try nextVerified(after: item, cases, round, reason: reason, authority, connection)
        }
        try connection.record(
            SetUpRound.event(
                "case.replaced", round.id,
                says: "Replaced case \(item.number) of “\(round.title)” by case \(number)", reason: reason,
                by: officer, at: now))
        return number
    }

    /// Takes a case out of verification alone; the next in that order comes in its place.
    package static func verified(
        _ subject: ID<AuditCase>, reason: String, by officer: Officer, on today: Day, at now: Instant,
        _ connection: Connection
    ) throws {
        let (round, item) = try RoundCase.kept(subject, connection, officer, on: today)
        let authority = officer.authority
        guard round.closedAt == nil, round.withdrawn == nil else { throw Refused.closed }
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        guard item.verified != nil, !item.isReplaced else { throw Refused.notVerified }
        guard try !isSent(subject, .second, authority, connection) else { throw Refused.sent }
        let cases = try RoundCase.all(connection, authority, round.id)
        guard try nextVerified(after: item, cases, round, reason: reason, authority, connection) else {
            throw Refused.noneLeft
        }
        try ReassignCase.end(
            subject, .second, reason: "Replaced: \(reason)", authority, at: now, connection)
        try connection.record(
            SetUpRound.event(
                "verification.replaced", round.id,
                says: "Replaced case \(item.number) of “\(round.title)” in its verification", reason: reason,
                by: officer, at: now))
    }

    /// False where nothing is left. Cases that came into the sample after that draw are not in its order.
    @discardableResult
    private static func nextVerified(
        after item: RoundCase, _ cases: [RoundCase], _ round: Round, reason: String,
        _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Bool {
        guard let draw = try DrawSQL.draws(connection, authority, round.id)[.second] else { return false }
        let out = Set(
            try connection.rows(
                """
                SELECT id FROM audit_case WHERE authority = $1 AND round = $2
                    AND (verify_replaced_reason IS NOT NULL OR added_at > $3)
                """, [.id(authority), .id(round.id), .instant(draw.at)]
            ) { try $0.id(0) as ID<AuditCase> })
        let left = cases.filter { $0.verified == nil && !$0.isReplaced && !out.contains($0.id) }
        let next = DrawVerification.order(left, seed: draw.seed).first
        let place = (cases.compactMap(\.verified).max() ?? 0) + 1
        if let next {
            try connection.run(
                "UPDATE audit_case SET verified = $3 WHERE authority = $1 AND id = $2",
                [.id(authority), .id(next.id), .int(place)])
        }
        try connection.run(
            """
            UPDATE audit_case SET verified = NULL, verify_replaced_reason = $3
            WHERE authority = $1 AND id = $2
            """, [.id(authority), .id(item.id), .text(reason)])
        return next != nil
    }

    private static func isSent(
        _ subject: ID<AuditCase>, _ leg: Leg?, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Bool {
        try connection.first(
            """
            SELECT 1 FROM case_audit WHERE authority = $1 AND subject = $2 AND sent_at IS NOT NULL
                AND leg LIKE $3
            """, [.id(authority), .id(subject), .text(leg?.rawValue ?? "%")]
        ) { try $0.int(0) } != nil
    }
}

/// Growing a sample by the next in the order of its draw.
package enum ExtendSample {
    package enum Refused: String, Refusal, CaseIterable {
        case numberWrong = "Say how many more, as a whole number from 1"
        case reasonMissing = "Say why the sample grows"
        case notDrawn = "Nothing has been drawn yet"
        case census = "Every case of the frame is in this round already"
        case closed = "The first reading is closed, so the sample no longer grows"
        case noneLeft = "The frame has no more cases"

        package var field: String? {
            switch self {
            case .numberWrong, .noneLeft: "more"
            case .reasonMissing: "reason"
            default: nil
            }
        }
    }

    /// Gives how many came. For a quota `more` is for each person or event.
    @discardableResult
    package static func act(
        _ id: ID<AuditRound>, more: Int?, reason: String, by officer: Officer, on today: Day,
        at now: Instant, _ connection: Connection
    ) throws -> Int {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        let authority = officer.authority
        guard round.kind != .census else { throw Refused.census }
        guard round.firstClosedAt == nil, round.withdrawn == nil else { throw Refused.closed }
        guard let more, (1...FrameLimits.mostLines).contains(more) else { throw Refused.numberWrong }
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        guard let draw = try DrawSQL.draws(connection, authority, id)[.first] else {
            throw Refused.notDrawn
        }
        let cases = try RoundCase.all(connection, authority, id)
        let drawn = DrawRule.more(
            round.kind, try FrameSQL.items(connection, authority, round), taken: Set(cases.map(\.position)),
            more: more, seed: draw.seed)
        guard !drawn.isEmpty else { throw Refused.noneLeft }
        try DrawSample.insert(
            drawn, of: id, from: (cases.map(\.number).max() ?? 0) + 1, reason: reason, authority, connection,
            at: now)
        try connection.record(
            SetUpRound.event(
                "sample.extended", id, says: "Added \(counted(drawn.count, "case")) to “\(round.title)”",
                [JSON.Member("count", .integer(Int64(drawn.count)))], reason: reason, by: officer, at: now))
        return drawn.count
    }
}

/// Saying whom a holder of the list is, where the name alone does not.
package enum NameHolder {
    package enum Refused: String, Refusal, CaseIterable {
        case personMissing = "Choose who it is"
        case holderMissing = "That holder is not on the list"
        case locked = "The frame is locked and cannot change. A new draw is a new round with its reason"

        package var field: String? { "person" }
    }

    package static func act(
        _ holder: String, is person: ID<Person>?, in id: ID<AuditRound>, by officer: Officer,
        on today: Day, at now: Instant, _ connection: Connection
    ) throws {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        guard round.lockedAt == nil, round.withdrawn == nil else { throw Refused.locked }
        let line = try LineSQL.line(connection, officer.authority, on: today)
        guard let person, let name = line.names[person] else { throw Refused.personMissing }
        let changed = try connection.run(
            """
            UPDATE audit_frame SET holder_person = $4 WHERE authority = $1 AND round = $2 AND holder = $3
            """, [.id(officer.authority), .id(id), .text(holder), .id(person)])
        guard changed > 0, !holder.isEmpty else { throw Refused.holderMissing }
        try connection.run(
            "UPDATE audit_round SET revision = revision + 1 WHERE authority = $1 AND id = $2",
            [.id(officer.authority), .id(id)])
        try connection.record(
            SetUpRound.event(
                "frame.holderNamed", id,
                says: "Said that “\(holder)” is \(name) in the frame of “\(round.title)”", by: officer,
                at: now))
    }
}
