package import Kernel
package import Markup
package import ReturnFormats
package import Storage

/// What measures ask of the returns. App fills it, so that the two features need not know each other.
package struct MeasureSources: Sendable {
    /// One return as it was taken: a file, or what units sent for one period.
    package struct Taken: Hashable, Sendable {
        /// `file.<identity>` or `local.<return>.<period>`: its name for ever.
        package var key: String
        /// As a page says it: "Annex A as at 31 October 2026".
        package var name: String
        /// The day that it tells of.
        package var asAt: Day
        /// When it was taken, or last corrected.
        package var at: Instant
        /// When somebody withdrew it; nil while it counts.
        package var withdrawn: Instant?
        /// Of two that tell of one period the smaller counts first: a census, which names no team, after an Annex A.
        package var weight: Int
        /// What it comes to, where its own feature has added it up: local returns. Nil for a file.
        package var figures: [MeasureFigure]?

        package init(
            key: String, name: String, asAt: Day, at: Instant, withdrawn: Instant? = nil, weight: Int = 0,
            figures: [MeasureFigure]? = nil
        ) {
            self.key = key
            self.name = name
            self.asAt = asAt
            self.at = at
            self.withdrawn = withdrawn
            self.weight = weight
            self.figures = figures
        }
    }

    /// What a file holds, and how its words are to be taken.
    package enum Content: Sendable {
        case annexA(AnnexA, CaseSources.Words)
        case census(CINReturn, CaseSources.Words)
        case counts([MeasureCounts])
    }

    /// Somebody who owes a return.
    package struct Missing: Hashable, Sendable {
        package var measures: Set<String>
        /// Who, as a page says it: "Harbour team", "Imran Shah".
        package var sender: String
        package var node: ID<Node>?
        package var due: Day
        /// Where the return is.
        package var address: String?

        package init(
            _ sender: String, node: ID<Node>?, of measures: Set<String>, due: Day, address: String? = nil
        ) {
            self.sender = sender
            self.node = node
            self.measures = measures
            self.due = due
            self.address = address
        }
    }

    /// A finding of data quality that touches a measure.
    package struct Finding: Hashable, Sendable {
        package var title: String
        package var count: Int
        package var address: String?

        package init(_ title: String, count: Int, address: String? = nil) {
            self.title = title
            self.count = count
            self.address = address
        }
    }

    /// A criterion of a plan that the measure proves.
    package struct Proven: Sendable {
        package var text: String
        package var plan: String
        /// How it stands.
        package var symbol: Symbol
        package var address: String

        package init(_ text: String, plan: String, _ symbol: Symbol, address: String) {
            self.text = text
            self.plan = plan
            self.symbol = symbol
            self.address = address
        }
    }

    /// Every return that was ever taken, withdrawn ones too; those alone whose key begins so, where that is given.
    package var taken: @Sendable (Connection, ID<Authority>, _ prefix: String?, Instant) throws -> [Taken]
    /// What the file of that key holds; nil where there is none.
    package var content: @Sendable (Connection, ID<Authority>, _ key: String) throws -> Content?
    /// The measures that local returns carry, every version.
    package var definitions: @Sendable (Connection, ID<Authority>) throws -> [MeasureDefinition]
    /// Who has not sent what was due by that day.
    package var missing: @Sendable (Connection, ID<Authority>, Day) throws -> [Missing]
    package var findings: @Sendable (Connection, ID<Authority>, _ measure: String) throws -> [Finding]
    /// The page of the return of that key; nil where there is none to show.
    package var page: @Sendable (_ key: String) -> String?
    /// A figure that somebody may ask about.
    package struct InQuestion: Hashable, Sendable {
        package var measure: String
        package var name: String
        package var end: Day
        package var node: ID<Node>?
        /// What its line says.
        package var signal: String
    }

    /// Where a manager is asked why a figure is as it is; nil where that cannot be asked.
    package var why: @Sendable (InQuestion) -> String?
    /// The criteria tied to a measure, of the plans that the officer may read.
    package var proves: @Sendable (Connection, Officer, Day, _ measure: String) throws -> [Proven]

    package init(
        taken: @escaping @Sendable (Connection, ID<Authority>, _ prefix: String?, Instant) throws -> [Taken],
        content: @escaping @Sendable (Connection, ID<Authority>, _ key: String) throws -> Content?,
        definitions: @escaping @Sendable (Connection, ID<Authority>) throws -> [MeasureDefinition],
        missing: @escaping @Sendable (Connection, ID<Authority>, Day) throws -> [Missing] = { _, _, _ in [] },
        findings: @escaping @Sendable (Connection, ID<Authority>, _ measure: String) throws -> [Finding] = {
            _, _, _ in []
        },
        page: @escaping @Sendable (_ key: String) -> String? = { _ in nil },
        why: @escaping @Sendable (InQuestion) -> String? = { _ in nil },
        proves: @escaping @Sendable (Connection, Officer, Day, _ measure: String) throws -> [Proven] = {
            _, _, _, _ in []
        }
    ) {
        self.taken = taken
        self.content = content
        self.definitions = definitions
        self.missing = missing
        self.findings = findings
        self.page = page
        self.why = why
        self.proves = proves
    }

    /// Where nothing is returned yet.
    package static let none = MeasureSources(
        taken: { _, _, _, _ in [] }, content: { _, _, _ in nil }, definitions: { _, _ in [] })
}

/// The counts of one measure for one period, by unit and worker.
package struct MeasureCounts: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        /// Nil where nobody has said which unit it is of. The node of the authority itself is no team.
        package var node: ID<Node>?
        /// As the file writes it; empty where it says none.
        package var worker: String
        package var numerator: Int
        package var denominator: Int
        /// Open and past its limit on the day of the return, beside what was completed.
        package var overdue: Int
        package var excluded: Int
        /// For a median what it is the middle of.
        package var values: [Int32]

        package init(
            _ node: ID<Node>?, _ numerator: Int, of denominator: Int = 0, worker: String = "",
            overdue: Int = 0, excluded: Int = 0, values: [Int32] = []
        ) {
            self.node = node
            self.worker = worker
            self.numerator = numerator
            self.denominator = denominator
            self.overdue = overdue
            self.excluded = excluded
            self.values = values
        }
    }

    package var measure: String
    package var version: Int
    package var period: Period
    /// True while the period has not ended on the day of the return, or a sender is missing.
    package var isPartial: Bool
    package var byWorker: Bool
    package var cells: [Cell]

    package init(
        _ measure: String, version: Int = 1, _ period: Period, isPartial: Bool = false,
        byWorker: Bool = false,
        cells: [Cell]
    ) {
        self.measure = measure
        self.version = version
        self.period = period
        self.isPartial = isPartial
        self.byWorker = byWorker
        self.cells = cells
    }
}
