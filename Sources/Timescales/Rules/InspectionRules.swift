extension ClockRule {
    /// Serious incidents and the reviews of them.
    static let review: [ClockRule] = [
        ClockRule(
            .seriousIncident, "authority became aware", to: "national Panel notified",
            ClockLimit(5, .workingDays), .statute, .secondary, "Children Act 2004 s16C", from: 2018_06_29),
        ClockRule(
            .rapidReview, "authority became aware", "Panel notified", to: "rapid review sent to the Panel",
            ClockLimit(15, .workingDays), .guidance, .secondary,
            "Working Together 2018 and since: areas differ on the first day", from: 2018_06_29),
        ClockRule(
            .practiceReview, "decision to review", to: "report published", ClockLimit(6, .months), .guidance,
            .secondary, "Working Together 2018 and since", from: 2018_06_29),
        ClockRule(
            .seriousCaseReview, "decision to review", to: "review completed", ClockLimit(4, .months),
            .guidance,
            .unverified, "Working Together 1999 and 2006", from: 2000_01_01, through: 2010_03_16),
        ClockRule(
            .seriousCaseReview, "decision to review", to: "review completed", ClockLimit(6, .months),
            .guidance,
            .unverified, "Working Together 2010; last reviews by 29 September 2019", from: 2010_03_17,
            through: 2019_09_29),
    ]

    /// Inspection, and what has to follow it.
    static let inspection: [ClockRule] = [
        ClockRule(
            .reportSent, "authority received the report", to: "report sent to partners",
            ClockLimit(30, .workingDays), .statute, .primary, "SI 2007/462 reg 2", from: 2007_04_01),
        ClockRule(
            .actionPlan, "authority received the report",
            to: "written statement of action published and sent",
            ClockLimit(70, .workingDays), .statute, .secondary,
            "Education and Inspections Act 2006 s137; SI 2007/462", from: 2007_04_01),
        ClockRule(
            .draftPlan, "letter with an area for priority action", to: "draft plan shared",
            ClockLimit(20, .workingDays), .guidance, .secondary, "Ofsted, since August 2018", from: 2018_08_01
        ),
        ClockRule(
            .monitoringVisit, "report of inadequate, or last visit", to: "monitoring visit",
            ClockLimit(3, .months), .local, .secondary, "Ofsted: about quarterly"),
        ClockRule(
            .departmentReview, "notice or direction, or last review", to: "review of progress by the DfE",
            ClockLimit(6, .months), .local, .secondary, "DfE: about every six months"),
        ClockRule(
            .selfEvaluation, "last self-evaluation", to: "next", ClockLimit(12, .months), .local, .secondary,
            "Ofsted: yearly, with the annual conversation"),
        ClockRule(
            .jointInspectionPlan, "joint letter received", to: "written statement of the partners",
            ClockLimit(70, .workingDays), .statute, .unverified, "Joint targeted area inspections"),
    ]
}
