package import Kernel
package import Measures
import Plans
package import Storage

/// What `plumbline measure compute`, `list` and `show` do on the records of an authority, for whoever may read them.
package struct MeasureCommands: Sendable {
    let database: Database
    let now: Instant

    package init(database: Database, now: Instant) {
        self.database = database
        self.now = now
    }

    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// Works all values out again, and lets criteria that are tied to a measure follow.
    package func compute(authority name: String?) async throws -> MeasureCompute.Outcome {
        let authority = try await authority(name)
        let now = now
        return try await database.write(for: authority) { connection in
            let outcome = try MeasureCompute.run(.everything, .joined, connection, authority, at: now)
            try TiedFigures.follow(
                outcome.measures, .joined, connection, authority, at: now,
                on: try connection.today(of: authority, at: now))
            return outcome
        }
    }

    /// Every measure that has a figure, by name.
    package func list(authority name: String?) async throws -> [MeasureOutline] {
        let authority = try await authority(name)
        return try await database.read { try MeasureOutline.all(.joined, $0, authority) }
    }

    /// The measure of that key or name; its periods oldest first.
    package func show(_ measure: String, authority name: String?) async throws -> MeasureOutline {
        let all = try await list(authority: name)
        let wanted = NameKey.fold(measure)
        if let found = all.first(where: { $0.key == measure || NameKey.fold($0.name) == wanted }) {
            return found
        }
        let like = all.filter { NameKey.fold($0.name).contains(wanted) || $0.key.contains(measure) }
        if like.count == 1 { return like[0] }
        guard !all.isEmpty else {
            throw Refused(
                description: "There is no measure with a figure in these records yet: load a return first.")
        }
        let known = (like.isEmpty ? all : like).prefix(12).map(\.key).joined(separator: ", ")
        throw Refused(description: "There is no measure \(measure): these records hold \(known).")
    }

    private func authority(_ name: String?) async throws -> ID<Authority> {
        let all = try await database.read { try $0.authorities() }
        guard !all.isEmpty else {
            throw Refused(
                description: "There is no authority in these records yet: run plumbline serve and set it up.")
        }
        if let name {
            guard let found = all.first(where: { NameKey.fold($0.name) == NameKey.fold(name) }) else {
                throw Refused(
                    description:
                        "There is no authority \(name): these records hold \(all.map(\.name).joined(separator: ", "))."
                )
            }
            return found.id
        }
        guard all.count == 1 else {
            throw Refused(
                description:
                    "Say which authority with --authority: \(all.map(\.name).joined(separator: ", ")).")
        }
        return all[0].id
    }
}
