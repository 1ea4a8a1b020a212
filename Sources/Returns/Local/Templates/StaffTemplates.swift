extension ReturnTemplate {
    static let staffTemplates = [
        ReturnTemplate(
            "supervision", "Supervision held", .staff, .fourWeeks, .workingDay(3),
            purpose: "Shows whether workers and cases are supervised as often as the policy says.",
            askedBy: "Plans that find supervision irregular, or regular and without effect on practice",
            questions: [
                LocalQuestion(
                    "workers", .share, "Workers supervised within their interval",
                    of: "Workers in post who hold cases",
                    definition:
                        "Every four weeks; newly qualified workers more often, as their programme says. Away for all of the four weeks: in neither figure.",
                    better: .higher),
                LocalQuestion(
                    "cases", .share, "Child protection cases discussed in supervision",
                    of: "Open child protection cases",
                    definition: "Recorded on the child's file within the four weeks.", better: .higher),
                LocalQuestion(
                    "audited", .count, "Supervision files audited by the manager", better: .neither),
                LocalQuestion(
                    "not-held", .reasons, "Supervision not held, by main reason", better: .lower,
                    options: LocalQuestion.Option.list([
                        "Worker absent", "Manager absent", "Cancelled for urgent work", "Vacant post",
                        "Other reason",
                    ])),
            ]),
        ReturnTemplate(
            "caseloads", "Caseloads by points", .staff, .month, .workingDay(5),
            purpose: "Shows whether work is spread so that it can be done well.",
            askedBy: "Workload measurement and management exercises, by team",
            questions: [
                LocalQuestion(
                    "points", .ratio, "Points of all cases held", of: "Workers who hold cases",
                    definition:
                        "By the local scheme of points, on the last day of the month. Workers by head, agency workers too.",
                    better: .lower, unit: "points for each worker"),
                LocalQuestion(
                    "cases", .ratio, "Cases held", of: "Workers who hold cases",
                    definition: "A case is one child held by a named worker, on the last day of the month.",
                    better: .lower, unit: "cases for each worker"),
                LocalQuestion(
                    "over", .share, "Workers above the limit of the scheme", of: "Workers who hold cases",
                    better: .lower),
                LocalQuestion(
                    "newly-qualified", .share, "Newly qualified workers above their lower limit",
                    of: "Newly qualified workers who hold cases", better: .lower),
            ]),
        ReturnTemplate(
            "vacancies", "Vacancies", .staff, .month, .workingDay(5),
            purpose: "Shows which posts are empty, which are covered, and who left.",
            askedBy: "Progress reports that tie the backlog to vacant posts",
            questions: [
                LocalQuestion(
                    "vacant", .share, "Vacant social work posts", of: "Established social work posts",
                    definition: "By head, on the last day of the month; a post covered by agency is vacant.",
                    better: .lower),
                LocalQuestion(
                    "covered", .share, "Vacant posts covered by agency workers",
                    of: "Vacant social work posts",
                    better: .neither),
                LocalQuestion("starters", .count, "Social workers who began", better: .neither),
                LocalQuestion(
                    "leavers", .reasons, "Social workers who left", better: .lower,
                    options: LocalQuestion.Option.list([
                        "Another authority", "Agency work", "Retired", "Promotion within",
                        "Left the profession",
                        "Not known",
                    ])),
            ]),
        ReturnTemplate(
            "appraisals", "Appraisals and development plans", .staff, .quarter, .workingDay(10),
            purpose: "Shows whether everybody has a yearly appraisal and a development plan that is in use.",
            askedBy: "Plans that require an appraisal and a completed development plan for all staff",
            questions: [
                LocalQuestion(
                    "appraised", .share, "Staff with an appraisal within the last 12 months",
                    of: "Staff in post for 12 months or longer", better: .higher),
                LocalQuestion(
                    "plans", .share, "Staff with a completed development plan", of: "Staff in post",
                    better: .higher),
                LocalQuestion(
                    "refreshed", .share, "Development plans looked at in supervision within six months",
                    of: "Completed development plans", better: .higher),
            ]),
        ReturnTemplate(
            "training", "Training attendance", .staff, .month, .workingDay(5),
            purpose: "Shows whether the training that the plan promises reaches the people it is for.",
            askedBy: "Plans whose actions are training, with attendance to be monitored",
            questions: [
                LocalQuestion(
                    "attended", .share, "Places taken up", of: "Places booked",
                    definition: "On courses that the plan names, in the month.", better: .higher),
                LocalQuestion(
                    "done", .share, "Staff who have done what is required of their post", of: "Staff in post",
                    definition: "On the last day of the month.", better: .higher),
                LocalQuestion(
                    "missed", .reasons, "Booked places not taken up, by reason", better: .lower,
                    options: LocalQuestion.Option.list([
                        "Workload", "Absent from work", "Not released", "Course cancelled", "Not known",
                    ])),
            ]),
    ]
}
