import ReturnFormats

/// The codes that the world is made of, with how often each comes.
enum Codes {
    static let ethnicities = [
        "WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN",
        "AOTH",
        "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT",
    ]
    static let ethnicityWeights = [
        660, 4, 3, 55, 8, 22, 12, 15, 22, 9, 38, 12, 18, 14, 34, 12, 3, 24, 6, 29,
    ]
    static let notObtained: UInt8 = 19

    /// The census's codes but NONE.
    static let disabilities = [
        "AUT", "LD", "BEH", "COMM", "MOB", "PC", "INC", "HEAR", "VIS", "HAND", "CON", "DDA",
    ]

    static let sources = [
        "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D",
        "6",
        "7", "8", "9", "10",
    ]
    static let sourceWeights = [
        62, 16, 8, 12, 196, 12, 22, 18, 10, 20, 26, 48, 14, 40, 34, 26, 28, 296, 34, 40, 24, 14,
    ]

    static let needs = ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"]
    static let needWeights = [600, 60, 35, 90, 145, 30, 6, 34]

    static let closures = ["RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC7", "RC8", "RC9"]
    enum Closure {
        static let adopted: UInt8 = 0
        static let arrangements: UInt8 = 2
        static let guardianship: UInt8 = 3
        static let adult: UInt8 = 5
        static let other: UInt8 = 6
        static let afterAssessment: UInt8 = 7
        static let earlyHelp: UInt8 = 8
    }

    static let abuse = ["NEG", "PHY", "SAB", "EMO", "MUL"]
    static let abuseNames = [
        "Neglect", "Physical abuse", "Sexual abuse", "Emotional abuse", "Multiple/not recommended",
    ]
    static let abuseWeights = [490, 70, 40, 370, 30]

    /// Factors but 21, none.
    static let factors = [
        "1A", "1B", "1C", "2A", "2B", "2C", "3A", "3B", "3C", "4A", "4B", "4C", "5A", "5B", "5C", "6A", "6B",
        "6C",
        "7A", "8B", "8C", "8D", "8E", "8F", "9A", "10A", "11A", "12A", "13A", "14A", "15A", "16A", "17A",
        "18B",
        "18C", "19B", "19C", "20", "22A", "23A", "24A",
    ]
    static let factorWeights = [
        12, 90, 12, 18, 85, 10, 45, 150, 18, 60, 160, 18, 30, 18, 5, 18, 26, 5, 14, 1, 1, 1, 1, 1, 6, 14, 14,
        3, 8,
        30, 30, 90, 100, 14, 45, 14, 22, 40, 1, 1, 16,
    ]
    /// Stands for factor 21: no factor.
    static let noFactor: UInt8 = 255

    static let legal = ["C1", "C2", "E1", "V2", "L2"]
    static let permanence = [
        "Return to family", "Adoption", "SGO/CAO", "Supported living in the community",
        "Long-term residential placement", "Long-term fostering",
    ]
    static let careEnds = ["E12", "E4A", "E4B", "E41", "E45", "E47", "E5", "E6", "E8"]
    static let placements = ["U1", "U3", "U4", "U6", "A6", "P1", "K2", "K3", "S1", "R3"]
    static let providers = ["PR0", "PR1", "PR2", "PR4", "PR5"]
    /// Invented, as the authority is.
    static let elsewhere = ["Ashmere", "Westmarch", "Thornbury Vale", "Kelderdale", "Marlowe Bay"]

    static let helpers = [
        "Ashmere Family Hub North", "Ashmere Family Hub South", "Health visiting", "Secondary school",
        "Primary school", "Ashmere early help service",
    ]
    static let reversals = ["RD1", "RD2", "RD3", "RD4"]

    /// For each of the names its code as the template writes it.
    static func written(_ names: [String], _ set: CodeSet) -> [String] {
        let codes = Dictionary(
            set.codes.map { ($0.name, $0.written) }, uniquingKeysWith: { first, _ in first })
        return names.map { codes[$0] ?? $0 }
    }
}
