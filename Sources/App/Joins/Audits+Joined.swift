import Audits
import Kernel
import Plans
import Proof
import Returns
import Site
import Storage

extension AuditSources {
    /// What the returns and the plans tell audits.
    static let joined = AuditSources(
        lists: { try AuditLists.lists($0, $1) }, items: { try AuditLists.items($0, $1, $2) },
        planWords: planWords,
        actionPlaces: { connection, officer, day, words in
            try ActionPlaces.joined.places(connection, officer, day, words).map {
                Place($0.words, $0.address)
            }
        },
        changed: { connection, authority, keys, now in
            try TiedRounds.follow(
                keys, .joined, connection, authority, at: now,
                on: try connection.today(of: authority, at: now))
        })
}

extension AuditRounds {
    /// What closed rounds tell criteria.
    static let joined = AuditRounds(
        choices: { connection, authority in
            try AuditProof.choices(connection, authority).map { Choice(key: $0.key, name: $0.name) }
        },
        readings: { connection, authority, keys in
            try AuditProof.readings(connection, authority, keys).mapValues { readings in
                readings.map {
                    Reading(
                        ProofFacts.Round(
                            $0.day, met: $0.met, of: $0.sampled, independent: $0.isIndependent,
                            name: $0.name, vintage: $0.closedAt, unit: $0.node,
                            isWithheld: $0.isWithheld),
                        key: $0.round.description)
                }
            }
        }, page: { _ in RoundsRoute.home.link() })
}
