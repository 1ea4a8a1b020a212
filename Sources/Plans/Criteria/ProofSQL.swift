package import Kernel
package import Proof
package import Storage

/// How every criterion of a plan stands, for whoever counts them: pages, packs, publications.
package enum ProofSQL {
    /// The standing of each criterion with its sentence and flags, in six queries however many there are.
    ///
    /// `at` gives the state as it was on record at that moment; nil gives it as it is.
    package static func standings(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, at: Instant? = nil,
        today: Day
    ) throws -> [ID<CriterionRecord>: CriterionProof] {
        try CriteriaSQL.facts(connection, authority, plan, at: at).mapValues { $0.proof(on: today) }
    }
}
