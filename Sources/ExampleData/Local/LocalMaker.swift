import Kernel

extension ExampleWorld {
    /// The local returns of all units, from the same world as the other files.
    package func localReturns() -> [ExampleLocalReturn] {
        let making = LocalMaker(self)
        return [
            making.unallocated(), making.contacts(), making.backlog(), making.strategy(), making.chairs(),
            making.coreGroups(), making.reports(), making.supervision(), making.caseloads(),
            making.vacancies(), making.training(), making.appraisals(),
        ].map(\.made)
    }
}

/// Counts the world as units do, for the returns that no case system gives.
struct LocalMaker {
    let world: ExampleWorld
    let span: Span
    let periods: LocalPeriods
    let plans: [HeldPlan]

    /// A child protection plan, with whose it is.
    struct HeldPlan {
        let team: Workforce.Team
        let desk: Int32
        let plan: Protection
    }

    init(_ world: ExampleWorld) {
        self.world = world
        span = world.span
        periods = LocalPeriods(span: world.span)
        plans = world.episodes.flatMap { episode in
            let person = world.people[Int(episode.person)]
            return episode.protections.map {
                HeldPlan(team: person.isSouth ? .millbrook : .harbour, desk: person.desk, plan: $0)
            }
        }
    }

    func book(_ key: String, _ units: [String], from: Int32) -> LocalBook {
        LocalBook(key, units: units, from: from, until: span.until)
    }

    func dice(_ key: String, _ unit: Int, _ period: Int32) -> Dice {
        var sum = 0
        for byte in key.utf8 { sum = sum &* 31 &+ Int(byte) }
        return Dice(world.seed, .localReturns, (sum & 0xFFFF_FFFF) << 20 ^ unit << 54 ^ Int(period))
    }

    /// Of so many, as many as come up so often in 1,000.
    func some(_ count: Int, _ perMille: Int, _ dice: inout Dice) -> Int {
        var found = 0
        for _ in 0..<count where dice.chance(perMille) { found += 1 }
        return found
    }

    func open(_ day: Int32, _ team: Workforce.Team) -> [HeldPlan] {
        plans.filter { $0.team == team && $0.plan.start <= day && $0.plan.end > day }
    }

    func reviews(_ first: Int32, _ last: Int32, _ team: Workforce.Team? = nil) -> Int {
        plans.reduce(0) { sum, held in
            guard team == nil || held.team == team else { return sum }
            return sum + held.plan.reviews.count { $0 >= first && $0 <= last }
        }
    }
}
