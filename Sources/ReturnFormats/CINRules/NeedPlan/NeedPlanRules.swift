import Kernel

// The dates of CIN plans, which the census has asked for since 2021-22.

enum NeedPlanStart: CINRule {
    static let id = "4010"
    static let title = "The start of a CIN plan is missing or after the reference date"
    static let advice = "Give the start; leave out plans of the next year."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.needPlans { $0.start == nil || isBefore(census.lastDay, $0.start) }
    }
}

enum NeedPlanEndsFirst: CINRule {
    static let id = "4011"
    static let title = "A CIN plan ends before it starts"
    static let advice = "Correct one of the two dates."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.needPlans { isBefore($0.end, $0.start) }
    }
}

enum NeedPlanOneDay: CINRule {
    static let id = "4012Q"
    static let title = "A CIN plan starts and ends on one day"
    static let advice = "Correct one of the two dates, or say why the plan was so short."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.needPlans { $0.start != nil && $0.start == $0.end }
    }
}

enum NeedPlanEndOutsideYear: CINRule {
    static let id = "4013"
    static let title = "A CIN plan ends outside the year"
    static let advice = "Correct the date, or leave the plan out."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.needPlans { census.isOutsideYear($0.end) }
    }
}

enum NeedPlanBeforeReferral: CINRule {
    static let id = "4015"
    static let title = "A CIN plan starts before the referral"
    static let advice = "Correct the start of the plan or the date of the referral."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.needPlans { isBefore($0.start, $0.episode.referral) }
    }
}

enum NeedPlanAfterDeath: CINRule {
    static let id = "4008"
    static let title = "A CIN plan starts after the child’s death"
    static let advice = "Correct the start of the plan or the date of death."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.needPlans { isBefore($0.episode.child.death, $0.start) }
    }
}

enum NeedPlanEndsAfterDeath: CINRule {
    static let id = "4009Q"
    static let title = "A CIN plan ends after the child’s death"
    static let advice = "Correct the end of the plan or the date of death."
    static let years = CINYears.needPlans
    static let place = CINPart.needPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.needPlans { isBefore($0.episode.child.death, $0.end) }
    }
}

enum NeedPlansOpen: CINRule {
    static let id = "4004"
    static let title = "A child has more than one open CIN plan"
    static let advice = "Give the end of all but one."
    static let years = CINYears.needPlans
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { child in
            child.needPlanRows.count > 1
                && child.needPlanRows.count { census.file.needPlans.end[$0].day == nil } > 1
        }
    }
}
