import Kernel

extension CensusPlanter {
    /// Faults in assessments and their factors.
    mutating func plantAssessments() {
        plantOpenAssessments()
        let first = self.first
        let last = self.last
        let span = self.span
        /// The only assessment, finished.
        func finished(
            _ rule: String, since year: Int = 0, _ change: (inout Census.Episode, Int32, Int32) -> Bool
        ) {
            plant(rule, since: year) { child in
                child.any { episode in
                    guard episode.assessments.count == 1, let start = episode.assessments[0].start,
                        let end = episode.assessments[0].end, episode.enquiries.isEmpty
                    else { return false }
                    return change(&episode, start, end)
                }
            }
        }
        finished("1103") { episode, _, _ in
            episode.assessments[0].start = episode.referral.map { $0 - 5 }
            return true
        }
        finished("8608") { episode, start, _ in
            guard start - 1 >= first else { return false }
            episode.assessments[0].end = start - 1
            return true
        }
        finished("8696") { episode, _, _ in
            guard episode.isOpen else { return false }
            episode.assessments[0].end = last + 4
            return true
        }
        finished("8863Q") { episode, start, end in
            guard end - start > 15, end - 1 >= first else { return false }
            episode.assessments.append(Census.Assessment(start: start + 5, end: end - 1, factors: ["4B"]))
            return true
        }
        finished("8867") { episode, start, _ in
            guard episode.isClosed, span.workingDays(start, last) < 40 else { return false }
            episode.assessments[0].end = nil
            episode.assessments[0].factors = []
            return true
        }
        finished("8869") { episode, _, _ in
            guard episode.isClosedAfterAssessment else { return false }
            episode.assessments[0].factors = ["21", "4B"]
            return true
        }
        finished("8873Q") { episode, _, _ in
            guard !episode.isClosedAfterAssessment else { return false }
            episode.assessments[0].factors = ["21"]
            return true
        }
        finished("8897Q") { episode, _, _ in
            episode.assessments[0].factors = []
            return true
        }
        finished("8898") { episode, _, _ in
            episode.assessments[0].factors = ["4B", "4B"]
            return true
        }
        finished("8945Q", since: 2025) { episode, _, _ in
            episode.assessments[0].factors = ["18A"]
            return true
        }
        finished("8950Q", since: 2025) { episode, _, _ in
            episode.assessments[0].factors = ["19A"]
            return true
        }
    }

    private mutating func plantOpenAssessments() {
        let first = self.first
        let last = self.last
        let span = self.span
        func open(
            _ rule: String, _ others: [String: Int] = [:], _ change: (inout Census.Episode, Int32) -> Bool
        ) {
            plant(rule, also: others) { child in
                guard (child.birth ?? Span.never) < first - 90 else { return false }
                return child.only { episode in
                    guard episode.assessments.count == 1, let start = episode.assessments[0].start,
                        episode.assessments[0].end == nil, episode.enquiries.isEmpty
                    else { return false }
                    return change(&episode, start)
                }
            }
        }
        open("8670Q") { episode, _ in
            let start = span.adding(-60, to: last)
            episode.assessments[0].start = start
            episode.referral = start - 1
            return true
        }
        open("8736", ["8670Q": 1]) { episode, _ in
            episode.assessments[0].start = first - 30
            episode.referral = first - 31
            return true
        }
        open("8614") { episode, _ in
            episode.assessments[0].factors = ["4B"]
            return true
        }
        open("8896", ["8863Q": 1]) { episode, start in
            guard start + 1 <= last else { return false }
            episode.assessments.append(Census.Assessment(start: start + 1, end: nil, factors: []))
            return true
        }
    }
}
