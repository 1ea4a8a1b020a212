extension Wording {
    /// Words for comparing: abbreviations written out, plural folded, fillers left out.
    static func content(_ words: [String]) -> [String] {
        words.flatMap { word in
            (abbreviations[word] ?? word).split(separator: " ").map { singular(String($0)) }
        }
    }

    private static func singular(_ word: String) -> String {
        guard word.count > 4, word.hasSuffix("s") else { return word }
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        return word.hasSuffix("ss") ? word : String(word.dropLast())
    }

    /// What files of councils shorten or misspell, and what it is short for.
    private static let abbreviations: [String: String] = [
        "accom": "accommodation", "accomm": "accommodation", "accomodation": "accommodation",
        "acc": "accommodation", "resid": "residential", "res": "residential", "resids": "residential",
        "dept": "department", "depts": "departments", "inc": "including", "incl": "including",
        "indep": "independent", "independant": "independent", "serv": "services", "service": "services",
        "eg": "", "ie": "", "e": "", "g": "", "i": "", "f": "", "brit": "british", "bri": "british",
        "background": "", "backgro": "", "backgroun": "", "carers": "carer", "childrens": "children",
        "child": "children", "childs": "children", "homes": "home", "orders": "order",
        "sgo": "special guardianship order", "ro": "residence order", "cao": "children arrangements order",
        "arrangement": "arrangements", "pr": "parental responsibility", "resp": "responsibility",
        "parents": "parent", "relatives": "relative", "friends": "friend", "schools": "school",
        "hosp": "hospital", "hostels": "hostel", "disablilty": "disability", "carribbean": "caribbean",
        "carribean": "caribbean", "carib": "caribbean", "po": "placement order", "plcmt": "placement",
        "fc": "foster carer", "fcs": "foster carer", "lt": "long term", "cin": "children in need",
        "las": "la",
        "uasc": "unaccompanied asylum seeking children", "yos": "youth offending services",
        "yot": "youth offending team",
    ]
}
