package import Kernel
import Storage

/// The authority's register of qualified workers, as it was last given.
package struct WorkerRegister: Sendable {
    package struct Worker: Hashable, Sendable {
        package let name: String
        /// The name folded (`NameKey`), to find them in a file.
        package let key: String
        /// Their number with Social Work England; nil where the register gives none.
        package let registration: String?
        package let team: String?
        /// 1 for full time.
        package let fullTime: Double?
        /// In their assessed and supported year.
        package let isNewlyQualified: Bool?
        package let isAgency: Bool?

        package init(
            name: String, registration: String? = nil, team: String? = nil, fullTime: Double? = nil,
            isNewlyQualified: Bool? = nil, isAgency: Bool? = nil
        ) {
            self.name = name
            key = NameKey.fold(name)
            self.registration = registration
            self.team = team
            self.fullTime = fullTime
            self.isNewlyQualified = isNewlyQualified
            self.isAgency = isAgency
        }
    }

    package let asAt: Day
    package let at: Instant
    /// The file that it came in.
    package let name: String
    package let by: String?
    /// In the order of the file.
    package let workers: [Worker]
}

enum WorkerRegisterSQL {
    /// The register that was given last; nil while there is none.
    static func latest(_ connection: Connection, _ authority: ID<Authority>) throws -> WorkerRegister? {
        let head = try connection.first(
            """
            SELECT r.id, r.as_at, r.at, r.name, a.name FROM worker_register r
            LEFT JOIN account a ON a.authority = r.authority AND a.id = r.account
            WHERE r.authority = $1 ORDER BY r.id DESC LIMIT 1
            """, [.id(authority)]
        ) { row in
            (
                id: try row.id(0) as ID<WorkerRegister>, asAt: try row.day(1), at: try row.instant(2),
                name: try row.text(3), by: try row.textOrNil(4)
            )
        }
        guard let head else { return nil }
        let workers = try connection.rows(
            """
            SELECT name, registration, team, full_time, is_new, is_agency FROM registered_worker
            WHERE authority = $1 AND register = $2 ORDER BY number
            """, [.id(authority), .id(head.id)]
        ) {
            WorkerRegister.Worker(
                name: try $0.text(0), registration: try $0.textOrNil(1), team: try $0.textOrNil(2),
                fullTime: try $0.realOrNil(3), isNewlyQualified: try $0.boolOrNil(4),
                isAgency: try $0.boolOrNil(5))
        }
        return WorkerRegister(
            asAt: head.asAt, at: head.at, name: head.name, by: head.by, workers: workers)
    }

    static func insert(
        _ workers: [WorkerRegister.Worker], named name: String, asAt: Day, by account: ID<Account>?,
        at now: Instant, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        let id = ID<WorkerRegister>.make(at: now)
        try connection.run(
            """
            INSERT INTO worker_register (authority, id, at, as_at, account, name)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [.id(authority), .id(id), .instant(now), .day(asAt), .id(account), .text(name)])
        try connection.insert(
            into: "registered_worker",
            [
                "authority", "register", "number", "name", "name_key", "registration", "team", "full_time",
                "is_new",
                "is_agency",
            ],
            rows: workers.enumerated().map { number, worker in
                [
                    .id(authority), .id(id), .int(number), .text(worker.name), .text(worker.key),
                    .optional(worker.registration), .optional(worker.team), .optional(worker.fullTime),
                    worker.isNewlyQualified.map { .bool($0) } ?? .nothing(.integer),
                    worker.isAgency.map { .bool($0) } ?? .nothing(.integer),
                ]
            })
    }
}
