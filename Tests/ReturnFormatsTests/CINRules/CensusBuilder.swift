import Kernel
import ReturnFormats

// Small censuses, written by hand: of the return of 2025-26 unless a year is given, about invented children. What is
// not said is in order; `nil` leaves an element out, an empty text leaves it empty. A first text that is XML is a part.

/// How often a rule is broken; nil where the return's year has no such rule. Children are written whole; an episode
/// alone stands in a child that is in order, and a part of an episode alone in an episode that is.
func count(
    _ rule: String, year: Int = 2026, referenceDate: String? = nil, counting: WorkingDaysBack = .lastDayIsOne,
    _ parts: String...
) throws -> Int? {
    try check(census(year: year, referenceDate: referenceDate, parts), counting: counting)
        .results.first { $0.rule == rule }?.count
}

func check(_ text: String, counting: WorkingDaysBack = .lastDayIsOne) throws -> CINCheck {
    CINRules.check(try CINReader.read(Array(text.utf8)), counting: counting)
}

func census(year: Int = 2026, referenceDate: String? = nil, _ parts: [String]) -> String {
    let children = parts.contains { $0.hasPrefix("<Child>") } ? parts : [child(parts.joined())]
    return group(
        "Message",
        group(
            "Header",
            group(
                "CollectionDetails", "<Collection>CIN</Collection>", element("Year", "\(year)"),
                element("ReferenceDate", referenceDate ?? "\(year)-03-31"))),
        group("Children", children.joined()))
}

func child(
    _ id: String? = "A1", upn: String? = nil, former: String? = nil, unknown: String? = "UN2",
    born: String? = "2015-03-27", expected: String? = nil, gender: String? = "1", sex: String? = "F",
    died: String? = nil, ethnicity: String? = "WBRI", disabilities: [String] = ["NONE"], _ episodes: String...
) -> String {
    if let id, isPart(id) {
        return child(
            upn: upn, former: former, unknown: unknown, born: born, expected: expected, gender: gender,
            sex: sex, died: died, ethnicity: ethnicity, disabilities: disabilities, ([id] + episodes).joined()
        )
    }
    let inside = episodes.joined()
    return group(
        "Child",
        group(
            "ChildIdentifiers", element("LAchildID", id), element("UPN", upn), element("FormerUPN", former),
            element("UPNunknown", unknown), element("PersonBirthDate", born),
            element("ExpectedPersonBirthDate", expected), element("GenderCurrent", gender),
            element("Sex", sex), element("PersonDeathDate", died)),
        group(
            "ChildCharacteristics", element("Ethnicity", ethnicity),
            group("Disabilities", disabilities.map { element("Disability", $0) }.joined())),
        inside.isEmpty || inside.hasPrefix("<CINdetails>") ? inside : episode(inside))
}

func episode(
    _ referral: String? = "2025-06-02", source: String? = "1A", need: String? = "N1", closed: String? = nil,
    reason: String? = nil, conference: String? = nil, nfa: String? = "false", _ parts: String...
) -> String {
    if let referral, isPart(referral) {
        return episode(
            source: source, need: need, closed: closed, reason: reason, conference: conference, nfa: nfa,
            ([referral] + parts).joined())
    }
    return group(
        "CINdetails", element("CINreferralDate", referral), element("ReferralSource", source),
        element("PrimaryNeedCode", need), element("CINclosureDate", closed),
        element("ReasonForClosure", reason), element("DateOfInitialCPC", conference),
        element("ReferralNFA", nfa), parts.joined())
}

func assessment(_ start: String?, _ end: String? = nil, factors: String...) -> String {
    group(
        "Assessments", element("AssessmentActualStartDate", start),
        element("AssessmentAuthorisationDate", end),
        factors.isEmpty
            ? ""
            : group(
                "FactorsIdentifiedAtAssessment", factors.map { element("AssessmentFactors", $0) }.joined()))
}

func needPlan(_ start: String?, _ end: String? = nil) -> String {
    group("CINPlanDates", element("CINPlanStartDate", start), element("CINPlanEndDate", end))
}

func enquiry(
    _ start: String?, target: String? = nil, conference: String? = nil, notRequired: String? = "false"
) -> String {
    group(
        "Section47", element("S47ActualStartDate", start), element("InitialCPCtarget", target),
        element("DateOfInitialCPC", conference), element("ICPCnotRequired", notRequired))
}

func protectionPlan(
    _ start: String?, _ end: String? = nil, first: String? = "NEG", latest: String? = "NEG",
    previous: String? = "0", _ reviews: String...
) -> String {
    let open = end.map(isPart) ?? false
    return group(
        "ChildProtectionPlans", element("CPPstartDate", start), element("CPPendDate", open ? nil : end),
        element("InitialCategoryOfAbuse", first), element("LatestCategoryOfAbuse", latest),
        element("NumberOfPreviousCPP", previous),
        open ? end ?? "" : "", reviews.joined())
}

/// One wrapper with its dates; none for an empty one.
func reviews(_ dates: String...) -> String {
    group("Reviews", dates.map { element("CPPreviewDate", $0) }.joined())
}

func preProceedings(
    _ start: String? = "2026-09-01", letter: String? = nil, offered: String? = nil, held: String? = nil,
    firstMeeting: String? = nil, reviewMeetings: String? = nil, decision: String? = nil,
    outcome: String? = nil, application: String? = nil, initiation: String? = nil
) -> String {
    group(
        "PreProceedingsandFGDM", element("PPStartDate", start), element("LBPSentDate", letter),
        element("FGDMMeetingOffer", offered), element("FGDMMeetingFac", held),
        element("InitialPPMeetingDate", firstMeeting), element("ReviewMeetingsCount", reviewMeetings),
        element("StepDecisionDate", decision), element("PPOutcome", outcome),
        element("CourtAppDate", application), element("LetterInitCPDate", initiation))
}

private func isPart(_ text: String) -> Bool { text.hasPrefix("<") }

private func element(_ name: String, _ text: String?) -> String {
    text.map { $0.isEmpty ? "<\(name)/>" : "<\(name)>\($0)</\(name)>" } ?? ""
}

private func group(_ name: String, _ parts: String...) -> String {
    "<\(name)>\(parts.joined())</\(name)>"
}
