/// N03: the figures imply two different totals for the same population, and nothing explains the change.
enum TwoBases: PlanCheck {
    static let id = "N03"
    static let severity = CheckFinding.Severity.error
    static let title = "Two totals for the same population"
    static let advice = "Give each total with its date and source, and explain the difference."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let statements = index.statements
        return implied(index.shares, statements) + stated(statements)
    }

    /// Bases that percentages imply, against those that the text states.
    private static func implied(_ shares: [Share], _ statements: [Statement]) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var told: Set<String> = []
        let stocksOf = Stock.find(
            Set(shares.compactMap { $0.base == nil ? $0.population : nil }), in: statements)
        for share in shares where share.base == nil {
            guard let population = share.population, told.insert(population).inserted else { continue }
            let stocks = stocksOf[population] ?? []
            let same = shares.filter { $0.base == nil && $0.population == population }
            let odd = same.filter { share in !stocks.contains { share.agrees(with: $0.value) } }
            guard !stocks.isEmpty, !odd.isEmpty else { continue }
            let bases = odd.map {
                "\(Wording.number($0.count)) at \(Wording.percent($0.percent)) implies about "
                    + "\(Wording.number($0.impliedBase.rounded()))"
            }
            let values = Wording.unique(stocks.map { Wording.number($0.value) })
            let statement = statements[share.statement]
            var text: [String] = []
            var marked: [String] = []
            for share in odd {
                let words = statements[share.statement].words
                text.append(words.sentenceText(share.sentence))
                marked += [
                    words.string(share.countToken..<share.countToken + 1), words.string(share.percentTokens),
                ]
            }
            for stock in stocks {
                let words = statements[stock.statement].words
                text.append(words.sentenceText(stock.sentence))
                marked.append(words.string(stock.token..<stock.token + 1))
            }
            findings.append(
                CheckFinding(
                    check: id, severity: severity, subject: statement.subject, place: statement.place,
                    message: "\(Wording.list(bases)); the text states \(Wording.list(values)).",
                    text: Wording.unique(text).joined(separator: " – "), marked: Wording.unique(marked),
                    suggestion: advice,
                    references: statement.references))
        }
        return findings
    }

    /// "12 of 48 managers" and "30 of 52 managers" in one breath.
    private static func stated(_ statements: [Statement]) -> [CheckFinding] {
        statements.compactMap { statement in
            let words = statement.words
            var seen: [String: (base: Double, range: Range<Int>)] = [:]
            for sentence in words.sentences {
                guard WrittenDate.find(in: words, within: sentence).isEmpty else { continue }
                for index in sentence {
                    guard words.value(index) != nil, let base = Share.baseOf(words, index, sentence),
                        let value = words.value(base), base + 1 < sentence.upperBound,
                        words.tokens[base + 1].shape != .number, !StopWords.all.contains(words.word(base + 1))
                    else { continue }
                    let noun = words.tokens[base + 1..<sentence.upperBound].prefix(2).map { Stem.of($0.word) }
                        .joined(separator: " ")
                    let range = index..<base + 1
                    guard let first = seen[noun] else {
                        seen[noun] = (value, range)
                        continue
                    }
                    guard first.base != value else { continue }
                    let marked = [words.string(first.range), words.string(range)]
                    return CheckFinding(
                        check: id, severity: severity, subject: statement.subject, place: statement.place,
                        message: "Two totals for the same people: \(Wording.number(first.base)) and "
                            + "\(Wording.number(value)).",
                        text: words.text, marked: marked, suggestion: advice,
                        references: statement.references)
                }
            }
            return nil
        }
    }
}
