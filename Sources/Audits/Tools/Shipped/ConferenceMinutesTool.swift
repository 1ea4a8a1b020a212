/// Whether minutes of a conference let everybody know what to do, and whether the last ones were done.
extension ShippedTools {
    static let conferenceMinutes = Tool(
        title: "Conference minutes",
        purpose:
            "Whether the minutes of a child protection conference say who does what by when, and weigh the risk.",
        unit: .conference, asksSafety: true, scales: [.met, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "Recommendations",
                guidance: "Count each recommendation once, as the minutes number them.",
                questions: [
                    .count(
                        "timescales", "How many of the recommendations have a timescale that is a date?",
                        of: "recommendations"),
                    .count(
                        "named", "How many of the recommendations name who does them?", of: "recommendations"),
                    .count(
                        "previous",
                        "How many of the previous conference’s recommendations are gone through one by one?",
                        of: "previous recommendations"),
                ]),
            Tool.Standard(
                number: "2", title: "Risk and challenge",
                guidance: "The minutes show thinking, not only what was reported.",
                questions: [
                    .met(
                        "risk-analysis", "Is the risk to the child analysed?",
                        met:
                            "What worries, what protects and what is not known are weighed, and the decision follows from it, for each child.",
                        partly:
                            "Worries and strengths are listed; how they lead to the decision is left to the reader.",
                        not: "Reports are written out one after the other, and then there is a decision."),
                    .met(
                        "challenge", "Did the chair challenge what was not done and what was not known?",
                        met:
                            "Drift, missing agencies and missing reports are named, with what the chair did about each.",
                        partly: "They are named, and nothing follows.",
                        not: "The plan failed since the last time and the minutes do not remark on it."),
                    .met(
                        "voice", "Is the child there, in person or in words?",
                        met:
                            "What the child wants to happen is in the minutes, where it came from, and what the conference made of it.",
                        partly: "The child’s view is reported, and nothing is made of it.",
                        not: "There is no view of the child, nor a reason why not."),
                ]),
            Tool.Standard(
                number: "3", title: "In time",
                guidance: "The decision goes out the next day, the minutes within the local time.",
                questions: [
                    Tool.Question(key: "held-on", text: "On which day was the conference held?", kind: .date),
                    Tool.Question(
                        key: "sent-on", text: "On which day were the minutes sent?", kind: .date,
                        isRequired: false),
                    .yesNo("parents-sent", "Were they sent to the parents, in a form that they can read?"),
                ]),
            Tool.Standard(
                number: "", title: "The minutes as a whole", guidance: "",
                questions: [
                    .overall(
                        "How good are these minutes, as a whole?",
                        outstanding:
                            "A parent could say from them what must change, by when and why; so could a new worker.",
                        good:
                            "Recommendations have people and dates, risk is weighed, the last plan was gone through.",
                        requiresImprovement:
                            "One can work with them, but dates or the analysis are missing in part.",
                        inadequate: "They do not let one tell what has to happen to make the child safe.")
                ]),
        ], overall: "overall")
}
