import Kernel

/// Decisions that children should be adopted, and the families that adopt.
enum Adopting {
    static func fill(_ world: inout ExampleWorld) {
        var dice = Dice(world.seed, .adopters)
        var family: Int32 = 0
        for episode in world.episodes {
            guard let care = episode.care, world.span.begins - 700 < care.start else { continue }
            let isAdopted = care.permanence == 1
            let age = Span.age(born: world.people[Int(episode.person)].birth, on: care.start)
            guard isAdopted || care.permanence == 2 && age < 7 && dice.chance(800) else { continue }
            let length = care.end - care.start
            let decision = world.span.workingDay(care.start + min(200, length / 3))
            var adoption = Adoption(
                person: episode.person, family: family, enteredCare: care.start, decision: decision,
                placementOrder: Span.never, matched: Span.never, placed: Span.never, order: Span.never,
                reversed: Span.never, reversedReason: 0, early: Span.never)
            if isAdopted {
                // The last placement is the one with the adopters.
                let placed = care.placements.last { $0.type == 4 }?.start ?? care.start + length * 2 / 3
                adoption.placementOrder = care.legal.last?.start ?? decision
                if adoption.placementOrder < decision || adoption.placementOrder >= placed {
                    adoption.placementOrder = decision + (placed - decision) / 3
                }
                adoption.placed = placed
                adoption.matched = max(
                    adoption.placementOrder, world.span.workingDay(placed - Int32(dice.within(10, 45))))
                adoption.order = care.end
                if dice.chance(120) { adoption.early = care.start + (placed - care.start) / 2 }
                world.adopters += adopters(adoption, &dice, world.span, world.adopters.count)
                family += 1
            } else {
                adoption.reversed = world.span.workingDay(decision + Int32(dice.within(60, 150)))
                adoption.reversedReason = UInt8(dice.below(Codes.reversals.count))
                guard adoption.reversed < care.end else { continue }
            }
            world.adoptions.append(adoption)
        }
        addWaiting(&world, from: family, &dice)
    }

    private static func adopters(
        _ adoption: Adoption, _ dice: inout Dice, _ span: Span, _ count: Int
    ) -> [Adopter] {
        let end = adoption.matched - Int32(dice.within(10, 200))
        var first = adopter(adoption.family, stageTwoEnds: end, &dice, span, count)
        first.matched = adoption.matched
        first.placed = adoption.placed
        first.order = adoption.order
        first.children = 1
        first.isEarly = adoption.early != Span.never
        guard dice.chance(780) else { return [first] }
        return [first, partner(of: first, count + 1)]
    }

    /// Families who are being approved, or wait for a child, or left.
    private static func addWaiting(_ world: inout ExampleWorld, from first: Int32, _ dice: inout Dice) {
        let count = max(3, world.adoptions.count)
        for offset in 0..<count {
            let end = world.span.begins + Int32(dice.below(Int(world.span.until - world.span.begins) + 200))
            var adopter = adopter(
                first + Int32(offset), stageTwoEnds: end, &dice, world.span, world.adopters.count)
            if dice.chance(500) {
                adopter.left = world.span.workingDay(end + Int32(dice.within(30, 300)))
                adopter.leftReason = UInt8(dice.below(2))
            }
            world.adopters.append(adopter)
            if dice.chance(780) { world.adopters.append(partner(of: adopter, world.adopters.count)) }
        }
    }

    private static func adopter(
        _ family: Int32, stageTwoEnds end: Int32, _ dice: inout Dice, _ span: Span, _ count: Int
    ) -> Adopter {
        let stageTwo = span.workingDay(end - Int32(dice.within(100, 130)))
        let stageOneEnd = span.workingDay(stageTwo - Int32(dice.within(5, 60)))
        let stageOne = span.workingDay(stageOneEnd - Int32(dice.within(55, 90)))
        return Adopter(
            reference: reference(count), family: family, isWoman: dice.chance(620),
            ethnicity: UInt8(dice.place(Codes.ethnicityWeights)), isDisabled: dice.chance(40), isEarly: false,
            enquiry: span.workingDay(stageOne - Int32(dice.within(10, 60))),
            stageOne: (stageOne, stageOneEnd),
            stageTwo: (stageTwo, span.workingDay(end)), matched: Span.never, placed: Span.never,
            order: Span.never, left: Span.never, leftReason: 0, children: 0)
    }

    private static func partner(of adopter: Adopter, _ count: Int) -> Adopter {
        var partner = adopter
        partner.reference = reference(count)
        partner.isWoman.toggle()
        return partner
    }

    private static func reference(_ count: Int) -> String { "AD\(20_000 + count * 3)" }
}
