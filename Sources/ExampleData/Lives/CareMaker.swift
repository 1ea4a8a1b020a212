import Kernel

/// One time in care: how long, under which order, where, who came to see the child, and how it ended.
struct CareMaker {
    let span: Span
    let person: Person
    var dice: Dice
    let need: UInt8
    var isKnown = false

    init(span: Span, person: Person, dice: Dice, need: UInt8) {
        self.span = span
        self.person = person
        self.dice = dice
        self.need = need
    }

    private enum Way { case home, relatives, adopted, grownUp }

    mutating func care(
        from start: Int32, notBefore earliest: Int32, adulthood: Int32
    ) -> (care: Care, closure: UInt8, isHome: Bool) {
        let age = Span.age(born: person.birth, on: start)
        var way = Way.grownUp
        var end = adulthood
        if !person.isUnaccompanied {
            switch dice.place([330, 170, age < 5 ? 420 : 0, 320]) {
            case 0:
                way = .home
                end = start + Int32(dice.chance(500) ? dice.within(20, 180) : dice.within(180, 800))
            case 1:
                way = .relatives
                end = start + Int32(dice.within(200, 700))
            case 2:
                way = .adopted
                end = start + Int32(dice.within(480, 760))
            default: break
            }
        }
        if isKnown, way != .grownUp { end = max(end, span.begins + Int32(dice.within(-200, 500))) }
        end = way == .grownUp ? adulthood : max(span.workingDay(end), span.workingDay(earliest + 3))
        if way != .grownUp, end >= adulthood {
            way = .grownUp
            end = adulthood
        }
        var care = Care(
            start: start, end: end, endReason: reason(way), need: need, legal: legal(way, start, end),
            placements: [], reviews: [], visits: [], missing: [],
            permanence: permanence(way), permanenceFrom: span.adding(80, to: start))
        place(&care, way, age)
        review(&care)
        visit(&care)
        if age >= 11 { goMissing(&care) }
        let closure: UInt8 =
            switch way {
            case .home: Codes.Closure.other
            case .relatives: care.endReason == 3 ? Codes.Closure.arrangements : Codes.Closure.guardianship
            case .adopted: Codes.Closure.adopted
            case .grownUp: Codes.Closure.other
            }
        return (care, closure, way == .home)
    }

    /// The place in `Codes.careEnds`.
    private mutating func reason(_ way: Way) -> UInt8 {
        switch way {
        case .adopted: 0
        case .home: dice.chance(780) ? 1 : 2
        case .relatives: UInt8(3 + dice.below(3))
        case .grownUp: UInt8(dice.chance(700) ? 6 : dice.chance(600) ? 7 : 8)
        }
    }

    private mutating func legal(_ way: Way, _ start: Int32, _ end: Int32) -> [(start: Int32, status: UInt8)] {
        if person.isUnaccompanied || way == .home && dice.chance(600) { return [(start, 3)] }
        var statuses: [(start: Int32, status: UInt8)] = []
        if dice.chance(80) {
            statuses = [(start, 4), (start + 7, 0)]
        } else {
            statuses = [(start, 0)]
        }
        let order = start + Int32(way == .adopted ? dice.within(205, 260) : dice.within(180, 260))
        if order < end { statuses.append((order, way == .adopted ? 2 : 1)) }
        return statuses
    }

    /// The place in `Codes.permanence`.
    private mutating func permanence(_ way: Way) -> UInt8 {
        switch way {
        case .home: 0
        case .adopted: 1
        case .relatives: 2
        case .grownUp: UInt8([5, 5, 5, 4, 3][dice.below(5)])
        }
    }

    private mutating func place(_ care: inout Care, _ way: Way, _ age: Int) {
        var day = care.start
        while day < min(care.end, span.until + 1), care.placements.count < 30 {
            let isLater = Span.age(born: person.birth, on: day) >= 16
            // Relative, foster, parents, homes and supported accommodation; by age.
            let type: Int
            if way == .adopted, day >= care.start + (care.end - care.start) * 2 / 3 {
                type = 4
            } else if isLater {
                type = [1, 2, 3, 6, 7, 7][dice.below(6)]
            } else if age >= 11 {
                type = [1, 2, 3, 3, 6, 6][dice.below(6)]
            } else {
                type = [1, 1, 3, 3, 2, 5][dice.below(6)]
            }
            let provider = type == 5 ? 0 : type == 1 ? 1 : [1, 1, 2, 3, 3, 4][dice.below(6)]
            let isOut = provider >= 2 && dice.chance(620)
            care.placements.append(
                Placement(
                    start: day, type: UInt8(type), provider: UInt8(provider),
                    place: isOut ? UInt8(dice.within(1, Codes.elsewhere.count - 1)) : 0,
                    number: dice.below(9_000)))
            var stay = Int32(dice.chance(300) ? dice.within(12, 150) : dice.within(200, 1_600))
            if way == .adopted, type != 4 {
                stay = care.start + (care.end - care.start) * 2 / 3 - day
            } else if type == 4 {
                break
            }
            day = span.workingDay(day + max(10, stay))
        }
    }

    private mutating func review(_ care: inout Care) {
        var day = span.adding(dice.within(12, 20), to: care.start)
        if dice.chance(70) { day = span.adding(dice.within(21, 30), to: care.start) }
        while day < min(care.end, span.until + 1) {
            care.reviews.append(day)
            let next = Span.months(care.reviews.count == 1 ? 3 : 6, after: day) - Int32(dice.within(1, 20))
            day = span.workingDay(dice.chance(50) ? next + Int32(dice.within(22, 40)) : next)
        }
    }

    /// A steady share of visits is within six weeks.
    private mutating func visit(_ care: inout Care) {
        var day = care.start
        while day < min(care.end + 1, span.until + 1) {
            care.visits.append(day)
            day = span.workingDay(day + Int32(dice.chance(910) ? dice.within(22, 42) : dice.within(44, 66)))
        }
    }

    private mutating func goMissing(_ care: inout Care) {
        guard dice.chance(190) else { return }
        var day = care.start + Int32(dice.within(10, 200))
        while day < min(care.end, span.until + 1), care.missing.count < 40 {
            care.missing.append(day)
            day += Int32(dice.within(8, 220))
        }
    }
}
