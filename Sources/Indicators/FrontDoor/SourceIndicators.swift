import ReturnFormats

/// Who makes contacts and referrals: a share for each group of sources.
enum SourceIndicators {
    static let all = groups.flatMap { [contacts($0), referrals($0)] }

    private struct Group: Sendable {
        let key: String
        let words: String
        let codes: Set<String>
    }

    private static let groups = [
        Group(
            key: "people", words: "family, neighbours and children themselves",
            codes: ["1A", "1B", "1C", "1D"]),
        Group(key: "education", words: "schools and education services", codes: ["2A", "2B"]),
        Group(key: "health", words: "health services", codes: ["3A", "3B", "3C", "3D", "3E", "3F"]),
        Group(key: "housing", words: "housing", codes: ["4"]),
        Group(key: "council", words: "councils' services", codes: ["5A", "5B", "5C", "5D"]),
        Group(key: "police", words: "the police", codes: ["6"]),
        Group(key: "legal", words: "other legal agencies", codes: ["7"]),
        Group(key: "other", words: "others", codes: ["8"]),
        Group(key: "anonymous", words: "people who gave no name", codes: ["9"]),
        Group(key: "unknown", words: "an unknown source", codes: ["10"]),
    ]

    private static let known = Set(groups.flatMap(\.codes))

    private static func contacts(_ group: Group) -> Indicator {
        Indicator(
            "contacts.from.\(group.key)", .frontDoor, "Contacts from \(group.words)",
            asks: "Who is worried about children?", counts: "contacts in the period from \(group.words)",
            of: "contacts in the period", leavingOut: "contacts without a source", .neutral, .episodes,
            cannotTell: "Annex A names no team for a contact.",
            basis: "Annex A, List 1, Contact Source; codes \(group.codes.sorted().joined(separator: ", "))",
            annexA: { view in
                guard let rows = view[.contacts], let day = rows.days(.contact),
                    let source = rows.verdicts(.contactSource, yes: group.codes)
                else { return nil }
                return rows.byDate(view.months, day) { source[$0] }
            })
    }

    private static func referrals(_ group: Group) -> Indicator {
        let codes = group.codes
        return Indicator(
            "referrals.from.\(group.key)", .frontDoor, "Referrals from \(group.words)",
            asks: "Who asks for help for children?", counts: "referrals in the period from \(group.words)",
            of: "referrals in the period", leavingOut: "referrals without a source", .neutral, .episodes,
            cannotTell: "Who was worried first, where one service passes on what another one told it.",
            basis: "Annex A, List 3, Referral Source; census, ReferralSource; codes "
                + codes.sorted().joined(separator: ", "),
            annexA: { view in
                guard let rows = view[.referrals], let day = rows.days(.referral),
                    let source = rows.verdicts(.referralSource, yes: codes)
                else { return nil }
                return rows.byDate(view.months, day) { source[$0] }
            },
            census: { view in
                let episodes = view.file.episodes
                return view.byDate(Days(episodes.referral), episodes.count) { row in
                    guard let code = episodes.source[row].text, known.contains(code) else { return .excluded }
                    return codes.contains(code) ? .yes : .no
                }
            })
    }
}
