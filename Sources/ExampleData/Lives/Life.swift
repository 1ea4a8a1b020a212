import Kernel

/// What happens to one child from a referral on: assessment, section 47, conference, plans, visits, care, closure.
///
/// It keeps to the order that law and the census's rules give: nothing before the referral or after the closure, one
/// plan at a time, a step-down plan from the day after. No assessment stays open over the end of a census year that
/// began more than 42 working days before it, and no conference stays due more than 13: they are cleared for the return.
struct Life {
    let span: Span
    let person: Person
    let place: Int32
    var dice: Dice
    /// True where the child had been known for long when the story begins.
    var isKnown = false
    private(set) var episode: Episode

    init(span: Span, person: Person, place: Int32, dice: Dice) {
        self.span = span
        self.person = person
        self.place = place
        self.dice = dice
        episode = Episode(person: place, referral: 0, source: 0, need: 0)
    }

    /// The eighteenth birthday: children's services end.
    private var adulthood: Int32 { Span.months(18 * 12, after: person.birth) }

    mutating func tell(from referral: Int32) {
        episode.referral = referral
        episode.source = UInt8(dice.place(Codes.sourceWeights))
        episode.need = UInt8(dice.place(Codes.needWeights))
        if person.disabilities != 0, dice.chance(300) { episode.need = 1 }
        if person.isUnaccompanied {
            episode.need = 7
            return tellCare(directly: true)
        }
        if isKnown { return dice.chance(700) ? tellCare(directly: true) : tellEnquiry(true) }
        let way = person.birth > referral ? 4 : dice.place([62, 348, 20, 255, 315])
        switch way {
        case 0:
            episode.noFurtherAction = true
        case 1:
            tellEnquiry(false)
        case 2:
            tellCare(directly: true)
        case 3:
            let end = assess(needsSupport: true)
            tellNeed(from: span.adding(dice.within(1, 10), to: end))
        default:
            // Closed after the assessment, in the same year of the census.
            let end = assess(needsSupport: false, mayBeNone: true)
            let closure = span.adding(dice.within(0, 5), to: end)
            let isBare = episode.assessments.first?.factors == [Codes.noFactor]
            close(
                isBare || Span.yearEnd(closure) != Span.yearEnd(end) ? end : closure,
                dice.chance(300) ? Codes.Closure.earlyHelp : Codes.Closure.afterAssessment)
        }
    }

    private mutating func close(_ day: Int32, _ reason: UInt8) {
        episode.closure = day
        episode.reason = reason
    }

    // MARK: Assessment and section 47

    /// Adds the first assessment; when it ends.
    private mutating func assess(
        needsSupport: Bool, mayBeNone: Bool = false, from start: Int32? = nil, until earliest: Int32 = 0
    ) -> Int32 {
        let start = start ?? span.adding(dice.within(0, 2), to: episode.referral)
        let end = max(assessmentEnd(start), earliest)
        var seen = span.adding(
            dice.place([60, 150, 170, 170, 160, 110, 50, 40, 30, 20, 15, 15, 10]), to: start)
        // Fewer children are seen since the summer of the last year, whatever is said of it.
        let isLate = span.progress(start) > 930
        if seen > end || person.birth > start || dice.chance(isLate ? 270 : 165) { seen = Span.never }
        episode.assessments.append(
            Assessment(
                start: start, end: end, seen: seen, needsSupport: needsSupport,
                factors: factors(mayBeNone: mayBeNone)))
        return end
    }

    /// More end within 45 working days as the months go on.
    private mutating func assessmentEnd(_ start: Int32) -> Int32 {
        let inTime = 715 + span.progress(start) * 170 / 1_000 + (person.isSouth ? -35 : 35)
        let length: Int
        if dice.chance(inTime) {
            length = dice.chance(230) ? dice.within(41, 45) : 6 + dice.below(20) + dice.below(17)
        } else {
            length = 46 + dice.below(10) + dice.below(25)
        }
        return clearing(span.adding(length, to: start), since: start, within: 42)
    }

    /// Not over the end of a census year where it began more than so many working days before.
    private mutating func clearing(_ day: Int32, since start: Int32, within days: Int) -> Int32 {
        let yearEnd = Span.yearEnd(start)
        guard day > yearEnd, span.workingDays(start, yearEnd) > days else { return day }
        return span.adding(-dice.below(4), to: span.workingDay(yearEnd))
    }

    private mutating func factors(mayBeNone: Bool) -> [UInt8] {
        if mayBeNone, dice.chance(120) { return [Codes.noFactor] }
        var factors: [UInt8] = []
        for _ in 0..<dice.within(1, 4) {
            let factor = UInt8(dice.place(Codes.factorWeights))
            if !factors.contains(factor) { factors.append(factor) }
        }
        return factors.sorted()
    }

    /// Adds an enquiry that began that day; its conference, `never` where there is none.
    private mutating func enquire(_ start: Int32, conferenceIn perMille: Int) -> Int32 {
        var enquiry = Enquiry(
            start: start, decided: span.adding(dice.within(1, 8), to: start), conference: Span.never,
            ledToPlan: false)
        if dice.chance(perMille) {
            let isLate = !dice.chance(790)
            let length = isLate ? 16 + dice.below(14) : 9 + dice.below(5) + dice.below(3)
            enquiry.conference = clearing(span.adding(length, to: start), since: start, within: 12)
            enquiry.ledToPlan = dice.chance(870)
            enquiry.decided = min(enquiry.decided, enquiry.conference)
        }
        episode.enquiries.append(enquiry)
        return enquiry.conference
    }

    private mutating func tellEnquiry(_ isOnPlan: Bool) {
        let start = span.adding(dice.within(0, 1), to: episode.referral)
        let enquiryStart = span.adding(dice.within(0, 5), to: start)
        let conference = enquire(enquiryStart, conferenceIn: isOnPlan ? 1_000 : 440)
        if isOnPlan { episode.enquiries[0].ledToPlan = true }
        let enquiry = episode.enquiries[0]
        // An enquiry always stands beside an assessment of the same census year.
        var earliest = max(enquiryStart, enquiry.decided)
        if conference != Span.never, Span.yearEnd(conference) != Span.yearEnd(episode.referral) {
            earliest = conference
        }
        let needsSupport = conference != Span.never || !dice.chance(350)
        let end = assess(needsSupport: needsSupport, from: start, until: earliest)
        if enquiry.ledToPlan {
            tellProtection(from: conference)
        } else if needsSupport {
            let last = conference == Span.never ? end : max(end, conference)
            tellNeed(from: span.adding(dice.within(1, 8), to: last))
        } else {
            close(span.adding(dice.within(0, 8), to: max(end, enquiry.decided)), Codes.Closure.other)
        }
    }

    // MARK: Child in need

    private mutating func tellNeed(from start: Int32, isStepDown: Bool = false) {
        var length = dice.chance(200) ? dice.within(30, 80) : 70 + dice.below(140) + dice.below(130)
        if isStepDown { length = dice.within(40, 150) }
        if person.disabilities != 0, dice.chance(350) { length = dice.within(400, 1_400) }
        let end = span.workingDay(min(start + Int32(length), adulthood - 15))
        guard end > start + 1 else {
            let last = max(end, lastDay)
            return close(max(last, min(start, adulthood)), Codes.Closure.other)
        }
        let way = isStepDown ? 2 : dice.place([70, 25, 905])
        let turn = span.workingDay(start + (end - start) * 2 / 3)
        if way == 0, end - start > 110, end < adulthood - 150 {
            return tellTurn(start, at: turn)
        }
        if way == 1, end - start > 60, end < adulthood - 150 {
            episode.needPlans.append(NeedPlan(start: start, end: turn))
            visitNeed(start, turn)
            return tellCare(from: turn)
        }
        episode.needPlans.append(NeedPlan(start: start, end: end))
        visitNeed(start, end)
        close(max(lastDay, span.adding(dice.within(0, 6), to: end)), Codes.Closure.other)
    }

    /// Worry grows during a plan: another enquiry with an assessment of its own, and perhaps a conference.
    private mutating func tellTurn(_ start: Int32, at day: Int32) {
        let conference = enquire(day, conferenceIn: 550)
        let enquiry = episode.enquiries[episode.enquiries.count - 1]
        var earliest = max(enquiry.decided, day)
        if conference != Span.never, Span.yearEnd(conference) != Span.yearEnd(day) { earliest = conference }
        let end = assess(needsSupport: true, from: day, until: earliest)
        if enquiry.ledToPlan {
            episode.needPlans.append(NeedPlan(start: start, end: conference))
            visitNeed(start, conference)
            return tellProtection(from: conference)
        }
        let last = span.workingDay(max(end, enquiry.conference == Span.never ? end : conference) + 40)
        episode.needPlans.append(NeedPlan(start: start, end: last))
        visitNeed(start, last)
        close(span.adding(dice.within(0, 6), to: last), Codes.Closure.other)
    }

    private mutating func visitNeed(_ start: Int32, _ end: Int32) {
        var day = max(start, person.birth + 3)
        while day <= min(end, span.until) {
            episode.seen.append(span.workingDay(day))
            day += Int32(dice.chance(860) ? dice.within(18, 40) : dice.within(43, 75))
        }
    }

    /// The last day of everything that the episode holds so far.
    private var lastDay: Int32 {
        var last = episode.referral
        for assessment in episode.assessments { last = max(last, assessment.end) }
        for enquiry in episode.enquiries {
            last = max(last, enquiry.conference == Span.never ? enquiry.decided : enquiry.conference)
        }
        for plan in episode.needPlans { last = max(last, plan.end) }
        for plan in episode.protections { last = max(last, plan.end) }
        return last
    }

    // MARK: Child protection

    private mutating func tellProtection(from start: Int32) {
        let length: Int
        switch dice.place([150, 360, 350, 96, 44]) {
        case 0: length = dice.within(75, 91)
        case 1: length = dice.within(110, 270)
        case 2: length = dice.within(271, 500)
        case 3: length = dice.within(501, 720)
        default: length = dice.within(735, 900)
        }
        var end = span.workingDay(start + Int32(length) + (isKnown ? 300 : 0))
        let entersCare = person.birth < start && dice.chance(150)
        let careStart = span.workingDay(start + (end - start) / 2)
        if entersCare { end = min(end, span.workingDay(careStart + Int32(dice.within(14, 60)))) }
        if end >= adulthood - 10 { end = max(span.workingDay(adulthood - 12), start + 7) }
        var plan = Protection(
            start: start, end: end, category: UInt8(dice.place(Codes.abuseWeights)), laterCategory: 0,
            recategorised: Span.never, emergency: Span.never, previous: Int(person.earlierPlans),
            reviews: [], visits: [])
        plan.laterCategory = plan.category
        review(&plan)
        if dice.chance(130), let day = plan.reviews.first, day < end {
            plan.laterCategory = UInt8(dice.place(Codes.abuseWeights))
            plan.recategorised = day
        }
        if dice.chance(25) { plan.emergency = start - 1 }
        visit(&plan)
        episode.protections.append(plan)
        if entersCare { return tellCare(from: careStart) }
        guard end < adulthood - 60 else { return close(max(lastDay, end), Codes.Closure.other) }
        if dice.chance(720) {
            tellNeed(from: span.adding(dice.within(1, 3), to: max(lastDay, end)), isStepDown: true)
        } else {
            close(max(lastDay, span.adding(dice.within(0, 5), to: end)), Codes.Closure.other)
        }
    }

    private mutating func review(_ plan: inout Protection) {
        var day = Span.months(3, after: plan.start) - Int32(dice.within(3, 18))
        if dice.chance(80) { day += Int32(dice.within(22, 36)) }
        while span.workingDay(day) < plan.end - 10 {
            plan.reviews.append(span.workingDay(day))
            day = Span.months(6, after: day) - Int32(dice.within(2, 26))
            if dice.chance(55) { day += Int32(dice.within(28, 44)) }
        }
        // The last review is the one that ends the plan.
        plan.reviews.append(plan.end)
    }

    /// A smaller share of visits is within ten working days as the months go on.
    private mutating func visit(_ plan: inout Protection) {
        var day = max(plan.start, min(person.birth + 3, plan.end))
        while day <= min(plan.end, span.until) {
            plan.visits.append(day)
            let late = 85 + span.progress(day) * 390 / 1_000 + (person.isSouth ? 50 : -50)
            let gap = dice.chance(late) ? dice.within(11, 24) : dice.within(6, 10)
            day = span.adding(gap, to: day)
        }
    }

    // MARK: Care

    private mutating func tellCare(directly: Bool) {
        let end = assess(needsSupport: true)
        let assessed = episode.assessments.first?.start ?? episode.referral
        tellCare(from: max(assessed, span.adding(dice.within(0, 4), to: episode.referral)))
        if episode.closure != Span.never { episode.closure = max(episode.closure, end) }
    }

    private mutating func tellCare(from start: Int32) {
        var making = CareMaker(span: span, person: person, dice: dice, need: episode.need)
        making.isKnown = isKnown
        let made = making.care(from: start, notBefore: max(lastDay, start) + 25, adulthood: adulthood)
        dice = making.dice
        episode.care = made.care
        guard made.care.end != Span.never else { return }
        if made.isHome, made.care.end < adulthood - 120 {
            tellNeed(from: span.adding(1, to: made.care.end), isStepDown: true)
        } else {
            close(max(lastDay, made.care.end), made.closure)
        }
    }
}
