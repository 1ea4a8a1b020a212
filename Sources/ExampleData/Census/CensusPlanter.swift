import Kernel

/// Plants faults of known number in one census, each in a child of its own, so that each rule finds its own and no other;
/// where one fault cannot be without another, both are counted.
struct CensusPlanter {
    typealias Child = Census.Child

    private(set) var census: Census
    let span: Span
    let seed: UInt64
    private(set) var planted = PlantedFaults()
    /// Children in the order in which they are tried, and how far those that have a fault are marked.
    private var order: [Int] = []
    private var isTaken: [Bool] = []

    var first: Int32 { census.first }
    var last: Int32 { census.last }

    init(_ census: Census, span: Span, seed: UInt64) {
        self.census = census
        self.span = span
        self.seed = seed
    }

    mutating func plant() {
        var dice = Dice(seed, .censusFaults, census.year)
        order = Array(census.children.indices)
        for index in order.indices.dropFirst() { order.swapAt(index, dice.below(index + 1)) }
        isTaken = Array(repeating: false, count: order.count)
        plantWholeReturn()
        plantUnborn()
        plantEnquiries()
        plantProtection()
        plantAssessments()
        plantNeedPlans()
        plantEpisodes()
        plantChildren()
        countPlansAndConferences()
    }

    /// One to three of a kind, by rule and year.
    private func wanted(_ rule: String) -> Int {
        var sum = census.year
        for byte in rule.utf8 { sum = sum &* 31 &+ Int(byte) }
        return 1 + (sum & 0xFFFF) % 3
    }

    /// Changes so many children in which `change` finds what it needs, and counts what must find them.
    mutating func plant(
        _ rule: String, also others: [String: Int] = [:], since year: Int = 0,
        _ change: (inout Child) -> Bool
    ) {
        guard census.year >= year else { return }
        var left = wanted(rule)
        for index in order where !isTaken[index] {
            guard left > 0 else { return }
            guard change(&census.children[index]) else { continue }
            isTaken[index] = true
            left -= 1
            planted.add(rule)
            for (other, count) in others { planted.add(other, count) }
        }
    }

    /// Gives a child what another has; both are found.
    mutating func plantShared(_ rule: String, _ value: WritableKeyPath<Child, String?>) {
        let holders = order.filter { !isTaken[$0] && census.children[$0][keyPath: value] != nil }
        guard holders.count >= 2 else { return }
        census.children[holders[1]][keyPath: value] = census.children[holders[0]][keyPath: value]
        for holder in holders.prefix(2) { isTaken[holder] = true }
        planted.add(rule, 2)
    }

    func isInYear(_ day: Int32?) -> Bool { day.map { first <= $0 && $0 <= last } ?? false }

    // MARK: Rules about the return as a whole

    private mutating func plantWholeReturn() {
        switch census.year % 3 {
        case 2:
            let few = ["LD", "AUT", "BEH", "MOB"]
            for index in census.children.indices where census.children[index].disabilities.first != "NONE" {
                guard let code = census.children[index].disabilities.first else { continue }
                census.children[index].disabilities = [few.contains(code) ? code : few[index % 4]]
            }
            planted.add("2887Q")
            planted.add("2888Q")
        case 0:
            let born = census.children.indices.filter { census.children[$0].expectedBirth == nil }
            for index in born.prefix(born.count / 50 + 3) {
                census.children[index].sex = census.asksSex ? "U" : "0"
                isTaken[index] = true
            }
            planted.add("2886Q")
        default:
            // Conferences that led to no plan are left out: as many plans as conferences are left.
            for child in census.children.indices {
                for episode in census.children[child].episodes.indices {
                    let starts = census.children[child].episodes[episode].protections.map(\.start)
                    census.children[child].episodes[episode].enquiries.removeAll { enquiry in
                        enquiry.conference != nil && !starts.contains(enquiry.conference)
                    }
                }
            }
        }
    }

    private mutating func countPlansAndConferences() {
        var plans = 0
        var conferences = 0
        for child in census.children {
            for episode in child.episodes {
                plans += episode.protections.count { isInYear($0.start) }
                conferences += episode.enquiries.count { isInYear($0.conference) }
                if isInYear(episode.conference) { conferences += 1 }
            }
        }
        if plans > conferences { planted.add("2883") }
    }
}

extension Census.Child {
    /// Changes the only episode, where there is one alone and `change` can.
    mutating func only(_ change: (inout Census.Episode) -> Bool) -> Bool {
        guard episodes.count == 1 else { return false }
        return change(&episodes[0])
    }

    /// Changes the first episode that `change` can.
    mutating func any(_ change: (inout Census.Episode) -> Bool) -> Bool {
        for index in episodes.indices where change(&episodes[index]) { return true }
        return false
    }
}

extension Census.Episode {
    var isActedOn: Bool { noFurtherAction == "0" }
    var isOpen: Bool { isActedOn && closure == nil }
    var isClosed: Bool { closure != nil }
    var isClosedAfterAssessment: Bool { reason == "RC8" || reason == "RC9" }
    /// Nothing but assessments and section 47s.
    var hasNoPlan: Bool { needPlans.isEmpty && protections.isEmpty }
}
