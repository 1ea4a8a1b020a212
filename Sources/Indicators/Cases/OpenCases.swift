package import Kernel
package import ReturnFormats

extension Indicators {
    /// Every open case of the file, each child once: from List 6; from Lists 8 and 7 children whom it lacks or says
    /// closed; from List 9 those who are in none of these. In the order of the rows.
    ///
    /// The status is the first that any list gives. A row that names no child is in none of it.
    package static func openCases(
        _ file: AnnexA, asAt: Day, _ settings: IndicatorSettings
    ) -> [OpenCase] {
        openCases(AnnexAView(file, asAt: asAt, settings))
    }

    static func openCases(_ view: AnnexAView) -> [OpenCase] {
        var cases = OpenCaseList(view)
        let care = CareClocks(view)
        let protection = ProtectionClocks(view)
        if let care {
            cases.note(.lookedAfter, care.rows, .careStart) { care.isOpen($0) == .yes }
        }
        if let protection {
            cases.note(.protection, protection.rows, .planStart) { protection.isOpen($0) == .yes }
        }
        if let need = NeedView(view) {
            cases.add(need.rows, .needStart, since: .needStart, seen: .lastSeen) { row in
                switch need.isOpen(row) {
                case .yes: need.status(row)
                // Nobody can tell the status: open unless it was closed.
                case .excluded: Days.isDay(need.closure[row]) ? nil : .need
                case .no, .out: nil
                }
            }
        }
        if let care {
            cases.add(care.rows, .careStart, since: .careStart, seen: .lastCareVisit) {
                care.isOpen($0) == .yes ? .lookedAfter : nil
            }
        }
        if let protection {
            cases.add(protection.rows, .planStart, since: .planStart, seen: .lastVisit) {
                protection.isOpen($0) == .yes ? .protection : nil
            }
        }
        if let leavers = LeaverView(view) {
            cases.add(leavers.rows, nil, since: nil, seen: .lastContact) {
                leavers.isOfGroup[$0] == .out ? nil : .careLeaver
            }
        }
        return cases.found
    }
}

private struct OpenCaseList {
    private let view: AnnexAView
    private(set) var found: [OpenCase] = []
    private var isIn: [Bool]
    private var strongest: [OpenCase.Status?]
    private var enquiries: [Int]

    init(_ view: AnnexAView) {
        self.view = view
        isIn = Array(repeating: false, count: view.childCount)
        strongest = Array(repeating: nil, count: view.childCount)
        enquiries = Array(repeating: 0, count: view.childCount)
        guard let list = EnquiryView(view) else { return }
        for row in 0..<list.rows.count where list.isOpen(row, on: view.asAt.number) {
            let child = list.rows.child(row)
            if child >= 0 { enquiries[child] += 1 }
        }
    }

    /// What a list says of its open children, the strongest list first.
    mutating func note(
        _ status: OpenCase.Status, _ rows: ListRows, _ latest: AnnexAField, _ isOpen: (Int) -> Bool
    ) {
        let counts = rows.latestOfChild(latest, view.childCount)
        for row in 0..<rows.count where counts[row] && isOpen(row) {
            let child = rows.child(row)
            if child >= 0, strongest[child] == nil { strongest[child] = status }
        }
    }

    mutating func add(
        _ rows: ListRows, _ latest: AnnexAField?, since: AnnexAField?, seen: AnnexAField,
        _ status: (Int) -> OpenCase.Status?
    ) {
        let counts = rows.latestOfChild(latest, view.childCount)
        let since = since.flatMap { rows.days($0) }
        let seen = rows.days(seen)
        for row in 0..<rows.count where counts[row] {
            let child = rows.child(row)
            guard child >= 0, !isIn[child], let own = status(row) else { continue }
            isIn[child] = true
            let (team, worker) = rows.units[rows.unit[row]]
            found.append(
                OpenCase(
                    child: Int32(child), status: min(own, strongest[child] ?? own), list: rows.table.list,
                    row: rows.table.place[row], team: team, worker: worker,
                    isAllocated: !view.placeholders.isNobody(worker, inTeam: team),
                    since: day(since, row), lastSeen: day(seen, row), openEnquiries: enquiries[child]))
        }
    }

    /// A day after that of the file says nothing.
    private func day(_ days: Days?, _ row: Int) -> Day? {
        guard let number = days?[row], Days.isDay(number), number <= view.asAt.number else { return nil }
        return Day(number: number)
    }

    private func min(_ first: OpenCase.Status, _ second: OpenCase.Status) -> OpenCase.Status {
        let order = OpenCase.Status.allCases
        return (order.firstIndex(of: first) ?? 0) <= (order.firstIndex(of: second) ?? 0) ? first : second
    }
}
