import Kernel
import ReturnFormats

/// Child protection plans that are open on the day: how many, why, and for how long.
enum OpenPlanIndicators {
    static let all = [open, rate] + AbuseCategory.all.map(category) + [open18, open24]

    private static let own =
        "Plans of other authorities that the child lives under for a time should not be in the file;"
        + " where they are, it does not say so."
    private static let once =
        "rows of a child but the latest; plans without a start, or that start after the day"

    private static let open = Indicator(
        "plans.open", .protection, over: .day, "Children on a protection plan",
        asks: "How many children are on a plan?", as: .count,
        counts: "children with a plan that started by the day and had not ended", leavingOut: once, .neutral,
        .children, convention: "Unborn children count.", cannotTell: own,
        basis: "DfE, Children in need: plans at 31 March",
        annexA: { onTheDay($0) { _, _ in .yes } }, census: { onTheDay($0) { _, _ in .yes } })

    private static let rate = Indicator(
        "plans.openRate", .protection, over: .day, "Children on a protection plan, of 10,000",
        asks: "Is that many for this place?", as: .rate,
        counts: "children with a plan that started by the day and had not ended",
        of: "people aged 0 to 17, the ONS's estimate of the middle of the year", leavingOut: once, .neutral,
        .children, convention: "Unborn children count. The authority enters its population.", cannotTell: own,
        basis: "DfE, Children in need: plans at 31 March per 10,000",
        annexA: { view in
            onTheDay(view) { _, _ in .yes }.flatMap { $0.rate(view.day, view.settings.population) }
        },
        census: { view in onTheDay(view) { _, _ in .yes }.rate(view.reckoning, view.settings.population) })

    private static func category(_ category: AbuseCategory) -> Indicator {
        Indicator(
            "plans.category.\(category.key)", .protection, over: .day,
            "Children on a plan for \(category.words)", asks: "From what are children protected?",
            counts: "children on a plan whose latest category is \(category.words)",
            of: "children on a plan", leavingOut: once + "; plans without a category", .neutral, .children,
            convention: "The latest category; the first is that of plans started.",
            cannotTell: "\"Multiple\" hides which; some files write several as text.",
            basis: "DfE, Children in need: plans at 31 March by latest category",
            annexA: { view in
                guard let codes = view[.protection]?.verdicts(.latestCategory, yes: [category.annexA])
                else { return nil }
                return onTheDay(view) { _, row in codes[row] }
            },
            census: { view in
                onTheDay(view) { _, plan in category.verdict(view.file.protectionPlans.latestCategory[plan]) }
            })
    }

    private static let open18 = longer(18, "plans.open18", "18 months")
    private static let open24 = longer(24, "plans.open24", "two years")

    private static func longer(_ months: Int, _ id: String, _ words: String) -> Indicator {
        Indicator(
            id, .protection, over: .day, "Plans open for \(words) or longer",
            asks: "Do plans drift?", counts: "open plans that started \(words) or longer before the day",
            of: "open plans", leavingOut: once, .down, .children,
            convention: "Calendar months. Not the plans that ended after so long.",
            cannotTell: "What an earlier plan of the same child took.",
            basis: "Commonly watched beside the published plans that ended after two years",
            annexA: { view in
                onTheDay(view) { start, _ in view.day.isOld(start, months: months) }
            },
            census: { view in
                onTheDay(view) { start, _ in view.reckoning.isOld(start, months: months) }
            })
    }

    /// Of each open plan, by its start and its row, what `verdict` says.
    private static func onTheDay(_ view: AnnexAView, _ verdict: (Int32, Int) -> Verdict) -> Tally? {
        guard let plans = ProtectionClocks(view) else { return nil }
        return plans.rows.onTheDay(view.day, once: plans.isLatest(view)) { row in
            plans.openVerdict(row) { verdict(plans.start[row], row) }
        }
    }

    private static func onTheDay(_ view: CensusView, _ verdict: (Int32, Int) -> Verdict) -> Tally {
        let plans = CensusPlans(view)
        return view.onTheDay(plans.count) { plan in
            let isOpen = plans.isOpen(plan)
            return isOpen == .yes ? verdict(plans.start[plan], plan) : isOpen
        }
    }
}

/// Why a child is on a plan: a code of each file.
struct AbuseCategory: Sendable {
    let key: String
    let words: String
    let annexA: String
    let census: CodeCell

    static let all = [
        AbuseCategory(key: "neglect", words: "neglect", annexA: "Neglect", census: "NEG"),
        AbuseCategory(key: "physical", words: "physical abuse", annexA: "Physical abuse", census: "PHY"),
        AbuseCategory(key: "sexual", words: "sexual abuse", annexA: "Sexual abuse", census: "SAB"),
        AbuseCategory(key: "emotional", words: "emotional abuse", annexA: "Emotional abuse", census: "EMO"),
        AbuseCategory(
            key: "multiple", words: "several categories", annexA: "Multiple/not recommended", census: "MUL"),
    ]

    func verdict(_ code: CodeCell) -> Verdict {
        Self.all.contains { $0.census == code } ? (code == census ? .yes : .no) : .excluded
    }
}

extension Reckoning {
    func isOld(_ start: Int32, months: Int) -> Verdict {
        due(start, months: months) <= asAt.number ? .yes : .no
    }
}
