import Kernel

/// Makes the world: families come to notice with the seasons, and what happens to each child follows from there.
struct WorldMaker {
    let seed: UInt64
    let span: Span
    private(set) var people: [Person] = []
    private(set) var episodes: [Episode] = []
    private(set) var contacts: [Contact] = []
    private(set) var help: [Help] = []
    private var unaccompanied: [Int32] = []

    init(seed: UInt64, span: Span) {
        self.seed = seed
        self.span = span
    }

    static func world(seed: UInt64, span: Span, children: Int) -> ExampleWorld {
        var maker = WorldMaker(seed: seed, span: span)
        maker.referFamilies(children)
        maker.addOthers(children * 8 / 10)
        var world = ExampleWorld(
            span: span, seed: seed, workforce: Workforce(seed: seed, span: span, children: children))
        world.people = maker.people
        world.episodes = maker.episodes
        // One contact of a child a day: a second row would be the same row again.
        var days: Set<Int> = []
        world.contacts = maker.contacts.filter { days.insert(Int($0.person) << 20 | Int($0.day)).inserted }
        world.help = maker.help
        Adopting.fill(&world)
        LeavingCare.fill(&world, count: children * 11 / 200)
        return world
    }

    // How much of a year's referrals comes in each month: dips in August and December, a rise in September.
    private static let seasons = [102, 100, 108, 96, 103, 106, 104, 76, 114, 110, 108, 80]

    private mutating func referFamilies(_ children: Int) {
        people.reserveCapacity(children * 2)
        episodes.reserveCapacity(children * 3 / 2)
        let monthStarts = monthStarts
        let weights = monthStarts.map { Self.seasons[Day(number: $0).civil.month - 1] }
        var dice = Dice(seed, .arrivals)
        var family = 0
        while people.count < children {
            // One family in seven was known before the story begins.
            let isKnown = family % 7 == 3
            var referral = span.begins - Int32(dice.within(20, 200))
            if isKnown {
                referral = span.begins - Int32(dice.within(90, 2_200))
            } else {
                let start = monthStarts[dice.place(weights)]
                referral = start + Int32(dice.below(28))
            }
            referral = span.workingDay(referral)
            if referral <= span.until { refer(family, referral, isKnown: isKnown) }
            family += 1
        }
    }

    private var monthStarts: [Int32] {
        var starts: [Int32] = []
        var day = Day(number: span.begins)
        while day.number <= span.until {
            starts.append(day.number)
            day = day.adding(months: 1)
        }
        return starts
    }

    /// A family's children, and every referral of them.
    private mutating func refer(_ family: Int, _ first: Int32, isKnown: Bool) {
        var dice = Dice(seed, .family, family)
        let isUnaccompanied = !isKnown && dice.chance(7)
        let size = isUnaccompanied ? 1 : 1 + dice.place([450, 300, 160, 90])
        let isSouth = dice.chance(480)
        let desk = Int32(dice.below(1 << 20))
        let firstPerson = people.count
        var birth =
            first - Int32(isUnaccompanied ? dice.within(15 * 365, 17 * 365) : dice.within(30, 15 * 365))
        let isUnborn = size == 1 && !isKnown && !isUnaccompanied && dice.chance(50)
        if isUnborn { birth = first + Int32(dice.within(40, 150)) }
        let ethnicity = UInt8(
            isUnaccompanied ? [16, 12, 14, 17][dice.below(4)] : dice.place(Codes.ethnicityWeights))
        for child in 0..<size {
            if child > 0 {
                birth -= Int32(dice.within(320, 1_500))
                guard Span.age(born: birth, on: first) < 16 else { break }
            }
            var own = Dice(seed, .person, people.count)
            people.append(
                person(&own, birth: birth, isSouth: isSouth, desk: desk, ethnicity: ethnicity, isKnown: true))
            people[people.count - 1].isUnaccompanied = isUnaccompanied
        }
        var referral = first
        var turn = 0
        while referral <= span.until, turn < 6 {
            guard
                let closed = addEpisodes(
                    firstPerson..<people.count, referral, family * 8 + turn, turn, isKnown)
            else { break }
            var shared = Dice(seed, .episode, family * 8 + turn + 1 << 40)
            guard shared.chance(460) else { break }
            let gap = shared.chance(700) ? shared.within(15, 180) : shared.within(180, 640)
            referral = span.workingDay(closed + Int32(gap) + 4)
            turn += 1
        }
    }

    /// One referral of the family's children; when all of them were closed, nil where one stays open.
    private mutating func addEpisodes(
        _ family: Range<Int>, _ referral: Int32, _ place: Int, _ turn: Int, _ isKnown: Bool
    ) -> Int32? {
        var closed = referral
        var isOpen = false
        var hasEpisode = false
        let before = episodes.count
        for index in family {
            let person = people[index]
            guard Span.age(born: person.birth, on: referral) < (person.isUnaccompanied ? 18 : 16),
                person.birth <= referral || turn == 0 && family.count == 1
            else { continue }
            // Brothers and sisters share their dice, and so most of what happens.
            var life = Life(
                span: span, person: person, place: Int32(index), dice: Dice(seed, .episode, place))
            life.isKnown = isKnown && turn == 0
            life.tell(from: referral)
            let episode = life.episode
            episodes.append(episode)
            hasEpisode = true
            if episode.noFurtherAction {
                // A census has no end for these: the next referral stands in another year.
                closed = max(closed, Span.yearEnd(referral))
            } else if episode.closure == Span.never || episode.closure > span.until {
                isOpen = true
            } else {
                closed = max(closed, episode.closure)
            }
            contacts.append(
                Contact(
                    person: Int32(index), day: span.workingDay(referral - Int32(place % 2)),
                    source: episode.source))
        }
        // Told by person: a later referral of the first child stands before those of the second.
        if before > 0, hasEpisode, family.count > 1, turn > 0 { sortLast(family) }
        return isOpen || !hasEpisode ? nil : closed
    }

    private mutating func sortLast(_ family: Range<Int>) {
        var start = episodes.count
        while start > 0, family.contains(Int(episodes[start - 1].person)) { start -= 1 }
        episodes[start...].sort { ($0.person, $0.referral) < ($1.person, $1.referral) }
    }

    /// Other contacts about the same children, children who are only heard of, and early help.
    private mutating func addOthers(_ count: Int) {
        let known = people.count
        for index in 0..<known {
            var dice = Dice(seed, .contacts, index)
            addContacts(Int32(index), dice.place([30, 30, 22, 18]), &dice)
        }
        for index in known..<(known + count) {
            var dice = Dice(seed, .person, index)
            let birth = span.until - Int32(dice.within(400, 16 * 365))
            let ethnicity = UInt8(dice.place(Codes.ethnicityWeights))
            people.append(
                person(
                    &dice, birth: birth, isSouth: dice.chance(480), desk: Int32(dice.below(1 << 20)),
                    ethnicity: ethnicity, isKnown: false))
            addContacts(Int32(index), dice.within(1, 3), &dice)
            guard dice.chance(450) else { continue }
            let start = span.workingDay(day(&dice))
            let end = dice.chance(40) ? Span.never : span.workingDay(start + Int32(dice.within(40, 260)))
            guard birth < start else { continue }
            help.append(
                Help(
                    person: Int32(index), start: start, end: end,
                    organisation: UInt8(dice.below(Codes.helpers.count))))
        }
    }

    private mutating func addContacts(_ person: Int32, _ count: Int, _ dice: inout Dice) {
        for _ in 0..<count {
            let day = span.workingDay(day(&dice))
            let source = UInt8(dice.place(Codes.sourceWeights))
            let birth = people[Int(person)].birth
            guard day > birth, Span.age(born: birth, on: day) < 17 else { continue }
            contacts.append(Contact(person: person, day: day, source: source))
        }
    }

    private func day(_ dice: inout Dice) -> Int32 {
        span.begins + Int32(dice.below(Int(span.until - span.begins) + 1))
    }

    private func person(
        _ dice: inout Dice, birth: Int32, isSouth: Bool, desk: Int32, ethnicity: UInt8, isKnown: Bool
    ) -> Person {
        Person(
            reference: reference(people.count, &dice), birth: birth, isGirl: dice.chance(482),
            ethnicity: ethnicity, disabilities: disabilities(&dice), isSouth: isSouth, desk: desk,
            earlierPlans: UInt8(isKnown ? dice.place([810, 145, 35, 10]) : 0))
    }

    // The letters and leading zeros that case systems give, which a spreadsheet must not lose.
    private func reference(_ index: Int, _ dice: inout Dice) -> String {
        let figures = String(1_000_000 + index * 7 + dice.below(7))
        return switch index % 25 {
        case 3, 11: "00\(figures)"
        case 7: "P\(figures)X"
        default: "A\(figures)"
        }
    }

    private func disabilities(_ dice: inout Dice) -> UInt16 {
        guard dice.chance(125) else { return 0 }
        var bits = UInt16(1) << UInt16(dice.place([30, 26, 14, 12, 10, 8, 6, 5, 5, 4, 3, 8]))
        if dice.chance(350) { bits |= UInt16(1) << UInt16(dice.below(Codes.disabilities.count)) }
        return bits
    }
}
