package import Kernel
import Markup
import Site
import Storage

/// Reading what was issued to oneself, and saying that one has.
package enum ConfirmReading {
    enum Refused: String, Refusal {
        case otherVersion =
            "A newer version was issued while you had this open: it stands below, so please read that one"

        var field: String? { nil }
    }

    /// The reading to keep; nil where the version in the form is no longer the one in force.
    static func decide(
        _ due: RollSQL.Due, version: Int?, by person: ID<Person>, on today: Day
    ) throws(Refused) -> ReadingRoll.Reading {
        guard let inForce = due.guidance.issuedVersion, version == nil || version == inForce else {
            throw .otherVersion
        }
        return ReadingRoll.Reading(version: inForce, person: person, on: today)
    }

    /// Keeps the reading once; saying it again does no harm.
    package static func act(
        _ id: ID<GuidanceRecord>, version: Int? = nil, _ acting: GuidanceActing
    ) throws {
        guard let person = acting.officer.person,
            let due = try RollSQL.issued(
                to: person, acting.connection, acting.officer.authority, on: acting.today, unreadOnly: false
            ).first(where: { $0.guidance.id == id })
        else { throw NotFound() }
        let reading = try decide(due, version: version, by: person, on: acting.today)
        guard try RollSQL.insert(reading, of: id, by: acting.officer, at: acting.now, acting.connection)
        else { return }
        try acting.record(
            "guidance.read", due.guidance, [],
            says: { "\(acting.officer.name) has read version \(reading.version) of \($0)" })
    }
}

extension PlansFeature {
    /// Everything that is issued to the person.
    func readings(_ visit: Visit) async throws -> Reply {
        .page(ReadingsPage.page(try await issuedToMe(visit), try visit.signedInOfficer, visit.today))
    }

    func reading(_ visit: Visit) async throws -> Reply {
        let (due, version) = try await readingToDo(visit)
        return .page(ReadingsPage.page(due, version, Entry(), visit))
    }

    func addReading(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (due, version) = try await readingToDo(visit)
        let id = due.guidance.id
        do {
            try await database.write(for: officer.authority) { connection in
                try ConfirmReading.act(
                    id, version: Int(visit.form["version"]) ?? 0,
                    GuidanceActing(officer, at: visit.now, on: visit.today, connection))
            }
            return .redirect(
                to: GuidanceRoute.readings.link(),
                notice: "You have read “\(due.guidance.title)”, version \(due.guidance.issuedVersion ?? 0).")
        } catch let refusal as ConfirmReading.Refused {
            return .refused(ReadingsPage.page(due, version, visit.entry(refusal), visit))
        }
    }

    func readingFile(_ visit: Visit) async throws -> Reply {
        try await reply(with: try await readingToDo(visit).version?.file, visit)
    }

    private func issuedToMe(_ visit: Visit) async throws -> [RollSQL.Due] {
        let officer = try visit.signedInOfficer
        let today = visit.today
        guard let person = officer.person else { return [] }
        return try await database.read {
            try RollSQL.issued(to: person, $0, officer.authority, on: today, unreadOnly: false)
        }
    }

    /// The document of the address, where it is issued to the person, with the version in force.
    private func readingToDo(
        _ visit: Visit
    ) async throws -> (due: RollSQL.Due, version: GuidanceStory.Version?) {
        let authority = try visit.signedInOfficer.authority
        let id: ID<GuidanceRecord> = try visit.id("document")
        guard let due = try await issuedToMe(visit).first(where: { $0.guidance.id == id }) else {
            throw NotFound()
        }
        let story = try await database.read { try GuidanceSQL.story($0, authority, id) }
        return (due, story.version(due.guidance.issuedVersion))
    }
}
