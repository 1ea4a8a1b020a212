extension ReturnTemplate {
    private static let agreement = LocalQuestion.Option.list(
        ["Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree"], good: [0, 1])

    private static func agree(_ key: String, _ words: String) -> LocalQuestion {
        LocalQuestion(
            key, .choice, words, definition: "The share who agree or strongly agree.", better: .higher,
            options: agreement)
    }

    static let voiceTemplates = [
        ReturnTemplate(
            "family-feedback", "Families' feedback", .voices, kind: .feedback, .quarter, .workingDay(10),
            purpose: "Shows what families say about the help that they get, from forms, calls and visits.",
            askedBy: "Plans in which practice is informed by the feedback of children and families",
            questions: [
                LocalQuestion(
                    "listened", .choice, "We were listened to", definition: "The share who say yes.",
                    better: .higher,
                    options: LocalQuestion.Option.list(["Yes", "In part", "No"], good: [0])),
                LocalQuestion(
                    "understood", .choice, "We understood what was decided and why",
                    definition: "The share who say yes.", better: .higher,
                    options: LocalQuestion.Option.list(["Yes", "In part", "No"], good: [0])),
                LocalQuestion(
                    "plan", .choice, "We helped to make the plan", definition: "The share who say yes.",
                    better: .higher,
                    options: LocalQuestion.Option.list(["Yes", "In part", "No"], good: [0])),
                LocalQuestion(
                    "better", .choice, "Things are better for us than before",
                    definition: "The share who say better.", better: .higher,
                    options: LocalQuestion.Option.list(["Better", "The same", "Worse"], good: [0])),
                LocalQuestion(
                    "themes", .themes, "What they spoke of",
                    options: LocalQuestion.Option.list([
                        "Kindness and respect", "Change of worker", "Visits and time", "Reports and words",
                        "Meetings", "Help that came late", "Help that worked", "Being believed",
                    ])),
            ]),
        ReturnTemplate(
            "staff-survey", "Staff survey", .voices, kind: .survey, .halfYear, .workingDay(15),
            purpose: "Shows what staff say about their work, without their names, and how that changes.",
            askedBy: "Surveys of team managers and staff every six months",
            questions: [
                agree("workload", "My workload lets me do good work"),
                agree("supervision", "My supervision helps me with my cases"),
                agree("manager", "My manager knows my work"),
                agree("training", "I get the training that I need"),
                agree("safe", "I can say when something is wrong"),
                agree("plan", "I know what the improvement plan asks of me"),
                agree("stay", "I expect to work here in a year"),
            ]),
    ]
}
