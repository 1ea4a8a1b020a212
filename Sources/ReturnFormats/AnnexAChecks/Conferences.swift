/// No conference was needed, and yet one was held.
struct UnnecessaryConference: AnnexARule {
    let id = "AA.conference.unnecessary"
    let severity = ReturnRuleSeverity.error
    let title = "A conference deemed unnecessary was held"
    let meaning =
        "The question is a double negative (yes means no conference) and is often answered the wrong way round."
    let advice = "Find out whether a conference was held, and correct the answer or the date."
    let reads = [AnnexAUse(.enquiries, .conferenceUnnecessary, .conference)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let unnecessary = index.codes(.enquiries, .conferenceUnnecessary, are: "Yes")
        let held = index.days(.enquiries, .conference)
        return index.rows(of: .enquiries, .conference) { _, row in unnecessary[row] && !held.isEmpty(row) }
    }
}

/// A plan came of a conference that has no date.
struct ConferenceUndated: AnnexARule {
    let id = "AA.conference.noDate"
    let severity = ReturnRuleSeverity.error
    let title = "A conference led to a plan and has no date"
    let meaning = "Whether conferences were held in time leaves it out."
    let advice = "Write the date on which the conference was held."
    let reads = [AnnexAUse(.enquiries, .conference, .conferenceLedToPlan)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let led = index.codes(.enquiries, .conferenceLedToPlan, are: "Yes")
        let held = index.days(.enquiries, .conference)
        guard held.isThere else { return index.hits() }
        return index.rows(of: .enquiries, .conference) { _, row in led[row] && held.isEmpty(row) }
    }
}

/// A conference led to a plan, and list 7 knows of none.
struct ConferenceWithoutPlan: AnnexARule {
    let id = "AA.conference.noPlan"
    let severity = ReturnRuleSeverity.error
    let title = "A conference led to a plan, and the child is not in list 7"
    let meaning = "Plans that were made in the window must be in list 7, so that its counts are too low."
    let advice = "Record the plan, or correct what came of the conference."
    let reads = [
        AnnexAUse(.enquiries, .child, .conference, .conferenceLedToPlan), AnnexAUse(.protection, .child),
    ]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let led = index.codes(.enquiries, .conferenceLedToPlan, are: "Yes")
        let held = index.days(.enquiries, .conference)
        guard index.file[.protection] != nil else { return index.hits() }
        return index.rows(of: .enquiries, .conferenceLedToPlan) { table, row in
            led[row] && held[row] != nil && table.child[row] >= 0
                && index.row(of: table.child[row], in: .protection) == nil
        }
    }
}

/// A conference was held, and nobody says what came of it.
struct ConferenceUndecided: AnnexARule {
    let id = "AA.conference.noResult"
    let severity = ReturnRuleSeverity.query
    let title = "A conference was held, and whether it led to a plan is not said"
    let meaning = "The share of conferences that led to a plan leaves it out."
    let advice = "Record what the conference decided."
    let reads = [AnnexAUse(.enquiries, .conference, .conferenceLedToPlan)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let told = index.says(.enquiries, .conferenceLedToPlan)
        let held = index.days(.enquiries, .conference)
        guard told.isThere else { return index.hits() }
        return index.rows(of: .enquiries, .conferenceLedToPlan) { _, row in
            !told[row] && held[row].map { $0 <= index.today } ?? false
        }
    }
}
