extension ReturnTemplate {
    static let childrenTemplates = [
        ReturnTemplate(
            "bed-and-breakfast", "Bed and breakfast placements", .children, .week, .weekday(1),
            purpose: "Shows each week how many young people are in bed and breakfast, and who agreed to it.",
            askedBy:
                "Weekly monitoring of homeless young people and care leavers placed in bed and breakfast",
            questions: [
                LocalQuestion(
                    "placed", .count, "Homeless young people in bed and breakfast",
                    definition: "Aged 16 and 17, on the last day of the week.", better: .lower),
                LocalQuestion(
                    "care-leavers", .count, "Care leavers in bed and breakfast",
                    definition: "On the last day of the week.", better: .lower),
                LocalQuestion(
                    "agreed", .share,
                    "Placements in the week agreed beforehand by head of service and director",
                    of: "Placements made in the week", better: .higher),
                LocalQuestion(
                    "nights", .count, "Nights spent in bed and breakfast in the week",
                    definition: "All young people together.", better: .lower),
            ]),
        ReturnTemplate(
            "private-fostering", "Private fostering", .children, .quarter, .workingDay(10),
            purpose: "Shows whether privately fostered children are known, seen and visited in time.",
            askedBy:
                "Plans to raise awareness of private fostering and meet the duties towards these children",
            questions: [
                LocalQuestion("notified", .count, "Notifications received", better: .neither),
                LocalQuestion(
                    "first-visit", .share, "Notifications with a visit within 7 working days",
                    of: "Notifications received", better: .higher),
                LocalQuestion(
                    "visits", .share, "Children visited within the interval",
                    of: "Children privately fostered on the last day",
                    definition:
                        "At most 6 weeks apart in the first year and 12 weeks after it, from the day on which the authority became aware.",
                    better: .higher),
            ]),
        ReturnTemplate(
            "allegations", "Allegations about people who work with children", .children, .quarter,
            .workingDay(10),
            purpose: "Shows whether allegations are reported at once, managed, and brought to an end.",
            askedBy:
                "Plans for robust management of allegations of abuse or poor practice by professionals and carers",
            questions: [
                LocalQuestion(
                    "reported", .share,
                    "Allegations reported to the designated officer within one working day",
                    of: "Allegations reported in the quarter", better: .higher),
                LocalQuestion(
                    "ended", .reasons, "Allegations brought to an end, by outcome", better: .neither,
                    options: LocalQuestion.Option.list([
                        "Substantiated", "Unsubstantiated", "Unfounded", "False", "Malicious",
                    ])),
                LocalQuestion(
                    "open-over", .count, "Allegations open for longer than three months", better: .lower),
            ]),
    ]
}
