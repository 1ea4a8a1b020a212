import Kernel
import PlanChecks
import PlanFormat
import Site
import Storage

/// Taking a plan away, as the list shows it, in the format asked for.
extension PlansFeature {
    func export(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        guard let format = PlanExport.Format(rawValue: visit.parameters["format"] ?? "") else {
            throw NotFound()
        }
        guard visit.query["as-at"].isEmpty else { return try await exportAsAt(format, visit) }
        let id: ID<PlanRecord> = try visit.id("plan")
        let filter = PlanListPage.filter(visit.query)
        let today = visit.today
        let (read, shown) = try await database.read { connection in
            (
                try RunningPlan.read(connection, officer.authority, id, at: nil, on: today),
                try PlanListSQL.page(
                    connection, officer.authority, id, filter, on: today, limit: 1_000_000, offset: 0)
            )
        }
        guard var running = read else { throw NotFound() }
        let plan = running.plan
        let isWhole = filter.isEmpty || format == .json || format == .ics
        if !isWhole { running.plan = plan.only(Set(shown.entries.map(\.id))) }
        let accepted = format == .json || format == .ics ? [] : try await checked(plan, visit).accepted
        return try await file(
            running, as: format, accepted: accepted,
            extent: isWhole
                ? .whole : .filtered(note: PlanExport.note(filter, plan, shown: shown.shown, of: shown.all)),
            visit)
    }

    /// The whole plan at the end of a day: byte for byte what was taken away then, where nothing changed later that day.
    private func exportAsAt(_ format: PlanExport.Format, _ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        guard let day = Day(visit.query["as-at"]), day <= visit.today,
            let running = try await database.read({
                try RunningPlan.read($0, officer.authority, id, endOf: day, today: visit.today)
            })
        else { throw NotFound() }
        let accepted = format == .json || format == .ics ? [] : try await checked(running, officer).accepted
        return try await file(running, as: format, accepted: accepted, extent: .whole, visit)
    }

    func file(
        _ running: RunningPlan, as format: PlanExport.Format, accepted: [CheckedPlan.Finding],
        extent: PlanExport.Extent, _ visit: Visit
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = running.plan
        let days =
            format == .ics
            ? try await database.read { [publicAddress] in
                try PlanExport.days(
                    of: plan.header.id, $0, officer.authority, at: visit.now, site: publicAddress)
            } : nil
        let bytes = try await PlanExport.bytes(
            of: plan.interchange, as: format, accepted: accepted.compactMap(PlanExport.Accepted.init),
            standing: PlanExport.Standing(running), extent: extent, days: days)
        try await database.write(for: officer.authority) {
            try $0.record(
                change(
                    "plan.exported", "plan", plan.header.id, plan,
                    to: [
                        "format": .string(format.rawValue), "actions": .integer(Int64(plan.actions.count)),
                        "asAt": running.moment == nil ? .null : .string(running.day.description),
                    ], officer, visit))
        }
        return .file(
            bytes, name: PlanExport.fileName(of: plan.interchange, as: format), type: format.mediaType)
    }
}

extension PlanExport.Accepted {
    init?(_ finding: CheckedPlan.Finding) {
        guard let acceptance = finding.acceptance else { return nil }
        self.init(
            finding: finding.finding.title, about: finding.finding.subject, reason: acceptance.reason,
            name: acceptance.name, day: acceptance.at.inLondon.day)
    }
}

extension PlanExport {
    /// What the filter shows of how much: "12 of 38 actions: lead Maya Okonkwo, past its date".
    static func note(_ filter: PlanFilter, _ plan: KeptPlan, shown: Int, of all: Int) -> String {
        let area = filter.area.flatMap { id in plan.areas.first { $0.id == id } }?.value
        let parts = [
            area.map { "area \([$0.reference, $0.title].compactMap { $0 }.joined(separator: " "))" },
            filter.lead.map { $0.isEmpty ? "nobody named as lead" : "lead \($0)" },
            filter.answers.map { answers in
                if case .nobody = answers { return "nobody answers" }
                return "one post or person answers"
            },
            filter.work.map { $0.label.prefix(1).lowercased() + $0.label.dropFirst() },
            filter.due.map { $0.label.prefix(1).lowercased() + $0.label.dropFirst() },
            filter.words.isEmpty ? nil : "with the words “\(filter.words)”",
        ].compactMap { $0 }
        return "\(shown) of \(all) actions: \(parts.joined(separator: ", "))"
    }
}

extension KeptPlan {
    /// The plan with those actions alone, the areas that hold them, and what speaks of them.
    func only(_ shown: Set<ID<ActionRecord>>) -> KeptPlan {
        var plan = self
        plan.areas = areas.compactMap { area in
            var area = area
            area.actions = area.actions.filter { shown.contains($0.id) }
            area.criteria = area.criteria.filter { $0.action.map(shown.contains) ?? true }
            return area.actions.isEmpty ? nil : area
        }
        return plan
    }
}
