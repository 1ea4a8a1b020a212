import Kernel

/// Lists 9 to 11: care leavers, adoption and adopters.
extension ListMaker {
    mutating func leavers(_ layout: Int) {
        for leaver in world.leavers where leaver.from <= day && leaver.until > day {
            let person = Int(leaver.person)
            let age = Span.age(born: world.people[person].birth, on: day)
            begin(leaver.person)
            if layout >= 2024 { add(leaver.isUnaccompanied) }
            addDisability(leaver.person)
            addHolder(.leavingCare, leaver.person, on: day, orManager: true)
            // How they live changes by the half year.
            var dice = Dice(world.seed, .leavers, 1 << 30 + person << 8 + Int(day - leaver.from) / 182)
            let isInTouch = dice.chance(915)
            if layout >= 2024 {
                let desk = world.people[person].desk
                let adviser = world.workforce.worker(.leavingCare, desk: desk + 1, on: day)
                add(
                    adviser.map { texts.worker($0, world) }
                        ?? texts.managers[Workforce.Team.leavingCare.rawValue])
            }
            add(texts.eligibility[age < 18 ? 0 : person % 12 == 0 ? 2 : 1])
            if layout >= 2024 { add(day: lastOf(leaver, every: Int32(150 + person % 45))) }
            add(texts.inTouch[isInTouch ? 0 : dice.chance(650) ? 1 : 2 + dice.below(2)])
            if layout >= 2024 {
                add(
                    day: isInTouch
                        ? lastOf(leaver, every: Int32(28 + person % 33)) : lastOf(leaver, every: 170))
            }
            guard isInTouch else {
                for _ in 0..<3 { addNothing() }
                continue
            }
            let home = dice.place([330, 150, 170, 110, 60, 60, 25, 8, 12, 75])
            add(texts.accommodation[home])
            add(texts.suitability[home >= 6 && home <= 8 || dice.chance(30) ? 1 : 0])
            add(texts.activity[dice.place([200, 180, 60, 40, 60, 290, 110, 60])])
        }
    }

    private func lastOf(_ leaver: Leaver, every days: Int32) -> Int32 {
        leaver.from + (day - leaver.from) / days * days
    }

    mutating func adoptions() {
        for adoption in world.adoptions where adoption.decision <= day {
            guard adoption.order > yearBefore, adoption.reversed > yearBefore else { continue }
            begin(adoption.person)
            // The family's number stands second in this list.
            let family: Cell =
                adoption.matched <= day ? .text(texts.texts.place("F\(500 + adoption.family)")) : .empty
            cells.insert(family, at: cells.count - 4)
            addDisability(adoption.person)
            add(day: adoption.enteredCare)
            add(day: adoption.decision)
            add(day: adoption.placementOrder)
            add(day: adoption.matched)
            add(day: adoption.placed)
            add(day: adoption.order)
            add(day: adoption.reversed)
            if adoption.reversed <= day {
                add(texts.reversals[Int(adoption.reversedReason)])
            } else {
                addNothing()
            }
            add(day: adoption.early)
        }
    }

    mutating func adopters() {
        for adopter in world.adopters where adopter.stageOne.start <= day {
            guard adopter.order > yearBefore, adopter.left > yearBefore else { continue }
            rowPeople.append(-1)
            add(texts.texts.place(adopter.reference))
            add(texts.texts.place("F\(500 + adopter.family)"))
            add(adopter.isWoman ? texts.female : texts.male)
            add(texts.ethnicity[Int(adopter.ethnicity)])
            add(adopter.isDisabled)
            add(adopter.isEarly ? texts.plainYes : texts.plainNo)
            let left = adopter.left
            for event in [
                adopter.enquiry, adopter.stageOne.start, adopter.stageOne.end, adopter.stageTwo.start,
                adopter.stageTwo.end, Span.never, Span.never, adopter.matched, adopter.placed,
            ] {
                cells.append(event <= min(day, left) ? .day(event) : .empty)
            }
            cells.append(adopter.placed <= day ? .number(adopter.children) : .empty)
            cells.append(adopter.order <= day ? .day(adopter.order) : .empty)
            cells.append(left <= day ? .day(left) : .empty)
            cells.append(left <= day ? .text(texts.leaving[Int(adopter.leftReason)]) : .empty)
        }
    }
}
