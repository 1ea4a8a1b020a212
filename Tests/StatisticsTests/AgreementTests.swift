import Statistics
import Testing

/// Figures of audit-methods.md, §5 and §6, cross-checked there with scikit-learn, irrCAC and krippendorff.
/// `Tests/peers/agreement.py` does so for random tables.
struct AgreementTests {
    /// 40 cases, self grade by verifier's grade, outstanding first.
    static let example = [[2, 3, 0, 0], [0, 9, 8, 1], [0, 1, 9, 3], [0, 0, 1, 3]]

    @Test func `the worked example comes to what is printed`() throws {
        let agreement = try #require(Agreement(table: Self.example))
        #expect(agreement.count == 40)
        #expect(agreement.firstTotals == [5, 18, 13, 4] && agreement.secondTotals == [2, 13, 18, 7])
        #expect(agreement.exact.value == 0.575)
        #expect(agreement.withinOne.value == 0.975)
        let kappa = try #require(agreement.kappa())
        #expect(kappa.observed == 0.575)
        #expect(kappa.expected.isNear(0.31625))
        #expect(kappa.value.isNear(0.378428))
        #expect(try #require(kappa.standardError).isNear(0.113218))
        // 0.378428 ± 1.959964 × 0.113218
        #expect(try #require(kappa.interval).isNear(0.156525, 0.600331))
        #expect(try #require(agreement.kappa(.linear)).value.isNear(0.511533))
        #expect(try #require(agreement.kappa(.quadratic)).value.isNear(0.655172))
        #expect(try #require(agreement.gwet()).expected.isNear(0.224375))
        #expect(try #require(agreement.gwet()).value.isNear(0.452055))
        #expect(try #require(agreement.gwet(.linear)).value.isNear(0.685177))
        #expect(try #require(agreement.gwet(.quadratic)).value.isNear(0.842084))
        #expect(try #require(agreement.alpha.nominal).isNear(0.376509))
        #expect(try #require(agreement.alpha.ordinal).isNear(0.626684))
        #expect(try #require(agreement.alpha.interval).isNear(0.644464))
    }

    @Test func `high agreement may go with a kappa below nought, and AC1 stands beside it`() throws {
        let agreement = try #require(Agreement(table: [[118, 5], [2, 0]]))
        #expect(agreement.exact.value == 0.944)
        #expect(try #require(agreement.kappa()).value.isNear(-0.023392))
        #expect(try #require(agreement.gwet()).value.isNear(0.940780))
    }

    @Test func `where both gave one grade throughout, kappa and alpha are not computable and AC1 is 1`()
        throws
    {
        let agreement = try #require(Agreement(table: [[0, 0, 0], [0, 25, 0], [0, 0, 0]]))
        for weights in AgreementWeights.allCases {
            #expect(agreement.kappa(weights) == nil)
            #expect(agreement.gwet(weights)?.value == 1)
            #expect(agreement.gwet(weights)?.interval == nil)
        }
        #expect(agreement.isOneGrade)
        #expect(
            agreement.alpha.nominal == nil && agreement.alpha.ordinal == nil
                && agreement.alpha.interval == nil)
        #expect(agreement.exact.value == 1)
        #expect(agreement.direction.signTest == nil)
    }

    @Test func `nothing is computable of no case`() throws {
        let agreement = try #require(Agreement(pairs: [], scaleLength: 4))
        #expect(agreement.exact.value == nil && agreement.withinOne.value == nil)
        #expect(agreement.kappa() == nil && agreement.kappa(.linear) == nil && agreement.gwet() == nil)
        #expect(agreement.alpha.nominal == nil && agreement.alpha.pairable == 0)
        let direction = agreement.direction
        #expect(direction.net == nil && direction.meanShift == nil && direction.signTest == nil)
        #expect(direction.firstWithin(best: 2).value == nil && direction.kinderOfDifferent.value == nil)
    }

    @Test func `one case has coefficients and no error of them`() throws {
        let agreement = try #require(Agreement(pairs: [(0, 1)], scaleLength: 2))
        #expect(agreement.kappa()?.value == 0 && agreement.kappa()?.standardError == nil)
        #expect(agreement.gwet()?.value == -1)
        #expect(agreement.gwet()?.standardError == nil)
    }

    @Test func `a grade that nobody gave counts as one of the scale`() throws {
        // Adequate and good only: the same pairs on a scale of two and of four. Chance by guessing is a third as likely on
        // four: π is (14, 6) ÷ 20 in both, AC1's pe is 2 × 0.7 × 0.3 ÷ (q − 1).
        let pairs = Array(repeating: (0, 0), count: 6) + [(0, 1), (0, 1), (1, 1), (1, 1)]
        let two = try #require(Agreement(pairs: pairs, scaleLength: 2))
        let four = try #require(Agreement(pairs: pairs, scaleLength: 4))
        #expect(four.unusedGrades == [2, 3] && two.unusedGrades == [])
        #expect(try #require(two.gwet()).expected.isNear(0.42))
        #expect(try #require(four.gwet()).expected.isNear(0.14))
        #expect(two.kappa()?.value == four.kappa()?.value)
    }

    @Test func `a table that is none is refused`() {
        #expect(Agreement(table: []) == nil)
        #expect(Agreement(table: [[1]]) == nil)
        #expect(Agreement(table: [[1, 2], [3]]) == nil)
        #expect(Agreement(table: [[1, -2], [3, 4]]) == nil)
        #expect(Agreement(table: [[.max, 1], [1, 1]]) == nil)
        #expect(Agreement(pairs: [(0, 4)], scaleLength: 4) == nil)
        #expect(Agreement(pairs: [(-1, 0)], scaleLength: 4) == nil)
    }
}

struct AgreementNoteTests {
    static let grades = ["Outstanding", "Good", "Requires improvement", "Inadequate"]

    @Test func `the worked example needs nothing said beside it`() throws {
        let agreement = try #require(Agreement(table: AgreementTests.example))
        #expect(agreement.notes(grades: Self.grades).isEmpty && agreement.showsCoefficients)
    }

    @Test func `a kappa below nought with high agreement never stands without AC1`() throws {
        let notes = try #require(Agreement(table: [[118, 5], [2, 0]])).notes(grades: ["Met", "Not met"])
        #expect(notes.count == 1)
        #expect(notes[0].contains("Kappa is below zero (−0.02) although 94.4% agree"))
        #expect(notes[0].contains("AC1 (0.94), not as worse than chance"))
    }

    @Test func `few cases are counts, and few differences no direction`() throws {
        let notes = try #require(Agreement(pairs: [(1, 1), (1, 2), (2, 3)], scaleLength: 4))
            .notes(grades: Self.grades)
        #expect(notes[0].hasPrefix("3 cases have a grade from both. Under 30, read the counts"))
        #expect(notes.contains { $0.hasPrefix("No case was graded Outstanding by either.") })
        #expect(notes.contains { $0.hasPrefix("With 2 differences no sign test can tell") })
    }

    @Test func `one grade throughout is said to be no proof, and no case to be nothing`() throws {
        let alike = try #require(Agreement(table: [[40, 0], [0, 0]])).notes(grades: ["Met", "Not met"])
        #expect(
            alike.count == 1
                && alike[0].hasPrefix("Both gave every case Met: kappa and alpha are not computable"))
        let none = try #require(Agreement(table: [[0, 0], [0, 0]])).notes(grades: [])
        #expect(none == ["No case has a grade from both, so there is nothing to compare."])
        let flat = try #require(Agreement(table: [[30, 10], [0, 0]])).notes(grades: ["Met"])
        #expect(flat[0].hasPrefix("One of the two gave every case Met: kappa is then 0"))
    }
}

struct KrippendorffAlphaTests {
    /// Krippendorff's reference data: four graders, twelve cases, gaps.
    @Test func `alpha of the reference data is the published one`() throws {
        let units: [[Int?]] = [
            [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
            [4, 4, 4, 4],
            [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, 3, nil, nil],
        ].map { $0.map { grade in grade.map { $0 - 1 } } }
        let alpha = try #require(KrippendorffAlpha(units: units, scaleLength: 5))
        #expect(try #require(alpha.nominal).isNear(0.743421))
        #expect(try #require(alpha.ordinal).isNear(0.815388))
        #expect(try #require(alpha.interval).isNear(0.849106))
        // 41 grades are given; the one that stands alone in its case pairs with none.
        #expect(alpha.pairable == 40)
    }

    @Test func `two graders of ten cases come to what is published`() throws {
        let first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
        let second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
        let units: [[Int?]] = zip(first, second).map { [$0, $1] }
        let alpha = try #require(KrippendorffAlpha(units: units, scaleLength: 2))
        #expect(try #require(alpha.nominal).isNear(0.095238))
        // With two grades there is only one distance.
        #expect(try #require(alpha.interval).isNear(0.095238))
    }

    /// From the definition, over all pairs of values in whole-number fractions, by a Python of its own.
    @Test(arguments: [
        ("331 00· 32· 12· ·0· ··0 232 2·1 ·00", 4, 0.210526, 0.573261, 0.623824),
        ("555·5 ·21·0 35·3· 21111 ·2·22 1·2·· 11101 121·1", 6, 0.383051, 0.679896, 0.843813),
    ])
    func `alpha takes any number of graders, and gaps`(
        written: String, length: Int, nominal: Double, ordinal: Double, interval: Double
    ) throws {
        let units = written.split(separator: " ").map { unit in unit.map(\.wholeNumberValue) }
        let alpha = try #require(KrippendorffAlpha(units: units, scaleLength: length))
        #expect(try #require(alpha.nominal).isNear(nominal))
        #expect(try #require(alpha.ordinal).isNear(ordinal))
        #expect(try #require(alpha.interval).isNear(interval))
    }

    @Test func `where one grader gave nothing there is nothing to compare`() throws {
        let alpha = try #require(KrippendorffAlpha(units: [[0, nil], [1, nil], [2, nil]], scaleLength: 4))
        #expect(alpha.nominal == nil && alpha.ordinal == nil && alpha.interval == nil && alpha.pairable == 0)
        #expect(KrippendorffAlpha(units: [[0, 4]], scaleLength: 4) == nil)
    }
}

struct DirectionTests {
    @Test func `the worked example shows self grades kinder than verified ones`() throws {
        let direction = try #require(Agreement(table: AgreementTests.example)).direction
        #expect(direction.kinder == 15 && direction.harder == 2 && direction.same == 23)
        #expect(direction.net == 0.325)
        #expect(try #require(direction.kinderOfDifferent.value).isNear(0.88235))
        #expect(try #require(direction.signTest).probability.isNear(0.00235))
        #expect(direction.meanShift == 0.35)
        #expect(direction.firstWithin(best: 2).value == 0.575)
        #expect(direction.secondWithin(best: 2).value == 0.375)
    }

    /// Counted by hand from Pascal's triangle.
    @Test(arguments: [
        (1, 0, 1.0), (0, 5, 0.0625), (3, 3, 1), (1, 4, 0.375), (0, 10, 0.001953125), (2, 8, 0.109375),
    ])
    func `the sign test is exact`(first: Int, second: Int, probability: Double) throws {
        #expect(try #require(SignTest(first, second)).probability.isNear(probability, within: 1e-12))
    }

    @Test func `the sign test takes any number, and refuses none`() throws {
        #expect(SignTest(0, 0) == nil)
        #expect(SignTest(-1, 3) == nil)
        // scipy.stats.binomtest(49700, 100000).pvalue
        #expect(try #require(SignTest(49_700, 50_300)).probability.isNear(0.058197))
        #expect(try #require(SignTest(0, 100_000)).probability == 0)
    }

    /// §6: what inspectors found beside what one's own evaluation did.
    @Test func `an outside finding stands beside one's own with both intervals`() throws {
        let (outside, own) = (try share(5, of: 28), try share(41, of: 539))
        #expect(outside.percentage(decimals: 1) == "17.9" && own.percentage(decimals: 1) == "7.6")
        let (wide, narrow) = (try #require(outside.wilson()), try #require(own.wilson()))
        #expect(wide.isNear(0.079, 0.356, within: 0.0005))
        #expect(narrow.isNear(0.057, 0.102, within: 0.0005))
        #expect(wide.lower < narrow.upper)
        // Newcombe's method in Python from the four limits: it only just reaches over nought.
        let difference = try #require(outside.difference(from: own))
        #expect(difference.value.isNear(0.102505))
        #expect(difference.interval.isNear(-0.000489, 0.280917))
    }
}
