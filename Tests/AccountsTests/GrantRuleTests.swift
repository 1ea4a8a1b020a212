import Kernel
import Testing

@testable import Accounts

@Suite struct GrantRuleTests {
    let today = Day(year: 2026, month: 11, day: 20)!
    let node = Scope.node(ID(7))

    private func decide(
        _ role: Role, _ scope: Scope = .authority, until: Day? = nil, reason: String = "New in post",
        held: [Grant] = [], isOwn: Bool = false, isDisabled: Bool = false
    ) throws(GrantRule.Refusal) -> Grant {
        try GrantRule.decide(
            .init(role: role, scope: scope, from: today, until: until, reason: reason), held: held,
            isOwn: isOwn,
            isDisabled: isDisabled, on: today)
    }

    private func held(_ role: Role, _ scope: Scope = .authority, until: Day? = nil) -> Grant {
        Grant(role: role, scope: scope, from: today.adding(days: -30), until: until)
    }

    @Test func `an administrator gives a role for a team from a day until a day`() throws {
        let until = today.adding(days: 90)
        let grant = try decide(.teamManager, node, until: until)
        #expect(grant == Grant(role: .teamManager, scope: node, from: today, until: until))
    }

    @Test func `nobody changes their own access`() {
        #expect(throws: GrantRule.Refusal.ownAccess) { try decide(.director, isOwn: true) }
    }

    @Test func `an observer's access has an end and stands alone`() throws {
        #expect(throws: GrantRule.Refusal.observerNeedsEnd) { try decide(.observer) }
        let until = today.adding(days: 14)
        #expect(throws: GrantRule.Refusal.observerOwnsNothing) {
            try decide(.observer, until: until, held: [held(.actionLead)])
        }
        #expect(throws: GrantRule.Refusal.observerAlready) {
            try decide(.verifier, held: [held(.observer, until: until)])
        }
        _ = try decide(.observer, until: until, held: [held(.reader)])
        _ = try decide(.reader, held: [held(.observer, until: until)])
        // A role that ended yesterday is no bar.
        _ = try decide(.observer, until: until, held: [held(.actionLead, until: today.adding(days: -1))])
    }

    @Test func `days must make sense`() {
        #expect(throws: GrantRule.Refusal.endsBeforeItBegins) {
            try decide(.reader, until: today.adding(days: -1))
        }
        #expect(throws: GrantRule.Refusal.reasonMissing) { try decide(.reader, reason: "") }
        #expect(throws: GrantRule.Refusal.wholeAuthorityOnly) { try decide(.administrator, node) }
        #expect(throws: GrantRule.Refusal.accountDisabled) { try decide(.reader, isDisabled: true) }
    }

    @Test func `the same role in the same place is given once for the same days`() throws {
        #expect(throws: GrantRule.Refusal.alreadyHeld) {
            try decide(.worker, node, held: [held(.worker, node)])
        }
        _ = try decide(.worker, node, held: [held(.worker)])
        _ = try decide(.worker, node, held: [held(.worker, node, until: today.adding(days: -1))])
    }

    @Test func `the last administrator stays`() throws {
        #expect(throws: RemovalRule.Refusal.lastAdministrator) {
            try RemovalRule.decide(isOwn: false, isAdministrator: true, remaining: 0, reason: "Left")
        }
        #expect(throws: RemovalRule.Refusal.ownAccess) {
            try RemovalRule.decide(isOwn: true, isAdministrator: false, remaining: 3, reason: "Left")
        }
        try RemovalRule.decide(isOwn: false, isAdministrator: true, remaining: 1, reason: "Left")
        try RemovalRule.decide(isOwn: false, isAdministrator: false, remaining: 0, reason: "Left")
    }
}
