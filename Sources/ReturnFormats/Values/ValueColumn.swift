/// A coded column as people name it, and what its values may stand for.
package struct ValueColumn: Hashable, Sendable {
    package let field: AnnexAField
    package let set: CodeSet
    /// Its header as the learned spellings have it.
    package let name: String

    /// Every coded column, in the order of the template.
    package static let all: [ValueColumn] = {
        let names = Dictionary(LearnedSpellings.columns.map { (folded($0), $0) }, uniquingKeysWith: { $1 })
        return AnnexAField.allCases.compactMap { field in
            guard case .codes(let set) = field.kind else { return nil }
            return ValueColumn(field: field, set: set, name: names[folded(field.rawValue)] ?? field.rawValue)
        }
    }()

    /// The column of a field; nil where its cells hold no codes.
    package static func of(_ field: AnnexAField) -> ValueColumn? { byField[field] }

    /// The column by its header or a name that files give it, in letters of any size, with or without spaces and
    /// punctuation; nil where there is none such.
    package static func named(_ text: String) -> ValueColumn? {
        let key = folded(text)
        return byName[key] ?? aliases[key].flatMap(of)
    }

    private static let byField = Dictionary(uniqueKeysWithValues: all.map { ($0.field, $0) })
    private static let byName = Dictionary(
        all.map { (folded($0.name), $0) }, uniquingKeysWith: { first, _ in first })

    private static func folded(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Headers of files made by other programs, and what people call a column for short. Source: headers seen in
    /// sample files and in the generator of the 2024 layout.
    private static let aliases: [String: AnnexAField] = [
        "sex": .gender, "ethnicgroup": .ethnicity, "sourceofcontact": .contactSource,
        "sourceofreferral": .referralSource, "referralnfa": .noFurtherAction, "nfa": .noFurtherAction,
        "disabled": .disability, "doesthechildhaveadisabilityyn": .disability,
        "continuousassessmentchildseen": .seenInAssessment, "childseen": .seenInAssessment,
        "cscsupportrequired": .needsSupport, "initialcpconfunnecessary": .conferenceUnnecessary,
        "wasanicpcdeemedunnecessary": .conferenceUnnecessary, "cpconfresultincpplan": .conferenceLedToPlan,
        "primaryneed": .primaryNeed, "needcode": .primaryNeed, "categoryofneed": .careNeed,
        "childscategoryofneedcode": .careNeed, "closurereason": .closureReason, "status": .caseStatus,
        "initialcategory": .initialCategory, "latestcategory": .latestCategory,
        "categoryofabuse": .latestCategory, "childseenalone": .seenAlone, "seenalone": .seenAlone,
        "protectionlastsixmonths": .emergencyProtection, "uasc": .unaccompanied, "legalstatus": .legalStatus,
        "subsequentlacepisodelast12months": .isLaterPeriod,
        "isthisasecondorsubsequentepisodeofbeingalookedafterchildwithinthelast12monthsyn": .isLaterPeriod,
        "permanenceplan": .permanencePlan, "reasonceased": .careEndReason,
        "reasonceasedlookedafter": .careEndReason, "locationofplacement": .placementLocation,
        "returninterviewoffered": .returnInterviewOffered,
        "returninterviewaccepted": .returnInterviewAccepted,
        "formerlyuasc": .unaccompaniedLeaver, "eligibility": .eligibility, "intouch": .inTouch,
        "accommodation": .accommodation, "accommodationtype": .accommodation,
        "accommodationsuitability": .suitability, "suitability": .suitability, "activity": .activity,
        "adopterdisability": .adopterDisability, "fosteringforadoption": .isFosteringForAdoption,
        "reasonforleaving": .leftAdoptionReason, "reasonnolongerplaced": .adoptionReversedReason,
    ]
}
