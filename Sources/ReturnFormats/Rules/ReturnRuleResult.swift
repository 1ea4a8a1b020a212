/// What one rule found in a return: how often, and about how many children. Every rule that ran has one, count 0 too.
package struct ReturnRuleResult: Hashable, Sendable {
    /// The rule's id: `8545Q` of the census, `AA.dates.order.assessment` of Annex A.
    package var rule: String
    package var severity: ReturnRuleSeverity
    /// What is wrong, in one plain sentence.
    package var title: String
    /// Rows, or groups of a census, that break the rule.
    package var count: Int
    /// Different children among them.
    package var children: Int

    package init(rule: String, severity: ReturnRuleSeverity, title: String, count: Int, children: Int) {
        self.rule = rule
        self.severity = severity
        self.title = title
        self.count = count
        self.children = children
    }
}

/// An error cannot be true; a query can, and somebody should look.
package enum ReturnRuleSeverity: String, CaseIterable, Sendable {
    case error, query
}
