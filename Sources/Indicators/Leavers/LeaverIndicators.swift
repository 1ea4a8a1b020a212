import Kernel
import ReturnFormats
import Timescales

/// Care leavers, List 9: in touch, housed, in work or education.
enum LeaverIndicators {
    static let all = outcomes + outcomes(of: bands) + [pathway, adviser, contact]

    private static let group = "care leavers but those who died or went home for good (Died, Rhom)"
    private static let left =
        "rows of a young person but the latest; rows whose \"in touch\" is not recognised"
    private static let recordToday =
        "The latest record, not the one around the birthday that the published figure takes: the two never match."

    /// What is asked of the whole group, and of its ages.
    private struct Outcome: Sendable {
        let key: String
        let name: String
        let question: String
        let counts: String
        let field: AnnexAField
        let codes: Set<String>
        let direction: IndicatorDefinition.Direction
        let note: String
    }

    private struct Band: Sendable {
        let key: String
        let words: String
        let ages: ClosedRange<Int>
    }

    private static let inTouch = Outcome(
        key: "inTouch", name: "Care leavers in touch",
        question: "Does the authority know how its care leavers are?",
        counts: "those with whom the service is in touch", field: .inTouch, codes: ["Yes"], direction: .up,
        note: "Who refuses contact, or needs no service, counts as not in touch.")
    private static let suitable = Outcome(
        key: "suitable", name: "Care leavers in suitable accommodation",
        question: "Do care leavers live well?",
        counts: "those whose accommodation is suitable", field: .suitability, codes: ["Suitable"],
        direction: .up,
        note: "Who is not in touch, or of whom nothing is known, stays in the denominator.")
    private static let working = Outcome(
        key: "eet", name: "Care leavers in education, employment or training",
        question: "Do care leavers get on?",
        counts: "those in education, employment or training, full or part time (codes F and P)",
        field: .activity,
        codes: ["F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5"], direction: .up,
        note: "Who is not in touch, or of whom nothing is known, stays in the denominator.")
    private static let others = [
        Outcome(
            key: "neet", name: "Care leavers not in education, employment or training",
            question: "Who is left behind?",
            counts: "those not in education, employment or training (codes G4, G5, G6)", field: .activity,
            codes: ["G4", "G5", "G6"], direction: .down,
            note: "Who is not in touch is in neither this nor its opposite."),
        Outcome(
            key: "bedAndBreakfast", name: "Care leavers in bed and breakfast",
            question: "Who lives where nobody should?",
            counts: "those in bed and breakfast (W)", field: .accommodation, codes: ["W"], direction: .down,
            note: "Under 18 it is never suitable."),
        Outcome(
            key: "custody", name: "Care leavers in custody",
            question: "How many care leavers are in custody?",
            counts: "those in custody (X)", field: .accommodation, codes: ["X"], direction: .down, note: ""),
        Outcome(
            key: "homeless", name: "Care leavers without a home",
            question: "How many care leavers have no home?",
            counts: "those of no fixed abode (S)", field: .accommodation, codes: ["S"], direction: .down,
            note: ""),
    ]

    private static let bands = [
        Band(key: "17", words: "aged 17", ages: 17...17), Band(key: "18", words: "aged 18", ages: 18...18),
        Band(key: "19to21", words: "aged 19 to 21", ages: 19...21),
        Band(key: "22to25", words: "aged 22 to 25", ages: 22...25),
    ]

    private static let outcomes = ([inTouch, suitable, working] + others).map { indicator($0, of: nil) }

    private static func outcomes(of bands: [Band]) -> [Indicator] {
        bands.flatMap { band in [inTouch, suitable, working].map { indicator($0, of: band) } }
    }

    private static func indicator(_ outcome: Outcome, of band: Band?) -> Indicator {
        Indicator(
            "leavers.\(outcome.key)" + (band.map { ".\($0.key)" } ?? ""), .leavers, over: .day,
            outcome.name + (band.map { ", \($0.words)" } ?? ""), asks: outcome.question,
            counts: outcome.counts,
            of: group + (band.map { ", \($0.words)" } ?? ""),
            leavingOut: left + (band == nil ? "" : "; young people of no known age"), outcome.direction,
            .children,
            convention: outcome.note,
            cannotTell: recordToday
                + (band?.key == "22to25" ? " At 22 to 25 only who asks for the service is in it." : ""),
            basis: "DfE, care leavers; Annex A, List 9, \(outcome.field.rawValue)",
            annexA: { view in
                guard let codes = view[.careLeavers]?.verdicts(outcome.field, yes: outcome.codes, empty: .no)
                else { return nil }
                return onTheDay(view) { leavers, row in
                    if let band {
                        guard let isBelow = leavers.ages.isUnder(band.ages.lowerBound, row),
                            let isWithin = leavers.ages.isUnder(band.ages.upperBound + 1, row)
                        else { return .excluded }
                        guard !isBelow, isWithin else { return .out }
                    }
                    return codes[row]
                }
            })
    }

    private static let pathway = Indicator(
        "leavers.pathwayReviewed", .leavers, over: .day, "Pathway plans reviewed within six months",
        asks: "Is the plan for leaving care a living one?",
        counts: "those whose pathway plan was reviewed in the 6 months before the day",
        of: "relevant, former relevant and eligible young people, but those who died or went home for good",
        leavingOut: left + "; rows without a category; days that stand after that of the file", .up,
        .children,
        clock: .pathwayReview, convention: "Calendar months; no review counts as not reviewed.",
        cannotTell: "The layout of 2019 has no such column.",
        basis: "Care Leavers Regulations 2010, regulation 7; Annex A 2024, List 9",
        annexA: { view in
            guard let reviews = view[.careLeavers]?.days(.pathwayReview),
                let categories = LeaverView(view)?.hasPathwayPlan
            else { return nil }
            return onTheDay(view) { leavers, row in
                guard categories[row] == .yes else { return categories[row] == .no ? .out : .excluded }
                return isWithin(leavers.reckoning, reviews[row]) { leavers.reckoning.due($0, months: 6) }
            }
        })

    private static let adviser = Indicator(
        "leavers.adviser", .leavers, over: .day, "Care leavers with a personal adviser",
        asks: "Does every care leaver have somebody?", counts: "those with a named personal adviser",
        of: group,
        leavingOut: left, .up, .children,
        convention: "What stands for nobody is a list that the authority keeps.",
        cannotTell: "The layout of 2019 has no such column.", basis: "Annex A 2024, List 9",
        annexA: { view in
            guard let advisers = view[.careLeavers]?.table.texts(.personalAdviser) else { return nil }
            let isNobody = advisers.distinct.map { view.placeholders.isNobody($0, inTeam: "") }
            return onTheDay(view) { _, row in isNobody[Int(advisers.rows[row])] ? .no : .yes }
        })

    private static let contact = Indicator(
        "leavers.contact", .leavers, over: .day, "Care leavers in contact within eight weeks",
        asks: "When did somebody last hear from them?",
        counts: "those with a contact within the local interval (8 weeks, or what the authority set)",
        of: group,
        leavingOut: left + "; days that stand after that of the file", .up, .children, clock: .adviserVisit,
        convention: "Weeks of seven days; no contact counts as none.",
        cannotTell: "The layout of 2019 has no such column. Who began the contact, and whether they met.",
        basis: "Annex A 2024, List 9; a common local rule",
        annexA: { view in
            guard let contacts = view[.careLeavers]?.days(.lastContact) else { return nil }
            let days = Int32(clamping: view.settings.leaverContactWeeks * 7)
            return onTheDay(view) { leavers, row in isWithin(leavers.reckoning, contacts[row]) { $0 + days } }
        })

    private static func isWithin(_ reckoning: Reckoning, _ day: Int32, _ due: (Int32) -> Int32) -> Verdict {
        if day == Days.missing { return .no }
        guard Days.isDay(day), day <= reckoning.asAt.number else { return .excluded }
        return due(day) >= reckoning.asAt.number ? .yes : .no
    }

    /// Of the group, each once.
    private static func onTheDay(_ view: AnnexAView, _ verdict: (LeaverView, Int) -> Verdict) -> Tally? {
        guard let leavers = LeaverView(view) else { return nil }
        let latest = leavers.rows.latestOfChild(nil, view.childCount)
        return leavers.rows.onTheDay(view.day, once: latest) { row in
            leavers.isOfGroup[row] == .yes ? verdict(leavers, row) : leavers.isOfGroup[row]
        }
    }
}
