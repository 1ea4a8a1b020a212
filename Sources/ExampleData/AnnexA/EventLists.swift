import Kernel

/// Lists 1 to 5: a row for each event of the six months before the file.
extension ListMaker {
    mutating func contacts() {
        for contact in world.contacts where happened(contact.day) {
            begin(contact.person)
            add(day: contact.day)
            add(texts.sources[Int(contact.source)])
        }
    }

    mutating func help() {
        for help in world.help where help.start <= day {
            guard happened(help.start) || help.end > day else { continue }
            begin(help.person)
            add(day: help.start)
            add(day: help.end)
            add(texts.helpers[Int(help.organisation)])
        }
    }

    mutating func referrals(_ episodes: Range<Int>) {
        guard let latest = episodes.last(where: { world.episodes[$0].referral <= day }),
            happened(world.episodes[latest].referral)
        else { return }
        let last = world.episodes[latest].referral
        let yearBefore = Span.months(-12, after: last)
        let earlier = episodes.count {
            let referral = world.episodes[$0].referral
            return referral >= yearBefore && referral < last
        }
        for index in episodes where happened(world.episodes[index].referral) {
            let episode = world.episodes[index]
            begin(episode.person)
            add(day: episode.referral)
            add(texts.sources[Int(episode.source)])
            add(episode.noFurtherAction)
            add(count: earlier)
            addHolder(.frontDoor, episode.person, on: episode.referral, orManager: true)
        }
    }

    mutating func assessments(_ episodes: Range<Int>) {
        for index in episodes {
            let episode = world.episodes[index]
            for (place, assessment) in episode.assessments.enumerated()
            where assessment.start <= day && (happened(assessment.start) || assessment.end > since) {
                let isDone = assessment.end <= day
                begin(episode.person)
                addDisability(episode.person)
                add(day: assessment.start)
                add(assessment.seen <= day)
                add(day: assessment.end)
                if isDone { add(assessment.needsSupport) } else { addNothing() }
                addHolder(
                    assessmentTeam(episode.person, isFirst: place == 0), episode.person, on: assessment.end,
                    orManager: true)
            }
        }
    }

    mutating func enquiries(_ episodes: Range<Int>) {
        var last = Int32.min
        for index in episodes {
            for enquiry in world.episodes[index].enquiries where enquiry.start <= day {
                last = max(last, enquiry.start)
            }
        }
        guard last > Int32.min else { return }
        let yearBefore = Span.months(-12, after: last)
        var earlier = 0
        var conferences = 0
        for index in episodes {
            for enquiry in world.episodes[index].enquiries where enquiry.start < last {
                if enquiry.start >= yearBefore { earlier += 1 }
                if enquiry.conference >= yearBefore, enquiry.conference < last { conferences += 1 }
            }
        }
        for index in episodes {
            let episode = world.episodes[index]
            for (place, enquiry) in episode.enquiries.enumerated() where enquiry.start <= day {
                let isNeeded = enquiry.conference != Span.never
                let isOpen = enquiry.decided > day || isNeeded && enquiry.conference > day
                guard happened(enquiry.start) || isOpen || happened(enquiry.conference) else { continue }
                begin(episode.person)
                addDisability(episode.person)
                add(day: enquiry.start)
                if enquiry.decided > day { addNothing() } else { add(!isNeeded) }
                add(day: enquiry.conference)
                if enquiry.conference <= day { add(enquiry.ledToPlan) } else { addNothing() }
                add(count: earlier)
                add(count: conferences)
                addHolder(
                    assessmentTeam(
                        episode.person,
                        isFirst: place == 0
                            && episode.needPlans.first.map { $0.start > enquiry.start } ?? true),
                    episode.person, on: isNeeded ? enquiry.conference : enquiry.decided, orManager: true)
            }
        }
    }
}
