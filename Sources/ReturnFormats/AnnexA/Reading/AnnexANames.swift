/// Which list a sheet or a file is called after.
enum AnnexANames {
    /// From `List_1`, `List 10`, `AA_3_referrals`, `Children in Care`, `annex_a_list_04.csv` and their like. Nil where the name
    /// says nothing, or names two lists. A number counts only whole: list 1 is not list 10.
    static func list(named name: String) -> AnnexAList? {
        let words = words(name)
        var numbers: Set<Int> = []
        for (index, word) in words.enumerated() where word == "list" || word == "lists" || word == "aa" {
            if index + 1 < words.count, let number = Int(words[index + 1]) { numbers.insert(number) }
        }
        if numbers.count == 1, let number = numbers.first, let list = AnnexAList(rawValue: number) {
            return list
        }
        guard numbers.isEmpty else { return nil }
        let letters = words.filter { Int($0) == nil && !fillers.contains($0) }.joined()
        return byName[letters]
    }

    /// Pages that the official template has beside the lists.
    static func isTemplate(_ name: String) -> Bool {
        ["frontsheet", "faqandchanges", "guidance", "codesused", "codes"].contains(words(name).joined())
    }

    /// Words and numbers in small letters; `ChildrenInCare8` is four of them. An ending such as `.csv` is none.
    private static func words(_ name: String) -> [String] {
        var name = name.split(separator: "/").last.map(String.init) ?? name
        for ending in [".csv", ".txt", ".tsv", ".xlsx"] where name.lowercased().hasSuffix(ending) {
            name.removeLast(ending.count)
        }
        var words: [String] = []
        var last: Unicode.Scalar?
        for scalar in name.unicodeScalars {
            defer { last = scalar }
            guard scalar.properties.isAlphabetic || "0"..."9" ~= scalar else { continue }
            let starts: Bool =
                if let last, last.properties.isAlphabetic || "0"..."9" ~= last {
                    "0"..."9" ~= scalar
                        ? !("0"..."9" ~= last)
                        : "0"..."9" ~= last
                            || scalar.properties.isUppercase && last.properties.isLowercase
                } else { true }
            if starts { words.append("") }
            words[words.count - 1].append(String(scalar).lowercased())
        }
        return words
    }

    private static let fillers: Set<String> = [
        "annex", "annexa", "a", "aa", "list", "lists", "ofsted", "ilacs", "final",
    ]

    private static let byName: [String: AnnexAList] = {
        let names: [AnnexAList: [String]] = [
            .contacts: ["contacts", "contact"],
            .earlyHelp: ["earlyhelp", "earlyhelpassessments", "earlyhelpassessment", "eh"],
            .referrals: ["referrals", "referral"],
            .assessments: ["assessments", "assessment", "continuousassessments", "cfassessments"],
            .enquiries: [
                "secandicpc", "sandicpc", "sandicpcs", "secandicpcs", "section47enquiries", "senquiries",
                "sectionenquiries", "sectionandicpc", "sectionenquiriesandinitialchildprotectionconferences",
                "sections", "icpc", "sicpc",
            ],
            .need: ["childreninneed", "cin", "childinneed"],
            .protection: ["childprotection", "cp", "childprotectionplans", "cpp"],
            .care: ["childrenincare", "cic", "cla", "lac", "lookedafterchildren", "childrenlookedafter"],
            .careLeavers: ["careleavers", "careleaver", "cl", "leavingcare"],
            .adoption: ["adoption", "adoptions"],
            .adopters: ["adopters", "prospectiveadopters"],
        ]
        return Dictionary(uniqueKeysWithValues: names.flatMap { list, names in names.map { ($0, list) } })
    }()
}
