/// An open plan on which no visit is recorded.
struct PlanWithoutVisit: AnnexARule {
    let id = "AA.visits.planNone"
    let severity = ReturnRuleSeverity.query
    let title = "A child on a plan has no visit"
    let meaning = "Either nobody has seen the child since the plan started, or the visits are not recorded."
    let advice = "Ask the child’s worker for the last visit, and record it."
    let reads = [AnnexAUse(.protection, .lastVisit, .planEnd)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let visits = index.days(.protection, .lastVisit)
        guard visits.isThere, let isOpen = index.open(.protection) else { return index.hits() }
        return index.rows(of: .protection, .lastVisit) { _, row in isOpen(row) && visits.isEmpty(row) }
    }
}

/// An open plan whose last visit is long ago.
struct PlanVisitOld: AnnexARule {
    let id = "AA.visits.planOld"
    let severity = ReturnRuleSeverity.query
    let title = "The last visit to a child on a plan is more than four weeks ago"
    let meaning =
        "Most authorities ask for a visit every ten working days; none that is known allows more than four weeks."
    let advice = "Ask the child’s worker whether later visits were made, and record them."
    let reads = [AnnexAUse(.protection, .lastVisit, .planEnd)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let visits = index.days(.protection, .lastVisit)
        guard let isOpen = index.open(.protection) else { return index.hits() }
        let oldest = index.today - Int32(clamping: index.settings.planVisitDays)
        return index.rows(of: .protection, .lastVisit) { _, row in
            isOpen(row) && visits[row].map { $0 < oldest } ?? false
        }
    }
}

/// A child in care to whom no visit is recorded.
struct CareWithoutVisit: AnnexARule {
    let id = "AA.visits.careNone"
    let severity = ReturnRuleSeverity.query
    let title = "A child in care has no social work visit"
    let meaning = "The first visit is due within a week of a placement’s start."
    let advice = "Ask the child’s worker for the last visit, and record it."
    let reads = [AnnexAUse(.care, .lastCareVisit, .careEnd, .careStart)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let visits = index.days(.care, .lastCareVisit)
        let starts = index.days(.care, .careStart)
        guard visits.isThere, let isOpen = index.open(.care) else { return index.hits() }
        return index.rows(of: .care, .lastCareVisit) { _, row in
            isOpen(row) && visits.isEmpty(row) && starts[row].map { $0 < index.today - 7 } ?? true
        }
    }
}

/// A child in care whose last visit is long ago.
struct CareVisitOld: AnnexARule {
    let id = "AA.visits.careOld"
    let severity = ReturnRuleSeverity.query
    let title = "The last visit to a child in care is more than six weeks ago"
    let meaning =
        "Visits are due at most six weeks apart; a placement that is meant to last may have three months after its first year."
    let advice = "Ask the child’s worker whether later visits were made, and record them."
    let reads = [AnnexAUse(.care, .lastCareVisit, .careEnd)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let visits = index.days(.care, .lastCareVisit)
        guard let isOpen = index.open(.care) else { return index.hits() }
        let oldest = index.today - Int32(clamping: index.settings.careVisitDays)
        return index.rows(of: .care, .lastCareVisit) { _, row in
            isOpen(row) && visits[row].map { $0 < oldest } ?? false
        }
    }
}

/// Seen alone, or not, at a visit that nobody recorded.
struct SeenAloneWithoutVisit: AnnexARule {
    let id = "AA.visits.seenAlone"
    let severity = ReturnRuleSeverity.error
    let title = "Whether a child was seen alone is said, and no visit is recorded"
    let meaning = "The answer is about the last visit, and there is none."
    let advice = "Record the visit, or take the answer back."
    let reads = [AnnexAUse(.protection, .lastVisit, .seenAlone)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let visits = index.days(.protection, .lastVisit)
        let told = index.codes(.protection, .seenAlone, are: "Yes", "No")
        guard visits.isThere else { return index.hits() }
        return index.rows(of: .protection, .seenAlone) { _, row in told[row] && visits.isEmpty(row) }
    }
}

/// An open case in need in which nobody ever saw the child.
struct NeverSeen: AnnexARule {
    let id = "AA.visits.needNone"
    let severity = ReturnRuleSeverity.query
    let title = "A child with an open case was never seen"
    let meaning =
        "Either nobody has seen the child, or it is not recorded. A case only at assessment may be too young."
    let advice = "Ask the child’s worker when the child was last seen, and record it."
    let reads = [AnnexAUse(.need, .lastSeen, .needClosure, .caseStatus)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let seen = index.days(.need, .lastSeen)
        let assessment = index.codes(.need, .caseStatus, are: "Open assessment")
        guard seen.isThere, let isOpen = index.open(.need) else { return index.hits() }
        return index.rows(of: .need, .lastSeen) { _, row in
            isOpen(row) && seen.isEmpty(row) && !assessment[row]
        }
    }
}
