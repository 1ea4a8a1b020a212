import Kernel

enum ReviewTooEarly: CINRule {
    static let id = "8841"
    static let title = "A review was held on the day that its child protection plan started, or before"
    static let advice = "Correct the date of the review: the initial conference is none."
    static let place = CINPart.review
    static func run(on census: CINCensus) -> [CINHit] {
        census.reviews { review in
            guard let date = review.date, let start = review.plan.start else { return false }
            return date <= start
        }
    }
}

enum ReviewWithoutDate: CINRule {
    static let id = "8842Q"
    static let title = "A review has no date"
    static let advice = "Give the date, or take the review out."
    static let place = CINPart.review
    static func run(on census: CINCensus) -> [CINHit] { census.reviews { $0.date == nil } }
}

enum InitialCategoryWrong: CINRule {
    static let id = "8905"
    static let title = "The first category of abuse of a child protection plan is missing or no code of it"
    static let advice = "Give NEG, PHY, SAB, EMO or MUL."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { !CINCodes.categories.contains($0.initialCategory) }
    }
}

enum LatestCategoryWrong: CINRule {
    static let id = "8910"
    static let title = "The latest category of abuse of a child protection plan is missing or no code of it"
    static let advice = "Give NEG, PHY, SAB, EMO or MUL."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { !CINCodes.categories.contains($0.latestCategory) }
    }
}

enum ProtectionAfterDeath: CINRule {
    static let id = "8915"
    static let title = "A child protection plan starts after the child’s death"
    static let advice = "Correct the start of the plan or the date of death."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { isBefore($0.episode.child.death, $0.start) }
    }
}

enum ProtectionEndsAfterDeath: CINRule {
    static let id = "8920"
    static let title = "A child protection plan ends after the child’s death"
    static let advice = "Correct the end of the plan or the date of death."
    static let place = CINPart.protectionPlan
    static func run(on census: CINCensus) -> [CINHit] {
        census.protectionPlans { isBefore($0.episode.child.death, $0.end) }
    }
}
