/// A column of Annex A: its header as the template has it, with straight quotes and no space at the end. Lists share columns.
///
/// Source: the header rows of the August 2019 template and of the 2024 layout.
package enum AnnexAField: String, CaseIterable, Sendable {
    case child = "Child Unique ID"
    case gender = "Gender"
    case ethnicity = "Ethnicity"
    case birth = "Date of Birth"
    case age = "Age of Child (Years)"
    case contact = "Date of Contact"
    case contactSource = "Contact Source"
    case helpStart = "Assessment start date"
    case helpEnd = "Assessment completion date"
    case helpOrganisation = "Organisation completing assessment"
    case referral = "Date of referral"
    case referralSource = "Referral Source"
    case noFurtherAction = "Referral NFA?"
    case earlierReferrals = "Number of Referrals in Last 12 Months"
    case team = "Allocated Team"
    case worker = "Allocated Worker"
    case disability = "Does the Child have a Disability"
    case assessmentStart = "Continuous Assessment Start Date"
    case seenInAssessment = "Child Seen During Continuous Assessment"
    case assessmentEnd = "Continuous Assessment Date of Authorisation"
    case needsSupport = "Was the child assessed as requiring LA children's social care support"
    case strategyDiscussion = "Strategy discussion initiating Section 47 Enquiry Start Date"
    case conferenceUnnecessary = "Was an Initial Child Protection Conference deemed unnecessary?"
    case conference = "Date of Initial Child Protection Conference"
    case conferenceLedToPlan = "Did the Initial Child Protection Conference Result in a Child Protection Plan"
    case earlierEnquiries = "Number of Section 47 Enquiries in the last 12 months"
    case earlierConferences = "Number of ICPCs in the last 12 months"
    case needStart = "CIN Start Date"
    case primaryNeed = "Primary Need Code"
    case lastSeen = "Date Child Was Last Seen"
    case needClosure = "CIN Closure Date"
    case closureReason = "Reason for Closure"
    case caseStatus = "Case status"
    case planStart = "Child Protection Plan Start Date"
    case initialCategory = "Initial Category of Abuse"
    case latestCategory = "Latest Category of Abuse"
    case lastVisit = "Date of the Last Statutory Visit"
    case seenAlone = "Was the Child Seen Alone?"
    case latestReviewConference = "Date of latest review conference"
    case planEnd = "Child Protection Plan End Date"
    case emergencyProtection =
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"
    case previousPlans = "Number of Previous Child Protection Plans"
    case unaccompanied = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
    case careStart = "Date Started to be Looked After"
    case careNeed = "Child's Category of Need"
    case isLaterPeriod =
        "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
    case legalStatusStart = "Start date of current legal status"
    case legalStatus = "Child's Legal Status"
    case latestCareReview = "Date of Latest Statutory Review"
    case lastCareVisit = "Date of Last Social Work Visit"
    case permanencePlan = "What is the permanence plan for this child?"
    case lastReviewingOfficerVisit = "Date of Last IRO Visit / Contact to the Child"
    case lastHealthAssessment = "Date of Last Health Assessment"
    case lastDentalCheck = "Date of Last Dental Check"
    case placements = "Number of Placements in the Last 12 months"
    case careEnd = "Date Ceased to be Looked After"
    case careEndReason = "Reason Ceased to be Looked After"
    case placementStart = "Start Date of Most Recent Placement"
    case placementType = "Placement Type"
    case placementProvider = "Placement Provider"
    case placementPostcode = "Placement postcode"
    case placementURN = "URN of Placement"
    case placementLocation = "Placement Location"
    case placementAuthority = "LA of Placement"
    case missingEpisodes =
        "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months"
    case absentEpisodes =
        "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months"
    case returnInterviewOffered =
        "Was the child offered a Return Interview after their last missing episode (Y/N)?"
    case returnInterviewAccepted =
        "Did the child accept a Return Interview after their last missing episode (Y/N)?"
    case unaccompaniedLeaver =
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"
    case personalAdviser = "Allocated Personal Advisor"
    case eligibility = "Eligibility Category"
    case pathwayReview = "Latest Pathway Plan Review Date"
    case inTouch = "LA In Touch"
    case lastContact = "Latest Date of Contact"
    case accommodation = "Type of Accommodation"
    case suitability = "Suitability of Accommodation"
    case activity = "Activity Status"
    case family = "Family identifier"
    case enteredCare = "Date the Child Entered Care"
    case adoptionDecision = "Date of Decision that Child Should be Placed for Adoption"
    case placementOrder = "Date of Placement Order"
    case matched = "Date of Matching Child and Prospective Adopters"
    case placedForAdoption = "Date Placed for Adoption"
    case adoptionOrder = "Date of Adoption Order"
    case adoptionReversed = "Date of Decision that Child Should No Longer be Placed for Adoption"
    case adoptionReversedReason = "Reason Why Child No Longer Placed for Adoption"
    case fosteringForAdoption =
        "Date the child was placed for fostering in FFA or concurrent planning placement"
    case adopter = "Individual adopter identifier"
    case adopterDisability = "Disability"
    case isFosteringForAdoption = "Is the (prospective) adopter fostering for adoption?"
    case enquiryReceived = "Date enquiry received"
    case stageOneStart = "Date Stage 1 started"
    case stageOneEnd = "Date Stage 1 ended"
    case stageTwoStart = "Date Stage 2 started"
    case stageTwoEnd = "Date Stage 2 ended"
    case applicationSubmitted = "Date application submitted"
    case applicationApproved = "Date application approved"
    case adopterMatched = "Date adopter matched with child(ren)"
    case adopterPlaced = "Date child/children placed with adopter(s)"
    case childrenPlaced = "No. of children placed"
    case leftAdoption = "Date of leaving adoption process"
    case leftAdoptionReason = "Reason for leaving adoption process"

    /// What its cells hold.
    package var kind: AnnexAKind {
        switch self {
        case .child, .helpOrganisation, .team, .worker, .placementPostcode, .placementURN,
            .placementAuthority, .personalAdviser, .family, .adopter:
            .texts
        case .gender:
            .codes(.gender)
        case .ethnicity:
            .codes(.ethnicity)
        case .birth, .contact, .helpStart, .helpEnd, .referral, .assessmentStart, .assessmentEnd,
            .strategyDiscussion, .conference, .needStart, .lastSeen, .needClosure, .planStart,
            .lastVisit, .latestReviewConference, .planEnd, .careStart, .legalStatusStart,
            .latestCareReview, .lastCareVisit, .lastReviewingOfficerVisit, .lastHealthAssessment,
            .lastDentalCheck, .careEnd, .placementStart, .pathwayReview, .lastContact, .enteredCare,
            .adoptionDecision, .placementOrder, .matched, .placedForAdoption, .adoptionOrder,
            .adoptionReversed, .fosteringForAdoption, .enquiryReceived, .stageOneStart, .stageOneEnd,
            .stageTwoStart, .stageTwoEnd, .applicationSubmitted, .applicationApproved, .adopterMatched,
            .adopterPlaced, .leftAdoption:
            .dates
        case .age, .earlierReferrals, .earlierEnquiries, .earlierConferences, .previousPlans,
            .placements, .missingEpisodes, .absentEpisodes, .childrenPlaced:
            .counts
        case .contactSource, .referralSource:
            .codes(.source)
        case .noFurtherAction, .needsSupport, .conferenceUnnecessary, .conferenceLedToPlan,
            .emergencyProtection, .unaccompanied, .isLaterPeriod, .unaccompaniedLeaver,
            .adopterDisability:
            .codes(.yesNo)
        case .disability, .seenInAssessment, .seenAlone, .returnInterviewOffered,
            .returnInterviewAccepted:
            .codes(.yesNoUnknown)
        case .primaryNeed:
            .codes(.need)
        case .closureReason:
            .codes(.closureReason)
        case .caseStatus:
            .codes(.status)
        case .initialCategory, .latestCategory:
            .codes(.abuse)
        case .careNeed:
            .codes(.careNeed)
        case .legalStatus:
            .codes(.legalStatus)
        case .permanencePlan:
            .codes(.permanence)
        case .careEndReason:
            .codes(.careEndReason)
        case .placementType:
            .codes(.placement)
        case .placementProvider:
            .codes(.provider)
        case .placementLocation:
            .codes(.location)
        case .eligibility:
            .codes(.eligibility)
        case .inTouch:
            .codes(.inTouch)
        case .accommodation:
            .codes(.accommodation)
        case .suitability:
            .codes(.suitability)
        case .activity:
            .codes(.activity)
        case .adoptionReversedReason:
            .codes(.adoptionReversal)
        case .isFosteringForAdoption:
            .codes(.plainYesNo)
        case .leftAdoptionReason:
            .codes(.adoptionLeaving)
        }
    }
}

package enum AnnexAKind: Hashable, Sendable {
    case dates, counts, texts
    case codes(CodeSet)
}
