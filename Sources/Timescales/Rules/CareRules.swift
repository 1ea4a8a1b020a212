extension ClockRule {
    /// Looked-after children and care leavers: the Care Planning Regulations (SI 2010/959) from 1 April 2011, and the
    /// reviews as they were before.
    static let care: [ClockRule] = reviews + visits + planning + leaving

    private static let regulations = 2011_04_01

    private static let reviews: [ClockRule] = [
        ClockRule(
            .firstCareReview, "became looked after", to: "first review", ClockLimit(4, .weeks), .statute,
            .unverified, "Review of Children's Cases Regulations 1991", through: 2011_03_31),
        ClockRule(
            .firstCareReview, "became looked after", to: "first review", ClockLimit(20, .workingDays),
            .statute,
            .primary, "SI 2010/959 reg 33(1)", from: regulations),
        ClockRule(
            .secondCareReview, "first review", to: "second review", ClockLimit(3, .months), .statute,
            .unverified, "Review of Children's Cases Regulations 1991", through: 2011_03_31),
        ClockRule(
            .secondCareReview, "first review", to: "second review", ClockLimit(3, .months), .statute,
            .primary,
            "SI 2010/959 reg 33(2)", from: regulations),
        ClockRule(
            .nextCareReview, "last review", to: "next review", ClockLimit(6, .months), .statute, .unverified,
            "Review of Children's Cases Regulations 1991", through: 2011_03_31),
        ClockRule(
            .nextCareReview, "last review", to: "next review", ClockLimit(6, .months), .statute, .primary,
            "SI 2010/959 reg 33(2)", from: regulations),
        ClockRule(
            .careReviewDecisions, "review", to: "decisions given", ClockLimit(5, .workingDays), .guidance,
            .unverified, "IRO Handbook", from: regulations),
        ClockRule(
            .careReviewRecord, "review", to: "record written", ClockLimit(15, .workingDays), .guidance,
            .unverified, "IRO Handbook", from: regulations),
        ClockRule(
            .careReviewSent, "review", to: "record sent", ClockLimit(20, .workingDays), .guidance,
            .unverified,
            "IRO Handbook", from: regulations),
        ClockRule(
            .reviewingOfficer, "became looked after", to: "reviewing officer named",
            ClockLimit(5, .workingDays), .guidance, .secondary, "IRO Handbook", from: regulations),
    ]

    /// Visits begin again with every change of placement.
    private static let visits: [ClockRule] = [
        ClockRule(
            .careVisitFirst, "placement started", to: "first visit", ClockLimit(1, .weeks), .statute,
            .primary,
            "SI 2010/959 reg 28(2)(a)", from: regulations),
        ClockRule(
            .careVisitFirstYear, "last visit", to: "visit in the first year of the placement",
            ClockLimit(6, .weeks), .statute, .primary, "SI 2010/959 reg 28(2)(b)", from: regulations),
        ClockRule(
            .careVisitLongTerm, "last visit", to: "visit after a year, placement meant to last to 18",
            ClockLimit(3, .months), .statute, .primary, "SI 2010/959 reg 28(2)(c)", from: regulations),
        ClockRule(
            .careVisitLongTermFostering, "last visit",
            to: "visit after a year of long-term fostering, where the child agrees", ClockLimit(6, .months),
            .statute, .secondary, "SI 2010/959 reg 28(3A), as amended in 2015", from: 2015_04_01),
        ClockRule(
            .careVisitParent, "placed with a parent before assessment, or last visit",
            to: "visit until the first review", ClockLimit(1, .weeks), .statute, .primary,
            "SI 2010/959 reg 28(3)", from: regulations),
        ClockRule(
            .careVisitParentLater, "last visit", to: "visit after the first review", ClockLimit(6, .weeks),
            .statute, .primary, "SI 2010/959 reg 28(3)", from: regulations),
        ClockRule(
            .careVisitConnected, "placed with a connected person for a time, or last visit",
            to: "visit until the first review", ClockLimit(1, .weeks), .statute, .primary,
            "SI 2010/959 reg 28(4)", from: regulations),
        ClockRule(
            .careVisitConnectedLater, "last visit", to: "visit after the first review", ClockLimit(4, .weeks),
            .statute, .primary, "SI 2010/959 reg 28(4)", from: regulations),
        ClockRule(
            .careVisitOrderHome, "care order made, child with a parent", to: "first visit",
            ClockLimit(1, .weeks), .statute, .primary, "SI 2010/959 reg 28(5)", from: regulations),
        ClockRule(
            .careVisitOrderHomeLater, "last visit", to: "next visit", ClockLimit(6, .weeks), .statute,
            .primary,
            "SI 2010/959 reg 28(5)", from: regulations),
    ]

    private static let planning: [ClockRule] = [
        ClockRule(
            .carePlan, "first placement started, where no plan was made before it", to: "care plan made",
            ClockLimit(10, .workingDays), .statute, .primary, "SI 2010/959 reg 4(2)", from: regulations),
        ClockRule(
            .placementPlan, "placement started", to: "placement plan made", ClockLimit(5, .workingDays),
            .statute, .unverified, "SI 2010/959 reg 9", from: regulations),
        ClockRule(
            .initialHealth, "became looked after", to: "initial health assessment and its report",
            ClockLimit(20, .workingDays), .statute, .secondary,
            "SI 2010/959 reg 7: in time for the first review",
            from: regulations),
        ClockRule(
            .reviewHealthUnderFive, "last health assessment", to: "next, under five", ClockLimit(6, .months),
            .statute, .secondary, "SI 2010/959 reg 7", from: regulations),
        ClockRule(
            .reviewHealth, "last health assessment", to: "next, from five up", ClockLimit(12, .months),
            .statute,
            .secondary, "SI 2010/959 reg 7", from: regulations),
        ClockRule(
            .educationPlanStart, "became looked after", to: "personal education plan started",
            ClockLimit(10, .workingDays), .guidance, .secondary,
            "Council procedures; several allow 20 working days", from: regulations),
        ClockRule(
            .educationPlanReady, "became looked after", to: "personal education plan ready",
            ClockLimit(20, .workingDays), .guidance, .secondary, "Council procedures: for the first review",
            from: regulations),
        ClockRule(
            .educationPlanReview, "last review of the plan", to: "next, each school term", nil, .guidance,
            .secondary, "Council procedures", from: regulations),
        ClockRule(
            .proceedings, "application for a care order", to: "final order", ClockLimit(26, .weeks), .statute,
            .unverified, "Children Act 1989 s32: may be extended by 8 weeks", from: 2014_04_22),
    ]

    private static let leaving: [ClockRule] = [
        ClockRule(
            .pathwayAssessment, "sixteenth birthday, or eligible later", to: "needs assessed",
            ClockLimit(3, .months), .statute, .primary, "SI 2010/959 reg 42(1)", from: regulations),
        ClockRule(
            .pathwayReview, "last review of the pathway plan", to: "next review", ClockLimit(6, .months),
            .statute, .unverified, "Care Leavers Regulations 2010 reg 7", from: regulations),
        ClockRule(
            .adviserAfterMove, "moved to new accommodation", to: "personal adviser visits",
            ClockLimit(7, .days),
            .statute, .unverified, "Care Leavers Regulations 2010 reg 8", from: regulations),
        ClockRule(
            .adviserFirstReview, "moved to new accommodation", to: "visit before the plan's review",
            ClockLimit(28, .days), .statute, .unverified, "Care Leavers Regulations 2010 reg 8",
            from: regulations),
        ClockRule(
            .adviserVisit, "last visit", to: "personal adviser visits", ClockLimit(2, .months), .statute,
            .unverified, "Care Leavers Regulations 2010 reg 8; many use 8 weeks", from: regulations),
    ]
}
