/// Whether a child's plan can be done, and can be seen to be done.
extension ShippedTools {
    static let planQuality = Tool(
        title: "Plan quality",
        purpose:
            "Whether the actions of a child’s plan are specific, measurable, owned, realistic and dated.",
        unit: .child, asksSafety: true, scales: [.met, .five, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "Each action",
                guidance: "Count the actions of the current plan once; use the same number each time.",
                questions: [
                    .count("specific", "How many say exactly what will be done?", of: "actions"),
                    .count("measurable", "How many say how one will know that it has helped?", of: "actions"),
                    .count("owned", "How many name one person who does it?", of: "actions"),
                    .count(
                        "realistic", "How many can the family and the service do with what they have?",
                        of: "actions"),
                    .count("dated", "How many have a date, and not “ongoing”?", of: "actions"),
                    .count("done", "How many of the actions due by today are done?", of: "actions due"),
                ]),
            Tool.Standard(
                number: "2", title: "The plan",
                guidance: "Whether the actions together would make the child safe and well.",
                questions: [
                    .met(
                        "outcomes", "Does the plan say what will be different for the child?",
                        met:
                            "Each need has an outcome that the child or a parent would recognise, and a way to see it.",
                        partly:
                            "Outcomes are there, but say what services do (“attend the group”), not what changes.",
                        not: "It is a list of services."),
                    .met(
                        "contingency", "Does it say what happens if it does not work?",
                        met: "It names what would show that it is not working, by when, and what comes then.",
                        partly: "It threatens (“legal advice will be sought”) without saying when.",
                        not: "It says nothing."),
                    .yesNo(
                        "agreed",
                        "Do the parents, and a child who is old enough, have the plan and know their part?"),
                    Tool.Question(
                        key: "clarity", text: "How well could the family follow it without help?",
                        kind: .grade("five"),
                        guidance: [
                            "5": "A parent could explain it to a friend.",
                            "4": "Plain words; one or two need explaining.",
                            "3": "Plain in parts; the rest is for professionals.",
                            "2": "Long, or full of terms; the family needs the worker to read it.",
                            "1": "It cannot be followed even by a professional who does not know the case.",
                        ]),
                    Tool.Question(
                        key: "reviewed-on", text: "On which day was the plan last reviewed?", kind: .date),
                    .overall(
                        "How good is this plan, as a whole?",
                        outstanding: "It is working, one can see it, and it was changed where it did not.",
                        good:
                            "If everybody did what it says, the child would be safe and well, and one would know.",
                        requiresImprovement: "The right things are in it, but vague, undated or nobody’s.",
                        inadequate: "Following it would not make the child safe, or there is no current plan."
                    ),
                ]),
        ], overall: "overall")
}
