package import Kernel
package import PlanChecks
import Timescales

/// What a plan answers: an inspection with its judgements, its findings and strengths, and its key dates.
package struct Inspection: Sendable {
    package var id: ID<InspectionRecord>
    package var revision: Int
    package var fields: Fields
    package var judgements: [Judgement]
    package var findings: [Finding]
    package var dates: [KeyDate]

    package struct Fields: Hashable, Sendable {
        package var title: String
        package var inspectorate: String
        package var framework: String?
        package var began: Day?
        package var ended: Day?
        package var reportReceived: Day?
        /// As set by hand; nil while it follows from the day the report was received.
        package var planDue: Day?
        package var inspectorsReturn: Day?
        package var note: String?
    }

    /// A judgement area with its scale, best grade first, and the grade given.
    package struct Judgement: Sendable {
        package var id: Int64
        package var area: String
        package var scale: [String]
        package var grade: String?
    }

    package struct Finding: Sendable {
        package var id: Int64
        package var kind: Kind
        package var standard: String?
        package var reference: String?
        package var text: String

        package enum Kind: String, CaseIterable, Sendable {
            case finding, recommendation, strength

            package var words: String {
                switch self {
                case .finding: "Area for development"
                case .recommendation: "Recommendation"
                case .strength: "Strength"
                }
            }
        }
    }

    package struct KeyDate: Sendable {
        package var id: Int64
        package var what: String
        package var day: Day
    }
}

extension Inspection {
    /// What the plan must answer, for check C09: findings and recommendations, not strengths.
    package var checkFindings: [CheckInput.InspectionFinding] {
        findings.filter { $0.kind != .strength }.enumerated().map { index, finding in
            CheckInput.InspectionFinding(
                reference: finding.reference ?? "\(index + 1)", text: finding.text)
        }
    }

    package var checkDates: CheckInput.InspectionDates {
        var dates = CheckInput.InspectionDates()
        dates.inspectionEnded = fields.ended
        dates.reportReceived = fields.reportReceived
        dates.planDue = planDue
        dates.inspectorsReturn = fields.inspectorsReturn
        return dates
    }

    /// The day the plan is due: as set, else 70 working days after the report was received.
    package var planDue: Day? {
        fields.planDue ?? fields.reportReceived.flatMap { WorkingDays.adding(70, to: $0) }
    }
}
