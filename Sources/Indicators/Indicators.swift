package import Kernel
package import ReturnFormats

/// Every indicator that a national file can tell, and the counting of them.
package enum Indicators {
    static let all: [Indicator] =
        ContactIndicators.all + ReferralIndicators.all + SourceIndicators.all + AssessmentIndicators.all
        + EnquiryIndicators.all + ConferenceIndicators.all + OpenPlanIndicators.all + PlanIndicators.all
        + PlanReviewIndicators.all + NeedIndicators.all + WorkloadIndicators.all + CareIndicators.all
        + CareClockIndicators.all + LeaverIndicators.all

    /// Every version of every definition.
    package static let definitions: [IndicatorDefinition] = all.map(\.definition)

    /// The version of a definition that holds on a day; nil where there is no such indicator.
    package static func definition(_ id: IndicatorID, on day: Day) -> IndicatorDefinition? {
        definitions.first { $0.id == id && $0.holds(on: day) }
    }

    /// Every indicator of an Annex A as on its day: what happened for each month that the file covers, how things
    /// stand for the day, and a few for the six months to the day.
    ///
    /// The file looks back six months, so the months are those that begin in them; the running one is partial. An
    /// indicator whose list or column the file lacks is left out.
    package static func compute(
        _ file: AnnexA, asAt: Day, _ settings: IndicatorSettings, only: Set<IndicatorID>? = nil
    ) -> [IndicatorCells] {
        let view = AnnexAView(file, asAt: asAt, settings)
        return wanted(asAt, only).flatMap { indicator in
            indicator.annexA?(view)?.cells(indicator.definition, .annexA) ?? []
        }
    }

    /// Every indicator of a census as on the day that it was made: for each month from the April before, for the year
    /// from then, and how things stand for the day.
    package static func compute(
        _ file: CINReturn, asAt: Day, _ settings: IndicatorSettings, only: Set<IndicatorID>? = nil
    ) -> [IndicatorCells] {
        let table = WorkingDayTable(settings.convention, around: asAt)
        let april = Reckoning.yearStart(asAt)
        let months = CensusView(file, .months(from: april, through: asAt, settings, table))
        let year = CensusView(file, .year(asAt, settings, table))
        let day = CensusView(file, .day(asAt, settings, table))
        return wanted(asAt, only).flatMap { indicator in
            (indicator.span == .months ? [months, year] : [day]).flatMap { view in
                indicator.census?(view)?.cells(indicator.definition, .cinCensus) ?? []
            }
        }
    }

    private static func wanted(_ day: Day, _ only: Set<IndicatorID>?) -> [Indicator] {
        all.filter { $0.definition.holds(on: day) && only?.contains($0.definition.id) ?? true }
    }
}
