import Documents
package import Kernel
import Markup
import Site
package import Storage

/// Beginning a cohort: which children, what is asked of their conferences, and when ended ones are looked at again.
package enum BeginCohort {
    package struct Form: Sendable {
        package var title: String
        package var question: String
        package var node: ID<Node>?
        /// Empty for three.
        package var months: String
        /// How many the list was taken from; empty where nobody knows.
        package var whole: String

        package init(
            title: String, question: String, node: ID<Node>?, months: String = "3", whole: String = ""
        ) {
            self.title = title
            self.question = question
            self.node = node
            self.months = months
            self.whole = whole
        }
    }

    package enum Refused: Refusal {
        case titleMissing, questionMissing, nodeMissing, monthsWrong, wholeWrong, listMissing, empty
        case wholeTooSmall(Int)
        case unusable(String)

        package var sentence: String {
            switch self {
            case .titleMissing: "Give the cohort a title"
            case .questionMissing: "Say what each conference is asked"
            case .nodeMissing: "Choose the part of the organisation whose children they are"
            case .monthsWrong: "Give the months as a whole number from 1 to 24"
            case .wholeWrong: "Give how many the list was taken from as a whole number, or leave it empty"
            case .wholeTooSmall(let count): "The list itself has \(count) children: they cannot be of fewer"
            case .listMissing: "Choose a file, or a list of the loaded returns"
            case .empty: "Nobody is on that list: choose another"
            case .unusable(let sentence): sentence
            }
        }

        package var field: String? {
            switch self {
            case .titleMissing: "title"
            case .questionMissing: "question"
            case .nodeMissing: "node"
            case .monthsWrong: "months"
            case .wholeWrong, .wholeTooSmall: "whole"
            case .listMissing, .empty: "list"
            case .unusable: "file"
            }
        }
    }

    struct Terms: Sendable {
        let title: String
        let question: String
        let node: ID<Node>
        let months: Int
        let whole: Int?
    }

    static func decide(_ form: Form, children: Int) throws(Refused) -> Terms {
        guard (3...200).contains(form.title.count) else { throw .titleMissing }
        guard (3...1000).contains(form.question.count) else { throw .questionMissing }
        guard let node = form.node else { throw .nodeMissing }
        let months = form.months.isEmpty ? 3 : Int(form.months) ?? 0
        guard (1...24).contains(months) else { throw .monthsWrong }
        var whole: Int?
        if !form.whole.isEmpty {
            guard let number = Int(form.whole), (1...10_000_000).contains(number) else { throw .wholeWrong }
            guard number >= children else { throw .wholeTooSmall(children) }
            whole = number
        }
        guard children > 0 else { throw .empty }
        return Terms(
            title: form.title, question: form.question, node: node, months: months, whole: whole)
    }

    /// The lines of a file: reference, holder, team and the date of the next conference.
    package static func lines(ofFile bytes: [UInt8]) throws(Refused) -> [FrameLine] {
        do {
            return try FrameFileReading.read(bytes).lines
        } catch {
            throw .unusable(error.sentence)
        }
    }

    /// Keeps the cohort; a line's `on` is the child's next conference. Lines that are restricted are left out.
    package static func act(
        _ form: Form, _ lines: [FrameLine], words: String, on listOn: Day, by officer: Officer, today: Day,
        _ connection: Connection, at now: Instant
    ) throws -> ID<Cohort> {
        let lines = lines.filter { $0.excluded == nil }
        let terms = try decide(form, children: lines.count)
        let tree = try UnitTree.read(connection, officer.authority)
        guard tree.isWithin(officer.scopes(for: CohortsRoute.keepers), terms.node, on: today) else {
            throw Refused.nodeMissing
        }
        let matched = try FrameMatching.read(connection, officer.authority, on: today).match(lines)
        let id = ID<Cohort>.make(at: now)
        try connection.insert(
            into: "cohort",
            [
                "authority", "id", "title", "question", "node", "list_words", "list_on", "look_after_months",
                "whole", "made_at", "made_by",
            ],
            rows: [
                [
                    .id(officer.authority), .id(id), .text(terms.title), .text(terms.question),
                    .id(terms.node), .text(words), .day(listOn), .int(terms.months), .int(terms.whole),
                    .instant(now), .id(officer.account),
                ]
            ])
        try connection.insert(
            into: "cohort_child",
            [
                "authority", "cohort", "number", "reference", "holder", "holder_person", "team", "node",
                "due_on", "first_due_on",
            ],
            rows: matched.enumerated().map { index, line in
                [
                    .id(officer.authority), .id(id), .int(index + 1), .sensitive(line.reference),
                    .text(line.holder), .id(line.holderPerson), .text(line.team), .id(line.node),
                    .day(line.on), .day(line.on),
                ]
            })
        try connection.record(
            CohortEvent.event(
                "cohort.begun", id,
                "Began the cohort “\(terms.title)” of \(counted(lines.count, "child", "children"))", officer,
                at: now))
        return id
    }
}

enum CohortEvent {
    static func event(
        _ kind: String, _ id: ID<Cohort>, _ says: String, _ officer: Officer, at now: Instant
    ) -> Event {
        Event(
            authority: officer.authority, at: now, actor: officer.account, kind: kind, subject: "cohort",
            subjectID: id, to: ["says": .string(says)])
    }
}

extension AuditsFeature {
    func newCohort(_ visit: Visit) async throws -> Reply {
        .page(try await beginCohortPage(Entry(filled: ["months": "3"]), visit))
    }

    func beginCohort(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (fields, now, today, sources) = (visit.form, visit.now, visit.today, sources)
        let form = BeginCohort.Form(
            title: fields["title"], question: fields["question"], node: fields.id("node"),
            months: fields["months"], whole: fields["whole"])
        do {
            let id = try await database.write(for: officer.authority) { connection in
                if let file = fields.file("file"), !file.bytes.isEmpty {
                    let lines = try BeginCohort.lines(ofFile: file.bytes)
                    return try BeginCohort.act(
                        form, lines, words: "A list given as a file", on: today, by: officer, today: today,
                        connection, at: now)
                }
                let filter = ListFilter(list: fields["list"], group: fields["group"])
                let (lines, words, day) = try BeginCohort.lines(
                    of: filter, sources, connection, officer.authority)
                return try BeginCohort.act(
                    form, lines, words: words, on: day, by: officer, today: today, connection, at: now)
            }
            return .redirect(to: CohortsRoute.cohort.link(id), notice: "The cohort is begun.")
        } catch let refused as BeginCohort.Refused {
            let entry = visit.entry([FieldError(refused.field, refused.sentence)])
            return .refused(try await beginCohortPage(entry, visit))
        }
    }

    private func beginCohortPage(_ entry: Entry, _ visit: Visit) async throws -> Page {
        let officer = try visit.signedInOfficer
        let (today, sources) = (visit.today, sources)
        let (lists, units) = try await database.read { connection in
            let tree = try UnitTree.read(connection, officer.authority)
            let scopes = officer.scopes(for: CohortsRoute.keepers)
            return (
                try sources.lists(connection, officer.authority),
                tree.units(on: today).filter { tree.isWithin(scopes, $0.id, on: today) }
            )
        }
        return BeginCohort.page(lists, units, entry, visit)
    }
}

extension BeginCohort {
    /// The lines of a list of the loaded returns. The returns know no next conference: each date is given later.
    static func lines(
        of filter: ListFilter, _ sources: AuditSources, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> ([FrameLine], String, Day) {
        guard let list = try sources.lists(connection, authority).first(where: { $0.key == filter.list }),
            let items = try sources.items(connection, authority, list.key)
        else { throw Refused.listMissing }
        var seen: Set<Sensitive<String>> = []
        let lines = items.filter { filter.takes($0) && seen.insert($0.reference).inserted }.map {
            FrameLine(
                reference: $0.reference, holder: $0.holder, team: $0.team, node: $0.node, group: $0.group)
        }
        return (lines, filter.words(list), list.asAt)
    }

    static func page(
        _ lists: [AuditSources.List], _ units: [UnitTree.Unit], _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Begin a cohort review", section: .audits, breadcrumbs: CohortsPage.crumbs, errors: entry.errors
        ) { m in
            m.lead("Every child of a list is reviewed at their own next conference.")
            m.form(to: CohortsRoute.begin.link(), key: visit.formKey, uploads: true) { m in
                m.textField(
                    "title", "Title", in: entry, hint: "Such as “Children registered for emotional abuse”.")
                m.textArea("question", "What is each conference asked?", in: entry)
                m.select(
                    "node", "Whose children are they?",
                    [Choice("", "Choose")] + units.map { Choice($0.id.description, $0.name) }, in: entry)
                m.fileField(
                    "file", "The list as a file", in: entry,
                    hint:
                        "CSV with a heading row: Reference, Holder, Team, Next conference. Case numbers, no names of children.",
                    accepts: ".csv")
                if !lists.isEmpty {
                    m.select(
                        "list", "Or a list of the loaded returns",
                        [Choice("", "None")]
                            + lists.map { Choice($0.key, "\($0.words), \($0.asAt.short)") }, in: entry)
                    m.textField("group", "Of it only this category", in: entry, width: .half)
                }
                m.textField(
                    "whole", "How many was the list taken from?", in: entry,
                    hint: "All children on the register that day, so that the share can be compared later.",
                    width: .short, numeric: true)
                m.textField(
                    "months", "Look at ended ones again after how many months?", in: entry, width: .short,
                    numeric: true)
                m.buttons { m in
                    m.button("Begin the review")
                    m.a("Cancel", .href(CohortsRoute.list.link()))
                }
            }
        }
    }
}
