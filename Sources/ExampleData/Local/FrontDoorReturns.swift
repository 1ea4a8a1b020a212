import Kernel

/// What is counted every week.
extension LocalMaker {
    func unallocated() -> LocalBook {
        let areas: [(team: Workforce.Team, area: String)] = [
            (.harbour, "North area"), (.millbrook, "South area"),
        ]
        var book = book("unallocated", areas.map(\.area), from: periods.monday)
        for week in periods.each(days: 7) {
            for (index, (team, area)) in areas.enumerated() {
                var dice = dice("unallocated", index, week)
                var (qualified, vacant, unqualified) = (0, 0, 0)
                let open = open(week, team)
                for held in open {
                    guard let worker = world.workforce.worker(team, desk: held.desk, on: week) else {
                        vacant += 1
                        continue
                    }
                    if world.workforce.workers[worker].isRegistered {
                        qualified += 1
                    } else {
                        unqualified += 1
                    }
                }
                book.share("qualified", area, week, qualified, of: open.count)
                book.reasons(
                    "unallocated", area, week,
                    [
                        "vacancy": vacant, "worker-absent": dice.below(4),
                        "waiting-for-transfer": dice.below(5),
                        "new-this-week": dice.below(3), "other-reason": 0,
                    ])
                book.count("unqualified", area, week, unqualified + dice.below(3))
            }
        }
        return book
    }

    func contacts() -> LocalBook {
        var book = book("contacts-day", ["Front door"], from: periods.monday)
        var days: [Int32: Int] = [:]
        for contact in world.contacts { days[contact.day, default: 0] += 1 }
        for week in periods.each(days: 7) {
            var dice = dice("contacts", 0, week)
            let received = ((week - 6)...week).reduce(0) { $0 + (days[$1] ?? 0) }
            let decided = some(received, 845 + span.progress(week) * 90 / 1_000, &dice)
            book.share("decided", "Front door", week, decided, of: received)
            book.count("open-over", "Front door", week, dice.below(6))
        }
        return book
    }

    private static let assessing: [Workforce.Team] = [.assessmentNorth, .assessmentSouth]

    func backlog() -> LocalBook {
        var book = book("backlog", Self.assessing.map(\.name), from: periods.monday)
        for (index, team) in Self.assessing.enumerated() {
            var weeks: [Int32: Int] = [:]
            for episode in world.episodes where !episode.noFurtherAction && episode.referral >= periods.monday
            {
                guard world.people[Int(episode.person)].isSouth == (team == .assessmentSouth) else {
                    continue
                }
                weeks[(episode.referral - periods.monday) / 7, default: 0] += 1
            }
            var waiting = 14 + index * 6
            for (place, week) in periods.each(days: 7).enumerated() {
                var dice = dice("backlog", index, week)
                let came = weeks[Int32(place)] ?? 0
                let went = min(waiting + came, max(0, came + dice.within(-4, 4)))
                waiting += came - went
                book.count("in", team.name, week, came)
                book.count("out", team.name, week, went)
                book.count("waiting", team.name, week, waiting)
            }
        }
        return book
    }

    /// By family: brothers and sisters are discussed together.
    func strategy() -> LocalBook {
        var book = book("strategy", Self.assessing.map(\.name), from: periods.monday)
        for (index, team) in Self.assessing.enumerated() {
            var families: Set<Int> = []
            var discussions: [(start: Int32, end: Int32)] = []
            for episode in world.episodes {
                let person = world.people[Int(episode.person)]
                guard person.isSouth == (team == .assessmentSouth) else { continue }
                for enquiry in episode.enquiries
                where families.insert(Int(person.desk) << 20 | Int(enquiry.start)).inserted {
                    let end = enquiry.conference == Span.never ? enquiry.decided : enquiry.conference
                    discussions.append((enquiry.start, end))
                }
            }
            for week in periods.each(days: 7) {
                var dice = dice("strategy", index, week)
                let held = discussions.count { $0.start > week - 7 && $0.start <= week }
                let finished = discussions.filter { $0.end > week - 7 && $0.end <= week }
                let inTime = finished.count { span.workingDays($0.start, $0.end) <= 15 }
                let over = discussions.count {
                    $0.start <= week && $0.end > week && span.workingDays($0.start, week) > 15
                }
                book.count("held", team.name, week, held)
                book.share("in-time", team.name, week, some(held, 900, &dice), of: held)
                let recorded = 560 + span.progress(week) * 400 / 1_000
                book.share("recorded", team.name, week, some(held, recorded, &dice), of: held)
                book.count("enquiries-begun", team.name, week, held)
                book.share("enquiries-finished", team.name, week, inTime, of: finished.count)
                book.count("enquiries-over", team.name, week, over)
            }
        }
        return book
    }
}
