import Kernel
import Markup
import Site
import Storage

extension AuditsFeature {
    func roundResult(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let (found, barred) = try await database.read {
            (
                try RoundSQL.round($0, officer.authority, id),
                try Blind.rounds($0, barring: officer).contains(id)
            )
        }
        guard let round = found, !barred, round.closedAt != nil else { throw NotFound() }
        return .page(
            Page(
                round.title, section: .audits, breadcrumbs: [Link("Audits", RoundsRoute.home.link())]
            ) { m in
                m.lead(Markup(round.question))
            })
    }
}
