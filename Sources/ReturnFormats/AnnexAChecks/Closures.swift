/// A reason for an end without its date, or the date without a reason.
struct ClosureHalved: AnnexARule {
    let id: String
    let severity = ReturnRuleSeverity.error
    let title: String
    let meaning: String
    let advice = "Complete the closing in the case system, or take back the half that is not true."
    private let list: AnnexAList
    private let date: AnnexAField
    private let reason: AnnexAField
    private let wantsDate: Bool

    var reads: [AnnexAUse] { [AnnexAUse(list, date, reason)] }

    private init(
        _ name: String, _ list: AnnexAList, _ date: AnnexAField, _ reason: AnnexAField, wantsDate: Bool,
        _ title: String
    ) {
        id = "AA.closure.\(name).\(wantsDate ? "reasonOnly" : "dateOnly")"
        self.list = list
        self.date = date
        self.reason = reason
        self.wantsDate = wantsDate
        self.title = title
        meaning =
            wantsDate
            ? "The case counts as open though it may have ended." : "Nobody can tell why the case ended."
    }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let (dates, reasons) = (index.days(list, date), index.says(list, reason))
        guard dates.isThere, reasons.isThere else { return index.hits() }
        return index.rows(of: list, wantsDate ? date : reason) { _, row in
            wantsDate ? reasons[row] && dates.isEmpty(row) : !reasons[row] && !dates.isEmpty(row)
        }
    }

    static let all: [any AnnexARule] = [
        ClosureHalved(
            "need", .need, .needClosure, .closureReason, wantsDate: true,
            "A case in need has a reason for closing and no date"),
        ClosureHalved(
            "need", .need, .needClosure, .closureReason, wantsDate: false,
            "A case in need is closed without a reason"),
        ClosureHalved(
            "care", .care, .careEnd, .careEndReason, wantsDate: true,
            "A period of care has a reason for its end and no date"),
        ClosureHalved(
            "care", .care, .careEnd, .careEndReason, wantsDate: false,
            "A period of care ended without a reason"),
        ClosureHalved(
            "adoption", .adoption, .adoptionReversed, .adoptionReversedReason, wantsDate: true,
            "A decision against adoption has a reason and no date"),
        ClosureHalved(
            "adoption", .adoption, .adoptionReversed, .adoptionReversedReason, wantsDate: false,
            "A decision against adoption has no reason"),
        ClosureHalved(
            "adopters", .adopters, .leftAdoption, .leftAdoptionReason, wantsDate: true,
            "An adopter has a reason for leaving and no date"),
        ClosureHalved(
            "adopters", .adopters, .leftAdoption, .leftAdoptionReason, wantsDate: false,
            "An adopter left without a reason"),
    ]
}

/// Closed by status and open by date, or the reverse.
struct StatusAgainstClosure: AnnexARule {
    let id = "AA.closure.need.status"
    let severity = ReturnRuleSeverity.error
    let title = "The status of a case in need does not go with its closing date"
    let meaning = "The case counts as open by the one and as closed by the other."
    let advice = "Find out whether the case is open, and correct the status or the date."
    let reads = [AnnexAUse(.need, .caseStatus, .needClosure)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let dates = index.days(.need, .needClosure)
        let closed = index.codes(.need, .caseStatus, are: "Closed episode")
        let open = index.codes(
            .need, .caseStatus, are: "Looked after child", "Child Protection plan", "Child in need plan",
            "Open assessment")
        guard dates.isThere, closed.isThere else { return index.hits() }
        return index.rows(of: .need, .caseStatus) { _, row in
            dates.isEmpty(row) ? closed[row] : open[row]
        }
    }
}

/// A case that ended before the window of the file.
struct ClosedBeforeWindow: AnnexARule {
    let id = "AA.window.closed"
    let severity = ReturnRuleSeverity.query
    let title = "A case ended more than six months before the day of the file"
    let meaning =
        "The lists of need, plans and care look back six months: counts of those who left are too high."
    let advice = "Let the export leave out cases that ended earlier, or check the day of the file."
    let reads = [
        AnnexAUse(.need, .needClosure), AnnexAUse(.protection, .planEnd), AnnexAUse(.care, .careEnd),
    ]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for (list, field) in [
            (AnnexAList.need, AnnexAField.needClosure), (.protection, .planEnd), (.care, .careEnd),
        ] {
            let days = index.days(list, field)
            hits.add(
                index.rows(of: list, field) { _, row in days[row].map { $0 < index.windowStart } ?? false })
        }
        return hits
    }
}

/// A contact, or a referral, from before the window of the file.
struct EventBeforeWindow: AnnexARule {
    let id: String
    let severity = ReturnRuleSeverity.query
    let title: String
    let meaning =
        "The list looks back six months: counts by month and rates are too high, or the day of the file is wrong."
    let advice = "Let the export leave out earlier rows, or check the day of the file."
    private let list: AnnexAList
    private let field: AnnexAField

    var reads: [AnnexAUse] { [AnnexAUse(list, field)] }

    private init(_ name: String, _ list: AnnexAList, _ field: AnnexAField, _ title: String) {
        id = "AA.window.\(name)"
        self.list = list
        self.field = field
        self.title = title
    }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let days = index.days(list, field)
        return index.rows(of: list, field) { _, row in days[row].map { $0 < index.windowStart } ?? false }
    }

    static let all: [any AnnexARule] = [
        EventBeforeWindow(
            "contacts", .contacts, .contact,
            "A contact was made more than six months before the day of the file"),
        EventBeforeWindow(
            "referrals", .referrals, .referral,
            "A referral was received more than six months before the day of the file"),
    ]
}
