import Kernel

// A CIN plan beside another, and beside child protection, which takes its place. An open plan goes on to the reference date.

enum NeedPlansOverlap: CINRule {
    static let id = "4014"
    static let title = "A CIN plan starts during another of the child"
    static let advice = "Correct the dates, or make one plan of the two."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    /// Both days of the other count.
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.children.count).flatMap { row -> [CINHit] in
            let plans = CINChild(census: census, row: row).needPlans
            guard plans.count > 1 else { return [] }
            var runs = Runs()
            for plan in plans { runs.add(plan.start, through: plan.end ?? census.lastDay, row: plan.row) }
            runs.sort()
            return plans.filter { runs.cover($0.start, apartFrom: $0.row) }.map(\.hit)
        }
    }
}

enum BothPlansOpen: CINRule {
    static let id = "4001"
    static let title = "A CIN plan and a child protection plan of one episode are both open"
    static let advice = "Give the end of the CIN plan: child protection takes its place."
    static let years = CINYears.needPlans
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { episode in
            !episode.needPlanRows.isEmpty && episode.needPlans.contains { $0.end == nil }
                && episode.protectionPlans.contains { $0.end == nil }
        }
    }
}

enum ReviewInNeedPlan: CINRule {
    static let id = "4003"
    static let title = "A child protection review falls within a CIN plan of the episode"
    static let advice = "Correct the date of the review, or those of the CIN plan."
    static let years = CINYears.needPlans
    static let place = CINPart.review
    /// Not one that ended the protection plan on its day, and not on the day that the CIN plan ends.
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.episodes.count).flatMap { row -> [CINHit] in
            let episode = CINEpisode(census: census, row: row)
            guard !episode.needPlanRows.isEmpty, !episode.protectionPlanRows.isEmpty else { return [] }
            var runs = Runs()
            for plan in episode.needPlans {
                runs.add(plan.start, through: plan.end?.adding(days: -1) ?? census.lastDay, row: plan.row)
            }
            runs.sort()
            return episode.reviews.filter { $0.date != $0.plan.end && runs.cover($0.date) }.map(\.hit)
        }
    }
}

enum NeedPlanDuringProtection: CINRule {
    static let id = "4016"
    static let title = "A CIN plan starts during a child protection plan"
    static let advice = "Correct the dates: a CIN plan may start on the day that child protection ends."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.children.count).flatMap { row -> [CINHit] in
            let child = CINChild(census: census, row: row)
            let (plans, others) = (child.needPlans, child.protectionPlans)
            guard !plans.isEmpty, !others.isEmpty else { return [] }
            var runs = Runs()
            for other in others {
                runs.add(other.start, through: other.end?.adding(days: -1) ?? census.lastDay, row: other.row)
            }
            runs.sort()
            return plans.filter { runs.cover($0.start) }.map(\.hit)
        }
    }
}

enum ProtectionDuringNeedPlan: CINRule {
    static let id = "4017"
    static let title = "A child protection plan starts during a CIN plan"
    static let advice = "Correct the dates: child protection may start on the day that a CIN plan ends."
    static let years = CINYears.needPlans
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.children.count).flatMap { row -> [CINHit] in
            let child = CINChild(census: census, row: row)
            let (plans, others) = (child.protectionPlans, child.needPlans)
            guard !plans.isEmpty, !others.isEmpty else { return [] }
            var runs = Runs()
            for other in others {
                runs.add(other.start, through: other.end?.adding(days: -1) ?? census.lastDay, row: other.row)
            }
            runs.sort()
            return plans.filter { runs.cover($0.start) }.map(\.hit)
        }
    }
}
