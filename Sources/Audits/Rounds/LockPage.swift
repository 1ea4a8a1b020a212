import Kernel
import Markup
import Site
import Storage

/// Checking the answers before the frame is fixed for ever.
extension AuditsFeature {
    func checkRoundLock(_ visit: Visit) async throws -> Reply {
        try await lockPage(visit, Entry())
    }

    func lockRound(_ visit: Visit) async throws -> Reply {
        let (officer, today, now) = (try visit.signedInOfficer, visit.today, visit.now)
        let id: ID<AuditRound> = try visit.id("round")
        let revision = Int(visit.form["revision"]) ?? 0
        do {
            try await database.write(for: officer.authority) {
                try LockFrame.act(id, after: revision, by: officer, on: today, at: now, $0)
            }
            return .redirect(
                to: RoundsRoute.draw.link(id), notice: "The frame is locked. Draw the sample next.")
        } catch let refused as LockFrame.Refused {
            return try await lockPage(visit, visit.entry([FieldError(refused.field, refused.sentence)]))
        }
    }

    private func lockPage(_ visit: Visit, _ entry: Entry) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let id: ID<AuditRound> = try visit.id("round")
        let (round, counts, tool) = try await database.read { connection in
            let round = try RoundAccess.kept(connection, officer, id, on: today)
            return (
                round, try FrameSQL.counts(connection, officer.authority, round),
                try ToolSQL.tool(connection, officer.authority, round.tool, version: round.toolVersion)?.title
            )
        }
        let page = Page(
            "Lock the frame of \(round.title)", section: .audits, breadcrumbs: RoundCrumbs.round(round),
            errors: entry.errors
        ) { m in
            m.summaryList(RoundPage.terms(round, tool: tool))
            m.part("What would be drawn") { m in
                m.p(
                    "The frame has \(strong: counted(counts.count, "case")); \(counts.all - counts.count) are left out."
                )
                FramePage.says(round, counts, &m)
            }
            if round.lockedAt == nil {
                m.p(
                    "Once locked, neither the list nor the round changes any more. Its count and hash stay on the record, and it is drawn from once."
                )
                m.form(to: RoundsRoute.lock.link(id), key: visit.formKey) { m in
                    m.hiddenField("revision", "\(round.revision)")
                    m.buttons { m in
                        m.button("Lock the frame for ever")
                        m.a("Go back", .href(RoundsRoute.frame.link(id)))
                    }
                }
            }
        }
        return entry.errors.isEmpty ? .page(page) : .refused(page)
    }
}
