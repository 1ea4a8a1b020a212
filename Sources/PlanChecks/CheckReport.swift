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
        CheckReport(findings: [], notRun: [])
    }

    /// The checks of the first release, in order of the catalogue.
    package static let all: [any PlanCheck.Type] = []
}
