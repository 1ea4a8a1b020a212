import Kernel

/// Who may take the next step of a safety item; every no is a sentence.
enum SafetyRules {
    /// Why the person may not record what was done; nil where they may.
    static func whyNotRecord(
        _ person: ID<Person>?, _ item: SafetyItem, _ ladders: SafetyLadders
    ) -> String? {
        let ladder = ladders.ladder(of: item)
        if let no = whyNot(person, item, "records what was done") { return no }
        guard let person, let level = ladder.level(of: person) else {
            return
                "Only somebody above the case’s team records what was done. Asked now: \(ladders.names(ladder.levels.first ?? []))"
        }
        // Whoever assures last cannot also have done it.
        if level > 0, level == ladder.levels.count - 1, ladder.directors.contains(person) {
            return
                "The assurance is addressed to you, so \(ladders.names(ladder.levels[0])) records what was done"
        }
        return nil
    }

    /// Why the person may not give the assurance; nil where they may.
    static func whyNotAssure(
        _ person: ID<Person>?, _ item: SafetyItem, _ ladders: SafetyLadders, at now: Instant
    ) -> String? {
        guard let done = item.done else {
            return "Nothing can be assured yet: the manager above the case’s team first records what was done"
        }
        if let no = whyNot(person, item, "gives the assurance") { return no }
        if person == done.by {
            return "You recorded what was done, so somebody above you gives the assurance"
        }
        let ladder = ladders.ladder(of: item)
        let assurers = ladder.assurers(after: done.by)
        guard let nearest = assurers.first else {
            return
                "Nobody is above \(ladders.name(done.by)) in the organisation today, so nobody can give the assurance: put somebody into the post above"
        }
        guard let person, let level = assurers.firstIndex(where: { $0.contains(person) }) else {
            return
                "Only somebody above \(ladders.name(done.by)) gives the assurance. Asked now: \(ladders.names(nearest))"
        }
        // The director is who it is addressed to: they give it only where nobody between did in time.
        if level > 0, ladder.directors.contains(person), now < item.nextDueAt {
            return
                "The assurance is addressed to you, so \(ladders.names(nearest)) gives it. You may, from \(item.nextDueAt.londonWords) on, if nobody has"
        }
        return nil
    }

    /// Why the person may not open the item again; nil where they may.
    static func whyNotReopen(
        _ person: ID<Person>?, _ item: SafetyItem, _ ladders: SafetyLadders
    ) -> String? {
        guard item.done != nil else { return "Nothing is on record yet, so there is nothing to open again" }
        let ladder = ladders.ladder(of: item)
        guard let person, !ladder.excluded.contains(person) else {
            return "Whoever holds or audited the case does not open its item again"
        }
        guard ladder.level(of: person) != nil || ladder.qualityLeads.contains(person) else {
            return "Only somebody above the case’s team, or the quality lead, opens the item again"
        }
        return nil
    }

    private static func whyNot(_ person: ID<Person>?, _ item: SafetyItem, _ deed: String) -> String? {
        guard let person else {
            return
                "Your account belongs to nobody in the organisation, so nobody can tell whether you are above this case"
        }
        if item.assurance != nil {
            return "This item is assured already. Open it again with a reason if something is not right"
        }
        if person == item.holder {
            return "You hold this case, so a manager above its team \(deed)"
        }
        if item.readers.contains(person) {
            return "You audited this case, so somebody above you \(deed)"
        }
        return nil
    }
}

extension Instant {
    /// In London's time: "21 November 2026 at 09:14".
    var londonWords: String {
        let (day, minutes) = inLondon
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.long) at \(two(minutes / 60)):\(two(minutes % 60))"
    }

    /// The same for tables: "21 Nov 2026, 09:14".
    var londonShort: String {
        let (day, minutes) = inLondon
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.short), \(two(minutes / 60)):\(two(minutes % 60))"
    }
}
