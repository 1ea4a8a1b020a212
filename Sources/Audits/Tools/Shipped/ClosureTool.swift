/// Whether a case was right to close, and the child is not left alone by it.
extension ShippedTools {
    static let closure = Tool(
        title: "Closure record",
        purpose:
            "Whether it was right to end the work with this child, and whether those who stay know their part.",
        unit: .child, asksSafety: true, scales: [.met, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "Why it was closed",
                guidance: "The reason is the child’s, not the team’s.",
                questions: [
                    Tool.Question(
                        key: "reason", text: "For what reason was it closed?",
                        kind: .choice([
                            "The aims were met", "Help goes on elsewhere", "The family moved away",
                            "The family did not want it", "No reason recorded",
                        ])),
                    .met(
                        "aims", "Does the record say what has changed for the child?",
                        met:
                            "Each aim of the plan is gone through, with what shows that it was reached or why it was let go.",
                        partly: "It says that things are better, without saying how one knows.",
                        not: "It says what was done, or nothing."),
                    .met(
                        "decision", "Did a manager decide it, with a reason?",
                        met: "The manager’s own reason stands there, with the risks that remain.",
                        partly: "The manager agreed to the worker’s reason without one of their own.",
                        not: "There is no decision, or it is later than the closing."),
                ]),
            Tool.Standard(
                number: "2", title: "The end of the work",
                guidance: "Nobody learns of it from a letter.",
                questions: [
                    Tool.Question(key: "last-visit", text: "On which day was the last visit?", kind: .date),
                    .yesNo("seen", "Was the child seen in the four weeks before it was closed?"),
                    .yesNo("told", "Were the family told beforehand, and do they know how to ask again?"),
                    .count(
                        "agencies-told", "How many of the agencies in the plan were told that we stop?",
                        of: "agencies in the plan"),
                    .yesNo(
                        "came-back", "Has the child been referred again since?", good: false,
                        yes: "Any new referral, whether or not it led to anything.",
                        no: "None on the day of the audit."),
                    .met(
                        "goes-on", "Is it plain who goes on helping the child?",
                        met:
                            "Who, with what, until when, and whom they turn to if it gets worse, are written down and known to them.",
                        partly: "A service is named that had not agreed or not begun.",
                        not: "Needs were still there and nobody is named."),
                    .overall(
                        "How good was this ending, as a whole?",
                        outstanding: "The child and the family ended it with us, and it has held.",
                        good: "It was right to end, for a reason one can follow, and the next steps stand.",
                        requiresImprovement:
                            "It may have been right, but the reason, the last visit or who goes on is weak.",
                        inadequate: "The child was left with a risk or a need that was known."),
                ]),
        ], overall: "overall")
}
