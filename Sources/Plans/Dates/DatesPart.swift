import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// The action's date: as first set and now, with every move, its reason and who approved it.
struct DatesPart: ActionPart {
    let dates: [ActionDate]
    let requests: [DateRequest]
    let mayApprove: Bool

    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> DatesPart {
        let authority = action.doer.officer.authority
        return DatesPart(
            dates: try DatesSQL.dates(of: action.action.id, authority, connection),
            requests: try DatesSQL.requests(for: action.action.id, authority, connection),
            mayApprove: try action.doer.holds(
                oneOf: DatesRoute.approvers, in: action.planID, connection))
    }

    /// What the document itself printed, however often the date has moved since.
    var printed: String? { dates.first?.printed }
    private var open: DateRequest? { requests.first { $0.decision == nil } }

    func beside(_ action: ActionInQuestion, _ m: inout Markup) {
        m.part("Due date") { m in
            let timescale = action.action.value.timescale
            m.dueDate(
                DueDate(
                    first: action.run.firstFinish ?? timescale?.finish, now: timescale?.finish,
                    moves: max(0, dates.count - 1), says: timescale?.text ?? ""))
            if let start = timescale?.start { m.note("starts \(start.long)") }
            if let printed = printed ?? (timescale?.finish == nil ? nil : timescale?.text) {
                m.note("plan says “\(printed)”")
            }
            if action.run.isDatedLate, let first = dates.first {
                m.note(
                    "Dated late: first given on \(first.at.inLondon.day.long), after the plan was published.")
            }
            moves(&m)
            asked(action, &m)
        }
    }

    private func moves(_ m: inout Markup) {
        let moves = Array(zip(dates, dates.dropFirst()).reversed())
        guard let last = moves.first else { return }
        DatesPart.say(last.0, last.1, &m)
        guard moves.count > 1 else { return }
        m.disclosure("The \(counted(moves.count - 1, "move")) before") { m in
            for (before, after) in moves.dropFirst() { DatesPart.say(before, after, &m) }
        }
    }

    /// `Moved from 31 July to 14 August 2026: “two posts vacant”. Approved by the board, 23 July 2026.`
    static func say(_ before: ActionDate, _ after: ActionDate, _ m: inout Markup) {
        let approved = after.approved.map { ", \($0.long)" } ?? ""
        m.note(
            "Moved from \(before.finish.long) to \(after.finish.long): “\((after.reason ?? "").inSentence)”. Approved by \(after.approver ?? "")\(approved)."
        )
    }

    private func asked(_ action: ActionInQuestion, _ m: inout Markup) {
        guard let request = requests.first else { return }
        let address = DatesRoute.request.link(action.planID, request.id)
        guard let decision = request.decision else {
            m.note(
                "\(strong: "New date asked: \(request.finish.long).") Asked by \(request.askedBy) on \(request.asked.long). \(link: "Read the request", to: address)"
            )
            return
        }
        guard !decision.isApproved else { return }
        m.note(
            "New date \(request.finish.long) refused by \(decision.approver), \(decision.day.long): “\((decision.words ?? "").inSentence)”. \(link: "Read the request", to: address)"
        )
    }

    func deeds(_ action: ActionInQuestion) -> [Link] {
        guard action.run.closing != .closed, action.run.firstLocked != nil else { return [] }
        if let open {
            let asked =
                open.account == action.doer.officer.account
                || (open.person != nil && open.person == action.doer.officer.person)
            guard mayApprove, !action.isMine, !asked, action.doer.officer.person != nil else { return [] }
            return [Link("Decide on the new date", DatesRoute.request.link(action.planID, open.id))]
        }
        guard action.isMine || action.mayEdit else { return [] }
        return [
            Link("Ask for a new date", DatesRoute.askDate.link(action.planID, action.action.id))
        ]
    }
}
