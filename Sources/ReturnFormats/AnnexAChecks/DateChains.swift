/// The steps of a child's adoption, each no earlier than the one before it.
struct AdoptionDatesInOrder: AnnexARule {
    let id = "AA.dates.order.adoption"
    let severity = ReturnRuleSeverity.error
    let title = "The steps of a child’s adoption are out of order"
    let meaning = "Days between steps are counted from these dates, and would be below zero."
    let advice = "Find the right dates in the adoption record and correct the wrong one there."
    let reads = [AnnexAUse(.adoption, steps + [.placementOrder, .adoptionReversed])]

    private static let steps: [AnnexAField] = [
        .enteredCare, .adoptionDecision, .matched, .placedForAdoption, .adoptionOrder,
    ]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let steps = Self.steps.map { index.days(.adoption, $0) }
        let decided = index.days(.adoption, .adoptionDecision)
        let order = index.days(.adoption, .placementOrder)
        let reversed = index.days(.adoption, .adoptionReversed)
        return index.rows(of: .adoption) { _, row in
            // A placement order stands beside the chain: a child may be placed by consent before it.
            if let start = decided[row], order[row] ?? start < start || reversed[row] ?? start < start {
                return true
            }
            return DateChain.isBroken(steps, row)
        }
    }
}

/// The steps of an adopter's approval, each no earlier than the one before it.
struct AdopterDatesInOrder: AnnexARule {
    let id = "AA.dates.order.adopters"
    let severity = ReturnRuleSeverity.error
    let title = "The steps of an adopter’s approval are out of order"
    let meaning = "Days between steps are counted from these dates, and would be below zero."
    let advice = "Find the right dates in the adoption record and correct the wrong one there."
    let reads = [AnnexAUse(.adopters, steps + [.applicationSubmitted, .applicationApproved, .leftAdoption])]

    private static let steps: [AnnexAField] = [
        .enquiryReceived, .stageOneStart, .stageOneEnd, .stageTwoStart, .stageTwoEnd, .adopterMatched,
        .adopterPlaced, .adoptionOrder,
    ]
    /// The single stage of before 2013, and those who leave.
    private static let others: [[AnnexAField]] = [
        [.enquiryReceived, .applicationSubmitted, .applicationApproved, .adopterMatched],
        [.enquiryReceived, .leftAdoption],
    ]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let chains = ([Self.steps] + Self.others).map { $0.map { index.days(.adopters, $0) } }
        return index.rows(of: .adopters) { _, row in chains.contains { DateChain.isBroken($0, row) } }
    }
}

enum DateChain {
    /// A date of the row is earlier than one before it in the chain. Empty ones are passed over.
    static func isBroken(_ chain: [DayColumn], _ row: Int) -> Bool {
        var last = Int32.min
        for column in chain {
            guard let day = column[row] else { continue }
            if day < last { return true }
            last = day
        }
        return false
    }
}
