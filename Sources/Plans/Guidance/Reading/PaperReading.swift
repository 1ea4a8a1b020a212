package import Kernel
import Markup
import Site

/// Writing down that somebody without an account has read a document, with the date that they signed.
package enum PaperReading {
    enum Refused: String, Refusal {
        case personMissing = "Choose who has read it"
        case notOnList = "That person is not on the list of this document today"
        case notInForce = "No version of this document is in force"
        case future = "A reading is written down once it has happened"
        case beforeIssue = "That is before the version was issued"
        case otherVersion =
            "A newer version was issued while you had this open: this reading would be of that one"

        var field: String? {
            switch self {
            case .personMissing, .notOnList: "person"
            case .future, .beforeIssue: "on"
            case .notInForce, .otherVersion: nil
            }
        }
    }

    package struct Form: Sendable {
        package var person: ID<Person>?
        package var on: Day
        package var version: Int?

        package init(_ person: ID<Person>, on: Day) {
            self.person = person
            self.on = on
        }

        init(_ fields: Fields) throws {
            person = fields.id("person")
            on = try fields.guidanceDay("on", called: "the day of the reading")
            version = Int(fields["version"])
        }
    }

    static func decide(
        _ guidance: Guidance, _ story: GuidanceStory, _ roll: ReadingRoll?, _ form: Form, on today: Day
    ) throws(Refused) -> ReadingRoll.Reading {
        guard guidance.isInForce, let version = guidance.issuedVersion, let roll else { throw .notInForce }
        guard form.version == nil || form.version == version else { throw .otherVersion }
        guard let person = form.person else { throw .personMissing }
        guard roll.readers.contains(where: { $0.person == person }) else { throw .notOnList }
        guard form.on <= today else { throw .future }
        let issued = story.issues.filter { $0.version == version }.map(\.on).min()
        guard issued.map({ $0 <= form.on }) ?? false else { throw .beforeIssue }
        return ReadingRoll.Reading(version: version, person: person, on: form.on, onPaper: true)
    }

    package static func act(
        _ form: Form, on id: ID<GuidanceRecord>, of plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws {
        let found = try acting.guidanceCase(id, of: plan, revision: nil)
        guard found.eyes.tends(found.guidance) else { throw NotFound() }
        let reading = try decide(found.guidance, found.story, found.roll, form, on: acting.today)
        guard try RollSQL.insert(reading, of: id, by: acting.officer, at: acting.now, acting.connection)
        else { return }
        try acting.record(
            "guidance.read", found.guidance, [],
            says: { _ in "A reading of version \(reading.version) on paper was written down" },
            to: [("reader", .string(reading.person.description)), ("on", .string(form.on.description))])
    }
}

extension PlansFeature {
    func paperReading(_ visit: Visit) async throws -> Reply {
        try await guidanceForm(visit, if: { $0.tends && $0.guidance.isInForce }) { found in
            PaperReading.page(
                found, Entry(["person": visit.query.all("person")], day: "on", found.today), visit)
        }
    }

    func addPaperReading(_ visit: Visit) async throws -> Reply {
        try await guidanceDeed(
            visit, notice: "The reading is written down.", again: { PaperReading.page($0, $1, visit) }
        ) { plan, id, acting in
            try PaperReading.act(try PaperReading.Form(visit.form), on: id, of: plan, acting)
        }
    }
}

// MARK: Page

extension PaperReading {
    static func page(_ found: GuidanceCase, _ entry: Entry, _ visit: Visit) -> Page {
        let guidance = found.guidance
        return Page(
            "Write down a reading on paper", section: .plan,
            breadcrumbs: GuidanceCrumbs.to(found.plan, found), facts: [Markup(guidance.title)],
            errors: entry.errors
        ) { m in
            m.p(
                "For somebody who has no account, or who signed a sheet. Who has an account says it themselves under “My work”."
            )
            m.form(
                to: GuidanceRoute.addPaperReading.link(found.plan.id, guidance.id), key: visit.formKey
            ) { m in
                m.hiddenField("version", "\(guidance.issuedVersion ?? 0)")
                m.select(
                    "person", "Who has read version \(guidance.issuedVersion ?? 0)",
                    [Choice("", "Choose a person")]
                        + (found.roll?.outstanding ?? []).map { reader in
                            Choice(
                                reader.person.description,
                                [reader.name, reader.team].filter { !$0.isEmpty }.joined(separator: ", "))
                        }, in: entry)
                m.dateField("on", "Read on", in: entry)
                m.buttons { m in
                    m.button("Write it down")
                    m.a("Cancel", .href(found.address))
                }
            }
        }
    }
}
