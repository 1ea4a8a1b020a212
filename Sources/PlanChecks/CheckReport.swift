import Kernel

/// Every check, run on one plan.
package struct CheckReport: Hashable, Sendable {
    /// Worst first, then in order of the plan.
    package var findings: [CheckFinding]
    /// Checks that could not run, with what they would need.
    package var notRun: [NotRun]

    package struct NotRun: Hashable, Sendable {
        package var check: String
        package var why: String
    }

    /// Runs all of the first release's checks.
    package static func run(on input: CheckInput) -> CheckReport {
        let index = PlanIndex(input)
        var findings: [CheckFinding] = []
        var notRun: [NotRun] = []
        for check in all {
            findings += check.run(on: index)
            if let why = check.missing(from: index) { notRun.append(NotRun(check: check.id, why: why)) }
        }
        let order = PlanOrder(index)
        let placed = findings.enumerated().map {
            (finding: $0.element, key: order.key($0.element), number: $0.offset)
        }
        let sorted = placed.sorted { left, right in
            if left.finding.severity != right.finding.severity {
                return left.finding.severity < right.finding.severity
            }
            return (left.key, left.number) < (right.key, right.number)
        }
        return CheckReport(findings: sorted.map(\.finding), notRun: notRun)
    }

    /// The 42 checks of the first release, in order of the catalogue.
    package static let all: [any PlanCheck.Type] = [
        NoLead.self, LeadIsGroup.self, SeveralLeads.self, DanglingLead.self, LeadOverload.self,
        MarksOwnWork.self, InitialsAsLead.self, LeadsPerAction.self,
        NoDate.self, NoFinish.self, NoYear.self, ImpossibleDate.self, OneThingTwoDates.self,
        MeasureDateDiffers.self, PastDue.self, AfterTheVisit.self, RelativeDate.self, DatesPerAction.self,
        NeededLater.self,
        NoCriterion.self, Comparative.self, OutputAsOutcome.self, MethodAsCriterion.self,
        MeasuresAnotherThing.self, IncompleteMeasure.self, ScopeMismatch.self, SampleWithoutFrame.self,
        TotalIsNotSum.self, PercentageIsNotCount.self, TwoBases.self, CountIsNotList.self,
        Numbering.self, DeadReference.self, Placeholder.self, NearDuplicate.self, OneThingTwoLeads.self,
        ColumnsDrift.self, FindingWithoutRow.self, StatusContradicts.self,
        EvidenceOutOfReach.self, PersonalData.self, NoVersion.self,
    ]
}

/// Where a finding stands in the plan: the whole plan first, then by action, then by place in the document.
struct PlanOrder {
    private var rows: [String: Int] = [:]
    private var subjects: [String: Int] = [:]

    init(_ index: PlanIndex) {
        for row in index.rows {
            if let reference = row.reference, rows[reference] == nil { rows[reference] = row.index }
            if subjects[row.subject] == nil { subjects[row.subject] = row.index }
        }
        for area in index.areas where subjects[area.subject] == nil {
            subjects[area.subject] = area.rows.lowerBound
        }
    }

    func key(_ finding: CheckFinding) -> Int {
        if finding.subject == "Whole plan" { return -1 }
        if let row = finding.references.first.flatMap({ rows[$0] }) ?? subjects[finding.subject] {
            return row
        }
        let place = finding.place
        return 1_000_000 + (place?.page ?? 0) * 100_000 + (place?.line ?? place?.paragraph ?? place?.row ?? 0)
    }
}
