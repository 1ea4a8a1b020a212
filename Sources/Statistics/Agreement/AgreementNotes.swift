extension Agreement {
    /// With fewer cases than this, counts say more than coefficients: show the table.
    package static let fewestForCoefficients = 30
    /// Differences below which no exact sign test comes under 5 %: five of five one way still have 6.25 %.
    package static let fewestForSignTest = 6
    /// What is high agreement, where a low kappa is no sign of bad grading.
    private static let highAgreement = 0.8

    /// What bands of kappa are worth, for help beside a figure: the figure itself never gets such a word.
    package static let bandsHelp =
        "Bands such as “0.61 to 0.80, substantial” are a convention (Landis and Koch 1977), not a test: read a "
        + "coefficient with its number of cases and its interval."

    /// What each coefficient is for, one sentence each, for help beside a figure.
    package static let kappaHelp =
        "Cohen’s kappa takes off the agreement that the graders’ own totals would give by chance; it falls towards 0 "
        + "where nearly all cases have one grade."
    package static let linearHelp =
        "Linear weights count grades that lie close as partly agreed: the usual choice for grades in order. Quadratic "
        + "weights forgive a slip of one grade almost wholly."
    package static let gwetHelp =
        "Gwet’s AC1 takes off the agreement of graders who guess; it stands where nearly all cases have one grade."

    /// Whether there are cases enough to show coefficients rather than counts.
    package var showsCoefficients: Bool { count >= Self.fewestForCoefficients }

    /// What must be said beside these figures, a sentence each. `grades` names the scale, best first; one that has no
    /// name goes by its place.
    package func notes(grades: [String]) -> [String] {
        guard count > 0 else { return ["No case has a grade from both, so there is nothing to compare."] }
        let name = { (grade: Int) in grade < grades.count ? grades[grade] : "grade \(grade + 1)" }
        var notes: [String] = []
        if !showsCoefficients {
            notes.append(
                "\(count == 1 ? "1 case has" : "\(count) cases have") a grade from both. Under "
                    + "\(Self.fewestForCoefficients), read the counts: a coefficient of so few says little.")
        }
        if let only = table.indices.first(where: { table[$0][$0] == count }) {
            notes.append(
                "Both gave every case \(name(only)): kappa and alpha are not computable, and AC1 is 1 by its "
                    + "formula. It does not show that the graders can tell cases apart.")
        } else {
            notes += kappaNotes(name)
        }
        let unused = unusedGrades
        if !unused.isEmpty, !isOneGrade {
            let names = unused.map(name).joined(separator: " or ")
            notes.append(
                "No case was graded \(names) by either. The scale keeps its \(scaleLength) grades in weights and in AC1."
            )
        }
        let different = count - exact.count
        if (1..<Self.fewestForSignTest).contains(different) {
            notes.append(
                "With \(different == 1 ? "1 difference" : "\(different) differences") no sign test can tell a direction "
                    + "from chance: it takes \(Self.fewestForSignTest).")
        }
        return notes
    }

    private func kappaNotes(_ name: (Int) -> String) -> [String] {
        if let only = table.indices.first(where: { firstTotals[$0] == count || secondTotals[$0] == count }) {
            return [
                "One of the two gave every case \(name(only)): kappa is then 0, whatever the other gave. Read AC1 and "
                    + "the shares."
            ]
        }
        guard let kappa = kappa(), let gwet = gwet(), let exact = exact.value else { return [] }
        let beside = "AC1 (\(decimals(gwet.value)))"
        let agreed = self.exact.percentage(decimals: 1) ?? ""
        if kappa.value < 0, exact >= Self.highAgreement {
            return [
                "Kappa is below zero (\(decimals(kappa.value))) although \(agreed)% agree: nearly all cases have one "
                    + "grade, which leaves kappa little to go by. Read it with \(beside), not as worse than chance."
            ]
        }
        if kappa.value < 0 {
            return [
                "Kappa is below zero (\(decimals(kappa.value))): \(agreed)% agree, fewer than the two graders’ own "
                    + "totals would give by chance. Read it with \(beside)."
            ]
        }
        if exact >= Self.highAgreement, gwet.value - kappa.value >= 0.2 {
            return [
                "Kappa (\(decimals(kappa.value))) is low for \(agreed)% agreement because most cases have one grade. "
                    + "Read it with \(beside)."
            ]
        }
        return []
    }

    /// Two decimals, with a true minus.
    private func decimals(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = hundredths % 100
        return (value < 0 && hundredths > 0 ? "−" : "")
            + "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
}
