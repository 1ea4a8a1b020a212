package import Kernel
import Markup
import Site
package import Storage

/// An action whose evidence or closing is judged: where it stands, who answers, and whose work it is.
package struct JudgedAction: Sendable {
    package let plan: KeptPlan.Header
    package let id: ID<ActionRecord>
    package let area: ID<AreaRecord>
    let areaName: String
    package let reference: String?
    package let text: String
    package let run: ActionRun

    /// "5.2 Supervise every child protection case…", for links and headings.
    package var words: String { [reference, text.short].compactMap { $0 }.joined(separator: " ") }
    var address: String { PlansRoute.action.link(plan.id, id) }
    var crumbs: [Link] {
        PlanCrumbs.plan(plan) + [
            Link(Markup(areaName.short), PlansRoute.area.link(plan.id, area)), Link(Markup(words), address),
        ]
    }

    /// Not found where the action is not of that plan.
    package static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, _ id: ID<ActionRecord>
    ) throws -> JudgedAction {
        guard let header = try PlanSQL.header(connection, authority, plan) else { throw NotFound() }
        let found = try connection.first(
            """
            SELECT a.area, area.reference, area.title, a.reference, a.text, \(RunSQL.columns)
            FROM plan_action a
            JOIN plan_area area ON area.authority = a.authority AND area.id = a.area
            JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            \(RunSQL.joins)
            WHERE a.authority = $1 AND a.plan = $2 AND a.id = $3
            """, [.id(authority), .id(plan), .id(id)]
        ) { row in
            JudgedAction(
                plan: header, id: id, area: try row.id(0),
                areaName: [try row.textOrNil(1), try row.text(2)].compactMap { $0 }.joined(separator: " "),
                reference: try row.textOrNil(3), text: try row.text(4), run: try RunSQL.run(row, from: 5))
        }
        guard let found else { throw NotFound() }
        return found
    }

    /// The event of something done about this action; `says` is what its history shows.
    func event(
        _ kind: String, says: String, reason: String? = nil, by officer: Officer?, _ authority: ID<Authority>,
        at now: Instant
    ) -> Event {
        Event(
            authority: authority, at: now, actor: officer?.account, kind: kind, subject: "action",
            subjectID: id, plan: plan.id, to: ["says": .string(says)], reason: reason)
    }
}

extension Doer {
    /// Whether one of the roles is the officer's in that plan.
    package func holds(
        _ roles: Set<Role>, in plan: ID<PlanRecord>, _ connection: Connection
    ) throws -> Bool {
        let scopes = officer.scopes(for: roles)
        if scopes.isEmpty { return false }
        if scopes.contains(.authority) || scopes.contains(.plan(plan)) { return true }
        return try PlanSQL.isPlan(connection, officer.authority, plan, within: scopes, on: today)
    }

    /// Whom the officer acts for in this, where it is not themselves: "Maya Okonkwo", "the post Head of …".
    package func actsFor(_ accountable: Accountable?) -> String? {
        guard let person = officer.person, let accountable, answersAs.contains(accountable) else {
            return nil
        }
        switch accountable {
        case .person(let other): return other == person ? nil : line.names[other]
        case .post(let post):
            guard let standing = line.posts[post], !standing.holders.contains(person) else { return nil }
            return line.words(accountable)
        }
    }
}

extension Fields {
    /// The day of three fields, or the sentence that says what is wrong with it.
    func dayGiven(_ name: String, called what: String, required: Bool = true) -> DayGiven {
        switch date(name, called: what) {
        case .empty: required ? .wrong("Give \(what)") : .none
        case .day(let day): .day(day)
        case .wrong(let sentence): .wrong(sentence)
        }
    }
}

enum DayGiven {
    case none
    case day(Day)
    case wrong(String)
}

extension Entry {
    /// A form with its dates filled in.
    static func dated(_ days: [String: Day?], _ values: [String: String] = [:]) -> Entry {
        var all = values.mapValues { [$0] }
        for (name, day) in days {
            guard let civil = day?.civil else { continue }
            all["\(name)-day"] = ["\(civil.day)"]
            all["\(name)-month"] = ["\(civil.month)"]
            all["\(name)-year"] = ["\(civil.year)"]
        }
        return Entry(all)
    }
}
