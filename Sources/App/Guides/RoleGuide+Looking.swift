import Kernel

/// The guides of those who look on, and of who keeps the accounts.
extension RoleGuide {
    static let administrator = RoleGuide(
        role: .administrator,
        gist: "You say who may come in, as what, how far and until when.",
        week: [
            Step("Add who is new, with a role, its reach and its last day where there is one.", .access),
            Step("End the roles of who has left.", .access),
            Step("Tie each account to a person, so that work can be asked of them by name.", .access),
            Step("Keep people and posts, by hand or from a file.", .people),
            Step("Look whether the journal is whole.", .journal),
        ],
        neverSees: ["A plan, its actions or its documents, unless one is issued to you."],
        neverDoes: [
            "Read or change a plan.", "See anybody's password, or come in as them.",
            "Change the journal.",
        ])

    static let observer = RoleGuide(
        role: .observer,
        gist: "You look in from outside, for a time: a regulator, or an adviser of the Department.",
        week: [
            Step("Read the overview from its first sentence down.", .overview),
            Step("Open any action: what was promised, what was said of it, and its whole history.", .plans),
            Step("See what is late against the first date.", .timeline),
            Step("Look through the measures. Numbers that could point at a child are withheld.", .measures),
            Step("Read what rounds of audits found.", .audits),
            Step("Read the inspection that the plan answers.", .inspections),
            Step("Look up what a word means here.", .words),
        ],
        neverSees: [
            "Anything about one child or one worker.", "Drafts of documents.",
            "Anything after the last day of your access.",
        ],
        neverDoes: ["Answer for an action, change anything, or approve anything."])

    static let reader = RoleGuide(
        role: .reader,
        gist: "You read how the plan stands.",
        week: [
            Step("Read the overview from its first sentence down.", .overview),
            Step("Open the plan, an area or an action.", .plans),
            Step("See when things fall due.", .timeline),
            Step("Look up what a word means here.", .words),
        ],
        neverSees: ["Anything about one child or one worker.", "Drafts of documents."],
        neverDoes: ["Change anything."])
}
