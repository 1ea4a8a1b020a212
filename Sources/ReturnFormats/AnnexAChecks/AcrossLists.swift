/// A child in care who has no row among children in need.
struct CareNotInNeed: AnnexARule {
    let id = "AA.across.careNotInNeed"
    let severity = ReturnRuleSeverity.error
    let title = "A child in care is not in list 6"
    let meaning = "Every looked-after child is a child in need, so that counts of need are too low."
    let advice = "Let the export of list 6 take in children in care."
    let reads = [AnnexAUse(.care, .child, .careEnd), AnnexAUse(.need, .child)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        guard index.file[.need] != nil, let isOpen = index.open(.care) else { return index.hits() }
        return index.rows(of: .care) { table, row in
            isOpen(row) && table.child[row] >= 0 && index.row(of: table.child[row], in: .need) == nil
        }
    }
}

/// A child on a plan who has no row among children in need.
struct PlanNotInNeed: AnnexARule {
    let id = "AA.across.planNotInNeed"
    let severity = ReturnRuleSeverity.error
    let title = "A child on a child protection plan is not in list 6"
    let meaning = "Every child on a plan is a child in need, so that counts of need are too low."
    let advice = "Let the export of list 6 take in children on plans."
    let reads = [AnnexAUse(.protection, .child, .planEnd), AnnexAUse(.need, .child)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        guard index.file[.need] != nil, let isOpen = index.open(.protection) else { return index.hits() }
        return index.rows(of: .protection) { table, row in
            isOpen(row) && table.child[row] >= 0 && index.row(of: table.child[row], in: .need) == nil
        }
    }
}

/// In care now, and list 6 says something else. Looked after comes first of the statuses.
struct StatusNotCare: AnnexARule {
    let id = "AA.across.statusNotCare"
    let severity = ReturnRuleSeverity.error
    let title = "List 6 gives a child in care another status"
    let meaning = "Looked after goes before every other status, so that counts by status are wrong."
    let advice = "Let the export take the first status that applies: looked after, plan, need, assessment."
    let reads = [AnnexAUse(.need, .child, .caseStatus, .needClosure), AnnexAUse(.care, .child, .careEnd)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let status = Statuses(index)
        return status.rows(of: index) { child, row in
            status.isTold(row) && !status.care[row] && !status.closed[row] && status.isInCare(child)
        }
    }
}

/// On a plan now and not in care, and list 6 says something else.
struct StatusNotPlan: AnnexARule {
    let id = "AA.across.statusNotPlan"
    let severity = ReturnRuleSeverity.error
    let title = "List 6 gives a child on a plan another status"
    let meaning = "A plan goes before need and assessment, so that counts by status are wrong."
    let advice = "Let the export take the first status that applies: looked after, plan, need, assessment."
    let reads = [
        AnnexAUse(.need, .child, .caseStatus, .needClosure), AnnexAUse(.protection, .child, .planEnd),
    ]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let status = Statuses(index)
        return status.rows(of: index) { child, row in
            status.isTold(row) && !status.care[row] && !status.plan[row] && !status.closed[row]
                && status.isOnPlan(child) && !status.isInCare(child)
        }
    }
}

/// List 6 says looked after, and list 8 has no open row for the child.
struct StatusCareOnly: AnnexARule {
    let id = "AA.across.statusCareOnly"
    let severity = ReturnRuleSeverity.error
    let title = "List 6 says looked after, and the child is not in care in list 8"
    let meaning = "The two lists count children in care differently."
    let advice = "Find out whether the child is in care, and correct the list that is wrong."
    let reads = [AnnexAUse(.need, .child, .caseStatus, .needClosure), AnnexAUse(.care, .child, .careEnd)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let status = Statuses(index)
        guard index.file[.care] != nil else { return index.hits() }
        return status.rows(of: index) { child, row in
            child >= 0 && status.care[row] && !status.isInCare(child)
        }
    }
}

/// List 6 says child protection plan, and list 7 has no open row for the child.
struct StatusPlanOnly: AnnexARule {
    let id = "AA.across.statusPlanOnly"
    let severity = ReturnRuleSeverity.error
    let title = "List 6 says child protection plan, and the child has none in list 7"
    let meaning = "The two lists count children on plans differently."
    let advice = "Find out whether the child has a plan, and correct the list that is wrong."
    let reads = [
        AnnexAUse(.need, .child, .caseStatus, .needClosure), AnnexAUse(.protection, .child, .planEnd),
    ]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let status = Statuses(index)
        guard index.file[.protection] != nil else { return index.hits() }
        return status.rows(of: index) { child, row in
            child >= 0 && status.plan[row] && !status.isOnPlan(child)
        }
    }
}

/// List 6 has closed the case of a child who is in care or on a plan.
struct ClosedWhileOpen: AnnexARule {
    let id = "AA.across.closedWhileOpen"
    let severity = ReturnRuleSeverity.error
    let title = "List 6 has closed the case of a child who is in care or on a plan"
    let meaning = "The child is missing from counts of open cases."
    let advice = "Open the case again, or end the plan or the period of care, whichever is true."
    let reads = [
        AnnexAUse(.need, .child, .needClosure), AnnexAUse(.protection, .child, .planEnd),
        AnnexAUse(.care, .child, .careEnd),
    ]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let status = Statuses(index)
        let closure = index.days(.need, .needClosure)
        return index.rows(of: .need, .needClosure) { table, row in
            guard let day = closure[row], day <= index.today else { return false }
            return status.isInCare(table.child[row]) || status.isOnPlan(table.child[row])
        }
    }
}

/// An adoption order is dated, and the child is still in care.
struct AdoptedInCare: AnnexARule {
    let id = "AA.across.adoptedInCare"
    let severity = ReturnRuleSeverity.error
    let title = "A child with an adoption order is still in care in list 8"
    let meaning =
        "An adopted child is no longer looked after, so that counts of children in care are too high."
    let advice = "End the period of care on the day of the order, or correct the date of the order."
    let reads = [AnnexAUse(.adoption, .child, .adoptionOrder), AnnexAUse(.care, .child, .careEnd)]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        let status = Statuses(index)
        let order = index.days(.adoption, .adoptionOrder)
        return index.rows(of: .adoption, .adoptionOrder) { table, row in
            guard let day = order[row], day <= index.today else { return false }
            return status.isInCare(table.child[row])
        }
    }
}

/// Two dates of birth for one child.
struct TwoBirths: AnnexARule {
    let id = "AA.across.birth"
    let severity = ReturnRuleSeverity.error
    let title = "A child has different dates of birth"
    let meaning =
        "Either a date is wrong, or two children share one reference. A birth expected and then known differs too."
    let advice =
        "Find the right date in the record; where there are two children, give each a reference of its own."
    let reads = AnnexAList.allCases.filter { $0 != .adopters }.map { AnnexAUse($0, .child, .birth) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        Disagreements.rows(of: index, .birth) { table in
            let births = index.days(table.list, .birth)
            return births.isThere ? { births[$0] } : nil
        }
    }
}

/// Two genders for one child.
struct TwoGenders: AnnexARule {
    let id = "AA.across.gender"
    let severity = ReturnRuleSeverity.query
    let title = "A child has different genders"
    let meaning =
        "Counts by gender depend on the list. Not stated in one of them does not count as different."
    let advice = "Find what the record says, and let every list take it from there."
    let reads = AnnexAList.allCases.filter { $0 != .adopters }.map { AnnexAUse($0, .child, .gender) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        Disagreements.rows(of: index, .gender) { table in
            guard let codes = table.codes(.gender) else { return nil }
            let unstated = codes.place(of: "Not stated/recorded")
            return { row in
                let code = codes[row]
                return code < 0 || code == unstated ? nil : Int32(code)
            }
        }
    }
}

/// The first row of each child that says another thing than an earlier row.
private enum Disagreements {
    static func rows(
        of index: AnnexAIndex, _ field: AnnexAField, said: (AnnexATable) -> ((Int) -> Int32?)?
    ) -> AnnexAHits {
        var hits = index.hits()
        var first = [Int32](repeating: .min, count: index.file.children.count)
        var isFound = [Bool](repeating: false, count: index.file.children.count)
        for table in index.tables where table.list != .adopters {
            guard let value = said(table) else { continue }
            for row in 0..<table.rows {
                let child = Int(table.child[row])
                guard child >= 0, !isFound[child], let here = value(row) else { continue }
                if first[child] == .min {
                    first[child] = here
                } else if first[child] != here {
                    isFound[child] = true
                    hits.add(row, of: table, field)
                }
            }
        }
        return hits
    }
}

/// Who is in care and on a plan on the day of the file, and what list 6 says of open cases.
private struct Statuses {
    let care: FlagColumn
    let plan: FlagColumn
    let closed: FlagColumn
    private let need: FlagColumn
    private let assessment: FlagColumn
    private let closure: DayColumn
    private let index: AnnexAIndex
    private let careIsOpen: (@Sendable (Int) -> Bool)?
    private let planIsOpen: (@Sendable (Int) -> Bool)?

    init(_ index: AnnexAIndex) {
        self.index = index
        care = index.codes(.need, .caseStatus, are: "Looked after child")
        plan = index.codes(.need, .caseStatus, are: "Child Protection plan")
        need = index.codes(.need, .caseStatus, are: "Child in need plan")
        assessment = index.codes(.need, .caseStatus, are: "Open assessment")
        closed = index.codes(.need, .caseStatus, are: "Closed episode")
        closure = index.days(.need, .needClosure)
        careIsOpen = index.open(.care)
        planIsOpen = index.open(.protection)
    }

    func isTold(_ row: Int) -> Bool { care[row] || plan[row] || need[row] || assessment[row] || closed[row] }

    func isInCare(_ child: Int32) -> Bool {
        index.row(of: child, in: .care).flatMap { careIsOpen?($0) } ?? false
    }

    func isOnPlan(_ child: Int32) -> Bool {
        index.row(of: child, in: .protection).flatMap { planIsOpen?($0) } ?? false
    }

    /// Open rows of list 6.
    func rows(of index: AnnexAIndex, where breaks: (_ child: Int32, _ row: Int) -> Bool) -> AnnexAHits {
        index.rows(of: .need, .caseStatus) { table, row in
            closure.isEmpty(row) && breaks(table.child[row], row)
        }
    }
}
