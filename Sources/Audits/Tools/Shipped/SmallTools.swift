/// The tools that do not read a child's file: an entry held against the truth, a place, and one to be filled.
extension ShippedTools {
    /// One question a field, answered yes where the entry is right: the share of no is the field's error rate.
    static let recordAccuracy = Tool(
        title: "Record accuracy",
        purpose:
            "What the system says, held against the file or the person who knows: which fields are wrong, how often.",
        unit: .entry, asksSafety: false, scales: [],
        standards: [
            Tool.Standard(
                number: "1", title: "The child",
                guidance:
                    "Answer yes only where the entry is the same as the source. A field that should be filled and is not is wrong.",
                questions: fields([
                    ("birth", "the date of birth"), ("address", "the address"),
                    ("ethnicity", "the ethnic background"), ("disability", "the disability"),
                    ("school", "the school or nursery"),
                ])),
            Tool.Standard(
                number: "2", title: "The work",
                guidance:
                    "Hold dates against the minutes, the visit record or the letter, not against another entry.",
                questions: fields([
                    ("worker", "the allocated worker"), ("legal-status", "the legal status"),
                    ("plan-category", "the category of the protection plan"),
                    ("plan-start", "the day on which the plan began"),
                    ("conference", "the day of the last conference or review"),
                    ("last-visit", "the day of the last visit"),
                    ("seen-alone", "whether the child was seen alone"),
                ])
                    + [
                        Tool.Question(
                            key: "held-against", text: "What was the entry held against?",
                            kind: .choice(["The file", "The worker", "The family", "Another agency"]),
                            isRequired: false)
                    ]),
        ], overall: nil)

    private static func fields(_ fields: [(String, String)]) -> [Tool.Question] {
        fields.map { .yesNo($0.0, "Is \($0.1) right?") }
    }

    static let venue = Tool(
        title: "Venue",
        purpose: "Whether a place where families are met is safe, private and fit for children.",
        unit: .venue, asksSafety: false, scales: [.met],
        standards: [
            Tool.Standard(
                number: "1", title: "Getting there and getting in",
                guidance: "Come as a family would: by bus, with a pushchair, for the first time.",
                questions: [
                    Tool.Question(
                        key: "kind", text: "What kind of place is it?",
                        kind: .choice([
                            "Contact centre", "Our office", "School or nursery", "Health building",
                            "Family hub", "Another place",
                        ])),
                    .yesNo("step-free", "Can one come in and reach the room without steps?"),
                    .yesNo("found", "Could one find it from the letter that families are sent?"),
                ]),
            Tool.Standard(
                number: "2", title: "Safe and private",
                guidance: "Sit where the family sits, and listen.",
                questions: [
                    .met(
                        "private", "Can one speak there without being overheard or seen?",
                        met:
                            "The room has a door that closes, nothing is heard outside, and the waiting room does not tell why one is here.",
                        partly: "The room is private; the way to it or the waiting room is not.",
                        not: "Others hear or see who is met, and about what."),
                    Tool.Question(
                        key: "safety-check", text: "On which day was its safety last checked?", kind: .date,
                        isRequired: false),
                    .yesNo("apart", "Can people who must not meet be kept apart, coming and going?"),
                ]),
            Tool.Standard(
                number: "3", title: "Fit for children",
                guidance: "Look at it from one metre above the floor.",
                questions: [
                    .count(
                        "rooms",
                        "How many of its rooms for families have toys or things for the ages they serve?",
                        of: "rooms"),
                    .met(
                        "welcome", "Does the place welcome children?",
                        met:
                            "Clean, warm, with something to do, a toilet near and food allowed; a child would come back.",
                        partly: "Clean and safe, but nothing there is for a child.",
                        not: "Cold, dirty or frightening."),
                    .met(
                        "overall", "Should families go on being met here?",
                        met: "Yes, as it is.", partly: "Yes, once what is noted is put right.",
                        not: "No: meet them elsewhere until it is."),
                    Tool.Question(
                        key: "to-do", text: "What has to be put right?", kind: .text, isRequired: false),
                ]),
        ], overall: "overall")

    static let thematic = Tool(
        title: "Thematic audit",
        purpose: "One issue over many files. Change its words to the theme before you use it.",
        unit: .child, asksSafety: true, scales: [.met, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "The theme",
                guidance: "Say here what good practice on the theme looks like.",
                questions: [
                    .yesNo("applies", "Does the theme play a part in this child’s life?"),
                    .met(
                        "recognised", "Was it recognised in time?",
                        met:
                            "It is named at the first point where it could be seen, with what it means for this child.",
                        partly:
                            "It is named, but later than it could be, or without what it means for the child.",
                        not: "It can be read between the lines, and nobody named it."),
                    .met(
                        "acted-on", "Was it acted on?",
                        met: "The plan answers it, and one can see what came of that.",
                        partly: "The plan mentions it; what was done is unclear or stopped.",
                        not: "Nothing was done."),
                    Tool.Question(
                        key: "learning", text: "What should others learn from this file? Name no one",
                        kind: .text,
                        isRequired: false),
                    .overall(
                        "How good is the work on this theme?",
                        outstanding: "It changed the child’s life, and others could learn from how.",
                        good: "It was seen and acted on in time; gaps are small.",
                        requiresImprovement: "It was seen, but the work on it is slow or thin.",
                        inadequate: "It was missed or left, and the child is the worse for it."),
                ])
        ], overall: "overall")
}
