package import Kernel

/// The owner of a round's identity.
package enum AuditRound {}
/// The owner of a case's identity within rounds.
package enum AuditCase {}
/// The owner of the identity of one reading of a case (`case_audit`).
package enum AuditReading {}

/// One round of audits: what is asked of which files, by whom, and how far it has come.
package struct Round: Hashable, Sendable {
    package var id: ID<AuditRound>
    /// What rounds that ask the same again have in common.
    package var series: String
    package var title: String
    /// What the round is to find out.
    package var question: String
    /// The part of the organisation whose round it is.
    package var node: ID<Node>
    package var tool: ID<AuditTool>
    package var toolVersion: Int
    package var kind: Kind
    package var size: Size
    package var stratum: Stratum?
    /// What the first reader is to the case.
    package var first: Relation
    package var dueOn: Day
    package var verification: Verification?
    /// By when each child who is not safe is assured; nil for 24 hours, then 72 to the next level.
    package var safetyDueOn: Day?
    /// In per cent: a standard is consistently met where this share of the cases is good or better.
    package var passShare: Int
    package var mostEach: Int?
    package var restMonths: Int?
    package var again: Again?
    package var frame: Frame?
    package var lockedAt: Instant?
    /// When the first grading ended: nothing more is sent.
    package var firstClosedAt: Instant?
    /// When verification, or a round without it, was closed: its result is open from then on.
    package var closedAt: Instant?
    package var withdrawn: String?
    /// Done before Plumbline and taken in by file: results without forms.
    package var isPast: Bool
    package var revision: Int
}

extension Round {
    package enum Kind: String, CaseIterable, Sendable {
        case census, simple, stratified, purposive, perPerson, perEvent
    }

    /// How many: all, so many, a share in tenths of a per cent, or enough for a margin in tenths of a point.
    package enum Size: Hashable, Sendable {
        case all
        case number(Int)
        case percent(tenths: Int)
        case margin(tenths: Int)
    }

    package enum Stratum: String, CaseIterable, Sendable {
        case team, area, group
    }

    /// A second, blind reading of some of the cases.
    package struct Verification: Hashable, Sendable {
        package var size: Size
        package var dueOn: Day

        package init(size: Size, dueOn: Day) {
            self.size = size
            self.dueOn = dueOn
        }
    }

    package struct Again: Hashable, Sendable {
        package enum Kind: String, Sendable { case redraw, reaudit }
        package var of: ID<AuditRound>
        package var kind: Kind
        package var reason: String
    }

    /// The list as it was fixed.
    package struct Frame: Hashable, Sendable {
        /// "file", or the key of a query.
        package var source: String
        package var words: String
        package var on: Day
        package var count: Int
        /// `FrameHash` over the references that are not left out.
        package var hash: String
    }

    package enum State: String, CaseIterable, Sendable {
        case preparing, locked, grading, verifying, closed, withdrawn
    }
}

/// What a reader is to a case.
package enum Relation: String, CaseIterable, Sendable {
    /// Who holds it.
    case own = "self"
    /// Their supervisor, or anybody above.
    case line
    /// No holder, nobody in the line, no chair of that child's conference.
    case independent
}

/// The first reading of a case, or the blind second one.
package enum Leg: String, CaseIterable, Sendable {
    case first, second
}
