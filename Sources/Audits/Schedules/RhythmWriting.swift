import Kernel
import Storage

/// Writing rhythms: the statements that the use cases share.
enum RhythmWriting {
    static func isSettled(
        _ words: AuditSources.PlanWords, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM rhythm WHERE authority = $1 AND plan = $2 AND source = $3",
            [.id(authority), .id(words.plan), .text(words.source)]
        ) { _ in true } ?? false
    }

    static func insert(
        _ terms: Rhythm.Terms, as id: ID<RhythmRecord>, _ words: AuditSources.PlanWords?,
        following old: ID<RhythmRecord>? = nil, confirmedBy account: ID<Account>?,
        endedOn: Day? = nil, reason: String? = nil, _ authority: ID<Authority>, _ connection: Connection,
        at now: Instant
    ) throws {
        let (number, kind): (Int?, String?) =
            switch terms.amount {
            case .number(let number): (number, "number")
            case .percent(let percent): (percent, "percent")
            case nil: (nil, nil)
            }
        let (every, span, event): (Int, String, String?) =
            switch terms.every {
            case .time(let count, let span): (count, span.rawValue, nil)
            case .event(let name): (1, "event", name)
            }
        var post: ID<Post>?
        var person: ID<Person>?
        var title: String?
        switch terms.doer {
        case .post(let id): post = id
        case .person(let id): person = id
        case .each(let words): title = words
        }
        try connection.insert(
            into: "rhythm",
            [
                "authority", "id", "kind", "title", "amount", "amount_kind", "of_what", "every", "span",
                "event", "month_end", "doer_post", "doer_person", "each_title", "tool", "node", "plan",
                "source", "source_place", "source_words", "starts_on", "follows", "confirmed_at",
                "confirmed_by", "ended_on", "ended_reason",
            ],
            rows: [
                [
                    .id(authority), .id(id), .text(terms.kind.rawValue), .text(terms.title), .int(number),
                    .optional(kind), .text(terms.ofWhat), .int(every), .text(span), .optional(event),
                    .bool(terms.isMonthEnd), .id(post), .id(person), .optional(title), .id(terms.tool),
                    .id(terms.node), .id(words?.plan), .optional(words?.source), .optional(words?.place),
                    .optional(words?.words), .day(terms.startsOn), .id(old),
                    .instant(account == nil ? nil : now), .id(account), .day(endedOn), .optional(reason),
                ]
            ])
    }

    static func event(
        _ kind: String, _ id: ID<RhythmRecord>, _ officer: Officer, at now: Instant,
        plan: ID<PlanRecord>? = nil, says: String, reason: String? = nil
    ) -> Event {
        Event(
            authority: officer.authority, at: now, actor: officer.account, kind: kind, subject: "rhythm",
            subjectID: id, plan: plan, to: ["says": .string(says)], reason: reason)
    }
}
