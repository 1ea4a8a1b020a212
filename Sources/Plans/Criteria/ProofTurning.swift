import Kernel
import PlanFormat
import Proof
import Storage

/// What follows in the same transaction when the facts of a criterion change.
enum ProofTurning {
    /// Reopens the closed action whose proof has turned. Call it after the fact is written.
    static func settle(
        _ before: CriterionInQuestion, _ connection: Connection, at now: Instant
    ) throws {
        guard let action = before.action, before.run?.closing == .closed, let closed = before.run?.closed,
            let question = try CriterionInQuestion.read(connection, before.plan.id, before.id, before.doer),
            let proof = CriterionProof.turned(
                question.facts.proofFacts, closed: closed, on: before.doer.today)
        else { return }
        try reopen(action.id, question, because: proof.sentence(.hidden), connection, at: now)
    }

    private static func reopen(
        _ action: ID<ActionRecord>, _ question: CriterionInQuestion, because sentence: String,
        _ connection: Connection, at now: Instant
    ) throws {
        let authority = question.doer.officer.authority
        try connection.run(
            """
            UPDATE action_run SET closing = 'open', closed_on = NULL
            WHERE authority = $1 AND action = $2 AND closing = 'closed'
            """, [.id(authority), .id(action)])
        let says = "Reopened by itself: the proof of “\(question.value.text.short)” has turned. \(sentence)"
        try connection.record(
            Event(
                authority: authority, at: now, actor: nil, kind: "action.reopened", subject: "action",
                subjectID: action, plan: question.plan.id,
                to: .object([JSON.Member("says", .string(says))])))
    }
}
