/// Two dates of a row that must follow one another, and do not. The same day is well.
struct DatesInOrder: AnnexARule {
    let id: String
    let severity: ReturnRuleSeverity
    let title: String
    let meaning: String
    let advice: String
    private let list: AnnexAList
    private let first: AnnexAField
    private let second: AnnexAField

    var reads: [AnnexAUse] { [AnnexAUse(list, first, second)] }

    private init(
        _ name: String, _ list: AnnexAList, _ first: AnnexAField, _ second: AnnexAField, _ title: String,
        _ severity: ReturnRuleSeverity = .error, meaning: String = DatesInOrder.uncounted,
        advice: String = "Find the right dates in the case system and correct the wrong one there."
    ) {
        id = "AA.dates.order.\(name)"
        self.list = list
        self.first = first
        self.second = second
        self.title = title
        self.severity = severity
        self.meaning = meaning
        self.advice = advice
    }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        guard let table = index.file[list] else { return hits }
        let (earlier, later) = (index.days(list, first), index.days(list, second))
        guard earlier.isThere, later.isThere else { return hits }
        for row in 0..<table.rows {
            if let start = earlier[row], let end = later[row], end < start {
                hits.add(row, of: table, second)
            }
        }
        return hits
    }

    private static let uncounted =
        "One of the two dates is wrong, and what is counted from them would be below zero."
    private static let other =
        "The later date may belong to an earlier case of the child, or a date was mistyped. What is counted from them is wrong."

    static let all: [any AnnexARule] = [
        DatesInOrder(
            "earlyHelp", .earlyHelp, .helpStart, .helpEnd, "An early-help assessment ends before it starts"),
        DatesInOrder(
            "assessment", .assessments, .assessmentStart, .assessmentEnd,
            "An assessment is authorised before it starts"),
        DatesInOrder(
            "conference", .enquiries, .strategyDiscussion, .conference,
            "An initial conference is held before the strategy discussion"),
        DatesInOrder("need", .need, .needStart, .needClosure, "A case in need closes before it starts"),
        DatesInOrder(
            "plan", .protection, .planStart, .planEnd, "A child protection plan ends before it starts"),
        DatesInOrder(
            "planReview", .protection, .planStart, .latestReviewConference,
            "The latest review conference was held before the plan started", .query, meaning: other),
        DatesInOrder(
            "planVisit", .protection, .planStart, .lastVisit,
            "The last visit was made before the plan started",
            .query, meaning: other),
        DatesInOrder(
            "planVisitEnd", .protection, .lastVisit, .planEnd, "The last visit was made after the plan ended",
            .query, meaning: other),
        DatesInOrder("care", .care, .careStart, .careEnd, "A period of care ends before it starts"),
        DatesInOrder(
            "legalStatus", .care, .careStart, .legalStatusStart,
            "The current legal status starts before the period of care", .query, meaning: other),
        DatesInOrder(
            "placement", .care, .careStart, .placementStart,
            "The latest placement starts before the period of care", .query, meaning: other),
        DatesInOrder(
            "placementEnd", .care, .placementStart, .careEnd,
            "The latest placement starts after the period of care ended"),
        DatesInOrder(
            "careReview", .care, .careStart, .latestCareReview,
            "The latest statutory review was held before the period of care", .query, meaning: other),
        DatesInOrder(
            "careVisit", .care, .careStart, .lastCareVisit,
            "The last social work visit was made before the period of care", .query, meaning: other),
    ]
}
