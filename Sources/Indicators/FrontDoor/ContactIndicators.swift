import Kernel
import ReturnFormats

/// Contacts: List 1. It names no team.
enum ContactIndicators {
    static let all = [received, children, repeated, toReferral]

    private static let noOutcome =
        "What was decided, and when: Annex A gives a contact's day and source only. It names no team."

    private static let received = Indicator(
        "contacts.received", .frontDoor, "Contacts",
        asks: "How much comes to the front door?", as: .count, counts: "contacts received in the period",
        .neutral, .episodes, cannotTell: noOutcome,
        basis: "Annex A, List 1: a row for each child of a contact",
        annexA: { view in
            guard let rows = view[.contacts], let day = rows.days(.contact) else { return nil }
            return rows.byDate(view.months, day) { _ in .yes }
        })

    private static let children = Indicator(
        "contacts.children", .frontDoor, "Children contacted about",
        asks: "About how many children is somebody worried?", as: .count,
        counts: "children with a contact in the period, each once", leavingOut: "contacts that name no child",
        .neutral, .children, cannotTell: noOutcome, basis: "Annex A, List 1",
        annexA: { view in
            guard let rows = view[.contacts], let day = rows.days(.contact) else { return nil }
            return rows.childrenByDate(view.months, day, view.childCount)
        })

    private static let repeated = Indicator(
        "contacts.repeat", .frontDoor, over: .halfYear, "Children contacted about more than once",
        asks: "Do the same children come back to the front door?",
        counts: "children with two contacts or more in the six months to the day",
        of: "children with a contact in the six months to the day", leavingOut: "contacts that name no child",
        .down, .children,
        cannotTell: noOutcome + " One worry that several people report is several contacts.",
        basis: "Annex A, List 1: children with two rows or more",
        annexA: { view in
            guard let rows = view[.contacts], let days = rows.days(.contact) else { return nil }
            var counts = [Int](repeating: 0, count: view.childCount)
            var tally = Tally(view.halfYear, rows.units)
            for row in 0..<rows.count {
                let child = rows.child(row)
                guard Days.isDay(days[row]), child >= 0 else {
                    tally.add(.excluded, 0, rows.unit[row])
                    continue
                }
                if view.halfYear.place(days[row]) >= 0 { counts[child] += 1 }
            }
            for count in counts where count > 0 { tally.add(count > 1 ? .yes : .no, 0, 0) }
            return tally
        })

    private static let toReferral = Indicator(
        "contacts.toReferral", .frontDoor, "Contacts that become a referral",
        asks: "How many contacts lead to a referral?",
        counts:
            "contacts received in the period with a referral of the same child on the day or within so many days"
            + " after it (7, or what the authority set)",
        of: "contacts received in the period",
        leavingOut: "contacts that name no child; contacts whose days are not over", .neutral, .episodes,
        cannotTell: "Annex A does not join a referral to its contact: child and date stand for it.",
        basis: "Annex A, Lists 1 and 3, joined by child and date",
        annexA: { view in
            guard let rows = view[.contacts], let day = rows.days(.contact), let referrals = view[.referrals],
                let referral = referrals.days(.referral)
            else { return nil }
            let dates = ChildDates(referrals, referral, view.childCount)
            let within = Int32(clamping: view.settings.contactReferralDays)
            return rows.byDate(view.months, day) { row in
                let last = day[row] + within
                guard rows.child(row) >= 0, last <= view.asAt.number else { return .excluded }
                return dates.has(rows.child(row), from: day[row], through: last) ? .yes : .no
            }
        })
}
