import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// Saying which areas of the plan answer a finding.
enum TieFinding {
    enum Refused: String, Refusal {
        case changedMeanwhile =
            "Somebody changed what answers this finding while you had it open: look again, then save"

        var field: String? { "areas" }
    }

    /// The areas that seem to answer: those that share at least two of the finding's longer words.
    static func likely(_ finding: Inspection.Finding, among areas: [KeptPlan.Area]) -> [ID<AreaRecord>] {
        let wanted = stems(finding.text)
        return areas.filter { area in
            let texts = [area.value.title] + area.actions.map(\.value.text)
            return wanted.intersection(stems(texts.joined(separator: " "))).count >= 2
        }.map(\.id)
    }

    /// Words of six letters and more by their first six, so that `plans`, `planned` and `planning` stay apart from
    /// nothing that matters, and small words join nothing.
    private static func stems(_ text: String) -> Set<String> {
        Set(NameKey.fold(text).split(separator: " ").filter { $0.count >= 6 }.map { String($0.prefix(6)) })
    }

    static func mark(_ areas: [ID<AreaRecord>]) -> String {
        areas.map(\.description).sorted().joined(separator: " ")
    }
}

extension PlansFeature {
    private func knot(_ visit: Visit) async throws -> (KeptPlan, ThreadSQL.Knot) {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let id: ID<ThreadSQL.Knot> = try visit.id("finding")
        let knots = try await database.read {
            try ThreadSQL.knots($0, officer.authority, plan.header.id)
        }
        guard let knot = knots.first(where: { $0.finding.id == id.rawValue }) else { throw NotFound() }
        return (plan, knot)
    }

    func tieFinding(_ visit: Visit) async throws -> Reply {
        let (plan, knot) = try await knot(visit)
        let shown = knot.areas.isEmpty ? TieFinding.likely(knot.finding, among: plan.areas) : knot.areas
        let entry = Entry(["areas": shown.map(\.description)])
        return .page(TieFinding.page(plan, knot, entry, visit))
    }

    func changeTie(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, knot) = try await knot(visit)
        let asked = Set(visit.form.all("areas"))
        let areas = plan.areas.filter { asked.contains($0.id.description) }
        do {
            try await database.write(for: officer.authority) { connection in
                let before = try ThreadSQL.tie(
                    knot.finding.id, to: areas.map(\.id), of: plan.header.id, officer.authority, connection)
                guard TieFinding.mark(before) == visit.form["before"] else {
                    throw TieFinding.Refused.changedMeanwhile
                }
                let names = areas.map { $0.value.reference ?? $0.value.title }
                let says =
                    "Finding \(knot.finding.reference ?? "") is answered by "
                    + (names.isEmpty ? "no area" : "area \(names.joined(separator: ", "))")
                try connection.record(
                    change(
                        "finding.tied", "plan", plan.header.id, plan, to: ["says": .string(says)], officer,
                        visit))
            }
            return .redirect(
                to: ThreadRoute.thread.link(plan.header.id), notice: "What answers the finding is kept.")
        } catch let refusal as TieFinding.Refused {
            return .refused(TieFinding.page(plan, knot, visit.entry(refusal), visit))
        }
    }
}

extension TieFinding {
    static func page(_ plan: KeptPlan, _ knot: ThreadSQL.Knot, _ entry: Entry, _ visit: Visit) -> Page {
        let back = ThreadRoute.thread.link(plan.header.id)
        return Page(
            "Which areas answer this finding", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan.header) + [Link("Findings and proof", back)],
            errors: entry.errors
        ) { m in
            m.quote(
                Markup(knot.finding.text),
                source: Markup(
                    [knot.finding.kind.words, knot.finding.reference].compactMap { $0 }.joined(separator: " ")
                ))
            if knot.areas.isEmpty {
                m.note("What is ticked is a guess from the words. Nothing is kept until you save.")
            }
            m.form(
                to: ThreadRoute.changeTie.link(plan.header.id, visit.parameters["finding"] ?? ""),
                key: visit.formKey
            ) {
                m in
                m.hiddenField("before", mark(knot.areas))
                m.checkboxes(
                    "areas", "Areas",
                    plan.areas.map {
                        Choice(
                            $0.id.description,
                            [$0.value.reference, $0.value.title].compactMap { $0 }.joined(separator: " "))
                    }, in: entry, hint: "Tick every area whose work would mend what was found.")
                m.buttons { m in
                    m.button("Save")
                    m.a("Cancel", .href(back))
                }
            }
        }
    }
}
