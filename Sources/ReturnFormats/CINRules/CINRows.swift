import Kernel

// A row of each table with what its rules ask of it. A date that could not be read is nil here, as a missing one is.

struct CINChild {
    let census: CINCensus
    let row: Int

    var hit: CINHit { CINHit(child: Int32(row), part: .child, row: Int32(row)) }

    var id: ArraySlice<UInt8> { census.file.bytes(census.file.children.id[row]) }
    var pupilNumber: ArraySlice<UInt8> { census.file.bytes(census.file.children.pupilNumber[row]) }
    var formerPupilNumber: ArraySlice<UInt8> {
        census.file.bytes(census.file.children.formerPupilNumber[row])
    }
    var pupilNumberUnknown: CodeCell { census.file.children.pupilNumberUnknown[row] }
    var birth: Day? { census.file.children.birth[row].day }
    var expectedBirth: Day? { census.file.children.expectedBirth[row].day }
    var death: Day? { census.file.children.death[row].day }
    var ethnicity: CodeCell { census.file.children.ethnicity[row] }
    /// Sex, or gender in the returns that ask for it.
    var sex: CodeCell {
        census.codes.asksSex ? census.file.children.sex[row] : census.file.children.gender[row]
    }
    var isUnborn: Bool { birth == nil && expectedBirth != nil }

    var episodes: [CINEpisode] {
        census.episodesOfChild[row].map { CINEpisode(census: census, row: $0) }
    }
    var disabilities: ArraySlice<CodeCell> { census.file.disabilities.code[census.disabilitiesOfChild[row]] }
    /// A referral that went on to something.
    var hasActedOnReferral: Bool {
        census.episodesOfChild[row].contains { census.file.episodes.noFurtherAction[$0] == .no }
    }
    /// The rows of what all its episodes hold stand together.
    var needPlanRows: Range<Int> { rows(census.needPlansOfEpisode) }
    var protectionPlanRows: Range<Int> { rows(census.protectionPlansOfEpisode) }

    var needPlans: [CINNeedPlan] { needPlanRows.map { CINNeedPlan(census: census, row: $0) } }
    var protectionPlans: [CINProtectionPlan] {
        protectionPlanRows.map { CINProtectionPlan(census: census, row: $0) }
    }

    var enquiryRows: Range<Int> { rows(census.enquiriesOfEpisode) }
    var enquiries: [CINEnquiry] { enquiryRows.map { CINEnquiry(census: census, row: $0) } }

    private func rows(_ spans: Spans) -> Range<Int> {
        let episodes = census.episodesOfChild[row]
        guard let first = episodes.first, let last = episodes.last else { return 0..<0 }
        return spans[first].lowerBound..<spans[last].upperBound
    }
}

struct CINEpisode {
    let census: CINCensus
    let row: Int

    var hit: CINHit { CINHit(child: census.file.episodes.owner[row], part: .episode, row: Int32(row)) }
    var child: CINChild { CINChild(census: census, row: Int(census.file.episodes.owner[row])) }

    var referral: Day? { census.file.episodes.referral[row].day }
    var source: CodeCell { census.file.episodes.source[row] }
    var need: CodeCell { census.file.episodes.need[row] }
    var closure: Day? { census.file.episodes.closure[row].day }
    var reason: CodeCell { census.file.episodes.reason[row] }
    /// Of a conference that no section 47 of the episode led to.
    var conference: Day? { census.file.episodes.conference[row].day }
    var noFurtherAction: FlagCell { census.file.episodes.noFurtherAction[row] }
    /// Closed after assessment.
    var isClosedAfterAssessment: Bool { reason == "RC8" || reason == "RC9" }
    var isOpenAndActedOn: Bool { closure == nil && noFurtherAction == .no }

    var assessmentRows: Range<Int> { census.assessmentsOfEpisode[row] }
    var needPlanRows: Range<Int> { census.needPlansOfEpisode[row] }
    var enquiryRows: Range<Int> { census.enquiriesOfEpisode[row] }
    var protectionPlanRows: Range<Int> { census.protectionPlansOfEpisode[row] }
    var assessments: [CINAssessment] { assessmentRows.map { CINAssessment(census: census, row: $0) } }
    var needPlans: [CINNeedPlan] { needPlanRows.map { CINNeedPlan(census: census, row: $0) } }
    var enquiries: [CINEnquiry] { enquiryRows.map { CINEnquiry(census: census, row: $0) } }
    var protectionPlans: [CINProtectionPlan] {
        protectionPlanRows.map { CINProtectionPlan(census: census, row: $0) }
    }
    var reviews: [CINReview] {
        guard let first = protectionPlanRows.first, let last = protectionPlanRows.last else { return [] }
        let rows = census.reviewsOfPlan[first].lowerBound..<census.reviewsOfPlan[last].upperBound
        return rows.map { CINReview(census: census, row: $0) }
    }
}

struct CINAssessment {
    let census: CINCensus
    let row: Int

    var episode: CINEpisode { CINEpisode(census: census, row: Int(census.file.assessments.owner[row])) }
    var hit: CINHit { CINHit(child: episode.hit.child, part: .assessment, row: Int32(row)) }

    var start: Day? { census.file.assessments.start[row].day }
    /// Of its authorisation; nil while it is open.
    var end: Day? { census.file.assessments.end[row].day }
    var factors: ArraySlice<CodeCell> { census.file.factors.code[census.factorsOfAssessment[row]] }
}

struct CINNeedPlan {
    let census: CINCensus
    let row: Int

    var episode: CINEpisode { CINEpisode(census: census, row: Int(census.file.needPlans.owner[row])) }
    var hit: CINHit { CINHit(child: episode.hit.child, part: .needPlan, row: Int32(row)) }

    var start: Day? { census.file.needPlans.start[row].day }
    var end: Day? { census.file.needPlans.end[row].day }
}

struct CINEnquiry {
    let census: CINCensus
    let row: Int

    var episode: CINEpisode { CINEpisode(census: census, row: Int(census.file.enquiries.owner[row])) }
    var hit: CINHit { CINHit(child: episode.hit.child, part: .enquiry, row: Int32(row)) }

    var start: Day? { census.file.enquiries.start[row].day }
    var target: Day? { census.file.enquiries.target[row].day }
    var conference: Day? { census.file.enquiries.conference[row].day }
    var conferenceNotRequired: FlagCell { census.file.enquiries.conferenceNotRequired[row] }
    /// Neither led to a conference nor was marked as needing none.
    var isOpen: Bool { conference == nil && conferenceNotRequired != .yes }
}

struct CINProtectionPlan {
    let census: CINCensus
    let row: Int

    var episode: CINEpisode { CINEpisode(census: census, row: Int(census.file.protectionPlans.owner[row])) }
    var hit: CINHit { CINHit(child: episode.hit.child, part: .protectionPlan, row: Int32(row)) }

    var start: Day? { census.file.protectionPlans.start[row].day }
    var end: Day? { census.file.protectionPlans.end[row].day }
    var initialCategory: CodeCell { census.file.protectionPlans.initialCategory[row] }
    var latestCategory: CodeCell { census.file.protectionPlans.latestCategory[row] }
    var previous: Int? { census.file.protectionPlans.previous[row].value }
}

struct CINReview {
    let census: CINCensus
    let row: Int

    var plan: CINProtectionPlan {
        CINProtectionPlan(census: census, row: Int(census.file.reviews.owner[row]))
    }
    var hit: CINHit { CINHit(child: plan.hit.child, part: .review, row: Int32(row)) }
    var date: Day? { census.file.reviews.date[row].day }
}

struct CINPreProceedings {
    let census: CINCensus
    let row: Int

    var hit: CINHit {
        let episode = Int(census.file.preProceedings.owner[row])
        return CINHit(child: census.file.episodes.owner[episode], part: .preProceedings, row: Int32(row))
    }

    var start: Day? { census.file.preProceedings.start[row].day }
    var letter: Day? { census.file.preProceedings.letter[row].day }
    var offered: FlagCell { census.file.preProceedings.offered[row] }
    var held: FlagCell { census.file.preProceedings.held[row] }
    var firstMeeting: Day? { census.file.preProceedings.firstMeeting[row].day }
    var reviewMeetings: CountCell { census.file.preProceedings.reviewMeetings[row] }
    var decision: Day? { census.file.preProceedings.decision[row].day }
    var outcome: CodeCell { census.file.preProceedings.outcome[row] }
    var application: Day? { census.file.preProceedings.application[row].day }
    var initiation: Day? { census.file.preProceedings.initiation[row].day }
}

extension CINReturn {
    func bytes(_ cell: TextCell) -> ArraySlice<UInt8> {
        texts[Int(cell.start)..<Int(cell.start) + Int(cell.length)]
    }
}
