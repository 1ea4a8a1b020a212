import Kernel

enum BornAfterYear: CINRule {
    static let id = "8520"
    static let title = "A child was born after the reference date"
    static let advice = "Correct the date of birth, or give the expected one in its place."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { isBefore(census.lastDay, $0.birth) }
    }
}

enum BirthNotOnce: CINRule {
    static let id = "8525Q"
    static let title = "A child has both a date of birth and an expected one, or neither"
    static let advice = "Give the date of birth once the child is born, and the expected one before."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { ($0.birth == nil) == ($0.expectedBirth == nil) }
    }
}

enum ExpectedBirthFarOff: CINRule {
    static let id = "8530Q"
    static let title =
        "A birth is expected earlier than 30 days before the reference date or over nine months after it"
    static let advice = "Give the date of birth if the child is born; else correct the expected one."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        guard let last = census.lastDay else { return [] }
        let (from, until) = (last.adding(days: -30), last.adding(months: 9))
        return census.children { isBefore($0.expectedBirth, from) || isBefore(until, $0.expectedBirth) }
    }
}

enum DeathBeforeBirth: CINRule {
    static let id = "8535Q"
    static let title = "A child died before it was born"
    static let advice = "Correct the date of birth or that of death."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { isBefore($0.death, $0.birth) }
    }
}

enum DeathOutsideYear: CINRule {
    static let id = "8545Q"
    static let title = "A child’s death is dated outside the year"
    static let advice = "Correct the date, or say why the child is in this return."
    static let place = CINPart.child
    static func run(on census: CINCensus) -> [CINHit] {
        census.children { census.isOutsideYear($0.death) }
    }
}

enum ReferredAfterDeath: CINRule {
    static let id = "8555Q"
    static let title = "A child was referred after its death"
    static let advice = "Correct the date of the referral or that of death."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { isBefore($0.child.death, $0.referral) }
    }
}

enum DiedWithoutDate: CINRule {
    static let id = "8585Q"
    static let title = "An episode was closed because the child died, but no date of death is given"
    static let advice = "Give the date of death, or another reason for the closure."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { $0.reason == "RC2" && $0.child.death == nil }
    }
}

enum ReferralLongBeforeBirth: CINRule {
    static let id = "8606"
    static let title = "A child was referred more than 280 days before its birth, or its expected birth"
    static let advice = "Correct the date of the referral or that of birth."
    static let place = CINPart.episode
    static func run(on census: CINCensus) -> [CINHit] {
        census.episodes { episode in
            let child = episode.child
            return isBefore(episode.referral, child.birth?.adding(days: -280))
                || isBefore(episode.referral, child.expectedBirth?.adding(days: -280))
        }
    }
}

enum OverTwentyFive: CINRule {
    static let id = "8775Q"
    static let title = "An episode of somebody over 25 is open, or was closed after the 25th birthday"
    static let advice = "Correct the date of birth, close the episode, or say why it went on."
    static let place = CINPart.episode
    /// Whoever was born on 29 February turns 25 on 28 February.
    static func run(on census: CINCensus) -> [CINHit] {
        guard let latest = census.lastDay?.adding(months: -300) else { return [] }
        return census.episodes { episode in
            guard let birth = episode.child.birth, birth < latest else { return false }
            return episode.closure.map { $0 > birth.adding(months: 300) } ?? true
        }
    }
}
