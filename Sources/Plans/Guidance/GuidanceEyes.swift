import Kernel
import Storage

/// The officer before the documents of one plan: what they may see and do with each.
struct GuidanceEyes: Sendable {
    let doer: Doer
    /// True for who keeps the plan.
    let keepsPlan: Bool
    /// True for a board member of the plan.
    let sitsOnBoard: Bool
    /// True for who may be given part of the work: not an observer or a reader.
    let writes: Bool
    /// True for who sees by name who has read a document.
    let seesNames: Bool

    static func of(
        _ officer: Officer, _ plan: ID<PlanRecord>, _ connection: Connection, on today: Day
    ) throws -> GuidanceEyes {
        func holds(_ roles: Set<Role>) throws -> Bool {
            let scopes = officer.scopes(for: roles)
            if scopes.isEmpty { return false }
            if scopes.contains(.authority) || scopes.contains(.plan(plan)) { return true }
            return try PlanSQL.isPlan(connection, officer.authority, plan, within: scopes, on: today)
        }
        return GuidanceEyes(
            doer: try Doer.of(officer, connection, on: today), keepsPlan: try holds(PlansRoute.keepers),
            sitsOnBoard: try holds([.boardMember]), writes: try holds(GuidanceRoute.writers),
            seesNames: try holds(GuidanceRoute.rollReaders))
    }

    var officer: Officer { doer.officer }

    func looksAfter(_ guidance: Guidance) -> Bool { writes && doer.answers(for: guidance.accountable) }

    /// Whether they may write its versions, have it approved, issue it, review and withdraw it.
    func tends(_ guidance: Guidance) -> Bool { keepsPlan || looksAfter(guidance) }

    /// Whether they may record what a body decided, as far as their roles go.
    func records(_ body: GuidanceStory.Body) -> Bool {
        keepsPlan || sitsOnBoard || (writes && doer.answers(for: body.recorder))
    }

    /// Whether they may see what is not issued yet.
    func seesDrafts(_ guidance: Guidance, _ story: GuidanceStory) -> Bool {
        tends(guidance) || story.bodies.contains(where: records)
    }

    /// Why the officer may not say what a body decided on this version; nil where they may.
    func whyNotIndependent(_ guidance: Guidance, _ version: GuidanceStory.Version?) -> String? {
        guard let person = officer.person else {
            return
                "Your account is not tied to a person, so nobody can tell that this is not your own document"
        }
        if doer.answers(for: guidance.accountable) {
            return "You look after this document, so somebody else must record what was decided on it"
        }
        if version?.by.account == officer.account || version?.by.person == person {
            return "You made this version, so somebody else must record what was decided on it"
        }
        return nil
    }
}

extension GuidanceSQL {
    /// The condition, of `guidance g`, that somebody may see the document; the same rule as `seesDrafts`.
    static func visible(to eyes: GuidanceEyes) -> String {
        if eyes.keepsPlan { return "1 = 1" }
        var ways = ["g.issued_version IS NOT NULL"]
        if eyes.writes {
            ways.append(eyes.doer.answersSQL(post: "g.accountable_post", person: "g.accountable_person"))
            let recorder = eyes.doer.answersSQL(post: "b.recorder_post", person: "b.recorder_person")
            ways.append(
                """
                EXISTS (SELECT 1 FROM guidance_body b
                    WHERE b.authority = g.authority AND b.guidance = g.id AND (\(eyes.sitsOnBoard ? "1 = 1" : recorder)))
                """)
        }
        return "(\(ways.joined(separator: " OR ")))"
    }
}
