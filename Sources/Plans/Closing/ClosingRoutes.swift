package import Kernel
import Markup
import Site
import Storage

extension PlansFeature {
    func registerClosing(on site: inout SiteBuilder) {
        site.on(ClosingRoute.closings, closings)
        site.on(ClosingRoute.toPropose, closingToPropose)
        site.on(ClosingRoute.propose, proposeClosing)
        site.on(ClosingRoute.toWithdraw, closingToWithdraw)
        site.on(ClosingRoute.withdraw, withdrawClosing)
        site.on(ClosingRoute.toVerify, closingToVerify)
        site.on(ClosingRoute.verify, verifyClosing)
        site.on(ClosingRoute.toDecide, closingToDecide)
        site.on(ClosingRoute.decide, decideClosing)
        site.on(ClosingRoute.toReopen, actionToReopen)
        site.on(ClosingRoute.reopen, reopenAction)
        site.on(ClosingRoute.board, board)
        site.on(ClosingRoute.newDuty, newDuty)
        site.on(ClosingRoute.addDuty, addDuty)
        site.on(ClosingRoute.lastDayOfDuty, lastDayOfDuty)
        site.on(ClosingRoute.endDuty, endDuty)
    }
}

/// What every page of closing begins with.
struct ClosingAtHand: Sendable {
    let action: JudgedAction
    let last: Closing?
    let doer: Doer
    let evidence: [EvidenceItem]
    let duties: [BoardDuty]
    /// Whoever added evidence of the action that was not withdrawn.
    let adders: Set<ID<Person>>
    let question: Independence.Question

    static func read(
        _ connection: Connection, _ officer: Officer, _ plan: ID<PlanRecord>, _ id: ID<ActionRecord>,
        on today: Day
    ) throws -> ClosingAtHand {
        let action = try JudgedAction.read(connection, officer.authority, plan, id)
        let doer = try Doer.of(officer, connection, on: today)
        let evidence = try EvidenceSQL.items(
            connection, officer.authority, plan, EvidenceFilter(action: id),
            mayOpenPersonal: try doer.holds(EvidenceRoute.caseAccess, in: plan, connection))
        return ClosingAtHand(
            action: action, last: try ClosingSQL.last(connection, officer.authority, id), doer: doer,
            evidence: evidence,
            duties: try BoardDutySQL.duties(connection, officer.authority, plan)
                .filter { $0.person == officer.person && $0.speaks && $0.holds(on: today) },
            adders: Set(evidence.filter { $0.withdrawal == nil }.compactMap(\.addedBy)),
            question: try .of(action, connection, officer.authority))
    }

    /// Who may verify: neither whoever answers, claims or proposed, nor below them, nor whoever added evidence.
    var forVerifying: Independence {
        var question = question
        question.verifier = nil
        return Independence(
            doer.line, of: action.run.accountable,
            authors: question.authors
                + adders.sorted().map { .other($0, "added evidence for this action") })
    }

    /// Who may record the decision: neither of those who answer, claim, proposed or verified, nor below the first.
    var forDeciding: Independence { Independence(question, doer.line) }
}

extension PlansFeature {
    func closingAtHand(_ visit: Visit) async throws -> ClosingAtHand {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let action: ID<ActionRecord> = try visit.id("action")
        return try await database.read {
            try ClosingAtHand.read($0, officer, plan, action, on: visit.today)
        }
    }
}

/// What a form about a closing refuses, one closed list for all steps.
package enum ClosingRefused: Refusal, Hashable {
    case accountOfNobody, nobodyAnswers
    case notTheirs(String)
    case notOpen, notProposed, notVerified, notClosed, changedMeanwhile
    case differentMissing, verdictMissing, reasonMissing, decisionMissing, wordsMissing, presentMissing
    case dateWrong(String, field: String)
    case doneAhead, meetingAhead
    case meetingBefore(Day)
    case notTheProposer(String)
    case noDuty
    case notIndependent(NotIndependent)

    package var sentence: String {
        switch self {
        case .accountOfNobody: NotIndependent.accountOfNobody.sentence
        case .nobodyAnswers:
            "Nobody answers for this action yet: the programme manager can say who does"
        case .notTheirs(let who): "\(who) answers for this action, and proposes when it is done"
        case .notOpen: "Closing this action is proposed already, or it is closed"
        case .notProposed: "No closing of this action waits to be verified"
        case .notVerified: "No closing of this action waits for the board"
        case .notClosed: "This action is not closed"
        case .changedMeanwhile:
            "Somebody took this closing further while you had it open: how it stands now is shown, and yours is still in the form"
        case .differentMissing: "Say what is different now"
        case .verdictMissing: "Say whether you accept it"
        case .reasonMissing: "Say why"
        case .decisionMissing: "Say what the board decided"
        case .wordsMissing: "Give the board’s words, as its minutes have them"
        case .presentMissing: "Say who was present"
        case .dateWrong(let sentence, _): sentence
        case .doneAhead: "The day that it was done is still to come"
        case .meetingAhead: "The meeting is still to come"
        case .meetingBefore(let day):
            "The closing was verified on \(day.long): the board can decide on it from that day"
        case .notTheProposer(let name): "\(name) proposed this closing, and can withdraw it"
        case .noDuty:
            "The chair or the secretary of the board records its decision: the programme manager keeps who that is"
        case .notIndependent(let no): no.sentence
        }
    }

    package var field: String? {
        switch self {
        case .differentMissing: "different"
        case .verdictMissing: "verdict"
        case .reasonMissing: "reason"
        case .decisionMissing: "decision"
        case .wordsMissing: "words"
        case .presentMissing: "present"
        case .dateWrong(_, let field): field
        case .doneAhead: "done"
        case .meetingAhead, .meetingBefore: "met"
        default: nil
        }
    }
}

extension Fields {
    func closingDay(_ name: String, called what: String) throws(ClosingRefused) -> Day {
        switch dayGiven(name, called: what) {
        case .day(let day): return day
        case .wrong(let sentence): throw .dateWrong(sentence, field: name)
        case .none: throw .dateWrong("Give \(what)", field: name)
        }
    }
}
