/// The codes that a return of a year may use (cin-census.md §3 and §4).
struct CINCodes: Sendable {
    /// Sex in place of gender.
    let asksSex: Bool
    let sexes: [CodeCell]
    let unknownSex: CodeCell
    let unbornSex: CodeCell
    let sources: [CodeCell]
    let reasons: [CodeCell]
    let factors: [CodeCell]
    /// Why a child that is old enough for school may have no pupil number.
    let noPupilNumber: [CodeCell]
    /// Characters 2 to 4 of a pupil number.
    let authorities: [Bool]

    static let needs: [CodeCell] = ["N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9"]
    static let ethnicities: [CodeCell] = [
        "WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN",
        "AOTH",
        "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT",
    ]
    static let disabilities: [CodeCell] = [
        "NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA",
    ]
    static let categories: [CodeCell] = ["NEG", "PHY", "SAB", "EMO", "MUL"]
    static let outcomes: [CodeCell] = ["A", "B", "C"]

    init(year: Int) {
        asksSex = year >= 2025
        sexes = asksSex ? ["M", "F", "U"] : ["0", "1", "2", "9"]
        unknownSex = asksSex ? "U" : "0"
        unbornSex = unknownSex
        sources =
            [
                "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C",
                "6", "7", "8", "9", "10",
            ] + (year >= 2023 ? ["5D"] : [])
        reasons =
            ["RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC7", "RC8"] + (year >= 2023 ? ["RC9"] : [])
        // 18A and 19A stay known after they were split: 8945Q and 8950Q ask about them.
        factors =
            [
                "1A", "1B", "1C", "2A", "2B", "2C", "3A", "3B", "3C", "4A", "4B", "4C", "5A", "5B", "5C",
                "6A", "6B", "6C", "7A", "8B", "8C", "8D", "8E", "8F", "9A", "10A", "11A", "12A", "13A", "14A",
                "15A", "16A", "17A", "18A", "19A", "20", "21", "22A", "23A",
            ] + (year >= 2021 ? ["18B", "18C", "19B", "19C"] : []) + (year >= 2022 ? ["24A"] : [])
        noPupilNumber = (year >= 2025 ? [] : ["UN1"]) + ["UN2", "UN3", "UN4", "UN5", "UN6", "UN7"]
        authorities = Self.authorities(year: year)
    }

    /// Numbers of authorities since April 1998 and the stand-ins for them, as rule 1530 lists them; Cumberland and
    /// Westmorland and Furness from 2023-24.
    private static func authorities(year: Int) -> [Bool] {
        var known = Array(repeating: false, count: 1000)
        let ranges = [
            1...5, 201...213, 301...320, 330...336, 340...344, 350...359, 370...373, 380...384, 390...394,
            420...420, 660...681, 701...708, 800...803, 805...808, 810...813, 815...816, 820...823, 825...826,
            830...831, 835...841, 845...846, 850...852, 855...857, 860...861, 865...896, 908...909, 916...916,
            919...919, 921...921, 925...926, 928...929, 931...931, 933...933, 935...938, 940...941,
        ]
        for range in ranges + (year >= 2024 ? [942...943] : []) {
            for number in range { known[number] = true }
        }
        return known
    }
}
