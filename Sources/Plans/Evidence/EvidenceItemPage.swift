import Kernel
import Markup
import Site
import Storage

/// One piece of evidence: what it is, what it shows, and the verdict or the form for one.
struct EvidenceShown: Sendable {
    let item: EvidenceItem
    let action: JudgedAction
    let mayOpen: Bool
    /// Whether the officer's role judges evidence in this plan.
    let isJudge: Bool
    /// Why they may not judge this piece.
    let whyNot: JudgeEvidence.Refused?
    let mayWithdraw: Bool
    /// Who opened it and when; empty where it holds no personal data, or the officer has no case access.
    let openings: [PlanHistory.Entry]
}

extension PlansFeature {
    func evidenceItem(_ visit: Visit) async throws -> Reply {
        .page(EvidenceItemPage.page(try await evidenceShown(visit), Entry(), visit))
    }

    func evidenceShown(_ visit: Visit) async throws -> EvidenceShown {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let id: ID<EvidenceRecord> = try visit.id("evidence")
        return try await database.read { connection in
            let doer = try Doer.of(officer, connection, on: visit.today)
            let mayOpen = try doer.holds(EvidenceRoute.caseAccess, in: plan, connection)
            guard
                let item = try EvidenceSQL.item(
                    connection, officer.authority, plan, id, mayOpenPersonal: mayOpen)
            else { throw NotFound() }
            let action = try JudgedAction.read(connection, officer.authority, plan, item.action)
            let independence = try JudgeEvidence.independence(
                item, action, doer.line, connection, officer.authority)
            let isWorker = try doer.holds(EvidenceRoute.workers, in: plan, connection)
            let isKeeper = try doer.holds(PlansRoute.keepers, in: plan, connection)
            return EvidenceShown(
                item: item, action: action, mayOpen: item.name != nil,
                isJudge: try doer.holds(EvidenceRoute.judges, in: plan, connection),
                whyNot: JudgeEvidence.whyNot(
                    item, independence, by: officer.person, mayOpenPersonal: mayOpen),
                mayWithdraw: isWorker
                    && (try? WithdrawEvidence.decide(item, by: officer, isKeeper: isKeeper)) != nil,
                openings: item.isPersonal && mayOpen
                    ? try PlanHistory.events(
                        connection, officer.authority, subject: "evidence", id.description) : [])
        }
    }
}

enum EvidenceItemPage {
    static func page(_ shown: EvidenceShown, _ entry: Entry, _ visit: Visit) -> Page {
        let item = shown.item
        return Page(
            item.title, section: .plan,
            breadcrumbs: shown.action.crumbs + [Link("Evidence", EvidenceRoute.evidence.link(item.plan))],
            facts: [
                Markup(EvidenceItem.words(item.state)),
                "Added by \(strong: item.addedByName), \(item.addedOn.long)",
            ], errors: entry.errors
        ) { m in
            m.columns { m in
                m.summaryList(rows(shown))
                if shown.mayOpen {
                    m.buttons { m in
                        m.buttonLink(
                            item.file == nil ? "Show the link" : "Open the file",
                            to: EvidenceRoute.openEvidence.link(item.plan, item.id),
                            item.state == .waiting && shown.isJudge ? .other : .main)
                        if shown.mayWithdraw { withdraw(item, &m) }
                    }
                } else if shown.mayWithdraw {
                    m.p { withdraw(item, &$0) }
                }
                if item.isPersonal { m.note(privacy(shown)) }
            } beside: { m in
                m.part("Verdict") { m in verdict(shown, entry, visit, &m) }
                if !shown.openings.isEmpty {
                    m.part("Who opened it") { m in
                        m.historyList(
                            shown.openings.map { HistoryItem($0.at.inLondon.day, "Opened by \($0.who)") })
                    }
                }
            }
        }
    }

    private static func withdraw(_ item: EvidenceItem, _ m: inout Markup) {
        m.a("Withdraw this evidence", .href(EvidenceRoute.toWithdraw.link(item.plan, item.id)))
    }

    private static func rows(_ shown: EvidenceShown) -> [SummaryRow] {
        let item = shown.item
        var rows = [
            SummaryRow("What it shows", Markup(item.shows)), SummaryRow("Its date", Markup(item.dated.long)),
            SummaryRow("For", "\(link: shown.action.words, to: shown.action.address)"),
        ]
        if let criterion = item.criterionText { rows.append(SummaryRow("Criterion", Markup(criterion))) }
        rows.append(
            SummaryRow(
                "Personal data",
                item.isPersonal ? "Yes, about a child or family" : "None about a child or family"))
        if let size = item.sizeWords { rows.append(SummaryRow("Kind", Markup(size))) }
        if let sha256 = item.sha256 {
            rows.append(SummaryRow("SHA-256", Markup { $0.span(sha256, .class("note")) }))
        }
        return rows
    }

    private static func privacy(_ shown: EvidenceShown) -> Markup {
        shown.mayOpen
            ? "Your name is recorded each time that you open it. It goes into no pack and no export."
            : "Only roles with case access open it: director, quality lead, auditor, verifier and team manager. It goes into no pack and no export."
    }

    private static func verdict(
        _ shown: EvidenceShown, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let item = shown.item
        if let withdrawal = item.withdrawal {
            m.p("\(strong: "Withdrawn") by \(withdrawal.by), \(withdrawal.on.long): “\(withdrawal.reason)”")
        }
        if let verdict = item.verdict {
            m.p(
                "\(strong: verdict.isAccepted ? "Accepted" : "Rejected") by \(verdict.by), \(verdict.on.long): “\(verdict.reason)”"
            )
            if !verdict.isAccepted {
                m.note("A verdict stands. What mends the fault is added as new evidence.")
            }
            return
        }
        guard item.withdrawal == nil else { return }
        guard shown.isJudge else {
            m.p("Nobody has judged it yet. Somebody independent of whoever answers for the action will.")
            return
        }
        if let no = shown.whyNot {
            m.p("Nobody has judged it yet.")
            m.p("\(no.sentence).")
            return
        }
        m.form(to: EvidenceRoute.judge.link(item.plan, item.id), key: visit.formKey) { m in
            m.radios(
                "verdict", "Does it show what it says?",
                [
                    Choice("accepted", "Accept", hint: "It shows that the work was done, as far as it says"),
                    Choice("rejected", "Reject", hint: "It does not; say what would"),
                ], in: entry)
            m.textArea(
                "reason", "Why?", in: entry,
                hint: "What you looked at, and what it shows or fails to show. Do not name a child.")
            m.button("Save the verdict")
            m.note("A verdict stands under your name and is not changed.")
        }
    }
}

extension EvidenceItem {
    static func words(_ state: State) -> String {
        switch state {
        case .waiting: "Waiting to be judged"
        case .accepted: "Accepted"
        case .rejected: "Not accepted"
        case .withdrawn: "Withdrawn"
        }
    }
}
