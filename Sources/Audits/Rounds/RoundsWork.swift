import Kernel
import Site
import Storage

/// What rounds put into their keepers' in-trays: a frame, a draw, giving out, closing.
extension AuditsWork {
    static func rounds(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        guard officer.holds(RoundsRoute.keepers) else { return [] }
        let barred = try Blind.rounds(connection, barring: officer)
        let tree = try UnitTree.read(connection, officer.authority)
        return try RoundListSQL.entries(connection, officer, on: today).filter { entry in
            try !entry.round.isPast && !barred.contains(entry.round.id)
                && RoundAccess.keeps(officer, entry.round.node, in: tree, on: today)
        }.compactMap { round($0, on: today) }.sorted {
            ($0.due ?? today, $0.title) < ($1.due ?? today, $1.title)
        }
    }

    /// Pure: the next thing that a round asks of its keeper.
    static func round(_ entry: RoundListSQL.Entry, on today: Day) -> WorkItem? {
        let round = entry.round
        func item(_ address: String, _ why: String, _ due: Day) -> WorkItem {
            WorkItem(.duty, round.title, address, why: why, due: due)
        }
        switch entry.state {
        case .preparing:
            return round.frame == nil
                ? item(
                    RoundsRoute.frame.link(round.id), "The round waits for its list of cases.", round.dueOn)
                : item(RoundsRoute.checkLock.link(round.id), "Its list is given and not locked.", round.dueOn)
        case .locked:
            return item(
                RoundsRoute.draw.link(round.id), "The frame is locked and waits for its draw.", round.dueOn)
        case .grading:
            if entry.given < entry.cases {
                let left = entry.cases - entry.given
                return item(
                    RoundsRoute.giving.link(round.id),
                    "\(counted(left, "case")) \(left == 1 ? "waits" : "wait") to be given out.", round.dueOn)
            }
            guard entry.sent == entry.cases || round.dueOn < today else { return nil }
            return item(
                RoundsRoute.closing.link(round.id),
                entry.sent == entry.cases
                    ? "Every audit is sent: close the first reading."
                    : "The first reading was due: chase what is missing, or close it.", round.dueOn)
        case .verifying:
            guard let due = round.verification?.dueOn else { return nil }
            if !entry.isVerificationDrawn {
                return item(
                    RoundsRoute.verification.link(round.id), "The cases to verify wait to be drawn.", due)
            }
            guard entry.verified == entry.toVerify || due < today else { return nil }
            return item(
                RoundsRoute.closing.link(round.id),
                entry.verified == entry.toVerify
                    ? "Every second audit is sent: close verification."
                    : "Verification was due: chase what is missing, or close it with a reason.", due)
        case .closed, .withdrawn: return nil
        }
    }
}
