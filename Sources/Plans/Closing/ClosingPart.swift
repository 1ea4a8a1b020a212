import Kernel
import Markup
import Site
import Storage

/// Done, accepted, moved: the three facts of an action, never one status; and the next step of closing it.
struct ClosingPart: ActionPart {
    private let hand: ClosingAtHand
    private let isWorker: Bool
    private let isJudge: Bool
    private let isBoard: Bool

    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> ClosingPart {
        let doer = action.doer
        return ClosingPart(
            hand: try ClosingAtHand.read(
                connection, doer.officer, action.planID, action.action.id, on: doer.today),
            isWorker: try doer.holds(EvidenceRoute.workers, in: action.planID, connection),
            isJudge: try doer.holds(EvidenceRoute.judges, in: action.planID, connection),
            isBoard: try doer.holds([.boardMember], in: action.planID, connection))
    }

    func main(_ action: ActionInQuestion, _ m: inout Markup) {
        m.threeFacts([done, accepted] + [action.moved].compactMap { $0 })
        guard let last = hand.last else { return }
        m.p {
            $0.a(
                "Everything about closing this action",
                .href(ClosingRoute.closings.link(action.planID, action.action.id)))
        }
        if let why = waiting(last) { m.note(why) }
    }

    private var done: ActionFact {
        guard let last = hand.last, last.state != .withdrawn else {
            return ActionFact("Done", .notYet, "Not yet", "Nobody has proposed to close it.")
        }
        return ActionFact(
            "Done", .yes, last.doneOn.long, "\(last.proposerWords) says so: “\(last.different)”")
    }

    private var accepted: ActionFact {
        let count = hand.evidence.count { $0.state == .accepted }
        let evidence =
            count == 0 ? "No evidence is accepted." : "\(counted(count, "piece")) of evidence accepted."
        guard let last = hand.last, let verdict = last.verdict else {
            return ActionFact("Accepted", .notYet, "Not yet", Markup(evidence))
        }
        if let reopening = last.reopening {
            return ActionFact(
                "Accepted", .no, "Reopened \(reopening.on.long)", "“\(reopening.because)”")
        }
        if let decision = last.decision, !decision.isClosed {
            return ActionFact(
                "Accepted", .no, "Not closed, \(decision.met.long)", "\(decision.body): “\(decision.words)”")
        }
        return ActionFact(
            "Accepted", verdict.isAccepted ? .yes : .no,
            verdict.isAccepted ? verdict.on.long : "No, \(verdict.on.long)",
            "\(verdict.name): “\(verdict.because)” \(closedWords(last))\(evidence)")
    }

    private func closedWords(_ last: Closing) -> String {
        last.decision.map { "Closed by \($0.body) on \($0.met.long). " } ?? ""
    }

    /// For whom it waits, and why not for the person who looks, where their role would.
    private func waiting(_ last: Closing) -> Markup? {
        switch last.state {
        case .proposed:
            guard isJudge, let no = hand.forVerifying.whyNot(hand.doer.officer.person) else {
                return "Waits for somebody independent to verify it."
            }
            return "Waits for somebody independent to verify it. \(no.sentence)."
        case .verified:
            guard isBoard else { return "Waits for the board." }
            do throws(ClosingRefused) {
                _ = try DecideClosing.check(hand)
                return "Waits for the board."
            } catch {
                return "Waits for the board. \(error.sentence)."
            }
        default: return nil
        }
    }

    func deeds(_ action: ActionInQuestion) -> [Link] {
        let (plan, id) = (action.planID, action.action.id)
        var deeds: [Link] = []
        if isBoard, (try? DecideClosing.check(hand)) != nil {
            deeds.append(Link("Record the board’s decision", ClosingRoute.toDecide.link(plan, id)))
        }
        if isJudge, (try? VerifyClosing.check(hand)) != nil {
            deeds.append(Link("Verify", ClosingRoute.toVerify.link(plan, id)))
        }
        if isWorker, (try? ProposeClosing.check(action.run, action.doer)) != nil {
            deeds.append(Link("Propose closing", ClosingRoute.toPropose.link(plan, id)))
        }
        if isWorker, (try? WithdrawClosing.check(hand)) != nil {
            deeds.append(Link("Withdraw the proposal to close", ClosingRoute.toWithdraw.link(plan, id)))
        }
        if action.mayEdit, hand.last?.state == .closed {
            deeds.append(Link("Reopen this action", ClosingRoute.toReopen.link(plan, id)))
        }
        return deeds
    }
}
