import Kernel
import ReturnFormats
import Timescales

/// Initial child protection conferences: whether they are held in time, who waits for one, and what comes of them.
enum ConferenceIndicators {
    static let all = [within15, overdue, medianDays, toPlan]

    private static let limit: Int32 = 15
    private static let convention =
        "From the recorded start of the section 47 enquiry, as the published statistic counts; the guidance's clock is"
        + " that of the strategy discussion that began the enquiry, and in both returns it is the same day. Working"
        + " days after it, up to and with the day of the conference: the same day is 0. Each enquiry counts for itself."
    private static let transfers = "Annex A does not say which conferences were of children who moved in."

    private static let within15 = Indicator(
        "conferences.within15", .conference, "Initial conferences within 15 working days",
        asks: "Is a child at risk of harm brought to a conference in time?",
        counts: "initial conferences held in the period, 15 working days or fewer after the enquiry began",
        of: "initial conferences held in the period after an enquiry",
        leavingOut: "conferences dated before the enquiry; conferences of children who moved in (census)",
        .up,
        .episodes, clock: .initialConferenceStatistic, convention: convention,
        overdue:
            "conferences not held by the end of the period, needed, more than 15 working days after the enquiry"
            + " began; not of children who were on a plan already",
        cannotTell: transfers,
        basis: "DfE, Children in need: initial conferences by duration; LG Inform 3217",
        annexA: { view in
            EnquiryView(view).map { list in
                timed(list, view.months).count(list.rows.units, list.rows.unit) {
                    list.isAwaited($0, $1) == .yes
                }
            }
        },
        census: { view in
            let list = CensusEnquiries(view)
            var tally = timed(list).count(.none, view.unit(list.count)) { list.isAwaited($0, $1) == .yes }
            leaveOutTransfers(view, &tally)
            return tally
        })

    private static let overdue = Indicator(
        "conferences.overdue", .conference, over: .day, "Initial conferences that are overdue",
        asks: "Which children wait too long for a conference?",
        counts: "needed conferences not held by the day, more than 15 working days after the enquiry began",
        of: "needed conferences not held by the day",
        leavingOut: "children who were on a plan already and will have none; enquiries without a start",
        .down,
        .episodes, clock: .initialConferenceStatistic, convention: convention,
        cannotTell: "An enquiry that is not decided is not in it. \"Not unnecessary\" stands for needed.",
        basis: "Annex A, List 5; census rule 8675Q",
        annexA: { view in
            EnquiryView(view).map { list in
                timed(list, view.day).open(list.rows.units, list.rows.unit) { list.isAwaited($0, $1) }
            }
        },
        census: { view in
            let list = CensusEnquiries(view)
            return timed(list).open(.none, view.unit(list.count)) { list.isAwaited($0, $1) }
        })

    private static let medianDays = Indicator(
        "conferences.medianDays", .conference, "Working days to an initial conference, median",
        asks: "How long does a child usually wait for a conference?", as: .median,
        counts: "working days from the start of the enquiry to the conference",
        of: "initial conferences held in the period after an enquiry",
        leavingOut: "conferences dated before the enquiry", .down, .episodes,
        clock: .initialConferenceStatistic,
        convention: convention, cannotTell: transfers, basis: "DfE, duration to initial conference",
        annexA: { view in
            EnquiryView(view).map { timed($0, view.months).lengths($0.rows.units, $0.rows.unit) }
        },
        census: { view in
            let list = CensusEnquiries(view)
            return timed(list).lengths(.none, view.unit(list.count))
        })

    private static let toPlan = Indicator(
        "conferences.toPlan", .conference, "Initial conferences that lead to a plan",
        asks: "How often does a conference find that the child needs a plan?",
        counts: "initial conferences held in the period that led to a protection plan",
        of: "initial conferences held in the period after an enquiry",
        leavingOut: "conferences without an answer",
        .neutral, .episodes,
        cannotTell:
            "The census has no such answer: a plan that starts on the day of the conference is the one.",
        basis: "Annex A, List 5; census rule 2885",
        annexA: { view in
            guard let list = EnquiryView(view),
                let led = list.rows.verdicts(.conferenceLedToPlan, yes: ["Yes"])
            else { return nil }
            return list.rows.byDate(view.months, list.conference, mayBeOpen: true) { led[$0] }
        },
        census: { view in
            let list = CensusEnquiries(view)
            return view.byDate(list.conference, list.count, mayBeOpen: true) {
                list.ledToPlan($0) ? .yes : .no
            }
        })

    private static func timed(_ list: EnquiryView, _ reckoning: Reckoning) -> Timed {
        Timed(reckoning: reckoning, start: list.start, end: list.conference, limit: limit)
    }

    private static func timed(_ list: CensusEnquiries) -> Timed {
        Timed(reckoning: list.view.reckoning, start: list.start, end: list.conference, limit: limit)
    }

    /// A conference of the episode that follows no enquiry of it: the child moved in.
    private static func leaveOutTransfers(_ view: CensusView, _ tally: inout Tally) {
        let days = Days(view.file.episodes.conference)
        for row in 0..<view.file.episodes.count where Days.isDay(days[row]) {
            let place = view.reckoning.place(days[row])
            if place >= 0 { tally.add(.excluded, place, 0) }
        }
    }
}
