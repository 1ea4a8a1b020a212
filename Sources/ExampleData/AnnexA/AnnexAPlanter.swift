import Kernel
import ReturnFormats

/// Plants faults of known number in the lists of one file, each with a child of its own, so that each rule finds its own
/// and no other; where one fault cannot be without another, both are counted. What the world itself holds of what rules
/// ask about (late visits, desks at which nobody sits) is counted too.
struct AnnexAPlanter {
    /// All eleven, in order.
    private(set) var tables: [ListTable]
    var texts: Texts
    let day: Int32
    let since: Int32
    let seed: UInt64
    let month: Int
    private(set) var planted = PlantedFaults()
    private var taken: Set<Int32> = []
    private var takenAdopters: Set<Int> = []
    /// For each person the rows of all lists.
    private var rowCounts: [Int32: Int] = [:]
    private var rowOf: [AnnexAList: [Int32: Int]] = [:]

    init(tables: [ListTable], texts: Texts, day: Int32, seed: UInt64, month: Int) {
        self.tables = tables
        self.texts = texts
        self.day = day
        since = Span.months(-6, after: day)
        self.seed = seed
        self.month = month
        for table in tables {
            for person in table.people where person >= 0 { rowCounts[person, default: 0] += 1 }
        }
        for list in [AnnexAList.need, .protection, .care] {
            for (row, person) in tables[list.rawValue - 1].people.enumerated() {
                rowOf[list, default: [:]][person] = row
            }
        }
    }

    mutating func plant() {
        // The shortest lists first, while their children have no fault yet.
        plantInLeaving()
        plantInEvents()
        plantInEnquiries()
        plantInNeed()
        plantInProtection()
        plantInCare()
        plantAcross()
        countWhatIs()
        removeFromNeed()
        plantInFile()
    }

    // MARK: Planting

    /// One to three of a kind, by rule and month.
    private func wanted(_ rule: String) -> Int {
        var sum = month
        for byte in rule.utf8 { sum = sum &* 31 &+ Int(byte) }
        return 1 + (sum & 0xFFFF) % 3
    }

    /// Changes so many rows in which `change` finds what it needs, and counts what must find them.
    mutating func plant(
        _ rule: String, in list: AnnexAList, also others: [String: Int] = [:],
        _ change: (inout AnnexAPlanter, Int) -> Bool
    ) {
        let rows = tables[list.rawValue - 1].rows
        guard rows > 0 else { return }
        var left = wanted(rule)
        var dice = Dice(seed, .faults, month << 20 ^ rule.utf8.count << 8 ^ left)
        let start = dice.below(rows)
        for step in 0..<rows {
            let row = (start + step) % rows
            let person = tables[list.rawValue - 1].people[row]
            guard person >= 0 ? !taken.contains(person) : !takenAdopters.contains(row), change(&self, row)
            else { continue }
            if person >= 0 { taken.insert(person) } else { takenAdopters.insert(row) }
            planted.add(rule)
            for (other, count) in others { planted.add(other, count) }
            left -= 1
            guard left > 0 else { return }
        }
    }

    // MARK: Cells

    func cell(_ list: AnnexAList, _ row: Int, _ field: AnnexAField) -> Cell {
        tables[list.rawValue - 1][row, field]
    }

    /// Nil where the cell is empty.
    func date(_ list: AnnexAList, _ row: Int, _ field: AnnexAField) -> Int32? {
        let cell = cell(list, row, field)
        return cell.kind == .day ? cell.value : nil
    }

    func birth(_ list: AnnexAList, _ row: Int) -> Int32 { date(list, row, .birth) ?? Span.never }

    func says(_ list: AnnexAList, _ row: Int, _ field: AnnexAField, _ text: String) -> Bool {
        let cell = cell(list, row, field)
        return cell.kind == .text && texts.all[Int(cell.value)] == text
    }

    func isEmpty(_ list: AnnexAList, _ row: Int, _ field: AnnexAField) -> Bool {
        cell(list, row, field).kind == .empty
    }

    mutating func set(_ list: AnnexAList, _ row: Int, _ field: AnnexAField, _ cell: Cell) {
        tables[list.rawValue - 1][row, field] = cell
    }

    mutating func set(_ list: AnnexAList, _ row: Int, _ field: AnnexAField, _ text: String) {
        set(list, row, field, .text(texts.place(text)))
    }

    mutating func set(_ list: AnnexAList, _ row: Int, _ field: AnnexAField, on day: Int32) {
        set(list, row, field, .day(day))
    }

    mutating func duplicate(_ list: AnnexAList, _ row: Int) -> Int {
        tables[list.rawValue - 1].duplicate(row)
        return tables[list.rawValue - 1].rows - 1
    }

    // MARK: People

    func person(_ list: AnnexAList, _ row: Int) -> Int32 { tables[list.rawValue - 1].people[row] }

    func hasOneRow(_ list: AnnexAList, _ row: Int) -> Bool { rowCounts[person(list, row)] == 1 }

    func row(of person: Int32, in list: AnnexAList) -> Int? { rowOf[list]?[person] }

    func isInCare(_ person: Int32) -> Bool {
        row(of: person, in: .care).map { isEmpty(.care, $0, .careEnd) } ?? false
    }

    func isOnPlan(_ person: Int32) -> Bool {
        row(of: person, in: .protection).map { isEmpty(.protection, $0, .planEnd) } ?? false
    }

    // MARK: Rows that go, lists that go

    /// Open cases of children in care, and on plans, are left out of list 6.
    private mutating func removeFromNeed() {
        var gone: [Int] = []
        plant("AA.across.careNotInNeed", in: .need) { planter, row in
            let person = planter.person(.need, row)
            guard planter.isInCare(person), !planter.isOnPlan(person), planter.isAllocated(.need, row) else {
                return false
            }
            gone.append(row)
            return true
        }
        plant("AA.across.planNotInNeed", in: .need) { planter, row in
            let person = planter.person(.need, row)
            guard planter.isOnPlan(person), !planter.isInCare(person), planter.isAllocated(.need, row) else {
                return false
            }
            gone.append(row)
            return true
        }
        for row in gone.sorted().reversed() { tables[AnnexAList.need.rawValue - 1].remove(row) }
    }

    /// What was counted of the row already must not be lost with it.
    func isAllocated(_ list: AnnexAList, _ row: Int) -> Bool {
        !says(list, row, .worker, "Unallocated") && !says(list, row, .worker, "#N/A")
    }

    /// In July a list is left out, in February a column, in April a list has no rows.
    private mutating func plantInFile() {
        for table in tables where table.rows == 0 && !(month % 12 == 4 && table.list == .adopters) {
            planted.add("AA.list.empty")
        }
        switch month % 12 {
        case 7 where tables[AnnexAList.earlyHelp.rawValue - 1].rows > 0 && !hasPlantedHelp:
            tables.remove(at: AnnexAList.earlyHelp.rawValue - 1)
            planted.add("AA.list.missing")
        case 2:
            tables[AnnexAList.contacts.rawValue - 1].removeColumn(.ethnicity)
            planted.add("AA.column.missing")
        case 4 where !hasPlantedAdopters:
            tables[AnnexAList.adopters.rawValue - 1].removeAll()
            planted.add("AA.list.empty")
        default: break
        }
    }

    /// In July nothing is planted in list 2, which is left out then; in April nothing in list 11.
    var hasPlantedHelp: Bool { month % 12 != 7 }
    var hasPlantedAdopters: Bool { month % 12 != 4 }

    // MARK: What is so without being planted

    private mutating func countWhatIs() {
        for row in 0..<tables[AnnexAList.protection.rawValue - 1].rows
        where isEmpty(.protection, row, .planEnd) {
            if let visit = date(.protection, row, .lastVisit), visit < day - 28 {
                planted.add("AA.visits.planOld")
            }
        }
        for row in 0..<tables[AnnexAList.care.rawValue - 1].rows where isEmpty(.care, row, .careEnd) {
            if let visit = date(.care, row, .lastCareVisit), visit < day - 42 {
                planted.add("AA.visits.careOld")
            }
        }
        for (list, end) in [
            (AnnexAList.need, AnnexAField.needClosure), (.protection, .planEnd), (.care, .careEnd),
        ] {
            for row in 0..<tables[list.rawValue - 1].rows where isEmpty(list, row, end) {
                if !isAllocated(list, row) { planted.add("AA.worker.placeholder") }
            }
        }
    }
}
