import Documents
import Kernel
import PlanFormat

/// C02: a pointer to something that is not there, or that nothing names.
enum DeadReference: PlanCheck {
    static let id = "C02"
    static let severity = CheckFinding.Severity.error
    static let title = "A pointer that leads nowhere"
    static let advice = "Name what it points to by its number, or repeat the words here."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let targets = Targets(index)
        var findings: [CheckFinding] = []
        for row in index.rows {
            if let found = pointer(row.words, targets) {
                findings.append(finding(row, found.message, text: found.text, marked: [found.marked]))
            } else if let gone = row.action.seeAlso.first(where: { !targets.has($0) }),
                !row.words.text.isEmpty,
                row.words.text.contains(gone)
            {
                findings.append(
                    finding(row, "There is no \(gone) in the plan.", text: row.action.text, marked: [gone]))
            }
        }
        for criterion in index.criteria {
            guard let found = pointer(criterion.words, targets) else { continue }
            findings.append(
                finding(criterion, in: index, found.message, text: found.text, marked: [found.marked]))
        }
        for running in index.running {
            for found in numbered(running.words, targets) {
                findings.append(
                    finding(running, found.message, around: found.tokens, marked: [found.marked]))
            }
        }
        return findings
    }

    private struct Found {
        let message: String
        let text: String
        let marked: String
        let tokens: Range<Int>
    }

    /// "As above", "see above": what exactly? And "see 3.0" when there is no 3.0.
    private static func pointer(_ words: Words, _ targets: Targets) -> Found? {
        if let dead = numbered(words, targets).first { return dead }
        for range in pointers.matches(in: words) {
            let near = max(0, range.lowerBound - 2)..<min(words.tokens.count, range.upperBound + 3)
            let numbers = near.filter { words.tokens[$0].shape == .number }
            if numbers.contains(where: { targets.has(Numerals.bare(words.word($0))) }) { continue }
            if let gone = numbers.first(where: { words.word($0).contains(".") }) {
                return Found(
                    message: "There is no \(words.string(gone..<gone + 1)) in the plan.", text: words.text,
                    marked: words.string(gone..<gone + 1), tokens: gone..<gone + 1)
            }
            if range.count <= 2, words.word(range.lowerBound) == "see", range.upperBound < words.tokens.count
            {
                continue
            }
            return Found(
                message: "“\(words.string(range))” does not say what it points to.", text: words.text,
                marked: words.string(range), tokens: range)
        }
        return nil
    }

    /// "paragraph 1.8", "Appendix 2": looked up among the numbers of the document.
    private static func numbered(_ words: Words, _ targets: Targets) -> [Found] {
        var found: [Found] = []
        for range in kinds.matches(in: words) {
            guard range.upperBound < words.tokens.count,
                words.tokens[range.upperBound].gap.isDisjoint(with: [.stop, .colon])
            else { continue }
            let token = words.tokens[range.upperBound]
            let number = Numerals.bare(token.word)
            let all = range.lowerBound..<range.upperBound + 1
            let isAppendix = ["appendix", "annex"].contains(words.word(range.upperBound - 1))
            if isAppendix {
                guard number.utf8.count <= 2,
                    token.shape == .number || token.shape == .capitalised || token.shape == .upper,
                    range.lowerBound > 0 || words.tokens.count > 12, !targets.hasAppendix(number)
                else { continue }
                found.append(
                    Found(
                        message: "\(words.string(all)) is not in this document.", text: words.text,
                        marked: words.string(all), tokens: all))
            } else {
                guard number.contains("."), Numerals.parts(number) != nil, !targets.has(number) else {
                    continue
                }
                found.append(
                    Found(
                        message: "There is no \(words.string(all)) in this document.", text: words.text,
                        marked: words.string(all), tokens: all))
            }
        }
        return found
    }

    /// Everything that carries a number or a name to point at.
    private struct Targets {
        private var numbers: Set<String> = []
        private var appendices: Set<String> = []

        init(_ index: PlanIndex) {
            for area in index.areas {
                if let reference = area.area.reference { add(reference) }
                for token in area.title.tokens where token.shape == .number { add(token.word) }
            }
            for row in index.rows {
                if let reference = row.reference { add(reference) }
            }
            for running in index.running {
                if let numeral = running.numeral { add(numeral) }
                if let number = Targets.appendix(running.words, isHeading: running.isHeading) {
                    appendices.insert(number)
                }
            }
            for table in index.tables {
                for row in table.rows {
                    for cell in row.cells.prefix(3) {
                        for paragraph in cell.paragraphs {
                            if let number = Numerals.leading(paragraph.text.string) { add(number) }
                        }
                    }
                }
                if let number = table.caption.flatMap({ Targets.appendix(Words($0), isHeading: true) }) {
                    appendices.insert(number)
                }
            }
        }

        private mutating func add(_ reference: String) {
            let bare = Numerals.bare(reference)
            numbers.insert(bare)
            // "2.1" leads to section 2 as well, and "3.0" is section 3.
            let parts = bare.split(separator: ".")
            for count in 1..<max(parts.count, 1) {
                numbers.insert(parts.prefix(count).joined(separator: "."))
            }
            if bare.hasSuffix(".0") { numbers.insert(String(bare.dropLast(2))) }
        }

        func has(_ reference: String) -> Bool {
            let bare = Numerals.bare(reference)
            return numbers.contains(bare)
                || (bare.hasSuffix(".0") && numbers.contains(String(bare.dropLast(2))))
        }

        func hasAppendix(_ number: String) -> Bool { appendices.contains(number) }

        /// The number of the appendix that a heading, or an entry of the contents, names at its beginning.
        private static func appendix(_ words: Words, isHeading: Bool) -> String? {
            guard ["appendix", "annex"].contains(words.word(0)), words.tokens.count >= 2,
                isHeading || words.tokens.count <= 14
            else { return nil }
            return Numerals.bare(words.word(1))
        }
    }

    static let pointers = Lexicon(
        [
            "as above", "see above", "as below", "see below", "as previous", "ditto", "as previously stated",
            "see previous", "see * above", "see * below", "above", "as before", "same as above",
        ].filter { $0 != "above" })
    private static let kinds = Lexicon([
        "paragraph", "paragraphs", "para", "paras", "appendix", "annex", "see action", "see section",
        "see area", "action", "see", "see para", "see paragraph", "in section",
    ])
}
