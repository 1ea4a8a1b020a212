/// The owners of identities that more than one part of the house names.
package enum Authority {}
package enum Account {}
package enum Person {}
package enum Post {}
package enum Node {}
package enum PlanRecord {}
package enum Sample {}

/// What somebody may be in Plumbline. Later work adds routes, not roles.
package enum Role: String, CaseIterable, Sendable {
    /// Accounts, access and settings; no plan and no case content.
    case administrator
    case programmeManager
    case director
    case actionLead
    case verifier
    case qualityLead
    case auditor
    case teamManager
    case worker
    case analyst
    case boardMember
    /// A regulator or adviser: reads, and never owns, edits or ratifies.
    case observer
    case reader

    /// As people say it.
    package var words: String {
        switch self {
        case .administrator: "administrator"
        case .programmeManager: "programme manager"
        case .director: "director"
        case .actionLead: "action lead"
        case .verifier: "verifier"
        case .qualityLead: "quality lead"
        case .auditor: "auditor"
        case .teamManager: "team manager"
        case .worker: "social worker"
        case .analyst: "analyst"
        case .boardMember: "board member"
        case .observer: "observer"
        case .reader: "reader"
        }
    }
}

extension Role {
    /// Who sees small numbers as they are, as far as their role reaches.
    package static let innerCircle: Set<Role> = [.programmeManager, .director, .analyst, .qualityLead]
}

/// How far a role reaches.
package enum Scope: Hashable, Sendable {
    /// Everything of the authority.
    case authority
    /// A node of the organisation and all below it.
    case node(ID<Node>)
    case plan(ID<PlanRecord>)
    case sample(ID<Sample>)
}

/// Role × scope × until: one thing that an account may be.
package struct Grant: Hashable, Sendable {
    package let role: Role
    package let scope: Scope
    package let from: Day
    /// The last day that it holds; nil while nobody has said.
    package let until: Day?

    package init(role: Role, scope: Scope, from: Day, until: Day?) {
        self.role = role
        self.scope = scope
        self.from = from
        self.until = until
    }

    package func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

/// Who is asking: a signed-in person with the grants that hold today.
package struct Officer: Hashable, Sendable {
    package let authority: ID<Authority>
    package let account: ID<Account>
    package let person: ID<Person>?
    package let name: String
    /// The post to show beside the name; empty when the person holds none.
    package let post: String
    package let grants: [Grant]

    package init(
        authority: ID<Authority>, account: ID<Account>, person: ID<Person>?, name: String, post: String,
        grants: [Grant]
    ) {
        self.authority = authority
        self.account = account
        self.person = person
        self.name = name
        self.post = post
        self.grants = grants
    }

    /// True when any grant gives one of the roles, whatever its scope.
    package func holds(_ roles: Set<Role>) -> Bool {
        grants.contains { roles.contains($0.role) }
    }

    /// The scopes in which the officer holds one of the roles, for the WHERE clause of a query.
    package func scopes(for roles: Set<Role>) -> Set<Scope> {
        Set(grants.lazy.filter { roles.contains($0.role) }.map(\.scope))
    }
}
