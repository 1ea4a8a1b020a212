import Kernel
import ReturnFormats
import Timescales

/// Children in care whose review, visit, health assessment and dental check are in date on the day: List 8.
enum CareClockIndicators {
    static let all = [reviewInDate, visitInDate, health, dental]

    private static let left =
        "children on short breaks (V3, V4); rows of a child but the latest; rows whose dates cannot be read or stand"
        + " after the day"

    private static let reviewInDate = Indicator(
        "care.reviewInDate", .care, over: .day, "Children in care whose review is in date",
        asks: "Which children in care wait for a review?",
        counts: "children in care reviewed within the limit for their time in care", of: "children in care",
        leavingOut: left, .up, .children, clock: .nextCareReview,
        convention:
            "20 working days for the first review; 3 months after the latest while the child is in care for less"
            + " than 20 working days and 3 months; then 6 months.",
        cannotTell:
            "Whether the latest review was the first, the second or a later one, and whether earlier ones were"
            + " on time: it is not the published figure.",
        basis: "Care Planning Regulations 2010, regulation 33; Annex A, List 8",
        annexA: { view in
            CareIndicators.onTheDay(view) { $0.review($1).inDate(on: view.asAt.number) }
        })

    private static let visitInDate = Indicator(
        "care.visitInDate", .care, over: .day, "Children in care whose visit is in date",
        asks: "Which children in care has no social worker seen for too long?",
        counts: "children in care visited within the limit for their placement", of: "children in care",
        leavingOut: left, .up, .children, clock: .careVisitFirstYear,
        convention:
            "Within a week of the placement's start; then every 6 weeks; after its first year every 3 months"
            + " where it is meant to last (long-term fostering or residential). With parents: weekly under an interim"
            + " order until the first review, then every 4 weeks; every 6 weeks under a full order.",
        cannotTell:
            "Visits before the last; whether a carer is approved for a time only, who is to be visited weekly.",
        basis:
            "Care Planning Regulations 2010, regulation 28, as near as the last visit, the placement and the"
            + " permanence plan tell",
        annexA: { view in
            CareIndicators.onTheDay(view) { $0.visit($1).inDate(on: view.asAt.number) }
        })

    private static let health = Indicator(
        "care.healthInDate", .care, over: .day,
        "Children in care for a year with a health assessment in date",
        asks: "Does the authority look after children's health?",
        counts: "of these children those with a health assessment in the last 12 months, or 6 under five",
        of: "children in care for 12 months or longer", leavingOut: left + "; children of no known age", .up,
        .children, clock: .reviewHealth,
        convention: "Calendar months; the age is that on the day of the file.",
        cannotTell: "Assessments before the last.",
        basis: "DfE, health of children looked after for 12 months; Annex A",
        annexA: { view in
            CareIndicators.onTheDay(view) { care, row in
                let isAsked = care.isInCareForAYear(row)
                return isAsked == .yes ? care.healthInDate(row) : isAsked
            }
        })

    private static let dental = Indicator(
        "care.dentalInDate", .care, over: .day, "Children in care for a year with a dental check in date",
        asks: "Does the authority look after children's teeth?",
        counts: "of these children those with a dental check in the last 12 months",
        of: "children in care for 12 months or longer", leavingOut: left, .up, .children,
        convention: "Calendar months.", cannotTell: "Checks before the last; that a baby has no teeth yet.",
        basis: "DfE, health of children looked after for 12 months; Annex A",
        annexA: { view in
            CareIndicators.onTheDay(view) { care, row in
                let isAsked = care.isInCareForAYear(row)
                return isAsked == .yes ? care.dentalInDate(row) : isAsked
            }
        })
}
