import Kernel
import SiteTesting
import Statistics
import Storage
import StorageTesting
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

    /// audit-methods §5 and §6, to five decimals, as the workbook has them.
    @Test func `every statistic of the reference stands in the workbook's rows`() async throws {
        let expected: [String: Double] = [
            "Cohen’s kappa": 0.378428, "Standard error of kappa": 0.113218,
            "Kappa, linear weights": 0.511533, "Kappa, quadratic weights": 0.655172,
            "Chance agreement, kappa": 0.31625, "Chance agreement, AC1": 0.224375,
            "Gwet’s AC1": 0.452055, "Gwet’s AC2, linear weights": 0.685177,
            "Gwet’s AC2, quadratic weights": 0.842084, "Krippendorff’s alpha, nominal": 0.376509,
            "Krippendorff’s alpha, ordinal": 0.626684, "Krippendorff’s alpha, interval": 0.644464,
            "Net kinder share": 0.325, "Kinder, of those that differ": 0.88235,
            "Sign test, two-sided p": 0.00235, "Mean grades that the second lies below the first": 0.35,
            "Share the same": 0.575, "Share within one grade": 0.975,
        ]
        try await House.with(engines: [.sqlite]) { house in
            let shown = try await house.shown(
                try await house.givenResult(GivenReading.table(GivenReading.workedExample), population: 412))
            let overall = try #require(shown.result.overall)
            let all = ResultStatistics(shown, overall).all
            for (name, value) in expected {
                let found = try #require(all.first { $0.name == name }?.value, "\(name)")
                #expect(abs(found - value) < 1e-5, "\(name)")
            }
        }
    }

    /// The frame's bounds of audit-methods §4: 10 failing in 108 of 539 leaves 27 to 84, so 455 to 512 are good.
    @Test func `a verified sample of a census speaks for the whole list, the census for its process`()
        async throws
    {
        try await House.with(engines: [.sqlite]) { house in
            let cases = (0..<539).map { place in
                GivenReading(
                    first: ["overall": place < 498 ? "2" : "4"],
                    second: place < 108 ? ["overall": place < 98 ? "2" : "4"] : nil)
            }
            let round = try await house.givenResult(cases, kind: .census)
            var ruth = house.visitor("Ruth Ashworth-Bello")
            await ruth.get("/audits/rounds/\(round)/result")
            #expect(ruth.text.contains("455 to 512 of all 539 children"))
            #expect(ruth.text.contains("nothing was drawn"))
            #expect(ruth.text.contains("Teams graded <strong>498 of 539</strong> children good or better."))
            #expect(
                ruth.text.contains(
                    "Of the <strong>108</strong> that verifiers then read, without sight of those grades, teams had said <strong>108</strong> and verifiers said <strong>98</strong>."
                ))
        }
    }

    @Test func `cases that were chosen are counted, and no percentage or range is made of them`() async throws
    {
        try await House.with(engines: [.sqlite]) { house in
            let round = try await house.givenResult(
                GivenReading.table(GivenReading.workedExample), kind: .purposive)
            var ruth = house.visitor("Ruth Ashworth-Bello")
            await ruth.get("/audits/rounds/\(round)/result")
            #expect(ruth.text.contains("chosen on purpose"))
            #expect(ruth.text.contains("<strong>23 of 40</strong>"))
            let body = try #require(ruth.text.split(separator: "<main").last)
            #expect(!body.contains("%"))
            #expect(!body.contains("19 chances in 20:"))
        }
    }

    /// Strata of 300 and 100, of which 15 of 30 and 8 of 10 are good: 0.75 × 0.5 + 0.25 × 0.8 = 57.5 %.
    @Test func `a stratified sample is weighed by what each part holds`() async throws {
        try await House.with(engines: [.sqlite]) { house in
            func cases(_ team: String, _ good: Int, _ all: Int) -> [GivenReading] {
                (0..<all).map { GivenReading(team: team, first: ["overall": $0 < good ? "2" : "3"]) }
            }
            let round = try await house.givenResult(
                cases("Harbour team", 15, 30) + cases("Millbrook team", 8, 10), kind: .stratified,
                population: 400, stratum: .team,
                undrawn: ["Harbour team": 270, "Millbrook team": 90])
            let shown = try await house.shown(round)
            let overall = try #require(shown.result.overall)
            let estimate = try #require(ResultEstimate(shown, overall, .first))
            #expect(abs(estimate.value - 0.575) < 1e-9)
            #expect(estimate.method == .weighted)
        }
    }

    @Test func `under 30 cases counts stand in place of kappa, and an empty round says so`() async throws {
        try await House.with(engines: [.sqlite]) { house in
            var ruth = house.visitor("Ruth Ashworth-Bello")
            let few = try await house.givenResult(
                GivenReading.table([[0, 0, 0, 0], [0, 20, 5, 0], [0, 1, 3, 0], [0, 0, 0, 0]]))
            await ruth.get("/audits/rounds/\(few)/result")
            #expect(ruth.text.contains("23 of 29 the same. Too few for a coefficient: from 30 on."))
            #expect(!ruth.text.contains("Weighted kappa"))
            let none = try await house.givenResult([])
            await ruth.get("/audits/rounds/\(none)/result")
            #expect(ruth.status == 200)
            #expect(ruth.text.contains("No audit of this round came back, so it says nothing."))
            // Both gave all one grade: kappa is not computable, and AC1 is 1.
            let same = try await house.givenResult(
                GivenReading.table([[0, 0, 0, 0], [0, 40, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]))
            await ruth.get("/audits/rounds/\(same)/result")
            #expect(ruth.text.contains("Kappa not computable: all have one grade, AC1 1.00"))
            #expect(ruth.text.contains("The two never differ."))
        }
    }

    /// 94 % agreement with a kappa under 0: the page never says the one without the other.
    @Test func `kappa that collapses stands beside AC1, with the reason`() async throws {
        let tool = Tool(
            title: "Two grades", purpose: "For trying", unit: .child, asksSafety: false,
            scales: [
                Scale(
                    key: "two", title: "Two", direction: .words,
                    grades: [
                        Scale.Grade("1", "Good", isGood: true), Scale.Grade("2", "Poor", isGood: false),
                    ])
            ],
            standards: [
                Tool.Standard(
                    number: "1", title: "All", guidance: "",
                    questions: [Tool.Question(key: "overall", text: "Overall", kind: .grade("two"))])
            ], overall: "overall")
        try await House.with(engines: [.sqlite]) { house in
            let round = try await house.givenResult(
                GivenReading.table([[118, 5], [2, 0]]), tool, kind: .simple, population: 1000)
            var ruth = house.visitor("Ruth Ashworth-Bello")
            await ruth.get("/audits/rounds/\(round)/result")
            #expect(ruth.text.contains("Weighted kappa −0.02, AC1 0.94"))
            #expect(ruth.text.contains("Kappa is low because nearly every case has one grade"))
            #expect(!ruth.text.contains("worse than chance"))
        }
    }

    @Test func `standards are held to the stated rule, counts are pooled, and fields have error rates`()
        async throws
    {
        try await House.with(engines: [.sqlite]) { house in
            // Seen: 32 of 40 is exactly 80 %; late (no is good): 31 of 40 is under it. So standard 1 is not met.
            let cases = (0..<40).map { place in
                GivenReading(first: [
                    "seen": place < 32 ? "met" : "partly", "late": place < 31 ? "no" : "yes",
                    "done": place % 2 == 0 ? "3/5" : "1/3", "overall": "2",
                ])
            }
            let round = try await house.givenResult(cases, population: 412)
            let shown = try await house.shown(round)
            #expect(shown.consistency(of: .first) == (0, 1, 0))
            var ruth = house.visitor("Ruth Ashworth-Bello")
            await ruth.get("/audits/rounds/\(round)/result")
            // 20 × 3 + 20 × 1 of 20 × 5 + 20 × 3.
            #expect(ruth.text.contains("80 of 160, 50.0%"))
            #expect(ruth.text.contains("0 of 1 standards are consistently met"))

            let entry = Tool(
                title: "Entries", purpose: "For trying", unit: .entry, asksSafety: false, scales: [],
                standards: [
                    Tool.Standard(
                        number: "1", title: "Fields", guidance: "",
                        questions: [
                            Tool.Question(
                                key: "birth", text: "Is the date of birth right?", kind: .yesNo(good: true))
                        ])
                ], overall: nil)
            let entries = (0..<200).map { GivenReading(first: ["birth": $0 < 13 ? "no" : "yes"]) }
            let errors = try await house.givenResult(entries, entry, population: 5000)
            await ruth.get("/audits/rounds/\(errors)/result")
            #expect(ruth.text.contains("Errors by field"))
            #expect(ruth.text.contains("6.5%"))
        }
    }

    @Test func `the counts that are kept when a round closes are those of its marks`() async throws {
        try await House.with { house in
            var cases = GivenReading.table(GivenReading.workedExample) { first, second in
                ["seen": first < 2 ? "met" : "na", "done": "\(second)/4", ".safe": "yes"]
            }
            for place in 0..<9 { cases[place].second = nil }
            let id = try await house.givenResult(cases, population: 412)
            let authority = house.authority
            let (counted, kept) = try await house.database.write { connection in
                guard let round = try RoundSQL.round(connection, authority, id),
                    let closedAt = round.closedAt,
                    let counted = try RoundResultSQL.result(connection, authority, round)
                else { throw StorageError.fault("No such round.") }
                try RoundTally.keep(connection, authority, id, .trial, closedAt: closedAt)
                guard let kept = try RoundResultSQL.result(connection, authority, round) else {
                    throw StorageError.fault("No such round.")
                }
                return (counted, kept)
            }
            for (a, b) in zip(counted.questions, kept.questions) {
                #expect(a.first == b.first && a.second == b.second && a.both == b.both)
                #expect(a.firstSum == b.firstSum && a.secondSum == b.secondSum)
            }
            #expect(counted.safe?.first == kept.safe?.first)
            #expect(kept.safe?.first == [40, 0, 0])
        }
    }
}

extension House {
    /// A result as Ruth sees it: all of it.
    func shown(_ id: ID<AuditRound>) async throws -> ShownResult {
        let officer = try officer("Ruth Ashworth-Bello")
        let today = clock.now.inLondon.day
        return try await database.read { try AuditsFeature.result(id, officer, on: today, $0).shown }
    }
}
