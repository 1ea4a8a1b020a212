import Kernel
import ReturnFormats
import Timescales

/// Reviews of protection plans and visits to the children on them.
enum PlanReviewIndicators {
    static let all = [onTime, inDate, held, visitInDate, seenAlone, seenAloneUnknown]

    private static let once =
        "rows of a child but the latest; plans whose dates cannot be read or stand after the day"

    private static let onTime = Indicator(
        "plans.reviewsOnTime", .protection, over: .day, "Plans with every review on time",
        asks: "Is every plan reviewed when it should be?",
        counts:
            "plans open for 3 months or longer with the first review 3 months or less after the start, every later"
            + " one 6 months or less after the one before, and none overdue on the day",
        of: "plans open for 3 months or longer", leavingOut: once, .up, .children,
        clock: .nextReviewConference,
        convention: "Calendar months. One late review spoils the plan until it ends.",
        cannotTell: "Annex A gives the latest review only.", basis: "DfE, Children in need; once NI 67",
        census: { view in
            let reviews = CensusReviews(view)
            return view.onTheDay(reviews.plans.count) { plan in
                let isOpen = reviews.plans.isOpen(plan)
                guard isOpen == .yes else { return isOpen }
                guard view.reckoning.isOld(reviews.plans.start[plan], months: 3) == .yes else { return .out }
                guard reviews.areReadable(plan) else { return .excluded }
                return reviews.steps(plan).allSatisfy { $0.isInTime(on: view.asAt.number) } ? .yes : .no
            }
        })

    private static let inDate = Indicator(
        "plans.reviewInDate", .protection, over: .day, "Plans whose review is in date",
        asks: "Which plans wait for a review?",
        counts:
            "open plans with a review in the 6 months before the day, or none yet and 3 months old or less",
        of: "open plans", leavingOut: once, .up, .children, clock: .nextReviewConference,
        convention: "Calendar months, from the latest review, or from the start where there is none since.",
        cannotTell: "Whether earlier reviews were on time: it is not the published figure.",
        basis: "What the latest review tells of the limits of 3 and 6 months",
        annexA: { view in
            guard let plans = ProtectionClocks(view) else { return nil }
            return plans.rows.onTheDay(view.day, once: plans.isLatest(view)) {
                plans.review($0).inDate(on: view.asAt.number)
            }
        },
        census: { view in
            let reviews = CensusReviews(view)
            return view.onTheDay(reviews.plans.count) { plan in
                let isOpen = reviews.plans.isOpen(plan)
                guard isOpen == .yes else { return isOpen }
                guard reviews.areReadable(plan), let next = reviews.steps(plan).last else { return .excluded }
                return next.due >= view.asAt.number ? .yes : .no
            }
        })

    private static let held = Indicator(
        "plans.reviewsHeld", .protection, "Reviews of plans held by the day they were due",
        asks: "Are reviews held when they are due?",
        counts: "reviews due in the period that were held by the day they were due",
        of: "reviews due in the period of plans that were open on that day", leavingOut: once, .up, .episodes,
        clock: .nextReviewConference,
        convention:
            "The first is due 3 months after the start, each other one 6 months after the one before it was"
            + " held. A review counts in the period in which it was due.",
        overdue:
            "reviews not held by the end of the period that were due in it or before, of plans still open",
        cannotTell: "A date that a conference set itself, sooner than the limit.",
        basis: "The limits of 3 and 6 months, review by review",
        census: { view in
            let reviews = CensusReviews(view)
            var tally = Tally(view.reckoning, .none)
            for plan in 0..<reviews.plans.count {
                guard Days.isDay(reviews.plans.start[plan]), reviews.areReadable(plan) else {
                    tally.add(.excluded, view.reckoning.last, 0)
                    continue
                }
                for step in reviews.steps(plan) { reviews.count(step, of: plan, &tally) }
            }
            return tally
        })

    private static let visitInDate = Indicator(
        "plans.visitInDate", .protection, over: .day, "Children on a plan whose visit is in date",
        asks: "Which children on a plan has nobody seen for too long?",
        counts:
            "children on a plan visited within the local interval (10 working days, or what the authority set)",
        of: "children on a plan", leavingOut: once, .up, .children, clock: .protectionVisit,
        convention: "From the last visit, or from the plan's start where there is none since.",
        cannotTell:
            "Visits by others than the lead social worker; visits before the last. There is no national"
            + " interval.",
        basis: "Annex A, List 7; the authority's own standard",
        annexA: { view in
            guard let plans = ProtectionClocks(view) else { return nil }
            return plans.rows.onTheDay(view.day, once: plans.isLatest(view)) {
                plans.visit($0).inDate(on: view.asAt.number)
            }
        })

    private static let seenAlone = Indicator(
        "plans.seenAlone", .protection, over: .day, "Children on a plan seen alone at the last visit",
        asks: "Does somebody hear the child without the family?",
        counts: "children on a plan seen alone at the last visit", of: "children on a plan",
        leavingOut: once + "; children under the age that the authority set", .up, .children,
        convention: "Not known, and never visited, count as not seen alone.",
        cannotTell: "Visits before the last. A baby cannot be seen alone in this sense.",
        basis: "Annex A, List 7",
        annexA: { view in alone(view, ["Yes"], empty: .no) })

    private static let seenAloneUnknown = Indicator(
        "plans.seenAloneUnknown", .protection, over: .day, "Children on a plan, not known whether seen alone",
        asks: "Can the authority tell at all?",
        counts: "children on a plan for whom the file says \"Unknown\", or nothing, of being seen alone",
        of: "children on a plan", leavingOut: once + "; children under the age that the authority set", .down,
        .children, cannotTell: "Why it is not known.", basis: "Annex A, List 7: what is unknown, kept apart",
        annexA: { view in alone(view, ["Unknown"], empty: .yes) })

    private static func alone(_ view: AnnexAView, _ yes: Set<String>, empty: Verdict) -> Tally? {
        guard let plans = ProtectionClocks(view),
            let codes = plans.rows.verdicts(.seenAlone, yes: yes, empty: empty)
        else { return nil }
        let ages = Ages(plans.rows, view.day)
        return plans.rows.onTheDay(view.day, once: plans.isLatest(view)) { row in
            plans.openVerdict(row) {
                if let from = view.settings.seenAloneFromAge {
                    guard ages.isUnder(from, row) == false else { return .excluded }
                }
                return codes[row]
            }
        }
    }
}

/// The reviews of a census, plan by plan, in order.
struct CensusReviews {
    struct Step {
        let due: Int32
        /// Nil where it was not held by the day of the file.
        let held: Int32?

        func isInTime(on day: Int32) -> Bool { held.map { $0 <= due } ?? (due >= day) }
    }

    let plans: CensusPlans
    private let dates: Days
    private let spans: Spans
    private let reckoning: Reckoning

    init(_ view: CensusView) {
        plans = CensusPlans(view)
        dates = Days(view.file.reviews.date)
        spans = Spans(view.file.reviews.owner, of: view.file.protectionPlans.count)
        reckoning = view.reckoning
    }

    /// No date of its reviews is unreadable or stands after the day of the file.
    func areReadable(_ plan: Int) -> Bool {
        spans[plan].allSatisfy {
            dates[$0] == Days.missing || Days.isDay(dates[$0]) && dates[$0] <= reckoning.asAt.number
        }
    }

    /// Every review with the day that it was due, and at the end the next one, not held yet.
    func steps(_ plan: Int) -> [Step] {
        let start = plans.start[plan]
        var due = reckoning.due(start, months: 3)
        var steps: [Step] = []
        for date in spans[plan].map({ dates[$0] }).filter({ Days.isDay($0) && $0 > start }).sorted() {
            steps.append(Step(due: due, held: date))
            due = reckoning.due(date, months: 6)
        }
        return steps + [Step(due: due, held: nil)]
    }

    func count(_ step: Step, of plan: Int, _ tally: inout Tally) {
        let end = Days.isDay(plans.end[plan]) ? plans.end[plan] : Int32.max
        // Ended by the day it was due, the plan needed it no more; due today, it may still be held.
        guard step.held != nil || end > step.due && step.due < reckoning.asAt.number else { return }
        let place = reckoning.place(step.due)
        if place >= 0 { tally.add(step.held.map { $0 <= step.due } ?? false ? .yes : .no, place, 0) }
        for (place, span) in reckoning.spans.enumerated() {
            let last = span.period.last.number
            if step.due < last, step.held ?? .max > last, end > last { tally.addOverdue(place, 0) }
        }
    }
}
