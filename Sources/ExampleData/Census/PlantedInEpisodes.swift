import Kernel

extension CensusPlanter {
    /// Faults in referrals and closures.
    mutating func plantEpisodes() {
        plantTwoEpisodes()
        plantNoAction()
        plantClosures()
        let first = self.first
        let last = self.last
        plant("8600") { child in
            child.only { episode in
                guard episode.isActedOn else { return false }
                episode.referral = nil
                return true
            }
        }
        plant("8606") { child in
            guard child.birth != nil, child.episodes.count == 1, let referral = child.episodes[0].referral,
                referral < last - 310
            else { return false }
            child.birth = referral + 300
            return true
        }
        plant("8568") { child in
            guard child.pupilNumber != nil else { return false }
            return child.only { episode in
                guard episode.isActedOn else { return false }
                episode.noFurtherAction = nil
                return true
            }
        }
        plant("8610") { child in
            child.any { episode in
                guard episode.isActedOn else { return false }
                episode.need = nil
                return true
            }
        }
        plant("8650") { child in
            child.any { episode in
                guard episode.isActedOn else { return false }
                episode.need = "N11"
                return true
            }
        }
        plant("8866") { child in
            child.any { episode in
                episode.source = "5Z"
                return true
            }
        }
        plant("8569Q") { child in
            child.only { episode in
                guard episode.noFurtherAction == "1" else { return false }
                episode.referral = first - 10
                return true
            }
        }
    }

    private mutating func plantClosures() {
        let last = self.last
        plant("8565") { child in
            child.only { episode in
                guard let closure = episode.closure, closure + 3 <= last, episode.assessments.count == 1
                else {
                    return false
                }
                episode.assessments[0].end = closure + 3
                return true
            }
        }
        plant("8620") { child in
            child.only { episode in
                guard episode.isClosed else { return false }
                episode.closure = last + 5
                return true
            }
        }
        plant("8640") { child in
            child.any { episode in
                guard episode.reason == "RC7" else { return false }
                episode.reason = "RC0"
                return true
            }
        }
        plant("8585Q") { child in
            child.any { episode in
                guard episode.reason == "RC7" else { return false }
                episode.reason = "RC2"
                return true
            }
        }
        plant("8805") { child in
            child.any { episode in
                guard episode.reason == "RC7" else { return false }
                episode.reason = nil
                return true
            }
        }
        plant("8810") { child in
            child.any { episode in
                guard episode.isOpen else { return false }
                episode.reason = "RC7"
                return true
            }
        }
        plant("2990") { child in
            child.any { episode in
                guard episode.reason == "RC7", !episode.needPlans.isEmpty, !episode.assessments.isEmpty else {
                    return false
                }
                episode.reason = "RC8"
                return true
            }
        }
        plant("8825Q") { child in
            child.any { episode in
                guard episode.isClosedAfterAssessment else { return false }
                episode.assessments = []
                return true
            }
        }
    }

    private mutating func plantNoAction() {
        let first = self.first
        let last = self.last
        func noAction(
            _ rule: String, _ others: [String: Int] = [:], _ change: (inout Census.Episode, Int32) -> Void
        ) {
            plant(rule, also: others) { child in
                child.only { episode in
                    guard episode.noFurtherAction == "1", let referral = episode.referral,
                        referral > first + 5, referral < last - 60
                    else { return false }
                    change(&episode, referral)
                    return true
                }
            }
        }
        noAction("8630") { episode, referral in
            episode.closure = referral - 1
            episode.reason = "RC7"
        }
        noAction("8831") { episode, referral in
            episode.assessments = [
                Census.Assessment(start: referral + 1, end: referral + 20, factors: ["4B"])
            ]
        }
        noAction("4000") { episode, referral in
            episode.needPlans = [Census.NeedPlan(start: referral + 5, end: referral + 40)]
        }
        noAction("8832", ["2885": 1]) { episode, referral in
            episode.protections = [
                Census.Protection(
                    start: referral + 20, end: nil, category: "NEG", latestCategory: "NEG", previous: 0,
                    reviews: [])
            ]
        }
    }

    private mutating func plantTwoEpisodes() {
        let last = self.last
        plant("8820") { child in
            guard child.episodes.count == 2, child.episodes[0].reason == "RC7",
                let next = child.episodes[1].referral, next + 3 <= last
            else { return false }
            child.episodes[0].closure = next + 3
            return true
        }
        plant("8815", also: ["8820": 2]) { child in
            guard child.episodes.count == 1, child.episodes[0].isOpen else { return false }
            var second = Census.Episode(
                referral: child.episodes[0].referral, source: "6", noFurtherAction: "0")
            second.need = "N1"
            child.episodes.append(second)
            return true
        }
        plant("8816", also: ["8820": 1]) { child in
            guard child.noPupilNumber == nil, child.episodes.count == 1, child.episodes[0].isOpen,
                let referral = child.episodes[0].referral, referral < last - 5
            else { return false }
            child.episodes.append(Census.Episode(referral: last - 2, source: "6", noFurtherAction: "1"))
            return true
        }
    }
}
