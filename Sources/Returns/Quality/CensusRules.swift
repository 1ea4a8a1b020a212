import ReturnFormats

/// The rules of the CIN census as findings that are kept.
enum CensusRules {
    static func found(in census: CINReturn) -> [FoundRule] {
        let check = CINRules.check(census)
        return check.found.map { found in
            let result = found.result
            return FoundRule(
                rule: result.rule, severity: FoundRule.Severity(result.severity), title: result.title,
                count: result.count, children: result.children,
                places: found.hits.map { hit in
                    let place = check.place(of: hit)
                    return FoundRule.Place(
                        list: FoundRule.Place.list(of: place.part), row: Int32(clamping: place.number ?? 0),
                        child: Int32(clamping: (place.child ?? 0) - 1))
                })
        }
    }
}

extension FoundRule.Severity {
    init(_ severity: ReturnRuleSeverity) {
        switch severity {
        case .error: self = .error
        case .query: self = .query
        }
    }
}

extension FoundRule.Place {
    /// From here on, the number of a list stands for a part of a census, and the row counts the child's.
    private static let firstPart: UInt8 = 100

    static func list(of part: CINPart) -> UInt8 {
        firstPart + UInt8(CINPart.allCases.firstIndex(of: part) ?? 0)
    }

    /// Where a person looks it up, without the child: `List 6 Children in need, row 12`, `assessment 2`, `line 400`.
    var words: String {
        if let list = AnnexAList(rawValue: Int(list)) {
            return "List \(list.rawValue) \(list.title), row \(row)"
        }
        guard list >= Self.firstPart, Int(list - Self.firstPart) < CINPart.allCases.count else {
            return "Line \(row)"
        }
        let part = CINPart.allCases[Int(list - Self.firstPart)].rawValue
        let words = row > 0 ? "\(part) \(row)" : part
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
