import Kernel
import PlanChecks
import PlanFormat
import Site
import Storage

/// Taking a plan away, as the list shows it, in the format asked for.
extension PlansFeature {
    func export(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        guard let format = PlanExport.Format(rawValue: visit.parameters["format"] ?? "") else {
            throw NotFound()
        }
        let filter = PlanListPage.filter(visit.query)
        let today = visit.today
        let shown = try await database.read {
            try PlanListSQL.page(
                $0, officer.authority, plan.header.id, filter, on: today, limit: 1_000_000, offset: 0)
        }
        let isWhole = filter.isEmpty || format == .json
        let accepted = format == .json ? [] : try await checked(plan, visit).accepted
        let kept = isWhole ? plan : plan.only(Set(shown.entries.map(\.id)))
        let bytes = try await PlanExport.bytes(
            of: kept.interchange, as: format, accepted: accepted.compactMap(PlanExport.Accepted.init),
            extent: isWhole
                ? .whole : .filtered(note: PlanExport.note(filter, plan, shown: shown.shown, of: shown.all)))
        try await database.write(for: officer.authority) {
            try $0.record(
                change(
                    "plan.exported", "plan", plan.header.id, plan,
                    to: [
                        "format": .string(format.rawValue),
                        "actions": .integer(Int64(isWhole ? plan.actions.count : shown.shown)),
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
