import Charts
import Kernel
import Markup
import PlanFormat
import Proof
import Site

// MARK: What it rests on

extension CriterionPage {
    static func figures(
        _ question: CriterionInQuestion, _ proof: CriterionProof, _ units: [CriterionUnit], _ visit: Visit,
        _ m: inout Markup
    ) {
        m.part("Figures", id: "figures") { m in
            guard !proof.measure.isEmpty || !proof.rounds.isEmpty else {
                m.emptyState(
                    "Not yet measured", "Nobody types whether it has worked: it follows from the figures.")
                return
            }
            if proof.measure.count > 1 { m.lineChart(chart(question, proof)) }
            table(question, proof.measure + proof.rounds, &m)
            corrections(question, &m)
            if !question.isInnerCircle {
                m.note("Counts of 1 to 5, and shares that would give one away, are not shown here.")
            }
        }
    }

    private static func table(
        _ question: CriterionInQuestion, _ readings: [Reading], _ m: inout Markup
    ) {
        let unit = question.facts.terms.unit
        m.table(
            "Figures, newest first",
            [
                Column("At", .name), Column("Figure", .number), Column("Source"),
                Column("Against the target"),
            ]
        ) { rows in
            for reading in readings.sorted(by: { $0.end > $1.end }) {
                rows.row { row in
                    row.cell(reading.end.long)
                    row.cell(question.small.tableWords(reading.figure, unit))
                    row.cell { m in
                        m.add(reading.source)
                        if let isIndependent = reading.roundIsIndependent {
                            m.note(isIndependent ? "audit round, independent" : "audit round, own grades")
                        }
                        for other in reading.others {
                            m.note(
                                "\(other.source): \(question.small.tableWords(other.figure, unit))\(reading.isReconciled ? ", agrees" : ", differs")"
                            )
                        }
                    }
                    row.cell(reading.verdict.words)
                }
            }
        }
    }

    /// What later figures replaced: nothing that was once given is lost.
    private static func corrections(_ question: CriterionInQuestion, _ m: inout Markup) {
        let standing = Set(question.facts.standingValues.map(\.id))
        let corrected = question.facts.values.filter { !standing.contains($0.id) }
        let notes = question.facts.standingValues.filter { $0.note != nil || $0.reason != nil }
        guard !corrected.isEmpty || !notes.isEmpty else { return }
        m.disclosure("Notes and corrections") { m in
            m.ul { m in
                for value in notes {
                    m.li(
                        "\(value.end.long), \(value.source): \([value.note, value.reason.map { "corrected, because \($0)" }].compactMap { $0 }.joined(separator: "; "))"
                    )
                }
                for value in corrected {
                    m.li(
                        "\(value.end.long), \(value.source): \(question.small.tableWords(value.figure, question.facts.terms.unit)) until it was corrected, given by \(value.by.name) on \(value.by.at.inLondon.day.long)"
                    )
                }
            }
        }
    }

    private static func chart(_ question: CriterionInQuestion, _ proof: CriterionProof) -> LineChart {
        let unit = question.facts.terms.unit
        let shown = proof.measure.filter { !question.small.hides($0.figure, unit) }
        let points = proof.measure.map { reading in
            let hidden = question.small.hides(reading.figure, unit)
            var (count, base): (Int?, Int?)
            if !hidden, case .share(let numerator, let denominator) = reading.figure {
                (count, base) = (numerator, denominator)
            }
            return LineChart.Point(
                reading.end, hidden ? nil : reading.figure.value, numerator: count, denominator: base,
                note: hidden ? "too small to show" : reading.verdict.words)
        }
        let steps = question.facts.targetsInForce(of: nil).compactMap { target in
            target.aim.map { LineChart.Change(target.byDay, "\(unit.words($0)) by \(target.byDay.short)") }
        }
        let name = question.facts.terms.measure ?? "The figure"
        let sentence: Markup =
            if let first = shown.first, let last = shown.last, first != last {
                "\(name): from \(first.figure.shortWords(unit)) at \(first.end.long) to \(strong: last.figure.shortWords(unit)) at \(last.end.long)."
            } else {
                Markup("\(name), \(counted(proof.measure.count, "period")).")
            }
        return LineChart(
            unit == .percent ? .percent : .number, points,
            target: proof.lastStep?.aim.map { Double($0.thousandths) / 1000 }, changes: steps,
            judgesPoints: false, sentence: sentence)
    }

    /// How each unit stands on its own figures.
    static func unitTable(
        _ question: CriterionInQuestion, _ units: [CriterionUnit], _ visit: Visit, _ m: inout Markup
    ) {
        let facts = question.facts.proofFacts
        let found = CriterionProof.units(of: facts)
        guard !found.isEmpty else { return }
        let names = Dictionary(units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let proofs = found.map { ($0, CriterionProof.of(facts, unit: $0, on: visit.today)) }
            .sorted { (names[$0.0] ?? "", $0.0) < (names[$1.0] ?? "", $1.0) }
        let unit = facts.asked.unit
        // Where one part's figure has to be hidden, the others' would give it away.
        let hidesAll =
            !question.isInnerCircle
            && (question.facts.tied != nil || question.facts.audited != nil
                || proofs.contains { ($0.1.measure + $0.1.rounds).contains { $0.figure.isSmall(unit) } })
        m.part("In its parts", id: "parts") { m in
            m.table(
                "How each part stands",
                [Column("Part", .name), Column("Latest figure", .number), Column("Target"), Column("Proof")]
            ) { rows in
                for (node, proof) in proofs {
                    rows.row { row in
                        row.cell(names[node] ?? "A part that has ended")
                        if let reading = proof.decisive {
                            row.cell(
                                "\(hidesAll ? "too small to show" : question.small.tableWords(reading.figure, unit)) at \(reading.end.short)"
                            )
                        } else {
                            row.empty("no figure")
                        }
                        if let step = proof.lastStep {
                            row.cell(
                                "\(step.aim.map(unit.words) ?? step.rule ?? "") by \(step.by.short)")
                        } else {
                            row.empty("no target")
                        }
                        row.cell { $0.tag(proof.standing.symbol) }
                    }
                }
            }
            if hidesAll {
                m.note(
                    question.facts.tied == nil && question.facts.audited == nil
                        ? "The figures of all parts are hidden, because one of them is small."
                        : "The figures of its parts stand on the page of the measure or the round, as far as they may be shown."
                )
            }
        }
    }
}

// MARK: What it is held against

extension CriterionPage {
    static func targets(
        _ question: CriterionInQuestion, _ units: [CriterionUnit], _ m: inout Markup
    ) {
        guard !question.facts.targets.isEmpty else {
            m.emptyState("No target", "Until a body agrees one, no figure can be held against it.")
            return
        }
        let names = Dictionary(units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        m.table(
            "Targets by their days",
            [Column("By", .name), Column("Target"), Column("For"), Column("State"), Column("To do", .short)]
        ) { rows in
            for target in question.facts.targets.sorted(by: { ($0.byDay, $0.by.at) < ($1.byDay, $1.by.at) }) {
                rows.row { row in
                    row.cell(target.byDay.long)
                    row.cell(words(target, question.facts.terms.unit))
                    row.cell(
                        target.node.map { names[$0] ?? "a part that has ended" } ?? "the whole authority")
                    row.cell { m in
                        m.add(state(target.agreement))
                        m.note("put forward by \(target.by.name)")
                    }
                    toDo(question, .target(target), target.id.description, &row)
                }
            }
        }
    }

    private static func toDo(
        _ question: CriterionInQuestion, _ subject: AgreeFigure.Subject, _ id: String, _ row: inout RowCells
    ) {
        if case .target(let target) = subject, target.rule != nil, target.agreement?.isAgreed != false,
            question.measures, !question.isOwnWork
        {
            row.cell {
                $0.a(
                    "Give its number\(hidden: " for \(target.byDay.long)")",
                    .href(CriteriaRoute.ruleValue.link(question.plan.id, question.id, target.id)))
                if target.agreement == nil, question.records, !question.isBy(target.by) {
                    $0.add(" ")
                    agree(question, id, &$0)
                }
            }
        } else if subject.agreement == nil, question.records, !question.isBy(subject.by) {
            row.cell { agree(question, id, &$0) }
        } else if subject.agreement == nil, question.records {
            row.cell("somebody else records it")
        } else {
            row.empty("nothing")
        }
    }

    private static func agree(_ question: CriterionInQuestion, _ id: String, _ m: inout Markup) {
        m.a(
            "Record the decision",
            .href(CriteriaRoute.agreement.link(question.plan.id, question.id, id)))
    }

    static func baselines(
        _ question: CriterionInQuestion, _ units: [CriterionUnit], _ visit: Visit, _ m: inout Markup
    ) {
        guard !question.facts.baselines.isEmpty else {
            m.emptyState("No baseline", "Where it stood before the work began is not on record.")
            return
        }
        let names = Dictionary(units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        m.table(
            "Baselines, oldest first",
            [
                Column("As at", .name), Column("Figure", .number), Column("Source"), Column("For"),
                Column("State"), Column("To do", .short),
            ]
        ) { rows in
            for baseline in question.facts.baselines {
                rows.row { row in
                    row.cell(baseline.day.long)
                    row.cell(question.small.tableWords(baseline.figure, question.facts.terms.unit))
                    row.cell { m in
                        m.add(baseline.source)
                        if let reason = baseline.reason { m.note("Correction: \(reason)") }
                    }
                    row.cell(
                        baseline.node.map { names[$0] ?? "a part that has ended" } ?? "the whole authority")
                    row.cell { m in
                        m.add(state(baseline.agreement))
                        if baseline.agreement?.isAgreed == true {
                            m.note(
                                question.facts.baseline(of: baseline.node)?.id == baseline.id
                                    ? "locked" : "kept on record, corrected since")
                        }
                    }
                    toDo(question, .baseline(baseline), baseline.id.description, &row)
                }
            }
        }
    }
}
