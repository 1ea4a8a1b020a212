import Kernel

// Rules about the return as a whole: one place at most.

enum ReferenceDateWrong: CINRule {
    static let id = "100"
    static let title = "The reference date is missing or is not 31 March of the collection"
    static let advice = "Give 31 March of the year that the collection ends in."
    static let place = CINPart.wholeReturn
    static func run(on census: CINCensus) -> [CINHit] {
        guard let day = census.file.header.referenceDate.day, let year = census.statedYear,
            day == Day(year: year, month: 3, day: 31)
        else { return [.wholeReturn] }
        return []
    }
}

enum MorePlansThanConferences: CINRule {
    static let id = "2883"
    static let title = "More child protection plans start in the year than initial conferences are held in it"
    static let advice =
        "Give the conference that each plan came from: with its section 47, or on its episode."
    static let place = CINPart.wholeReturn
    static func run(on census: CINCensus) -> [CINHit] {
        func inYear(_ dates: [DateCell]) -> Int { dates.count { census.isInYear($0.day) } }
        let plans = inYear(census.file.protectionPlans.start)
        let conferences = inYear(census.file.episodes.conference) + inYear(census.file.enquiries.conference)
        return plans > conferences ? [.wholeReturn] : []
    }
}

enum SexOftenUnknown: CINRule {
    static let id = "2886Q"
    static let title = "Of the children born, more than 2% have no known sex or gender"
    static let advice = "Record it, or say why it is not known."
    static let place = CINPart.wholeReturn
    /// Born is whoever has no expected date of birth.
    static func run(on census: CINCensus) -> [CINHit] {
        var (born, unknown) = (0, 0)
        for row in 0..<census.file.children.count {
            let child = CINChild(census: census, row: row)
            guard child.expectedBirth == nil else { continue }
            born += 1
            if child.sex == .missing || child.sex == census.codes.unknownSex { unknown += 1 }
        }
        return unknown * 50 > born ? [.wholeReturn] : []
    }
}

enum FewDisabilities: CINRule {
    static let id = "2887Q"
    static let title = "The return uses fewer than eight different codes of disability"
    static let advice = "Look whether disabilities are all recorded by the same few codes, or say why."
    static let place = CINPart.wholeReturn
    static func run(on census: CINCensus) -> [CINHit] {
        let used = CINCodes.disabilities.count {
            $0 != "NONE" && census.file.disabilities.code.contains($0)
        }
        return used < 8 ? [.wholeReturn] : []
    }
}

enum SingleDisabilities: CINRule {
    static let id = "2888Q"
    static let title = "No child has more than one disability"
    static let advice = "Record every disability of a child, or say why each has one."
    static let place = CINPart.wholeReturn
    static func run(on census: CINCensus) -> [CINHit] {
        let hasSeveral = (0..<census.file.children.count).contains { row in
            let codes = CINChild(census: census, row: row).disabilities.filter { $0 != "NONE" }
            return codes.contains { $0 != codes.first }
        }
        return hasSeveral ? [] : [.wholeReturn]
    }
}
