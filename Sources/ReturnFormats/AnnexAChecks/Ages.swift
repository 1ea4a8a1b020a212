/// The age that a row gives against the one that follows from its date of birth on the day of the file.
struct AgeDisagrees: AnnexARule {
    let id = "AA.age.disagrees"
    let severity = ReturnRuleSeverity.error
    let title = "The age does not follow from the date of birth"
    let meaning =
        "One of the two is wrong, or the file is of another day than the one given. An unborn child’s age is -1."
    let advice = "Check the day of the file first; then let the export work ages out from dates of birth."
    let reads = AgeRules.reads

    func run(on index: AnnexAIndex) -> AnnexAHits {
        AgeRules.rows(of: index, .age) { birth, age in
            guard let birth, let age else { return false }
            return age != (birth > index.today ? -1 : AnnexAIndex.years(from: birth, to: index.today))
        }
    }
}

/// An age that no child in the list can have.
struct ImplausibleAge: AnnexARule {
    let id = "AA.age.implausible"
    let severity = ReturnRuleSeverity.error
    let title = "An age is below -1 or above 120"
    let meaning = "It can be nobody’s, and counts by age leave the row out."
    let advice = "Let the export work ages out from dates of birth."
    let reads = AgeRules.reads

    func run(on index: AnnexAIndex) -> AnnexAHits {
        AgeRules.rows(of: index, .age) { _, age in age.map { !(-1...120).contains($0) } ?? false }
    }
}

/// A birth expected further off than any can be.
struct BirthTooLate: AnnexARule {
    let id = "AA.age.birthTooLate"
    let severity = ReturnRuleSeverity.error
    let title = "A date of birth lies more than 40 weeks after the day of the file"
    let meaning = "No unborn child is expected so late: the year is wrong, or the file is of a later day."
    let advice = "Correct the date of birth, or the expected one."
    let reads = AgeRules.reads

    func run(on index: AnnexAIndex) -> AnnexAHits {
        AgeRules.rows(of: index, .birth) { birth, _ in birth.map { $0 > index.today + 280 } ?? false }
    }
}

/// Somebody of 19 or more in a list of children.
struct AdultInChildList: AnnexARule {
    let id = "AA.age.adult"
    let severity = ReturnRuleSeverity.query
    let title = "Somebody of 19 or older is in a list of children"
    let meaning =
        "Those who turned 18 leave these lists within the window of six months: the date of birth may be wrong."
    let advice = "Check the date of birth, and whether the case was closed at 18."
    let reads = AnnexAList.allCases.filter { $0 < .careLeavers }.map { AnnexAUse($0, .birth) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        AgeRules.rows(of: index, .birth) { birth, _ in
            birth.map { AnnexAIndex.years(from: $0, to: index.today) >= 19 } ?? false
        } lists: {
            $0 < .careLeavers
        }
    }
}

/// A care leaver below 16 or above 25.
struct LeaverOfOtherAge: AnnexARule {
    let id = "AA.age.careLeaver"
    let severity = ReturnRuleSeverity.query
    let title = "A care leaver is younger than 16 or older than 25"
    let meaning =
        "Services for care leavers are for those of 16 to 25, so that the row or the date of birth may be wrong."
    let advice = "Check the date of birth, and whether the young person still has a right to these services."
    let reads = [AnnexAUse(.careLeavers, .birth)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        AgeRules.rows(of: index, .birth) { birth, _ in
            birth.map { !(16...25).contains(AnnexAIndex.years(from: $0, to: index.today)) } ?? false
        } lists: {
            $0 == .careLeavers
        }
    }
}

private enum AgeRules {
    static let reads = AnnexAList.allCases.filter { $0 != .adopters }.map { AnnexAUse($0, .birth, .age) }

    static func rows(
        of index: AnnexAIndex, _ field: AnnexAField, where breaks: (_ birth: Int32?, _ age: Int?) -> Bool,
        lists: (AnnexAList) -> Bool = { $0 != .adopters }
    ) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables where lists(table.list) {
            let (births, ages) = (index.days(table.list, .birth), index.counts(table.list, .age))
            for row in 0..<table.rows where breaks(births[row], ages[row]) { hits.add(row, of: table, field) }
        }
        return hits
    }
}
