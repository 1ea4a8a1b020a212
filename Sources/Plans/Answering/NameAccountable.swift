package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Saying who answers for one action: a post, and so whoever holds it, or a person.
package enum NameAccountable {
    package enum Refused: Refusal, Hashable {
        case nobodyChosen, body, gone, reasonMissing, changedMeanwhile, unchanged
        /// Somebody whose account may only observe or read.
        case onlyReads(String)

        package var sentence: String {
            switch self {
            case .nobodyChosen: "Choose the post or the person that answers"
            case .body: "Bodies contribute, a person answers: choose a post or a person"
            case .gone: "That post has ended or that person has left: choose another"
            case .reasonMissing: "Say why somebody else answers from now on"
            case .changedMeanwhile:
                "Somebody else decided this while you had it open: their decision stands below, yours is still in the form"
            case .unchanged: "They answer for it already"
            case .onlyReads(let name):
                "\(name) observes or reads and can never answer for an action: choose another"
            }
        }

        package var field: String? {
            switch self {
            case .reasonMissing: "reason"
            case .changedMeanwhile: nil
            case .nobodyChosen, .body, .gone, .unchanged, .onlyReads: "who"
            }
        }
    }

    /// A form's choice as somebody who can answer.
    static func chosen(_ choice: String) throws(Refused) -> Accountable {
        guard !choice.isEmpty else { throw .nobodyChosen }
        guard let accountable = Accountable(choice: choice) else { throw .body }
        return accountable
    }

    static func decide(
        _ accountable: Accountable, in line: Line, onlyReads: Set<ID<Person>>
    ) throws(Refused) {
        switch accountable {
        case .person(let person):
            guard let name = line.names[person] else { throw .gone }
            guard !onlyReads.contains(person) else { throw .onlyReads(name) }
        case .post(let post):
            guard let standing = line.posts[post] else { throw .gone }
            if !standing.holders.isEmpty, standing.holders.isSubset(of: onlyReads) {
                throw .onlyReads(line.words(accountable))
            }
        }
    }

    /// Makes a post or person answer in the transaction of the connection. `after` is the number of the last
    /// decision that the officer has seen; nil where it does not matter.
    package static func act(
        _ accountable: Accountable, reason: String?, after: Int? = nil, on action: ID<ActionRecord>,
        of plan: ID<PlanRecord>, by officer: Officer, at now: Instant, on today: Day, _ connection: Connection
    ) throws {
        let line = try LineSQL.line(connection, officer.authority, on: today)
        try decide(
            accountable, in: line,
            onlyReads: try AnsweringSQL.onlyReads(connection, officer.authority, on: today))
        try act(
            accountable, reason: reason, after: after, on: action, of: plan, in: line, by: officer, at: now,
            on: today, connection)
    }

    /// The same for somebody who was judged already.
    static func act(
        _ accountable: Accountable, reason: String?, after: Int?, on action: ID<ActionRecord>,
        of plan: ID<PlanRecord>, in line: Line, by officer: Officer, at now: Instant, on today: Day,
        _ connection: Connection
    ) throws {
        guard let run = try RunSQL.run(connection, officer.authority, action, of: plan) else {
            throw NotFound()
        }
        let latest = try latest(connection, officer.authority, of: action)
        guard after ?? latest == latest else { throw Refused.changedMeanwhile }
        guard run.accountable != accountable else { throw Refused.unchanged }
        guard run.accountable == nil || reason != nil else { throw Refused.reasonMissing }
        let words = line.words(accountable)
        try AnsweringSQL.insert(
            accountable, words: words, reason: reason, number: latest + 1, of: action, plan, by: officer,
            at: now, connection)
        if try PlanRunSQL.run(connection, officer.authority, plan).rhythm != nil {
            try UpdatesSQL.begin(plan, officer.authority, connection, on: today.adding(days: 1))
        }
        var says = "\(words) answers for this action"
        if let before = run.accountable { says += ", in place of \(line.words(before))" }
        if let reason { says += ", because: \(reason)" }
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "accountable.named",
                subject: "action", subjectID: action, plan: plan,
                from: run.accountable.map { ["answers": .string($0.choice)] } ?? .null,
                to: ["says": .string(says), "answers": .string(accountable.choice)], reason: reason))
    }

    private static func latest(
        _ connection: Connection, _ authority: ID<Authority>, of action: ID<ActionRecord>
    ) throws -> Int {
        try connection.first(
            "SELECT COALESCE(MAX(number), 0) FROM action_accountable WHERE authority = $1 AND action = $2",
            [.id(authority), .id(action)]
        ) { try $0.int(0) } ?? 0
    }
}

extension PlansFeature {
    func accountable(_ visit: Visit) async throws -> Reply {
        let view = try await accountableView(visit)
        let now = view.run.accountable?.choice ?? view.proposed.who?.choice ?? ""
        return .page(NameAccountable.page(view, Entry(filled: ["who": now]), visit))
    }

    func nameAccountable(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, action): (ID<PlanRecord>, ID<ActionRecord>) = (
            try visit.id("plan"), try visit.id("action")
        )
        do {
            let chosen = try NameAccountable.chosen(visit.form["who"])
            try await database.write(for: officer.authority) {
                try NameAccountable.act(
                    chosen, reason: visit.form["reason"].nilIfEmpty, after: Int(visit.form["after"]) ?? 0,
                    on: action, of: plan, by: officer, at: visit.now, on: visit.today, $0)
            }
            return .redirect(to: PlansRoute.action.link(plan, action), notice: "Who answers is kept.")
        } catch let refusal as NameAccountable.Refused {
            return .refused(
                NameAccountable.page(try await accountableView(visit), visit.entry(refusal), visit))
        }
    }

    private func accountableView(_ visit: Visit) async throws -> NameAccountable.View {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        return try await database.read { connection in
            let line = try LineSQL.line(connection, officer.authority, on: visit.today)
            let onlyReads = try AnsweringSQL.onlyReads(connection, officer.authority, on: visit.today)
            let leads = try AnsweringSQL.rows(connection, officer.authority, plan.header.id)
                .first { $0.action == action.id }?.leads
            return NameAccountable.View(
                plan: plan.header, area: area, action: action,
                run: try RunSQL.run(connection, officer.authority, action.id) ?? ActionRun(), line: line,
                onlyReads: onlyReads, proposed: Proposed(leads ?? [], in: line, onlyReads: onlyReads),
                decisions: try AnsweringSQL.decisions(connection, officer.authority, of: action.id))
        }
    }
}

// MARK: Page

extension NameAccountable {
    struct View {
        var plan: KeptPlan.Header
        var area: KeptPlan.Area
        var action: KeptPlan.Action
        var run: ActionRun
        var line: Line
        var onlyReads: Set<ID<Person>>
        var proposed: Proposed
        /// The newest first.
        var decisions: [AnsweringSQL.Decision]
    }

    static func page(_ view: View, _ entry: Entry, _ visit: Visit) -> Page {
        let back = PlansRoute.action.link(view.plan.id, view.action.id)
        return Page(
            "Who answers for this action", section: .plan, breadcrumbs: PlanCrumbs.area(view.plan, view.area),
            facts: facts(view), errors: entry.errors
        ) { m in
            m.lead(Markup(view.action.value.text))
            m.columns(.eightFour) { m in
                m.form(
                    to: UpdatesRoute.nameAccountable.link(view.plan.id, view.action.id), key: visit.formKey
                ) { m in
                    m.hiddenField("after", "\(view.decisions.first?.number ?? 0)")
                    m.select(
                        "who", "The post or person that answers", choices(view), in: entry,
                        hint: "One of them; others contribute. A post stays when its holder changes.")
                    if view.run.accountable != nil {
                        m.textArea(
                            "reason", "Why somebody else answers", in: entry, hint: "Do not name a child.",
                            rows: 2)
                    }
                    m.buttons { m in
                        m.button("Save who answers")
                        m.a("Cancel", .href(back))
                    }
                }
            } beside: { m in
                m.part("Leads as printed") { m in PlanListPage.leads(view.action.people, &m) }
                m.part("Who answered from when") { m in
                    if view.decisions.isEmpty { m.note("Nobody has decided yet.") }
                    m.historyList(
                        view.decisions.map { decision in
                            var words: Markup = "\(decision.words), said \(decision.name)"
                            if let reason = decision.reason { words.add(". \(reason)") }
                            return HistoryItem(decision.at.inLondon.day, words)
                        })
                }
            }
        }
    }

    private static func facts(_ view: View) -> [Markup] {
        var facts: [Markup] = []
        if let reference = view.action.value.reference { facts.append("Action \(strong: reference)") }
        facts.append(
            view.run.accountable.map { "Now \(strong: view.line.words($0))" } ?? "Nobody answers for it yet")
        return facts
    }

    /// Posts, then people, each by name; whoever may only read is not among them.
    private static func choices(_ view: View) -> [Choice] {
        let posts = view.line.posts.filter {
            $0.value.holders.isEmpty || !$0.value.holders.isSubset(of: view.onlyReads)
        }
        .map { Choice(Accountable.post($0.key).choice, view.line.words(.post($0.key))) }
        let people = view.line.names.filter { !view.onlyReads.contains($0.key) }
            .map { Choice(Accountable.person($0.key).choice, $0.value) }
        return [Choice("", "Choose a post or a person")] + posts.sorted { $0.words < $1.words }
            + people.sorted { $0.words < $1.words }
    }
}
