import Charts
import Kernel
import Markup
import PlanFormat
import Proof
import Site
import Storage

/// One criterion: how it stands and why, what it rests on, and what makes it testable.
extension PlansFeature {
    func criterion(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        let units = try await units(visit)
        let (history, managed) = try await database.read { connection in
            (
                try PlanHistory.events(
                    connection, question.doer.officer.authority, subject: "criterion",
                    question.id.description),
                try CriterionUnitSQL.managed(connection, question.doer)
            )
        }
        return .page(
            CriterionPage.page(
                question, units, history, managesUnit: !managed.isEmpty,
                measurePage: question.facts.tied.map { measures.page($0.measure) },
                auditPage: question.facts.audited.map { audits.page($0.question) }, visit))
    }
}

enum CriterionPage {
    static func page(
        _ question: CriterionInQuestion, _ units: [CriterionUnit], _ history: [PlanHistory.Entry],
        managesUnit: Bool, measurePage: String?, auditPage: String?, _ visit: Visit
    ) -> Page {
        let proof = question.facts.proof(on: visit.today)
        return Page(
            question.value.text, section: .plan, breadcrumbs: question.crumbs,
            facts: facts(question, proof),
            deed: question.keeps
                ? Link(
                    "Change this criterion", PlansRoute.editCriterion.link(question.plan.id, question.id))
                : nil
        ) { m in
            m.columns(.eightFour) { m in
                m.part("Proof") { m in
                    m.p { m in m.boxedTag(proof.standing.symbol) }
                    m.lead(Markup(proof.sentence(question.small)))
                    flags(proof, &m)
                }
                figures(question, proof, units, visit, &m)
                unitTable(question, units, visit, &m)
                m.part("Targets") { m in targets(question, units, &m) }
                m.part("Baseline") { m in baselines(question, units, visit, &m) }
                if question.plan.sourceFile != nil {
                    m.part("What the plan said") { m in
                        PlanTrace.quote(question.plan, question.value.text, question.value.place, &m)
                    }
                }
            } beside: { m in
                deeds(question, managesUnit: managesUnit, &m)
                m.part("How it is tested") { m in terms(question, measurePage, auditPage, &m) }
                m.part("Claim") { m in claim(question, &m) }
                m.part("History") { m in
                    m.historyList(
                        history.map { HistoryItem($0.at.inLondon.day, "\($0.what), by \($0.who)") })
                }
            }
        }
    }

    private static func facts(_ question: CriterionInQuestion, _ proof: CriterionProof) -> [Markup] {
        var facts: [Markup] = []
        facts.append(
            question.value.label.map { "Criterion \(strong: $0), \(question.value.kind.words.lowercased())" }
                ?? Markup("Criterion, \(question.value.kind.words.lowercased())"))
        facts.append(
            question.action.map {
                "For \(link: "action \($0.reference)".trimmed, to: PlansRoute.action.link(question.plan.id, $0.id))"
            } ?? "For the whole area")
        facts.append(
            proof.measure.isEmpty && proof.rounds.isEmpty
                ? "Not yet measured"
                : Markup(counted(proof.measure.count + proof.rounds.count, "figure") + " on record"))
        return facts
    }

    private static func flags(_ proof: CriterionProof, _ m: inout Markup) {
        for flag in ProofFlag.allCases where proof.flags.contains(flag) {
            m.note("\(strong: flag.words). \(flag.meaning)")
        }
    }

    private static func deeds(
        _ question: CriterionInQuestion, managesUnit: Bool, _ m: inout Markup
    ) {
        let (plan, id) = (question.plan.id, question.id)
        var deeds: [Link] = []
        let claimed = question.facts.claim?.isMet ?? false
        if question.isMine {
            deeds.append(
                Link(
                    claimed ? "Take the claim back" : "Say that it is met", CriteriaRoute.claim.link(plan, id)
                ))
        }
        if question.measures, !question.isOwnWork {
            let isTied = question.facts.tied != nil
            let isAudited = question.facts.audited != nil
            if !isTied || !isAudited {
                deeds.append(
                    Link(
                        isTied ? "Enter an audit round" : "Enter a figure",
                        CriteriaRoute.value.link(plan, id)))
            }
            deeds.append(
                Link(isTied ? "Change its measure" : "Tie to a measure", CriteriaRoute.measure.link(plan, id))
            )
            deeds.append(
                Link(
                    isAudited ? "Change its audit question" : "Tie to an audit question",
                    CriteriaRoute.audit.link(plan, id)))
        }
        if question.keeps || question.isMine || managesUnit {
            deeds.append(Link("Propose a target", CriteriaRoute.target.link(plan, id)))
        }
        if question.measures || question.isMine {
            let locked = question.facts.baselines.contains { $0.agreement?.isAgreed == true }
            deeds.append(
                Link(
                    locked ? "Correct the baseline" : "Give the baseline",
                    CriteriaRoute.baseline.link(plan, id)))
        }
        guard !deeds.isEmpty else { return }
        m.part("What happens next") { m in
            m.buttons(stacked: true) { m in
                for (index, deed) in deeds.enumerated() {
                    m.buttonLink(deed.words, to: deed.address, index == 0 ? .main : .other)
                }
            }
            if question.isOwnWork, question.measures {
                m.note("You answer for this action, so somebody else enters its figures.")
            }
        }
    }

    private static func terms(
        _ question: CriterionInQuestion, _ measurePage: String?, _ auditPage: String?, _ m: inout Markup
    ) {
        let terms = question.facts.terms
        m.summaryList([
            SummaryRow("Of whom", terms.population.map { Markup($0) }),
            SummaryRow("Measure", measure(question, measurePage)),
            SummaryRow("Audit question", audit(question, auditPage)),
            SummaryRow(
                "Counted in", Markup("\(terms.unit.title), \(terms.better.words)")),
            SummaryRow("Must hold for", Markup(counted(terms.periods, "period") + " running")),
            SummaryRow("A figure comes", terms.rhythm.map { Markup($0.words) }),
        ])
    }

    /// "From the measure X", with the way there.
    private static func measure(_ question: CriterionInQuestion, _ page: String?) -> Markup? {
        guard let tied = question.facts.tied else { return question.facts.terms.measure.map { Markup($0) } }
        return "From the measure \(link: tied.name, to: page ?? "")"
    }

    /// "Casework quality: good or better", with the way to the rounds that asked it.
    private static func audit(_ question: CriterionInQuestion, _ page: String?) -> Markup? {
        question.facts.audited.map { "\(link: $0.name, to: page ?? "")" }
    }

    private static func claim(_ question: CriterionInQuestion, _ m: inout Markup) {
        guard let claim = question.facts.claim else { return m.p("Nobody says yet that it is met.") }
        m.p(claim.isMet ? "Met since \(claim.day.long)" : "Taken back on \(claim.day.long)")
        m.note("\(claim.by.name): \(claim.words)")
    }

    static func words(_ target: CriterionFacts.Target, _ unit: MeasureUnit) -> String {
        guard let rule = target.rule else { return target.aim.map(unit.words) ?? "" }
        guard let aim = target.aim else { return "“\(rule)”, its number not yet known" }
        return "\(unit.words(aim)), “\(rule)” for \(target.ruleYear ?? "")"
    }

    /// "Agreed by the Improvement Board on 18 May 2026".
    static func state(_ agreement: CriterionFacts.Agreement?) -> String {
        guard let agreement else { return "Waits to be agreed" }
        return "\(agreement.isAgreed ? "Agreed" : "Declined") by \(agreement.body) on \(agreement.day.long)"
    }
}

extension CriterionInQuestion {
    var small: SmallNumbers { isInnerCircle ? .shown : .hidden.with(facts.proofFacts.withheld) }
}
