extension ClockRule {
    /// Contacts, referrals, assessments. The guidance of 2010 is known by its month; Working Together 2010 came out
    /// on 17 March.
    static let frontDoor: [ClockRule] = [
        ClockRule(
            .referralDecision, "referral received", to: "decision on it, and word to who made it",
            ClockLimit(1, .workingDays), .guidance, .unverified,
            "Working Together, every edition since 1999", from: 2000_01_01),
        ClockRule(
            .strategyDiscussion, "reasonable cause to suspect significant harm", to: "strategy discussion",
            nil,
            .local, .secondary, "Working Together: as soon as possible; local limits of 3 and 5 days"),
        ClockRule(
            .initialAssessment, "referral received", to: "initial assessment completed",
            ClockLimit(7, .workingDays), .guidance, .secondary, "Assessment Framework 2000", from: 2000_01_01,
            through: 2010_03_16),
        ClockRule(
            .initialAssessment, "referral received", to: "initial assessment completed",
            ClockLimit(10, .workingDays), .guidance, .secondary, "Working Together 2010", from: 2010_03_17,
            through: 2013_04_14),
        ClockRule(
            .coreAssessment, "initial assessment ended", "section 47 enquiry started",
            to: "core assessment completed", ClockLimit(35, .workingDays), .guidance, .secondary,
            "Assessment Framework 2000; Working Together 2010", from: 2000_01_01, through: 2013_04_14),
        ClockRule(
            .assessment, "referral received", "assessment started, as the DfE publishes it",
            to: "child and family assessment concluded", ClockLimit(45, .workingDays), .guidance, .secondary,
            "Working Together 2013 and since", from: 2013_04_15),
        ClockRule(
            .returnInterview, "child found or returned", to: "independent return interview held",
            ClockLimit(72, .hours), .guidance, .secondary,
            "Statutory guidance on children who run away or go missing, 2014", from: 2014_01_01),
        ClockRule(
            .privateFosteringFirst, "notice of private fostering", to: "officer visits",
            ClockLimit(7, .workingDays), .statute, .secondary, "SI 2005/1533 regs 4 and 7", from: 2005_07_01),
        ClockRule(
            .privateFosteringVisit, "authority became aware, or last visit", to: "visit in the first year",
            ClockLimit(6, .weeks), .statute, .primary, "SI 2005/1533 reg 8", from: 2005_07_01),
        ClockRule(
            .privateFosteringVisitLater, "last visit", to: "visit after the first year",
            ClockLimit(12, .weeks),
            .statute, .primary, "SI 2005/1533 reg 8", from: 2005_07_01),
        ClockRule(
            .allegationReport, "allegation about an adult in a position of trust",
            to: "report to the designated officer", ClockLimit(1, .workingDays), .guidance, .unverified,
            "Working Together"),
        ClockRule(
            .policeProtection, "taken into police protection", to: "protection ends", ClockLimit(72, .hours),
            .statute, .unverified, "Children Act 1989 s46"),
        ClockRule(
            .emergencyOrder, "emergency protection order made", to: "order ends", ClockLimit(8, .days),
            .statute,
            .unverified, "Children Act 1989 ss44–45"),
        ClockRule(
            .emergencyOrderExtension, "emergency protection order extended", to: "order ends",
            ClockLimit(7, .days), .statute, .unverified, "Children Act 1989 s45"),
    ]
}
