package import Kernel
package import Storage

/// What audits ask of the other features. App fills it, so that they need not know each other.
package struct AuditSources: Sendable {
    /// A list that a frame can be made of, from the returns that are loaded.
    package struct List: Hashable, Sendable {
        /// Its name in the address and the records: "protection".
        package var key: String
        /// "Children on a protection plan".
        package var words: String
        /// The day of the return that it would be made of.
        package var asAt: Day

        package init(key: String, words: String, asAt: Day) {
            self.key = key
            self.words = words
            self.asAt = asAt
        }
    }

    /// One line of such a list.
    package struct Item: Hashable, Sendable {
        package var reference: Sensitive<String>
        package var holder: String
        package var team: String
        package var node: ID<Node>?
        /// A category or another group to draw by.
        package var group: String
        /// When the child was last seen, or the event was.
        package var on: Day?
        /// How often the child was on a plan before; nil where the list does not say.
        package var plansBefore: Int?

        package init(
            reference: Sensitive<String>, holder: String = "", team: String = "", node: ID<Node>? = nil,
            group: String = "", on: Day? = nil, plansBefore: Int? = nil
        ) {
            self.reference = reference
            self.holder = holder
            self.team = team
            self.node = node
            self.group = group
            self.on = on
            self.plansBefore = plansBefore
        }
    }

    /// Words of a plan that ask for something again and again, with what was read from them.
    package struct PlanWords: Hashable, Sendable {
        package var plan: ID<PlanRecord>
        package var planTitle: String
        /// The place in the plan, the same for ever: "monitoring.<id>".
        package var source: String
        /// The reference or title of the area that it stands in: the same words twice in one area ask once.
        package var area: String
        /// "Action 2.2, monitoring".
        package var place: String
        package var words: String
        /// Who does it, as written; empty where it does not say.
        package var by: String
        package var address: String

        package init(
            plan: ID<PlanRecord>, planTitle: String, source: String, area: String = "", place: String,
            words: String, by: String, address: String
        ) {
            self.plan = plan
            self.planTitle = planTitle
            self.source = source
            self.area = area
            self.place = place
            self.words = words
            self.by = by
            self.address = address
        }
    }

    package struct Place: Hashable, Sendable {
        package var name: String
        package var address: String

        package init(_ name: String, _ address: String) {
            self.name = name
            self.address = address
        }
    }

    /// The lists that the latest returns offer.
    package var lists: @Sendable (Connection, ID<Authority>) throws -> [List]
    /// The lines of the list of that key; nil where there is none.
    package var items: @Sendable (Connection, ID<Authority>, _ list: String) throws -> [Item]?
    /// Monitoring, actions, criteria and notes of the plans that the officer may read.
    package var planWords: @Sendable (Connection, Officer, Day) throws -> [PlanWords]
    /// Where a finding becomes an action: one for each area of the plans that the officer keeps.
    package var actionPlaces: @Sendable (Connection, Officer, Day, _ words: String) throws -> [Place]
    /// Called when a round closes or opens again, in the same transaction: criteria tied to its questions look again.
    package var changed: @Sendable (Connection, ID<Authority>, _ keys: Set<String>, Instant) throws -> Void

    package init(
        lists: @escaping @Sendable (Connection, ID<Authority>) throws -> [List],
        items: @escaping @Sendable (Connection, ID<Authority>, _ list: String) throws -> [Item]?,
        planWords: @escaping @Sendable (Connection, Officer, Day) throws -> [PlanWords],
        actionPlaces: @escaping @Sendable (Connection, Officer, Day, _ words: String) throws -> [Place],
        changed: @escaping @Sendable (Connection, ID<Authority>, _ keys: Set<String>, Instant) throws -> Void
    ) {
        self.lists = lists
        self.items = items
        self.planWords = planWords
        self.actionPlaces = actionPlaces
        self.changed = changed
    }

    /// Where there is nothing beside.
    package static let none = AuditSources(
        lists: { _, _ in [] }, items: { _, _, _ in nil }, planWords: { _, _, _ in [] },
        actionPlaces: { _, _, _, _ in [] }, changed: { _, _, _, _ in })
}
