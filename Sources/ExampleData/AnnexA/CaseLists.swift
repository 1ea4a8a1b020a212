import Kernel

/// Lists 6 to 8: a row for each child, of the latest episode.
extension ListMaker {
    /// How the child's case stood on the day of the file.
    private struct Standing {
        var status: Int
        var team: Workforce.Team
    }

    private func standing(_ episode: Episode, on day: Int32) -> Standing {
        let isSouth = world.people[Int(episode.person)].isSouth
        if let care = episode.care, care.start <= day, care.end > day {
            return Standing(status: 0, team: isSouth ? .beacon : .lantern)
        }
        if episode.protections.contains(where: { $0.start <= day && $0.end > day }) {
            return Standing(status: 1, team: isSouth ? .millbrook : .harbour)
        }
        let needTeam = assessmentTeam(episode.person, isFirst: false)
        if episode.needPlans.contains(where: { $0.start <= day && $0.end > day }) {
            return Standing(status: 2, team: needTeam)
        }
        if let place = episode.assessments.firstIndex(where: { $0.start <= day && $0.end > day }) {
            return Standing(status: 3, team: assessmentTeam(episode.person, isFirst: place == 0))
        }
        // Assessed, and no plan begun: the assessment is the last that is known of the case.
        let hasPlan =
            episode.needPlans.contains { $0.start <= day } || episode.protections.contains { $0.start <= day }
        let wasCare = episode.care.map { $0.end <= day } ?? false
        if !hasPlan, !wasCare {
            return Standing(status: 3, team: assessmentTeam(episode.person, isFirst: true))
        }
        if wasCare { return Standing(status: 2, team: isSouth ? .beacon : .lantern) }
        return Standing(status: 2, team: needTeam)
    }

    private func isInNeed(_ episode: Episode) -> Bool {
        guard !episode.noFurtherAction, episode.referral <= day, episode.closure > since,
            let assessment = episode.assessments.first, assessment.start <= day
        else { return false }
        // Closed after the assessment alone: out of the list's scope.
        return episode.closure > day
            || episode.reason != Codes.Closure.afterAssessment
                && episode.reason != Codes.Closure.earlyHelp
    }

    private func lastSeen(_ episode: Episode) -> Int32 {
        let last = min(day, episode.closure)
        var found = latest(episode.seen, by: last)
        func take(_ event: Int32) {
            if event <= last, found == Span.never || event > found { found = event }
        }
        for assessment in episode.assessments { take(assessment.seen) }
        for plan in episode.protections { take(latest(plan.visits, by: last)) }
        if let care = episode.care { take(latest(care.visits, by: last)) }
        return found
    }

    mutating func need(_ episodes: Range<Int>) {
        guard let index = episodes.last(where: { isInNeed(world.episodes[$0]) }) else { return }
        let episode = world.episodes[index]
        let isOpen = episode.closure > day
        begin(episode.person)
        addDisability(episode.person)
        add(day: episode.referral)
        add(texts.needs[Int(episode.need)])
        add(day: lastSeen(episode))
        add(day: episode.closure)
        if isOpen { addNothing() } else { add(texts.closures[Int(episode.reason)]) }
        let standing = standing(episode, on: isOpen ? day : episode.closure - 1)
        add(texts.statuses[isOpen ? standing.status : 4])
        addHolder(standing.team, episode.person, on: isOpen ? day : episode.closure, orManager: !isOpen)
    }

    mutating func protection(_ episodes: Range<Int>) {
        var previous = 0
        var found: (episode: Int, plan: Int, previous: Int)?
        for index in episodes {
            for (place, plan) in world.episodes[index].protections.enumerated() where plan.start <= day {
                if plan.end > since { found = (index, place, previous) }
                previous += 1
            }
        }
        guard let found else { return }
        let episode = world.episodes[found.episode]
        let plan = episode.protections[found.plan]
        let isOpen = plan.end > day
        let visit = latest(plan.visits, by: plan.end)
        begin(episode.person)
        addDisability(episode.person)
        add(day: plan.start)
        add(texts.abuse[Int(plan.category)])
        add(texts.abuse[Int(plan.recategorised <= day ? plan.laterCategory : plan.category)])
        add(day: visit)
        var dice = Dice(world.seed, .person, Int(episode.person) << 20 ^ Int(visit))
        add([texts.yes, texts.no, texts.unknown][dice.place([830, 140, 30])])
        add(day: latest(plan.reviews))
        add(day: plan.end)
        add(happened(plan.emergency))
        add(count: plan.previous + found.previous)
        if isOpen, let care = episode.care, care.start <= day, care.end > day {
            addHolder(standing(episode, on: day).team, episode.person, on: day, orManager: false)
        } else {
            let team: Workforce.Team = world.people[Int(episode.person)].isSouth ? .millbrook : .harbour
            addHolder(team, episode.person, on: isOpen ? day : plan.end, orManager: !isOpen)
        }
    }

    mutating func care(_ episodes: Range<Int>) {
        var earlierEnd = Int32.min
        var found: (episode: Episode, care: Care, earlierEnd: Int32)?
        for index in episodes {
            guard let care = world.episodes[index].care, care.start <= day else { continue }
            if care.end > since { found = (world.episodes[index], care, earlierEnd) }
            earlierEnd = care.end
        }
        guard let (episode, care, earlierEnd) = found else { return }
        let someone = world.people[Int(episode.person)]
        let isOpen = care.end > day
        let last = min(day, care.end)
        begin(episode.person)
        add(someone.isUnaccompanied && care.start > yearBefore)
        addDisability(episode.person)
        add(day: care.start)
        add(texts.careNeeds[Int(care.need)])
        add(earlierEnd > yearBefore)
        let legal = care.legal.last { $0.start <= last } ?? (care.start, 3)
        add(day: legal.start)
        add(texts.legal[Int(legal.status)])
        add(day: latest(care.reviews))
        add(day: latest(care.visits, by: last))
        if care.permanenceFrom <= last {
            add(texts.permanence[Int(care.permanence)])
        } else {
            addNothing()
        }
        add(day: recurring(care.start + 16, every: 62, until: last))
        addHealth(care, someone.birth, Int(episode.person), last)
        addPlacement(care, Int(episode.person), last)
        addMissing(care, Int(episode.person), last)
        let team: Workforce.Team = someone.isSouth ? .beacon : .lantern
        addHolder(team, episode.person, on: last, orManager: !isOpen)
    }

    private func recurring(_ first: Int32, every days: Int32, until last: Int32) -> Int32 {
        guard first <= last else { return Span.never }
        return max(first, world.span.workingDay(first + (last - first) / days * days))
    }

    private mutating func addHealth(_ care: Care, _ birth: Int32, _ person: Int, _ last: Int32) {
        let isYoung = Span.age(born: birth, on: last) < 5
        let isLate = person % 9 == 0
        add(day: recurring(care.start + 18, every: (isYoung ? 178 : 355) + (isLate ? 60 : 0), until: last))
        add(day: recurring(care.start + 40, every: person % 6 == 0 ? 430 : 350, until: last))
    }

    private mutating func addPlacement(_ care: Care, _ person: Int, _ last: Int32) {
        let known = care.placements.filter {
            $0.start <= last && ($0.start < care.end || $0.start == care.start)
        }
        // A placement ends where the next begins: the one that stood a year before counts too.
        let within =
            known.count { $0.start > yearBefore } + (known.contains { $0.start <= yearBefore } ? 1 : 0)
        add(count: max(1, within))
        add(day: care.end)
        if care.end <= day { add(texts.careEnds[Int(care.endReason)]) } else { addNothing() }
        guard let current = known.last else {
            for _ in 0..<7 { addNothing() }
            return
        }
        add(day: current.start)
        add(texts.placements[Int(current.type)])
        add(texts.providers[Int(current.provider)])
        // No postcode in the country begins with Q.
        let letters = ["QA", "QC", "QH", "QX"]
        add(
            texts.texts.place(
                "\(letters[current.number % 4])\(current.number / 4 % 40 + 1) \(current.number % 9 + 1)Q\(current.number % 2 == 0 ? "Q" : "X")"
            ))
        if Codes.placements[Int(current.type)].hasPrefix("K") {
            add(texts.texts.place("SC0\(10_000 + current.number)"))
        } else {
            addNothing()
        }
        add(current.place == 0 ? texts.inside : texts.outside)
        add(texts.places[Int(current.place)])
    }

    private mutating func addMissing(_ care: Care, _ person: Int, _ last: Int32) {
        let episodes = care.missing.count { $0 > yearBefore && $0 <= last }
        add(count: episodes)
        add(count: episodes / 3)
        guard episodes > 0 else {
            addNothing()
            addNothing()
            return
        }
        let isOffered = person % 11 != 4
        add(isOffered)
        if isOffered { add(person % 5 < 3) } else { addNothing() }
    }
}
