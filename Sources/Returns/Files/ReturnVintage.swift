package import Kernel

/// Which return a file is.
package enum ReturnKind: String, CaseIterable, Sendable {
    case annexA, cinCensus

    package var words: String {
        switch self {
        case .annexA: "Annex A"
        case .cinCensus: "CIN census"
        }
    }
}

/// A file that was loaded: one vintage of its kind and date.
package struct ReturnVintage: Hashable, Sendable {
    package let id: ID<ReturnFile>
    package let kind: ReturnKind
    /// The day that it shows; for a census, its reference date.
    package let asAt: Day
    package let loadedAt: Instant
    /// The file's name, or the folder's.
    package let name: String
    package let rows: Int
    package let children: Int
    /// Who loaded it; nil where the command line did.
    package let loadedBy: String?
    package let keepsOriginal: Bool
    package let withdrawal: Withdrawal?
    /// True for the latest of its kind and date that is not withdrawn: the one that counts.
    package internal(set) var counts: Bool
    /// SHA-256 of its columns, by which the same data given again is known.
    let columnsDigest: String
    /// SHA-256 of what was given, and its length in bytes.
    package let sha256: String
    package let size: Int

    package struct Withdrawal: Hashable, Sendable {
        package let at: Instant
        package let by: String?
        package let reason: String
    }
}
