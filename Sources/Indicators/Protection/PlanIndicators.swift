import Kernel
import ReturnFormats

/// Child protection plans that start and end: how many, how often again, after how long.
enum PlanIndicators {
    static let all =
        [started] + AbuseCategory.all.map(startedFor) + [
            repeated, repeatedIn24, ended, endedAfter24, endedWithin3,
        ]

    private static let latestOnly =
        "Annex A gives a child's latest plan only: an earlier one of the same six months is not in it."

    private static let started = Indicator(
        "plans.started", .protection, "Protection plans started",
        asks: "How many children come onto a plan?", as: .count, counts: "plans that started in the period",
        .neutral, .episodes, cannotTell: latestOnly,
        basis: "DfE, Children in need: plans started in the year",
        annexA: { byStart($0) { _ in .yes } }, census: { byStart($0) { _ in .yes } })

    private static func startedFor(_ category: AbuseCategory) -> Indicator {
        Indicator(
            "plans.startedFor.\(category.key)", .protection, "Plans started for \(category.words)",
            asks: "From what are children to be protected?",
            counts: "plans that started in the period for \(category.words)",
            of: "plans that started in the period",
            leavingOut: "plans without a first category", .neutral, .episodes,
            convention: "The first category; the latest is that of open plans.", cannotTell: latestOnly,
            basis: "DfE, Children in need: plans started by initial category",
            annexA: { view in
                guard let codes = view[.protection]?.verdicts(.initialCategory, yes: [category.annexA])
                else { return nil }
                return byStart(view) { codes[$0] }
            },
            census: { view in
                byStart(view) { category.verdict(view.file.protectionPlans.initialCategory[$0]) }
            })
    }

    private static let repeated = Indicator(
        "plans.repeat", .protection, "Plans started for a child who had one before",
        asks: "Do plans that ended hold?",
        counts: "plans that started in the period for a child with an earlier plan, however long ago",
        of: "plans that started in the period", leavingOut: "plans without the count of earlier ones", .down,
        .episodes,
        cannotTell: "Plans of this authority only; not when the earlier one ended. " + latestOnly,
        basis: "LG Inform 100, once NI 65: regardless of how long ago",
        annexA: { view in
            guard let earlier = view[.protection]?.counts(.previousPlans) else { return nil }
            return byStart(view) { verdict(earlier[$0]) }
        },
        census: { view in byStart(view) { verdict(view.file.protectionPlans.previous[$0]) } })

    private static let repeatedIn24 = Indicator(
        "plans.repeatIn24", .protection, "Plans started within two years of the end of another",
        asks: "Do children come back onto a plan soon?",
        counts:
            "plans that started in the period no more than 24 months after an earlier plan of the child ended",
        of: "plans that started in the period", .down, .episodes,
        convention: "Calendar months, end to start.",
        cannotTell:
            "A census holds the plans of its year: one that ended before 1 April is in an earlier file, so that"
            + " the figure comes out low. Annex A gives no date of an earlier plan.",
        basis: "Common local measure",
        census: { view in
            let plans = CensusPlans(view)
            return byStart(view) { plan in
                let start = plans.start[plan]
                let earliest = view.reckoning.due(start, months: -24)
                return plans.siblings(plan).contains {
                    $0 != plan && Days.isDay(plans.end[$0]) && plans.end[$0] <= start
                        && plans.end[$0] >= earliest && plans.start[$0] < start
                } ? .yes : .no
            }
        })

    private static let ended = Indicator(
        "plans.ended", .protection, "Protection plans ended",
        asks: "How many children come off a plan?", as: .count, counts: "plans that ended in the period",
        .neutral, .episodes, cannotTell: latestOnly, basis: "DfE, Children in need: plans ended in the year",
        annexA: { byEnd($0) { _, _, _ in .yes } }, census: { byEnd($0) { _, _, _ in .yes } })

    private static let endedAfter24 = Indicator(
        "plans.endedAfter24", .protection, "Plans ended that lasted two years or longer",
        asks: "Did plans drift before they ended?",
        counts: "plans that ended in the period 24 months or more after they started",
        of: "plans that ended in the period", leavingOut: "plans that ended before they started", .down,
        .episodes, convention: "Calendar months. Not the plans that are open.", cannotTell: latestOnly,
        basis: "DfE, Children in need; once NI 64",
        annexA: { byEnd($0, after24) }, census: { byEnd($0, after24) })

    private static let endedWithin3 = Indicator(
        "plans.endedWithin3", .protection, "Plans ended that lasted three months or less",
        asks: "Do plans end at the first review?",
        counts: "plans that ended in the period 3 months or less after they started",
        of: "plans that ended in the period", leavingOut: "plans that ended before they started", .neutral,
        .episodes, convention: "Calendar months.", cannotTell: latestOnly,
        basis: "DfE, Children in need: plans ended by duration",
        annexA: { byEnd($0, within3) }, census: { byEnd($0, within3) })

    private static func after24(_ reckoning: Reckoning, _ start: Int32, _ end: Int32) -> Verdict {
        guard Days.isDay(start), start <= end else { return .excluded }
        return end >= reckoning.due(start, months: 24) ? .yes : .no
    }

    private static func within3(_ reckoning: Reckoning, _ start: Int32, _ end: Int32) -> Verdict {
        guard Days.isDay(start), start <= end else { return .excluded }
        return end <= reckoning.due(start, months: 3) ? .yes : .no
    }

    private static func verdict(_ earlier: CountCell) -> Verdict {
        guard let count = earlier.value, count >= 0 else { return .excluded }
        return count > 0 ? .yes : .no
    }

    private static func byStart(_ view: AnnexAView, _ verdict: (Int) -> Verdict) -> Tally? {
        guard let rows = view[.protection], let start = rows.days(.planStart) else { return nil }
        return rows.byDate(view.months, start, verdict)
    }

    private static func byStart(_ view: CensusView, _ verdict: (Int) -> Verdict) -> Tally {
        view.byDate(Days(view.file.protectionPlans.start), view.file.protectionPlans.count, verdict)
    }

    private static func byEnd(_ view: AnnexAView, _ verdict: (Reckoning, Int32, Int32) -> Verdict) -> Tally? {
        guard let rows = view[.protection], let start = rows.days(.planStart), let end = rows.days(.planEnd)
        else { return nil }
        return rows.byDate(view.months, end, mayBeOpen: true) { verdict(view.months, start[$0], end[$0]) }
    }

    private static func byEnd(_ view: CensusView, _ verdict: (Reckoning, Int32, Int32) -> Verdict) -> Tally {
        let plans = view.file.protectionPlans
        let (start, end) = (Days(plans.start), Days(plans.end))
        return view.byDate(end, plans.count, mayBeOpen: true) { verdict(view.reckoning, start[$0], end[$0]) }
    }
}
