package import Kernel

/// The validation rules of the CIN census: 109 for the returns of 2024-25 and later, with the twelve of a draft for
/// 2026-27; fewer for the years before, which lacked what some of them are about.
package enum CINRules {
    /// The newest return whose rules are no draft.
    static let newest = 2026
    /// The returns whose rules are known; one before or after is held against the nearest.
    static let known = 2017...2027

    /// In the order of their numbers.
    static let all: [any CINRule.Type] = [
        ReferenceDateWrong.self, AssessmentBeforeReferral.self, ConferenceBeforeReferral.self,
        ProtectionPlanBeforeReferral.self, CheckLetterWrong.self, PupilNumberTwice.self,
        PupilNumberAuthority.self, PupilNumberFigures.self, PupilNumberEnd.self, FormerPupilNumberShape.self,
        ChildIDLong.self, ChildIDLetters.self, MorePlansThanConferences.self, ConferenceAtBothLevels.self,
        PlanWithoutConference.self, SexOftenUnknown.self, FewDisabilities.self, SingleDisabilities.self,
        EnquiryBeforeReferral.self, ClosedAfterAssessmentWithMore.self, EnquiryWithoutAssessment.self,
        NeedPlanWithoutAction.self, BothPlansOpen.self, ReviewInNeedPlan.self, NeedPlansOpen.self,
        NeedPlanAfterDeath.self, NeedPlanEndsAfterDeath.self, NeedPlanStart.self, NeedPlanEndsFirst.self,
        NeedPlanOneDay.self, NeedPlanEndOutsideYear.self, NeedPlansOverlap.self, NeedPlanBeforeReferral.self,
        NeedPlanDuringProtection.self, ProtectionDuringNeedPlan.self, SexWrong.self, EthnicityWrong.self,
        ChildIDMissing.self, ChildIDTwice.self, BornAfterYear.self, BirthNotOnce.self,
        ExpectedBirthFarOff.self, DeathBeforeBirth.self, DisabilityMissing.self, DeathOutsideYear.self,
        ReferredAfterDeath.self, ActivityAfterClosure.self, NoFurtherActionUnsaid.self,
        OldReferralWithoutAction.self, DiedWithoutDate.self, NoEpisode.self, ReferralDateWrong.self,
        ReferralLongBeforeBirth.self, AssessmentEndsFirst.self, NeedMissing.self, FactorsTooSoon.self,
        EnquiryAfterConference.self, ClosureOutsideYear.self, ClosureBeforeReferral.self, ReasonWrong.self,
        NeedWrong.self, AssessmentOverdue.self, EnquiryOverdue.self, AssessmentEndOutsideYear.self,
        ConferenceOutsideYear.self, ProtectionPlanStart.self, PreviousPlansMissing.self,
        OpenAssessmentOutsideYear.self, OpenEnquiryOutsideYear.self, UnbornSex.self,
        PupilNumberExpected.self, NoActionReasonWithAction.self, OverTwentyFive.self, NoneWithOthers.self,
        DisabilityTwice.self, ClosureWithoutReason.self, ReasonWithoutClosure.self, EpisodesOpen.self,
        OpenEpisodeNotLatest.self, EpisodesOverlap.self, ClosedAfterNoAssessment.self,
        ActivityWithoutAction.self,
        ProtectionWithoutAction.self, EnquiriesOpen.self, ProtectionPlanOneDay.self, ReviewTooEarly.self,
        ReviewWithoutDate.self, AssessmentDuringAnother.self, SourceWrong.self, ClosedWithOpenAssessment.self,
        ClosedWithOpenEnquiry.self, NoFactorsWithOthers.self, TargetAtWeekend.self, NoFactorsNotClosed.self,
        ConferenceAtWeekend.self, EnquiryDuringAnother.self, AssessmentsOpen.self, FactorsMissing.self,
        FactorTwice.self, InitialCategoryWrong.self, LatestCategoryWrong.self, ProtectionAfterDeath.self,
        ProtectionEndsAfterDeath.self, ProtectionPlanEndsFirst.self, ProtectionPlanEndOutsideYear.self,
        ProtectionPlansOpen.self, ProtectionPlansOverlap.self, OldPhysicalAbuse.self, OldSexualAbuse.self,
        NoPreProceedings.self, PreStartMissing.self, PreStartOutsideYear.self, LetterDate.self,
        OfferUnsaid.self, FirstMeetingOutsideYear.self, DecisionDate.self, MeetingUnsaid.self,
        OutcomeWrong.self, ApplicationDate.self, InitiationDate.self, ReviewMeetingsUnsaid.self,
    ]

    /// Runs every rule that the return's year has. Pure; a pass over the columns for each rule.
    package static func check(
        _ file: CINReturn, counting: WorkingDaysBack = .lastDayIsOne
    ) -> CINCheck {
        let census = CINCensus(file, counting: counting)
        let rules = all.filter { $0.years.contains(census.year) }
        return CINCheck(
            census: census, found: rules.map { CINCheck.Found(rule: $0, hits: $0.run(on: census)) })
    }
}

/// What the rules found in one return.
package struct CINCheck: Sendable {
    /// What one rule found.
    package struct Found: Sendable {
        let rule: any CINRule.Type
        package let hits: [CINHit]

        package var id: String { rule.id }
        package var severity: ReturnRuleSeverity { rule.severity }
        package var title: String { rule.title }
        /// What to do about it.
        package var advice: String { rule.advice }
        /// What one hit is.
        package var part: CINPart { rule.place }
        /// Still a draft of the rules to come.
        package var isDraft: Bool { rule.years == CINYears.preProceedings }

        package var result: ReturnRuleResult {
            ReturnRuleResult(
                rule: id, severity: severity, title: title, count: hits.count,
                children: Set(hits.lazy.map(\.child).filter { $0 >= 0 }).count)
        }
    }

    /// Where a hit is, in numbers that count from 1: no reference, no name.
    package struct Place: Hashable, Sendable {
        /// Which child of the file; nil where the rule is about the whole return.
        package let child: Int?
        /// Which of the child's episodes.
        package let episode: Int?
        package let part: CINPart
        /// Which record of its kind in the episode.
        package let number: Int?
    }

    private let census: CINCensus
    /// Every rule of the year, in the order of their numbers.
    package let found: [Found]

    init(census: CINCensus, found: [Found]) {
        self.census = census
        self.found = found
    }

    /// The year in which the collection ended; nil where the file does not say, and the newest rules were used.
    package var year: Int? { census.statedYear }
    /// The year to 31 March whose rules were used.
    package var rulesOf: Int { census.year }
    /// 1 April to the reference date; nil where the file does not say: then no date was held against it.
    package var period: Period? { census.period }
    package var counting: WorkingDaysBack { census.counting }
    package var results: [ReturnRuleResult] { found.map(\.result) }

    package func place(of hit: CINHit) -> Place {
        let file = census.file
        let row = Int(hit.row)
        func inEpisode(_ owners: [Int32], _ spans: Spans) -> Place {
            let episode = Int(owners[row])
            return Place(
                child: Int(hit.child) + 1, episode: ordinal(ofEpisode: episode), part: hit.part,
                number: row - spans[episode].lowerBound + 1)
        }
        switch hit.part {
        case .wholeReturn: return Place(child: nil, episode: nil, part: hit.part, number: nil)
        case .child: return Place(child: row + 1, episode: nil, part: hit.part, number: nil)
        case .episode:
            return Place(
                child: Int(hit.child) + 1, episode: ordinal(ofEpisode: row), part: hit.part, number: nil)
        case .assessment: return inEpisode(file.assessments.owner, census.assessmentsOfEpisode)
        case .needPlan: return inEpisode(file.needPlans.owner, census.needPlansOfEpisode)
        case .enquiry: return inEpisode(file.enquiries.owner, census.enquiriesOfEpisode)
        case .protectionPlan: return inEpisode(file.protectionPlans.owner, census.protectionPlansOfEpisode)
        case .preProceedings:
            return inEpisode(file.preProceedings.owner, census.preProceedingsOfEpisode)
        case .review:
            let episode = Int(file.protectionPlans.owner[Int(file.reviews.owner[row])])
            let firstPlan = census.protectionPlansOfEpisode[episode].lowerBound
            return Place(
                child: Int(hit.child) + 1, episode: ordinal(ofEpisode: episode), part: hit.part,
                number: row - census.reviewsOfPlan[firstPlan].lowerBound + 1)
        }
    }

    private func ordinal(ofEpisode row: Int) -> Int {
        row - census.episodesOfChild[Int(census.file.episodes.owner[row])].lowerBound + 1
    }
}
