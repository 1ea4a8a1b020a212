import Kernel
import Site
import Storage

/// What the form of a rhythm offers, and how far its officer may keep one.
struct RhythmChoices: Sendable {
    let people: RhythmPeople
    let tools: [ToolSQL.Line]
    /// The parts that the officer keeps, and whether the whole authority is among them.
    let scopes: Set<Scope>
    let today: Day

    static func read(_ connection: Connection, _ officer: Officer, on today: Day) throws -> RhythmChoices {
        let line = try LineSQL.line(connection, officer.authority, on: today)
        return RhythmChoices(
            people: try RhythmPeople.read(connection, officer.authority, line: line),
            tools: try ToolSQL.issued(connection, officer.authority),
            scopes: officer.scopes(for: SchedulesRoute.keepers), today: today)
    }

    func mayKeep(_ node: ID<Node>?) -> Bool {
        guard let node else { return scopes.contains(.authority) }
        return people.tree.isWithin(scopes, node, on: today)
    }

    func tool(_ id: ID<AuditTool>?) -> ID<AuditTool>? { tools.first { $0.id == id }?.id }

    var parts: [UnitTree.Unit] {
        people.tree.units(on: today).filter {
            $0.kind != "authority" && people.tree.isWithin(scopes, $0.id, on: today)
        }
    }
}
