import Kernel

enum ActivityAfterClosure: CINRule {
    static let id = "8565"
    static let title = "Something is dated after its episode was closed"
    static let advice = "Correct the date of the closure, or of what came after it."
    static let place = CINPart.episode
    /// Assessments, section 47s, conferences, CIN plans, and the ends of child protection plans.
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { episode in
            guard let closure = episode.closure else { return false }
            func isLate(_ day: Day?) -> Bool { isBefore(closure, day) }
            return isLate(episode.conference)
                || episode.assessments.contains { isLate($0.start) || isLate($0.end) }
                || episode.enquiries.contains { isLate($0.start) || isLate($0.conference) }
                || episode.needPlans.contains { isLate($0.start) || isLate($0.end) }
                || episode.protectionPlans.contains { isLate($0.end) }
        }
    }
}

enum ClosureOutsideYear: CINRule {
    static let id = "8620"
    static let title = "An episode was closed outside the year"
    static let advice = "Correct the date, or leave the episode out."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { census.isOutsideYear($0.closure) }
    }
}

enum ClosureBeforeReferral: CINRule {
    static let id = "8630"
    static let title = "An episode was closed before its referral"
    static let advice = "Correct one of the two dates."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { isBefore($0.closure, $0.referral) }
    }
}

enum ReasonWrong: CINRule {
    static let id = "8640"
    static let title = "The reason for a closure is no code of it"
    static let advice = "Give RC1 to RC9; up to 2021-22 RC1 to RC8."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.reason != .missing && !census.codes.reasons.contains($0.reason) }
    }
}

enum ClosureWithoutReason: CINRule {
    static let id = "8805"
    static let title = "An episode has a date of closure and no reason for it"
    static let advice = "Give the reason by its code."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.closure != nil && $0.reason == .missing }
    }
}

enum ReasonWithoutClosure: CINRule {
    static let id = "8810"
    static let title = "An episode has a reason for its closure and no date of it"
    static let advice = "Give the date, or take the reason out if the episode is open."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.closure == nil && $0.reason != .missing }
    }
}

enum ClosedAfterAssessmentWithMore: CINRule {
    static let id = "2990"
    static let title = "An episode closed after assessment has a section 47, a conference or a plan"
    static let advice = "Correct the reason for the closure, or what is recorded on the episode."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { episode in
            episode.isClosedAfterAssessment
                && (episode.conference != nil || !episode.enquiryRows.isEmpty
                    || !episode.protectionPlanRows.isEmpty || !episode.needPlanRows.isEmpty)
        }
    }
}

enum ClosedAfterNoAssessment: CINRule {
    static let id = "8825Q"
    static let title = "An episode closed after assessment has no assessment"
    static let advice = "Give the assessment, or another reason for the closure."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.isClosedAfterAssessment && $0.assessmentRows.isEmpty }
    }
}

enum ClosedWithOpenAssessment: CINRule {
    static let id = "8867"
    static let title = "An episode is closed and an assessment in it is not finished"
    static let advice = "Give the day on which the assessment was authorised."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { $0.end == nil && $0.episode.closure != nil }
    }
}

enum ClosedWithOpenEnquiry: CINRule {
    static let id = "8868"
    static let title =
        "An episode is closed and a section 47 in it has neither a conference nor the mark that none was needed"
    static let advice = "Give the date of the conference, or the mark."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        census.enquiries { $0.isOpen && $0.episode.closure != nil }
    }
}
