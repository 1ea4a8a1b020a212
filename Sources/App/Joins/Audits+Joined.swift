import Audits
import Kernel
import Plans
import Returns
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
        }, changed: { _, _, _, _ in })
}
