import Kernel

extension CensusPlanter {
    /// Faults in child protection plans.
    mutating func plantProtection() {
        let first = self.first
        let last = self.last
        /// The only plan of an episode without a CIN plan.
        func protection(
            _ rule: String, _ others: [String: Int] = [:],
            _ change: (inout Child, inout Census.Protection) -> Bool
        ) {
            plant(rule, also: others) { child in
                guard child.episodes.count == 1, child.episodes[0].protections.count == 1,
                    child.episodes[0].needPlans.isEmpty, (child.birth ?? last) < first - 40
                else { return false }
                var plan = child.episodes[0].protections[0]
                guard change(&child, &plan) else { return false }
                child.episodes[0].protections[0] = plan
                return true
            }
        }
        protection("1105") { child, plan in
            guard let start = plan.start, start < first, let referral = child.episodes[0].referral else {
                return false
            }
            plan.start = referral - 30
            return true
        }
        protection("8720") { _, plan in
            guard let start = plan.start, start < first else { return false }
            plan.start = nil
            return true
        }
        protection("8930") { _, plan in
            guard let start = plan.start, start < first - 20 else { return false }
            plan.end = first - 5
            return true
        }
        protection("8935", ["8940": 1]) { child, plan in
            guard let start = plan.start, start < first - 30, plan.end == nil else { return false }
            var second = plan
            second.start = start + 10
            second.reviews = []
            child.episodes[0].protections.append(second)
            return true
        }
        protection("8940") { child, plan in
            guard let start = plan.start, start < first - 30, plan.end == nil else { return false }
            var second = plan
            second.start = start + 10
            second.end = first + 20
            second.reviews = []
            child.episodes[0].protections.append(second)
            return true
        }
        protection("8915") { child, plan in
            guard let start = plan.start, start - 2 >= first, plan.end == nil,
                let referral = child.episodes[0].referral, referral < start - 2
            else { return false }
            child.death = start - 2
            return true
        }
        protection("8920") { child, plan in
            guard let start = plan.start, let end = plan.end, end - 2 >= first, end - 2 > start else {
                return false
            }
            child.death = end - 2
            return true
        }
        protection("8925") { _, plan in
            guard let start = plan.start, start - 1 >= first else { return false }
            plan.end = start - 1
            return true
        }
        protection("8840") { _, plan in
            guard let start = plan.start, start >= first else { return false }
            plan.end = plan.start
            return true
        }
        protection("8841") { _, plan in
            plan.reviews.insert(plan.start, at: 0)
            return true
        }
        protection("8842Q") { _, plan in
            plan.reviews = [nil]
            return true
        }
        protection("8730") { _, plan in
            plan.previous = nil
            return true
        }
        protection("8905") { _, plan in
            plan.category = nil
            return true
        }
        protection("8910") { _, plan in
            plan.latestCategory = "XXX"
            return true
        }
        plant("4001", also: ["4016": 1]) { child in
            child.only { episode in
                guard episode.needPlans.allSatisfy({ $0.end != nil }), episode.protections.count == 1,
                    episode.protections[0].end == nil, (episode.protections[0].start ?? last) < last,
                    !episode.protections[0].reviews.contains(last), episode.needPlans.isEmpty
                else { return false }
                episode.needPlans.append(Census.NeedPlan(start: last, end: nil))
                return true
            }
        }
    }

    /// Faults in CIN plans.
    mutating func plantNeedPlans() {
        plantBesideProtection()
        let first = self.first
        let last = self.last
        /// The only plan of a child without child protection.
        func needPlan(
            _ rule: String, _ others: [String: Int] = [:],
            _ change: (inout Child, inout Census.NeedPlan, Int32) -> Bool
        ) {
            plant(rule, also: others) { child in
                guard child.episodes.count == 1, child.episodes[0].needPlans.count == 1,
                    child.episodes[0].protections.isEmpty, let start = child.episodes[0].needPlans[0].start,
                    (child.birth ?? last) < first - 40
                else { return false }
                var plan = child.episodes[0].needPlans[0]
                guard change(&child, &plan, start) else { return false }
                child.episodes[0].needPlans[0] = plan
                return true
            }
        }
        needPlan("4004", ["4014": 1]) { child, plan, start in
            guard plan.end == nil, start <= last - 10 else { return false }
            child.episodes[0].needPlans.append(Census.NeedPlan(start: last - 2, end: nil))
            return true
        }
        needPlan("4008") { child, plan, start in
            guard plan.end == nil, start - 3 >= first, let referral = child.episodes[0].referral,
                referral < start - 3
            else { return false }
            child.death = start - 3
            return true
        }
        needPlan("4009Q") { child, plan, start in
            guard let end = plan.end, end - 2 > start, end - 2 >= first else { return false }
            child.death = end - 2
            return true
        }
        needPlan("4010") { _, plan, _ in
            guard plan.end != nil else { return false }
            plan.start = nil
            return true
        }
        needPlan("4011") { _, plan, start in
            guard start - 2 >= first else { return false }
            plan.end = start - 2
            return true
        }
        needPlan("4012Q") { _, plan, start in
            guard start >= first else { return false }
            plan.end = start
            return true
        }
        needPlan("4013") { _, plan, start in
            guard start < first - 10 else { return false }
            plan.end = first - 5
            return true
        }
        needPlan("4014") { child, plan, start in
            guard let end = plan.end, end - start > 20, end - 2 >= first else { return false }
            child.episodes[0].needPlans.append(Census.NeedPlan(start: start + 5, end: end - 2))
            return true
        }
        needPlan("4015") { child, plan, _ in
            plan.start = child.episodes[0].referral.map { $0 - 4 }
            return true
        }
    }

    private mutating func plantBesideProtection() {
        let last = self.last
        func both(_ rule: String, _ change: (inout Census.Protection, inout Census.NeedPlan) -> Bool) {
            plant(rule) { child in
                child.only { episode in
                    guard episode.protections.count == 1, episode.needPlans.count == 1 else { return false }
                    return change(&episode.protections[0], &episode.needPlans[0])
                }
            }
        }
        both("4003") { protection, plan in
            guard let end = protection.end, let start = plan.start, start > end, start + 3 <= last,
                start + 3 < plan.end ?? Span.never
            else { return false }
            protection.reviews.append(start + 3)
            return true
        }
        both("4016") { protection, plan in
            guard let end = protection.end, let start = plan.start, start > end,
                (protection.start ?? end) < end - 4,
                protection.reviews.allSatisfy({ $0 == end || ($0 ?? 0) < end - 4 })
            else { return false }
            plan.start = end - 3
            return true
        }
        both("4017") { protection, plan in
            guard let start = protection.start, plan.end == start, start + 4 <= last,
                protection.reviews.allSatisfy({ ($0 ?? 0) > start + 4 })
            else { return false }
            plan.end = start + 4
            return true
        }
    }
}
