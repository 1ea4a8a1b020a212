/// The nine things that every record of a strategy discussion holds, and whether they hold water.
extension ShippedTools {
    static let strategyDiscussion = Tool(
        title: "Strategy discussion record",
        purpose:
            "Whether the record of a strategy discussion holds its nine minimum fields, and what they are worth.",
        unit: .strategyDiscussion, asksSafety: true, scales: [.met, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "When and who",
                guidance: "What anybody must be able to read off the record without asking.",
                questions: [
                    Tool.Question(key: "held-on", text: "On which day was it held?", kind: .date),
                    .yesNo("date", "Is the date recorded?"),
                    .yesNo("time", "Is the time recorded?"),
                    .yesNo(
                        "present", "Is it recorded who was present?",
                        yes: "Names with their agency and post.",
                        no: "Nobody is named, or only “police” and “health”."),
                    .count(
                        "agencies", "How many of the agencies who had to take part did so?",
                        of: "agencies who had to take part"),
                ]),
            Tool.Standard(
                number: "2", title: "Concern and risk",
                guidance: "Why it was held, and what the risk is made of.",
                questions: [
                    .met(
                        "key-concern", "Is the key concern recorded?",
                        met:
                            "One can tell in a sentence what is feared for which child, and what was seen or said.",
                        partly:
                            "The concern is there, but is general (“neglect”), or does not say which child.",
                        not: "The record does not say why the discussion was held."),
                    .met(
                        "risk-factors", "Are the risk factors recorded?",
                        met:
                            "What raises and what lowers the risk stands there with its source, history and other children included.",
                        partly: "Some stand there; history, or what protects the child, is missing.",
                        not: "There are none."),
                    .met(
                        "risk-analysis", "Is the risk analysed?",
                        met: "The factors are weighed: how likely, how bad, how soon, and what is not known.",
                        partly: "There is a conclusion, but one cannot follow how it was reached.",
                        not: "Facts are listed and nothing is made of them."),
                ]),
            Tool.Standard(
                number: "3", title: "Decision and outcome",
                guidance: "What was decided, by whom, why, and what came of it.",
                questions: [
                    .met(
                        "decision", "Is it recorded how and by whom the decision was made?",
                        met:
                            "Who decided what is plain, each agency’s view is there, and who does what by when.",
                        partly: "The decision is there; who agreed, or who does what, is not.",
                        not: "No decision can be found."),
                    .met(
                        "reason", "Is the reason for the decision recorded?",
                        met: "It follows from the analysis, and says why the other ways were not taken.",
                        partly: "A reason is given that does not rest on what was discussed.",
                        not: "There is no reason."),
                    .met(
                        "outcome", "Is the outcome recorded?",
                        met: "The result is there, with what was done for the child the same day.",
                        partly: "The result is there, without what was done next.",
                        not: "One has to look elsewhere for what became of it."),
                    Tool.Question(
                        key: "outcome-kind", text: "What was the outcome?",
                        kind: .choice([
                            "Joint enquiry with the police", "Enquiry by us alone", "Assessment goes on",
                            "No further action", "Not recorded",
                        ])),
                    .overall(
                        "How good is this record, as a whole?",
                        outstanding:
                            "All nine are there, and a stranger could defend the decision from the record alone.",
                        good: "All nine are there; the analysis and the reason carry the decision.",
                        requiresImprovement:
                            "One or two are missing or thin, but the decision can be understood.",
                        inadequate:
                            "One cannot tell from it why the decision was made, or whether the child was protected."
                    ),
                ]),
        ], overall: "overall")
}
