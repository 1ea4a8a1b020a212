/// Twelve standards of casework, graded file by file.
extension ShippedTools {
    static let casework = Tool(
        title: "Casework quality",
        purpose: "Twelve standards of work with one child, and how good it is as a whole.",
        unit: .child, asksSafety: true, scales: [.met, .ofsted], standards: caseworkStandards,
        overall: "overall")

    private static let caseworkStandards =
        firstContacts + takingPart + protecting + keepingUp + [
            Tool.Standard(
                number: "", title: "The work as a whole",
                guidance: "Grade what the work did for the child, not how full the file is.",
                questions: [
                    Tool.Question(
                        key: "last-seen", text: "When was the child last seen by their social worker?",
                        kind: .date),
                    .feedback, .strengths,
                    .overall(
                        "How good is the work with this child, as a whole?",
                        outstanding:
                            "The child’s life is measurably better, and the file shows which piece of work did it. What was tried and did not help was noticed and changed.",
                        good:
                            "The child is safer or better off than at the start. Visits, plan and oversight are in time; gaps are small and known to the manager.",
                        requiresImprovement:
                            "Nothing puts the child at risk today, but the work drifts: the plan is vague, visits slip, or nobody can say what has changed for the child.",
                        inadequate:
                            "A risk is not seen or not acted on, or the child has been left in harm or without help that was known to be needed."
                    ),
                ])
        ]

    private static let firstContacts = [
        Tool.Standard(
            number: "1", title: "Families are told what is true and current",
            guidance: "Parents, and a child who is old enough, know why we are involved and what comes next.",
            questions: [
                .met(
                    "information", "Were the family told, rightly and in time, what is happening and why?",
                    met:
                        "The file shows when and how they were told, in their language or with an interpreter, and that they have the current plan and the worker’s number.",
                    partly:
                        "They were told at the start, but a change of plan, worker or date reached them late, or only one parent was told.",
                    not: "Nothing shows that they were told, or what they were told was wrong or out of date."
                )
            ]),
        Tool.Standard(
            number: "2", title: "Urgent need is met first, and with care",
            guidance:
                "The first response fits how urgent it is, and how it feels to be on the other end of it.",
            questions: [
                .met(
                    "response", "Was the response as quick as the need asked, and considerate?",
                    met:
                        "A decision stands within one working day of the referral; an urgent child was seen the same day; the family’s circumstances shaped how it was done.",
                    partly:
                        "The child was seen in time, but the decision or its reason was written down late, or the family was met without thought for their circumstances.",
                    not: "Urgent need waited, or the file does not let one tell how long it waited.")
            ]),
        Tool.Standard(
            number: "3", title: "Safety is looked at in every assessment of need",
            guidance: "An assessment of need asks about harm, whatever it was opened for.",
            questions: [
                .met(
                    "assessment", "Does the assessment of need look at the child’s safety?",
                    met:
                        "History, each adult in the home and what the child says are weighed together; it says how safe the child is and what would change that.",
                    partly:
                        "Risks are listed, but not weighed; or somebody important to the child, often a father or a partner, is missing.",
                    not:
                        "It describes the family and says nothing about safety, or there is no current assessment."
                )
            ]),
    ]

    private static let takingPart = [
        Tool.Standard(
            number: "4", title: "Children and parents take part",
            guidance: "They shape what is done, not only hear of it.",
            questions: [
                .met(
                    "participation", "Did the child and the parents help to shape the work?",
                    met:
                        "The child was seen alone; their words or drawings are on the file, and one can point at something in the plan that is there because of them.",
                    partly: "Their views are written down, but the plan would read the same without them.",
                    not: "The child’s view is missing, or an adult’s account stands in its place.")
            ]),
        Tool.Standard(
            number: "5", title: "Privacy and respect",
            guidance:
                "What is known of the family goes to those who need it, and is written so that they could read it.",
            questions: [
                .met(
                    "respect",
                    "Is the family written of with respect, and was what they told us shared rightly?",
                    met:
                        "Consent, or the reason for going without it, is recorded for each sharing; facts and opinion are apart; nothing would shame the reader it is about.",
                    partly:
                        "Sharing was right but its ground is not recorded, or the words judge where they should tell.",
                    not: "Something was shared with somebody who had no need of it, or the record demeans.")
            ]),
        Tool.Standard(
            number: "6", title: "The record is accurate",
            guidance: "A colleague who opens the file at night can act on it.",
            questions: [
                .met(
                    "recording", "Is the file right, complete and up to date?",
                    met:
                        "Visits are written up within five working days, the chronology is current, and who lives where, who has parental responsibility and the legal status are right.",
                    partly: "The record is right, but some weeks behind, or the chronology stops.",
                    not: "Key facts are wrong or missing, or visits cannot be told from attempts to visit.")
            ]),
        Tool.Standard(
            number: "7", title: "Work with other agencies",
            guidance: "School, health, police and others know their part and do it.",
            questions: [
                .met(
                    "partnership", "Did the agencies who know the child work as one?",
                    met:
                        "Those who matter came to the meetings or sent word; each has a task with a date; a disagreement was taken up and settled.",
                    partly:
                        "Information came in, but somebody who matters was away and nobody followed it up.",
                    not: "We worked alone, or knew of a concern in another agency and did not ask.")
            ]),
    ]
}
