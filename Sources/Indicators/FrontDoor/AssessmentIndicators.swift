import ReturnFormats
import Timescales

/// Assessments: how long they take, how many are open past their limit, and whether the child was seen.
enum AssessmentIndicators {
    static let all = [
        within45, within45FromReferral, openOver45, medianDays, lastDays, childSeen, needsSupport,
    ]

    private static let limit: Int32 = 45

    private static let within45 = Indicator(
        "assessments.within45", .assessment, "Assessments completed within 45 working days",
        asks: "Are children and families assessed in time?",
        counts: "assessments authorised in the period, 45 working days or fewer after they started",
        of: "assessments authorised in the period", leavingOut: "assessments authorised before they started",
        .up, .episodes, clock: .assessment,
        convention:
            "From the start of the assessment, as the published series counts; the guidance's limit runs from"
            + " the referral. Working days after the start, up to and with the day of authorisation: the same day is 0.",
        overdue:
            "assessments not authorised by the end of the period, more than 45 working days after they started",
        cannotTell:
            "Annex A does not join an assessment to its referral: it cannot say how long the family waited"
            + " before the assessment began.",
        basis: "DfE, Children in need, assessments by duration; census rule 8670Q",
        annexA: { view in
            timed(view, view.months).map { timed, rows in
                timed.count(rows.units, rows.unit) { _, _ in true }
            }
        },
        census: { view in
            timed(view).count(.none, view.unit(view.file.assessments.count)) { _, _ in true }
        })

    private static let within45FromReferral = Indicator(
        "assessments.within45FromReferral", .assessment,
        "Assessments completed within 45 working days of the referral",
        asks: "Is a family's referral followed by a finished assessment in time?",
        counts:
            "first assessments of an episode authorised in the period, 45 working days or fewer after the referral",
        of: "first assessments of an episode authorised in the period",
        leavingOut: "later assessments of the same episode; assessments authorised before the referral", .up,
        .episodes, clock: .assessment,
        convention:
            "From the referral, as the guidance words it; the published series counts from the start of the"
            + " assessment.",
        overdue:
            "first assessments not authorised by the end of the period, more than 45 working days after the"
            + " referral",
        cannotTell: "A referral that was never assessed is not in it.",
        basis: "Working Together, assessment within 45 working days of the referral",
        census: { view in
            let file = view.file
            let isFirst = firstOfEpisode(file)
            let timed = Timed(
                reckoning: view.reckoning,
                start: Days(file.assessments.owner.map { file.episodes.referral[Int($0)] }),
                end: Days(file.assessments.end), limit: limit)
            return timed.count(
                .none, view.unit(file.assessments.count), leavesOut: { !isFirst[$0] }
            ) { _, _ in true }
        })

    private static let openOver45 = Indicator(
        "assessments.openOver45", .assessment, over: .day, "Open assessments past 45 working days",
        asks: "How many families wait for an assessment that is already late?",
        counts: "open assessments that started more than 45 working days before the day",
        of: "open assessments",
        leavingOut: "open assessments without a start, or with one after the day", .down, .episodes,
        clock: .assessment, convention: "From the start of the assessment; the same day is 0.",
        cannotTell: "An assessment that was never opened is not in it.",
        basis: "Indicator of the day, from the same limit; census rule 8670Q",
        annexA: { view in timed(view, view.day).map { timed, rows in timed.open(rows.units, rows.unit) } },
        census: { view in timed(view).open(.none, view.unit(view.file.assessments.count)) })

    private static let medianDays = Indicator(
        "assessments.medianDays", .assessment, "Working days of an assessment, median",
        asks: "How long does an assessment usually take?", as: .median,
        counts: "working days from the start to the authorisation",
        of: "assessments authorised in the period",
        leavingOut: "assessments authorised before they started", .neutral, .episodes, clock: .assessment,
        convention:
            "Working days after the start, up to and with the day of authorisation: the same day is 0.",
        cannotTell: "Assessments that are still open are not in it.", basis: "DfE, duration of assessments",
        annexA: { view in timed(view, view.months).map { timed, rows in timed.lengths(rows.units, rows.unit) }
        },
        census: { view in timed(view).lengths(.none, view.unit(view.file.assessments.count)) })

    private static let lastDays = Indicator(
        "assessments.lastDays", .assessment, "Assessments that finish on working days 41 to 45",
        asks: "Is the limit taken for the target?",
        counts: "assessments authorised in the period, 41 to 45 working days after they started",
        of: "assessments authorised in the period", leavingOut: "assessments authorised before they started",
        .neutral, .episodes, clock: .assessment,
        convention: "From the start of the assessment; the same day is 0.",
        cannotTell: "Why an assessment took as long as it did.",
        basis: "DfE, assessments by duration, band of 41 to 45 days",
        annexA: { view in
            timed(view, view.months).map { timed, rows in
                rows.byDate(view.months, timed.end, mayBeOpen: true) { atTheLimit(timed, $0) }
            }
        },
        census: { view in
            let timed = timed(view)
            return view.byDate(timed.end, view.file.assessments.count, mayBeOpen: true) {
                atTheLimit(timed, $0)
            }
        })

    private static let childSeen = Indicator(
        "assessments.childSeen", .assessment, "Child seen in the assessment",
        asks: "Does somebody see the child before deciding about them?",
        counts: "assessments authorised in the period for which the child was seen",
        of: "assessments authorised in the period; an unknown answer counts as not seen",
        leavingOut: "assessments without an answer", .up, .episodes,
        cannotTell: "Whether the child was seen alone; some files mix the two.", basis: "Annex A, List 4",
        annexA: { view in
            guard let rows = view[.assessments], let end = rows.days(.assessmentEnd),
                let seen = rows.verdicts(.seenInAssessment, yes: ["Yes"])
            else { return nil }
            return rows.byDate(view.months, end, mayBeOpen: true) { seen[$0] }
        })

    private static let needsSupport = Indicator(
        "assessments.needsSupport", .assessment, "Assessments that find that the child needs support",
        asks: "How often does an assessment lead to help?",
        counts:
            "assessments authorised in the period whose outcome is that the child needs social care support",
        of: "assessments authorised in the period", leavingOut: "assessments without an outcome", .neutral,
        .episodes,
        cannotTell:
            "The census has no outcome of an assessment: every one counts whose episode was not closed after"
            + " assessment (RC8, RC9).",
        basis: "Annex A, List 4; census, reason for closure",
        annexA: { view in
            guard let rows = view[.assessments], let end = rows.days(.assessmentEnd),
                let needs = rows.verdicts(.needsSupport, yes: ["Yes"])
            else { return nil }
            return rows.byDate(view.months, end, mayBeOpen: true) { needs[$0] }
        },
        census: { view in
            let file = view.file
            return view.byDate(Days(file.assessments.end), file.assessments.count, mayBeOpen: true) { row in
                let reason = file.episodes.reason[Int(file.assessments.owner[row])]
                return reason == .unreadable ? .excluded : reason == "RC8" || reason == "RC9" ? .no : .yes
            }
        })

    private static func timed(_ view: AnnexAView, _ reckoning: Reckoning) -> (Timed, ListRows)? {
        guard let rows = view[.assessments], let start = rows.days(.assessmentStart),
            let end = rows.days(.assessmentEnd)
        else { return nil }
        return (Timed(reckoning: reckoning, start: start, end: end, limit: limit), rows)
    }

    private static func timed(_ view: CensusView) -> Timed {
        Timed(
            reckoning: view.reckoning, start: Days(view.file.assessments.start),
            end: Days(view.file.assessments.end), limit: limit)
    }

    private static func atTheLimit(_ timed: Timed, _ row: Int) -> Verdict {
        guard Days.isDay(timed.start[row]), timed.start[row] <= timed.end[row] else { return .excluded }
        let days = timed.reckoning.workingDays(timed.start[row], timed.end[row])
        return days > 40 && days <= limit ? .yes : .no
    }

    /// Of each episode's assessments the one that started first; of several on a day the first in the file.
    private static func firstOfEpisode(_ file: CINReturn) -> [Bool] {
        let starts = Days(file.assessments.start)
        var isFirst = [Bool](repeating: false, count: file.assessments.count)
        let spans = Spans(file.assessments.owner, of: file.episodes.count)
        for episode in 0..<file.episodes.count {
            if let first = spans[episode].filter({ Days.isDay(starts[$0]) }).min(by: {
                starts[$0] < starts[$1]
            }) {
                isFirst[first] = true
            }
        }
        return isFirst
    }
}
