import Kernel

/// What is counted every month of conferences and core groups.
extension LocalMaker {
    private static let teams: [Workforce.Team] = [.harbour, .millbrook]

    func chairs() -> LocalBook {
        let unit = "Safeguarding and Standards"
        var book = book("chairs", [unit], from: periods.monthStart)
        let conferences = world.episodes.flatMap(\.enquiries).filter { $0.conference != Span.never }
        for month in span.months {
            var dice = dice("chairs", 0, month)
            let first = LocalPeriods.monthStart(month)
            let held = conferences.filter { $0.conference >= first && $0.conference <= month }
            let reviews = reviews(first, month)
            let noPlan = held.count { !$0.ledToPlan }
            book.count("initial", unit, month, held.count)
            book.count("reviews", unit, month, reviews)
            book.count("no-plan", unit, month, noPlan)
            book.share("no-plan-help", unit, month, some(noPlan, 800, &dice), of: noPlan)
            let considered = some(reviews, 700 + span.progress(month) / 7, &dice)
            book.share("progress", unit, month, considered, of: reviews)
            let all = held.count + reviews
            book.share("written", unit, month, some(all, 810, &dice), of: all)
            book.reasons(
                "put-off", unit, month,
                [
                    "report-not-ready": dice.below(4), "key-person-absent": dice.below(3),
                    "not-quorate": dice.below(2), "family-could-not-come": dice.below(2), "room": 0,
                    "other-reason": dice.below(2),
                ])
        }
        return book
    }

    func coreGroups() -> LocalBook {
        var book = book("core-groups", Self.teams.map(\.name), from: periods.monthStart)
        for (index, team) in Self.teams.enumerated() {
            for month in span.months {
                var dice = dice("core", index, month)
                let first = LocalPeriods.monthStart(month)
                let due = plans.count {
                    $0.team == team && $0.plan.start + 14 >= first && $0.plan.start + 14 <= month
                }
                let later = open(month, team).count
                book.share("first", team.name, month, some(due, 780, &dice), of: due)
                book.share("later", team.name, month, some(later, 720, &dice), of: later)
                book.share("updated", team.name, month, some(later, 640, &dice), of: later)
            }
        }
        return book
    }

    func reports() -> LocalBook {
        var book = book("reports-on-time", Self.teams.map(\.name), from: periods.monthStart)
        for (index, team) in Self.teams.enumerated() {
            for month in span.months {
                var dice = dice("reports", index, month)
                let first = LocalPeriods.monthStart(month)
                let initial = plans.count {
                    $0.team == team && $0.plan.start >= first && $0.plan.start <= month
                }
                let review = reviews(first, month, team)
                book.share("initial", team.name, month, some(initial, 690, &dice), of: initial)
                book.share("review", team.name, month, some(review, 740, &dice), of: review)
            }
        }
        return book
    }
}
