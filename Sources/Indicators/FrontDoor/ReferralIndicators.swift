import Kernel
import ReturnFormats

/// Referrals: List 3, and the episodes of a census.
enum ReferralIndicators {
    static let all = [received, children, repeated, repeatedChildren, noFurtherAction, notInNeed]

    private static let received = Indicator(
        "referrals.received", .frontDoor, "Referrals",
        asks: "How many requests for help does social care take on?", as: .count,
        counts: "referrals received in the period", .neutral, .episodes,
        cannotTell: "Authorities differ in what they decide before they call it a referral.",
        basis: "DfE, Children in need: referrals in the year",
        annexA: { view in
            guard let rows = view[.referrals], let day = rows.days(.referral) else { return nil }
            return rows.byDate(view.months, day) { _ in .yes }
        },
        census: { view in view.byDate(days(view), view.file.episodes.count) { _ in .yes } })

    private static let children = Indicator(
        "referrals.children", .frontDoor, "Children referred",
        asks: "How many children are referred?", as: .count,
        counts: "children referred in the period, each once", leavingOut: "referrals that name no child",
        .neutral, .children,
        cannotTell: "Children of several months do not add up: one may be referred in two.",
        basis: "DfE, Children in need: children referred in the year, beside referrals",
        annexA: { view in
            guard let rows = view[.referrals], let day = rows.days(.referral) else { return nil }
            return rows.childrenByDate(view.months, day, view.childCount)
        },
        census: { view in
            view.childrenByDate(days(view), view.file.episodes.count) { view.child(ofEpisode: $0) }
        })

    private static let repeated = Indicator(
        "referrals.repeat", .frontDoor, "Referrals within 12 months of another, of referrals",
        asks: "Do children come back after they were helped, or turned away?",
        counts: "referrals in the period of a child who was referred in the 12 months before",
        of: "referrals in the period", .down, .episodes,
        convention: "Calendar months, referral to referral; two on one day are not one after the other.",
        cannotTell:
            "A census holds the referrals of its year and what was open before it: what was closed before"
            + " 1 April is in last year's file, so that the first months come out low.",
        basis: "DfE, Children in need: re-referrals within 12 months",
        census: { view in
            let days = days(view)
            let rows = view.file.episodes.count
            let dates = ChildDates(
                rows: rows, children: view.file.children.count, child: { view.child(ofEpisode: $0) },
                day: { days[$0] })
            return view.byDate(days, rows) { row in
                dates.has(
                    view.child(ofEpisode: row), from: view.reckoning.due(days[row], months: -12),
                    through: days[row] - 1) ? .yes : .no
            }
        })

    private static let repeatedChildren = Indicator(
        "referrals.repeatChildren", .frontDoor, "Referrals within 12 months of another, of children",
        asks: "Do children come back after they were helped, or turned away?",
        counts:
            "children whose latest referral is in the period and who had another in the 12 months before it",
        of: "children whose latest referral is in the period",
        leavingOut:
            "earlier referrals of the same child, because the file's count is that of the latest; referrals"
            + " without the count",
        .down, .children,
        convention:
            "One row a child: the count of earlier referrals stands on every row of a child, and is that of"
            + " the latest.",
        cannotTell:
            "A child who is referred again leaves the month of the earlier referral: the file that is taken"
            + " when a month ends tells that month best. This authority's referrals only.",
        basis: "Annex A, List 3, Number of Referrals in Last 12 Months; DfE counts it by children as well",
        annexA: { view in
            guard let rows = view[.referrals], let day = rows.days(.referral),
                let earlier = rows.counts(.earlierReferrals)
            else { return nil }
            let isLatest = rows.latestOfChild(.referral, view.childCount)
            return rows.byDate(view.months, day) { row in
                guard isLatest[row], rows.child(row) >= 0, let count = earlier[row].value, count >= 0 else {
                    return .excluded
                }
                return count > 0 ? .yes : .no
            }
        })

    private static let noFurtherAction = Indicator(
        "referrals.noFurtherAction", .frontDoor, "Referrals closed without further action",
        asks: "How many referrals end where they began?",
        counts: "referrals in the period that were closed after the first look",
        of: "referrals in the period",
        leavingOut: "referrals without an answer", .neutral, .episodes,
        cannotTell: "Some authorities decide before they call it a referral, and come out near nothing.",
        basis: "DfE, Children in need: referrals with no further action",
        annexA: { view in
            guard let rows = view[.referrals], let day = rows.days(.referral),
                let answer = rows.verdicts(.noFurtherAction, yes: ["Yes"])
            else { return nil }
            return rows.byDate(view.months, day) { answer[$0] }
        },
        census: { view in
            view.byDate(days(view), view.file.episodes.count) { row in
                switch view.file.episodes.noFurtherAction[row] {
                case .yes: .yes
                case .no: .no
                case .missing, .unreadable: .excluded
                }
            }
        })

    private static let notInNeed = Indicator(
        "referrals.notInNeed", .frontDoor, "Referrals assessed as not in need",
        asks: "How many families are assessed and then need no social worker?",
        counts: "referrals in the period that were assessed, and closed because the child was not in need",
        of: "referrals in the period", .neutral, .episodes,
        cannotTell:
            "The last months come out low while their assessments are open. Annex A does not join a referral"
            + " to its assessment: it counts where the same child has one that began after the referral and before"
            + " the next and found no need of support.",
        basis: "DfE, Children in need: closed after assessment (RC8); Annex A, Lists 3 and 4",
        annexA: { view in
            guard let rows = view[.referrals], let day = rows.days(.referral),
                let assessments = view[.assessments], let start = assessments.days(.assessmentStart),
                let end = assessments.days(.assessmentEnd),
                let needs = assessments.verdicts(.needsSupport, yes: ["Yes"], empty: .out)
            else { return nil }
            let referrals = ChildDates(rows, day, view.childCount)
            let refused = ChildDates(assessments, start, view.childCount) {
                needs[$0] == .no && Days.isDay(end[$0]) && end[$0] <= view.asAt.number
            }
            return rows.byDate(view.months, day) { row in
                let child = rows.child(row)
                guard child >= 0 else { return .excluded }
                let next = referrals.next(child, after: day[row])
                return refused.has(child, from: day[row], through: next - 1) ? .yes : .no
            }
        },
        census: { view in
            view.byDate(days(view), view.file.episodes.count) { row in
                let reason = view.file.episodes.reason[row]
                return reason == .unreadable ? .excluded : reason == "RC8" ? .yes : .no
            }
        })

    private static func days(_ view: CensusView) -> Days { Days(view.file.episodes.referral) }
}
