extension ReturnTemplate {
    static let frontDoorTemplates = [
        ReturnTemplate(
            "unallocated", "Unallocated and unqualified", .frontDoor, .week, .weekday(2),
            purpose: "Shows each week whether every open case has a named, qualified social worker.",
            askedBy:
                "Weekly returns from areas on allocation, in plans that answer a child protection inspection",
            questions: [
                LocalQuestion(
                    "qualified", .share, "Child protection cases held by a named, qualified social worker",
                    of: "Open child protection cases",
                    definition:
                        "On the last day of the week. Qualified means registered with Social Work England. A duty desk, a team's name or a manager who only oversees is no named worker.",
                    better: .higher),
                LocalQuestion(
                    "unallocated", .reasons, "Open cases without a named worker",
                    definition: "Every kind of open case, on the last day of the week, by the main reason.",
                    better: .lower,
                    options: LocalQuestion.Option.list([
                        "Vacancy", "Worker absent", "Waiting for transfer", "New this week", "Other reason",
                    ])),
                LocalQuestion(
                    "unqualified", .count, "Open cases held by somebody who is not a qualified social worker",
                    definition:
                        "Child protection, children in need and children in care; family help held by another lead practitioner by design is not counted.",
                    better: .lower),
            ]),
        ReturnTemplate(
            "contacts-day", "Contacts decided within one working day", .frontDoor, .week, .weekday(2),
            purpose:
                "Shows whether the front door says what happens next by the end of the next working day.",
            askedBy: "The referral decision clock of statutory guidance: one working day after receipt",
            questions: [
                LocalQuestion(
                    "decided", .share, "Contacts with a decision by the end of the next working day",
                    of: "Contacts decided in the week",
                    definition:
                        "The day of receipt is day 0. A contact of Friday evening that is decided on Monday is in time. Not the same as 24 hours: do not mix the two.",
                    better: .higher),
                LocalQuestion(
                    "open-over", .count, "Contacts still undecided after one working day",
                    definition:
                        "Open on the last day of the week. A good share with many of these is not good.",
                    better: .lower),
            ]),
        ReturnTemplate(
            "contacts-24-hours", "Contacts dealt with within 24 hours", .frontDoor, .week, .weekday(2),
            purpose: "Shows whether contacts are dealt with within 24 hours by the clock.",
            askedBy: "Plans that promise 24 hours for contacts awaiting action",
            questions: [
                LocalQuestion(
                    "dealt-with", .share, "Contacts dealt with within 24 hours of receipt",
                    of: "Contacts dealt with in the week",
                    definition:
                        "By the clock from receipt, nights, weekends and bank holidays included. Not the same as one working day: do not mix the two.",
                    better: .higher),
                LocalQuestion(
                    "open-over", .count, "Contacts open for longer than 24 hours",
                    definition: "On the last day of the week.", better: .lower),
            ]),
        ReturnTemplate(
            "backlog", "Referral backlog", .frontDoor, .week, .weekday(2),
            purpose: "Shows what comes in, what goes out, what waits, and how long it would take to clear.",
            askedBy: "Progress reports that speak of a backlog of referrals awaiting assessment",
            questions: [
                LocalQuestion(
                    "in", .count, "Referrals that came in",
                    definition: "Referrals accepted for assessment in the week.", better: .neither),
                LocalQuestion(
                    "out", .count, "Referrals that went out",
                    definition: "Assessment begun, passed on or closed, in the week.", better: .neither),
                LocalQuestion(
                    "waiting", .count, "Referrals that wait at the end",
                    definition: "The last count, and what came in, less what went out: otherwise we ask.",
                    better: .lower, balance: LocalQuestion.Balance(into: "in", out: "out")),
                LocalQuestion(
                    "to-clear", .clearance, "Working days to clear what waits",
                    definition:
                        "What waits × working days of the week ÷ what went out, if nothing more came in.",
                    better: .lower, unit: "working days"),
            ]),
        ReturnTemplate(
            "strategy", "Strategy discussions and section 47 enquiries", .frontDoor, .week, .weekday(2),
            purpose:
                "Gives managers each week the discussions held, the enquiries begun and finished, and delay.",
            askedBy:
                "Weekly management information on strategy discussions for group managers and heads of service",
            questions: [
                LocalQuestion(
                    "held", .count, "Strategy discussions held", definition: "By day held, in the week.",
                    better: .neither),
                LocalQuestion(
                    "in-time", .share,
                    "Strategy discussions held on the day of referral or the working day after",
                    of: "Strategy discussions held", better: .higher),
                LocalQuestion(
                    "recorded", .share, "Strategy discussions recorded to the minimum standard",
                    of: "Strategy discussions held",
                    definition:
                        "Date and time, who took part, concern, risk, analysis, decision with its reason, and who does what.",
                    better: .higher),
                LocalQuestion(
                    "enquiries-begun", .count, "Section 47 enquiries begun", better: .neither),
                LocalQuestion(
                    "enquiries-finished", .share, "Section 47 enquiries finished within 15 working days",
                    of: "Section 47 enquiries finished in the week",
                    definition: "From the strategy discussion at which the enquiry was begun, day 0.",
                    better: .higher),
                LocalQuestion(
                    "enquiries-over", .count, "Section 47 enquiries open for longer than 15 working days",
                    better: .lower),
            ]),
        ReturnTemplate(
            "early-help", "Early help plans", .frontDoor, .month, .workingDay(5),
            purpose: "Shows how many families have an early help plan, and whether it is reviewed.",
            askedBy: "Plans that embed early help assessment and report it to the partnership",
            questions: [
                LocalQuestion("begun", .count, "Early help plans begun", better: .neither),
                LocalQuestion("closed", .count, "Early help plans closed", better: .neither),
                LocalQuestion(
                    "reviewed", .share, "Plans reviewed within the last three months",
                    of: "Open early help plans",
                    definition: "Plans younger than three months are left out of both figures.",
                    better: .higher),
                LocalQuestion(
                    "stepped-up", .share, "Closed plans that were stepped up to social care",
                    of: "Plans closed",
                    better: .neither),
            ]),
    ]
}
