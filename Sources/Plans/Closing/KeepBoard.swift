import Kernel
import Markup
import PlanFormat
import Sheets
import Site
import Storage

/// Who speaks for the board: who is its chair, its secretary or a member, kept by who keeps the plan.
enum KeepBoard {
    enum Refused: Refusal {
        case bodyMissing, personMissing, dutyMissing, endsBeforeItBegins, changedMeanwhile, alreadyHeld
        case date(String, field: String)

        var sentence: String {
            switch self {
            case .bodyMissing: "Give the name of the body"
            case .personMissing: "Choose the person"
            case .dutyMissing: "Say what they are of it"
            case .endsBeforeItBegins: "The last day stands before the first"
            case .changedMeanwhile:
                "Somebody changed this while you had it open: look at it again and make your change once more"
            case .alreadyHeld: "They have this duty then already"
            case .date(let sentence, _): sentence
            }
        }

        var field: String? {
            switch self {
            case .bodyMissing: "body"
            case .personMissing, .alreadyHeld: "person"
            case .dutyMissing: "duty"
            case .endsBeforeItBegins: "until"
            case .changedMeanwhile: nil
            case .date(_, let field): field
            }
        }
    }

    struct Form {
        var body: String
        var person: ID<Person>
        var kind: BoardDuty.Kind
        var from: Day
        var until: Day?
    }

    static func decide(
        _ form: Fields, people: [ID<Person>: String], duties: [BoardDuty]
    ) throws(Refused) -> Form {
        guard let person: ID<Person> = form.id("person"), people[person] != nil else { throw .personMissing }
        guard let kind = BoardDuty.Kind(rawValue: form["duty"]) else { throw .dutyMissing }
        guard form["body"].count >= 2 else { throw .bodyMissing }
        guard let from = try day(form, "from", "the first day", required: true) else { throw .personMissing }
        let until = try day(form, "until", "the last day", required: false)
        if let until, until < from { throw .endsBeforeItBegins }
        let twin = duties.contains { duty in
            duty.person == person && duty.body == form["body"] && duty.kind == kind
                && (duty.until.map { from <= $0 } ?? true) && (until.map { duty.from <= $0 } ?? true)
        }
        guard !twin else { throw .alreadyHeld }
        return Form(body: form["body"], person: person, kind: kind, from: from, until: until)
    }

    static func day(
        _ form: Fields, _ name: String, _ what: String, required: Bool
    ) throws(Refused) -> Day? {
        switch form.dayGiven(name, called: what, required: required) {
        case .none: return nil
        case .day(let day): return day
        case .wrong(let sentence): throw .date(sentence, field: name)
        }
    }
}

// MARK: Acting

extension PlansFeature {
    struct Board: Sendable {
        let plan: KeptPlan.Header
        let duties: [BoardDuty]
        let people: [ID<Person>: String]
        /// The bodies that the document tells of, for a first proposal.
        let bodies: [String]
        let mayEdit: Bool
    }

    func boardAtHand(_ visit: Visit) async throws -> Board {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        return try await database.read { connection in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { throw NotFound() }
            let doer = try Doer.of(officer, connection, on: visit.today)
            let duties = try BoardDutySQL.duties(connection, officer.authority, id)
            let rest = try connection.first(
                "SELECT rest_json FROM plan WHERE authority = $1 AND id = $2",
                [.id(officer.authority), .id(id)]
            ) { try PlanRest.plan(try $0.text(0)) }
            let bodies = duties.map(\.body) + (rest?.groups.map(\.name) ?? [])
            return Board(
                plan: plan, duties: duties, people: doer.line.names, bodies: bodies,
                mayEdit: try doer.holds(PlansRoute.keepers, in: id, connection))
        }
    }

    func board(_ visit: Visit) async throws -> Reply {
        let board = try await boardAtHand(visit)
        return .page(KeepBoard.page(board.plan, board.duties, mayEdit: board.mayEdit, visit))
    }

    func newDuty(_ visit: Visit) async throws -> Reply {
        let board = try await boardAtHand(visit)
        let body = board.bodies.first { $0.lowercased().contains("board") } ?? board.bodies.first ?? ""
        return .page(
            KeepBoard.adding(
                board.plan, board.people, .dated(["from": visit.today], ["body": body]), visit))
    }

    func addDuty(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let board = try await boardAtHand(visit)
        do {
            let says = try await database.write(for: officer.authority) { connection in
                // Judged by what is on record now: two people may add the same duty at once.
                let duties = try BoardDutySQL.duties(connection, officer.authority, board.plan.id)
                let form = try KeepBoard.decide(visit.form, people: board.people, duties: duties)
                let says =
                    "\(board.people[form.person] ?? "") is \(form.kind.rawValue) of \(form.body) from \(form.from.long)"
                    + (form.until.map { " until \($0.long)" } ?? "")
                try BoardDutySQL.insert(
                    form.kind, of: form.body, form.person, from: form.from, until: form.until,
                    in: board.plan.id, officer.authority, at: visit.now, connection)
                try connection.record(boardEvent("board.duty", says, board.plan.id, officer, visit))
                return says
            }
            return .redirect(to: ClosingRoute.board.link(board.plan.id), notice: "\(says).")
        } catch let refusal as KeepBoard.Refused {
            return .refused(KeepBoard.adding(board.plan, board.people, visit.entry(refusal), visit))
        }
    }

    func lastDayOfDuty(_ visit: Visit) async throws -> Reply {
        let board = try await boardAtHand(visit)
        let duty = try board.duty(visit)
        return .page(KeepBoard.ending(board.plan, duty, .dated(["until": duty.until ?? visit.today]), visit))
    }

    func endDuty(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let board = try await boardAtHand(visit)
        let duty = try board.duty(visit)
        do {
            guard visit.form["revision"] == "\(duty.revision)" else {
                throw KeepBoard.Refused.changedMeanwhile
            }
            let last = try KeepBoard.day(visit.form, "until", "the last day", required: true)
            if let last, last < duty.from { throw KeepBoard.Refused.endsBeforeItBegins }
            let says = "\(duty.name) is \(duty.kind.rawValue) of \(duty.body) until \(last?.long ?? "")"
            try await database.write(for: officer.authority) { connection in
                guard try BoardDutySQL.end(duty, on: last, officer.authority, connection) else {
                    throw KeepBoard.Refused.changedMeanwhile
                }
                try connection.record(boardEvent("board.duty.ended", says, board.plan.id, officer, visit))
            }
            return .redirect(to: ClosingRoute.board.link(board.plan.id), notice: "\(says).")
        } catch let refusal as KeepBoard.Refused {
            return .refused(KeepBoard.ending(board.plan, duty, visit.entry(refusal), visit))
        }
    }

    private func boardEvent(
        _ kind: String, _ says: String, _ plan: ID<PlanRecord>, _ officer: Officer, _ visit: Visit
    ) -> Event {
        Event(
            authority: officer.authority, at: visit.now, actor: officer.account, kind: kind, subject: "plan",
            subjectID: plan, plan: plan, to: ["says": .string(says)])
    }
}

extension PlansFeature.Board {
    fileprivate func duty(_ visit: Visit) throws -> BoardDuty {
        let id: ID<BoardDutyRecord> = try visit.id("duty")
        guard let duty = duties.first(where: { $0.id == id }) else { throw NotFound() }
        return duty
    }
}

// MARK: Pages

extension KeepBoard {
    static func page(
        _ plan: KeptPlan.Header, _ duties: [BoardDuty], mayEdit: Bool, _ visit: Visit
    ) -> Page {
        let speaking = duties.filter { $0.speaks && $0.holds(on: visit.today) }
        return Page(
            "Board", section: .plan, breadcrumbs: PlanCrumbs.plan(plan),
            facts: [Markup(counted(duties.count { $0.holds(on: visit.today) }, "duty", "duties") + " today")],
            deed: mayEdit ? Link("Add a person", ClosingRoute.newDuty.link(plan.id)) : nil,
            tabs: PlanCrumbs.tabs(plan, at: ClosingRoute.board),
            sheet: duties.isEmpty ? nil : sheet(plan, duties)
        ) { m in
            m.p(
                speaking.isEmpty
                    ? "Nobody speaks for the board of this plan, so no action can be closed. Its chair or its secretary records what it decides."
                    : "\(strong: Set(speaking.map(\.name)).sorted().joined(separator: " and ")) \(speaking.count == 1 ? "records" : "record") what the board decides. They need the role of board member too."
            )
            guard !duties.isEmpty else { return }
            var columns = [
                Column("Person", .name), Column("Duty"), Column("Body"), Column("From", .short),
                Column("Until", .short),
            ]
            if mayEdit { columns.append(Column("Change")) }
            m.table("Who is on the board", columns) { rows in
                for duty in duties {
                    rows.row { row in
                        row.cell(duty.name)
                        row.cell(duty.kind.rawValue)
                        row.cell(duty.body)
                        row.cell(duty.from.short)
                        if let until = duty.until { row.cell(until.short) } else { row.empty("no last day") }
                        guard mayEdit else { return }
                        row.cell {
                            $0.a(
                                "Until when\(hidden: " \(duty.name) is \(duty.kind.rawValue)")",
                                .href(ClosingRoute.lastDayOfDuty.link(plan.id, duty.id)))
                        }
                    }
                }
            }
        }
    }

    private static func sheet(_ plan: KeptPlan.Header, _ duties: [BoardDuty]) -> Sheet {
        Sheet(
            "Board of \(plan.title)",
            columns: [
                Sheet.Column("Person"), Sheet.Column("Duty"), Sheet.Column("Body"),
                Sheet.Column("From", .day), Sheet.Column("Until", .day),
            ]
        ) {
            duties.map {
                [.init($0.name), .init($0.kind.rawValue), .init($0.body), .day($0.from), .init($0.until)]
            }
        }
    }

    static func adding(
        _ plan: KeptPlan.Header, _ people: [ID<Person>: String], _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Add a person to the board", section: .plan, breadcrumbs: crumbs(plan), errors: entry.errors
        ) { m in
            m.form(to: ClosingRoute.addDuty.link(plan.id), key: visit.formKey, .class("narrow")) { m in
                m.select(
                    "person", "Person",
                    [Choice("", "Choose a person")]
                        + people.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
                        .map { Choice($0.key.description, $0.value) }, in: entry)
                m.radios(
                    "duty", "What are they of it?",
                    [
                        Choice("chair", "Chair", hint: "Records what the body decides"),
                        Choice("secretary", "Secretary", hint: "Records what the body decides"),
                        Choice("member", "Member"),
                    ], in: entry)
                m.textField("body", "Body", in: entry, hint: "Such as Improvement Board")
                m.dateField("from", "From", in: entry)
                m.dateField("until", "Until", in: entry, hint: "Their last day. Empty while nobody knows")
                m.buttons { m in
                    m.button("Add this person")
                    m.a("Cancel", .href(ClosingRoute.board.link(plan.id)))
                }
            }
        }
    }

    static func ending(
        _ plan: KeptPlan.Header, _ duty: BoardDuty, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Until when \(duty.name) is \(duty.kind.rawValue)", section: .plan, breadcrumbs: crumbs(plan),
            facts: [Markup(duty.body), "From \(duty.from.long)"], errors: entry.errors
        ) { m in
            m.form(to: ClosingRoute.endDuty.link(plan.id, duty.id), key: visit.formKey, .class("narrow")) {
                m in
                m.hiddenField("revision", "\(duty.revision)")
                m.dateField("until", "The last day", in: entry)
                m.buttons { m in
                    m.button("Save the last day")
                    m.a("Cancel", .href(ClosingRoute.board.link(plan.id)))
                }
            }
        }
    }

    private static func crumbs(_ plan: KeptPlan.Header) -> [Link] {
        PlanCrumbs.plan(plan) + [Link("Board", ClosingRoute.board.link(plan.id))]
    }
}
