import Charts
package import Kernel
import Markup
import Site
import Statistics
package import Storage

/// The owner of the identity of what somebody else found.
package enum OutsideFinding {}

/// Setting what somebody else found beside a round: inspectors, say, who looked at 28 children.
package enum RecordOutside {
    package enum Refused: String, Refusal, CaseIterable {
        case whoMissing = "Say who found it"
        case dayMissing = "Give the day on which they found it"
        case dayAhead = "That day has not come yet"
        case whatMissing = "Say what they found, in a few words"
        case questionMissing = "Choose what it is set beside"
        case countWrong = "Give two whole numbers: how many they found, of how many they looked at"
        case moreThanAll = "They cannot have found more than they looked at"
        case reasonMissing = "Say why it is taken back"

        package var field: String? {
            switch self {
            case .whoMissing: "who"
            case .dayMissing, .dayAhead: "day"
            case .whatMissing: "what"
            case .questionMissing: "question"
            case .countWrong, .moreThanAll: "found"
            case .reasonMissing: "reason"
            }
        }
    }

    package struct Form: Sendable {
        package var who: String
        package var day: Day?
        package var what: String
        /// `.safe` or `.overall`: which of the round's own figures it is set beside.
        package var question: String
        package var found: Int?
        package var lookedAt: Int?
        package var isRandom: Bool

        package init(
            who: String, day: Day?, what: String, question: String, found: Int?, lookedAt: Int?,
            isRandom: Bool
        ) {
            (self.who, self.day, self.what, self.question) = (who, day, what, question)
            (self.found, self.lookedAt, self.isRandom) = (found, lookedAt, isRandom)
        }
    }

    static let overall = ".overall"

    static func decide(_ form: Form, on today: Day) throws(Refused) -> (day: Day, share: Share) {
        guard form.who.count >= 3 else { throw .whoMissing }
        guard let day = form.day else { throw .dayMissing }
        guard day <= today else { throw .dayAhead }
        guard form.what.count >= 3 else { throw .whatMissing }
        guard [RoundTally.safe, overall].contains(form.question) else { throw .questionMissing }
        guard let found = form.found, let all = form.lookedAt, found >= 0, all >= 1, all <= 1_000_000 else {
            throw .countWrong
        }
        guard let share = Share(found, of: all) else { throw .moreThanAll }
        return (day, share)
    }

    package static func record(
        _ form: Form, beside round: ID<AuditRound>, by officer: Officer, on today: Day, at now: Instant,
        _ connection: Connection
    ) throws {
        let (day, share) = try decide(form, on: today)
        let id = ID<OutsideFinding>.make(at: now)
        try connection.insert(
            into: "audit_outside",
            [
                "authority", "id", "round", "who", "found_on", "what", "question", "found", "looked_at",
                "is_random", "at", "account",
            ],
            rows: [
                [
                    .id(officer.authority), .id(id), .id(round), .text(form.who), .day(day),
                    .text(form.what), .text(form.question), .int(share.count), .int(share.total),
                    .bool(form.isRandom), .instant(now), .id(officer.account),
                ]
            ])
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account,
                kind: "audit.outside.recorded", subject: "audit round", subjectID: round,
                to: ["says": .string("Set what \(form.who) found on \(day.long) beside the round")]))
    }

    package static func withdraw(
        _ id: ID<OutsideFinding>, of round: ID<AuditRound>, reason: String, by officer: Officer,
        at now: Instant, _ connection: Connection
    ) throws {
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        let changed = try connection.run(
            """
            UPDATE audit_outside SET withdrawn_at = $4, withdrawn_by = $5, withdrawn_reason = $6
            WHERE authority = $1 AND id = $2 AND round = $3 AND withdrawn_at IS NULL
            """,
            [
                .id(officer.authority), .id(id), .id(round), .instant(now), .id(officer.account),
                .text(reason),
            ])
        guard changed > 0 else { throw NotFound() }
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account,
                kind: "audit.outside.withdrawn", subject: "audit round", subjectID: round,
                to: ["says": .string("Took back what others found")], reason: reason))
    }
}

/// What somebody else found, as it is on record.
struct OutsideLine: Sendable {
    let id: ID<OutsideFinding>
    let who: String
    let day: Day
    let what: String
    let question: String
    let share: Share
    let isRandom: Bool

    static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>
    ) throws -> [OutsideLine] {
        try connection.rows(
            """
            SELECT id, who, found_on, what, question, found, looked_at, is_random FROM audit_outside
            WHERE authority = $1 AND round = $2 AND withdrawn_at IS NULL ORDER BY found_on, id
            """, [.id(authority), .id(round)]
        ) { row -> OutsideLine? in
            guard let share = Share(try row.int(5), of: try row.int(6)) else { return nil }
            return OutsideLine(
                id: try row.id(0), who: try row.text(1), day: try row.day(2), what: try row.text(3),
                question: try row.text(4), share: share, isRandom: try row.bool(7))
        }.compactMap { $0 }
    }

    /// The round's own count of the same: not safe or in doubt, or not good. Nil where it may not be shown.
    func own(_ shown: ShownResult) -> (share: Share, leg: Leg)? {
        let answered =
            question == RoundTally.safe ? shown.result.safe : shown.result.overall
        guard let answered else { return nil }
        let leg: Leg = answered.first.contains { $0 > 0 } ? .first : .second
        return shown.share(answered, .notGood(leg), of: .judged(leg)).map { ($0, leg) }
    }

    /// What the two say of each other. Newcombe's range of the difference only where both may be taken for random.
    func sentence(_ shown: ShownResult) -> Said {
        let unit = shown.result.tool.unit.plural
        guard shown.seesAll || !SmallNumber.hides(share) else {
            return
                "\(who) looked at \(share.total) \(unit) on \(day.long). What they found is too small to show here."
        }
        let theirs: Said =
            "\(who) found \(strong: "\(share.count) of \(share.total)") (\(OutsideLine.words(share))) on \(day.long): \(what)."
        guard let own = own(shown), ResultBasis(shown.result) != .chosen, let a = share.wilson(),
            let b = own.share.wilson(), let theirValue = share.value, let ownValue = own.share.value
        else {
            return theirs + "This round has no figure to set beside it."
        }
        let graders = own.leg == .first ? shown.result.round.first.graders : "Second readers"
        let ours: Said =
            "\(graders) said so of \(strong: "\(own.share.count) of \(own.share.total)") (\(OutsideLine.words(own.share)))."
        let overlap = a.lower <= b.upper && b.lower <= a.upper
        let gap = ResultWords.decimal(abs(theirValue - ownValue) * 100, 0)
        let way = theirValue >= ownValue ? "more" : "fewer"
        var words =
            "That is \(gap) points \(way). The ranges \(overlap ? "overlap, so the gap may be chance" : "do not overlap, so chance hardly explains the gap")."
        if isRandom, let difference = share.difference(from: own.share) {
            words +=
                " The gap lies between \(ResultWords.decimal(difference.interval.lower * 100, 0)) and \(ResultWords.decimal(difference.interval.upper * 100, 0)) points, 19 chances in 20."
        } else if !isRandom {
            words += " The \(share.total) may not have been drawn at random, so no range of the gap is given."
        }
        return theirs + ours + Said(stringLiteral: words)
    }

    /// "17.9%, 7.9% to 35.6%"
    static func words(_ share: Share) -> String {
        guard let value = share.value, let range = share.wilson() else { return "" }
        return
            "\(ResultWords.percent(value, decimals: 1))%, \(ResultWords.percent(range.lower, decimals: 1))% to \(ResultWords.percent(range.upper, decimals: 1))%"
    }
}

extension AuditsFeature {
    func outside(_ visit: Visit) async throws -> Reply {
        let (read, lines) = try await keptResult(visit)
        return .page(RecordOutside.page(read, lines, Entry(), visit))
    }

    /// The result and what stands beside it, for whoever keeps rounds there.
    private func keptResult(_ visit: Visit) async throws -> (ResultAsRead, [OutsideLine]) {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let today = visit.today
        let (read, lines) = try await database.read { connection in
            (
                try AuditsFeature.result(id, officer, on: today, connection),
                try OutsideLine.read(connection, officer.authority, id)
            )
        }
        guard read.mayKeep else { throw NotFound() }
        return (read, lines)
    }

    func recordOutside(_ visit: Visit) async throws -> Reply {
        let (officer, form, now, today) = (try visit.signedInOfficer, visit.form, visit.now, visit.today)
        let id: ID<AuditRound> = try visit.id("round")
        let (read, lines) = try await keptResult(visit)
        do {
            var day: Day?
            if case .day(let given) = form.date("day", called: "the day") { day = given }
            let given = RecordOutside.Form(
                who: form["who"], day: day, what: form["what"], question: form["question"],
                found: Int(form["found"]), lookedAt: Int(form["looked-at"]), isRandom: form["random"] == "yes"
            )
            try await database.write(for: officer.authority) {
                try RecordOutside.record(given, beside: id, by: officer, on: today, at: now, $0)
            }
            return .redirect(
                to: ResultsRoute.result.link(id), notice: "What they found stands beside the round now.")
        } catch let refusal as RecordOutside.Refused {
            return .refused(
                RecordOutside.page(
                    read, lines, visit.entry([FieldError(refusal.field, refusal.sentence)]), visit))
        }
    }

    func withdrawOutside(_ visit: Visit) async throws -> Reply {
        let (officer, form, now) = (try visit.signedInOfficer, visit.form, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        let finding: ID<OutsideFinding> = try visit.id("finding")
        let (read, lines) = try await keptResult(visit)
        do {
            try await database.write(for: officer.authority) {
                try RecordOutside.withdraw(
                    finding, of: id, reason: form["reason-\(finding)"], by: officer, at: now, $0)
            }
            return .redirect(to: ResultsRoute.outside.link(id), notice: "It is taken back.")
        } catch let refusal as RecordOutside.Refused {
            return .refused(
                RecordOutside.page(
                    read, lines, visit.entry([FieldError("reason-\(finding)", refusal.sentence)]), visit))
        }
    }
}

extension RecordOutside {
    static func page(_ read: ResultAsRead, _ lines: [OutsideLine], _ entry: Entry, _ visit: Visit) -> Page {
        let round = read.shown.result.round
        return Page(
            "What others found", section: .audits,
            breadcrumbs: [
                Link("Audits", RoundsRoute.home.link()),
                Link(Markup(round.title), ResultsRoute.result.link(round.id)),
            ], errors: entry.errors
        ) { m in
            m.p(
                "When somebody else has looked at the same question, their count stands beside this round’s own, each with its range. It does not change what the round found."
            )
            m.form(to: ResultsRoute.recordOutside.link(round.id), key: visit.formKey) { m in
                m.textField("who", "Who found it", in: entry, hint: "Such as: Inspectors")
                m.dateField("day", "On which day", in: entry)
                m.textField(
                    "what", "What they found", in: entry,
                    hint: "Such as: children who were not adequately protected. Name no child.")
                m.radios(
                    "question", "Set it beside",
                    [
                        Choice(RoundTally.safe, "Children found not safe, or in doubt"),
                        Choice(overall, "Cases that were not \(read.shown.goodWords)"),
                    ], in: entry)
                m.textField("found", "How many they found", in: entry, width: .short, numeric: true)
                m.textField(
                    "looked-at", "Of how many they looked at", in: entry, width: .short, numeric: true)
                m.radios(
                    "random", "Were these drawn by chance?",
                    [Choice("yes", "Yes"), Choice("no", "No, or nobody can say")], in: entry)
                m.buttons { m in
                    m.button("Set it beside the round")
                    m.a("Cancel", .href(ResultsRoute.result.link(round.id)))
                }
            }
            for line in lines {
                m.part("\(line.who), \(line.day.long)") { m in
                    m.p(line.sentence(read.shown).markup)
                    m.form(to: ResultsRoute.withdrawOutside.link(round.id, line.id), key: visit.formKey) {
                        m in
                        m.textField("reason-\(line.id)", "Why it is taken back", in: entry)
                        m.buttons { $0.button("Take it back", .other) }
                    }
                }
            }
        }
    }
}
