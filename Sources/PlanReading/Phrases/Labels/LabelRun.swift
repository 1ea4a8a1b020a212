/// Decides which markers of a cell are labels, by where they stand and by the run that they make.
struct LabelRun {
    /// Every marker that begins a line of the cell: "A." is a label where a "B." follows, else an initial.
    let lineStarts: [LabelMarker]
    let bareNumbers: Bool
    private var last: (standings: [LabelMarker.Standing], style: LabelMarker.Style)?

    init(lineStarts: [LabelMarker], bareNumbers: Bool) {
        (self.lineStarts, self.bareNumbers) = (lineStarts, bareNumbers)
    }

    mutating func take(_ marker: LabelMarker) {
        guard marker.style != .bullet else { return }
        last = (marker.standings, marker.style)
    }

    /// The labels of one paragraph, in order.
    mutating func markers(_ words: Words) -> [LabelMarker] {
        var found: [LabelMarker] = []
        var index = 0
        while index < words.count {
            if let marker = LabelMarker.read(words, at: index), isLabel(marker, words) {
                found.append(marker)
                take(marker)
                index = marker.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func isLabel(_ marker: LabelMarker, _ words: Words) -> Bool {
        let start = marker.tokens.lowerBound
        if start == 0 || words[start].isOnNewLine { return startsLine(marker, words) }
        guard words[start].isSpaced, let next = words.at(marker.tokens.upperBound), hasText(next) else {
            return false
        }
        let before = words[start - 1]
        if marker.style == .bullet { return !words[start].isSign("-", "*", "·") }
        // A label in running text that continues the run: "i) AD ii) SGU", "(a) …, and (b) …".
        if marker.style == .bracketed || marker.style == .closed {
            if let last, last.style == marker.style, follows(marker, last.standings) {
                return !before.isWord(in: Self.pointers) || before.isWord("and", "or")
            }
            return begins(marker, before, words)
        }
        let isReference = marker.isReference && !before.isWord(in: Self.pointers)
        guard before.isSign(".", ";", ":", ",") || marker.style == .stopped && !marker.isNumber || isReference
        else {
            return false
        }
        // "1.1 Do x 1.2 Do y": the next number inside a paragraph.
        guard let last, next.startsUpper || next.isSign("(", "“", "'") else { return false }
        guard marker.isReference || marker.style == .stopped else { return false }
        return marker.style == last.style && follows(marker, last.standings, exactly: true)
    }

    private func hasText(_ next: Words.Token) -> Bool {
        !next.isWord("and", "or", "to", "above", "below") && !next.isSign(",", ".", ")", ";")
    }

    private static let pointers: Set<String> = [
        "see", "in", "at", "paragraph", "point", "points", "section", "part", "ref", "both", "either",
        "under",
        "of", "item", "items", "action", "actions", "to", "and", "or", "with", "by", "from", "per", "as",
        "version",
    ]

    /// At the start of a line.
    private func startsLine(_ marker: LabelMarker, _ words: Words) -> Bool {
        let next = words.at(marker.tokens.upperBound)
        switch marker.style {
        case .bracketed:
            // "(2) Two", but not "(in part)" or a lone "(1)" behind which nothing of its own stands.
            return true
        case .closed, .bullet: return true
        case .stopped:
            if marker.isNumber { return next?.isSpaced ?? true }
            let isUpper = words[marker.tokens.lowerBound].startsUpper
            if isUpper { return isInRunOfStarts(marker) }
            return marker.standings.contains { $0.ordinal <= 3 || $0.kind == .roman }
                || last.map { follows(marker, $0.standings) } ?? false
        case .bare:
            guard let next else { return false }
            if next.isWord(in: Self.units) { return false }
            if let sign = words.at(marker.tokens.upperBound - 1), sign.isSign(":", "-") { return true }
            if marker.isReference, words[marker.tokens.lowerBound].isWord {
                return next.startsUpper && (bareNumbers || isInRunOfStarts(marker, style: .bare))
            }
            if marker.isReference {
                if next.kind == .number { return isCount(at: marker.tokens.upperBound, words) }
                return next.startsUpper || next.kind != .number && next.isSign("(", "“", "-") || next.isWord
            }
            if let last, last.style == .bare, follows(marker, last.standings), next.startsUpper {
                return true
            }
            return bareNumbers && next.startsUpper
        }
    }

    /// "1.1 95% of plans", "2.3 40 files": a share or a count of something stands behind the number.
    private func isCount(at index: Int, _ words: Words) -> Bool {
        guard let behind = words.at(index + 1) else { return false }
        if behind.isSign("%") { return words.at(index + 2)?.isWord ?? false }
        return behind.isWord && behind.isSpaced && !behind.isWord(in: Self.units)
    }

    private static let units: Set<String> = [
        "day", "days", "week", "weeks", "fte", "wte", "million", "m", "k", "hour", "hours", "months", "month",
        "years", "year", "percent", "per", "pm", "am", "times", "working",
    ]

    /// "A." stands before a "B.", or behind one, at the start of another line.
    private func isInRunOfStarts(_ marker: LabelMarker, style: LabelMarker.Style = .stopped) -> Bool {
        lineStarts.contains { other in
            other.style == style
                && other.standings.contains { theirs in
                    marker.standings.contains {
                        $0.kind == theirs.kind && abs($0.ordinal - theirs.ordinal) == 1
                    }
                }
        }
    }

    /// The same kind, and the next in order; the same again, or one left out, is a slip of the document's.
    private func follows(
        _ marker: LabelMarker, _ before: [LabelMarker.Standing], exactly: Bool = false
    ) -> Bool {
        marker.standings.contains { mine in
            before.contains { theirs in
                mine.kind == theirs.kind
                    && (exactly ? [1] : [1, 0, 2]).contains(mine.ordinal - theirs.ordinal)
            }
        }
    }

    /// The first of a run inside a paragraph: "Review: a) the tool b) the forms".
    private func begins(_ marker: LabelMarker, _ before: Words.Token, _ words: Words) -> Bool {
        guard before.isSign(":", ".", ";", "-"), marker.standings.contains(where: { $0.ordinal == 1 }) else {
            return false
        }
        return (marker.tokens.upperBound..<words.count).contains { index in
            guard let other = LabelMarker.read(words, at: index), other.style == marker.style else {
                return false
            }
            return other.standings.contains { theirs in
                theirs.ordinal == 2 && marker.standings.contains { $0.kind == theirs.kind && $0.ordinal == 1 }
            }
        }
    }
}
