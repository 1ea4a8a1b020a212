package import Documents
package import Kernel
import Markup
import Site
package import Storage

/// Adding evidence for an action: a file or a link, what it shows, its date, whose data it holds.
package enum AddEvidence {
    package enum Refused: Refusal {
        case nothingGiven, bothGiven, tooLarge
        case unusable(String)
        case nameDisagrees(String, KnownFile)
        case linkUnusable
        case showsMissing, personalUnsaid
        case date(String)
        case dateAhead
        case actionClosed

        package var sentence: String {
            switch self {
            case .nothingGiven: "Choose a file, or give a link"
            case .bothGiven: "Give a file or a link, not both: add the other as evidence of its own"
            case .tooLarge: "The file is larger than 20 MB: add the part of it that shows something"
            case .unusable(let sentence): sentence
            case .nameDisagrees(let name, let kind):
                "\(name) holds \(kind.article) \(kind.words) file: give it a name that ends in .\(kind.endings[0])"
            case .linkUnusable:
                "The link must begin with https://, http:// or \\\\server\\, or be the reference of a document"
            case .showsMissing: "Say what it shows"
            case .personalUnsaid: "Say whether it holds personal data about a child or family"
            case .date(let sentence): sentence
            case .dateAhead: "The date of the evidence is still to come"
            case .actionClosed: "This action is closed: it must be reopened before evidence is added"
            }
        }

        package var field: String? {
            switch self {
            case .nothingGiven, .bothGiven, .tooLarge, .unusable, .nameDisagrees: "file"
            case .linkUnusable: "link"
            case .showsMissing: "shows"
            case .personalUnsaid: "personal"
            case .date, .dateAhead: "dated"
            case .actionClosed: nil
            }
        }
    }

    /// What somebody offers, read and found usable.
    package struct Offered: Sendable {
        package enum What: Sendable {
            case file(name: String, KnownFile, [UInt8])
            case link(name: String, address: String)
        }

        package var what: What
        package var shows: String
        package var dated: Day
        package var isPersonal: Bool
        package var criterion: ID<CriterionRecord>?

        package init(
            _ what: What, shows: String, dated: Day, isPersonal: Bool = false,
            criterion: ID<CriterionRecord>? = nil
        ) {
            self.what = what
            self.shows = shows
            self.dated = dated
            self.isPersonal = isPersonal
            self.criterion = criterion
        }
    }

    package static let largest = 20 << 20

    static func decide(_ form: Fields, on today: Day) throws(Refused) -> Offered {
        let what = try what(form)
        guard form["shows"].count >= 3 else { throw .showsMissing }
        let dated: Day
        switch form.dayGiven("dated", called: "the date of the evidence") {
        case .day(let day): dated = day
        case .wrong(let sentence): throw .date(sentence)
        case .none: dated = today
        }
        guard dated <= today else { throw .dateAhead }
        guard ["yes", "no"].contains(form["personal"]) else { throw .personalUnsaid }
        return Offered(
            what, shows: form["shows"], dated: dated, isPersonal: form["personal"] == "yes",
            criterion: form.id("criterion"))
    }

    private static func what(_ form: Fields) throws(Refused) -> Offered.What {
        let link = form["link"]
        guard let file = form.file("file") else {
            guard !link.isEmpty else { throw .nothingGiven }
            guard isUsable(link: link) else { throw .linkUnusable }
            return .link(name: form["linkName"].nilIfEmpty ?? link.short, address: link)
        }
        guard link.isEmpty else { throw .bothGiven }
        return try self.file(file.bytes, named: file.name)
    }

    /// The file as it may be kept: its kind told from its bytes, its name cleaned and in agreement.
    package static func file(_ bytes: [UInt8], named name: String) throws(Refused) -> Offered.What {
        guard bytes.count <= largest else { throw .tooLarge }
        let kind: KnownFile
        do {
            kind = try KnownFile(bytes)
        } catch {
            throw .unusable(error.sentence.withoutStop)
        }
        var clean = cleaned(name)
        let ending = clean.lastIndex(of: ".").map { clean[clean.index(after: $0)...].lowercased() }
        if let ending, ending.count <= 5, ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
            guard kind.endings.contains(ending) else { throw .nameDisagrees(clean, kind) }
        } else {
            clean += ".\(kind.endings[0])"
        }
        return .file(name: clean, kind, bytes)
    }

    /// Without folders, marks that turn the direction of writing, and dots or spaces at its beginning.
    static func cleaned(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let scalars = last.unicodeScalars.filter { scalar in
            scalar.value >= 0x20 && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
                && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
                && ![0x200E, 0x200F, 0xFEFF].contains(scalar.value)
        }
        let kept = String(String.UnicodeScalarView(scalars)).drop { $0 == "." || $0 == " " }.trimmed
        return kept.isEmpty ? "evidence" : String(kept.suffix(150))
    }

    /// An address of the web, a share of the house, or a document's reference. Never fetched.
    static func isUsable(link: String) -> Bool {
        guard link.count <= 2000, !link.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            return false
        }
        if link.hasPrefix("\\\\") { return link.count > 3 }
        let lower = link.lowercased()
        for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
            let host = lower.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
            return !host.isEmpty && !host.contains("@") && !lower.contains(" ")
        }
        // A reference such as "Minutes 14/3" has a space behind any colon; what has none may be a scheme.
        let scheme = lower.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        let rest = lower.dropFirst(scheme.count)
        return !(rest.hasPrefix(":") && !rest.hasPrefix(": ")) && !rest.hasPrefix("//")
    }
}

extension KnownFile {
    fileprivate var article: String {
        switch self {
        case .workbook, .openText, .openSheet, .openPresentation: "an"
        default: "a"
        }
    }
}

// MARK: Acting

extension AddEvidence {
    /// Keeps the evidence and its event, in the transaction of `connection`.
    @discardableResult
    package static func add(
        _ offered: Offered, to action: ID<ActionRecord>, of plan: ID<PlanRecord>, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws -> ID<EvidenceRecord> {
        let judged = try JudgedAction.read(connection, officer.authority, plan, action)
        guard judged.run.closing != .closed else { throw Refused.actionClosed }
        let id = ID<EvidenceRecord>.make(at: now)
        var name: String
        var kept: StoredFile?
        var known: KnownFile?
        var address: String?
        switch offered.what {
        case .file(let given, let kind, let bytes):
            name = given
            known = kind
            kept = try connection.keepProven(
                bytes, name: given, mediaType: kind.mediaType, for: officer.authority, at: now)
        case .link(let given, let link):
            name = given
            address = link
        }
        try connection.run(
            """
            INSERT INTO evidence (authority, id, plan, action, criterion, added_at, added_on, account, person,
                name, file, kind, address, shows, dated_on, is_personal)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            [
                .id(officer.authority), .id(id), .id(plan), .id(action),
                .id(try criterion(offered, judged, officer, connection)), .instant(now), .day(today),
                .id(officer.account), .id(officer.person), .text(name), .id(kept?.id),
                .optional(known?.rawValue), .optional(address), .text(offered.shows), .day(offered.dated),
                .bool(offered.isPersonal),
            ])
        // The name of what holds personal data may itself be some: it never enters the journal.
        let says =
            offered.isPersonal
            ? "Evidence added that holds personal data" : "Evidence added: \(name), “\(offered.shows)”"
        try connection.record(
            judged.event("evidence.added", says: says, by: officer, officer.authority, at: now))
        return id
    }

    /// The criterion, if it is one of the same action's or of its area's.
    private static func criterion(
        _ offered: Offered, _ action: JudgedAction, _ officer: Officer, _ connection: Connection
    ) throws -> ID<CriterionRecord>? {
        guard let criterion = offered.criterion else { return nil }
        return try EvidenceSQL.criteria(connection, officer.authority, action)
            .first { $0.id == criterion }?.id
    }
}

extension EvidenceSQL {
    /// The criteria that evidence of the action may speak to: its own, and its area's that belong to no action.
    static func criteria(
        _ connection: Connection, _ authority: ID<Authority>, _ action: JudgedAction
    ) throws -> [(id: ID<CriterionRecord>, text: String)] {
        try connection.rows(
            """
            SELECT id, text FROM plan_criterion
            WHERE authority = $1 AND plan = $2 AND (action = $3 OR (action IS NULL AND area = $4))
            ORDER BY position
            """, [.id(authority), .id(action.plan.id), .id(action.id), .id(action.area)]
        ) { (id: try $0.id(0), text: try $0.text(1)) }
    }
}

extension PlansFeature {
    func newEvidence(_ visit: Visit) async throws -> Reply {
        let (action, criteria) = try await evidenceForm(visit)
        return .page(AddEvidence.page(action, criteria, .dated(["dated": visit.today]), visit))
    }

    func addEvidence(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (action, criteria) = try await evidenceForm(visit)
        do {
            let offered = try AddEvidence.decide(visit.form, on: visit.today)
            try await database.write(for: officer.authority) {
                try AddEvidence.add(
                    offered, to: action.id, of: action.plan.id, by: officer, at: visit.now, on: visit.today,
                    $0)
            }
            return .redirect(
                to: action.address, notice: "The evidence is added. Somebody independent will judge it.")
        } catch let refusal as AddEvidence.Refused {
            return .refused(AddEvidence.page(action, criteria, visit.entry(refusal), visit))
        }
    }

    private func evidenceForm(
        _ visit: Visit
    ) async throws -> (JudgedAction, [(id: ID<CriterionRecord>, text: String)]) {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let id: ID<ActionRecord> = try visit.id("action")
        return try await database.read { connection in
            let action = try JudgedAction.read(connection, officer.authority, plan, id)
            return (action, try EvidenceSQL.criteria(connection, officer.authority, action))
        }
    }
}

// MARK: Page

extension AddEvidence {
    static func page(
        _ action: JudgedAction, _ criteria: [(id: ID<CriterionRecord>, text: String)], _ entry: Entry,
        _ visit: Visit
    ) -> Page {
        Page(
            "Add evidence", section: .plan, breadcrumbs: action.crumbs,
            facts: [Markup(action.words)], errors: entry.errors
        ) { m in
            m.form(
                to: EvidenceRoute.addEvidence.link(action.plan.id, action.id), key: visit.formKey,
                uploads: true, .class("narrow")
            ) { m in
                m.fileField(
                    "file", "The file", in: entry,
                    hint:
                        "PDF, Word, Excel, PowerPoint, OpenDocument, a picture or text. Up to 20 MB. Nothing with macros.",
                    accepts: KnownFile.allCases.flatMap(\.endings).map { ".\($0)" }.joined(separator: ","))
                m.disclosure("Or give a link", isOpen: !entry.value("link").isEmpty) { m in
                    m.textField(
                        "link", "The link", in: entry,
                        hint:
                            "Begins with https:// or \\\\server\\, or is the document’s reference. It is kept, never opened by Plumbline."
                    )
                    m.textField("linkName", "What it is called", in: entry)
                }
                m.textArea(
                    "shows", "What does it show?", in: entry,
                    hint: "One sentence. Everybody who reads the plan sees it: do not name a child.", rows: 2)
                m.dateField("dated", "Its date", in: entry, hint: "The day that it was made or is true of")
                m.radios(
                    "personal", "Does it hold personal data about a child or family?",
                    [
                        Choice("no", "No"),
                        Choice(
                            "yes", "Yes",
                            hint:
                                "Only roles with case access can open it, every opening is recorded, and it goes into no pack. You may not see it again yourself."
                        ),
                    ], in: entry)
                if !criteria.isEmpty {
                    m.select(
                        "criterion", "Does it speak to a success criterion?",
                        [Choice("", "To the action as a whole")]
                            + criteria.map { Choice($0.id.description, $0.text.short) }, in: entry)
                }
                m.buttons { m in
                    m.button("Add this evidence")
                    m.a("Cancel", .href(action.address))
                }
            }
        }
    }
}
