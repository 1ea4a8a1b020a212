import Kernel
import Timescales

/// One version of one indicator: what it says it counts, and the counting of it in each file that can tell it.
struct Indicator: Sendable {
    /// Nil where the file lacks a list or column that it needs: missing is missing, not zero.
    typealias AnnexACount = @Sendable (AnnexAView) -> Tally?
    typealias CensusCount = @Sendable (CensusView) -> Tally?

    /// What happens over a span, or how things stand on the day.
    enum Span: Sendable { case months, halfYear, day }

    let definition: IndicatorDefinition
    let span: Span
    let annexA: AnnexACount?
    let census: CensusCount?

    init(
        _ id: String, version: Int = 1, from: Int? = nil, through: Int? = nil,
        _ family: IndicatorDefinition.Family, over span: Span = .months, _ name: String,
        asks question: String,
        as shape: IndicatorDefinition.Shape = .share, counts numerator: String, of denominator: String = "",
        leavingOut exclusions: String = "", _ direction: IndicatorDefinition.Direction,
        _ unit: IndicatorDefinition.Unit, clock: ClockRuleID? = nil, convention: String = "",
        overdue: String = "", cannotTell: String = "", basis: String, annexA: AnnexACount? = nil,
        census: CensusCount? = nil
    ) {
        var sources: Set<IndicatorDefinition.Source> = []
        if annexA != nil { sources.insert(.annexA) }
        if census != nil { sources.insert(.cinCensus) }
        definition = IndicatorDefinition(
            id: IndicatorID(id), version: version, from: from.flatMap(Self.day),
            through: through.flatMap(Self.day), family: family, name: name, question: question,
            numerator: numerator, denominator: denominator, exclusions: exclusions, shape: shape,
            direction: direction, unit: unit, sources: sources, isSnapshot: span != .months, clock: clock,
            convention: convention, overdue: overdue, cannotTell: cannotTell, basis: basis)
        self.span = span
        self.annexA = annexA
        self.census = census
    }

    /// 20240401 is 1 April 2024.
    private static func day(_ digits: Int) -> Day? {
        Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
}
