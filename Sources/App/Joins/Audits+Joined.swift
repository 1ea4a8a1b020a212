import Audits
import Kernel
import Plans
import Returns
import Storage

extension AuditSources {
    /// What the returns and the plans tell audits.
    static let joined = AuditSources(
        lists: { _, _ in [] }, items: { _, _, _ in nil }, planWords: { _, _, _ in [] },
        actionPlaces: { connection, officer, day, words in
            try ActionPlaces.joined.places(connection, officer, day, words).map {
                Place($0.words, $0.address)
            }
        }, changed: { _, _, _, _ in })
}
