import Kernel

extension CriterionProof {
    /// Why it stands as it does, with the figures and their dates.
    package func sentence(_ small: SmallNumbers) -> String {
        ([says] + [figures(small.with(withheld)), waiting].compactMap { $0 }).joined(separator: " ")
    }

    /// Who says so.
    private var says: String {
        let evidence = accepted.map { "evidence accepted on \($0.long)" }
        if let claim {
            let by = claim.by.isEmpty ? "" : " by \(claim.by)"
            return "Claimed on \(claim.day.long)\(by)\(evidence.map { ", \($0)" } ?? "")."
        }
        if let done { return "Done on \(done.long), the lead says\(evidence.map { "; \($0)" } ?? "")." }
        return "Nobody says yet that this is met\(evidence.map { ", though \($0)" } ?? "")."
    }

    private var since: Day? { done ?? claim?.day }

    /// What the figures say; nil where there is none.
    private func figures(_ small: SmallNumbers) -> String? {
        guard let reading = decisive else { return nil }
        let after = since.map { reading.end > $0 } ?? false
        let opening = after ? "Since then" : "The latest figure is"
        let shown = small.words(reading.figure, asked.unit, beside: reading.step?.aim)
        let at = reading.isRound ? "in the audit round of \(reading.end.long)" : "at \(reading.end.long)"
        switch reading.verdict {
        case .missed:
            return "\(opening) \(shown) \(at)\(fall(reading, small)); \(target(reading))."
        case .worse:
            guard let baseline else { return "\(opening) \(shown) \(at)." }
            let way = asked.better == .higher ? "fallen" : "risen"
            return
                "\(after ? "Since then it" : "It") has \(way) from \(small.shortWords(baseline.figure, asked.unit)) at \(baseline.day.long) to \(shown) \(at)\(target(reading).isEmpty ? "" : "; \(target(reading))")."
        case .met: return met(reading, opening, shown, at)
        case .onCourse:
            let step = reading.step.map { "the step of \(words($0)) is met" } ?? ""
            return "\(opening) \(shown) \(at): \(step); \(lastTarget)."
        case .notYetDue: return "\(opening) \(shown) \(at); \(lastTarget)."
        case .notReconciled:
            let others = reading.others.map { "\(small.words($0.figure, asked.unit)) from \($0.source)" }
            return
                "The sources differ for \(reading.end.long): \(shown) from \(reading.source), \(others.joined(separator: ", ")). Nothing can be proven until they agree."
        case .untestable: return "\(opening) \(shown) \(at)\(fall(reading, small))."
        }
    }

    private func met(_ reading: Reading, _ opening: String, _ shown: String, _ at: String) -> String {
        let aim = lastStep.map(words) ?? ""
        if standing == .proven {
            let periods = reading.isRound ? "independent rounds" : "periods"
            let count =
                run == 1
                ? (reading.isRound ? "1 independent round" : "1 period") : "\(run) \(periods) running"
            return "The target of \(aim) has been met for \(count), the last \(shown) \(at)."
        }
        if reading.roundIsIndependent == false {
            return
                "\(opening) \(shown) \(at): the target of \(aim) is met, but nobody independent graded that round."
        }
        guard since != nil else { return "\(opening) \(shown) \(at): the target of \(aim) is met." }
        return
            "\(opening) \(shown) \(at): the target of \(aim) is met, for \(run) of the \(asked.periods) periods asked."
    }

    /// That it went the wrong way as well.
    private func fall(_ reading: Reading, _ small: SmallNumbers) -> String {
        guard let baseline, baseline.day < reading.end,
            reading.figure.isWorse(than: baseline.figure, asked.better)
        else { return "" }
        let way = asked.better == .higher ? "down" : "up"
        return
            ", \(way) from \(small.shortWords(baseline.figure, asked.unit)) at \(baseline.day.long)"
    }

    /// "the target was 95% by 30 November 2026".
    private func target(_ reading: Reading) -> String {
        guard let step = reading.step, step.aim != nil else { return "" }
        return "the target \(step.by > today ? "is" : "was") \(words(step)) by \(step.by.long)"
    }

    private var lastTarget: String {
        guard let step = lastStep else { return "no target is agreed" }
        return
            "the \(step.by > today ? "target is" : "last target was") \(words(step)) by \(step.by.long)"
            + (step.by > today ? ", not yet due" : "")
    }

    private func words(_ step: ProofFacts.Step) -> String {
        guard let aim = step.aim else { return "“\(step.rule ?? "")”" }
        return asked.unit.words(aim) + (step.rule.map { " (\($0))" } ?? "")
    }

    /// What is missing before more could be said.
    private var waiting: String? {
        if flags.contains(.cannotBeTested) { return "It cannot be tested yet: \(missing)." }
        if decisive == nil || flags.contains(.noFigureYet), standing != .contradicted, standing != .notClaimed
        {
            let due = lastStep.map { "; \(targetAhead($0))" } ?? ""
            return "No figure dated after that has come yet\(decisive == nil ? due : "")."
        }
        if decisive == nil { return "No figure has come yet." }
        if flags.contains(.notReconciled), decisive?.verdict != .notReconciled {
            return "The sources differ for an earlier period."
        }
        return nil
    }

    private func targetAhead(_ step: ProofFacts.Step) -> String {
        "the target \(step.by > today ? "is" : "was") \(words(step)) by \(step.by.long)"
    }

    private var missing: String {
        if decisive == nil, !asked.isTied { return "no measure and no audit is tied to it" }
        guard let lastStep else { return "no target is agreed" }
        return "nobody has given the value of “\(lastStep.rule ?? "its target")”"
    }
}
