import Documents

/// The year for dates that name none, worked out from the document's own words.
struct YearContext: Hashable, Sendable {
    /// The year in which the plan's dates begin.
    var baseYear: Int?
    /// The month of the base year in which they begin, where the document shows it: months before it
    /// (two months' grace) belong to the year after.
    var baseMonth: Int?
    /// Where the year was taken from, in words for a person: "the heading “Timescales 2004”".
    var reason: String?
    var twoDigits: TwoDigits = .unknown

    /// The year works out so; a year given by hand wins over everything that the document says.
    static func find(in document: Document, override: Int? = nil) -> YearContext {
        let evidence = YearEvidence(document)
        var context = YearContext(twoDigits: evidence.twoDigits)
        if let (year, month, reason) = evidence.base {
            (context.baseYear, context.baseMonth, context.reason) = (year, month, reason)
        }
        if let override {
            if override != context.baseYear { context.baseMonth = nil }
            (context.baseYear, context.reason) = (override, "the year given by hand")
        }
        return context
    }

    /// The year of a month that names none; nil when the document gives no year at all.
    func year(ofMonth month: Int) -> Int? {
        guard let baseYear else { return nil }
        guard let baseMonth else { return baseYear }
        if month < baseMonth - 2 { return baseYear + 1 }
        // January's plan may look back to November or December only when its words say so.
        return baseYear
    }

    /// How the document uses a two-digit number behind a month, "April 10".
    enum TwoDigits: Hashable, Sendable {
        /// Every such number that it has fits as a year.
        case years
        /// Some can only be days.
        case days
        case unknown
        /// Not settled, but a year outside this range would make no sense.
        case near(ClosedRange<Int>)

        enum Taken { case year, day, unsure }

        func take(_ number: Int) -> Taken {
            switch self {
            case .years: .year
            case .days: .day
            case .unknown: .unsure
            case .near(let years): years.contains(2000 + number) ? .unsure : .day
            }
        }
    }
}
