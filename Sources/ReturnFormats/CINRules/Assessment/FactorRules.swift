import Kernel

// The factors that an assessment found. They repeat, one element each: all of them are asked.

enum FactorsTooSoon: CINRule {
    static let id = "8614"
    static let title = "An assessment that is not finished has factors"
    static let advice = "Give the day on which it was authorised, or take the factors out."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { $0.end == nil && !$0.factors.isEmpty }
    }
}

enum NoFactorsWithOthers: CINRule {
    static let id = "8869"
    static let title = "An assessment found no factors (21) and others at once"
    static let advice = "Leave 21 out where there is another factor."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { assessment in
            let factors = assessment.factors
            return factors.contains("21") && factors.contains { $0 != "21" }
        }
    }
}

enum NoFactorsNotClosed: CINRule {
    static let id = "8873Q"
    static let title =
        "An episode’s only assessment found no factors (21), but it was not closed after assessment"
    static let advice = "Close it with RC8 or RC9, correct the factors, or say why it goes on."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { episode in
            guard episode.assessmentRows.count == 1, !episode.isClosedAfterAssessment else { return false }
            return episode.assessments[0].factors.contains("21")
        }
    }
}

enum FactorsMissing: CINRule {
    static let id = "8897Q"
    static let title = "An assessment finished in the year has no factor, or one that is no code of it"
    static let advice = "Give every factor by its code; 21 where there was none."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { assessment in
            guard census.isInYear(assessment.end) else { return false }
            let factors = assessment.factors
            return factors.isEmpty || !factors.allSatisfy { census.codes.factors.contains($0) }
        }
    }
}

enum FactorTwice: CINRule {
    static let id = "8898"
    static let title = "An assessment has one factor twice"
    static let advice = "Give each factor once."
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { $0.factors.hasRepeats }
    }
}

enum OldPhysicalAbuse: CINRule {
    static let id = "8945Q"
    static let title = "An assessment has the old factor 18A"
    static let advice = "Give 18B (by a child) or 18C (by an adult)."
    static let years = CINYears.sex
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { $0.factors.contains("18A") }
    }
}

enum OldSexualAbuse: CINRule {
    static let id = "8950Q"
    static let title = "An assessment has the old factor 19A"
    static let advice = "Give 19B (by a child) or 19C (by an adult)."
    static let years = CINYears.sex
    static let place = CINPart.assessment
    static func run(on census: CINCensus) -> [CINHit] {
        census.assessments { $0.factors.contains("19A") }
    }
}
