import Documents
import Kernel
import Markup
import PlanChecks
import PlanFormat
import Sheets
import Site
import Storage

/// What the checks found in a plan: worst first, filtered by the address, each with what to do.
extension PlansFeature {
    func checks(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let checked = try await checked(plan, visit)
        let mayEdit = try await mayEdit(plan.header, officer, on: visit.today)
        return .page(ChecksPage.page(plan, checked, mayEdit: mayEdit, visit))
    }

    /// The plan's findings as they stand today, with those that somebody has accepted.
    func checked(_ plan: KeptPlan, _ visit: Visit) async throws -> CheckedPlan {
        let officer = try visit.signedInOfficer
        let (acceptances, inspection) = try await database.read { connection in
            (
                try AcceptanceSQL.acceptances(connection, officer.authority, plan.header.id),
                try plan.header.inspection.flatMap {
                    try InspectionSQL.inspection(connection, officer.authority, $0)
                }
            )
        }
        let document = try await sourceDocument(plan.header, officer)
        let report = await reports.report(
            of: plan, inspection: inspection, on: visit.today, document: document)
        return CheckedPlan(
            report: report,
            findings: report.findings.map {
                CheckedPlan.Finding(id: $0.print, finding: $0, acceptance: acceptances[$0.print])
            })
    }

    /// The findings of a plan as it stood, by what was accepted then; the inspection is taken as it is.
    func checked(_ running: RunningPlan, _ officer: Officer) async throws -> CheckedPlan {
        let document = try await sourceDocument(running.plan.header, officer)
        return try await database.read { connection in
            try CheckedPlan.read(connection, officer.authority, running, document: document)
        }
    }

    /// The document that the plan was read from; nil for a plan begun by hand, or when it no longer reads.
    func sourceDocument(_ plan: KeptPlan.Header, _ officer: Officer) async throws -> Document? {
        guard let file = plan.sourceFile, let name = plan.sourceName else { return nil }
        let database = database
        return try await readings.document(of: file, named: name) {
            try await database.read { try $0.bytesOfFile(file, of: officer.authority) }
        }
    }
}

enum ChecksPage {
    struct Filter {
        var severity: CheckFinding.Severity?
        var kind: String
        var area: String
        var lead: String
        var accepted: Bool

        init(_ query: Fields) {
            severity = CheckFinding.Severity(rawValue: query["severity"])
            kind = query["kind"]
            area = query["area"]
            lead = query["lead"]
            accepted = query["accepted"] == "yes"
        }

        var isEmpty: Bool { severity == nil && kind.isEmpty && area.isEmpty && lead.isEmpty && !accepted }
    }

    /// The catalogue's kinds, by the letter that begins a check's id.
    static let kinds = [
        ("O", "Owners"), ("D", "Dates"), ("M", "Measures"), ("N", "Numbers"), ("C", "Consistency"),
        ("L", "Language"), ("E", "Evidence"), ("G", "Governance"),
    ]

    static func page(_ plan: KeptPlan, _ checked: CheckedPlan, mayEdit: Bool, _ visit: Visit) -> Page {
        let filter = Filter(visit.query)
        let shown = shown(plan, checked, filter)
        return Page(
            "Plan checks", section: .plan, breadcrumbs: PlanCrumbs.plan(plan.header),
            facts: [
                "\(CheckReport.all.count - checked.report.notRun.count) checks, on \(counted(plan.actions.count, "action")) and \(counted(plan.criteriaCount, "criterion", "criteria"))",
                "Run as at \(visit.today.long)",
            ],
            tabs: PlanCrumbs.tabs(plan.header, at: PlansRoute.checks, checks: checked.open.count),
            sheet: shown.isEmpty ? nil : sheet(plan, shown, filter, of: checked)
        ) { m in
            m.honestSentence(sentence(checked))
            m.figures { m in
                m.figure("\(checked.count(.error))", "\(strong: "Errors.") Mend these first", symbol: .red)
                m.figure(
                    "\(checked.count(.warning))", "\(strong: "Warnings.") A reader will ask", symbol: .amber)
                m.figure(
                    "\(checked.count(.information))", "\(strong: "Notes.") Tidy when you can", symbol: .grey)
                m.figure("\(checked.accepted.count)", accepted(plan, checked))
            }
            filterBar(plan, checked, filter, &m)
            m.listCount(
                shown: shown.count, of: filter.accepted ? checked.accepted.count : checked.open.count,
                filter.accepted ? "accepted findings" : "findings",
                clear: PlansRoute.checks.link(plan.header.id))
            for finding in shown { row(plan, finding, mayEdit: mayEdit, visit, &m) }
            if checked.open.isEmpty, !filter.accepted {
                m.emptyState("Nothing found", "The checks that could run found nothing in this plan.")
            }
            notRun(checked, &m)
        }
    }

    private static func sheet(
        _ plan: KeptPlan, _ shown: [CheckedPlan.Finding], _ filter: Filter, of checked: CheckedPlan
    ) -> Sheet {
        let all = filter.accepted ? checked.accepted.count : checked.open.count
        let noun = filter.accepted ? "accepted findings" : "findings"
        return Sheet(
            "Checks of \(plan.header.title)",
            note: shown.count == all ? nil : "\(shown.count) of \(all) \(noun) shown",
            columns: [
                Sheet.Column("Check", width: 8), Sheet.Column("Severity", width: 12),
                Sheet.Column("About", width: 16), Sheet.Column("Found", width: 36),
                Sheet.Column("Why it matters", width: 40), Sheet.Column("What to do", width: 36),
                Sheet.Column("Accepted because", width: 24),
            ]
        ) {
            shown.map { entry in
                let finding = entry.finding
                return [
                    .text(finding.check), .text(finding.severity.rawValue), .text(finding.subject),
                    .text(finding.title), .text(finding.message), .init(finding.suggestion),
                    .init(entry.acceptance.map { "\($0.reason) (\($0.name), \($0.at.inLondon.day.long))" }),
                ]
            }
        }
    }

    private static func sentence(_ checked: CheckedPlan) -> Markup {
        let errors = checked.count(.error)
        let failing = Set(checked.open.map(\.finding.check)).count
        let ran = CheckReport.all.count - checked.report.notRun.count
        let clean = "\(ran - failing) of \(ran) checks found nothing."
        return errors == 0
            ? "\(strong: "No error stands in this plan.") \(clean)"
            : "\(strong: "This plan is not ready to go out:") \(counted(errors, "error")) \(errors == 1 ? "stands" : "stand") in the way. \(clean)"
    }

    private static func accepted(_ plan: KeptPlan, _ checked: CheckedPlan) -> Markup {
        checked.accepted.isEmpty
            ? "\(strong: "Accepted with a reason.")"
            : "\(strong: "Accepted with a reason.") \(link: "See them", to: PlansRoute.checks.link(plan.header.id, query: ["accepted": "yes"]))"
    }

    static func shown(_ plan: KeptPlan, _ checked: CheckedPlan, _ filter: Filter) -> [CheckedPlan.Finding] {
        var ofArea: Set<String>?
        if let area = plan.areas.first(where: { $0.id.description == filter.area }) {
            ofArea = Set(
                area.actions.compactMap(\.value.reference) + [area.value.reference].compactMap { $0 })
        }
        var ofLead: Set<String>?
        if !filter.lead.isEmpty {
            ofLead = Set(
                plan.actions.filter { $0.people.contains { $0.name == filter.lead } }
                    .compactMap(\.value.reference))
        }
        return (filter.accepted ? checked.accepted : checked.open).filter { entry in
            let finding = entry.finding
            return (filter.severity == nil || finding.severity == filter.severity)
                && (filter.kind.isEmpty || finding.check.hasPrefix(filter.kind))
                && (ofArea?.isDisjoint(with: finding.references) != true)
                && (ofLead?.isDisjoint(with: finding.references) != true)
        }
    }

    private static func filterBar(
        _ plan: KeptPlan, _ checked: CheckedPlan, _ filter: Filter, _ m: inout Markup
    ) {
        let entry = Entry(filled: [
            "severity": filter.severity?.rawValue ?? "", "kind": filter.kind, "area": filter.area,
            "lead": filter.lead, "accepted": filter.accepted ? "yes" : "",
        ])
        let leads = Set(plan.actions.flatMap { $0.people.map(\.name) }).sorted()
        m.filterBar(
            to: PlansRoute.checks.link(plan.header.id), "Show findings", isActive: !filter.isEmpty
        ) { m in
            m.select(
                "severity", "Severity",
                [
                    Choice("", "All"), Choice("error", "Errors"), Choice("warning", "Warnings"),
                    Choice("information", "Notes"),
                ], in: entry)
            m.select(
                "kind", "Kind", [Choice("", "All kinds")] + kinds.map { Choice($0.0, $0.1) }, in: entry)
            m.select(
                "area", "Area",
                [Choice("", "All \(counted(plan.areas.count, "area"))")]
                    + plan.areas.map {
                        Choice(
                            $0.id.description,
                            [$0.value.reference, $0.value.title.short].compactMap { $0 }.joined(
                                separator: " "))
                    }, in: entry)
            m.select("lead", "Lead", [Choice("", "Anyone")] + leads.map { Choice($0, $0) }, in: entry)
            m.select(
                "accepted", "Accepted", [Choice("", "Still open"), Choice("yes", "Accepted with a reason")],
                in: entry)
        }
    }

    private static func row(
        _ plan: KeptPlan, _ entry: CheckedPlan.Finding, mayEdit: Bool, _ visit: Visit, _ m: inout Markup
    ) {
        m.finding(shown(plan, entry)) { m in
            guard mayEdit else { return }
            if let target = fix(plan, entry.finding) {
                m.buttonLink(target.words, to: target.address, .other)
            }
            if entry.acceptance == nil {
                m.a(
                    "Accept with a reason\(hidden: ": \(entry.finding.subject)")",
                    .href(PlansRoute.acceptFinding.link(plan.header.id, entry.id)))
            } else {
                m.form(
                    to: PlansRoute.endAcceptance.link(plan.header.id, entry.id), key: visit.formKey
                ) { m in
                    m.button("Open it again\(hidden: ": \(entry.finding.subject)")", .other)
                }
            }
        }
    }

    static func shown(_ plan: KeptPlan, _ entry: CheckedPlan.Finding) -> ShownFinding {
        let finding = entry.finding
        let severity: ShownFinding.Severity =
            switch finding.severity {
            case .error: .error
            case .warning: .warning
            case .information: .note
            }
        let place = finding.place.map { ", \($0.description)" } ?? ""
        var words: Markup = "\(finding.message) \(finding.suggestion)"
        if let acceptance = entry.acceptance {
            words.add(
                " \(strong: "Accepted by \(acceptance.name) on \(acceptance.at.inLondon.day.long):") \(acceptance.reason)"
                    as Markup)
        }
        return ShownFinding(
            severity, check: finding.check, title: finding.title, place: "\(finding.subject)\(place)",
            quote: finding.text.isEmpty ? nil : marked(finding.text, finding.marked), words: words)
    }

    /// The text with the words in question marked, each where it first stands.
    static func marked(_ text: String, _ marked: [String]) -> Markup {
        var ranges: [Range<String.Index>] = []
        for words in marked where !words.isEmpty {
            if let range = text.firstRange(of: words), !ranges.contains(where: { $0.overlaps(range) }) {
                ranges.append(range)
            }
        }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        return Markup { m in
            var position = text.startIndex
            for range in ranges {
                m.add(String(text[position..<range.lowerBound]))
                m.mark(String(text[range]))
                position = range.upperBound
            }
            m.add(String(text[position...]))
        }
    }

    /// The form in which the fault is mended: of the first action or area that it is about.
    private static func fix(_ plan: KeptPlan, _ finding: CheckFinding) -> Link? {
        let words: Markup =
            switch finding.check {
            case "O01": "Name a lead"
            case "D01", "D02", "D03": "Give a date"
            case "M01": "Add a criterion"
            default: "Change the action"
            }
        for reference in finding.references {
            for area in plan.areas {
                if let action = area.actions.first(where: { $0.value.reference == reference }) {
                    return Link(
                        words,
                        finding.check == "M01"
                            ? PlansRoute.newCriterion.link(
                                plan.header.id, area.id, query: ["action": action.id.description])
                            : PlansRoute.editAction.link(plan.header.id, action.id))
                }
                if area.value.reference == reference {
                    return Link("Change the area", PlansRoute.editArea.link(plan.header.id, area.id))
                }
            }
        }
        return nil
    }

    private static func notRun(_ checked: CheckedPlan, _ m: inout Markup) {
        guard !checked.report.notRun.isEmpty else { return }
        m.part("Checks that could not run") { m in
            m.ul { m in
                for check in checked.report.notRun { m.li("\(strong: check.check) \(check.why)") }
            }
        }
    }
}
