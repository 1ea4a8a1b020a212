package import Kernel
package import ReturnFormats
package import Storage

/// What the case lists ask of returns. App fills it.
package struct CaseSources: Sendable {
    /// The Annex A that counts now: the latest day, its latest vintage that nobody withdrew.
    package struct Latest: Sendable {
        /// The identity of the file in the records.
        package let file: Int64
        package let asAt: Day
        package let annexA: AnnexA

        package init(file: Int64, asAt: Day, annexA: AnnexA) {
            self.file = file
            self.asAt = asAt
            self.annexA = annexA
        }
    }

    /// How the words of a file are to be taken.
    package struct Words: Sendable {
        /// Teams as the file writes them, folded by `NameKey`, with the node that each one is.
        package var units: [String: ID<Node>] = [:]
        /// What stands for no worker, folded as `IndicatorSettings.noWorker` is; nil leaves the usual ones.
        package var noWorker: Set<String>?

        package init(units: [String: ID<Node>] = [:], noWorker: Set<String>? = nil) {
            self.units = units
            self.noWorker = noWorker
        }
    }

    /// One line of the register of qualified workers.
    package struct Registered: Sendable {
        package let name: String
        /// Whole-time equivalent from 0 to 1; nil where the register does not say.
        package let wholeTime: Double?
        package let isNewlyQualified: Bool
        package let isAgency: Bool

        package init(name: String, wholeTime: Double?, isNewlyQualified: Bool, isAgency: Bool) {
            self.name = name
            self.wholeTime = wholeTime
            self.isNewlyQualified = isNewlyQualified
            self.isAgency = isAgency
        }
    }

    package var latest: @Sendable (Connection, ID<Authority>) throws -> Latest?
    package var words: @Sendable (Connection, ID<Authority>) throws -> Words
    /// Everybody on the register that holds now; nil while the authority has loaded none.
    package var register: @Sendable (Connection, ID<Authority>) throws -> [Registered]?

    package init(
        latest: @escaping @Sendable (Connection, ID<Authority>) throws -> Latest?,
        words: @escaping @Sendable (Connection, ID<Authority>) throws -> Words,
        register: @escaping @Sendable (Connection, ID<Authority>) throws -> [Registered]?
    ) {
        self.latest = latest
        self.words = words
        self.register = register
    }
}
