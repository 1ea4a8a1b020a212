package import Kernel

/// One line of the list that a round draws from.
package struct FrameLine: Hashable, Sendable {
    /// What the case system calls the child, the file or the event.
    package var reference: Sensitive<String>
    /// Who holds the case, as the list writes it; the person where one is meant by it.
    package var holder: String
    package var holderPerson: ID<Person>?
    package var chair: String
    package var chairPerson: ID<Person>?
    package var team: String
    package var node: ID<Node>?
    package var area: String
    /// A category or another group to draw by.
    package var group: String
    /// When the event was, or the child was last seen.
    package var on: Day?
    /// Why it is left out; nil where it may be drawn.
    package var excluded: String?

    package init(
        reference: Sensitive<String>, holder: String = "", holderPerson: ID<Person>? = nil,
        chair: String = "", chairPerson: ID<Person>? = nil, team: String = "", node: ID<Node>? = nil,
        area: String = "", group: String = "", on: Day? = nil, excluded: String? = nil
    ) {
        self.reference = reference
        self.holder = holder
        self.holderPerson = holderPerson
        self.chair = chair
        self.chairPerson = chairPerson
        self.team = team
        self.node = node
        self.area = area
        self.group = group
        self.on = on
        self.excluded = excluded
    }
}
