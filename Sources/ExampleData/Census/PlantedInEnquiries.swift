import Kernel

extension CensusPlanter {
    /// Faults in section 47s and initial conferences.
    mutating func plantEnquiries() {
        plantWaiting()
        let first = self.first
        let last = self.last
        let span = self.span
        // In the year in which fewer conferences than plans are planted.
        let hasFewConferences = census.year % 3 == 1
        /// The only section 47, decided.
        func decided(
            _ rule: String, _ others: [String: Int] = [:],
            _ change: (inout Census.Episode, Int32, Int32?) -> Bool
        ) {
            plant(rule, also: others) { child in
                child.any { episode in
                    guard episode.enquiries.count == 1, let start = episode.enquiries[0].start,
                        episode.enquiries[0].conference != nil || episode.enquiries[0].notRequired == "true"
                    else { return false }
                    return change(&episode, start, episode.enquiries[0].conference)
                }
            }
        }
        decided("2889") { episode, _, _ in
            guard let referral = episode.referral else { return false }
            episode.enquiries[0].start = referral - 3
            return true
        }
        decided("1104", ["8615": 1]) { episode, _, conference in
            guard conference != nil, episode.protections.isEmpty, let referral = episode.referral else {
                return false
            }
            let day = span.adding(-4, to: referral)
            guard day >= first else { return false }
            episode.enquiries[0].conference = day
            return true
        }
        decided("8615") { episode, _, conference in
            guard let conference, conference + 2 <= last, (episode.closure ?? last) > conference + 2 else {
                return false
            }
            episode.enquiries[0].start = conference + 2
            return true
        }
        decided("8875") { episode, _, conference in
            guard let conference, episode.protections.isEmpty,
                (episode.closure ?? Span.never) > conference + 7, conference + 7 <= last
            else { return false }
            episode.enquiries[0].conference = Self.saturday(after: conference)
            return true
        }
        decided("8870Q") { episode, _, _ in
            episode.enquiries[0].target = episode.enquiries[0].target.map { Self.saturday(after: $0) }
            return true
        }
        decided("2884") { episode, _, conference in
            guard let conference, !hasFewConferences else { return false }
            episode.conference = conference
            return true
        }
        decided("2885") { episode, start, conference in
            guard let conference, conference - start > 6, episode.protections.count == 1,
                episode.protections[0].start == conference
            else { return false }
            guard !hasFewConferences else {
                episode.enquiries[0].conference = nil
                episode.enquiries[0].notRequired = "true"
                return true
            }
            let day = span.adding(-1, to: conference)
            guard day >= first else { return false }
            episode.enquiries[0].conference = day
            return true
        }
        decided("8868") { episode, _, conference in
            guard episode.isClosed, conference == nil else { return false }
            episode.enquiries[0].notRequired = nil
            return true
        }
        decided("8890") { episode, start, conference in
            guard let conference, start + 1 < conference else { return false }
            episode.enquiries.append(
                Census.Enquiry(start: start + 1, target: nil, conference: nil, notRequired: "true"))
            return true
        }
        decided("2991Q") { episode, _, _ in
            guard !episode.isClosedAfterAssessment else { return false }
            episode.assessments = []
            return true
        }
    }

    private mutating func plantWaiting() {
        let first = self.first
        let last = self.last
        let span = self.span
        /// The only section 47, which waits for its conference.
        func waiting(
            _ rule: String, _ others: [String: Int] = [:], _ change: (inout Census.Episode, Int32) -> Bool
        ) {
            plant(rule, also: others) { child in
                guard (child.birth ?? Span.never) < first - 90 else { return false }
                return child.only { episode in
                    guard episode.enquiries.count == 1, let start = episode.enquiries[0].start,
                        episode.isOpen,
                        episode.enquiries[0].conference == nil, episode.enquiries[0].notRequired == "false"
                    else { return false }
                    return change(&episode, start)
                }
            }
        }
        waiting("8675Q") { episode, _ in
            let start = span.adding(-22, to: last)
            episode.enquiries[0].start = start
            episode.referral = min(episode.referral ?? start, start)
            return true
        }
        waiting("8740", ["8675Q": 1]) { episode, _ in
            episode.enquiries[0].start = first - 10
            episode.referral = min(episode.referral ?? first, first - 10)
            return true
        }
        waiting("8715") { episode, _ in
            episode.enquiries[0].conference = span.adding(1, to: last)
            return true
        }
        waiting("8839", ["8890": 1]) { episode, start in
            guard start + 1 <= last else { return false }
            episode.enquiries.append(
                Census.Enquiry(start: start + 1, target: nil, conference: nil, notRequired: "false"))
            return true
        }
    }

    private static func saturday(after day: Int32) -> Int32 {
        day + Int32((13 - Day(number: day).weekday) % 7)
    }
}
