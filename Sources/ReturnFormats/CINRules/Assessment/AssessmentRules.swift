import Kernel

enum AssessmentBeforeReferral: CINRule {
    static let id = "1103"
    static let title = "An assessment starts before the referral"
    static let advice = "Correct the start of the assessment or the date of the referral."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { isBefore($0.start, $0.episode.referral) }
    }
}

enum AssessmentEndsFirst: CINRule {
    static let id = "8608"
    static let title = "An assessment ends before it starts"
    static let advice = "Correct one of the two dates."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { isBefore($0.end, $0.start) }
    }
}

enum AssessmentOverdue: CINRule {
    static let id = "8670Q"
    static let title = "An open assessment began more than 45 working days before the reference date"
    static let advice = "Give the day on which it was authorised, or say why it is open."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        let earliest = census.workingDays(45, before: census.lastDay)
        return census.assessments { $0.end == nil && isBefore($0.start, earliest) }
    }
}

enum AssessmentEndOutsideYear: CINRule {
    static let id = "8696"
    static let title = "An assessment ends outside the year"
    static let advice = "Correct the date, or leave the assessment out."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { census.isOutsideYear($0.end) }
    }
}

enum OpenAssessmentOutsideYear: CINRule {
    static let id = "8736"
    static let title = "An open assessment started outside the year"
    static let advice = "Give its end, or correct its start."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { $0.end == nil && census.isOutsideYear($0.start) }
    }
}

enum AssessmentDuringAnother: CINRule {
    static let id = "8863Q"
    static let title = "An assessment starts while another of the episode goes on"
    static let advice = "Correct the dates, or say why both ran."
    static let place = CINPart.assessment
    /// Both days of the other count, and an open one goes on to the reference date.
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.episodes.count).flatMap { row -> [CINHit] in
            guard census.assessmentsOfEpisode[row].count > 1 else { return [] }
            let assessments = CINEpisode(census: census, row: row).assessments
            var runs = Runs()
            for assessment in assessments {
                runs.add(assessment.start, through: assessment.end ?? census.lastDay, row: assessment.row)
            }
            runs.sort()
            return assessments.filter { runs.cover($0.start, apartFrom: $0.row) }.map(\.hit)
        }
    }
}

enum AssessmentsOpen: CINRule {
    static let id = "8896"
    static let title = "An episode has more than one open assessment"
    static let advice = "Give the end of all but one."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { episode in
            episode.assessmentRows.count > 1 && episode.assessments.count { $0.end == nil } > 1
        }
    }
}
