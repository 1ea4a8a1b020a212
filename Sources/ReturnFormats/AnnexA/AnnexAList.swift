/// The eleven lists of Annex A, by their numbers. Source: reference of Ofsted's ILACS Annex A, August 2019 and 2024.
package enum AnnexAList: Int, CaseIterable, Sendable, Comparable {
    case contacts = 1
    case earlyHelp, referrals, assessments, enquiries, need, protection, care, careLeavers, adoption, adopters

    package var title: String {
        switch self {
        case .contacts: "Contacts"
        case .earlyHelp: "Early help"
        case .referrals: "Referrals"
        case .assessments: "Assessments"
        case .enquiries: "Section 47 enquiries and initial conferences"
        case .need: "Children in need"
        case .protection: "Child protection"
        case .care: "Children in care"
        case .careLeavers: "Care leavers"
        case .adoption: "Adoption"
        case .adopters: "Adopters"
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
