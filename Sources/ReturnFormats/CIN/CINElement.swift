/// The elements of a CIN census, of the returns of 2017 to 2026 and the draft of 2027. Letters matter.
enum CINElement: String, CaseIterable {
    case message = "Message"
    // The header.
    case header = "Header"
    case collectionDetails = "CollectionDetails"
    case collection = "Collection"
    case year = "Year"
    case referenceDate = "ReferenceDate"
    case source = "Source"
    case sourceLevel = "SourceLevel"
    case authority = "LEA"
    case softwareCode = "SoftwareCode"
    case release = "Release"
    case serialNumber = "SerialNo"
    case dateTime = "DateTime"
    // The child.
    case children = "Children"
    case child = "Child"
    case identifiers = "ChildIdentifiers"
    case childID = "LAchildID"
    case pupilNumber = "UPN"
    case formerPupilNumber = "FormerUPN"
    case pupilNumberUnknown = "UPNunknown"
    case birth = "PersonBirthDate"
    case expectedBirth = "ExpectedPersonBirthDate"
    case gender = "GenderCurrent"
    case sex = "Sex"
    case death = "PersonDeathDate"
    case characteristics = "ChildCharacteristics"
    case ethnicity = "Ethnicity"
    case disabilities = "Disabilities"
    case disability = "Disability"
    // The episode of need.
    case details = "CINdetails"
    case referral = "CINreferralDate"
    case referralSource = "ReferralSource"
    case primaryNeed = "PrimaryNeedCode"
    case closure = "CINclosureDate"
    case closureReason = "ReasonForClosure"
    case conference = "DateOfInitialCPC"
    case noFurtherAction = "ReferralNFA"
    case assessments = "Assessments"
    case assessmentStart = "AssessmentActualStartDate"
    case assessmentReview = "AssessmentInternalReviewDate"
    case assessmentEnd = "AssessmentAuthorisationDate"
    case factors = "FactorsIdentifiedAtAssessment"
    case factor = "AssessmentFactors"
    case needPlan = "CINPlanDates"
    case needPlanStart = "CINPlanStartDate"
    case needPlanEnd = "CINPlanEndDate"
    case enquiry = "Section47"
    case enquiryStart = "S47ActualStartDate"
    case conferenceTarget = "InitialCPCtarget"
    case conferenceNotRequired = "ICPCnotRequired"
    case protectionPlan = "ChildProtectionPlans"
    case protectionStart = "CPPstartDate"
    case protectionEnd = "CPPendDate"
    case initialCategory = "InitialCategoryOfAbuse"
    case latestCategory = "LatestCategoryOfAbuse"
    case previousPlans = "NumberOfPreviousCPP"
    case reviews = "Reviews"
    case review = "CPPreviewDate"
    // Pre-proceedings and family group decisions, from 2026-27.
    case preProceedings = "PreProceedingsandFGDM"
    case preStart = "PPStartDate"
    case letterSent = "LBPSentDate"
    case meetingOffer = "FGDMMeetingOffer"
    case meetingHeld = "FGDMMeetingFac"
    case firstMeeting = "InitialPPMeetingDate"
    case reviewMeetings = "ReviewMeetingsCount"
    case stepDecision = "StepDecisionDate"
    case preOutcome = "PPOutcome"
    case courtApplication = "CourtAppDate"
    case initiationLetter = "LetterInitCPDate"
}

/// Elements by the bytes of their names, in a table with room to spare.
struct CINElementTable {
    private static let size = 512
    private var slots: [CINElement?]
    private var names: [[UInt8]]

    static let shared = CINElementTable()

    private init() {
        slots = Array(repeating: nil, count: Self.size)
        names = Array(repeating: [], count: Self.size)
        for element in CINElement.allCases {
            let name = Array(element.rawValue.utf8)
            var slot = name.withUnsafeBytes(Self.slot)
            while slots[slot] != nil { slot = (slot + 1) % Self.size }
            slots[slot] = element
            names[slot] = name
        }
    }

    func element(_ name: UnsafeRawBufferPointer) -> CINElement? {
        var slot = Self.slot(name)
        while let element = slots[slot] {
            if names[slot].count == name.count, names[slot].elementsEqual(name) { return element }
            slot = (slot + 1) % Self.size
        }
        return nil
    }

    /// FNV-1a over the name.
    private static func slot(_ name: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
    }
}
