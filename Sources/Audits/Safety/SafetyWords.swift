import Kernel
import Markup
import Site
import Storage

extension SafetyItems.Answer {
    var words: String {
        switch self {
        case .yes: "Safe, after a doubt"
        case .no: "Not safe"
        case .unsure: "Not sure"
        }
    }
}

extension SafetyItem {
    /// The team's name today; as the list wrote it where it is none of ours.
    func teamName(_ ladders: SafetyLadders) -> String {
        node.map { ladders.relations.tree.name($0, on: ladders.relations.today) } ?? team.nilIfEmpty
            ?? "No team in the list"
    }

    /// How far it has come, as shape and word.
    func tag(at now: Instant) -> (Symbol, String) {
        if assurance != nil { return (.blue, wasLate ? "Assured late" : "Assured") }
        if isLate(at: now) { return (.red, "Late by \(SafetyItem.span(from: dueAt, to: now))") }
        return (.grey, done == nil ? "In time" : "Done, in time")
    }

    /// How things stand, in a sentence.
    func sentence(_ ladders: SafetyLadders, at now: Instant) -> Markup {
        if let assurance {
            let when = wasLate ? ", \(SafetyItem.span(from: dueAt, to: assurance.at)) late" : ", in time"
            return
                "\(strong: ladders.name(assurance.by)) assured the director on \(assurance.at.londonWords)\(when)."
        }
        let names = asked(ladders, at: now)
        let time: Markup =
            isLate(at: now)
            ? "\(strong: "overdue by \(SafetyItem.span(from: dueAt, to: now))")"
            : "by \(dueAt.londonWords)"
        guard let done else {
            return
                "Nobody has recorded what was done. Asked: \(strong: names), \(time)."
        }
        return
            "\(strong: ladders.name(done.by)) recorded what was done. Asked for the assurance: \(strong: names), \(time)."
    }

    /// "Imran Shah, and since the time is over Maya Okonkwo too".
    private func asked(_ ladders: SafetyLadders, at now: Instant) -> String {
        let all = ladders.ladder(of: self).asked(self, at: now)
        let pool = ladders.ladder(of: self)
        let first = (done.map { pool.assurers(after: $0.by) } ?? pool.levels).first ?? []
        guard !first.isEmpty else { return "nobody, since nobody is above" }
        let others = all.filter { !first.contains($0) }
        guard !others.isEmpty else { return ladders.names(first) }
        let names = others.map(ladders.name).joined(separator: " and ")
        return "\(ladders.names(first)), and since the time is over \(names) too"
    }

    /// "5 hours", "3 days": whole ones that have passed.
    static func span(from start: Instant, to end: Instant) -> String {
        let hours = Int((end.milliseconds - start.milliseconds) / 3_600_000)
        return hours < 48 ? counted(hours, "hour") : counted(hours / 24, "day")
    }
}

enum SafetyCrumbs {
    static let list = [Link("Audits", RoundsRoute.home.link()), Link("Safety", SafetyRoute.list.link())]

    static func item(_ item: SafetyItem) -> [Link] {
        list + [Link(Markup(item.title), SafetyRoute.item.link(item.id))]
    }
}
