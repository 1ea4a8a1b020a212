import Kernel

/// The guides of those who run the plan.
extension RoleGuide {
    static let programmeManager = RoleGuide(
        role: .programmeManager,
        gist: "You keep the plan: its words, its dates, its documents and its honesty.",
        week: [
            Step("Look at what is late and what changed.", .overview),
            Step(
                "Go through your in-tray: updates that are missing, dates to approve, documents to move on.",
                .work),
            Step(
                "Open the plan. Mend what its checks find, or accept a finding with a reason that is printed.",
                .plans),
            Step(
                "On the plan's page of documents, see what waits for a board and who has not read what was issued. Copy the message to those who have not.",
                .plans),
            Step("See which returns have not come, and which measures moved the wrong way.", .returns),
            Step("Read what rounds of audits found, and what was due and not done.", .schedules),
            Step("Import a newer document, or a second plan.", .importing),
            Step("Say once whom a printed name means, so that the work reaches somebody.", .names),
            Step("Keep the organisation as it is today: joiners, leavers, posts.", .organisation),
        ],
        neverSees: ["The name of a child, or a case file. No page has a place for one."],
        neverDoes: [
            "Accept the evidence, or record the approval, of what you wrote or answer for yourself.",
            "Take back a first date. A new one stands beside it, with its reason.",
            "Change the journal.",
        ])

    static let director = RoleGuide(
        role: .director,
        gist: "You answer for the whole programme, and see it on one page.",
        week: [
            Step("Read the first sentence of the overview, then what is late.", .overview),
            Step("Decide what waits for you: new dates, approvals, decisions to record.", .work),
            Step("Look through the measures: what moved, what did not, how old each figure is.", .measures),
            Step(
                "Read the assurances: which children were not safe, and who says that they are now.", .safety),
            Step("Read what the last round found, and how far self grades were kinder.", .audits),
            Step("Open any action of the plan and read its history in one line of time.", .plans),
            Step("See what falls due before the inspectors return.", .timeline),
            Step("Ask the journal who changed what, and when.", .journal),
        ],
        neverSees: ["The name of a child, or a case file."],
        neverDoes: [
            "Record the approval of a document that you look after or wrote.",
            "Verify an action that you answer for.", "Type a proof. It is computed from what was measured.",
        ])

    static let actionLead = RoleGuide(
        role: .actionLead,
        gist: "You answer for one or more actions of the plan, and say how they go.",
        week: [
            Step("Open your in-tray. What falls to you stands there from the day it is due.", .work),
            Step("Do what came out of audits and fell to you.", .auditActions),
            Step("Open each of your actions and say what was done and when it will be finished.", .work),
            Step(
                "If the date cannot be kept, ask for another on the action's page, with the reason. Somebody else approves it.",
                .plans),
            Step(
                "Write the guidance, letter or protocol that carries out your action: a version, then the bodies that approve it, then its readers.",
                .plans),
            Step("Read what is issued to you.", .readings),
        ],
        neverSees: ["The name of a child.", "Accounts and the journal."],
        neverDoes: [
            "Accept the evidence of your own action, verify it or close it.",
            "Approve a new date that you asked for.", "Record the approval of your own document.",
        ])

    static let verifier = RoleGuide(
        role: .verifier,
        gist: "You look at what somebody else says is done, and say whether it is.",
        week: [
            Step("Open your in-tray: what waits to be judged.", .work),
            Step("Open the action and read what the plan promised beside what is shown for it.", .plans),
            Step("Accept it, or say in plain words what is missing.", .work),
            Step(
                "Give second grades to the cases that were drawn for you, without sight of the first.",
                .myAudits),
            Step("Read what is issued to you.", .readings),
        ],
        neverSees: ["Cases that are not part of what you are to judge.", "Accounts and the journal."],
        neverDoes: [
            "Judge an action that you answer for, or one of somebody whom you report to.",
            "Close what you have verified: that is the board's.",
        ])

    static let boardMember = RoleGuide(
        role: .boardMember,
        gist: "You ask whether it has changed anything for children, and what shows it.",
        week: [
            Step("Before the meeting, read the overview from its first sentence down.", .overview),
            Step("See what is late on the timeline, against the first date.", .timeline),
            Step("Read what a round of audits found: what teams said, and what others saw.", .audits),
            Step("Open an action that worries you: its history is one line of time.", .plans),
            Step("After the meeting, record what the board decided, where that is your duty.", .work),
            Step("Read the inspection that the plan answers.", .inspections),
        ],
        neverSees: [
            "Anything about one child or one worker.",
            "Who has read a document by name. You see how many.",
        ],
        neverDoes: [
            "Record the approval of a document that you wrote or look after.",
            "Change the plan. Its keepers do.",
        ])
}
