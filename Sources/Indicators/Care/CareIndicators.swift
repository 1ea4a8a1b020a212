import Kernel
import ReturnFormats

/// Children in care on the day, List 8: how many, how settled, where, and who went missing.
enum CareIndicators {
    static let all = [
        open, rate, threePlacements, outOfArea, supportedSince2024, supportedBefore, missing,
        interviewOffered,
        interviewAccepted,
    ]

    private static let left =
        "children on short breaks (V3, V4); rows of a child but the latest; rows whose dates cannot be read"

    private static let open = Indicator(
        "care.open", .care, over: .day, "Children in care", asks: "How many children are in care?",
        as: .count,
        counts: "children in care on the day", leavingOut: left, .neutral, .children,
        convention: "Without short breaks (V3, V4).",
        cannotTell:
            "Short breaks do not belong in the list; where they stand without their legal status, it cannot"
            + " tell them.",
        basis: "DfE, Children looked after at 31 March; Annex A, List 8",
        annexA: { onTheDay($0) { _, _ in .yes } })

    private static let rate = Indicator(
        "care.openRate", .care, over: .day, "Children in care, of 10,000",
        asks: "Is that many for this place?",
        as: .rate, counts: "children in care on the day",
        of: "people aged 0 to 17, the ONS's estimate of the middle of the year", leavingOut: left, .neutral,
        .children, convention: "Without short breaks (V3, V4). The authority enters its population.",
        cannotTell: "Short breaks that stand without their legal status.",
        basis: "DfE, Children looked after at 31 March per 10,000",
        annexA: { view in
            onTheDay(view) { _, _ in .yes }.flatMap { $0.rate(view.day, view.settings.population) }
        })

    private static let threePlacements = Indicator(
        "care.threePlacements", .care, over: .day,
        "Children in care with three placements or more in 12 months",
        asks: "Do children in care have to move too often?",
        counts: "children in care with three placements or more in the last 12 months",
        of: "children in care",
        leavingOut: left + "; rows without the count", .down, .children,
        cannotTell: "Why a child moved; where they were before.",
        basis: "DfE, placement stability; Annex A, List 8",
        annexA: { view in
            guard let placements = view[.care]?.counts(.placements) else { return nil }
            return onTheDay(view) { _, row in
                guard let count = placements[row].value, count >= 0 else { return .excluded }
                return count >= 3 ? .yes : .no
            }
        })

    private static let outOfArea = Indicator(
        "care.outOfArea", .care, over: .day, "Children in care placed outside the area",
        asks: "How many children live away from their area?",
        counts: "children in care placed outside the authority's boundary", of: "children in care",
        leavingOut: left + "; rows without a place", .down, .children,
        cannotTell: "How far away: across the street, or across the country.",
        basis: "Annex A, List 8, Placement Location",
        annexA: { view in
            guard let codes = view[.care]?.verdicts(.placementLocation, yes: ["Out"]) else { return nil }
            return onTheDay(view) { _, row in codes[row] }
        })

    private static let supportedBefore = supported(
        1, through: 2024_03_31, ["H5", "P2"],
        "Semi-independent (H5) and independent living (P2): no children's home, and then not regulated.")
    private static let supportedSince2024 = supported(
        2, from: 2024_04_01, ["H5", "P2", "K3"],
        "From April 2024 supported accommodation has a code of its own (K3); H5 and P2 go on in older extracts."
    )

    private static func supported(
        _ version: Int, from: Int? = nil, through: Int? = nil, _ codes: Set<String>, _ convention: String
    ) -> Indicator {
        Indicator(
            "care.supportedAccommodation", version: version, from: from, through: through, .care, over: .day,
            "Children in care in semi-independent or supported accommodation",
            asks: "How many children in care live without carers?",
            counts: "children in care whose placement is \(codes.sorted().joined(separator: ", "))",
            of: "children in care", leavingOut: left + "; rows without a type of placement", .down, .children,
            convention: convention, cannotTell: "Whether the provider is registered.",
            basis: "Annex A, List 8, Placement Type; SSDA903 changes of 2024-25",
            annexA: { view in
                guard let types = view[.care]?.verdicts(.placementType, yes: codes) else { return nil }
                return onTheDay(view) { _, row in types[row] }
            })
    }

    private static let missing = Indicator(
        "care.missing", .care, over: .day, "Children in care who went missing in 12 months",
        asks: "How many children in care go missing?",
        counts: "children in care with an episode of missing in the last 12 months", of: "children in care",
        leavingOut: left + "; rows without the count", .down, .children,
        convention: "Missing, not absent; of the present period of care.",
        cannotTell: "For how long, and when.",
        basis: "Annex A, List 8",
        annexA: { view in
            guard let episodes = view[.care]?.counts(.missingEpisodes) else { return nil }
            return onTheDay(view) { _, row in
                guard let count = episodes[row].value, count >= 0 else { return .excluded }
                return count > 0 ? .yes : .no
            }
        })

    private static let interviewOffered = interview(
        "care.interviewOffered", "offered", .returnInterviewOffered)
    private static let interviewAccepted = interview(
        "care.interviewAccepted", "accepted", .returnInterviewAccepted)

    private static func interview(_ id: String, _ word: String, _ field: AnnexAField) -> Indicator {
        Indicator(
            id, .care, over: .day, "Return interview \(word) after the last time missing",
            asks: "Does somebody ask the child why?",
            counts:
                "of these children those who were \(word == "offered" ? "offered" : "offered and accepted")"
                + " a return interview after the last time",
            of: "children in care with an episode of missing in the last 12 months",
            leavingOut: left + "; rows without the count of episodes", .up, .children,
            convention: "Not known, or nothing there, counts as no.",
            cannotTell: "Earlier episodes; whether it was held within 72 hours.", basis: "Annex A, List 8",
            annexA: { view in
                guard let episodes = view[.care]?.counts(.missingEpisodes),
                    let answer = view[.care]?.verdicts(field, yes: ["Yes"], empty: .no)
                else { return nil }
                return onTheDay(view) { _, row in
                    guard let count = episodes[row].value, count >= 0 else { return .excluded }
                    return count > 0 ? answer[row] : .out
                }
            })
    }

    static func onTheDay(_ view: AnnexAView, _ verdict: (CareClocks, Int) -> Verdict) -> Tally? {
        guard let care = CareClocks(view) else { return nil }
        let latest = care.rows.latestOfChild(.careStart, view.childCount)
        return care.rows.onTheDay(view.day, once: latest) { row in
            let isOpen = care.isOpen(row)
            return isOpen == .yes ? verdict(care, row) : isOpen == .no ? .out : isOpen
        }
    }
}
