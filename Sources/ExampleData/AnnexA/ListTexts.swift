import ReturnFormats

/// The texts of one file: each once, codes as the template writes them.
struct ListTexts: Sendable {
    var texts = Texts()
    let yes, no, unknown, male, female, notStated: Int32
    let plainYes, plainNo: Int32
    let unallocated: Int32
    let ethnicity, sources, needs, careNeeds, closures, statuses, abuse, legal, permanence, careEnds: [Int32]
    let placements, providers, places, helpers, reversals: [Int32]
    let inside, outside: Int32
    let eligibility, inTouch, accommodation, suitability, activity, leaving: [Int32]
    let teams: [Int32]
    let managers: [Int32]
    private var people: [Int32]
    private var workers: [Int32]

    init(_ world: ExampleWorld) {
        var texts = Texts()
        func codes(_ set: CodeSet, _ names: [String]) -> [Int32] {
            texts.places(Codes.written(names, set))
        }
        yes = texts.place("a) Yes")
        no = texts.place("b) No")
        unknown = texts.place("c) Unknown")
        male = texts.place("a) Male")
        female = texts.place("b) Female")
        notStated = texts.place("c) Not stated/recorded")
        plainYes = texts.place("Yes")
        plainNo = texts.place("No")
        unallocated = texts.place("Unallocated")
        ethnicity = codes(.ethnicity, Codes.ethnicities)
        sources = codes(.source, Codes.sources)
        needs = codes(.need, Codes.needs)
        careNeeds = codes(.careNeed, Codes.needs)
        closures = codes(.closureReason, Codes.closures)
        statuses = codes(
            .status,
            [
                "Looked after child", "Child Protection plan", "Child in need plan", "Open assessment",
                "Closed episode",
            ])
        abuse = codes(.abuse, Codes.abuseNames)
        legal = codes(.legalStatus, Codes.legal)
        permanence = codes(.permanence, Codes.permanence)
        careEnds = codes(.careEndReason, Codes.careEnds)
        placements = codes(.placement, Codes.placements)
        providers = codes(.provider, Codes.providers)
        places = texts.places(Codes.elsewhere)
        helpers = texts.places(Codes.helpers)
        reversals = codes(.adoptionReversal, Codes.reversals)
        inside = texts.place("a) In")
        outside = texts.place("b) Out")
        eligibility = codes(
            .eligibility,
            ["Relevant child", "Former relevant child", "Qualifying care leaver", "Eligible child"])
        inTouch = codes(.inTouch, ["Yes", "No", "Refu", "NREQ"])
        accommodation = codes(.accommodation, ["U", "B", "D", "Z", "T", "K", "X", "W", "S", "E"])
        suitability = codes(.suitability, ["Suitable", "Unsuitable"])
        activity = codes(.activity, ["F2", "F5", "F1", "F4", "P5", "G5", "G4", "G6"])
        leaving = codes(.adoptionLeaving, ["1", "2", "3"])
        teams = texts.places(Workforce.Team.allCases.map(\.name))
        managers = texts.places(Workforce.Team.allCases.map(\.manager))
        self.texts = texts
        people = Array(repeating: -1, count: world.people.count)
        workers = Array(repeating: -1, count: world.workforce.workers.count)
    }

    mutating func reference(_ person: Int32, _ world: ExampleWorld) -> Int32 {
        let known = people[Int(person)]
        guard known < 0 else { return known }
        let place = texts.place(world.people[Int(person)].reference)
        people[Int(person)] = place
        return place
    }

    mutating func worker(_ worker: Int, _ world: ExampleWorld) -> Int32 {
        let known = workers[worker]
        guard known < 0 else { return known }
        let place = texts.place(world.workforce.workers[worker].name)
        workers[worker] = place
        return place
    }
}
