import Indicators
package import Kernel
import ReturnFormats
package import Storage

/// The case lists, made anew from the file that counts now. Nothing of an earlier file stays but its counts.
package enum KeepCases {
    /// In the transaction that changed a return. Without a file the lists are emptied.
    package static func keep(
        _ connection: Connection, _ authority: ID<Authority>, _ sources: CaseSources, at now: Instant
    ) throws {
        for table in ["case_clock", "case_open", "case_child", "case_list"] {
            try connection.run("DELETE FROM \(table) WHERE authority = $1", [.id(authority)])
        }
        guard let latest = try sources.latest(connection, authority) else { return }
        let words = try sources.words(connection, authority)
        var settings = try CaseSettings.read(connection, authority).settings.indicators
        if let noWorker = words.noWorker { settings.noWorker = noWorker }
        let open = Indicators.openCases(latest.annexA, asAt: latest.asAt, settings)
        let clocks = Indicators.clocks(latest.annexA, asAt: latest.asAt, settings)
        try connection.run(
            "INSERT INTO case_list (authority, file, as_at, kept_at) VALUES ($1, $2, $3, $4)",
            [.id(authority), .integer(latest.file), .day(latest.asAt), .instant(now)])
        let keeping = Keeping(authority: authority, words: words)
        try connection.insert(
            into: "case_child", ["authority", "number", "reference"],
            rows: Set(open.map(\.child) + clocks.map(\.child)).sorted().map { child in
                [
                    .id(authority), .int(Int(child)),
                    .sensitive(latest.annexA.children[Int(child)]),
                ]
            })
        try connection.insert(into: "case_open", Keeping.openColumns, rows: open.map(keeping.row))
        try connection.insert(into: "case_clock", Keeping.clockColumns, rows: keeping.rows(clocks))
        try count(clocks, keeping, latest.asAt, connection)
    }

    private static func count(
        _ clocks: [CaseClock], _ keeping: Keeping, _ asAt: Day, _ connection: Connection
    ) throws {
        struct Key: Hashable {
            let node: Int64
            let kind: CaseClock.Kind
        }
        var counts: [Key: (running: Int, late: Int)] = [:]
        for clock in clocks {
            let key = Key(node: keeping.node(of: clock.team)?.rawValue ?? 0, kind: clock.kind)
            counts[key, default: (0, 0)].running += 1
            if clock.due < asAt { counts[key, default: (0, 0)].late += 1 }
        }
        try connection.run(
            "DELETE FROM case_count WHERE authority = $1 AND as_at = $2",
            [.id(keeping.authority), .day(asAt)])
        try connection.insert(
            into: "case_count", ["authority", "as_at", "node", "kind", "running", "late"],
            rows: counts.map { key, value in
                [
                    .id(keeping.authority), .day(asAt), .integer(key.node), .text(key.kind.rawValue),
                    .int(value.running), .int(value.late),
                ]
            })
    }
}

/// Cases and clocks as rows of tables.
private struct Keeping {
    let authority: ID<Authority>
    let words: CaseSources.Words

    static let openColumns = [
        "authority", "number", "status", "team", "node", "worker", "worker_key", "is_allocated", "since",
        "last_seen", "enquiries",
    ]
    static let clockColumns = [
        "authority", "number", "sequence", "kind", "trigger_on", "due_on", "team", "node", "worker",
        "worker_key", "is_allocated",
    ]

    func node(of team: String) -> ID<Node>? { words.units[NameKey.fold(team)] }

    func row(_ open: OpenCase) -> [SQLValue] {
        [
            .id(authority), .int(Int(open.child)), .text(open.status.rawValue), .text(open.team),
            .id(node(of: open.team)), .text(open.worker),
            .text(open.isAllocated ? NameKey.fold(open.worker) : ""), .bool(open.isAllocated),
            .day(open.since), .day(open.lastSeen), .int(open.openEnquiries),
        ]
    }

    func rows(_ clocks: [CaseClock]) -> [[SQLValue]] {
        var sequence: [Int32: Int] = [:]
        return clocks.map { clock in
            sequence[clock.child, default: 0] += 1
            return [
                .id(authority), .int(Int(clock.child)), .int(sequence[clock.child]),
                .text(clock.kind.rawValue), .day(clock.trigger), .day(clock.due), .text(clock.team),
                .id(node(of: clock.team)), .text(clock.worker),
                .text(clock.isAllocated ? NameKey.fold(clock.worker) : ""), .bool(clock.isAllocated),
            ]
        }
    }
}
