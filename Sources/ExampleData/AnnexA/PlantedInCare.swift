import ReturnFormats

extension AnnexAPlanter {
    /// Faults in list 8.
    mutating func plantInCare() {
        plantInEnded()
        func care(_ rule: String, _ change: (inout AnnexAPlanter, Int, Int32) -> Bool) {
            plant(rule, in: .care) { planter, row in
                guard let start = planter.date(.care, row, .careStart), planter.birth(.care, row) < start - 30
                else { return false }
                return change(&planter, row, start)
            }
        }
        care("AA.dates.order.legalStatus") { planter, row, start in
            planter.set(.care, row, .legalStatusStart, on: start - 20)
            return true
        }
        care("AA.dates.order.placement") { planter, row, start in
            planter.set(.care, row, .placementStart, on: start - 5)
            return true
        }
        care("AA.dates.order.careReview") { planter, row, start in
            planter.set(.care, row, .latestCareReview, on: start - 4)
            return true
        }
        care("AA.visits.careNone") { planter, row, start in
            guard planter.isEmpty(.care, row, .careEnd), start < planter.day - 10 else { return false }
            planter.set(.care, row, .lastCareVisit, .empty)
            return true
        }
        care("AA.closure.care.reasonOnly") { planter, row, _ in
            guard planter.isEmpty(.care, row, .careEnd) else { return false }
            planter.set(.care, row, .careEndReason, "t) E8: Any other reason")
            return true
        }
        care("AA.care.shortBreak") { planter, row, _ in
            planter.set(.care, row, .legalStatus, "V4: Short term breaks, agreements recorded")
            return true
        }
        care("AA.care.noPlacement") { planter, row, _ in
            planter.set(.care, row, .placements, .number(0))
            return true
        }
        care("AA.care.interviewNotOffered") { planter, row, _ in
            guard planter.cell(.care, row, .missingEpisodes).value > 0 else { return false }
            planter.set(.care, row, .returnInterviewOffered, "b) No")
            planter.set(.care, row, .returnInterviewAccepted, "a) Yes")
            return true
        }
        care("AA.care.interviewNotMissing") { planter, row, _ in
            guard planter.cell(.care, row, .missingEpisodes).value == 0 else { return false }
            planter.set(.care, row, .returnInterviewOffered, "a) Yes")
            return true
        }
        care("AA.counters.unreadable") { planter, row, _ in
            planter.set(.care, row, .absentEpisodes, "two")
            return true
        }
    }

    private mutating func plantInEnded() {
        func ended(
            _ rule: String, _ others: [String: Int] = [:],
            _ change: (inout AnnexAPlanter, Int, Int32, Int32) -> Bool
        ) {
            plant(rule, in: .care, also: others) { planter, row in
                guard let start = planter.date(.care, row, .careStart),
                    planter.birth(.care, row) < start - 30,
                    let end = planter.date(.care, row, .careEnd)
                else { return false }
                return change(&planter, row, start, end)
            }
        }
        ended("AA.dates.order.care", ["AA.dates.order.placementEnd": 1]) { planter, row, start, _ in
            guard start > planter.since + 10 else { return false }
            planter.set(.care, row, .careEnd, on: start - 2)
            return true
        }
        ended("AA.dates.order.placementEnd") { planter, row, _, end in
            guard end + 2 <= planter.day else { return false }
            planter.set(.care, row, .placementStart, on: end + 2)
            return true
        }
        ended("AA.dates.order.careVisit") { planter, row, start, _ in
            planter.set(.care, row, .lastCareVisit, on: start - 3)
            return true
        }
        ended("AA.closure.care.dateOnly") { planter, row, _, _ in
            planter.set(.care, row, .careEndReason, .empty)
            return true
        }
    }

    /// Faults in lists 9 to 11.
    mutating func plantInLeaving() {
        plant("AA.age.careLeaver", in: .careLeavers) { planter, row in
            guard planter.hasOneRow(.careLeavers, row) else { return false }
            planter.set(.careLeavers, row, .birth, on: Span.months(-15 * 12, after: planter.day) - 3)
            planter.set(.careLeavers, row, .age, .number(15))
            return true
        }
        plant("AA.leavers.outOfTouch", in: .careLeavers) { planter, row in
            guard planter.says(.careLeavers, row, .inTouch, "a) Yes") else { return false }
            planter.set(.careLeavers, row, .inTouch, "b) No")
            return true
        }
        plant("AA.leavers.noAccommodation", in: .careLeavers) { planter, row in
            guard planter.says(.careLeavers, row, .inTouch, "a) Yes") else { return false }
            planter.set(.careLeavers, row, .accommodation, .empty)
            return true
        }
        plantInAdoption()
        guard hasPlantedAdopters else { return }
        plant("AA.dates.order.adopters", in: .adopters) { planter, row in
            guard let start = planter.date(.adopters, row, .stageOneStart) else { return false }
            planter.set(.adopters, row, .stageOneEnd, on: start - 2)
            return true
        }
        plant("AA.dates.implausible", in: .adopters) { planter, row in
            planter.set(.adopters, row, .enquiryReceived, "14/03/1887")
            return true
        }
        plant("AA.closure.adopters.reasonOnly", in: .adopters) { planter, row in
            guard planter.isEmpty(.adopters, row, .leftAdoption) else { return false }
            planter.set(.adopters, row, .leftAdoptionReason, "1 - Adopter withdrew from process")
            return true
        }
        plant("AA.closure.adopters.dateOnly", in: .adopters) { planter, row in
            guard !planter.isEmpty(.adopters, row, .leftAdoption) else { return false }
            planter.set(.adopters, row, .leftAdoptionReason, .empty)
            return true
        }
    }

    private mutating func plantInAdoption() {
        plant("AA.across.adoptedInCare", in: .adoption) { planter, row in
            guard let placed = planter.date(.adoption, row, .placedForAdoption), placed <= planter.day - 2,
                planter.isEmpty(.adoption, row, .adoptionOrder),
                planter.isInCare(planter.person(.adoption, row))
            else { return false }
            planter.set(.adoption, row, .adoptionOrder, on: planter.day - 2)
            return true
        }
        plant("AA.closure.adoption.dateOnly", in: .adoption) { planter, row in
            guard !planter.isEmpty(.adoption, row, .adoptionReversed) else { return false }
            planter.set(.adoption, row, .adoptionReversedReason, .empty)
            return true
        }
        plant("AA.dates.order.adoption", in: .adoption) { planter, row in
            guard let decision = planter.date(.adoption, row, .adoptionDecision),
                planter.birth(.adoption, row) < decision - 30
            else { return false }
            planter.set(.adoption, row, .placementOrder, on: decision - 3)
            return true
        }
        plant("AA.closure.adoption.reasonOnly", in: .adoption) { planter, row in
            guard planter.isEmpty(.adoption, row, .adoptionReversed) else { return false }
            planter.set(.adoption, row, .adoptionReversedReason, "RD4 - Any other reason")
            return true
        }
    }
}
