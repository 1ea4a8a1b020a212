/// Ways of writing that need no learning: those of the template, and the words and letters that everybody uses.
enum KnownValues {
    /// The template's code by name for a value's key (`Wording.key`), for sets whose codes are words.
    static func code(_ key: String, of field: AnnexAField, in set: CodeSet) -> String? {
        if field == .disability || field == .adopterDisability, let code = disability[key] { return code }
        return switch set {
        case .abuse: abuse(key) ?? words[set]?[key]
        case .yesNo, .plainYesNo: yesNo[key]
        case .yesNoUnknown: yesNo[key] ?? (unknown.contains(key) ? "Unknown" : nil)
        default: words[set]?[key]
        }
    }

    private static let yesNo = [
        "yes": "Yes", "y": "Yes", "true": "Yes", "1": "Yes", "1 yes": "Yes", "no": "No", "n": "No",
        "false": "No",
        "0": "No", "0 no": "No",
    ]

    /// The census's codes of disability and their names.
    private static let disability: [String: String] = {
        let kinds = [
            "mob", "mobility", "hand", "hand function", "pc", "personal care", "inc", "incontinence", "comm",
            "communication", "ld", "learning", "learning disability", "hear", "hearing", "vis", "vision",
            "beh",
            "behaviour", "con", "consciousness", "aut", "autism", "dda",
        ]
        return Dictionary(kinds.map { ($0, "Yes") }, uniquingKeysWith: { first, _ in first })
            .merging(["none": "No", "no disability": "No", "not disabled": "No"]) { first, _ in first }
    }()

    private static let unknown: Set<String> = ["unknown", "not known", "not recorded", "u", "unk"]

    private static let words: [CodeSet: [String: String]] = [
        .gender: [
            "m": "Male", "male": "Male", "1 male": "Male", "boy": "Male", "f": "Female", "female": "Female",
            "2 female": "Female", "girl": "Female", "unknown": "Not stated/recorded",
            "not known": "Not stated/recorded", "not recorded": "Not stated/recorded",
            "not stated": "Not stated/recorded", "unborn": "Not stated/recorded", "neither": "Neither",
        ],
        .status: [
            "cla": "Looked after child", "lac": "Looked after child", "looked after": "Looked after child",
            "child in care": "Looked after child", "cp": "Child Protection plan",
            "cpp": "Child Protection plan",
            "cp plan": "Child Protection plan", "child protection": "Child Protection plan",
            "cin": "Child in need plan", "cinp": "Child in need plan", "cin plan": "Child in need plan",
            "child in need": "Child in need plan", "assessment": "Open assessment",
            "closed": "Closed episode",
        ],
        .inTouch: [
            "yes": "Yes", "y": "Yes", "no": "No", "n": "No", "died": "Died", "refu": "Refu",
            "refused": "Refu",
            "nreq": "NREQ", "rhom": "Rhom", "in touch": "Yes", "not in touch": "No",
        ],
        .location: [
            "in": "In", "out": "Out", "inside": "In", "outside": "Out", "in la": "In", "out of la": "Out",
            "inside la": "In", "outside la": "Out",
        ],
        .eligibility: [
            "relevant": "Relevant child", "former relevant": "Former relevant child",
            "fr": "Former relevant child",
            "qualifying": "Qualifying care leaver", "eligible": "Eligible child",
        ],
        .suitability: ["not suitable": "Unsuitable"],
        .permanence: [
            "sgo": "SGO/CAO", "special guardianship order": "SGO/CAO", "special guardianship": "SGO/CAO",
            "rehabilitation": "Return to family", "return home": "Return to family",
            "long term foster care": "Long-term fostering",
            "long term residential": "Long-term residential placement",
            "placed for adoption": "Adoption",
        ],
    ]

    /// Kinds of abuse, however joined: one kind is itself, several are multiple; `NYYN` has a flag for each in the order
    /// neglect, physical, sexual, emotional. Nil where another word says something else.
    private static func abuse(_ key: String) -> String? {
        let kinds = ["Neglect", "Physical abuse", "Sexual abuse", "Emotional abuse"]
        if key.count == 4, key.allSatisfy({ $0 == "y" || $0 == "n" }) {
            let flags = zip(kinds, key).filter { $0.1 == "y" }.map(\.0)
            return flags.isEmpty ? nil : flags.count == 1 ? flags[0] : "Multiple/not recommended"
        }
        var said: Set<String> = []
        for word in key.replacing("not recommended", with: "").split(separator: " ") {
            switch word {
            case "neglect", "neg": said.insert(kinds[0])
            case "physical", "phy": said.insert(kinds[1])
            case "sexual", "sab": said.insert(kinds[2])
            case "emotional", "emo": said.insert(kinds[3])
            case "multiple", "mul": said.formUnion(kinds)
            case "abuse", "and", "only", "or", "categories", "category": break
            default: return nil
            }
        }
        return said.isEmpty ? nil : said.count == 1 ? said.first : "Multiple/not recommended"
    }
}
