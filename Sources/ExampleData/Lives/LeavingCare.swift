import Kernel

/// Young people entitled to leaving-care services: those who grew up in this world, and those who left before it began.
enum LeavingCare {
    static func fill(_ world: inout ExampleWorld, count: Int) {
        for episode in world.episodes {
            let person = world.people[Int(episode.person)]
            guard let care = episode.care, care.end == Span.months(18 * 12, after: person.birth),
                care.end - care.start > 91, care.end <= world.span.until
            else { continue }
            world.leavers.append(
                Leaver(
                    person: episode.person, from: care.end, until: Span.months(21 * 12, after: person.birth),
                    isUnaccompanied: person.isUnaccompanied))
        }
        for place in 0..<count {
            var dice = Dice(world.seed, .leavers, place)
            let birth =
                world.span.begins - 7_660
                + Int32(dice.below(Int(world.span.until - world.span.begins) + 1_080))
            let index = world.people.count
            let isUnaccompanied = dice.chance(110)
            world.people.append(
                Person(
                    reference: "A\(1_000_000 + index * 7 + dice.below(7))", birth: birth,
                    isGirl: dice.chance(430), ethnicity: UInt8(dice.place(Codes.ethnicityWeights)),
                    disabilities: dice.chance(160) ? 2 : 0, isSouth: dice.chance(480),
                    desk: Int32(dice.below(1 << 20)), earlierPlans: 0))
            world.leavers.append(
                Leaver(
                    person: Int32(index), from: Span.months(18 * 12, after: birth),
                    until: Span.months((dice.chance(250) ? 25 : 21) * 12, after: birth),
                    isUnaccompanied: isUnaccompanied))
        }
    }
}
