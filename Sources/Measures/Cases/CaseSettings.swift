package import Indicators
package import Kernel
package import Storage

/// What the authority has set for work lists and caseloads. There is no national limit on a caseload, nor a national
/// interval of visits to children on a protection plan: every one of these is local.
package struct CaseSettings: Hashable, Sendable {
    /// What a case counts, by its status; whole numbers from 0 to 20.
    package var points: [OpenCase.Status: Int] = [
        .lookedAfter: 1, .protection: 1, .need: 1, .assessment: 1, .careLeaver: 1,
    ]
    /// What an open section 47 enquiry counts on top.
    package var enquiryPoints = 1
    /// Above these a caseload is marked.
    package var mostCases = 18
    package var mostPoints = 22
    /// How many workers with cases one team manager should have.
    package var mostWorkers = 7
    /// Working days between visits to a child on a protection plan.
    package var protectionVisitDays = 10
    /// Calendar days between visits to a child in need.
    package var needVisitDays = 42

    package init() {}

    package func points(of status: OpenCase.Status) -> Int { points[status] ?? 1 }

    package var indicators: IndicatorSettings {
        var settings = IndicatorSettings()
        settings.protectionVisitDays = protectionVisitDays
        settings.needVisitDays = needVisitDays
        return settings
    }
}

extension CaseSettings {
    static let statuses: [(status: OpenCase.Status, column: String)] = [
        (.lookedAfter, "points_care"), (.protection, "points_protection"), (.need, "points_need"),
        (.assessment, "points_assessment"), (.careLeaver, "points_leaver"),
    ]

    /// The latest that were set, with their number; the defaults and 0 where nobody has.
    package static func read(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> (settings: CaseSettings, number: Int) {
        try connection.first(
            """
            SELECT number, \(statuses.map(\.column).joined(separator: ", ")), points_enquiry, most_cases,
                most_points, most_workers, protection_visit_days, need_visit_days
            FROM case_setting WHERE authority = $1 ORDER BY number DESC LIMIT 1
            """, [.id(authority)]
        ) { row in
            var settings = CaseSettings()
            for (index, status) in statuses.enumerated() {
                settings.points[status.status] = try row.int(1 + index)
            }
            settings.enquiryPoints = try row.int(6)
            settings.mostCases = try row.int(7)
            settings.mostPoints = try row.int(8)
            settings.mostWorkers = try row.int(9)
            settings.protectionVisitDays = try row.int(10)
            settings.needVisitDays = try row.int(11)
            return (settings, try row.int(0))
        } ?? (CaseSettings(), 0)
    }
}
