import Charts
import Kernel
import Markup
import Site
import Statistics

extension ResultPage {
    private var unit: String { result.tool.unit.plural }

    /// Each standard's questions: how many met it by each reader, on the same cases.
    func standards(_ m: inout Markup) {
        let rows = shown.standards
        guard !rows.isEmpty else { return }
        let isTwice = rows.contains { $0.questions.contains { $0.second.contains { $0 > 0 } } }
        let isEntry = result.tool.unit == .entry
        m.part(isEntry ? "Errors by field" : "By standard", note: Markup(standardsNote(isTwice, isEntry))) {
            m in
            let last =
                isTwice
                ? [Column("Self"), Column("Second", .number), Column(""), Column("Fewer met", .number)] : []
            var columns = [Column("No.", .reference), Column("Standard", .name)]
            if isTwice {
                columns += [Column(round.first.leg, .number)] + last.dropFirst()
            } else {
                columns += [Column(isEntry ? "Wrong" : "Met", .number), Column("Of", .number)]
                if ResultBasis(result) != .chosen { columns.append(Column("Per cent", .number)) }
            }
            m.table("\(isEntry ? "Errors by field" : "By standard")", dense: true, columns) { table in
                for row in rows {
                    for (place, answered) in row.questions.enumerated() {
                        table.row { cells in
                            cells.cell(place == 0 ? row.standard.number : "")
                            cells.cell(
                                row.questions.count == 1 && !row.standard.title.isEmpty
                                    ? row.standard.title : answered.question.text)
                            if isTwice { both(answered, &cells) } else { one(answered, isEntry, &cells) }
                        }
                    }
                }
            }
        }
    }

    private func standardsNote(_ isTwice: Bool, _ isEntry: Bool) -> String {
        guard !isEntry else {
            return
                "Where the entry is not what the file or the person who knows says, of those held against it."
        }
        var words: [String] = []
        let rule = shown.consistency(of: .first)
        if rule.of > 0, ResultBasis(result) != .chosen {
            words.append(
                "\(rule.met) of \(rule.of) standards are consistently met, as \(round.first.graders.lowercased()) say: good or better, or met, in \(round.passShare)% of the \(unit) that each applies to."
            )
        }
        let second = shown.consistency(of: .second)
        if isTwice, second.of > 0, ResultBasis(result) != .chosen {
            words.append("As second readers say, \(second.met) of \(second.of).")
        }
        if isTwice { words.append("The table counts \(unit) that both read.") }
        return words.joined(separator: " ")
    }

    private func both(_ answered: RoundResult.Answered, _ cells: inout RowCells) {
        let first = shown.share(answered, .goodOfBoth(.first), of: .judgedByBoth)
        let second = shown.share(answered, .goodOfBoth(.second), of: .judgedByBoth)
        for share in [first, second] {
            if let share {
                cells.cell("\(share.count)\(quiet: " of \(share.total)")" as Markup)
            } else {
                cells.empty("withheld, or read by one alone")
            }
        }
        guard let a = first?.value, let b = second?.value, let first, let second else {
            cells.cell("")
            return cells.empty("none")
        }
        cells.cell { $0.gapBar(from: b, to: a) }
        cells.cell { $0.strong(first.count - second.count) }
    }

    private func one(_ answered: RoundResult.Answered, _ isEntry: Bool, _ cells: inout RowCells) {
        let count: ResultCount = isEntry ? .notGood(.first) : .good(.first)
        let hasPercent = ResultBasis(result) != .chosen
        guard let share = shown.share(answered, count, of: .judged(.first)) else {
            cells.empty("withheld, or not answered")
            cells.empty("none")
            if hasPercent { cells.empty("none") }
            return
        }
        cells.cell(share.count)
        cells.cell(share.total)
        if hasPercent { cells.cell("\(share.percentage() ?? "–")%") }
    }

    /// Questions "how many of how many", pooled to a rate.
    func counts(_ m: inout Markup) {
        let asked = result.questions.filter { if case .count = $0.question.kind { true } else { false } }
            .filter { $0.firstSum.of > 0 || $0.secondSum.of > 0 }
        guard !asked.isEmpty else { return }
        m.part(
            "How many of how many",
            note:
                "Added up over all \(unit). No range is given: what one file holds hangs together."
        ) { m in
            m.table(
                "How many of how many", dense: true,
                [Column("Question", .name)] + Leg.allCases.map { Column(legWords($0), .number) }
            ) { table in
                for answered in asked {
                    table.row { cells in
                        cells.cell(answered.question.text)
                        for leg in Leg.allCases {
                            if let words = shown.rate(answered, leg) {
                                cells.cell(words)
                            } else {
                                cells.empty("withheld, or not read")
                            }
                        }
                    }
                }
            }
        }
    }

    private func legWords(_ leg: Leg) -> String { leg == .first ? round.first.leg : "Second" }

    func safety(_ m: inout Markup) {
        guard let safe = result.safe,
            safe.first.contains(where: { $0 > 0 }) || safe.second.contains(where: { $0 > 0 })
        else { return }
        m.part("Is this child safe?") { m in
            let isTwice = safe.second.contains { $0 > 0 }
            m.list([
                (isTwice ? "Yes, by whoever read" : "Yes", nil, shown[safe, .together("yes")]),
                (
                    isTwice ? "Not sure, one reader or both" : "Not sure", nil,
                    shown[safe, .together("unsure")]
                ),
                (isTwice ? "No, one reader or both" : "No", nil, shown[safe, .together("no")]),
            ])
            if let words = shown.assured { m.note(Markup(words)) }
        }
    }

    /// How far to trust it.
    func trust(_ m: inout Markup) {
        m.part("How far to trust it") { m in
            m.summaryList(
                shown.trust.map { row in
                    SummaryRow(row.label, Markup(row.words), row.label == "Sample" ? drawAgain : nil)
                })
        }
    }

    /// Where anybody can draw the sample again.
    private var drawAgain: SummaryRow.Deed? {
        result.sample.draws[.first] == nil
            ? nil : .link(Link("Draw it again", RoundsRoute.draw.link(round.id)))
    }

    func unitParts(_ m: inout Markup) {
        if let own = read.own, let overall = own.overall, overall.first.contains(where: { $0 > 0 }) {
            let isTwice = overall.second.contains { $0 > 0 }
            m.part(
                "\(read.ownNames.joined(separator: ", "))",
                note: "Your own cases as they are. They are for you and for those above you in the line."
            ) { m in
                m.list(
                    overall.answers.enumerated().map { place, answer in
                        (
                            answer.words,
                            isTwice ? "Second readers: \(overall.second[place])" : nil, overall.first[place]
                        )
                    })
            }
        }
        for part in units where !part.lines.isEmpty {
            m.part(
                "By \(part.part.words)",
                note:
                    "In the order of the alphabet, for learning. A part with under \(ResultUnits.fewest) cases says too little to be shown by itself."
            ) { m in part.write(to: &m, shown) }
        }
    }

    func agreementPart(_ m: inout Markup) {
        guard let overall = result.overall else { return }
        let statistics = ResultStatistics(shown, overall)
        guard !statistics.lines.isEmpty else { return }
        m.disclosure("How far the two agree, in numbers") { m in
            m.table(
                "How far the two agree", dense: true,
                [
                    Column("Statistic", .name), Column("Value", .number),
                    Column("19 chances in 20", .number), Column("What it says"),
                ]
            ) { table in
                for line in statistics.lines {
                    table.row { cells in
                        cells.cell(line.name)
                        cells.cell(line.value)
                        if line.reach.isEmpty { cells.empty("none") } else { cells.cell(line.reach) }
                        cells.cell(line.words)
                    }
                }
            }
            for warning in statistics.warnings { m.note(Markup(warning)) }
        }
    }

    /// What somebody else found, beside the round's own.
    func outside(_ m: inout Markup) {
        guard !read.outside.isEmpty else { return }
        m.part("What others found") { m in
            for line in read.outside { m.p(line.sentence(shown).markup) }
        }
    }

    func files(_ m: inout Markup) {
        m.p(
            "Take the round away: \(link: "report (Word)", to: ResultsRoute.report.link(round.id)), \(link: "workbook with all statistics (Excel)", to: ResultsRoute.workbook.link(round.id)).",
            .class("take-away"))
    }
}

extension ShownResult {
    /// "113 of 184, 61%"; nil where it is withheld or nobody answered.
    func rate(_ answered: RoundResult.Answered, _ leg: Leg) -> String? {
        let sum = leg == .first ? answered.firstSum : answered.secondSum
        guard let share = Share(sum.count, of: sum.of), share.total > 0,
            seesAll || !SmallNumber.hides(share)
        else { return nil }
        let percent = ResultBasis(result) == .chosen ? "" : ", \(share.percentage() ?? "–")%"
        return "\(share.count) of \(share.total)\(percent)"
    }

    /// What became of the doubts; nil where there was none, or where the numbers must not be shown.
    var assured: String? {
        let safety = result.sample.safety
        guard let safe = result.safe, safety.raised > 0 else { return nil }
        let isShown =
            seesAll
            || (["yes", "unsure", "no"].allSatisfy { self[safe, .together($0)] != nil }
                && !SmallNumber.hides(safety.raised) && !SmallNumber.hides(safety.assured)
                && !SmallNumber.hides(safety.raised - safety.assured))
        guard isShown else { return nil }
        let open = safety.raised - safety.assured
        let late = seesAll && safety.late > 0 ? ", \(safety.late) of them late" : ""
        return
            "\(counted(safety.raised, "doubt")) raised, \(safety.assured) assured\(late)\(open > 0 ? ", \(open) still open" : "")."
    }

    /// What the result rests on, line by line.
    var trust: [(label: String, words: String)] {
        var rows: [(label: String, words: String)] = []
        if let overall = result.overall, let words = ResultStatistics(self, overall).short {
            rows.append(("Agreement", words))
        }
        if result.round.isPast {
            rows.append(
                (
                    "Sample",
                    "Taken in from a file: Plumbline did not see how the cases were drawn or who read them."
                ))
            return rows
        }
        rows.append(("Sample", sampleWords))
        if let second = result.sample.draws[.second] {
            rows.append(("Verification", "First \(second.size) by seed \(second.seed)."))
        }
        let leftOut = result.sample.leftOut.reduce(0) { $0 + $1.count }
        if leftOut > 0 {
            let isShown = seesAll || result.sample.leftOut.allSatisfy { !SmallNumber.hides($0.count) }
            rows.append(
                (
                    "Left out",
                    isShown
                        ? result.sample.leftOut.map { "\($0.count) \($0.reason)" }.joined(separator: "; ")
                        : SmallNumber.hides(leftOut) ? "A few, too small to show" : "\(leftOut) in all"
                ))
        }
        for leg in Leg.allCases {
            guard let returns = result.sample.returns[leg], returns.all > 0 else { continue }
            rows.append(
                (
                    leg == .first ? "Returned" : "Second audits",
                    "\(returns.onTime) of \(returns.all) on time"
                        + (returns.late > 0 ? ", \(returns.late) late" : "")
                        + (returns.missing > 0 ? ", \(returns.missing) not returned" : "")
                ))
        }
        let moderation = result.sample.moderation
        if moderation.agreed + moderation.open > 0 {
            rows.append(
                (
                    "Moderated",
                    seesAll
                        ? "\(moderation.agreed) agreed, \(moderation.worse) lower than the first grade and \(moderation.better) higher; \(moderation.open) still open. The two grades before are kept, and count here."
                        : "Some grades were moderated. The two grades before are kept, and count here."
                ))
        }
        return rows
    }

    private var sampleWords: String {
        let sample = result.sample
        guard let draw = sample.draws[.first] else {
            return "\(sample.cases) \(result.tool.unit.plural), \(result.round.kind.words)."
        }
        let replaced =
            sample.replaced == 0
            ? "None replaced."
            : seesAll || !SmallNumber.hides(sample.replaced)
                ? "\(sample.replaced) replaced, reasons kept." : "A few replaced, reasons kept."
        let lead =
            result.round.kind == .census
            ? "All \(draw.population)." : "First \(draw.size) by seed \(draw.seed)."
        return "\(lead) \(replaced) The list is known by \(draw.hash.prefix(12))…"
    }
}

extension RoundTally.Part {
    var words: String {
        switch self {
        case .area: "area"
        case .team, .node: "team"
        case .group: "category or group"
        }
    }
}
