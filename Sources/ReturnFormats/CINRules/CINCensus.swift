import Kernel

/// A return with what its rules ask of it again and again: the year, the codes that it knows, and which rows hold
/// which. Made once, in one pass over the owners.
///
/// A class, so that a row can point at it: as a struct, each row would copy seventy columns.
final class CINCensus: Sendable {
    let file: CINReturn
    /// The year that the collection ends in; nil where neither `Year` nor `ReferenceDate` says so.
    let statedYear: Int?
    /// 1 April to the reference date; nil where nobody says which.
    let period: Period?
    let codes: CINCodes
    let counting: WorkingDaysBack

    let episodesOfChild: Spans
    let disabilitiesOfChild: Spans
    let assessmentsOfEpisode: Spans
    let needPlansOfEpisode: Spans
    let enquiriesOfEpisode: Spans
    let protectionPlansOfEpisode: Spans
    let factorsOfAssessment: Spans
    let reviewsOfPlan: Spans
    let preProceedingsOfEpisode: Spans

    /// The year whose rules and codes are used: the newest that are no draft where the file does not say.
    let year: Int

    init(_ file: CINReturn, counting: WorkingDaysBack) {
        self.file = file
        self.counting = counting
        statedYear = Self.year(of: file.header)
        period = Self.period(of: file.header, year: statedYear)
        let known = CINRules.known
        year = min(max(statedYear ?? CINRules.newest, known.lowerBound), known.upperBound)
        codes = CINCodes(year: year)
        episodesOfChild = Spans(file.episodes.owner, of: file.children.count)
        disabilitiesOfChild = Spans(file.disabilities.owner, of: file.children.count)
        assessmentsOfEpisode = Spans(file.assessments.owner, of: file.episodes.count)
        needPlansOfEpisode = Spans(file.needPlans.owner, of: file.episodes.count)
        enquiriesOfEpisode = Spans(file.enquiries.owner, of: file.episodes.count)
        protectionPlansOfEpisode = Spans(file.protectionPlans.owner, of: file.episodes.count)
        factorsOfAssessment = Spans(file.factors.owner, of: file.assessments.count)
        reviewsOfPlan = Spans(file.reviews.owner, of: file.protectionPlans.count)
        preProceedingsOfEpisode = Spans(file.preProceedings.owner, of: file.episodes.count)
    }

    private static func year(of header: CINReturn.Header) -> Int? {
        if let text = header.year.text, text.utf8.count == 4, let year = Int(text), 1900...2999 ~= year {
            return year
        }
        guard let (year, month, _) = header.referenceDate.day?.civil else { return nil }
        return month < 4 ? year : year + 1
    }

    /// An extract that was made within the year has its own last day; the year begins on the 1 April before it.
    private static func period(of header: CINReturn.Header, year: Int?) -> Period? {
        let stated = year.flatMap { Day(year: $0, month: 3, day: 31) }
        guard let last = header.referenceDate.day ?? stated else { return nil }
        let (year, month, _) = last.civil
        guard let first = Day(year: month < 4 ? year - 1 : year, month: 4, day: 1) else { return nil }
        return Period(first, through: last)
    }

    // MARK: The year

    var firstDay: Day? { period?.first }
    var lastDay: Day? { period?.last }

    /// A day that is there and outside the year; false where the year is not known.
    func isOutsideYear(_ day: Day?) -> Bool {
        guard let day, let period else { return false }
        return !period.contains(day)
    }

    func isInYear(_ day: Day?) -> Bool {
        guard let day, let period else { return false }
        return period.contains(day)
    }

    /// The day so many working days before the end of the year, by the convention in use.
    func workingDays(_ count: Int, before day: Day?) -> Day? {
        day.map { counting.day(count, before: $0) }
    }

    // MARK: Rows that break a rule

    func children(where breaks: (CINChild) -> Bool) -> [CINHit] {
        (0..<file.children.count).compactMap { row in
            let child = CINChild(census: self, row: row)
            return breaks(child) ? child.hit : nil
        }
    }

    func episodes(where breaks: (CINEpisode) -> Bool) -> [CINHit] {
        (0..<file.episodes.count).compactMap { row in
            let episode = CINEpisode(census: self, row: row)
            return breaks(episode) ? episode.hit : nil
        }
    }

    func assessments(where breaks: (CINAssessment) -> Bool) -> [CINHit] {
        (0..<file.assessments.count).compactMap { row in
            let assessment = CINAssessment(census: self, row: row)
            return breaks(assessment) ? assessment.hit : nil
        }
    }

    func needPlans(where breaks: (CINNeedPlan) -> Bool) -> [CINHit] {
        (0..<file.needPlans.count).compactMap { row in
            let plan = CINNeedPlan(census: self, row: row)
            return breaks(plan) ? plan.hit : nil
        }
    }

    func enquiries(where breaks: (CINEnquiry) -> Bool) -> [CINHit] {
        (0..<file.enquiries.count).compactMap { row in
            let enquiry = CINEnquiry(census: self, row: row)
            return breaks(enquiry) ? enquiry.hit : nil
        }
    }

    func protectionPlans(where breaks: (CINProtectionPlan) -> Bool) -> [CINHit] {
        (0..<file.protectionPlans.count).compactMap { row in
            let plan = CINProtectionPlan(census: self, row: row)
            return breaks(plan) ? plan.hit : nil
        }
    }

    func reviews(where breaks: (CINReview) -> Bool) -> [CINHit] {
        (0..<file.reviews.count).compactMap { row in
            let review = CINReview(census: self, row: row)
            return breaks(review) ? review.hit : nil
        }
    }

    func preProceedings(where breaks: (CINPreProceedings) -> Bool) -> [CINHit] {
        (0..<file.preProceedings.count).compactMap { row in
            let record = CINPreProceedings(census: self, row: row)
            return breaks(record) ? record.hit : nil
        }
    }
}

/// True where both days are there and the first stands before the second.
func isBefore(_ first: Day?, _ second: Day?) -> Bool {
    guard let first, let second else { return false }
    return first < second
}
