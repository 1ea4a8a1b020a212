/// The standards of protection, and of what keeps the work good.
extension ShippedTools {
    static let protecting = [
        Tool.Standard(
            number: "8", title: "A child at risk of significant harm is protected",
            guidance: "From the first sign to a decision, nothing is left to wait.",
            questions: [
                .met(
                    "significant-harm",
                    "Once there was reason to think of significant harm, was the child protected?",
                    met:
                        "A strategy discussion with police and health was held at once; each child of the household was thought of; the record says who decided what, and why.",
                    partly:
                        "The right steps were taken, but later than they should have been, or without one of the agencies.",
                    not:
                        "Signs of harm were known and did not lead to a strategy discussion or to a recorded reason against one."
                )
            ]),
        Tool.Standard(
            number: "9", title: "After an enquiry is agreed",
            guidance: "A section 47 enquiry sees the child, reaches a view, and its plan is carried out.",
            questions: [
                .met(
                    "enquiry",
                    "Were the enquiry and the protection that followed carried out as they should be?",
                    met:
                        "The child was seen and heard alone; the conference was held within 15 working days; visits and core groups since are in time, and the plan is visibly done.",
                    partly:
                        "The enquiry was sound, but the conference, a visit or a core group was late, or a part of the plan is not done.",
                    not:
                        "The child was not seen alone, the enquiry reached no view, or the plan stands on paper only."
                )
            ]),
        Tool.Standard(
            number: "10", title: "Use of the law",
            guidance: "Legal steps are thought of in time, and taken or not for a reason.",
            questions: [
                .met(
                    "legal", "Was the law used when, and only when, it was needed?",
                    met:
                        "Legal advice is on the file at the point where the plan was not working; pre-proceedings have dates; the reason for going to court or not is written down.",
                    partly: "Advice was taken, but what followed from it drifted past its dates.",
                    not:
                        "The plan failed again and again and nobody asked for advice, or an order ran out or was used without need."
                )
            ]),
    ]

    static let keepingUp = [
        Tool.Standard(
            number: "11", title: "Skilled and supervised staff",
            guidance: "The worker can do what this child needs, and somebody helps them to think.",
            questions: [
                .met(
                    "supervision", "Does supervision move the work with this child on?",
                    met:
                        "The child was discussed at the agreed intervals; the record asks what life is like for the child, and each decision has a date and was looked at the next time.",
                    partly:
                        "The child was discussed in time, but the notes list tasks, or the same task comes back month after month.",
                    not: "There is no supervision record for the child for longer than the policy allows.")
            ]),
        Tool.Standard(
            number: "12", title: "The work is checked",
            guidance: "Managers look at the file themselves, and what they find is put right.",
            questions: [
                .met(
                    "oversight", "Has a manager looked at this file, and was what they found put right?",
                    met:
                        "A manager’s decision stands at each turning point with its reason, and what an earlier audit or review asked for is done.",
                    partly:
                        "Managers signed, but their reasons are missing, or an earlier finding is only partly put right.",
                    not:
                        "No manager has looked at the file at a point where one must, or an earlier finding was left."
                )
            ]),
    ]
}
