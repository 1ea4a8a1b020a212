import ReturnFormats

extension AnnexAPlanter {
    private func isOpenNeed(_ row: Int) -> Bool { isEmpty(.need, row, .needClosure) }

    /// Faults in list 6.
    mutating func plantInNeed() {
        plantInClosed()
        plant("AA.closure.need.reasonOnly", in: .need) { planter, row in
            guard planter.isOpenNeed(row) else { return false }
            planter.set(
                .need, row, .closureReason,
                "RC7 - Services ceased for any other reason, including child no longer in need")
            return true
        }
        plant("AA.visits.needNone", in: .need) { planter, row in
            guard planter.isOpenNeed(row), !planter.says(.need, row, .caseStatus, "d) Open assessment") else {
                return false
            }
            planter.set(.need, row, .lastSeen, .empty)
            return true
        }
        plant("AA.worker.none", in: .need) { planter, row in
            guard planter.isOpenNeed(row), planter.isAllocated(.need, row) else { return false }
            planter.set(.need, row, .worker, .empty)
            return true
        }
        plant("AA.team.none", in: .need) { planter, row in
            guard planter.isOpenNeed(row) else { return false }
            planter.set(.need, row, .team, .empty)
            return true
        }
        // Counted with those who are allocated to nobody.
        for row in 0..<tables[AnnexAList.need.rawValue - 1].rows where row % 400 == 17 {
            if isOpenNeed(row), isAllocated(.need, row), !isEmpty(.need, row, .worker) {
                set(.need, row, .worker, "#N/A")
            }
        }
    }

    private mutating func plantInClosed() {
        func closed(_ rule: String, _ change: (inout AnnexAPlanter, Int, Int32, Int32) -> Bool) {
            plant(rule, in: .need) { planter, row in
                guard let closure = planter.date(.need, row, .needClosure),
                    let start = planter.date(.need, row, .needStart)
                else { return false }
                return change(&planter, row, start, closure)
            }
        }
        closed("AA.rows.childTwice") { planter, row, _, _ in
            _ = planter.duplicate(.need, row)
            return true
        }
        closed("AA.dates.order.need") { planter, row, start, _ in
            guard start > planter.since + 10 else { return false }
            planter.set(.need, row, .needClosure, on: start - 2)
            return true
        }
        closed("AA.window.closed") { planter, row, start, _ in
            guard start < planter.since - 10 else { return false }
            planter.set(.need, row, .needClosure, on: planter.since - 3)
            return true
        }
        closed("AA.closure.need.dateOnly") { planter, row, _, _ in
            planter.set(.need, row, .closureReason, .empty)
            return true
        }
        closed("AA.closure.need.status") { planter, row, _, _ in
            planter.set(.need, row, .caseStatus, "c) Child in need plan")
            return true
        }
    }

    /// Faults in list 7.
    mutating func plantInProtection() {
        func ended(_ rule: String, _ change: (inout AnnexAPlanter, Int, Int32, Int32) -> Bool) {
            plant(rule, in: .protection) { planter, row in
                guard let start = planter.date(.protection, row, .planStart),
                    let end = planter.date(.protection, row, .planEnd)
                else { return false }
                return change(&planter, row, start, end)
            }
        }
        ended("AA.dates.order.plan") { planter, row, start, _ in
            guard start > planter.since + 10 else { return false }
            planter.set(.protection, row, .planEnd, on: start - 2)
            planter.set(.protection, row, .lastVisit, .empty)
            planter.set(.protection, row, .seenAlone, .empty)
            return true
        }
        ended("AA.dates.order.planVisit") { planter, row, start, _ in
            planter.set(.protection, row, .lastVisit, on: start - 5)
            return true
        }
        ended("AA.dates.order.planVisitEnd") { planter, row, _, end in
            guard end + 3 <= planter.day else { return false }
            planter.set(.protection, row, .lastVisit, on: end + 3)
            return true
        }
        ended("AA.visits.seenAlone") { planter, row, _, _ in
            planter.set(.protection, row, .lastVisit, .empty)
            planter.set(.protection, row, .seenAlone, "a) Yes")
            return true
        }
        plant("AA.dates.order.planReview", in: .protection) { planter, row in
            guard let start = planter.date(.protection, row, .planStart),
                planter.birth(.protection, row) < start - 30
            else { return false }
            planter.set(.protection, row, .latestReviewConference, on: start - 10)
            return true
        }
        plant("AA.visits.planNone", in: .protection) { planter, row in
            guard planter.isEmpty(.protection, row, .planEnd) else { return false }
            planter.set(.protection, row, .lastVisit, .empty)
            planter.set(.protection, row, .seenAlone, .empty)
            return true
        }
    }

    /// Faults from list to list.
    mutating func plantAcross() {
        func need(_ rule: String, _ change: (inout AnnexAPlanter, Int, Int32) -> Bool) {
            plant(rule, in: .need) { planter, row in
                guard planter.isOpenNeed(row) else { return false }
                return change(&planter, row, planter.person(.need, row))
            }
        }
        need("AA.across.statusNotCare") { planter, row, person in
            guard planter.isInCare(person) else { return false }
            planter.set(.need, row, .caseStatus, "c) Child in need plan")
            return true
        }
        need("AA.across.statusNotPlan") { planter, row, person in
            guard planter.isOnPlan(person), !planter.isInCare(person) else { return false }
            planter.set(.need, row, .caseStatus, "c) Child in need plan")
            return true
        }
        for (rule, status) in [
            ("AA.across.statusCareOnly", "a) Looked after child"),
            ("AA.across.statusPlanOnly", "b) Child Protection plan"),
        ] {
            need(rule) { planter, row, _ in
                guard planter.says(.need, row, .caseStatus, "c) Child in need plan"),
                    !planter.isEmpty(.need, row, .lastSeen)
                else { return false }
                planter.set(.need, row, .caseStatus, status)
                return true
            }
        }
        need("AA.across.closedWhileOpen") { planter, row, person in
            guard planter.isInCare(person), planter.isAllocated(.need, row),
                (planter.date(.need, row, .needStart) ?? planter.day) < planter.day - 5
            else { return false }
            planter.set(.need, row, .needClosure, on: planter.day - 5)
            planter.set(
                .need, row, .closureReason,
                "RC7 - Services ceased for any other reason, including child no longer in need")
            planter.set(.need, row, .caseStatus, "e) Closed episode")
            return true
        }
        need("AA.across.birth") { planter, row, _ in
            let birth = planter.birth(.need, row)
            guard !planter.hasOneRow(.need, row), birth < planter.day - 60 else { return false }
            planter.set(.need, row, .birth, on: birth - 31)
            planter.set(.need, row, .age, .number(Span.age(born: birth - 31, on: planter.day)))
            return true
        }
        need("AA.across.gender") { planter, row, _ in
            guard !planter.hasOneRow(.need, row), planter.birth(.need, row) < planter.day else {
                return false
            }
            let isGirl = planter.says(.need, row, .gender, "b) Female")
            planter.set(.need, row, .gender, isGirl ? "a) Male" : "b) Female")
            return true
        }
    }
}
