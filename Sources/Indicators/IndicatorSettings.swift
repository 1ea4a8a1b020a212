package import Timescales

/// What an authority may set. The defaults are the national rule, or where there is none what many use.
package struct IndicatorSettings: Sendable {
    /// How working days are counted. As the DfE does: the day of the event is day 0, bank holidays do not count.
    package var convention = ClockConvention.standard
    /// Within how many calendar days of a contact a referral is taken to have come of it.
    package var contactReferralDays = 7
    /// The local interval of child protection visits, in working days.
    package var protectionVisitDays = 10
    /// After how many calendar days a child in need has not been seen for too long.
    package var needVisitDays = 42
    /// From which age children are counted as to be seen alone; nil for all.
    package var seenAloneFromAge: Int?
    /// Within how many weeks the service is in contact with a care leaver.
    package var leaverContactWeeks = 8
    /// How many children a worker may hold before the caseload is over the limit.
    package var caseloadLimit = 18
    /// People aged 0 to 17, the ONS's estimate of the middle of the year; nil where nobody entered it: no rates.
    package var population: Int?
    /// What stands for no worker, folded: `unallocated`, `#n/a`, `duty`. So does the name of the row's own team.
    package var noWorker: Set<String> = [
        "", "#n/a", "nan", "-", "unallocated", "not allocated", "duty", "none",
    ]

    package init() {}
}
