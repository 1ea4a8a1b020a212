import Kernel
import SiteTesting
import Statistics
import Storage
import Testing

@testable import Audits

/// What a result says of stored marks: the worked examples of the reference, end to end.
struct ResultRules {
    /// 40 of 412 plans: what audit-methods §5 and §6 print of them.
    @Test func `the worked example reads as the reference has it`() async throws {
        try await House.with { house in
            let round = try await house.givenResult(
                GivenReading.table(GivenReading.workedExample), population: 412)
            var ruth = house.visitor("Ruth Ashworth-Bello")
            await ruth.get("/audits/rounds/\(round)/result")
            #expect(ruth.status == 200)
            #expect(
                ruth.text.contains(
                    "Teams graded <strong>23 of 40</strong> children good or better. Verifiers, who could not see those grades, said <strong>15</strong>. When the two differ, the team is nearly always kinder: <strong>15 times to 2</strong>."
                ))
            for words in [
                "about twice in 1,000 rounds (sign test, p = 0.002)", "39 of 40 are within one grade",
                "Weighted kappa 0.51, AC1 0.45", "the same, 58%", "23 of 40", "0.38",
                "40 of 412 children, drawn at random",
                "First 40 by seed 2026-09:cpp-3",
            ] {
                #expect(ruth.text.contains(words), "\(words)")
            }
        }
    }
}
