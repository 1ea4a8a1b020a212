package import Kernel
import Markup
import Site
package import Storage

/// Somebody doing something to a document, at a moment, inside one transaction.
package struct GuidanceActing {
    package let officer: Officer
    package let now: Instant
    package let today: Day
    package let connection: Connection

    package init(_ officer: Officer, at now: Instant, on today: Day, _ connection: Connection) {
        self.officer = officer
        self.now = now
        self.today = today
        self.connection = connection
    }

    /// The last three columns of every fact.
    var who: [SQLValue] { [.instant(now), .id(officer.account), .id(officer.person)] }

    /// The document as it stands inside the transaction, for somebody who may see it.
    func guidanceCase(
        _ id: ID<GuidanceRecord>, of plan: ID<PlanRecord>, revision: Int?
    ) throws -> GuidanceCase {
        guard let found = try GuidanceCase.read(connection, officer, plan, id, on: today) else {
            throw NotFound()
        }
        if let revision, revision != found.guidance.revision { throw GuidanceChanged() }
        return found
    }

    /// Writes what was done into the journal: of the document, and of each action that it carries out.
    ///
    /// `says` is given what to call the document. Everybody who reads the plan reads an action's history, so that
    /// a document of which nothing is issued yet is not named there.
    func record(
        _ kind: String, _ guidance: Guidance, _ actions: [ID<ActionRecord>], says: (String) -> String,
        from: JSON = .null, to: [(String, JSON)] = [], reason: String? = nil
    ) throws {
        func event(_ subject: String, _ id: String, to: JSON) -> Event {
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: kind, subject: subject,
                subjectID: id, plan: guidance.plan, to: to)
        }
        let named = says("“\(guidance.title)”").capitalised
        var own = event(
            "guidance", guidance.id.description,
            to: .object([JSON.Member("says", .string(named))] + to.map { JSON.Member($0.0, $0.1) }))
        own.from = from
        own.reason = reason
        try connection.record(own)
        let inPlan =
            guidance.issuedVersion == nil ? says(guidance.kind.indefinite).capitalised : named
        for action in actions {
            try connection.record(
                event(
                    "action", action.description,
                    to: ["says": .string(inPlan), "guidance": .string(guidance.id.description)]))
        }
    }
}

/// Somebody kept another state of the document meanwhile.
struct GuidanceChanged: Refusal {
    var sentence: String {
        "Somebody changed this document while you had it open: how it stands now is below, what you typed is still in the form"
    }
    var field: String? { nil }
}

/// A document before somebody who may see it, with all that a page or a rule asks of it.
struct GuidanceCase: Sendable {
    let plan: KeptPlan.Header
    let guidance: Guidance
    let story: GuidanceStory
    let actions: [GuidanceAction]
    let eyes: GuidanceEyes
    let roll: ReadingRoll?
    let today: Day

    var line: Line { eyes.doer.line }
    var tends: Bool { eyes.tends(guidance) && guidance.withdrawn == nil }
    var seesDrafts: Bool { eyes.seesDrafts(guidance, story) }
    /// The body whose turn it is.
    var body: GuidanceStory.Body? {
        story.bodies(of: guidance.version).first { $0.position == guidance.waitsFor }
    }
    var address: String { GuidanceRoute.document.link(plan.id, guidance.id) }

    /// Whether the person may see that version: it was issued, or they see drafts.
    func sees(version: Int) -> Bool { seesDrafts || story.issues.contains { $0.version == version } }

    static func read(
        _ connection: Connection, _ officer: Officer, _ plan: ID<PlanRecord>, _ id: ID<GuidanceRecord>,
        on today: Day
    ) throws -> GuidanceCase? {
        guard let header = try PlanSQL.header(connection, officer.authority, plan),
            let guidance = try GuidanceSQL.guidance(connection, officer.authority, id),
            guidance.plan == plan
        else { return nil }
        let story = try GuidanceSQL.story(connection, officer.authority, id)
        let eyes = try GuidanceEyes.of(officer, plan, connection, on: today)
        guard guidance.issuedVersion != nil || eyes.seesDrafts(guidance, story) else { return nil }
        return GuidanceCase(
            plan: header, guidance: guidance, story: story,
            actions: try GuidanceSQL.actions(connection, officer.authority, plan)[id] ?? [], eyes: eyes,
            roll: try RollSQL.roll(connection, officer.authority, id, story.issues, on: today), today: today)
    }
}

extension PlansFeature {
    /// The document of the address; not found for whoever may not see it.
    func guidanceCase(_ visit: Visit) async throws -> GuidanceCase {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let id: ID<GuidanceRecord> = try visit.id("document")
        let today = visit.today
        guard
            let found = try await database.read({
                try GuidanceCase.read($0, officer, plan, id, on: today)
            })
        else { throw NotFound() }
        return found
    }

    /// The form of a deed, for whoever may do it.
    func guidanceForm(
        _ visit: Visit, if may: (GuidanceCase) -> Bool, _ page: (GuidanceCase) throws -> Page
    ) async throws -> Reply {
        let found = try await guidanceCase(visit)
        guard may(found) else { throw NotFound() }
        return .page(try page(found))
    }

    /// Does a deed in one transaction; a refusal shows its form again with what was typed.
    func guidanceDeed(
        _ visit: Visit, notice: String, again page: (GuidanceCase, Entry) throws -> Page,
        _ act: @escaping @Sendable (ID<PlanRecord>, ID<GuidanceRecord>, GuidanceActing) throws -> Void
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let id: ID<GuidanceRecord> = try visit.id("document")
        do {
            try await database.write(for: officer.authority) { connection in
                try act(plan, id, GuidanceActing(officer, at: visit.now, on: visit.today, connection))
            }
            return .redirect(to: GuidanceRoute.document.link(plan, id), notice: notice)
        } catch let refusal as any Refusal {
            return .refused(try page(try await guidanceCase(visit), visit.entry(refusal)))
        }
    }
}

extension Fields {
    /// The revision that a form was made from.
    var revision: Int? { Int(self["revision"]) ?? -1 }

    /// A date of a form; refuses one that is missing or is no date.
    func guidanceDay(_ name: String, called what: String) throws(GuidanceDateRefused) -> Day {
        guard let day = try guidanceDayOrNil(name, called: what) else {
            throw GuidanceDateRefused(name: name, words: "Give \(what)")
        }
        return day
    }

    func guidanceDayOrNil(_ name: String, called what: String) throws(GuidanceDateRefused) -> Day? {
        switch date(name, called: what) {
        case .empty: return nil
        case .day(let day): return day
        case .wrong(let words): throw GuidanceDateRefused(name: name, words: words)
        }
    }
}

struct GuidanceDateRefused: Refusal {
    let name: String
    let words: String
    var sentence: String { words }
    var field: String? { name }
}

extension Entry {
    /// A form with a date in it, filled from a record.
    init(_ values: [String: [String]], day name: String, _ day: Day?) {
        var values = values
        if let civil = day?.civil {
            values["\(name)-day"] = ["\(civil.day)"]
            values["\(name)-month"] = ["\(civil.month)"]
            values["\(name)-year"] = ["\(civil.year)"]
        }
        self.init(values)
    }
}

extension Line {
    /// Posts and people as a form offers them.
    var choices: [Choice] {
        let posts = posts.keys.map { Choice(Accountable.post($0).choice, words(.post($0))) }
        let people = names.map { Choice(Accountable.person($0.key).choice, $0.value) }
        return posts.sorted { $0.words < $1.words } + people.sorted { $0.words < $1.words }
    }
}

extension String {
    /// With a capital letter at its beginning.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
