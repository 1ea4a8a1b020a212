import Kernel
import Markup
import Site
import Storage

/// The pages of a round's set-up.
extension AuditsFeature {
    func newRound(_ visit: Visit) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let again = visit.query.id("again", of: AuditRound.self)
        let (choices, earlier) = try await database.read { connection in
            (
                try RoundForm.Choices.read(connection, officer, on: today),
                try again.map { try RoundAccess.kept(connection, officer, $0, on: today) }
            )
        }
        var entry = Entry(filled: [
            "kind": "census", "first": "self", "verify": "some", "verify-size": "20",
            "verify-size-unit": "percent", "pass": "80",
        ])
        if let earlier {
            entry = RoundForm.entry(AgainRound.terms(earlier, kind: AgainRound.kind(visit.query), today))
        } else if let duty = visit.query.id("duty", of: OccurrenceRecord.self) {
            entry = try await database.read {
                try SampleRound.entry(connection: $0, officer, duty, on: today)
            }
        }
        return .page(SetUpPages.newPage(choices, earlier, AgainRound.kind(visit.query), entry, visit))
    }

    func makeRound(_ visit: Visit) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let again = visit.form.id("again", of: AuditRound.self)
        let duty = visit.form.id("duty", of: OccurrenceRecord.self)
        let kind = AgainRound.kind(visit.form)
        do {
            let terms = try RoundForm.terms(visit.form)
            let reason = visit.form["reason"]
            let id = try await database.write(for: officer.authority) { connection in
                guard let again else {
                    let id = try SetUpRound.make(terms, by: officer, on: today, at: now, connection)
                    if let duty {
                        try SampleRound.tie(duty, to: id, by: officer, connection, at: now, on: today)
                    }
                    return id
                }
                return try AgainRound.make(
                    terms, of: again, kind, reason: reason, by: officer, on: today, at: now, connection)
            }
            return .redirect(
                to: RoundsRoute.frame.link(id),
                notice: again == nil
                    ? "The round is set up. Give the list of cases next."
                    : "The round is set up, with the list of the one before.")
        } catch let refused as any Refusal {
            let (choices, earlier) = try await database.read { connection in
                (
                    try RoundForm.Choices.read(connection, officer, on: today),
                    try again.map { try RoundAccess.kept(connection, officer, $0, on: today) }
                )
            }
            return .refused(
                SetUpPages.newPage(
                    choices, earlier, kind, visit.entry([FieldError(refused.field, refused.sentence)]), visit)
            )
        }
    }

    func roundSetUp(_ visit: Visit) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let id: ID<AuditRound> = try visit.id("round")
        let (round, choices) = try await database.read {
            (
                try RoundAccess.kept($0, officer, id, on: today),
                try RoundForm.Choices.read($0, officer, on: today)
            )
        }
        return .page(
            SetUpPages.changePage(round, choices, RoundForm.entry(RoundTerms(round)), visit))
    }

    func changeRound(_ visit: Visit) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        do {
            let terms = try RoundForm.terms(visit.form)
            let revision = Int(visit.form["revision"]) ?? 0
            try await database.write(for: officer.authority) {
                try SetUpRound.change(
                    id, to: terms, after: revision, by: officer, on: today, at: now, $0)
            }
            return .redirect(to: RoundsRoute.round.link(id), notice: "The round is changed.")
        } catch let refused as any Refusal {
            let (round, choices) = try await database.read {
                (
                    try RoundAccess.kept($0, officer, id, on: today),
                    try RoundForm.Choices.read($0, officer, on: today)
                )
            }
            return .refused(
                SetUpPages.changePage(
                    round, choices, visit.entry([FieldError(refused.field, refused.sentence)]), visit))
        }
    }
}

enum SetUpPages {
    static func newPage(
        _ choices: RoundForm.Choices, _ earlier: Round?, _ kind: Round.Again.Kind, _ entry: Entry,
        _ visit: Visit
    ) -> Page {
        let title =
            switch (earlier, kind) {
            case (nil, _): "New round"
            case (_, .redraw): "Draw anew as a new round"
            case (_, .reaudit): "Audit the same cases again"
            }
        return Page(
            title, section: .audits, breadcrumbs: [Link("Audits", RoundsRoute.home.link())],
            errors: entry.errors
        ) { m in
            if choices.tools.isEmpty {
                m.emptyState(
                    "No tool has been issued",
                    "A round reads files by a tool: a set of standards and questions. Issue one first.",
                    begin: Link("Look at the tools", ToolsRoute.list.link()))
                return
            }
            if let earlier {
                m.lead(
                    kind == .redraw
                        ? "“\(earlier.title)” keeps its draw. Both rounds stay listed, with your reason."
                        : "The cases of “\(earlier.title)” are read again. Both rounds stay listed.")
            } else {
                m.lead("All of this may change until the frame is locked.")
            }
            m.form(to: RoundsRoute.make.link(), key: visit.formKey, .class("narrow")) { m in
                if !entry.value("duty").isEmpty { m.hiddenField("duty", entry.value("duty")) }
                if let earlier {
                    m.hiddenField("again", "\(earlier.id)")
                    m.hiddenField("again-kind", kind.rawValue)
                    m.textArea("reason", "Why?", in: entry, hint: "It is printed with both rounds.", rows: 2)
                }
                RoundForm.fields(choices, entry, &m)
                m.buttons { m in
                    m.button("Set up the round")
                    m.a("Cancel", .href(RoundsRoute.home.link()))
                }
            }
        }
    }

    static func changePage(
        _ round: Round, _ choices: RoundForm.Choices, _ entry: Entry, _ visit: Visit
    ) -> Page {
        var choices = choices
        // A version that is no longer the latest stays what it was set to.
        if !choices.tools.contains(where: { $0.id == round.tool && $0.version == round.toolVersion }) {
            choices.tools.append(
                ToolSQL.Line(id: round.tool, version: round.toolVersion, title: "As set up", unit: .child))
        }
        return Page(
            "Change the round", section: .audits, breadcrumbs: RoundCrumbs.round(round),
            errors: entry.errors
        ) { m in
            if round.lockedAt != nil {
                m.lead("The frame is locked, so the round no longer changes.")
                return
            }
            m.form(to: RoundsRoute.change.link(round.id), key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("revision", "\(round.revision)")
                RoundForm.fields(choices, entry, &m)
                m.buttons { m in
                    m.button("Save the round")
                    m.a("Cancel", .href(RoundsRoute.round.link(round.id)))
                }
            }
        }
    }
}

enum RoundCrumbs {
    static func round(_ round: Round) -> [Link] {
        [
            Link("Audits", RoundsRoute.home.link()),
            Link(Markup(round.title), RoundsRoute.round.link(round.id)),
        ]
    }
}
