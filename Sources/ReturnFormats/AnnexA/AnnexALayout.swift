/// A place for a column in a list.
package struct AnnexASlot: Hashable, Sendable {
    package let field: AnnexAField
    /// True where a cell may be empty and its emptiness says something.
    package let mayBeEmpty: Bool
    /// 2019, or 2024 for the columns that the later layout added.
    package let since: Int
}

extension AnnexAList {
    /// The columns in the order of the 2024 layout; those of 2019 are the ones since 2019.
    package var slots: [AnnexASlot] {
        switch self {
        case .contacts: AnnexALayout.contacts
        case .earlyHelp: AnnexALayout.earlyHelp
        case .referrals: AnnexALayout.referrals
        case .assessments: AnnexALayout.assessments
        case .enquiries: AnnexALayout.enquiries
        case .need: AnnexALayout.need
        case .protection: AnnexALayout.protection
        case .care: AnnexALayout.care
        case .careLeavers: AnnexALayout.careLeavers
        case .adoption: AnnexALayout.adoption
        case .adopters: AnnexALayout.adopters
        }
    }
}

private enum AnnexALayout {
    static let contacts = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.contact, false),
        slot(.contactSource, false),
    ]

    static let earlyHelp = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.helpStart, false),
        slot(.helpEnd, true),
        slot(.helpOrganisation, false),
    ]

    static let referrals = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.referral, false),
        slot(.referralSource, false),
        slot(.noFurtherAction, false),
        slot(.earlierReferrals, false),
        slot(.team, false),
        slot(.worker, false),
    ]

    static let assessments = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.disability, false),
        slot(.assessmentStart, false),
        slot(.seenInAssessment, false),
        slot(.assessmentEnd, true),
        slot(.needsSupport, true),
        slot(.team, false),
        slot(.worker, false),
    ]

    static let enquiries = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.disability, false),
        slot(.strategyDiscussion, false),
        slot(.conferenceUnnecessary, true),
        slot(.conference, true),
        slot(.conferenceLedToPlan, true),
        slot(.earlierEnquiries, false),
        slot(.earlierConferences, false),
        slot(.team, false),
        slot(.worker, false),
    ]

    static let need = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.disability, false),
        slot(.needStart, true),
        slot(.primaryNeed, false),
        slot(.lastSeen, true),
        slot(.needClosure, true),
        slot(.closureReason, true),
        slot(.caseStatus, false),
        slot(.team, false),
        slot(.worker, false),
    ]

    static let protection = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.disability, false),
        slot(.planStart, false),
        slot(.initialCategory, false),
        slot(.latestCategory, false),
        slot(.lastVisit, true),
        slot(.seenAlone, true),
        slot(.latestReviewConference, true),
        slot(.planEnd, true),
        slot(.emergencyProtection, false),
        slot(.previousPlans, false),
        slot(.team, false),
        slot(.worker, false),
    ]

    static let care = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.unaccompanied, false),
        slot(.disability, false),
        slot(.careStart, false),
        slot(.careNeed, false),
        slot(.isLaterPeriod, false),
        slot(.legalStatusStart, false),
        slot(.legalStatus, false),
        slot(.latestCareReview, true),
        slot(.lastCareVisit, true),
        slot(.permanencePlan, true),
        slot(.lastReviewingOfficerVisit, true),
        slot(.lastHealthAssessment, true),
        slot(.lastDentalCheck, true),
        slot(.placements, false),
        slot(.careEnd, true),
        slot(.careEndReason, true),
        slot(.placementStart, false),
        slot(.placementType, false),
        slot(.placementProvider, false),
        slot(.placementPostcode, false),
        slot(.placementURN, true),
        slot(.placementLocation, false),
        slot(.placementAuthority, false),
        slot(.missingEpisodes, false),
        slot(.absentEpisodes, false),
        slot(.returnInterviewOffered, true),
        slot(.returnInterviewAccepted, true),
        slot(.team, false),
        slot(.worker, false),
    ]

    static let careLeavers = [
        slot(.child, false),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.unaccompaniedLeaver, false, 2024),
        slot(.disability, false),
        slot(.team, false),
        slot(.worker, false),
        slot(.personalAdviser, false, 2024),
        slot(.eligibility, false),
        slot(.pathwayReview, true, 2024),
        slot(.inTouch, false),
        slot(.lastContact, true, 2024),
        slot(.accommodation, true),
        slot(.suitability, true),
        slot(.activity, true),
    ]

    static let adoption = [
        slot(.child, false),
        slot(.family, true),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.birth, true),
        slot(.age, true),
        slot(.disability, false),
        slot(.enteredCare, false),
        slot(.adoptionDecision, false),
        slot(.placementOrder, true),
        slot(.matched, true),
        slot(.placedForAdoption, true),
        slot(.adoptionOrder, true),
        slot(.adoptionReversed, true),
        slot(.adoptionReversedReason, true),
        slot(.fosteringForAdoption, true),
    ]

    static let adopters = [
        slot(.adopter, false),
        slot(.family, true),
        slot(.gender, false),
        slot(.ethnicity, false),
        slot(.adopterDisability, false),
        slot(.isFosteringForAdoption, false),
        slot(.enquiryReceived, false),
        slot(.stageOneStart, true),
        slot(.stageOneEnd, true),
        slot(.stageTwoStart, true),
        slot(.stageTwoEnd, true),
        slot(.applicationSubmitted, true),
        slot(.applicationApproved, true),
        slot(.adopterMatched, true),
        slot(.adopterPlaced, true),
        slot(.childrenPlaced, true),
        slot(.adoptionOrder, true),
        slot(.leftAdoption, true),
        slot(.leftAdoptionReason, true),
    ]

    private static func slot(_ field: AnnexAField, _ mayBeEmpty: Bool, _ since: Int = 2019) -> AnnexASlot {
        AnnexASlot(field: field, mayBeEmpty: mayBeEmpty, since: since)
    }
}
