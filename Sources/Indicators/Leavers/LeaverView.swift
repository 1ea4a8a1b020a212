import Kernel
import ReturnFormats

/// List 9 as its indicators and clocks see it.
struct LeaverView {
    let rows: ListRows
    let reckoning: Reckoning
    /// Yes for everybody but those who died or went home for good.
    let isOfGroup: CodeVerdicts
    /// Relevant, former relevant and eligible: who has a pathway plan.
    let hasPathwayPlan: CodeVerdicts?
    /// Nil in the layout of 2019.
    let pathwayReview: Days?
    let contact: Days?
    let birth: Days
    let ages: Ages

    init?(_ view: AnnexAView) {
        guard let rows = view[.careLeavers],
            let group = rows.verdicts(.inTouch, yes: ["Yes", "No", "Refu", "NREQ"], out: ["Died", "Rhom"])
        else { return nil }
        self.rows = rows
        isOfGroup = group
        reckoning = view.day
        hasPathwayPlan = rows.verdicts(
            .eligibility, yes: ["Relevant child", "Former relevant child", "Eligible child"])
        pathwayReview = rows.days(.pathwayReview)
        contact = rows.days(.lastContact)
        birth = rows.daysOrMissing(.birth)
        ages = Ages(rows, view.day)
    }

    /// 6 months after the latest review; without one 3 months after the sixteenth birthday.
    func pathway(_ row: Int) -> ClockReading {
        guard let pathwayReview, let hasPathwayPlan, isOfGroup[row] == .yes, hasPathwayPlan[row] == .yes
        else { return .out }
        switch reckoning.latest(pathwayReview[row], since: Days.unreadable + 1) {
        case .unreadable: return .unreadable
        case .on(let day): return .runs(RunningClock(trigger: day, due: reckoning.due(day, months: 6)))
        case .none:
            guard Days.isDay(birth[row]) else { return .unreadable }
            let sixteen = reckoning.due(birth[row], months: 16 * 12)
            guard sixteen <= reckoning.asAt.number else { return .out }
            return .runs(RunningClock(trigger: sixteen, due: reckoning.due(sixteen, months: 3)))
        }
    }
}
