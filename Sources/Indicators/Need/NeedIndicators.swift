import Kernel
import ReturnFormats
import Timescales

/// Children in need, List 6: how many, how they stand, who has not been seen, who has no worker.
enum NeedIndicators {
    static let all = [open, rate] + statuses.map(status) + [notSeen, unallocated]

    private static let once = "rows of a child but the latest; rows without a status"

    private static let open = Indicator(
        "need.open", .need, over: .day, "Children with an open case",
        asks: "How many children does social care work with?", as: .count,
        counts: "children whose case is open on the day", leavingOut: once, .neutral, .children,
        convention:
            "Annex A: the status is not \"Closed episode\". Census: an episode that was referred by the day, not"
            + " closed by it, and not without further action.",
        cannotTell: "DfE counts episodes of need with a method of its own, and comes out higher.",
        basis: "Annex A, List 6; DfE, Children in need at 31 March",
        annexA: { onTheDay($0) { _, _ in .yes } }, census: { censusOpen($0) })

    private static let rate = Indicator(
        "need.openRate", .need, over: .day, "Children with an open case, of 10,000",
        asks: "Is that many for this place?", as: .rate, counts: "children whose case is open on the day",
        of: "people aged 0 to 17, the ONS's estimate of the middle of the year", leavingOut: once, .neutral,
        .children, convention: "The authority enters its population.",
        cannotTell: "DfE counts episodes of need with a method of its own, and comes out higher.",
        basis: "DfE, Children in need at 31 March per 10,000",
        annexA: { view in
            onTheDay(view) { _, _ in .yes }.flatMap { $0.rate(view.day, view.settings.population) }
        },
        census: { view in censusOpen(view).rate(view.reckoning, view.settings.population) })

    private static let statuses: [(key: String, words: String, code: String)] = [
        ("lookedAfter", "looked after", "Looked after child"),
        ("protection", "on a protection plan", "Child Protection plan"),
        ("plan", "on a child in need plan", "Child in need plan"),
        ("assessment", "being assessed", "Open assessment"),
    ]

    private static func status(_ status: (key: String, words: String, code: String)) -> Indicator {
        let code = status.code
        return Indicator(
            "need.status.\(status.key)", .need, over: .day, "Open cases: \(status.words)",
            asks: "What kind of work is it?",
            counts: "children whose case is open and who are \(status.words)",
            of: "children whose case is open", leavingOut: once, .neutral, .children,
            convention: "The first status that applies, as the file gives it.",
            cannotTell: "A child who is looked after and on a plan stands under the first only.",
            basis: "Annex A, List 6, Case status",
            annexA: { view in
                guard let codes = view[.need]?.verdicts(.caseStatus, yes: [code]) else { return nil }
                return onTheDay(view) { _, row in codes[row] }
            })
    }

    private static let notSeen = Indicator(
        "need.notSeen", .need, over: .day, "Children with an open case not seen for too long",
        asks: "Which children has nobody seen?",
        counts:
            "children whose case is open and who were never seen, or longer ago than the local interval (42 days,"
            + " or what the authority set)",
        of: "children whose case is open", leavingOut: once + "; days that stand after that of the file",
        .down,
        .children, clock: .needVisit, convention: "Calendar days, from the day last seen.",
        cannotTell:
            "Whether the child was seen alone, or by their own social worker. There is no national interval.",
        basis: "Annex A, List 6, Date Child Was Last Seen",
        annexA: { view in
            let oldest = view.asAt.number - Int32(clamping: view.settings.needVisitDays)
            guard view[.need]?.days(.lastSeen) != nil else { return nil }
            return onTheDay(view) { need, row in
                let seen = need.lastSeen[row]
                if seen == Days.missing { return .yes }
                guard Days.isDay(seen), seen <= view.asAt.number else { return .excluded }
                return seen < oldest ? .yes : .no
            }
        })

    private static let unallocated = Indicator(
        "need.unallocated", .need, over: .day, "Open cases without a worker",
        asks: "For which children is nobody responsible?",
        counts:
            "children whose case is open and whose worker is nobody: empty, a word that stands for nobody, or the"
            + " team's own name",
        of: "children whose case is open", leavingOut: once, .down, .children,
        convention: "What stands for nobody is a list that the authority keeps.",
        cannotTell:
            "A manager's name may stand for nobody; whether the worker is a registered social worker.",
        basis: "Annex A, List 6, Allocated Worker",
        annexA: { view in
            guard let rows = view[.need], rows.table.texts(.worker) != nil else { return nil }
            let isNobody = rows.isNobody(view.placeholders)
            return onTheDay(view) { _, row in isNobody[Int(rows.unit[row])] ? .yes : .no }
        })

    private static func onTheDay(_ view: AnnexAView, _ verdict: (NeedView, Int) -> Verdict) -> Tally? {
        guard let need = NeedView(view) else { return nil }
        let latest = need.rows.latestOfChild(.needStart, view.childCount)
        return need.rows.onTheDay(view.day, once: latest) { row in
            need.isOpen(row) == .yes ? verdict(need, row) : need.isOpen(row)
        }
    }

    private static func censusOpen(_ view: CensusView) -> Tally {
        let episodes = view.file.episodes
        let (start, closure) = (Days(episodes.referral), Days(episodes.closure))
        var seen = [Bool](repeating: false, count: view.file.children.count)
        return view.onTheDay(episodes.count) { row in
            if episodes.noFurtherAction[row] == .yes { return .out }
            let isOpen = view.reckoning.isOpen(start[row], closure[row])
            guard isOpen == .yes else { return isOpen == .no ? .out : isOpen }
            // Two open episodes are a fault; the child counts once.
            let child = view.child(ofEpisode: row)
            guard !seen[child] else { return .excluded }
            seen[child] = true
            return .yes
        }
    }
}
