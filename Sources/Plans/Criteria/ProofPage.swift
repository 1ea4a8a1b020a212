import Kernel
import Markup
import PlanFormat
import Proof
import Sheets
import Site
import Storage

/// Every criterion of a plan by how it stands, contradicted ones first.
extension PlansFeature {
    func proof(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let today = visit.today
        let (proofs, isInner) = try await database.read { connection in
            (
                try ProofSQL.standings(connection, officer.authority, plan.header.id, today: today),
                try PlanSQL.isPlan(
                    connection, officer.authority, plan.header.id,
                    within: officer.scopes(for: Role.innerCircle), on: today)
            )
        }
        return .page(ProofPage.page(plan, proofs, isInner ? .shown : .hidden, visit))
    }
}

enum ProofPage {
    struct Line {
        let area: KeptPlan.Area
        let criterion: KeptPlan.Criterion
        let action: KeptPlan.Action?
        let proof: CriterionProof
    }

    static func page(
        _ plan: KeptPlan, _ proofs: [ID<CriterionRecord>: CriterionProof], _ small: SmallNumbers,
        _ visit: Visit
    ) -> Page {
        let all = lines(plan, proofs)
        let standing = Standing(rawValue: visit.query["standing"])
        let flag = ProofFlag(rawValue: visit.query["flag"])
        let shown = all.filter { line in
            (standing.map { line.proof.standing == $0 } ?? true)
                && (flag.map(line.proof.flags.contains) ?? true)
                && (visit.query["area"].isEmpty || line.area.id.description == visit.query["area"])
        }
        let address = CriteriaRoute.proof.link(plan.header.id)
        return Page(
            "Proof", section: .plan, breadcrumbs: PlanCrumbs.plan(plan.header),
            facts: [
                Markup(counted(all.count, "criterion", "criteria")), "As it stands on \(visit.today.long)",
            ], tabs: PlanCrumbs.tabs(plan.header, at: CriteriaRoute.proof),
            sheet: all.isEmpty ? nil : sheet(shown, of: all.count, small)
        ) { m in
            m.honestSentence(sentence(all))
            guard !all.isEmpty else { return }
            m.filterBar(to: address, "Show criteria", isActive: shown.count != all.count) { m in
                let entry = visit.query.entry()
                m.select(
                    "standing", "Proof",
                    [Choice("", "All")] + ProofWords.order.map { Choice($0.rawValue, $0.symbol.word) },
                    in: entry)
                m.select(
                    "flag", "Beside it",
                    [Choice("", "Anything")] + ProofFlag.allCases.map { Choice($0.rawValue, $0.words) },
                    in: entry)
                m.select(
                    "area", "Area",
                    [Choice("", "All areas")]
                        + plan.areas.map {
                            Choice(
                                $0.id.description,
                                "\($0.value.reference ?? "") \($0.value.title.short)".trimmed)
                        }, in: entry)
            }
            m.listCount(shown: shown.count, of: all.count, "criteria", clear: address)
            list(plan, shown, small, &m)
            m.key(Symbol.proof)
        }
    }

    private static func lines(
        _ plan: KeptPlan, _ proofs: [ID<CriterionRecord>: CriterionProof]
    ) -> [Line] {
        var lines: [Line] = []
        for area in plan.areas {
            let actions = Dictionary(
                area.actions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for criterion in area.criteria {
                guard let proof = proofs[criterion.id] else { continue }
                lines.append(
                    Line(
                        area: area, criterion: criterion, action: criterion.action.flatMap { actions[$0] },
                        proof: proof))
            }
        }
        return lines
    }

    /// "Of 18 criteria 1 is contradicted by its own figures and 2 are proven. 11 cannot be tested yet."
    static func sentence(_ lines: [Line]) -> Markup {
        guard !lines.isEmpty else { return "This plan holds no criterion yet, so nothing can be proven." }
        func count(_ standing: Standing) -> Int { lines.count { $0.proof.standing == standing } }
        func are(_ count: Int) -> String { count == 1 ? "1 is" : count == 0 ? "none is" : "\(count) are" }
        let (resting, silent) = (count(.supported) + count(.claimed), count(.notClaimed))
        let untestable = lines.count { $0.proof.flags.contains(.cannotBeTested) }
        let alone =
            resting == 0
            ? "" : "\(resting) \(resting == 1 ? "rests" : "rest") on a claim or on evidence alone. "
        let unclaimed =
            silent == 0 ? "" : "Of \(silent) nobody says yet that \(silent == 1 ? "it is" : "they are") met. "
        return
            "Of \(strong: counted(lines.count, "criterion", "criteria")), \(strong: are(count(.contradicted))) contradicted by their own figures and \(strong: are(count(.proven))) proven. \(alone)\(unclaimed)\(untestable == 0 ? "All can be tested." : "\(untestable) cannot be tested yet.")"
    }

    private static func list(
        _ plan: KeptPlan, _ lines: [Line], _ small: SmallNumbers, _ m: inout Markup
    ) {
        m.table(
            "Criteria by how they stand",
            [
                Column("Ref", .reference), Column("Criterion", .name), Column("Why"),
                Column("Action", .short),
                Column("Proof"),
            ]
        ) { rows in
            for standing in ProofWords.order {
                let found = lines.filter { $0.proof.standing == standing }
                guard !found.isEmpty else { continue }
                rows.group("", Markup(standing.symbol.word), note: Markup("\(found.count)"))
                for line in found {
                    rows.row { row in
                        row.cell(line.criterion.value.label ?? line.action?.value.reference ?? "")
                        row.cell {
                            $0.a(
                                line.criterion.value.text,
                                .href(CriteriaRoute.criterion.link(plan.header.id, line.criterion.id)))
                        }
                        row.cell(line.proof.sentence(small))
                        if let action = line.action {
                            row.cell {
                                $0.a(
                                    action.value.reference ?? action.value.text.short,
                                    .href(PlansRoute.action.link(plan.header.id, action.id)))
                            }
                        } else {
                            row.empty("the whole area")
                        }
                        row.cell { m in
                            m.tag(line.proof.standing.symbol)
                            for flag in ProofFlag.allCases where line.proof.flags.contains(flag) {
                                m.note(Markup(flag.words))
                            }
                        }
                    }
                }
            }
        }
    }

    private static func sheet(_ lines: [Line], of total: Int, _ small: SmallNumbers) -> Sheet {
        Sheet(
            "Proof", note: lines.count == total ? nil : "\(lines.count) of \(total) criteria",
            columns: [
                Sheet.Column("Area", width: 30), Sheet.Column("Action", width: 10),
                Sheet.Column("Criterion", width: 50), Sheet.Column("Proof", width: 14),
                Sheet.Column("Beside it", width: 24), Sheet.Column("Why", width: 60),
            ]
        ) {
            lines.map { line in
                [
                    .text(line.area.value.title), .init(line.action?.value.reference),
                    .text(line.criterion.value.text), .text(line.proof.standing.symbol.word),
                    .init(lines: ProofFlag.allCases.filter(line.proof.flags.contains).map(\.words)),
                    .text(line.proof.sentence(small)),
                ]
            }
        }
    }
}
