extension ClockRule {
    /// Conferences, core groups, visits and reviews of child protection and of children in need; supervision.
    static let protection: [ClockRule] = [
        ClockRule(
            .initialConference, "strategy discussion that began the section 47 enquiry",
            to: "initial conference held", ClockLimit(15, .workingDays), .guidance, .secondary,
            "Working Together, every edition since 1999", from: 2000_01_01),
        ClockRule(
            .initialConferenceStatistic, "section 47 enquiry started, as recorded",
            to: "initial conference held", ClockLimit(15, .workingDays), .statistic, .primary,
            "DfE, children in need statistics since 2012/13", from: 2012_04_01),
        ClockRule(
            .firstCoreGroup, "initial conference", to: "first core group", ClockLimit(10, .workingDays),
            .guidance, .secondary, "Working Together", from: 2000_01_01),
        ClockRule(
            .nextCoreGroup, "last core group", to: "next core group", ClockLimit(6, .weeks), .local,
            .secondary,
            "No national limit: commonly 4 to 6 weeks"),
        ClockRule(
            .firstReviewConference, "initial conference", to: "first review conference",
            ClockLimit(3, .months), .guidance, .secondary, "Working Together", from: 2000_01_01),
        ClockRule(
            .nextReviewConference, "last review conference", to: "next review conference",
            ClockLimit(6, .months), .guidance, .secondary, "Working Together", from: 2000_01_01),
        ClockRule(
            .protectionVisit, "child last seen", "plan started", to: "child on a protection plan seen",
            ClockLimit(10, .workingDays), .local, .secondary,
            "No national limit: usually 10 working days, up to 4 weeks"),
        ClockRule(
            .needVisit, "child last seen", "plan started", to: "child in need seen",
            ClockLimit(20, .workingDays), .local, .secondary,
            "No national limit: 20 working days to 6 weeks"),
        ClockRule(
            .needReview, "plan started, or last review", to: "plan reviewed", ClockLimit(3, .months), .local,
            .secondary, "No national limit: 6 weeks to 3 months, then up to 6 months"),
        ClockRule(
            .initialReport, "initial conference", to: "report shared with the family",
            ClockLimit(2, .workingDays, .before), .local, .secondary,
            "No national limit: commonly 2 or 3 working days before"),
        ClockRule(
            .reviewReport, "review conference", to: "report shared with the family",
            ClockLimit(5, .workingDays, .before), .local, .secondary,
            "No national limit: commonly 5 working days before"),
        ClockRule(
            .conferenceDecision, "conference", to: "decisions sent", ClockLimit(5, .workingDays), .local,
            .unverified, "No national limit: commonly 1 to 5 working days"),
        ClockRule(
            .conferenceMinutes, "conference", to: "full record sent", ClockLimit(20, .workingDays), .local,
            .unverified, "No national limit: commonly 15 to 20 working days"),
        ClockRule(
            .supervision, "last supervision", to: "supervision held", ClockLimit(1, .months), .local,
            .secondary,
            "No national limit: at least monthly is the common floor"),
        ClockRule(
            .supervisionProtection, "case last discussed", to: "case of a protection plan discussed",
            ClockLimit(2, .months), .local, .secondary, "No national limit: at least every two months"),
    ]
}
