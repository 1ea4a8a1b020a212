/// Whether supervision happens, and whether it intervenes in practice.
extension ShippedTools {
    static let supervision = Tool(
        title: "Supervision file",
        purpose:
            "Whether one worker’s supervision takes place, and whether it changes the work with children.",
        unit: .supervisionFile, asksSafety: false, scales: [.met, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "It takes place",
                guidance: "Look at the last six months, leave and sickness left out.",
                questions: [
                    .count(
                        "held", "How many of the sessions due in six months were held?", of: "sessions due"),
                    Tool.Question(key: "latest", text: "When was the latest session?", kind: .date),
                    .yesNo(
                        "agreement", "Is there an agreement, signed by both, no older than a year?",
                        yes: "It says how often, where records are kept, and what to do when you disagree.",
                        no: "There is none, it is older, or one of the two has changed since."),
                ]),
            Tool.Standard(
                number: "2", title: "Children are at the centre of it",
                guidance: "Read the three latest records beside the worker’s list of cases.",
                questions: [
                    .count(
                        "children-discussed",
                        "How many of the worker’s children were discussed in the last three months?",
                        of: "children held"),
                    .met(
                        "reflection",
                        "Does the record show thinking about the child, and not only a list of tasks?",
                        met:
                            "It asks what a day is like for the child, tests what the worker believes, and says what would show that this is wrong.",
                        partly: "It does so for some children; for others it lists what is to be done.",
                        not: "It lists tasks and dates, or copies the record of the last session."),
                    .met(
                        "safety-challenged", "Is the safety of each child asked about and challenged?",
                        met:
                            "For each child discussed one can read how safe they are, and what the supervisor made of it.",
                        partly: "Safety is spoken of where the worker raised it.",
                        not: "A worry about a child stands in the record and nothing follows from it."),
                ]),
            Tool.Standard(
                number: "3", title: "Something follows",
                guidance: "A decision has an owner and a date, and the next session begins with it.",
                questions: [
                    .count(
                        "followed-up",
                        "How many of the actions of the session before last were looked at since?",
                        of: "actions agreed"),
                    .met(
                        "decisions", "Are decisions written with their reason and on the child’s own file?",
                        met:
                            "Each has a reason, an owner and a date, and stands on the child’s file within five working days.",
                        partly:
                            "They are written, but reasons or dates are missing, or they reached the file late.",
                        not: "Decisions are only in the supervisor’s notes, or there are none."),
                ]),
            Tool.Standard(
                number: "4", title: "The worker is looked after",
                guidance: "Load, learning and how the work is felt.",
                questions: [
                    .met(
                        "support", "Are workload, learning and well-being talked about, and does help come?",
                        met:
                            "The caseload is looked at with figures; what the worker needs to learn has a date; help that was promised came.",
                        partly: "They are talked about; what was promised is still open.",
                        not: "Nothing shows that they were talked about."),
                    .overall(
                        "How good is this supervision, as a whole?",
                        outstanding:
                            "One can name children for whom supervision changed what was done, and the worker’s practice has grown by it.",
                        good: "It is regular, it challenges, and decisions are followed up; gaps are small.",
                        requiresImprovement:
                            "It takes place but does not get into the practice: tasks repeat, little is tested.",
                        inadequate:
                            "It does not take place as it must, or a risk to a child stood in it and was let pass."
                    ),
                ]),
        ], overall: "overall")
}
