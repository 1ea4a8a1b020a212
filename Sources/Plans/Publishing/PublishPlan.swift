package import Documents
package import Kernel
import Markup
import PlanChecks
import PlanFormat
import Site
package import Storage

/// Publishing a version of a plan: the form, the rule, the transaction and the page, in the order they happen.
package enum PublishPlan {
    package enum Refused: Refusal {
        case nameMissing
        case approverMissing
        case dayMissing
        case wrongDay(String)
        case dayAhead
        case nothingToPublish
        /// How many errors of the checks nobody has mended or stood by.
        case openErrors(Int)
        case changedMeanwhile

        package var sentence: String {
            switch self {
            case .nameMissing: "Give the version a name"
            case .approverMissing: "Say which body approved it"
            case .dayMissing: "Give the day on which it was approved"
            case .wrongDay(let sentence): sentence
            case .dayAhead: "The day of approval cannot be ahead"
            case .nothingToPublish: "There is no action in this plan yet"
            case .openErrors(let count):
                "\(counted(count, "error")) of the checks \(count == 1 ? "is" : "are") still open: mend each one, or accept it with a reason"
            case .changedMeanwhile:
                "The plan was changed while you had this page open: look at what it says now, then publish it"
            }
        }

        package var field: String? {
            switch self {
            case .nameMissing: "name"
            case .approverMissing: "approvedBy"
            case .dayMissing, .wrongDay, .dayAhead: "approvedOn"
            case .nothingToPublish, .openErrors, .changedMeanwhile: nil
            }
        }
    }

    package struct Words: Sendable {
        package var name: String
        package var approvedBy: String
        package var approvedOn: Day
        /// What the body said, where it said more than yes.
        package var approvedWords: String?

        package init(name: String, approvedBy: String, approvedOn: Day, approvedWords: String? = nil) {
            (self.name, self.approvedBy) = (name, approvedBy)
            (self.approvedOn, self.approvedWords) = (approvedOn, approvedWords)
        }
    }

    static func words(_ form: Fields) throws(Refused) -> Words {
        guard !form["name"].isEmpty else { throw .nameMissing }
        guard !form["approvedBy"].isEmpty else { throw .approverMissing }
        switch form.date("approvedOn", called: "the approval") {
        case .empty: throw .dayMissing
        case .wrong(let sentence): throw .wrongDay(sentence)
        case .day(let day):
            return Words(
                name: form["name"], approvedBy: form["approvedBy"], approvedOn: day,
                approvedWords: form["approvedWords"].nilIfEmpty)
        }
    }

    static func decide(
        _ words: Words, actions: Int, openErrors: Int, on today: Day
    ) throws(Refused) {
        guard words.approvedOn <= today else { throw .dayAhead }
        guard actions > 0 else { throw .nothingToPublish }
        guard openErrors == 0 else { throw .openErrors(openErrors) }
    }
}

// MARK: Acting

extension PublishPlan {
    /// Publishes the plan as it stands, in the connection's transaction; gives the version's number.
    ///
    /// `seen` is the revision that the form knew of; nil where there was no form. `document` is what the plan was read
    /// from, for the checks. Throws `Refused`.
    @discardableResult
    package static func publish(
        _ plan: ID<PlanRecord>, _ words: Words, seen: Int? = nil, document: Document?, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws -> Int {
        let authority = officer.authority
        guard let read = try RunningPlan.read(connection, authority, plan, at: nil, on: today) else {
            throw NotFound()
        }
        guard seen == nil || seen == read.plan.header.revision else { throw Refused.changedMeanwhile }
        let checked = try CheckedPlan.read(connection, authority, read, document: document)
        try decide(words, actions: read.plan.actions.count, openErrors: checked.count(.error), on: today)
        let before = try VersionSQL.versions(connection, authority, plan).first?.number ?? 0
        try DatesSQL.lock(plan, authority, at: now, by: DatesSQL.Actor(officer), connection)
        try connection.run(
            "UPDATE plan_run SET published_at = COALESCE(published_at, $3) WHERE authority = $1 AND plan = $2",
            [.id(authority), .id(plan), .instant(now)])
        try UpdatesSQL.begin(plan, authority, connection, on: today)
        guard let running = try RunningPlan.read(connection, authority, plan, at: nil, on: today) else {
            throw NotFound()
        }
        let number = before + 1
        let snapshot = PlanVersion.snapshot(
            words, number: number, running, accepted: checked.accepted, by: officer, at: now)
        let file = try connection.keep(
            Array((snapshot.text(pretty: true) + "\n").utf8), name: "version \(number).json",
            mediaType: "application/json", for: authority, at: now)
        try VersionSQL.insert(
            PlanVersion(
                number: number, name: words.name, approvedBy: words.approvedBy,
                approvedOn: words.approvedOn, approvedWords: words.approvedWords, published: now, day: today,
                publishedBy: officer.name, snapshot: file.id, sha256: file.sha256),
            of: plan, by: officer, connection)
        try PlanSQL.touch(plan, authority, connection)
        try connection.record(
            Event(
                authority: authority, at: now, actor: officer.account, kind: "plan.published",
                subject: "plan",
                subjectID: plan, plan: plan,
                to: [
                    "says": .string(
                        "Version \(number), \(words.name), published; approved by \(words.approvedBy) on \(words.approvedOn.long)"
                    ), "number": .integer(Int64(number)), "sha256": .string(file.sha256),
                    "accepted": .integer(Int64(checked.accepted.count)),
                ]))
        return number
    }
}

extension PlansFeature {
    func newVersion(_ visit: Visit) async throws -> Reply {
        let plan = try await planToRead(visit)
        let checked = try await checked(plan, visit)
        let entry = Entry(filled: ["name": plan.header.version ?? ""])
        return .page(PublishPlan.page(plan, checked, entry, visit))
    }

    func publish(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let document = try await sourceDocument(plan.header, officer)
        do {
            let words = try PublishPlan.words(visit.form)
            let number = try await database.write(for: officer.authority) { connection in
                try PublishPlan.publish(
                    plan.header.id, words, seen: Int(visit.form["revision"]) ?? 0, document: document,
                    by: officer, at: visit.now, on: visit.today, connection)
            }
            return .redirect(
                to: PublishingRoute.version.link(plan.header.id, number),
                notice: number == 1
                    ? "Version 1 is published. The first dates are locked: from now on a date moves only with a reason and an approver."
                    : "Version \(number) is published.")
        } catch let refusal as PublishPlan.Refused {
            let now = try await planToRead(visit)
            return .refused(
                PublishPlan.page(now, try await checked(now, visit), visit.entry(refusal), visit))
        }
    }
}

// MARK: Page

extension PublishPlan {
    static func page(_ plan: KeptPlan, _ checked: CheckedPlan, _ entry: Entry, _ visit: Visit) -> Page {
        let errors = checked.open.filter { $0.finding.severity == .error }
        return Page(
            "Publish a version", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan.header)
                + [Link("Versions", PublishingRoute.versions.link(plan.header.id))],
            facts: [
                "\(counted(plan.actions.count, "action"))",
                "\(strong: "\(errors.count)") open \(errors.count == 1 ? "error" : "errors")",
                "\(strong: "\(checked.accepted.count)") accepted with a reason",
            ], errors: entry.errors
        ) { m in
            m.lead(
                "A published version is kept as it is for good. With the first, the first dates are locked and updates fall due."
            )
            if !errors.isEmpty { open(plan, errors, &m) }
            m.form(to: PublishingRoute.publish.link(plan.header.id), key: visit.formKey, .class("narrow")) {
                m in
                m.hiddenField("revision", "\(plan.header.revision)")
                m.textField(
                    "name", "Name of the version", in: entry,
                    hint: "Such as 2.1, or “as sent to the inspectors”",
                    width: .half)
                m.textField(
                    "approvedBy", "Approved by", in: entry, hint: "The body, such as the Improvement Board")
                m.dateField("approvedOn", "Approved on", in: entry, hint: "For example, 18 11 2026")
                m.textArea(
                    "approvedWords", "What the body said, if it said more than yes", in: entry,
                    hint: "As its minutes have it. Do not name a child.")
                m.buttons { m in
                    m.button("Publish this version")
                    m.a("Cancel", .href(PublishingRoute.versions.link(plan.header.id)))
                }
            }
            if !checked.accepted.isEmpty {
                m.part("Printed with the version", note: "Somebody stands by each of these.") { m in
                    for finding in checked.accepted { m.finding(ChecksPage.shown(plan, finding)) { _ in } }
                }
            }
        }
    }

    private static func open(
        _ plan: KeptPlan, _ errors: [CheckedPlan.Finding], _ m: inout Markup
    ) {
        m.part("Mend or accept these first", id: "errors") { m in
            for finding in errors.prefix(50) {
                m.finding(ChecksPage.shown(plan, finding)) { m in
                    m.a(
                        "Accept with a reason\(hidden: ": \(finding.finding.subject)")",
                        .href(PlansRoute.acceptFinding.link(plan.header.id, finding.id)))
                }
            }
            if errors.count > 50 { m.note("And \(errors.count - 50) more.") }
            m.p {
                $0.a(
                    "See them all among the checks",
                    .href(PlansRoute.checks.link(plan.header.id, query: ["severity": "error"])))
            }
        }
    }
}
