import Kernel
import ReturnFormats

/// The protection plans and enquiries of a census, by child.
struct CensusPlans {
    let view: CensusView
    let start: Days
    let end: Days
    /// For each plan its child.
    let child: [Int]
    /// Of each child the plan that counts on the day: the one that started last.
    let isLatest: [Bool]
    private let plansOfChild: [[Int]]

    init(_ view: CensusView) {
        self.view = view
        let plans = view.file.protectionPlans
        start = Days(plans.start)
        end = Days(plans.end)
        child = plans.owner.map { view.child(ofEpisode: Int($0)) }
        var ofChild = [[Int]](repeating: [], count: view.file.children.count)
        for plan in 0..<plans.count { ofChild[child[plan]].append(plan) }
        var isLatest = [Bool](repeating: false, count: plans.count)
        let start = start
        for plans in ofChild {
            if let last = plans.max(by: { (start[$0], $0) < (start[$1], $1) }) { isLatest[last] = true }
        }
        self.isLatest = isLatest
        plansOfChild = ofChild
    }

    var count: Int { child.count }

    /// Yes where the plan is open on the day of the file and is its child's latest.
    func isOpen(_ plan: Int) -> Verdict {
        let isOpen = view.reckoning.isOpen(start[plan], end[plan])
        guard isOpen == .yes else { return isOpen == .no ? .out : isOpen }
        return isLatest[plan] ? .yes : .excluded
    }

    func onPlan(_ child: Int, on day: Int32) -> Bool {
        plansOfChild[child].contains {
            Days.isDay(start[$0]) && start[$0] <= day && !(Days.isDay(end[$0]) && end[$0] <= day)
        }
    }

    func starts(_ child: Int, on day: Int32) -> Bool { plansOfChild[child].contains { start[$0] == day } }

    /// The plans of the same child.
    func siblings(_ plan: Int) -> [Int] { plansOfChild[child[plan]] }
}

/// The enquiries of a census, and the conferences that some of them need.
struct CensusEnquiries {
    let view: CensusView
    let start: Days
    let conference: Days
    private let plans: CensusPlans
    private let closure: Days

    init(_ view: CensusView) {
        self.view = view
        start = Days(view.file.enquiries.start)
        conference = Days(view.file.enquiries.conference)
        plans = CensusPlans(view)
        closure = Days(view.file.episodes.closure)
    }

    var count: Int { view.file.enquiries.count }

    func child(_ row: Int) -> Int { view.child(ofEpisode: Int(view.file.enquiries.owner[row])) }

    /// Whether a conference that was not held is awaited on a day; `EnquiryView.isAwaited` of Annex A.
    func isAwaited(_ row: Int, _ day: Int32) -> Verdict {
        switch view.file.enquiries.conferenceNotRequired[row] {
        case .yes: return .out
        case .missing, .unreadable: return .excluded
        case .no: break
        }
        let closed = closure[Int(view.file.enquiries.owner[row])]
        if Days.isDay(closed), closed <= day { return .excluded }
        return plans.onPlan(child(row), on: day) ? .excluded : .yes
    }

    func ledToPlan(_ row: Int) -> Bool { plans.starts(child(row), on: conference[row]) }
}
