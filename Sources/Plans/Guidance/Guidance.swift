package import Kernel
package import Storage

package enum GuidanceRecord {}
package enum IssueRecord {}

/// A document that carries a plan out: written, approved, issued, read, reviewed. How it stands now.
package struct Guidance: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case guidance, letter, definition, `protocol`, form, other

        package var words: String {
            switch self {
            case .guidance: "Guidance note"
            case .letter: "Letter"
            case .definition: "Definition"
            case .protocol: "Protocol"
            case .form: "Form"
            case .other: "Other document"
            }
        }

        /// What one of them is called inside a sentence: `a protocol`.
        var indefinite: String { self == .other ? "a document" : "a \(words.lowercased())" }
    }

    /// How far the newest version has come.
    package enum Stage: String, Sendable {
        case draft, approving, sentBack, approved, issued
    }

    package var id: ID<GuidanceRecord>
    package var plan: ID<PlanRecord>
    package var kind: Kind
    package var title: String
    /// What it is for.
    package var purpose: String
    /// Who looks after it.
    package var accountable: Accountable?
    package var stage: Stage
    /// The number of the newest version; 0 before the first.
    package var version: Int
    /// The place of the body whose turn it is.
    package var waitsFor: Int?
    /// The version in force; nil before the first was issued.
    package var issuedVersion: Int?
    /// The first version of which a reading still counts.
    package var readFrom: Int?
    package var reviewDue: Day?
    package var withdrawn: Day?
    package var revision: Int

    package var isInForce: Bool { issuedVersion != nil && withdrawn == nil }
}

/// What happened to a document, every fact of it.
package struct GuidanceStory: Sendable {
    package struct Doing: Hashable, Sendable {
        package var at: Instant
        package var account: ID<Account>?
        package var person: ID<Person>?
        /// The name of the account.
        package var name: String
    }

    package struct Version: Sendable {
        package var number: Int
        package var changed: String
        package var file: File?
        package var words: String?
        package var link: String?
        package var by: Doing
    }

    package struct File: Sendable {
        package var id: ID<StoredFile>
        package var name: String
        package var size: Int
        package var sha256: String
    }

    package struct Body: Sendable {
        package var version: Int
        package var position: Int
        package var name: String
        package var recorder: Accountable?
        package var due: Day
        package var asked: Doing
        package var decision: Decision?
    }

    package struct Decision: Sendable {
        package var approved: Bool
        package var on: Day
        package var words: String
        package var by: Doing
    }

    package struct Review: Sendable {
        package var version: Int
        package var on: Day
        package var standsUntil: Day
        package var words: String
        package var by: Doing
    }

    package struct Withdrawal: Sendable {
        package var on: Day
        package var reason: String
        package var by: Doing
    }

    package var versions: [Version] = []
    package var bodies: [Body] = []
    package var issues: [GuidanceIssue] = []
    package var reviews: [Review] = []
    package var withdrawal: Withdrawal?

    package init() {}

    func version(_ number: Int?) -> Version? { versions.first { $0.number == number } }
    func bodies(of version: Int) -> [Body] { bodies.filter { $0.version == version } }
    /// The day on which the last body approved the version.
    func approved(_ version: Int) -> Day? { bodies(of: version).compactMap(\.decision).map(\.on).max() }
}

/// One issuing of a version: to whom, from which day.
package struct GuidanceIssue: Sendable {
    package var id: ID<IssueRecord>
    package var version: Int
    package var on: Day
    package var readBy: Day?
    /// True where who had read an earlier version is to read this one too.
    package var readAnew: Bool
    package var to: [GuidanceTarget]
    package var by: GuidanceStory.Doing
}

/// Whom a document is issued to: everybody at or under a node, whoever holds a post, or a person.
package enum GuidanceTarget: Hashable, Sendable {
    case node(ID<Node>)
    case post(ID<Post>)
    case person(ID<Person>)
}
