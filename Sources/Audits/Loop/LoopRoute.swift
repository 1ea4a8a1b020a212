import Kernel
package import Site

/// The addresses of what follows from audits: actions, anomalies, practice notes, auditing again.
package enum LoopRoute: String, RouteTable {
    case list = "GET /audits/actions"
    case item = "GET /audits/actions/{finding}"
    case done = "POST /audits/actions/{finding}/done"
    case see = "POST /audits/actions/{finding}/seen"
    case reply = "POST /audits/actions/{finding}/reply"
    case move = "POST /audits/actions/{finding}/day"
    case new = "GET /audits/rounds/{round}/actions/new"
    case make = "POST /audits/rounds/{round}/actions/new"
    case followUp = "GET /audits/rounds/{round}/follow-up"
    case again = "POST /audits/rounds/{round}/follow-up/again"
    case theme = "GET /audits/rounds/{round}/follow-up/{standard}"
    case notes = "GET /audits/rounds/{round}/notes"
    case writing = "GET /audits/rounds/{round}/notes/{standard}/write"
    case write = "POST /audits/rounds/{round}/notes/{standard}/write"
    case note = "GET /audits/notes/{note}"
    case discuss = "POST /audits/notes/{note}/discussed"

    /// Who sees how the loop of a round is closed, as far as they reach.
    static let followers: Set<Role> = [.director, .qualityLead, .programmeManager]

    package var access: Access {
        switch self {
        // Whoever owns an action or holds a case may be anybody: the pages show what is theirs.
        case .list, .item, .done, .see, .reply, .move, .new, .make: .signedIn
        case .followUp, .theme: .roles(LoopRoute.followers, in: .anywhere)
        case .again, .writing, .write: .roles(RoundsRoute.keepers, in: .anywhere)
        case .notes, .note: .roles(RoundsRoute.readers, in: .anywhere)
        case .discuss: .roles([.teamManager, .actionLead, .qualityLead, .director], in: .anywhere)
        }
    }
}

extension AuditsFeature {
    func registerLoop(on site: inout SiteBuilder) {
        site.on(LoopRoute.list, auditActions)
        site.on(LoopRoute.item, auditAction)
        site.on(LoopRoute.done, finishAction)
        site.on(LoopRoute.see, seeAction)
        site.on(LoopRoute.reply, replyToAnomaly)
        site.on(LoopRoute.move, moveAction)
        site.on(LoopRoute.new, newAction)
        site.on(LoopRoute.make, makeAction)
        site.on(LoopRoute.followUp, followUp)
        site.on(LoopRoute.again, setAgain)
        site.on(LoopRoute.theme, theme)
        site.on(LoopRoute.notes, practiceNotes)
        site.on(LoopRoute.writing, writingPracticeNote)
        site.on(LoopRoute.write, writePracticeNote)
        site.on(LoopRoute.note, practiceNote)
        site.on(LoopRoute.discuss, discussPracticeNote)
    }
}
