import Kernel
import Markup
import Site
import Storage

/// How a round was drawn, so that anyone who has its frame can draw it again.
extension AuditsFeature {
    func roundDraw(_ visit: Visit) async throws -> Reply { try await drawPage(visit, Entry()) }

    func drawRound(_ visit: Visit) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        let bits = UInt64.random(in: .min ... .max)
        do {
            let draw = try await database.write(for: officer.authority) {
                try DrawSample.act(id, bits: bits, by: officer, on: today, at: now, $0)
            }
            return .redirect(
                to: RoundsRoute.draw.link(id),
                notice: "\(counted(draw.size, "case")) drawn. Give them to their readers next.")
        } catch let refused as DrawSample.Refused {
            return try await drawPage(visit, visit.entry([FieldError(refused.field, refused.sentence)]))
        }
    }

    func extendRound(_ visit: Visit) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        let (more, reason) = (Int(visit.form["more"]), visit.form["reason"])
        do {
            let count = try await database.write(for: officer.authority) {
                try ExtendSample.act(id, more: more, reason: reason, by: officer, on: today, at: now, $0)
            }
            return .redirect(
                to: RoundsRoute.draw.link(id),
                notice: "\(counted(count, "case")) added. Give \(count == 1 ? "it" : "them") out next.")
        } catch let refused as ExtendSample.Refused {
            return try await drawPage(visit, visit.entry([FieldError(refused.field, refused.sentence)]))
        }
    }

    private func drawPage(_ visit: Visit, _ entry: Entry) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let id: ID<AuditRound> = try visit.id("round")
        let shown = try await database.read { connection -> DrawPage.Shown in
            let round = try RoundAccess.unbarred(connection, officer, id)
            let tree = try UnitTree.read(connection, officer.authority)
            let keeps = try RoundAccess.keeps(officer, round.node, in: tree, on: today)
            guard round.lockedAt != nil else { throw NotFound() }
            return DrawPage.Shown(
                round: round, draws: try DrawSQL.draws(connection, officer.authority, id), keeps: keeps,
                changes: try DrawPage.changes(connection, officer.authority, id))
        }
        let page = DrawPage.page(shown, entry, visit)
        return entry.errors.isEmpty ? .page(page) : .refused(page)
    }
}

enum DrawPage {
    struct Shown: Sendable {
        var round: Round
        var draws: [Leg: Draw]
        var keeps: Bool
        var changes: Changes
    }

    /// What came into the sample after the draw and what went out of it.
    struct Changes: Hashable, Sendable {
        var cases = 0
        var added = 0
        var replaced = 0
        var reasons: [String] = []
    }

    static func changes(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>
    ) throws -> Changes {
        var changes = Changes()
        let rows = try connection.rows(
            """
            SELECT number, added_reason, replaced_reason FROM audit_case
            WHERE authority = $1 AND round = $2 ORDER BY number
            """, [.id(authority), .id(round)]
        ) { (try $0.int(0), try $0.textOrNil(1), try $0.textOrNil(2)) }
        for (number, added, replaced) in rows {
            changes.cases += replaced == nil ? 1 : 0
            if let added, !added.hasPrefix("In place of case ") { changes.added += 1 }
            if let replaced {
                changes.replaced += 1
                changes.reasons.append("Case \(number): \(replaced)")
            }
        }
        return changes
    }

    static func page(_ shown: Shown, _ entry: Entry, _ visit: Visit) -> Page {
        let round = shown.round
        return Page(
            "Draw of \(round.title)", section: .audits,
            breadcrumbs: shown.keeps
                ? RoundCrumbs.round(round) : [Link("Audits", RoundsRoute.home.link())],
            facts: [
                "\(round.frame?.count ?? 0) in the frame", "Frame as at \(round.frame?.on.long ?? "")",
                Markup(round.kind.words.capitalisedFirst),
            ], errors: entry.errors
        ) { m in
            guard let draw = shown.draws[.first] else {
                undrawn(shown, visit, &m)
                return
            }
            m.lead(
                "\(strong: "\(draw.size) of \(draw.frameCount)") were drawn on \(draw.at.inLondon.day.long). Nobody chose them: anyone who has the frame can draw them again."
            )
            changes(shown, draw, &m)
            m.part("The draw") { m in record(draw, round, &m) }
            if let second = shown.draws[.second] {
                m.part("The draw of the cases to verify") { m in
                    m.p(
                        "\(strong: "\(second.size) of \(second.frameCount)") cases of the round have a second, blind reading."
                    )
                    record(second, round, &m)
                }
            }
            m.part("Draw it again yourself") { m in again(draw, round, &m) }
            if shown.keeps { extending(shown, entry, visit, &m) }
        }
    }

    private static func undrawn(_ shown: Shown, _ visit: Visit, _ m: inout Markup) {
        let round = shown.round
        m.lead("The frame is locked and waits for its draw.")
        m.summaryList([
            SummaryRow("Cases in the frame", "\(round.frame?.count ?? 0)"),
            SummaryRow("SHA-256 of the frame", Markup(round.frame?.hash ?? "")),
            SummaryRow("To draw", Markup(round.size.words)),
        ])
        guard shown.keeps, round.withdrawn == nil else { return }
        m.p(
            "The product makes the seed when you press the button. One draw a frame: it cannot be done twice."
        )
        m.form(to: RoundsRoute.makeDraw.link(round.id), key: visit.formKey) { m in
            m.button("Draw the sample")
        }
    }

    private static func changes(_ shown: Shown, _ draw: Draw, _ m: inout Markup) {
        let changes = shown.changes
        if changes.added > 0 {
            m.p(
                "\(counted(changes.added, "case")) \(changes.added == 1 ? "was" : "were") added later, the next in order: the round now has \(changes.cases)."
            )
        }
        guard changes.replaced > 0 else { return }
        m.p(
            "\(counted(changes.replaced, "case")) \(changes.replaced == 1 ? "was" : "were") replaced by the next in order."
        )
        if changes.replaced * 100 >= draw.size * ReplaceCase.biasFrom {
            m.banner(
                Banner(
                    .notice, "Many replacements.",
                    "One case in ten or more was replaced. Those that could not be read may differ from those that could, so what is found may be biased."
                ))
        }
        m.ul { m in for reason in changes.reasons.prefix(50) { m.li(reason) } }
    }

    private static func record(_ draw: Draw, _ round: Round, _ m: inout Markup) {
        m.summaryList([
            SummaryRow("Seed", code(draw.seed)), SummaryRow("Cases drawn from", "\(draw.frameCount)"),
            SummaryRow("SHA-256 of their references", code(draw.frameHash)),
            SummaryRow("Drawn", Markup(draw.at.inLondon.day.long)),
            SummaryRow("Rule", Markup(rule(draw, round))),
        ])
    }

    private static func code(_ text: String) -> Markup {
        var m = Markup()
        m.code(text)
        return m
    }

    static func rule(_ draw: Draw, _ round: Round) -> String {
        let order = "The references in the order of SHA-256 of seed|reference, smallest first"
        guard draw.leg == .first else { return "\(order); the first \(draw.size) of them." }
        return switch round.kind {
        case .census, .simple, .purposive: "\(order); the first \(draw.size) of them."
        case .stratified:
            "\(order), within each \(round.stratum?.words ?? "stratum"); from each its share of \(draw.size) by the largest remainder, and at least one."
        case .perPerson: "\(order), within each person’s cases; the first \(round.size.words) of each."
        case .perEvent:
            "\(order), within each event, which is what one chair did on one day; the first \(round.size.words) of each."
        }
    }

    private static func again(_ draw: Draw, _ round: Round, _ m: inout Markup) {
        let isParted = [.stratified, .perPerson, .perEvent].contains(round.kind)
        m.p(
            isParted
                ? "Take the frame away as CSV. For each part of it put its references into a file, and ask for as many as came from it:"
                : "Take the frame away as CSV, and run:")
        m.pre(
            "plumbline audit sample --frame frame.csv --seed \(draw.seed) --size \(isParted ? "N" : "\(draw.size)")"
        )
        m.p("Or, without Plumbline, from a file of one reference a line:")
        m.pre(Markup(python(draw, size: isParted ? "N" : "\(draw.size)")))
        m.p("The hash of the frame is that of its references, sorted by their bytes, each with a line end:")
        m.pre("LC_ALL=C sort ids.txt | sha256sum")
    }

    static func python(_ draw: Draw, size: String) -> String {
        """
        import hashlib
        seed = "\(draw.seed)"
        ids = [line.rstrip("\\n") for line in open("ids.txt", encoding="utf-8")]
        def place(id):
            return hashlib.sha256((seed + "|" + id).encode("utf-8")).digest()
        for id in sorted(ids, key=place)[:\(size)]:
            print(id)
        """
    }

    private static func extending(_ shown: Shown, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        let round = shown.round
        m.part("Change what is read") { m in
            m.p { m in
                m.a(
                    "Draw anew as a new round",
                    .href(
                        RoundsRoute.new.link(query: ["again": "\(round.id)", "again-kind": "redraw"])))
                m.add(", with its reason. Both stay listed.")
            }
            guard round.kind != .census, round.firstClosedAt == nil, round.withdrawn == nil else { return }
            m.form(to: RoundsRoute.extend.link(round.id), key: visit.formKey, .class("narrow")) { m in
                m.textField(
                    "more", "How many more", in: entry,
                    hint: round.kind == .perPerson || round.kind == .perEvent
                        ? "For each person or event: the next in the order of the draw."
                        : "The next in the order of the draw.", width: .short, numeric: true)
                m.textField("reason", "Why", in: entry)
                m.button("Add these cases", .other)
            }
        }
    }
}
