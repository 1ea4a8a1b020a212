import Kernel

enum NoFurtherActionUnsaid: CINRule {
    static let id = "8568"
    static let title = "An episode does not say whether its referral led to no further action"
    static let advice = "Give true or false, or 1 or 0."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.noFurtherAction == .missing || $0.noFurtherAction == .unreadable }
    }
}

enum OldReferralWithoutAction: CINRule {
    static let id = "8569Q"
    static let title = "A referral of before the year is marked as one without further action"
    static let advice = "Leave it out, or correct the date or the mark."
    static let place = CINPart.episode
    /// More than one working day before the year, by the convention in use.
    static func run(on census: CINCensus) -> [CINHit] {
        let earliest = census.workingDays(1, before: census.firstDay)
        return census.episodes { $0.noFurtherAction == .yes && isBefore($0.referral, earliest) }
    }
}

enum ReferralDateWrong: CINRule {
    static let id = "8600"
    static let title = "The date of a referral is missing or after the reference date"
    static let advice = "Give the date of the referral; leave out those of the next year."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.referral == nil || isBefore(census.lastDay, $0.referral) }
    }
}

enum NeedMissing: CINRule {
    static let id = "8610"
    static let title = "A referral that led to something has no primary need"
    static let advice = "Give the primary need by its code."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.noFurtherAction == .no && $0.need == .missing }
    }
}

enum NeedWrong: CINRule {
    static let id = "8650"
    static let title = "A primary need is no code of it"
    static let advice = "Give N0 to N9."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.need != .missing && !CINCodes.needs.contains($0.need) }
    }
}

enum SourceWrong: CINRule {
    static let id = "8866"
    static let title = "A referral of 1 April 2013 or later has no source, or none of the list"
    static let advice = "Give the source by its code."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        let since = Day(year: 2013, month: 4, day: 1)
        return census.episodes { episode in
            guard let referral = episode.referral, let since, since <= referral else { return false }
            return !census.codes.sources.contains(episode.source)
        }
    }
}

enum ActivityWithoutAction: CINRule {
    static let id = "8831"
    static let title = "A referral without further action has an assessment, a section 47 or a conference"
    static let advice = "Correct the mark, or move what was done to the episode it belongs to."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { episode in
            guard episode.noFurtherAction == .yes else { return false }
            return episode.conference != nil
                || episode.assessments.contains { $0.start != nil || $0.end != nil }
                || episode.enquiries.contains { $0.start != nil || $0.conference != nil }
        }
    }
}

enum ProtectionWithoutAction: CINRule {
    static let id = "8832"
    static let title = "A referral without further action has a child protection plan"
    static let advice = "Correct the mark, or move the plan to the episode it belongs to."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.noFurtherAction == .yes && !$0.protectionPlanRows.isEmpty }
    }
}

enum NeedPlanWithoutAction: CINRule {
    static let id = "4000"
    static let title = "A referral without further action has a CIN plan"
    static let advice = "Correct the mark, or move the plan to the episode it belongs to."
    static let years = CINYears.needPlans
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.noFurtherAction == .yes && !$0.needPlanRows.isEmpty }
    }
}
