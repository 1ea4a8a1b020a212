import Kernel

/// An invented plan of fifty actions, ten in each of five areas, running from December 2027 to November 2028.
enum FiftyActions {
    static let leads = [
        "Maya Okonkwo (Head of Children in Need)", "Siân Llewellyn-Whitcombe (Head of Access and Assessment)",
        "Paul Idris Hale (Workforce Development Lead)", "Tom Hallam (Principal Social Worker)",
        "Ruth Ashworth-Bello (Improvement Manager)",
    ]

    private static let areas: [(title: String, actions: [String])] = [
        (
            "Contact and referral",
            [
                "Answer every contact in one place", "Write down each decision on the day it is made",
                "Tell the referrer what was decided", "Ring back families who were turned away",
                "Review repeat contacts each Friday", "Train call handlers in thresholds",
                "Publish the threshold guide with partners", "Count contacts by hour",
                "Move two posts to the late shift", "Ask callers how they were received",
            ]
        ),
        (
            "Assessment",
            [
                "See the child alone before writing", "Put the father in every genogram",
                "Finish chronologies with the health visitor", "Set a halfway review with the manager",
                "Cut the form to nine headings", "Read the last assessment aloud in supervision",
                "Name the risk in the first paragraph", "Send a copy home within a week",
                "Sample ten closed assessments", "Buy interpreters for weekend work",
            ]
        ),
        (
            "Child protection",
            [
                "Hold strategy meetings with police in the room", "Minute who will visit and when",
                "Sign off enquiries by a group manager", "Invite school to each core group",
                "Book conferences from the duty desk", "Visit unannounced once a month",
                "Test plans against the danger statement", "Keep the register of agency checks",
                "Escalate drift to the chair", "Bring young people's words to conference",
            ]
        ),
        (
            "Supervision",
            [
                "Issue the supervision policy", "Observe one session in each team",
                "Record reflection apart from tasks", "Give newly qualified staff a fortnightly hour",
                "Fill the vacant manager posts", "Rotate cases held over two years",
                "Agree caseload points with the union", "Coach managers in feedback",
                "Replace the supervision template", "Log missed sessions weekly",
            ]
        ),
        (
            "Care leavers",
            [
                "Meet each leaver before their birthday", "Draw up pathway plans together",
                "Open a drop-in at the library", "Guarantee rent deposits",
                "Match mentors from local firms", "Check bank accounts and documents",
                "Keep touch with leavers in custody", "Offer driving lessons",
                "Fund laptops for college", "Ask leavers to inspect the flats",
            ]
        ),
    ]

    /// Action `3.7` is the seventh of the third area; `finish` is what its date cell says.
    static let text: String = {
        var text = """
            # Ashmere County Council

            # Second improvement plan

            Version 1. 1 December 2027

            Lead for this plan: Ruth Ashworth-Bello, Improvement Manager. Leads update their actions on a 4 weekly basis.

            | Area for development | We will | Start | Finish | Lead | Success criteria |
            |---|---|---|---|---|---|

            """
        for (area, (title, actions)) in areas.enumerated() {
            for (index, action) in actions.enumerated() {
                let reference = "\(area + 1).\(index + 1)"
                let first = index == 0 ? "\(area + 1) \(title)" : ""
                text +=
                    "| \(first) | \(reference) \(action) | 6 December 2027 | \(finish(area, index).long) | \(leads[(area + index) % 5]) | \(reference) 90% of sampled files show it by \(finish(area, index).long), from \(40 + area * 2 + index)% in November 2027 |\n"
            }
        }
        return text
    }()

    /// From 14 January 2028 on, a week apart down the plan: so that some fall due in every month of the story.
    static func finish(_ area: Int, _ index: Int) -> Day {
        (Day(year: 2028, month: 1, day: 14) ?? Day(number: 0)).adding(days: 7 * ((area * 10 + index) % 40))
    }
}
