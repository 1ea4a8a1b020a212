import Kernel

/// What is counted of workers.
extension LocalMaker {
    private static let holding: [Workforce.Team] = [.harbour, .millbrook, .quayside, .weirside]

    /// Supervision rises until the summer before the end, and falls when managers take over second teams.
    private func supervised(_ day: Int32) -> Int {
        let progress = span.progress(day)
        return progress < 900 ? 640 + progress * 80 / 900 : 720 - (progress - 900) * 130 / 100
    }

    private func workers(_ team: Workforce.Team, on day: Int32) -> [Workforce.Worker] {
        world.workforce.workers.filter {
            $0.team == team && $0.from.number <= day && ($0.until?.number ?? Span.never) >= day
        }
    }

    /// Children of the team's own kind of plan.
    private func cases(_ team: Workforce.Team, _ day: Int32) -> Int {
        guard team == .quayside || team == .weirside else { return open(day, team).count }
        return world.episodes.count { episode in
            episode.referral <= day && episode.closure > day
                && world.people[Int(episode.person)].isSouth == (team == .weirside)
                && episode.needPlans.contains { $0.start <= day && $0.end > day }
        }
    }

    func supervision() -> LocalBook {
        var book = book("supervision", Self.holding.map(\.name), from: periods.monday)
        for (index, team) in Self.holding.enumerated() {
            for period in periods.each(days: 28) {
                var dice = dice("supervision", index, period)
                let workers = workers(team, on: period).count
                let share = supervised(period) + (index % 2 == 0 ? 20 : -20)
                let met = some(workers, share + 60, &dice)
                book.share("workers", team.name, period, met, of: workers)
                let protected = open(period, team).count
                book.share("cases", team.name, period, some(protected, share, &dice), of: protected)
                book.count("audited", team.name, period, dice.below(4))
                var counts = [0, 0, 0, 0, 0]
                for _ in met..<workers { counts[dice.place([25, 30, 30, 10, 5])] += 1 }
                book.reasons(
                    "not-held", team.name, period,
                    [
                        "worker-absent": counts[0], "manager-absent": counts[1],
                        "cancelled-for-urgent-work": counts[2], "vacant-post": counts[3],
                        "other-reason": counts[4],
                    ])
            }
        }
        return book
    }

    func caseloads() -> LocalBook {
        var book = book("caseloads", Self.holding.map(\.name), from: periods.monthStart)
        for (index, team) in Self.holding.enumerated() {
            for month in span.months {
                var dice = dice("caseloads", index, month)
                let holders = workers(team, on: month)
                let cases = cases(team, month)
                let new = holders.count { $0.isNewlyQualified }
                let points = cases * (index < 2 ? 4 : 3) + dice.below(9)
                book.share("points", team.name, month, points, of: holders.count)
                book.share("cases", team.name, month, cases, of: holders.count)
                book.share("over", team.name, month, min(holders.count, dice.below(3)), of: holders.count)
                book.share("newly-qualified", team.name, month, min(new, dice.below(2)), of: new)
            }
        }
        return book
    }

    func vacancies() -> LocalBook {
        let teams = Self.holding + [.assessmentNorth, .assessmentSouth]
        var book = book("vacancies", teams.map(\.name), from: periods.monthStart)
        for (index, team) in teams.enumerated() {
            for month in span.months {
                var dice = dice("vacancies", index, month)
                let first = LocalPeriods.monthStart(month)
                let holders = workers(team, on: month)
                let posts = world.workforce.desks(of: team)
                let agency = holders.count { $0.isAgency }
                let vacant = max(0, posts - holders.count) + agency
                let ofTeam = world.workforce.workers.filter { $0.team == team }
                let left = ofTeam.count { $0.until.map { first <= $0.number && $0.number <= month } ?? false }
                let came = ofTeam.count { first <= $0.from.number && $0.from.number <= month }
                book.share("vacant", team.name, month, vacant, of: max(posts, vacant))
                book.share("covered", team.name, month, agency, of: vacant)
                book.count("starters", team.name, month, came)
                var counts = [0, 0, 0, 0, 0, 0]
                for _ in 0..<left { counts[dice.below(6)] += 1 }
                book.reasons(
                    "leavers", team.name, month,
                    [
                        "another-authority": counts[0], "agency-work": counts[1], "retired": counts[2],
                        "promotion-within": counts[3], "left-the-profession": counts[4],
                        "not-known": counts[5],
                    ])
            }
        }
        return book
    }

    func training() -> LocalBook {
        let unit = "Ashmere County Council"
        var book = book("training", [unit], from: periods.monthStart)
        for month in span.months {
            var dice = dice("training", 0, month)
            let booked = dice.within(24, 60)
            let missed = dice.within(2, 12)
            book.share("attended", unit, month, booked - missed, of: booked)
            book.share("done", unit, month, 10 + span.progress(month) * 31 / 1_000, of: 64)
            var counts = [0, 0, 0, 0, 0]
            for _ in 0..<missed { counts[dice.place([45, 25, 15, 10, 5])] += 1 }
            book.reasons(
                "missed", unit, month,
                [
                    "workload": counts[0], "absent-from-work": counts[1], "not-released": counts[2],
                    "course-cancelled": counts[3], "not-known": counts[4],
                ])
        }
        return book
    }

    func appraisals() -> LocalBook {
        let unit = "Ashmere County Council"
        var book = book("appraisals", [unit], from: periods.quarterStart)
        for quarter in periods.quarters {
            var dice = dice("appraisals", 0, quarter)
            let staff = dice.within(180, 196)
            let plans = staff * dice.within(61, 70) / 100
            book.share("appraised", unit, quarter, staff * dice.within(70, 82) / 100, of: staff)
            book.share("plans", unit, quarter, plans, of: staff + dice.below(9))
            book.share("refreshed", unit, quarter, plans * dice.within(40, 60) / 100, of: plans)
        }
        return book
    }
}
