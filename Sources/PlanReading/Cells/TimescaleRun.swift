/// Dates that stand one after another in a cell without a sign between: "Sept 13 Sept 13 Nov 13 – Jan 14".
enum TimescaleRun {
    /// Each timescale of the run, as printed; empty where other words stand among them.
    static func split(_ text: String) -> [String] {
        let tokens = text.split(whereSeparator: \.isWhitespace)
        var runs: [[Substring]] = []
        var current: [Substring] = []
        var state = State()
        for token in tokens {
            guard let kind = kind(of: token) else { return [] }
            if state.endsBefore(kind), !current.isEmpty {
                runs.append(current)
                current = []
                state = State()
            }
            current.append(token)
            state.take(kind)
        }
        if !current.isEmpty { runs.append(current) }
        return runs.map { $0.joined(separator: " ") }
    }

    private enum Kind { case day, month, year, whole, connector, lead, phrase, phraseEnd, tail }

    private struct State {
        var hasMonth = false
        var hasYear = false
        var isWhole = false
        var isOpen = false
        var inPhrase = false

        /// The token begins another timescale.
        func endsBefore(_ kind: Kind) -> Bool {
            if isOpen { return false }
            switch kind {
            case .connector, .tail, .phraseEnd: return false
            case .year: return hasYear || isWhole
            case .day: return hasMonth && hasYear || isWhole
            case .month: return hasMonth || isWhole
            case .whole, .lead, .phrase: return hasMonth || isWhole || inPhrase
            }
        }

        mutating func take(_ kind: Kind) {
            switch kind {
            case .day: if hasMonth { hasYear = true }
            case .month:
                if isOpen { hasYear = false }
                hasMonth = true
            case .year: hasYear = true
            case .whole: isWhole = true
            case .phrase, .phraseEnd: inPhrase = true
            default: break
            }
            if inPhrase { isWhole = true }
            isOpen = kind == .connector || kind == .lead
        }
    }

    private static func kind(of token: Substring) -> Kind? {
        if ["–", "-", "—", "to", "until", "&"].contains(token.lowercased()) { return .connector }
        let words = PlainWords.of(String(token))
        guard let first = words.first else { return .tail }
        if CellContent.isNumericDate(token.filter { !"(),;".contains($0) }), words.count == 3 {
            return .whole
        }
        if words.count == 2, CellContent.isMonth(first), words[1].allSatisfy(\.isNumber) { return .whole }
        guard words.count == 1 else { return nil }
        switch first {
        case "by", "end", "early", "mid", "from", "in", "late", "beginning", "with": return .lead
        case "place", "effect": return .phraseEnd
        case "immediate", "immediately", "ongoing", "complete", "completed", "tbc", "continuous":
            return .phrase
        case "onwards", "onward": return .tail
        default: break
        }
        if CellContent.isMonth(first) { return .month }
        let digits = first.prefix(while: \.isNumber)
        guard !digits.isEmpty else { return nil }
        if digits.count == 4, digits.count == first.count { return .year }
        return digits.count <= 2
            && ["", "st", "nd", "rd", "th"].contains(String(first.dropFirst(digits.count))) ? .day : nil
    }
}
