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
        try ClosingSQL.reopen(
            action.id, of: before.plan.id,
            because: "The proof of “\(question.value.text.short)” has turned. \(proof.sentence(.hidden))",
            by: nil,
            before.doer.officer.authority, at: now, on: before.doer.today, connection)
    }
}
