import PlanFormat

/// N02: a percentage that its own count and base contradict.
enum PercentageIsNotCount: PlanCheck {
    static let id = "N02"
    static let severity = CheckFinding.Severity.error
    static let title = "The percentage is not the count over its base"
    static let advice = "One of the three numbers is wrong: go back to the source, and correct it."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let statements = index.statements
        var findings: [CheckFinding] = []
        let shares = index.shares
        let stocksOf = Stock.find(
            Set(shares.compactMap { $0.base == nil ? $0.population : nil }), in: statements)
        for share in shares {
            if let base = share.base, let token = share.baseToken {
                guard !share.agrees(with: base) else { continue }
                findings.append(finding(share, base, statements, basis: token, note: nil))
            } else if let population = share.population, !share.isCompared {
                let stocks = stocksOf[population] ?? []
                guard !stocks.isEmpty, !stocks.contains(where: { share.agrees(with: $0.value) }),
                    let stock = likeliest(stocks, for: share)
                else { continue }
                findings.append(finding(share, stock.value, statements, basis: nil, note: stock))
            }
        }
        return findings + kept(index)
    }

    /// Figures that were read into the plan with all three numbers, where there is no document to read them from.
    private static func kept(_ index: PlanIndex) -> [CheckFinding] {
        guard index.running.isEmpty, !index.plan.figures.isEmpty else { return [] }
        let told = index.shares.filter { $0.base != nil }.map { [$0.count, $0.percent] }
        return index.plan.figures.compactMap { figure in
            guard let count = figure.count, let base = figure.base, let percent = figure.percent, base > 0,
                !told.contains([count, percent]), abs(count / base * 100 - percent) > 1
            else { return nil }
            return CheckFinding(
                check: id, severity: severity, subject: "Whole plan", place: figure.place,
                message: sentence(count, base, percent), text: figure.text, suggestion: advice)
        }
    }

    private static func sentence(_ count: Double, _ base: Double, _ percent: Double) -> String {
        "\(Wording.number(count)) of \(Wording.number(base)) is \(Wording.percent(count / base * 100)), "
            + "not \(Wording.percent(percent))."
    }

    /// The stock that says it is current, else the nearest one.
    private static func likeliest(_ stocks: [Stock], for share: Share) -> Stock? {
        stocks.first(where: \.isCurrent)
            ?? stocks.min { abs($0.statement - share.statement) < abs($1.statement - share.statement) }
    }

    private static func finding(
        _ share: Share, _ base: Double, _ statements: [Statement], basis: Int?, note stock: Stock?
    ) -> CheckFinding {
        let statement = statements[share.statement]
        let words = statement.words
        var message = sentence(share.count, base, share.percent)
        var text = words.sentenceText(share.sentence)
        var marked = [
            words.string(share.countToken..<share.countToken + 1), words.string(share.percentTokens),
        ]
        if let basis {
            marked[0] = words.string(share.countToken..<basis + 1)
        } else if let stock {
            let other = statements[stock.statement]
            let quoted = other.words.sentenceText(stock.sentence)
            message += " \(other.subject) gives the base."
            if stock.statement != share.statement || stock.sentence != share.sentence {
                text += " – \(quoted)"
            }
            marked.append(other.words.string(stock.token..<stock.token + 1))
        }
        return CheckFinding(
            check: id, severity: severity, subject: statement.subject, place: statement.place,
            message: message,
            text: text, marked: marked, suggestion: advice, references: statement.references)
    }
}
