package import Kernel

/// Teams, the desks of each, and who sat at which desk when.
package struct Workforce: Sendable {
    /// A team of the invented authority, by the name that its organisation has.
    package enum Team: Int, CaseIterable, Sendable {
        case frontDoor, assessmentNorth, assessmentSouth, harbour, millbrook, quayside, weirside, disabled
        case lantern, beacon, leavingCare

        package var name: String {
            switch self {
            case .frontDoor: "Front door"
            case .assessmentNorth: "Assessment team North"
            case .assessmentSouth: "Assessment team South"
            case .harbour: "Harbour team"
            case .millbrook: "Millbrook team"
            case .quayside: "Quayside team"
            case .weirside: "Weirside team"
            case .disabled: "Disabled children's team"
            case .lantern: "Lantern team"
            case .beacon: "Beacon team"
            case .leavingCare: "Leaving care team"
            }
        }

        /// The node that the team stands under.
        package var parent: String {
            switch self {
            case .frontDoor, .assessmentNorth, .assessmentSouth: "Access and Assessment"
            case .harbour, .quayside: "North area"
            case .millbrook, .weirside: "South area"
            case .disabled: "Children in Need"
            case .lantern, .beacon, .leavingCare: "Children in Care"
            }
        }

        package var kind: String {
            switch self {
            case .frontDoor: "contact and referral"
            case .assessmentNorth, .assessmentSouth: "assessment"
            case .harbour, .millbrook: "child protection"
            case .quayside, .weirside: "child in need"
            case .disabled: "disabled children"
            case .lantern, .beacon: "children in care"
            case .leavingCare: "leaving care"
            }
        }

        package var manager: String {
            switch self {
            case .frontDoor: "Joanna Trevelyan"
            case .assessmentNorth: "Marcus Adeyemi-Cole"
            case .assessmentSouth: "Bethan Rowlatt"
            case .harbour: "Imran Shah"
            case .millbrook: "Owen Castellane"
            case .quayside: "Farida Lockyer"
            case .weirside: "Duncan Ferrar"
            case .disabled: "Sunita Hallworth"
            case .lantern: "Colm Bassenthwaite"
            case .beacon: "Agnes Okoro-Dean"
            case .leavingCare: "Rhiannon Speke"
            }
        }

        /// Desks of 1,000 among all of them.
        var share: Int {
            switch self {
            case .frontDoor: 60
            case .assessmentNorth: 130
            case .assessmentSouth: 120
            case .harbour: 105
            case .millbrook: 95
            case .quayside: 110
            case .weirside: 105
            case .disabled: 55
            case .lantern: 95
            case .beacon: 85
            case .leavingCare: 40
            }
        }
    }

    /// Somebody who holds cases.
    package struct Worker: Sendable {
        package let name: String
        package let registration: String
        package let team: Team
        package let from: Day
        package let until: Day?
        /// Full-time equivalent in hundredths.
        package let hundredths: Int
        package let isNewlyQualified: Bool
        package let isAgency: Bool
        /// False for a family support worker, who is not on the register of qualified workers.
        package let isRegistered: Bool
    }

    package private(set) var workers: [Worker] = []
    /// For each team and desk, the days from which somebody else sits there: the worker's place, or -1 for nobody.
    private var desks: [[[(from: Int32, worker: Int32)]]] = []

    init(seed: UInt64, span: Span, children: Int) {
        var taken: Set<String> = Set(Team.allCases.map(\.manager))
        let all = max(14, children / 46)
        for team in Team.allCases {
            let count = max(2, all * team.share / 1_000)
            var teamDesks: [[(from: Int32, worker: Int32)]] = []
            for desk in 0..<count {
                var dice = Dice(seed, .slots, team.rawValue * 10_000 + desk)
                var changes: [(from: Int32, worker: Int32)] = []
                var day = span.begins - 400
                while day <= span.until {
                    let tenure = Int32(dice.within(240, 1_500))
                    let isFirstOfHarbour = team == .harbour && desk == 0
                    let until = isFirstOfHarbour ? Span.never : day + tenure
                    let name = isFirstOfHarbour ? "Lucy Penhaligon" : WorkerNames.name(&dice, besides: taken)
                    taken.insert(name)
                    changes.append((day, Int32(workers.count)))
                    workers.append(
                        Worker(
                            name: name,
                            registration: "SW9\(WorkerNames.figures(workers.count * 37 % 100_000))",
                            team: team, from: Day(number: day),
                            until: until > span.until ? nil : Day(number: until - 1),
                            hundredths: [100, 100, 100, 100, 80, 60][dice.below(6)],
                            isNewlyQualified: dice.chance(140), isAgency: dice.chance(150),
                            isRegistered: isFirstOfHarbour || !dice.chance(30)))
                    guard until <= span.until else { break }
                    day = until
                    // A desk that stands empty: more often, and longer, in the Harbour team of late.
                    let isHard = team == .harbour && span.progress(day) > 500
                    if dice.chance(isHard ? 700 : 280) {
                        changes.append((day, -1))
                        day += Int32(dice.within(14, isHard ? 90 : 45))
                    }
                }
                teamDesks.append(changes)
            }
            desks.append(teamDesks)
        }
    }

    func desks(of team: Team) -> Int { desks[team.rawValue].count }

    /// Who sat at the family's desk that day; nil where nobody did.
    func worker(_ team: Team, desk: Int32, on day: Int32) -> Int? {
        let teamDesks = desks[team.rawValue]
        let changes = teamDesks[Int(desk) % teamDesks.count]
        var found: Int32 = -1
        for change in changes {
            guard change.from <= day else { break }
            found = change.worker
        }
        return found < 0 ? nil : Int(found)
    }
}

/// Invented names for workers.
enum WorkerNames {
    private static let first = [
        "Abena", "Adam", "Aisha", "Alice", "Amir", "Anna", "Ben", "Bronwen", "Carys", "Chidi", "Claire",
        "Dafydd",
        "Deborah", "Eilidh", "Elena", "Esther", "Fergus", "Fiona", "Gareth", "Gwen", "Hannah", "Hassan",
        "Ines",
        "Isaac", "Jamila", "Jane", "Joseph", "Kate", "Kwame", "Laura", "Leah", "Liam", "Maeve", "Marek",
        "Marta",
        "Michael", "Nadia", "Neil", "Olu", "Patricia", "Peter", "Rachel", "Rosa", "Samir", "Sarah", "Sean",
        "Sophie", "Tariq", "Tessa", "Yusuf",
    ]
    private static let last = [
        "Abara", "Aldersley", "Ashcombe", "Bagshawe", "Bellweather", "Birkett", "Brackenbury", "Calloway",
        "Chadbourne", "Coldwell", "Crosswell", "Dannatt", "Devereux-Lane", "Eastlake", "Eccleshall",
        "Fairbourne",
        "Farrant", "Galbraith-Moss", "Garside", "Haldane", "Hartnoll", "Hathersage", "Iqbal-Stone", "Jessop",
        "Kettlewell", "Langridge", "Larkham", "Mbeki-Frost", "Merriweather", "Mistry-Vane", "Netherton",
        "Nwosu",
        "O'Dowd", "Oakeshott", "Pemberley", "Polkinghorne", "Quarrington", "Rackstraw", "Ravensdale",
        "Sallis",
        "Sedgemoor", "Tamworth", "Thistlewood", "Umar-Gale", "Vickerage", "Wainfleet", "Winstanley-Roe",
        "Yardley",
        "Yelland", "Zaman-Pike",
    ]

    static func name(_ dice: inout Dice, besides taken: Set<String>) -> String {
        for _ in 0..<40 {
            let name = "\(first[dice.below(first.count)]) \(last[dice.below(last.count)])"
            if !taken.contains(name) { return name }
        }
        let name = "\(first[dice.below(first.count)]) \(last[dice.below(last.count)])"
        return taken.contains(name) ? "\(name) \(taken.count)" : name
    }

    static func figures(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 5 - text.count)) + text
    }
}
