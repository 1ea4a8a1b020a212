import Kernel
import Site
import Storage

/// How much of a cohort an officer sees.
enum CohortView: Hashable, Sendable {
    /// Every child and every figure; references where their case access reaches.
    case whole
    /// The children that their case access reaches, and figures over those alone.
    case part(Set<Scope>)
    /// Figures over all, without small ones and without any child.
    case counts

    static func of(_ officer: Officer, _ cohort: CohortRecord, _ tree: UnitTree, on today: Day) -> CohortView
    {
        let near = Role.innerCircle.union(RoundsRoute.caseAccess)
        if tree.isWithin(officer.scopes(for: near), cohort.node, on: today) { return .whole }
        let part = officer.scopes(for: RoundsRoute.caseAccess)
        return part.isEmpty ? .counts : .part(part)
    }

    /// What the figures and the children are read over.
    var scopes: Set<Scope> {
        switch self {
        case .whole, .counts: [.authority]
        case .part(let scopes): scopes
        }
    }

    /// Whether the officer may see the child at all.
    func sees(_ child: CohortChild, _ tree: UnitTree, on today: Day) -> Bool {
        switch self {
        case .whole: true
        case .part(let scopes): child.node.map { tree.isWithin(scopes, $0, on: today) } ?? false
        case .counts: false
        }
    }
}

/// The reference of a child to whom case access reaches; "Child 12" to others.
struct CohortNaming: Sendable {
    let officer: Officer
    let tree: UnitTree
    let today: Day

    func hasAccess(_ child: CohortChild) -> Bool { reaches(RoundsRoute.caseAccess, child) }

    /// Whether the officer records what the child's conference decided.
    func records(_ child: CohortChild) -> Bool { reaches(CohortsRoute.recorders, child) }

    private func reaches(_ roles: Set<Role>, _ child: CohortChild) -> Bool {
        let scopes = officer.scopes(for: roles)
        return scopes.contains(.authority) || child.node.map { tree.isWithin(scopes, $0, on: today) } ?? false
    }

    func name(_ child: CohortChild) -> String {
        hasAccess(child) ? child.reference.reveal(for: .caseAccess) : "Child \(child.number)"
    }

    /// Records that references were shown; nothing where none was.
    func note(
        _ children: [CohortChild], of cohort: CohortRecord, at now: Instant, _ connection: Connection
    ) throws {
        let shown = children.count(where: hasAccess)
        guard shown > 0 else { return }
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "cohort.viewed",
                subject: "cohort", subjectID: cohort.id,
                to: [
                    "says": .string(
                        "Looked at \(counted(shown, "child", "children")) of the cohort “\(cohort.title)”")
                ]))
    }
}
