extension ReturnTemplate {
    static let conferenceTemplates = [
        ReturnTemplate(
            "chairs", "Conference chairs' monthly return", .conferences, .month, .workingDay(5),
            purpose:
                "Shows each month what chairs of child protection conferences see in the cases before them.",
            askedBy: "Monthly statistical returns made by conference chairs",
            questions: [
                LocalQuestion("initial", .count, "Initial conferences held", better: .neither),
                LocalQuestion("reviews", .count, "Review conferences held", better: .neither),
                LocalQuestion(
                    "no-plan", .count, "Children at initial conferences for whom no plan was made",
                    better: .neither),
                LocalQuestion(
                    "no-plan-help", .share, "Of those, children for whom other help was agreed",
                    of: "Children for whom no plan was made", better: .higher),
                LocalQuestion(
                    "progress", .share, "Reviews at which progress and drift were considered and recorded",
                    of: "Review conferences held", better: .higher),
                LocalQuestion(
                    "written", .share,
                    "Conferences after which the family was told the decisions in writing in time",
                    of: "Conferences held",
                    definition: "Sent within the local limit, in words that the family can follow.",
                    better: .higher),
                LocalQuestion(
                    "put-off", .reasons, "Conferences put off or held late", better: .lower,
                    options: LocalQuestion.Option.list([
                        "Report not ready", "Key person absent", "Not quorate", "Family could not come",
                        "Room",
                        "Other reason",
                    ])),
                LocalQuestion("remarks", .text, "What the board should know. Name no child."),
            ]),
        ReturnTemplate(
            "reports-on-time", "Reports to conference on time", .conferences, .month, .workingDay(5),
            purpose: "Shows whether parents and chair have the report in time to read it.",
            askedBy: "Plans that require every report within the agreed time before a conference",
            questions: [
                LocalQuestion(
                    "initial", .share, "Reports to initial conferences shared at least 2 working days before",
                    of: "Reports due to initial conferences",
                    definition:
                        "Counted backwards from the conference, with parents and chair. The limit is local: change it here.",
                    better: .higher),
                LocalQuestion(
                    "review", .share, "Reports to review conferences shared at least 5 working days before",
                    of: "Reports due to review conferences",
                    definition: "Counted backwards from the conference, with parents and chair.",
                    better: .higher),
            ]),
        ReturnTemplate(
            "recommendations", "Conference recommendations met in timescale", .conferences, .month,
            .workingDay(5),
            purpose: "Shows whether what a conference asked for was done by the day that it gave.",
            askedBy:
                "Plans that set 100% of recommendations met within agreed timescales, from a monthly sample",
            questions: [
                LocalQuestion(
                    "dated", .share, "Recommendations that were given a timescale",
                    of: "Recommendations looked at",
                    definition: "In the month's sample, commonly 20% of cases.", better: .higher),
                LocalQuestion(
                    "met", .share, "Recommendations met within their timescale",
                    of: "Recommendations whose timescale ended in the month", better: .higher),
                LocalQuestion(
                    "not-met", .reasons, "Recommendations not met, by main reason", better: .lower,
                    options: LocalQuestion.Option.list([
                        "No worker", "Service not available", "Partner agency", "Family did not agree",
                        "No longer needed", "Other reason",
                    ])),
            ]),
        ReturnTemplate(
            "core-groups", "Core groups", .conferences, .month, .workingDay(5),
            purpose: "Shows whether core groups meet in time and do what they are for.",
            askedBy: "Plans that find core groups variable in format and in what they achieve",
            questions: [
                LocalQuestion(
                    "first", .share, "First core groups within 10 working days of the initial conference",
                    of: "First core groups due in the month", better: .higher),
                LocalQuestion(
                    "later", .share, "Later core groups within the local interval",
                    of: "Later core groups due",
                    definition: "Commonly every 4 to 6 weeks. The interval is local: say here which holds.",
                    better: .higher),
                LocalQuestion(
                    "updated", .share, "Core groups that updated the plan", of: "Core groups held",
                    better: .higher),
            ]),
    ]
}
