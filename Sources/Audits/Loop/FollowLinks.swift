import Markup
import Site

/// The way from a round to what follows from it. `follows` is true for whoever may see how its loop is closed.
enum FollowLinks {
    static func write(_ round: Round, follows: Bool, _ m: inout Markup) {
        var links: [Link] = []
        if follows {
            links.append(Link("What follows from this round", LoopRoute.followUp.link(round.id)))
        }
        if round.closedAt != nil {
            links.append(Link("Practice notes", LoopRoute.notes.link(round.id)))
        }
        guard !links.isEmpty else { return }
        m.p { m in
            for (index, link) in links.enumerated() {
                if index > 0 { m.add(" · ") }
                m.a(link.words, .href(link.address))
            }
        }
    }
}
