import Kernel

// The initial conference of a section 47. Its date stands on the episode only where no section 47 led to it; the rules
// below that name no level are about that of the section 47, as the census's own list has them.

enum ConferenceBeforeReferral: CINRule {
    static let id = "1104"
    static let title = "An initial conference was held before the referral"
    static let advice = "Correct the date of the conference or that of the referral."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        census.enquiries { isBefore($0.conference, $0.episode.referral) }
    }
}

enum ConferenceAtBothLevels: CINRule {
    static let id = "2884"
    static let title = "One initial conference is given with a section 47 and on an episode"
    static let advice = "Give it with the section 47 alone."
    static let place = CINPart.enquiry
    /// On any episode of the child.
    static func run(on census: CINCensus) -> [CINHit] {
        (0..<census.file.children.count).flatMap { row -> [CINHit] in
            let child = CINChild(census: census, row: row)
            guard !child.enquiryRows.isEmpty else { return [] }
            let onEpisodes = Set(child.episodes.compactMap(\.conference))
            guard !onEpisodes.isEmpty else { return [] }
            return child.enquiries.filter { $0.conference.map(onEpisodes.contains) ?? false }.map(\.hit)
        }
    }
}

enum EnquiryAfterConference: CINRule {
    static let id = "8615"
    static let title = "An initial conference was held before its section 47 started, or the start is missing"
    static let advice = "Give the start of the section 47, or correct one of the two dates."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        census.enquiries { enquiry in
            guard let conference = enquiry.conference else { return false }
            return enquiry.start.map { conference < $0 } ?? true
        }
    }
}

enum ConferenceOutsideYear: CINRule {
    static let id = "8715"
    static let title = "An initial conference was held outside the year"
    static let advice = "Correct the date, or leave the section 47 out."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        census.enquiries { census.isOutsideYear($0.conference) }
    }
}

enum TargetAtWeekend: CINRule {
    static let id = "8870Q"
    static let title = "The target for an initial conference is at a weekend"
    static let advice = "Correct the target: the fifteenth working day is none of a weekend."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        census.enquiries { ($0.target?.weekday ?? 0) > 5 }
    }
}

enum ConferenceAtWeekend: CINRule {
    static let id = "8875"
    static let title = "An initial conference was held at a weekend"
    static let advice = "Correct the date of the conference."
    static let place = CINPart.enquiry
    static func run(on census: CINCensus) -> [CINHit] {
        census.enquiries { ($0.conference?.weekday ?? 0) > 5 }
    }
}
