import Kernel

/// Shows the world as the census of one year has it: children referred in the year or with an open episode in it, and of
/// each episode what began, ended or went on in the year.
struct CensusMaker {
    private let world: ExampleWorld
    private let first: Int32
    private let last: Int32
    private let year: Int

    init(_ world: ExampleWorld, _ day: Int32) {
        self.world = world
        last = day
        year = Day(number: day).civil.year
        first = (Day(year: year - 1, month: 4, day: 1) ?? Day(number: day - 364)).number
    }

    private func isInYear(_ day: Int32) -> Bool { first <= day && day <= last }
    private func known(_ day: Int32) -> Int32? { day <= last ? day : nil }

    func make() -> Census {
        var census = Census(year: year, first: first, last: last, referenceDate: last)
        var start = 0
        let episodes = world.episodes
        var disabled = 0
        while start < episodes.count {
            var end = start + 1
            while end < episodes.count, episodes[end].person == episodes[start].person { end += 1 }
            var previous = Int(world.people[Int(episodes[start].person)].earlierPlans)
            var shown: [Census.Episode] = []
            for index in start..<end {
                if belongs(episodes[index]) { shown.append(self.episode(episodes[index], previous)) }
                previous += episodes[index].protections.count
            }
            if !shown.isEmpty { census.children.append(child(episodes[start].person, shown, &disabled)) }
            start = end
        }
        return census
    }

    private func belongs(_ episode: Episode) -> Bool {
        guard episode.referral <= last else { return false }
        return episode.noFurtherAction ? episode.referral >= first : episode.closure >= first
    }

    private func episode(_ episode: Episode, _ earlierPlans: Int) -> Census.Episode {
        var shown = Census.Episode(
            referral: episode.referral, source: Codes.sources[Int(episode.source)],
            noFurtherAction: episode.noFurtherAction ? "1" : "0")
        guard !episode.noFurtherAction else { return shown }
        shown.need = Codes.needs[Int(episode.need)]
        shown.closure = known(episode.closure)
        shown.reason = shown.closure == nil ? nil : Codes.closures[Int(episode.reason)]
        for assessment in episode.assessments where assessment.start <= last && assessment.end >= first {
            let end = known(assessment.end)
            shown.assessments.append(
                Census.Assessment(
                    start: assessment.start, end: end,
                    factors: end == nil
                        ? [] : assessment.factors.map { $0 == Codes.noFactor ? "21" : Codes.factors[Int($0)] }
                ))
        }
        for plan in episode.needPlans where plan.start <= last && plan.end >= first {
            shown.needPlans.append(Census.NeedPlan(start: plan.start, end: known(plan.end)))
        }
        for enquiry in episode.enquiries where enquiry.start <= last {
            let isNeeded = enquiry.conference != Span.never
            guard isNeeded ? enquiry.conference >= first : isInYear(enquiry.start) else { continue }
            let isDecided = enquiry.decided <= last
            shown.enquiries.append(
                Census.Enquiry(
                    start: enquiry.start, target: world.span.adding(15, to: enquiry.start),
                    conference: known(enquiry.conference),
                    notRequired: isDecided && !isNeeded ? "true" : "false"))
        }
        for (place, plan) in episode.protections.enumerated() where plan.start <= last && plan.end >= first {
            let category = plan.recategorised <= last ? plan.laterCategory : plan.category
            shown.protections.append(
                Census.Protection(
                    start: plan.start, end: known(plan.end), category: Codes.abuse[Int(plan.category)],
                    latestCategory: Codes.abuse[Int(category)], previous: earlierPlans + place,
                    reviews: plan.reviews.filter { $0 <= last }))
        }
        return shown
    }

    private func child(_ place: Int32, _ episodes: [Census.Episode], _ disabled: inout Int) -> Census.Child {
        let person = world.people[Int(place)]
        let isUnborn = person.birth > last
        let isOld = Span.months(4 * 12, after: person.birth) <= last
        let hasOnlyNoAction = episodes.allSatisfy { $0.noFurtherAction == "1" }
        let hasNumber = isOld && !(hasOnlyNoAction && place % 3 == 0)
        var child = Census.Child(
            person: place, reference: person.reference, pupilNumber: nil, formerPupilNumber: nil,
            noPupilNumber: nil, birth: isUnborn ? nil : person.birth,
            expectedBirth: isUnborn ? person.birth : nil, sex: sex(person, isUnborn), death: nil,
            ethnicity: Codes.ethnicities[Int(isUnborn ? Codes.notObtained : person.ethnicity)],
            disabilities: isUnborn ? [] : disabilities(person), episodes: episodes)
        if hasNumber {
            child.pupilNumber = PupilNumber.number(place)
            if place % 97 == 12 { child.formerPupilNumber = PupilNumber.number(place + 5_000_000) }
        } else {
            child.noPupilNumber = hasOnlyNoAction ? "UN7" : "UN1"
        }
        // Few records are small: of the first disabled children each shows another code.
        if person.disabilities != 0, !isUnborn {
            let code = Codes.disabilities[disabled % Codes.disabilities.count]
            if disabled < 24, !child.disabilities.contains(code) { child.disabilities.append(code) }
            disabled += 1
        }
        return child
    }

    private func sex(_ person: Person, _ isUnborn: Bool) -> String {
        let asksSex = year >= 2025
        if isUnborn { return asksSex ? "U" : "0" }
        return asksSex ? person.isGirl ? "F" : "M" : person.isGirl ? "2" : "1"
    }

    private func disabilities(_ person: Person) -> [String] {
        guard person.disabilities != 0 else { return ["NONE"] }
        return Codes.disabilities.indices.filter { person.disabilities & 1 << UInt16($0) != 0 }
            .map { Codes.disabilities[$0] }
    }
}

/// Pupil numbers with a right check letter that no pupil has: 001 is no authority's number, and no school has a number
/// below 1000.
enum PupilNumber {
    static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")

    static func number(_ person: Int32) -> String {
        let serial = String(10_000_000 + Int(person)).dropFirst()
        let figures = "001" + "0" + serial + "\(person % 10)"
        return "\(letter(figures))\(figures)"
    }

    static func letter(_ figures: String) -> Character {
        var sum = 0
        for (index, figure) in figures.utf8.enumerated() { sum += (index + 2) * Int(figure - 0x30) }
        return letters[sum % 23]
    }
}
