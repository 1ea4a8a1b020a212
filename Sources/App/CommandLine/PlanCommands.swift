package import Kernel
package import PlanFormat
package import Plans
package import Storage

/// What `plumbline plan import` and `plan export` do, for whoever may read and write the records on the machine.
package struct PlanCommands: Sendable {
    let database: Database
    let now: Instant

    package init(database: Database, now: Instant) {
        self.database = database
        self.now = now
    }

    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    package struct Imported: Sendable {
        package let id: ID<PlanRecord>
        package let title: String
        package let areas: Int
        package let actions: Int
        /// What reading could not settle.
        package let questions: Int
    }

    /// Keeps the plan with its file, as a review would in which nothing is changed: the whole of it, or nothing.
    package func keep(
        _ plan: Plan, titled title: String?, file name: String, bytes: [UInt8]
    ) async throws -> Imported {
        guard !plan.areas.isEmpty else {
            throw Refused(
                description:
                    "There is no area in \(name), and nothing was kept: import it on the page Import, where "
                    + "the tables that are the plan can be chosen.")
        }
        let authority = try await onlyAuthority()
        let imported = Imported(
            id: .make(at: now), title: title ?? plan.title ?? name.withoutExtension, areas: plan.areas.count,
            actions: plan.areas.reduce(0) { $0 + $1.actions.count }, questions: plan.findings.count)
        let now = now
        try await database.write(for: authority) { connection in
            let file = try connection.keep(
                bytes, name: name, mediaType: "application/octet-stream", for: authority, at: now)
            var setting = PlanSQL.Setting()
            setting.sourceFile = file.id
            setting.sourceName = name
            try PlanSQL.insert(
                plan, titled: imported.title, as: imported.id, setting, authority, connection, at: now)
            try connection.record(
                Event(
                    authority: authority, at: now, actor: nil, kind: "plan.imported", subject: "plan",
                    subjectID: imported.id, plan: imported.id,
                    to: [
                        "title": .string(imported.title), "file": .string(name),
                        "areas": .integer(Int64(imported.areas)),
                        "actions": .integer(Int64(imported.actions)), "by": "command line",
                    ]))
        }
        return imported
    }

    private func onlyAuthority() async throws -> ID<Authority> {
        let all = try await database.read { try $0.authorities() }
        guard let first = all.first else {
            throw Refused(
                description: "There is no authority in these records yet: run plumbline serve and set it up.")
        }
        guard all.count == 1 else {
            throw Refused(
                description:
                    "These records hold \(all.count) authorities: import the plan on the page Import of one."
            )
        }
        return first.id
    }

    /// The plan's file and the name for it. `id` may be nil where there is one plan only.
    package func export(
        _ id: String?, as format: PlanExport.Format
    ) async throws -> (bytes: [UInt8], name: String) {
        let (authority, plan) = try await choose(id)
        let now = now
        let (kept, days) = try await database.read {
            (
                try PlanSQL.plan($0, authority, plan),
                try PlanExport.days(of: plan, $0, authority, at: now, site: nil)
            )
        }
        guard let kept else { throw Refused(description: "The plan was removed meanwhile.") }
        let bytes = try await PlanExport.bytes(of: kept.interchange, as: format, days: days)
        try await database.write(for: authority) { connection in
            try connection.record(
                Event(
                    authority: authority, at: now, actor: nil, kind: "plan.exported", subject: "plan",
                    subjectID: plan, plan: plan,
                    to: [
                        "format": .string(format.rawValue), "actions": .integer(Int64(kept.actions.count)),
                        "by": "command line",
                    ]))
        }
        return (bytes, PlanExport.fileName(of: kept.interchange, as: format))
    }

    private func choose(_ id: String?) async throws -> (ID<Authority>, ID<PlanRecord>) {
        let all = try await database.read { connection in
            try connection.authorities().flatMap { authority in
                try PlanSQL.titles(connection, authority.id).map { (authority.id, $0.id, $0.title) }
            }
        }
        guard !all.isEmpty else { throw Refused(description: "There is no plan in these records.") }
        let known = all.map { "\($0.1) (\($0.2))" }.joined(separator: ", ")
        guard let id else {
            guard all.count == 1 else {
                throw Refused(description: "Say which plan with --plan: \(known).")
            }
            return (all[0].0, all[0].1)
        }
        guard let found = all.first(where: { $0.1.description == id }) else {
            throw Refused(description: "There is no plan \(id): these records hold \(known).")
        }
        return (found.0, found.1)
    }
}

extension String {
    /// A file's name as words.
    fileprivate var withoutExtension: String {
        guard let dot = lastIndex(of: "."), dot > startIndex else { return self }
        return String(self[..<dot])
    }
}
