import Documents
import Kernel
import PlanFormat

/// Counts and percentages in running text, with the base where the sentence gives it.
enum FigureReading {
    static func read(_ outline: Outline, into plan: inout Plan) {
        for section in outline.sections {
            for paragraph in section.paragraphs {
                guard paragraph.text.string.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0x20 })
                else {
                    continue
                }
                for sentence in Sentences.split(paragraph.text.string) {
                    for figure in figures(sentence) {
                        plan.figures.append(
                            Plan.Figure(
                                text: sentence.folded, count: figure.count, base: figure.base,
                                percent: figure.percent, place: paragraph.place))
                    }
                }
            }
        }
    }

    struct Found: Hashable {
        var count: Double?
        var base: Double?
        var percent: Double?
    }

    /// The figures of one sentence, in order.
    static func figures(_ sentence: String) -> [Found] {
        let words = Words(sentence)
        let numbers = FigureNumber.all(words)
        var found: [Found] = []
        var index = 0
        while index < numbers.count {
            let number = numbers[index]
            let next = index + 1 < numbers.count ? numbers[index + 1] : nil
            if number.isPercent {
                // "22% of the 490 children", "22.2% (109 children)".
                if let next, !next.isPercent, let joint = joint(words, number, next) {
                    if joint == .of {
                        found.append(Found(base: next.value, percent: number.value))
                        index += 2
                        continue
                    }
                    if joint == .bracket, let pair = pair(words, numbers, index + 1) {
                        found.append(Found(count: pair.count, base: pair.base, percent: number.value))
                        index = pair.next
                        continue
                    }
                }
                found.append(Found(percent: number.value))
                index += 1
                continue
            }
            guard let pair = pair(words, numbers, index) else {
                index += 1
                continue
            }
            var figure = Found(count: pair.count, base: pair.base)
            index = pair.next
            if index < numbers.count, numbers[index].isPercent,
                belongs(words, numbers[index - 1], numbers[index])
            {
                figure.percent = numbers[index].value
                index += 1
                // "34 (85%) of the 40 cases".
                if figure.base == nil, index < numbers.count, !numbers[index].isPercent,
                    joint(words, numbers[index - 1], numbers[index]) == .of
                {
                    figure.base = numbers[index].value
                    index += 1
                }
            }
            found.append(figure)
        }
        return found
    }

    /// A count, and its base where "of", "out of" or a slash joins the two.
    private static func pair(
        _ words: Words, _ numbers: [FigureNumber], _ index: Int
    ) -> (count: Double, base: Double?, next: Int)? {
        let number = numbers[index]
        if index + 1 < numbers.count, !numbers[index + 1].isPercent, !number.isPercent,
            let joint = joint(words, number, numbers[index + 1]), joint != .bracket
        {
            return (number.value, numbers[index + 1].value, index + 2)
        }
        // "Of 40 cases, 34 were good."
        if number.tokens.lowerBound <= 2, words.at(number.tokens.lowerBound - 1)?.isWord("of", "the") == true,
            words[0].isWord("of"), index + 1 < numbers.count, !numbers[index + 1].isPercent,
            words.tokens[number.tokens.upperBound..<numbers[index + 1].tokens.lowerBound].last?.isSign(",")
                == true
        {
            return (numbers[index + 1].value, number.value, index + 2)
        }
        let hasPercent =
            index + 1 < numbers.count && numbers[index + 1].isPercent
            && numbers[index + 1].tokens.lowerBound - number.tokens.upperBound <= 1
        // A number in words is a figure only with its base: "three of the twelve".
        guard !number.isWord, number.counts || hasPercent else { return nil }
        return (number.value, nil, index + 1)
    }

    private enum Joint { case of, slash, bracket }

    /// How two numbers that stand near each other are joined.
    private static func joint(_ words: Words, _ first: FigureNumber, _ second: FigureNumber) -> Joint? {
        let between = first.tokens.upperBound..<second.tokens.lowerBound
        guard between.count <= 7 else { return nil }
        let tokens = words.tokens[between]
        if tokens.count == 1, tokens.first?.isSign("/") == true { return .slash }
        if tokens.first?.isSign("(") == true, first.isPercent, tokens.count <= 2 { return .bracket }
        // "one in four".
        if tokens.count == 1, tokens.first?.isWord("in") == true, first.value < second.value,
            second.value <= 20
        {
            return .of
        }
        guard let of = tokens.lastIndex(where: { $0.isWord("of") }),
            !tokens.contains(where: { $0.isSign(",", ";", ".") })
        else { return nil }
        let after = tokens[(of + 1)...]
        guard after.allSatisfy({ $0.isWord("the", "all", "those", "these", "our", "its", "a", "total") })
        else {
            return nil
        }
        return .of
    }

    /// "109 children …, representing 22.2%", "151 and 24.7%", "41 (8%)".
    private static func belongs(_ words: Words, _ count: FigureNumber, _ percent: FigureNumber) -> Bool {
        let between = words.tokens[count.tokens.upperBound..<percent.tokens.lowerBound]
        if between.count <= 2, between.allSatisfy({ $0.isSign("(", "-", ",", "=") || $0.isWord("and", "or") })
        {
            return true
        }
        guard between.count <= 16, !between.contains(where: { $0.isSign(";") }) else { return false }
        return between.contains {
            $0.isWord(
                "representing", "represents", "equating", "equal", "equivalent", "ie", "which", "making",
                "equates")
        } || between.last?.isSign("(") == true
    }
}
