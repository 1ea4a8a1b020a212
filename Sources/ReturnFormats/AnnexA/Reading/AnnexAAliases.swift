/// What else the columns of Annex A are called.
///
/// Source: headers of real and sample files (reference of Annex A, §6) and the columns that the scripts of the standard
/// safeguarding dataset write (2024).
enum AnnexAAliases {
    /// The template's names and the others of a list, as `AnnexAHeaders.key` has them.
    static func exact(_ list: AnnexAList) -> [String: AnnexAField] { tables[list] ?? [:] }

    private static let tables: [AnnexAList: [String: AnnexAField]] = {
        var tables: [AnnexAList: [String: AnnexAField]] = [:]
        for list in AnnexAList.allCases {
            var table: [String: AnnexAField] = [:]
            for slot in list.slots {
                for other in others[slot.field] ?? [] where table[other] == nil { table[other] = slot.field }
            }
            for slot in list.slots { table[AnnexAHeaders.key(slot.field.rawValue)] = slot.field }
            tables[list] = table
        }
        return tables
    }()

    private static let others: [AnnexAField: [String]] = [
        .child: [
            "childid", "childidentifier", "childuniqueidentifier", "uniquechildid", "personid", "clientid",
        ],
        .gender: ["sex"],
        .birth: ["dob", "childdateofbirth", "childdob", "birthdate"],
        .age: ["age", "ageofchild", "ageyears", "childage"],
        .disability: ["hasdisability", "disability"],
        .referral: ["referraldate"],
        .earlierReferrals: ["referralslast12months"],
        .helpStart: ["earlyhelpassessmentstartdate"],
        .helpEnd: ["earlyhelpassessmentcompletiondate"],
        .needsSupport: ["cscsupportrequired"],
        .assessmentStart: ["continuousassessmentstart"],
        .seenInAssessment: ["continuousassessmentchildseen"],
        .assessmentEnd: ["continuousassessmentauthdate"],
        .strategyDiscussion: ["stratdiscussiondate"],
        .conferenceUnnecessary: ["initialcpconfunnecessary"],
        .conference: ["initialcpconfdate"],
        .conferenceLedToPlan: ["cpconfresultincpplan"],
        .earlierEnquiries: ["numbers47s12m"],
        .earlierConferences: ["numbericpcs12m"],
        .lastSeen: ["datechildlastseen"],
        .lastVisit: ["dateoflaststatutoryvisit"],
        .seenAlone: ["childseenalone"],
        .latestReviewConference: ["dateoflatestreviewconf"],
        .emergencyProtection: ["protectionlastsixmonths"],
        .unaccompanied: ["uasc"],
        .unaccompaniedLeaver: ["uasc"],
        .careStart: ["loookedafterstartdate", "lookedafterstartdate"],
        .careNeed: ["childcategoryofneed", "categoryofneed"],
        .isLaterPeriod: ["subsequentlacepisodelast12months"],
        .legalStatusStart: ["mostrecentlegalstatusstart"],
        .legalStatus: ["legalstatus"],
        .latestCareReview: ["lateststatutoryreviewdate"],
        .lastCareVisit: ["lastsocialworkvisitdate"],
        .permanencePlan: ["permanenceplan"],
        .lastReviewingOfficerVisit: ["lastirovisitdate"],
        .lastHealthAssessment: ["lasthealthassessmentdate"],
        .lastDentalCheck: ["lastdentalcheckdate"],
        .placements: ["placementslast12months"],
        .careEnd: ["ceasedlookedafterdate"],
        .careEndReason: ["reasonceasedlookedafter"],
        .placementStart: ["mostrecentplacementstartdate"],
        .placementURN: ["placementurn"],
        .missingEpisodes: ["episodeschildmissingfromplacement"],
        .absentEpisodes: ["episodeschildabsentfromplacement"],
        .returnInterviewOffered: ["childofferedreturninterviewafterlastmfh"],
        .returnInterviewAccepted: ["childacceptedreturninterviewafterlastmfh"],
        .personalAdviser: ["allocatedpersonaladviser"],
        .pathwayReview: ["latestpathwayplan"],
        .lastContact: ["latestcontact"],
        .family: ["familyid"],
        .enteredCare: ["enteredcaredate"],
        .adoptionDecision: ["admshobpadecisiondate"],
        .placementOrder: ["placementorderdate"],
        .matched: ["matchedforadoptiondate"],
        .placedForAdoption: ["placedforadoptiondate"],
        .adoptionOrder: ["adoptionorderdate"],
        .adoptionReversed: ["decisionreverseddate"],
        .adoptionReversedReason: ["decisionreversedreason"],
        .fosteringForAdoption: ["dateffaconsurrencyplacement"],
        .adopter: ["adopterid", "adopteridentifier"],
        .adopterDisability: ["hasdisability"],
        .isFosteringForAdoption: ["adoptedbycarer"],
        .enquiryReceived: ["enquirydate"],
        .stageOneStart: ["stage1startdate"],
        .stageOneEnd: ["stage1enddate"],
        .stageTwoStart: ["stage2startdate"],
        .stageTwoEnd: ["stage2enddate"],
        .applicationSubmitted: ["applicationdate"],
        .applicationApproved: ["applicationapprdate"],
        .adopterMatched: ["matcheddate"],
        .adopterPlaced: ["placeddate"],
        .childrenPlaced: ["numsiblingsplaced", "numberofchildrenplaced"],
        .leftAdoption: ["adoptionleavedate"],
    ]

    /// For a header that no exact name knows: the words of the pattern must stand in it whole and in this order.
    static func byPattern(_ header: String, _ list: AnnexAList) -> AnnexAField? {
        let words = header.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for slot in list.slots {
            for pattern in patterns[slot.field] ?? [] where contains(words, pattern) { return slot.field }
        }
        return nil
    }

    private static func contains(_ words: [String], _ pattern: [String]) -> Bool {
        var rest = pattern[...]
        for word in words where word == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    private static let patterns: [AnnexAField: [[String]]] = [
        .child: [["child", "id"], ["id", "child"], ["child", "identifier"], ["identifier", "child"]],
        .birth: [["date", "birth"]],
        .contact: [["date", "contact"]],
        .contactSource: [["contact", "source"]],
        .referral: [["date", "of", "referral"]],
        .referralSource: [["referral", "source"]],
        .needsSupport: [["was", "the", "child", "assessed", "as", "requiring"]],
        .emergencyProtection: [["emergency", "protection", "police", "powers"]],
        .unaccompanied: [["unaccompanied", "asylum", "seeking", "child"]],
        .unaccompaniedLeaver: [["unaccompanied", "asylum", "seeking", "child"]],
        .isLaterPeriod: [
            ["second", "or", "subsequent", "period"], ["second", "or", "subsequent", "episode"],
        ],
        .missingEpisodes: [["number", "episodes", "missing"]],
        .absentEpisodes: [["number", "episodes", "absent"]],
        .returnInterviewOffered: [["offered", "return", "interview"]],
        .returnInterviewAccepted: [["accept", "return", "interview"]],
    ]
}
