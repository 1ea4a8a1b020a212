package import Kernel
import Markup
import Site
package import Storage

/// Moderation: a third grade beside the two that were given, by two people of whom one is outside the case's service.
/// The two given grades stay as they are, and statistics use those only.
package enum Moderate {
    enum Refused: Refusal {
        case notClosed
        case notRead
        case noSuchQuestion
        case wrong(String)
        case reasonMissing
        case alreadyProposed
        case nobody
        case reader
        case holder
        case proposer
        case bothInside
        case settled
        case whyNotMissing

        var field: String? {
            switch self {
            case .noSuchQuestion: "question"
            case .wrong: "value"
            case .reasonMissing: "reason"
            case .whyNotMissing: "why"
            default: nil
            }
        }

        var sentence: String {
            switch self {
            case .notClosed: "Grades are settled once the round is closed"
            case .notRead: "Two people must have read a case before a third grade can be proposed"
            case .noSuchQuestion: "Choose a question that both readers graded"
            case .wrong(let sentence): sentence
            case .reasonMissing: "Say why this grade is the right one"
            case .alreadyProposed: "A grade was proposed for this question already: agree or refuse that one"
            case .nobody: "Your account is tied to nobody in the organisation, so it cannot settle grades"
            case .reader: "You read this case, so two others settle its grades"
            case .holder: "You hold this case, so two others settle its grades"
            case .proposer: "You proposed this grade: somebody else agrees or refuses"
            case .bothInside:
                "You and the proposer both work in the case’s service: one of the two must be outside it"
            case .settled: "This proposal was settled meanwhile"
            case .whyNotMissing: "Say why you refuse this grade"
            }
        }
    }

    /// Questions with a grade, or a yes and no of which one is good.
    static func questions(_ shown: AuditedCase) -> [Tool.Question] {
        shown.tool.questions.filter { question in
            switch question.kind {
            case .grade, .yesNo:
                shown.mark(question, shown.first) != nil && shown.mark(question, shown.second) != nil
            case .count, .date, .choice, .text: false
            }
        }
    }

    /// Why the person may not settle grades of the case at all; nil where they may.
    static func mayNot(_ person: ID<Person>?, _ shown: AuditedCase) -> Refused? {
        guard let person else { return .nobody }
        guard shown.round.closedAt != nil else { return .notClosed }
        guard shown.first != nil, shown.second != nil else { return .notRead }
        if shown.readers.contains(person) { return .reader }
        return person == shown.holder ? .holder : nil
    }

    static func decide(
        _ question: String, _ value: String, _ reason: String, by person: ID<Person>?, _ shown: AuditedCase
    ) throws(Refused) -> Mark {
        if let refused = mayNot(person, shown) { throw refused }
        guard let asked = questions(shown).first(where: { $0.key == question }) else { throw .noSuchQuestion }
        guard !shown.moderations.contains(where: { $0.question == question && $0.refusedAt == nil }) else {
            throw .alreadyProposed
        }
        let mark: Mark?
        do { mark = try asked.mark(value, in: shown.tool) } catch { throw .wrong(error.sentence) }
        guard let mark else { throw .wrong("Choose the grade that you propose") }
        guard reason.count >= 3 else { throw .reasonMissing }
        return mark
    }

    /// Whether the second person may agree or refuse. `outside` says of a person whether they work outside the case's
    /// service.
    static func decide(
        settling moderation: Moderation, by person: ID<Person>?, _ shown: AuditedCase,
        outside: (ID<Person>) -> Bool
    ) throws(Refused) -> ID<Person> {
        if let refused = mayNot(person, shown) { throw refused }
        guard let person else { throw .nobody }
        guard moderation.isOpen else { throw .settled }
        guard person != moderation.proposedBy else { throw .proposer }
        guard outside(person) || outside(moderation.proposedBy) else { throw .bothInside }
        return person
    }
}

// MARK: Acting

extension Moderate {
    /// The whole way for a caller without a browser: one person proposes, another agrees. Throws `NotFound` where
    /// either may not see the case, and what a page would refuse.
    package static func act(
        _ question: String, _ value: String, because reason: String, _ round: ID<AuditRound>,
        _ subject: ID<AuditCase>, by proposer: Officer, agreedBy second: Officer?, at now: Instant,
        on today: Day, _ connection: Connection
    ) throws {
        let shown = try AuditedCase.open(connection, proposer, round, subject, on: today)
        try propose(question, value, reason, shown, by: proposer, at: now, connection)
        guard let second else { return }
        let again = try AuditedCase.open(connection, second, round, subject, on: today)
        guard let moderation = again.moderations.first(where: { $0.question == question && $0.isOpen })
        else { throw NotFound() }
        try settle(
            moderation, refusedFor: nil, again, by: second, at: now, on: today, connection)
    }

    static func propose(
        _ question: String, _ value: String, _ reason: String, _ shown: AuditedCase, by officer: Officer,
        at now: Instant, _ connection: Connection
    ) throws {
        let mark = try decide(question, value, reason, by: officer.person, shown)
        let id = ID<Moderation>.make(at: now)
        try connection.insert(
            into: "audit_moderation",
            [
                "authority", "id", "round", "subject", "question", "value", "rank", "is_good", "reason",
                "proposed_by", "proposed_at",
            ],
            rows: [
                [
                    .id(officer.authority), .id(id), .id(shown.round.id), .id(shown.id), .text(question),
                    .text(mark.value), .int(mark.rank), .int(mark.isGood.map { $0 ? 1 : 0 }), .text(reason),
                    .id(officer.person), .instant(now),
                ]
            ])
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "moderation.proposed",
                subject: "moderation", subjectID: id, to: ["says": "A third grade was proposed for a case"]))
    }

    /// Agrees to a proposal, or refuses it where there is a reason.
    static func settle(
        _ moderation: Moderation, refusedFor reason: String?, _ shown: AuditedCase, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws {
        let inside = try people(inTheServiceOf: shown, connection, officer.authority, on: today)
        let person = try decide(settling: moderation, by: officer.person, shown) { !inside.contains($0) }
        if let reason, reason.count < 3 { throw Refused.whyNotMissing }
        let isAgreed = reason == nil
        let settled = try connection.run(
            """
            UPDATE audit_moderation SET agreed_by = $3, agreed_at = $4, refused_at = $5, refused_reason = $6
            WHERE authority = $1 AND id = $2 AND agreed_at IS NULL AND refused_at IS NULL
            """,
            [
                .id(officer.authority), .id(moderation.id), .id(person), .instant(isAgreed ? now : nil),
                .instant(isAgreed ? nil : now), .optional(reason),
            ])
        guard settled == 1 else { throw Refused.settled }
        let words = isAgreed ? "agreed" : "refused"
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "moderation.\(words)",
                subject: "moderation", subjectID: moderation.id,
                to: ["says": .string("A third grade for a case was \(words)")]))
    }

    /// Everybody with a post in the service that the case is of: its part of the organisation just below the authority,
    /// or the part of that kind.
    static func people(
        inTheServiceOf shown: AuditedCase, _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws -> Set<ID<Person>> {
        let tree = try UnitTree.read(connection, authority)
        let line = tree.line(from: shown.node ?? shown.round.node, on: today)
        guard let service = line.first(where: { tree.kind($0, on: today) == "service" }) ?? line.last else {
            return []
        }
        let nodes = tree.below([service], on: today).map { "\($0.rawValue)" }.sorted().joined(separator: ", ")
        return Set(
            try connection.rows(
                """
                SELECT h.person FROM post p
                JOIN post_holding h ON h.authority = p.authority AND h.post = p.id
                WHERE p.authority = $1 AND p.node IN (\(nodes)) AND h.from_day <= $2
                    AND (h.until_day IS NULL OR h.until_day >= $2)
                """, [.id(authority), .day(today)]
            ) { try $0.id(0) })
    }
}

extension AuditsFeature {
    func proposeGrade(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        return try await moderating(visit, "The grade is proposed. Somebody else agrees or refuses.") {
            let question = form["question"]
            try Moderate.propose(
                question, form["value.\(question)"], form["reason"], $0, by: $1, at: visit.now, $2)
        }
    }

    func settleGrade(_ visit: Visit) async throws -> Reply {
        let id: ID<Moderation> = try visit.id("moderation")
        let isAgreed = visit.form["deed"] == "agree"
        let reason = isAgreed ? nil : visit.form["why"]
        return try await moderating(visit, isAgreed ? "The grade is agreed." : "The grade is refused.") {
            guard let moderation = $0.moderations.first(where: { $0.id == id }) else { throw NotFound() }
            try Moderate.settle(
                moderation, refusedFor: reason, $0, by: $1, at: visit.now, on: visit.today, $2)
        }
    }

    private func moderating(
        _ visit: Visit, _ notice: String,
        _ act: @Sendable @escaping (AuditedCase, Officer, Connection) throws -> Void
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (round, id): (ID<AuditRound>, ID<AuditCase>) = (try visit.id("round"), try visit.id("case"))
        do {
            try await database.write(for: officer.authority) { connection in
                try act(
                    try AuditedCase.open(connection, officer, round, id, on: visit.today), officer, connection
                )
            }
            return .redirect(to: GradingRoute.auditedCase.link(round, id), notice: notice)
        } catch let refused as Moderate.Refused {
            let shown = try await database.read {
                try AuditedCase.open($0, officer, round, id, on: visit.today)
            }
            let errors = [FieldError(refused.field, refused.sentence)]
            return .refused(AuditedCasePage.page(shown, visit.entry(errors), visit))
        }
    }
}
