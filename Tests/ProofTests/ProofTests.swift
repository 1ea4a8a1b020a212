import Kernel
import Testing

@testable import Proof

/// The truth table of `docs/decisions/proof.md`, row by row, worked out by hand from the rules.
///
/// The criterion: 95% of cases supervised within four weeks by 30 September 2026, from 66% (264 of 400) at 31 March.
/// The action was done on 14 August. Figures come monthly; today is 20 January 2027.
@Suite struct ProofTests {
    private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
    private var today: Day { day("2027-01-20") }

    private func facts(
        done: String? = "2026-08-14", claim: String? = nil, accepted: String? = nil, tied: Bool = true,
        steps: [(String, String?)] = [("2026-09-30", "95")], baseline: Int? = 264,
        _ shares: [(String, Int, Int)] = []
    ) -> ProofFacts {
        var facts = ProofFacts()
        facts.asked.isTied = tied
        facts.asked.rhythm = .month
        facts.done = done.map(day)
        facts.claim = claim.map { ProofFacts.Claim(day($0), by: "Maya Okonkwo") }
        facts.accepted = accepted.map { [day($0)] } ?? []
        facts.steps = steps.map { by, aim in
            ProofFacts.Step(
                by: day(by), aim.flatMap { Amount($0) }, rule: aim == nil ? "median of our neighbours" : nil)
        }
        facts.baselines = baseline.map { [.init(day("2026-03-31"), .share($0, of: 400))] } ?? []
        facts.values = shares.map { end, count, base in value(end, count, base) }
        return facts
    }

    private func value(
        _ end: String, _ count: Int, _ base: Int, _ source: String = "Case system", vintage: Int64 = 0,
        unit: ID<Node>? = nil
    ) -> ProofFacts.Value {
        .init(
            day(end), .share(count, of: base), source: source, vintage: Instant(milliseconds: vintage),
            unit: unit)
    }

    private func round(
        _ on: String, _ met: Int, independent: Bool = true, vintage: Int64 = 0
    ) -> ProofFacts.Round {
        .init(
            day(on), met: met, of: 40, independent: independent, name: "Round",
            vintage: Instant(milliseconds: vintage))
    }

    private func standing(_ facts: ProofFacts, unit: ID<Node>? = nil) -> Standing {
        CriterionProof.of(facts, unit: unit, on: today).standing
    }

    private let good = [("2026-10-31", 390, 400), ("2026-11-30", 392, 400), ("2026-12-31", 396, 400)]

    // MARK: The five

    @Test func `nobody says so: not claimed, whatever the figures say`() {
        #expect(standing(facts(done: nil)) == .notClaimed)
        #expect(standing(facts(done: nil, accepted: "2026-09-02", good)) == .notClaimed)
        #expect(standing(facts(done: nil, [("2026-12-31", 40, 400)])) == .notClaimed)
    }

    @Test func `the lead says so: claimed`() {
        #expect(standing(facts()) == .claimed)
        #expect(standing(facts(done: nil, claim: "2026-08-20")) == .claimed)
        #expect(standing(facts(tied: false, steps: [])) == .claimed)
    }

    @Test func `evidence accepted by someone else, the measure absent or not yet due: supported`() {
        #expect(standing(facts(accepted: "2026-09-02")) == .supported)
        #expect(standing(facts(accepted: "2026-09-02", tied: false, steps: [])) == .supported)
        let ahead = facts(accepted: "2026-09-02", steps: [("2027-03-31", "95")], [("2026-12-31", 300, 400)])
        #expect(standing(ahead) == .supported)
        #expect(CriterionProof.of(ahead, on: today).flags == [.notYetDue])
    }

    @Test func `the target met for three months running after the action: proven`() {
        #expect(standing(facts(good)) == .proven)
        #expect(standing(facts(accepted: "2026-09-02", good)) == .proven)
        #expect(standing(facts(done: nil, claim: "2026-09-15", good)) == .proven)
    }

    @Test func `claimed or supported while the figure misses the step in force: contradicted`() {
        #expect(standing(facts([("2026-10-31", 300, 400)])) == .contradicted)
        #expect(standing(facts(accepted: "2026-09-02", [("2026-10-31", 300, 400)])) == .contradicted)
        #expect(
            standing(facts(done: nil, claim: "2026-11-10", [("2026-10-31", 300, 400)])) == .contradicted,
            "a claim made in the face of the latest figure")
    }

    @Test func `the wrong way from the baseline contradicts before any target is due`() {
        let ahead = [("2027-03-31", "95")] as [(String, String?)]
        #expect(standing(facts(steps: ahead, [("2026-12-31", 243, 412)])) == .contradicted)
        #expect(standing(facts(steps: ahead, [("2026-12-31", 264, 400)])) == .claimed, "no move at all")
        #expect(
            standing(facts(steps: ahead, [("2026-03-31", 200, 400)])) == .claimed, "the baseline's own day")
    }

    // MARK: Edges

    @Test func `exactly on the target is met; a hair under is not`() {
        #expect(
            standing(
                facts([
                    ("2026-10-31", 380, 400), ("2026-11-30", 380, 400), ("2026-12-31", 380, 400),
                ])) == .proven)
        // 391 of 412 is 94.9%, and 35 of 37 is 94.6%, which whole per cents would print as 95%.
        #expect(standing(facts([("2026-10-31", 391, 412)])) == .contradicted)
        let hair = CriterionProof.of(facts(baseline: nil, [("2026-10-31", 35, 37)]), on: today)
        #expect(hair.standing == .contradicted)
        #expect(hair.sentence(.shown).contains("94.6% (35 of 37)"))
    }

    @Test func `a figure of the day on which the action was done proves nothing`() {
        let atOnce = [("2026-09-30", "95")] as [(String, String?)]
        let three = [("2026-08-31", 390, 400), ("2026-09-30", 390, 400), ("2026-10-31", 390, 400)]
        #expect(standing(facts(done: "2026-08-31", steps: atOnce, three)) == .claimed)
        #expect(standing(facts(done: "2026-08-30", steps: atOnce, three)) == .proven)
    }

    @Test func `a gap in the periods begins the count anew`() {
        let gap = facts([("2026-09-30", 390, 400), ("2026-11-30", 390, 400), ("2026-12-31", 390, 400)])
        #expect(standing(gap) == .claimed)
        #expect(CriterionProof.of(gap, on: today).run == 2)
        var unknown = gap
        unknown.asked.rhythm = nil
        #expect(standing(unknown) == .proven, "nobody has said how often it comes, so no gap can be seen")
    }

    @Test func `fewer periods than asked are not enough, and one is where one is asked`() {
        #expect(standing(facts(Array(good.prefix(2)))) == .claimed)
        var one = facts(Array(good.prefix(1)))
        one.asked.periods = 1
        #expect(standing(one) == .proven)
    }

    @Test func `met and then missed is contradicted; missed and then met counts from one`() {
        #expect(standing(facts(good + [("2027-01-15", 300, 400)])) == .contradicted)
        let mended = facts([("2026-10-31", 300, 400), ("2026-11-30", 390, 400), ("2026-12-31", 390, 400)])
        #expect(standing(mended) == .claimed)
        #expect(CriterionProof.of(mended, on: today).run == 2)
    }

    @Test func `the wrong way from the baseline contradicts even above the target, and says both`() {
        let proof = CriterionProof.of(facts(baseline: 396, [("2026-10-31", 388, 400)]), on: today)
        #expect(proof.standing == .contradicted)
        #expect(proof.sentence(.shown).contains("fallen from 99% at 31 March 2026 to 97% (388 of 400)"))
    }

    @Test func `the earlier step is held against, but only the last can be proven`() {
        let steps = [("2026-09-30", "80"), ("2027-03-31", "95")] as [(String, String?)]
        let onCourse = facts(
            steps: steps, [("2026-10-31", 330, 400), ("2026-11-30", 332, 400), ("2026-12-31", 334, 400)])
        #expect(standing(onCourse) == .claimed)
        #expect(CriterionProof.of(onCourse, on: today).measure.last?.verdict == .onCourse)
        #expect(standing(facts(steps: steps, [("2026-10-31", 310, 400)])) == .contradicted, "77.5% of 80%")
        #expect(standing(facts(steps: steps, good)) == .proven, "the last target, early")
    }

    @Test func `a rule without its value cannot be tested yet; with it, it can`() {
        let unknown = CriterionProof.of(facts(steps: [("2026-09-30", nil)], good), on: today)
        #expect(unknown.standing == .claimed)
        #expect(unknown.flags.contains(.cannotBeTested))
        #expect(unknown.sentence(.shown).contains("nobody has given the value of “median of our neighbours”"))
        var known = facts(good)
        known.steps[0].rule = "median of our neighbours"
        #expect(standing(known) == .proven)
    }

    @Test func `nothing tied, or no target: it cannot be tested yet`() {
        let untied = CriterionProof.of(facts(tied: false, steps: []), on: today)
        #expect(untied.flags == [.cannotBeTested])
        #expect(untied.sentence(.shown).contains("no measure and no audit is tied to it"))
        let aimless = CriterionProof.of(facts(steps: [], good), on: today)
        #expect(aimless.standing == .claimed)
        #expect(aimless.sentence(.shown).contains("It cannot be tested yet: no target is agreed."))
        let waiting = CriterionProof.of(facts(), on: today)
        #expect(waiting.flags == [.noFigureYet])
    }

    @Test func `two sources that differ beyond rounding prove nothing, and say so`() {
        var differ = facts(good)
        differ.values.append(value("2026-12-31", 380, 400, "Team return"))
        let proof = CriterionProof.of(differ, on: today)
        #expect(proof.standing == .claimed)
        #expect(proof.flags.contains(.notReconciled))
        #expect(proof.sentence(.shown).contains("The sources differ for 31 December 2026"))

        var rounded = facts(good)
        rounded.values.append(
            .init(
                day("2026-12-31"), .plain(Amount(99)), source: "Board pack", vintage: Instant(milliseconds: 9)
            ))
        #expect(standing(rounded) == .proven)

        var bothMiss = facts([("2026-12-31", 300, 400)])
        bothMiss.values.append(value("2026-12-31", 280, 400, "Team return"))
        #expect(standing(bothMiss) == .contradicted, "whichever is right, the target is missed")
    }

    @Test func `of one source the later vintage counts`() {
        var corrected = facts([("2026-10-31", 300, 400)])
        corrected.values.append(value("2026-10-31", 390, 400, vintage: 5))
        #expect(standing(corrected) == .claimed)
        #expect(CriterionProof.of(corrected, on: today).measure.count == 1)
    }

    @Test func `lower is better, and numbers and days are held to their targets too`() {
        var days = facts(steps: [("2026-09-30", "15")], baseline: nil)
        days.asked.unit = .days
        days.asked.better = .lower
        days.asked.periods = 1
        days.baselines = [.init(day("2026-03-31"), .plain(Amount(22)))]
        func at(_ amount: String) -> Standing {
            var facts = days
            facts.values = [
                .init(
                    day("2026-10-31"), .plain(Amount(amount) ?? Amount(0)), source: "Case system",
                    vintage: Instant(milliseconds: 0))
            ]
            return standing(facts)
        }
        #expect(at("15") == .proven)
        #expect(at("15.1") == .contradicted)
        #expect(at("23") == .contradicted)
    }

    // MARK: Rounds

    @Test func `independent rounds prove, those graded by who did the work never do`() {
        var rounds = facts(baseline: nil)
        rounds.rounds = [round("2026-10-12", 38), round("2026-11-12", 39), round("2026-12-12", 40)]
        #expect(standing(rounds) == .proven)
        rounds.rounds = rounds.rounds.map { round in
            var own = round
            own.isIndependent = false
            return own
        }
        #expect(standing(rounds) == .claimed)
        rounds.rounds.append(round("2027-01-12", 22, independent: false))
        #expect(standing(rounds) == .contradicted, "a round that misses contradicts, whoever graded it")
    }

    @Test func `a round that misses contradicts a measure that is met`() {
        var both = facts(good)
        both.rounds = [round("2026-12-12", 22)]
        let proof = CriterionProof.of(both, on: today)
        #expect(proof.standing == .contradicted)
        #expect(proof.sentence(.shown).contains("55% (22 of 40) in the audit round of 12 December 2026"))
    }

    // MARK: Units

    @Test func `each unit stands by its own figures, against its own target or the authority's`() {
        let harbour = ID<Node>(1)
        let millbrook = ID<Node>(2)
        var units = facts(baseline: nil, good)
        units.steps.append(.init(by: day("2026-09-30"), Amount(70), unit: millbrook))
        for (end, _, _) in good {
            units.values.append(value(end, 30, 40, unit: harbour))
            units.values.append(value(end, 30, 40, unit: millbrook))
        }
        #expect(standing(units) == .proven)
        #expect(standing(units, unit: harbour) == .contradicted)
        #expect(standing(units, unit: millbrook) == .proven)
        #expect(CriterionProof.units(of: units) == [harbour, millbrook])
    }

    // MARK: Words

    @Test func `the sentence says who, since when, how far and against what`() {
        let missed = CriterionProof.of(
            facts(done: nil, claim: "2026-08-14", accepted: "2026-09-02", [("2026-10-31", 243, 412)]),
            on: today)
        #expect(
            missed.sentence(.shown)
                == "Claimed on 14 August 2026 by Maya Okonkwo, evidence accepted on 2 September 2026. Since then 59% (243 of 412) at 31 October 2026, down from 66% at 31 March 2026; the target was 95% by 30 September 2026."
        )
        #expect(
            CriterionProof.of(facts(good), on: today).sentence(.shown)
                == "Done on 14 August 2026, the lead says. The target of 95% has been met for 3 periods running, the last 99% (396 of 400) at 31 December 2026."
        )
    }

    @Test func `small numbers stay inside the inner circle, and so does the share that gives them away`() {
        let few = CriterionProof.of(facts(baseline: nil, [("2026-10-31", 397, 400)]), on: today)
        #expect(few.sentence(.shown).contains("99.3% (397 of 400)"))
        #expect(!few.sentence(.hidden).contains("99"))
        #expect(few.sentence(.hidden).contains("a figure too small to show"))
        for (count, base, isSmall) in [
            (0, 5, true), (0, 6, false), (5, 40, true), (6, 40, false), (35, 40, true),
        ] {
            #expect(Figure.share(count, of: base).isSmall(.percent) == isSmall, "\(count) of \(base)")
        }
        #expect(Figure.plain(Amount(5)).isSmall(.number))
        #expect(!Figure.plain(Amount(5)).isSmall(.days))
    }

    // MARK: Turning

    @Test func `a closed action reopens with the second figure running that contradicts after its closing`() {
        let closed = day("2026-10-15")
        func turned(_ shares: [(String, Int, Int)]) -> Bool {
            CriterionProof.turned(facts(shares), closed: closed, on: today) != nil
        }
        #expect(!turned([("2026-10-31", 300, 400)]), "one figure only shows it")
        #expect(turned([("2026-10-31", 300, 400), ("2026-11-30", 310, 400)]))
        #expect(
            !turned([("2026-09-30", 300, 400), ("2026-10-31", 300, 400)]), "the first was before the closing")
        #expect(!turned([("2026-10-31", 300, 400), ("2026-11-30", 310, 400), ("2026-12-31", 390, 400)]))
        #expect(!turned([("2026-10-31", 300, 400), ("2026-11-30", 390, 400), ("2026-12-31", 300, 400)]))
    }
}
