import Kernel

/// Who may be given what: decided from values alone.
enum GrantRule {
    /// What the administrator asks for.
    struct Request: Hashable, Sendable {
        let role: Role
        let scope: Scope
        let from: Day
        let until: Day?
        let reason: String

        init(role: Role, scope: Scope, from: Day, until: Day?, reason: String) {
            self.role = role
            self.scope = scope
            self.from = from
            self.until = until
            self.reason = reason
        }
    }

    enum Refusal: String, Kernel.Refusal, CaseIterable {
        case ownAccess = "Nobody changes their own access: ask another administrator"
        case accountDisabled = "This account is disabled: enable it first"
        case endsBeforeItBegins = "The last day is before the first"
        case alreadyOver = "The last day has passed"
        case observerNeedsEnd = "An observer’s access ends on a date: give its last day"
        case observerOwnsNothing =
            "An observer reads and never owns: end the other roles of this account first, or use a second account"
        case observerAlready =
            "This account is an observer’s, and an observer only reads: use a second account for other work"
        case wholeAuthorityOnly = "An administrator’s access is for the whole authority"
        case sampleNeedsReader = "Only a verifier or an auditor has access to a drawn sample"
        case sampleNeedsEnd = "Access to a drawn sample ends on a date: give its last day"
        case alreadyHeld = "This account already has that role there for those days"
        case reasonMissing = "Say why this access is given"

        var field: String? {
            switch self {
            case .ownAccess, .accountDisabled: nil
            case .endsBeforeItBegins, .alreadyOver, .observerNeedsEnd, .sampleNeedsEnd: "until"
            case .observerOwnsNothing, .observerAlready, .alreadyHeld, .sampleNeedsReader: "role"
            case .wholeAuthorityOnly: "scope"
            case .reasonMissing: "reason"
            }
        }
    }

    /// Roles that only read: what an observer may hold beside being one.
    static let readingRoles: Set<Role> = [.observer, .reader]

    /// `held` are the grants that have not ended, of the account that is to get another.
    static func decide(
        _ request: Request, held: [Grant], isOwn: Bool, isDisabled: Bool, on today: Day
    ) throws(Refusal) -> Grant {
        guard !isOwn else { throw .ownAccess }
        guard !isDisabled else { throw .accountDisabled }
        guard !request.reason.isEmpty else { throw .reasonMissing }
        if let until = request.until {
            guard request.from <= until else { throw .endsBeforeItBegins }
            guard until >= today else { throw .alreadyOver }
        }
        if request.role == .administrator, request.scope != .authority { throw .wholeAuthorityOnly }
        if case .sample = request.scope {
            guard [.verifier, .auditor].contains(request.role) else { throw .sampleNeedsReader }
            guard request.until != nil else { throw .sampleNeedsEnd }
        }
        let current = held.filter { grant in grant.until.map { $0 >= today } ?? true }
        if request.role == .observer {
            guard request.until != nil else { throw .observerNeedsEnd }
            guard current.allSatisfy({ readingRoles.contains($0.role) }) else { throw .observerOwnsNothing }
        } else if !readingRoles.contains(request.role) {
            guard current.allSatisfy({ $0.role != .observer }) else { throw .observerAlready }
        }
        let wanted = Grant(role: request.role, scope: request.scope, from: request.from, until: request.until)
        guard !current.contains(where: { $0.overlaps(wanted) }) else { throw .alreadyHeld }
        return wanted
    }
}

extension Grant {
    /// The same role and scope on at least one common day.
    fileprivate func overlaps(_ other: Grant) -> Bool {
        guard role == other.role, scope == other.scope else { return false }
        let beginsBeforeOtherEnds = other.until.map { from <= $0 } ?? true
        let endsAfterOtherBegins = until.map { other.from <= $0 } ?? true
        return beginsBeforeOtherEnds && endsAfterOtherBegins
    }
}
