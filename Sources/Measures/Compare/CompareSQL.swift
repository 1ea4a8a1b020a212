import Kernel
import Statistics
import Storage

/// What others publish, kept for comparison. Every statement runs on both engines.
enum CompareSQL {
    /// One published figure.
    struct Figure: Sendable {
        enum Kind: String, Sendable { case own, neighbour, england }

        var who: String
        var kind: Kind
        var measure: String
        /// As published: `2024-25`.
        var year: String
        var value: Double
        var numerator: Int?
        var denominator: Int?
        /// The set of neighbours, its version and where it was published.
        var set: String
        var source: String
    }

    /// Every figure of uploads that stand, the newest upload's first; of one set, measure and year only the newest.
    static func figures(
        _ connection: Connection, _ authority: ID<Authority>, of measure: String? = nil
    ) throws -> [Figure] {
        try connection.rows(
            """
            SELECT f.who, f.kind, f.measure, f.year, f.value, f.numerator, f.denominator, u.set_name,
                u.set_version, u.source
            FROM comparator_figure f
            JOIN comparator_upload u ON u.authority = f.authority AND u.id = f.upload
            WHERE f.authority = $1 AND u.withdrawn_at IS NULL \(measure == nil ? "" : "AND f.measure = $2")
            ORDER BY u.at DESC, u.id DESC, f.number
            """, [.id(authority)] + (measure.map { [.text($0)] } ?? [])
        ) { row in
            let (count, base) = (try row.intOrNil(5), try row.intOrNil(6))
            let share = count.flatMap { count in base.flatMap { Share(count, of: $0)?.value } }.map {
                $0 * 100
            }
            return Figure(
                who: try row.text(0), kind: Figure.Kind(rawValue: try row.text(1)) ?? .neighbour,
                measure: try row.text(2), year: try row.text(3),
                value: try row.textOrNil(4).flatMap { Double($0) } ?? share ?? 0, numerator: count,
                denominator: base, set: "\(try row.text(7)) \(try row.text(8))", source: try row.text(9))
        }
    }

    /// One file that was loaded and stands.
    struct Upload: Sendable {
        let id: ID<ComparatorUpload>
        let words: String
        let at: Instant
    }

    static func uploads(_ connection: Connection, _ authority: ID<Authority>) throws -> [Upload] {
        try connection.rows(
            """
            SELECT id, set_name, set_version, source, at FROM comparator_upload
            WHERE authority = $1 AND withdrawn_at IS NULL ORDER BY at DESC, id DESC
            """, [.id(authority)]
        ) {
            Upload(
                id: try $0.id(0), words: "\(try $0.text(1)) \(try $0.text(2)), \(try $0.text(3))",
                at: try $0.instant(4))
        }
    }

    /// What the neighbours of the latest year come to by each rule.
    static func rules(
        _ connection: Connection, _ authority: ID<Authority>, _ measure: String, _ direction: Direction
    ) throws -> [MeasureSettings.Target.Rule: (value: Double, words: String)] {
        let set = Comparison.latest(try figures(connection, authority, of: measure))
        guard let set else { return [:] }
        let values = set.neighbours.map(\.value)
        let words = "\(set.name), \(set.year)"
        var rules: [MeasureSettings.Target.Rule: (value: Double, words: String)] = [:]
        if let median = Quantile.median(values) { rules[.median] = (median, words) }
        if let quartile = Quantile.betterQuartile(of: values, direction) {
            rules[.betterQuartile] = (quartile, words)
        }
        return rules
    }
}

/// One measure of one published year beside its neighbours; the authority's own figure is not in the set.
struct Comparison: Sendable {
    let measure: String
    let year: String
    let name: String
    let source: String
    let own: CompareSQL.Figure?
    let england: CompareSQL.Figure?
    let neighbours: [CompareSQL.Figure]

    /// The comparisons of a measure, by year, newest first.
    static func all(_ figures: [CompareSQL.Figure]) -> [Comparison] {
        Dictionary(grouping: figures) { "\($0.measure)\u{0}\($0.year)" }.values.compactMap { group in
            guard let first = group.first else { return nil }
            var seen: Set<String> = []
            // The newest upload stands first, and its figure of an authority is the one that counts.
            let newest = group.filter { seen.insert("\($0.kind.rawValue) \(NameKey.fold($0.who))").inserted }
            let set = newest.first { $0.kind == .neighbour }?.set ?? first.set
            return Comparison(
                measure: first.measure, year: first.year, name: set, source: first.source,
                own: newest.first { $0.kind == .own }, england: newest.first { $0.kind == .england },
                neighbours: newest.filter { $0.kind == .neighbour && $0.set == set })
        }.sorted { ($0.measure, $1.year) < ($1.measure, $0.year) }
    }

    static func latest(_ figures: [CompareSQL.Figure]) -> Comparison? {
        all(figures).filter { !$0.neighbours.isEmpty }.max { $0.year < $1.year }
    }

    /// From 1 for the best; where no direction is good, from 1 for the highest.
    func rank(_ direction: Direction) -> (place: Int, of: Int)? {
        guard let own else { return nil }
        let better = neighbours.count { direction == .down ? $0.value < own.value : $0.value > own.value }
        return (better + 1, neighbours.count + 1)
    }
}
