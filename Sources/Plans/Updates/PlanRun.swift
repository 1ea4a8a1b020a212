package import Kernel
import Markup
package import Storage

/// How a plan is run: how often updates fall due, and what the five colours mean in it.
package struct PlanRun: Hashable, Sendable {
    package var days = 28
    /// How often the document itself says that leads report; nil where it does not.
    package var frequency: String?
    package var first: Day?
    /// The authority's own words; a colour without any has the usual ones.
    package var meanings: [BRAG: String] = [:]
    package var published: Instant?
    package var revision = 1

    package init() {}

    /// Nil until the first updates have a day.
    package var rhythm: Rhythm? { first.map { Rhythm(first: $0, days: days) } }

    /// The same for the key under a table.
    var symbolMeanings: [Symbol: String] {
        Dictionary(
            BRAG.allCases.map { ($0.symbol, meaning($0)) }, uniquingKeysWith: { first, _ in first })
    }

    package func meaning(_ colour: BRAG) -> String { meanings[colour] ?? colour.usualMeaning }
}

extension BRAG {
    /// What a colour means where the authority does not say it in its own words.
    var usualMeaning: String { symbol.meaning }
}

package enum PlanRunSQL {
    package static func run(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> PlanRun {
        try connection.first(
            """
            SELECT update_every_days, update_words, first_update_due, blue_means, green_means, amber_means,
                red_means, grey_means, published_at, revision
            FROM plan_run WHERE authority = $1 AND plan = $2
            """, [.id(authority), .id(plan)]
        ) { row in
            var run = PlanRun()
            run.days = try row.int(0)
            run.frequency = try row.textOrNil(1)
            run.first = try row.dayOrNil(2)
            for (index, colour) in BRAG.allCases.enumerated() {
                run.meanings[colour] = try row.textOrNil(3 + index)
            }
            run.published = try row.instantOrNil(8)
            run.revision = try row.int(9)
            return run
        } ?? PlanRun()
    }

    /// False where somebody saved it meanwhile.
    static func save(
        _ run: PlanRun, of plan: ID<PlanRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE plan_run SET update_every_days = $3, first_update_due = $4, blue_means = $5,
                green_means = $6, amber_means = $7, red_means = $8, grey_means = $9, revision = revision + 1
            WHERE authority = $1 AND plan = $2 AND revision = $10
            """,
            [.id(authority), .id(plan), .int(run.days), .day(run.first)]
                + BRAG.allCases.map { .optional(run.meanings[$0]) } + [.int(run.revision)]) == 1
    }
}
