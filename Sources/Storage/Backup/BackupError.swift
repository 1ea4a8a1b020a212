/// Why a backup was not made, or not restored; each sentence says what to do next.
package enum BackupError: Error, Sendable, Hashable, CustomStringConvertible {
    case noSuchFile(String)
    /// Not a backup, cut short, or changed since it was made.
    case damaged(String)
    /// A newer Plumbline made it.
    case newer(String)
    case targetInUse(String)
    case cannotWrite(String)

    package var description: String {
        switch self {
        case .noSuchFile(let sentence), .damaged(let sentence), .newer(let sentence),
            .targetInUse(let sentence), .cannotWrite(let sentence):
            sentence
        }
    }
}
