import Kernel

enum ProtectionPlanBeforeReferral: CINRule {
    static let id = "1105"
    static let title = "A child protection plan starts before the referral"
    static let advice = "Correct the start of the plan or the date of the referral."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { isBefore($0.start, $0.episode.referral) }
    }
}

enum PlanWithoutConference: CINRule {
    static let id = "2885"
    static let title = "A child protection plan starts on a day that no initial conference was held"
    static let advice = "Correct the start of the plan, or give the conference that it came from."
    static let place = CINPart.protectionPlan
    /// Plans that start in the year. The conference is that of a section 47 of the episode; the episode's own where it
    /// has no section 47, or only such as needed no conference.
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.episodes.count).flatMap { row -> [CINHit] in
            guard !census.protectionPlansOfEpisode[row].isEmpty else { return [] }
            let episode = CINEpisode(census: census, row: row)
            let enquiries = episode.enquiries.filter { $0.conferenceNotRequired != .yes }
            let conferences = enquiries.isEmpty ? [episode.conference] : enquiries.map(\.conference)
            let days = Set(conferences.compactMap(\.self))
            return episode.protectionPlans.filter { plan in
                guard let start = plan.start, census.isInYear(start) else { return false }
                return !days.contains(start)
            }.map(\.hit)
        }
    }
}

enum ProtectionPlanStart: CINRule {
    static let id = "8720"
    static let title = "The start of a child protection plan is missing or after the reference date"
    static let advice = "Give the start; leave out plans of the next year."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { $0.start == nil || isBefore(census.lastDay, $0.start) }
    }
}

enum PreviousPlansMissing: CINRule {
    static let id = "8730"
    static let title = "The number of earlier child protection plans is missing or below nought"
    static let advice = "Give how many plans the child has had before; 0 where there were none."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { ($0.previous ?? -1) < 0 }
    }
}

enum ProtectionPlanOneDay: CINRule {
    static let id = "8840"
    static let title = "A child protection plan starts and ends on one day"
    static let advice = "Correct one of the two dates."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { $0.start != nil && $0.start == $0.end }
    }
}

enum ProtectionPlanEndsFirst: CINRule {
    static let id = "8925"
    static let title = "A child protection plan ends before it starts"
    static let advice = "Correct one of the two dates."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { isBefore($0.end, $0.start) }
    }
}

enum ProtectionPlanEndOutsideYear: CINRule {
    static let id = "8930"
    static let title = "A child protection plan ends outside the year"
    static let advice = "Correct the date, or leave the plan out."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { census.isOutsideYear($0.end) }
    }
}

enum ProtectionPlansOpen: CINRule {
    static let id = "8935"
    static let title = "A child has more than one open child protection plan"
    static let advice = "Give the end of all but one."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            child.protectionPlanRows.count > 1
                && child.protectionPlanRows.count { census.file.protectionPlans.end[$0].day == nil } > 1
        }
    }
}

enum ProtectionPlansOverlap: CINRule {
    static let id = "8940"
    static let title = "A child protection plan starts during another of the child"
    static let advice = "Correct the dates, or make one plan of the two."
    static let place = CINPart.protectionPlan
    /// Both days of the other count, and an open one goes on to the reference date.
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.children.count).flatMap { row -> [CINHit] in
            let plans = CINChild(census: census, row: row).protectionPlans
            guard plans.count > 1 else { return [] }
            var runs = Runs()
            for plan in plans { runs.add(plan.start, through: plan.end ?? census.lastDay, row: plan.row) }
            runs.sort()
            return plans.filter { runs.cover($0.start, apartFrom: $0.row) }.map(\.hit)
        }
    }
}
