import Kernel

/// The guides of those who do, audit and measure the work.
extension RoleGuide {
    static let qualityLead = RoleGuide(
        role: .qualityLead,
        gist: "You say how good the work is, and see to it that somebody else has looked.",
        week: [
            Step("Open your in-tray.", .work),
            Step("See what is overdue, and in which team.", .today),
            Step(
                "See which samples, reports and duties are due, and confirm what plans ask for.", .schedules),
            Step(
                "Set up a round: its question, its tool, its list. Fix the list, then let the seed be made.",
                .audits),
            Step(
                "Give its cases out, chase what is late, close it, and settle with somebody else what differs.",
                .audits),
            Step(
                "See that what came out of audits is done, and seen on the file by somebody else.",
                .auditActions),
            Step("See on the plan's page of documents which guidance your teams have read.", .plans),
            Step("Find who is in which team.", .organisation),
            Step("Read what is issued to you.", .readings),
        ],
        neverSees: ["The name of a child.", "Accounts and the journal."],
        neverDoes: [
            "Choose a seed, or draw a list twice: another draw is another round, with its reason.",
            "Change a tool that was used, or a grade that was sent.", "Verify an action that you answer for.",
        ])

    static let auditor = RoleGuide(
        role: .auditor,
        gist: "You read the work of others and grade it.",
        week: [
            Step("Open your audits: what is asked of you, and by when.", .myAudits),
            Step("Say first whether the child is safe. It reaches the manager at once.", .myAudits),
            Step(
                "Grade each standard, say where on the file it stands, save as you go, and send.", .myAudits),
            Step("Read what the round found, once it is closed.", .audits),
            Step("Read the standards and guidance that are issued to you.", .readings),
        ],
        neverSees: [
            "The name of a child.", "Another reader’s grades of your cases, until verification is closed.",
            "Who has read a document by name. You see how many.",
        ],
        neverDoes: [
            "Verify your own work, or the work of your own line.", "Change an audit that you have sent.",
        ])

    static let teamManager = RoleGuide(
        role: .teamManager,
        gist: "You see to it that what the plan promises happens in your team.",
        week: [
            Step(
                "See whose visit, review or assessment in your team is late. Each look is recorded.", .today),
            Step("See who in your team holds how many cases.", .caseloads),
            Step("Say at once what was done for a child of your team who is not safe.", .safety),
            Step("See which audits your team owes, and do your own.", .myAudits),
            Step("Do what came out of audits, and discuss practice notes in supervision.", .auditActions),
            Step(
                "Open your in-tray: returns to send, and what is missing from people who answer to you.",
                .work),
            Step("Read what is issued to you, and say that you have.", .readings),
            Step(
                "On a document's page, see by name who in your team has not read it yet.", .plans),
            Step("Look up an action that your team works on, and when it is due.", .plans),
            Step("See that your team is shown as it is.", .organisation),
        ],
        neverSees: ["Accounts and the journal.", "Drafts of documents that are not yours to write."],
        neverDoes: [
            "Read a document for somebody else: each says it of themselves.",
            "Verify an action that you, or somebody whom you report to, answer for.",
        ])

    static let worker = RoleGuide(
        role: .worker,
        gist: "You do the work that the plan is about. It asks little of you, and tells you why.",
        week: [
            Step("Read what is issued to you, and press “I have read it”.", .readings),
            Step("Look in your in-tray for anything else that waits for you.", .work),
            Step("See which of the children you hold has something late.", .today),
            Step("Grade the cases you hold where you are asked to. What you send is locked.", .myAudits),
            Step("Look up what the plan promises about your work.", .plans),
        ],
        neverSees: [
            "A colleague's readings or grades.", "Drafts of documents.", "Accounts and the journal.",
        ],
        neverDoes: ["Change the plan.", "Say of somebody else that they have read a document."])

    static let analyst = RoleGuide(
        role: .analyst,
        gist: "You know what each number means, and where it comes from.",
        week: [
            Step("Open your in-tray.", .work),
            Step("Load the month's files, and say what values and teams mean that were not known.", .files),
            Step("Read what is wrong with the data, and whether it is getting better.", .quality),
            Step("See which local returns are missing.", .returns),
            Step("Look through the measures. Tie them to the criteria that they can prove.", .measures),
            Step("Read the success criteria of the plan: which can be measured at all?", .plans),
            Step("Find how teams are called, and since when.", .organisation),
            Step("Read what is issued to you.", .readings),
        ],
        neverSees: [
            "Whose case is late: that is for the line.", "The words of an audit.",
            "Who has read a document by name. You see how many.",
        ],
        neverDoes: ["Type a proof. It is computed.", "Change a first date or a baseline that is locked."])
}
