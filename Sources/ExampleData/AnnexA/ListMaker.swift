import Kernel
import ReturnFormats

/// Shows the world as the lists of Annex A had it on one day: what had happened by then, and who held the case.
struct ListMaker {
    let world: ExampleWorld
    /// The day of the file.
    let day: Int32
    /// The day six months before: what happened after it belongs to the lists of events.
    let since: Int32
    let yearBefore: Int32
    var texts: ListTexts
    var tables: [AnnexAList: ListTable] = [:]
    // The table that is being filled.
    var cells: [Cell] = []
    var rowPeople: [Int32] = []

    init(_ world: ExampleWorld, on day: Int32) {
        self.world = world
        self.day = day
        since = Span.months(-6, after: day)
        yearBefore = Span.months(-12, after: day)
        texts = ListTexts(world)
    }

    mutating func make(layout: Int) -> [ListTable] {
        AnnexAList.allCases.map { list in
            cells.removeAll(keepingCapacity: true)
            rowPeople.removeAll(keepingCapacity: true)
            switch list {
            case .contacts: contacts()
            case .earlyHelp: help()
            case .referrals: eachPerson { $0.referrals($1) }
            case .assessments: eachPerson { $0.assessments($1) }
            case .enquiries: eachPerson { $0.enquiries($1) }
            case .need: eachPerson { $0.need($1) }
            case .protection: eachPerson { $0.protection($1) }
            case .care: eachPerson { $0.care($1) }
            case .careLeavers: leavers(layout)
            case .adoption: adoptions()
            case .adopters: adopters()
            }
            var table = ListTable(list, layout: layout)
            table.cells = cells
            table.people = rowPeople
            return table
        }
    }

    private mutating func eachPerson(_ show: (inout ListMaker, Range<Int>) -> Void) {
        var start = 0
        let episodes = world.episodes
        while start < episodes.count {
            var end = start + 1
            while end < episodes.count, episodes[end].person == episodes[start].person { end += 1 }
            if episodes[start].referral <= day { show(&self, start..<end) }
            start = end
        }
    }

    func happened(_ event: Int32) -> Bool { event > since && event <= day }

    // MARK: Cells

    mutating func begin(_ person: Int32) {
        let someone = world.people[Int(person)]
        rowPeople.append(person)
        add(texts.reference(person, world))
        let isUnborn = someone.birth > day
        add(isUnborn ? texts.notStated : someone.isGirl ? texts.female : texts.male)
        add(texts.ethnicity[Int(isUnborn ? Codes.notObtained : someone.ethnicity)])
        // Of a child not yet born the day that is expected.
        cells.append(.day(someone.birth))
        cells.append(.number(Span.age(born: someone.birth, on: day)))
    }

    mutating func add(_ text: Int32) { cells.append(.text(text)) }
    mutating func add(day event: Int32) { cells.append(event > day ? .empty : .day(event)) }
    mutating func add(_ isSo: Bool) { add(isSo ? texts.yes : texts.no) }
    mutating func add(count: Int) { cells.append(.number(count)) }
    mutating func addNothing() { cells.append(.empty) }

    mutating func addDisability(_ person: Int32) {
        let bits = world.people[Int(person)].disabilities
        add(bits != 0 ? texts.yes : person % 41 == 5 ? texts.unknown : texts.no)
    }

    /// The team, and who of it held the case that day; where nobody did, the file says `Unallocated`, or for events of the
    /// past the team's manager.
    mutating func addHolder(_ team: Workforce.Team, _ person: Int32, on event: Int32, orManager: Bool) {
        add(texts.teams[team.rawValue])
        let desk = world.people[Int(person)].desk
        if let worker = world.workforce.worker(team, desk: desk, on: min(event, day)) {
            add(texts.worker(worker, world))
        } else {
            add(orManager ? texts.managers[team.rawValue] : texts.unallocated)
        }
    }

    func assessmentTeam(_ person: Int32, isFirst: Bool) -> Workforce.Team {
        let someone = world.people[Int(person)]
        if someone.disabilities != 0, someone.desk % 3 == 0 { return .disabled }
        if isFirst { return someone.isSouth ? .assessmentSouth : .assessmentNorth }
        return someone.isSouth ? .weirside : .quayside
    }

    /// The latest of the days by the day of the file; `never` where there is none.
    func latest(_ days: [Int32], by last: Int32? = nil) -> Int32 {
        let last = min(last ?? day, day)
        var found = Span.never
        for event in days where event <= last && (found == Span.never || event > found) { found = event }
        return found
    }
}
