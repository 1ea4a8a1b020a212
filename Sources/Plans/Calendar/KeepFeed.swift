import Kernel
import Markup
import Site
import Storage

/// Somebody's own private address for the calendar: made, shown once, ended.
extension PlansFeature {
    func feed(_ visit: Visit) async throws -> Reply {
        .page(KeepFeed.page(made: try await feedMade(visit), address: nil, visit))
    }

    /// Makes the address; the one before it ends. It is shown on the answer and never again.
    func makeFeed(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (text, hash) = feeds.make(officer.authority)
        try await database.write(for: officer.authority) { connection in
            try KeepFeed.end(officer, at: visit.now, connection)
            try connection.run(
                """
                INSERT INTO calendar_feed (authority, token_hash, account, made) VALUES ($1, $2, $3, $4)
                """,
                [.id(officer.authority), .text(hash), .id(officer.account), .instant(visit.now)])
            try connection.record(KeepFeed.event("feed.made", officer, at: visit.now))
        }
        let address = publicAddress + CalendarRoute.fetchFeed.link(text + ".ics")
        return .page(KeepFeed.page(made: visit.now, address: address, visit))
    }

    func revokeFeed(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        try await database.write(for: officer.authority) { connection in
            guard try KeepFeed.end(officer, at: visit.now, connection) > 0 else { return }
            try connection.record(KeepFeed.event("feed.ended", officer, at: visit.now))
        }
        return .redirect(to: CalendarRoute.feed.link(), notice: "The private address no longer works.")
    }

    private func feedMade(_ visit: Visit) async throws -> Instant? {
        let officer = try visit.signedInOfficer
        return try await database.read { connection in
            try connection.first(
                "SELECT made FROM calendar_feed WHERE authority = $1 AND account = $2 AND revoked IS NULL",
                [.id(officer.authority), .id(officer.account)]
            ) { try $0.instant(0) }
        }
    }
}

enum KeepFeed {
    @discardableResult
    static func end(_ officer: Officer, at now: Instant, _ connection: Connection) throws -> Int {
        try connection.run(
            """
            UPDATE calendar_feed SET revoked = $3
            WHERE authority = $1 AND account = $2 AND revoked IS NULL
            """, [.id(officer.authority), .id(officer.account), .instant(now)])
    }

    static func event(_ kind: String, _ officer: Officer, at now: Instant) -> Event {
        Event(
            authority: officer.authority, at: now, actor: officer.account, kind: kind, subject: "account",
            subjectID: officer.account)
    }

    static func page(made: Instant?, address: String?, _ visit: Visit) -> Page {
        Page(
            "The calendar in your own calendar", section: .timeline,
            breadcrumbs: [Link("Calendar", CalendarRoute.calendar.link())],
            banner: address == nil
                ? nil : Banner(.saved, "Saved", "Your private address is made. It is shown this once.")
        ) { m in
            m.lead(
                "Outlook and other calendar programs can fetch what falls due from a private address of yours, several times a day."
            )
            if let address {
                m.part("Your private address") { m in
                    m.p { $0.element("code", [.class("secret")], address) }
                    m.note(
                        "Copy it now into “Add a calendar from the internet”, or whatever your program calls it. Whoever has it sees what you may see of these days, without signing in."
                    )
                }
            }
            m.p(
                made == nil
                    ? "You have no private address."
                    : address == nil
                        ? "Your private address was made on \(made?.inLondon.day.long ?? ""). It cannot be shown again."
                        : "If it is lost, or somebody else has it, end it here and make another.")
            m.p(
                "It says the reference and the first words of each action, and the day, and nothing about a child or a person. It shows what your roles open on the day that it is fetched, and stops when your account does."
            )
            m.form(to: CalendarRoute.makeFeed.link(), key: visit.formKey) { m in
                m.button(made == nil ? "Make a private address" : "End it and make another")
            }
            if made != nil {
                m.form(to: CalendarRoute.revokeFeed.link(), key: visit.formKey) { m in
                    m.button("End the private address", .other)
                }
            }
        }
    }
}
