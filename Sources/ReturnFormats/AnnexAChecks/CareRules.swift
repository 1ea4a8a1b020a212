/// Short breaks do not make a child looked after for this list.
struct ShortBreak: AnnexARule {
    let id = "AA.care.shortBreak"
    let severity = ReturnRuleSeverity.error
    let title = "A child on short breaks is in the list of children in care"
    let meaning = "Legal statuses V3 and V4 do not belong in list 8: counts of children in care are too high."
    let advice = "Let the export of list 8 leave out V3 and V4."
    let reads = [AnnexAUse(.care, .legalStatus)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let breaks = index.codes(.care, .legalStatus, are: "V3", "V4")
        return index.rows(of: .care, .legalStatus) { _, row in breaks[row] }
    }
}

/// A period of care without any placement.
struct NoPlacement: AnnexARule {
    let id = "AA.care.noPlacement"
    let severity = ReturnRuleSeverity.error
    let title = "A child in care has had less than one placement"
    let meaning = "Every child in care is placed somewhere: the current placement counts as one."
    let advice = "Let the export count the current placement."
    let reads = [AnnexAUse(.care, .placements)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let counts = index.counts(.care, .placements)
        return index.rows(of: .care, .placements) { _, row in counts[row] == 0 }
    }
}

/// An interview accepted that nobody offered.
struct InterviewNotOffered: AnnexARule {
    let id = "AA.care.interviewNotOffered"
    let severity = ReturnRuleSeverity.error
    let title = "A return interview was accepted and not offered"
    let meaning = "The shares of interviews offered and accepted do not fit together."
    let advice = "Find out whether the interview was offered, and correct the answer."
    let reads = [AnnexAUse(.care, .returnInterviewOffered, .returnInterviewAccepted)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let offered = index.codes(.care, .returnInterviewOffered, are: "Yes")
        let accepted = index.codes(.care, .returnInterviewAccepted, are: "Yes")
        guard offered.isThere else { return index.hits() }
        return index.rows(of: .care, .returnInterviewAccepted) { _, row in accepted[row] && !offered[row] }
    }
}

/// An interview for a child who was not missing.
struct InterviewNotMissing: AnnexARule {
    let id = "AA.care.interviewNotMissing"
    let severity = ReturnRuleSeverity.query
    let title = "A return interview was offered, and the child was not missing"
    let meaning =
        "Either the missing episode is not counted, or the interview is from before this period of care."
    let advice = "Check the number of missing episodes of the last twelve months."
    let reads = [AnnexAUse(.care, .missingEpisodes, .returnInterviewOffered)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let offered = index.codes(.care, .returnInterviewOffered, are: "Yes")
        let episodes = index.counts(.care, .missingEpisodes)
        return index.rows(of: .care, .returnInterviewOffered) { _, row in offered[row] && episodes[row] == 0 }
    }
}

/// Where somebody lives and what they do, though nobody is in touch with them.
struct AccommodationOutOfTouch: AnnexARule {
    let id = "AA.leavers.outOfTouch"
    let severity = ReturnRuleSeverity.query
    let title = "Accommodation or activity of a care leaver is given, though the authority is not in touch"
    let meaning =
        "What is known of them may be old; these columns are to be empty where the authority is not in touch."
    let advice =
        "Check whether the authority is in touch; if not, leave accommodation, suitability and activity empty."
    let reads = [AnnexAUse(.careLeavers, .inTouch, .accommodation, .suitability, .activity)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let out = index.codes(.careLeavers, .inTouch, are: "No", "Died", "Refu", "NREQ", "Rhom")
        let columns = [AnnexAField.accommodation, .suitability, .activity].map {
            index.says(.careLeavers, $0)
        }
        let unknown = index.codes(.careLeavers, .accommodation, are: "R")
        return index.rows(of: .careLeavers, .inTouch) { _, row in
            out[row] && !unknown[row] && columns.contains { $0[row] }
        }
    }
}

/// In touch, and nobody says where they live.
struct NoAccommodation: AnnexARule {
    let id = "AA.leavers.noAccommodation"
    let severity = ReturnRuleSeverity.query
    let title = "The authority is in touch with a care leaver, and accommodation or activity is empty"
    let meaning = "The shares in suitable accommodation and in education, training or work leave the row out."
    let advice = "Ask the personal adviser, and record it."
    let reads = [AnnexAUse(.careLeavers, .inTouch, .accommodation, .activity)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let touch = index.codes(.careLeavers, .inTouch, are: "Yes")
        let columns = [AnnexAField.accommodation, .activity].map { index.says(.careLeavers, $0) }
            .filter(\.isThere)
        return index.rows(of: .careLeavers, .accommodation) { _, row in
            touch[row] && columns.contains { !$0[row] }
        }
    }
}
