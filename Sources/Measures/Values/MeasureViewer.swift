import Kernel
import Site
import Storage

/// What somebody may see of figures.
struct MeasureViewer: Sendable {
    enum Circle: Hashable, Sendable {
        /// Every figure as it is.
        case inner
        /// Those of their own units as they are; of others what anybody may see.
        case own(Set<ID<Node>>)
        case outer
    }

    let circle: Circle
    /// False for whoever may not set units side by side: social workers see no league of teams.
    let seesUnits: Bool
    /// True for the quality lead, who may see figures by worker of every unit.
    let seesWorkers: Bool
    /// May say what holds of a measure.
    let keeps: Bool

    /// Who manages a unit that a post of theirs stands in.
    private static let managers: Set<Role> = [.teamManager, .actionLead]

    static func read(
        _ officer: Officer, _ tree: UnitTree, _ connection: Connection, on day: Day
    ) throws -> MeasureViewer {
        let inner = officer.scopes(for: Role.innerCircle)
        let isWorkerOnly = officer.grants.allSatisfy { $0.role == .worker }
        var roots: Set<ID<Node>> = []
        for case .node(let node) in inner.union(officer.scopes(for: MeasureViewer.managers)) {
            roots.insert(node)
        }
        if officer.holds(MeasureViewer.managers), let person = officer.person {
            roots.formUnion(
                try connection.rows(
                    """
                    SELECT p.node FROM post_holding h
                    JOIN post p ON p.authority = h.authority AND p.id = h.post
                    WHERE h.authority = $1 AND h.person = $2 AND p.node IS NOT NULL AND h.from_day <= $3
                        AND (h.until_day IS NULL OR h.until_day >= $3)
                    """, [.id(officer.authority), .id(person), .day(day)]
                ) { try $0.id(0) as ID<Node> })
        }
        // A post at the authority itself, such as one of training, makes nobody the manager of all its units.
        let own = tree.below(roots.filter { tree.kind($0, on: day) != "authority" }, on: day)
        let circle: Circle =
            inner.contains(.authority) ? .inner : own.isEmpty ? .outer : .own(own)
        return MeasureViewer(
            circle: circle, seesUnits: !isWorkerOnly,
            seesWorkers: officer.scopes(for: [.qualityLead]).contains(.authority),
            keeps: officer.scopes(for: MeasuresRoute.keepers).contains(.authority))
    }

    func sees(_ definition: MeasureDefinition) -> Bool { circle == .inner || !definition.isInnerOnly }

    func manages(_ node: ID<Node>) -> Bool {
        if case .own(let own) = circle { own.contains(node) } else { false }
    }

    /// Whether a figure is kept from this reader. Where anything of a period is kept from others, whoever sees their
    /// own part as it is sees nothing else of it: the difference would tell.
    func isHidden(_ figure: MeasureFigure, _ withheld: Withholding) -> Bool {
        isHidden(figure, withheld.hides(figure), withheld)
    }

    func hidesOverdue(_ figure: MeasureFigure, _ withheld: Withholding) -> Bool {
        isHidden(figure, withheld.hidesOverdue(figure), withheld)
    }

    private func isHidden(_ figure: MeasureFigure, _ decision: Bool, _ withheld: Withholding) -> Bool {
        switch circle {
        case .inner: return false
        case .outer: return decision
        case .own(let own):
            if case .unit(let node) = figure.reach, own.contains(node) { return false }
            return decision || withheld.periods.contains { $0 == figure.period }
        }
    }
}
