import Kernel

// Pre-proceedings and family group decisions, for 2026-27: a draft, not proved on real returns yet.

enum NoPreProceedings: CINRule {
    static let id = "8995Q"
    static let title = "No child has anything about pre-proceedings"
    static let advice = "Give it, or say why there is none."
    static let years = CINYears.preProceedings
    static let place = CINPart.wholeReturn
    static func run(on census: CINCensus) -> [CINHit] {
        census.file.preProceedings.count == 0 ? [.wholeReturn] : []
    }
}

enum PreStartMissing: CINRule {
    static let id = "9000Q"
    static let title = "The day on which pre-proceedings began is blank"
    static let advice = "Give the day, or say that it is not collected yet."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] { census.preProceedings { $0.start == nil } }
}

enum PreStartOutsideYear: CINRule {
    static let id = "9005"
    static let title = "Pre-proceedings began outside the year"
    static let advice = "Correct the date of the decision to begin them."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings { census.isOutsideYear($0.start) }
    }
}

enum LetterDate: CINRule {
    static let id = "9006"
    static let title =
        "The letter before proceedings was sent outside the year or before pre-proceedings began"
    static let advice = "Correct the date of the letter."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings { census.isOutsideYear($0.letter) || isBefore($0.letter, $0.start) }
    }
}

enum OfferUnsaid: CINRule {
    static let id = "9007"
    static let title =
        "A letter before proceedings was sent, but whether it offered a family group meeting is not said"
    static let advice = "Say whether the letter offered one."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings { $0.letter != nil && $0.offered == .missing }
    }
}

enum FirstMeetingOutsideYear: CINRule {
    static let id = "9008"
    static let title = "The first pre-proceedings meeting was held outside the year"
    static let advice = "Correct the date of the meeting."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings { census.isOutsideYear($0.firstMeeting) }
    }
}

enum DecisionDate: CINRule {
    static let id = "9009"
    static let title = "The decision to step up or down fell outside the year or before pre-proceedings began"
    static let advice = "Correct the date of the decision."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings { census.isOutsideYear($0.decision) || isBefore($0.decision, $0.start) }
    }
}

enum MeetingUnsaid: CINRule {
    static let id = "9010Q"
    static let title = "A family group meeting was offered, but whether it was held is not said"
    static let advice = "Say whether one was held."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings { $0.offered == .yes && $0.held == .missing }
    }
}

enum OutcomeWrong: CINRule {
    static let id = "9011"
    static let title = "The outcome of pre-proceedings is no code of it"
    static let advice = "Give A, B or C."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings { $0.outcome != .missing && !CINCodes.outcomes.contains($0.outcome) }
    }
}

enum ApplicationDate: CINRule {
    static let id = "9012"
    static let title = "The court application was made outside the year or before the decision"
    static let advice = "Correct the date of the application."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings {
            census.isOutsideYear($0.application) || isBefore($0.application, $0.decision)
        }
    }
}

enum InitiationDate: CINRule {
    static let id = "9013"
    static let title =
        "The letter that starts proceedings was sent outside the year or before the application"
    static let advice = "Correct the date of the letter."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings {
            census.isOutsideYear($0.initiation) || isBefore($0.initiation, $0.application)
        }
    }
}

enum ReviewMeetingsUnsaid: CINRule {
    static let id = "9015Q"
    static let title = "A pre-proceedings meeting was held, but not said how many reviews followed"
    static let advice = "Give how many were held; 0 where there were none."
    static let years = CINYears.preProceedings
    static let place = CINPart.preProceedings
    static func run(on census: CINCensus) -> [CINHit] {
        census.preProceedings { $0.firstMeeting != nil && $0.reviewMeetings == .missing }
    }
}
