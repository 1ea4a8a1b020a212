import Accounts
import Documents
package import Kernel
import PlanFormat
import PlanReading
import Plans
import Storage

/// The invented authority that a newcomer looks around in: its organisation, its people, its inspection and its plan.
package enum Example {
    package static let name = "Ashmere County Council"
    /// The day that it always is there: a Friday, 13 working days before the monitoring visit.
    package static let today = Day(number: 20_777)

    /// Noon of that day, for who may do what then.
    static let noon = Instant("2026-11-20T12:00:00.000Z") ?? Instant(milliseconds: 0)

    /// The moment that its story begins: the plan is read into Plumbline.
    static let began = Instant("2026-04-30T09:41:00.000Z") ?? Instant(milliseconds: 0)

    /// Loads it, where there is no authority yet; a real one is never touched. With its story the plan is run since,
    /// as far as its own today; without it the plan was only read. `returns` loads its figures too.
    static func load(
        _ app: App, at now: Instant = began, story: Bool = false, returns: Bool = false
    ) async throws {
        let database = app.database
        guard try await database.read({ try $0.authorities() }).isEmpty else { return }
        let (text, fileName) =
            story
            ? (ExamplePlan.first, ExamplePlan.firstFileName) : (ExamplePlan.text, ExamplePlan.fileName)
        let bytes = Array(text.utf8)
        let document = try DocumentReader.read(bytes, named: fileName)
        let plan = PlanReader.read(document).plan
        try await database.write { connection in
            let authority = try connection.found(
                authority: name, exampleToday: today, settings: ["secondFactor": "offered"], at: now)
            let people = try ExampleOrganisation.insert(
                ExampleOrganisation.people + (story ? ExampleOrganisation.others : []), connection, authority,
                at: now)
            let file = try connection.keep(
                bytes, name: fileName, mediaType: "text/plain", for: authority, at: now)
            let inspection = try ExampleInspection.insert(connection, authority, at: now)
            var setting = PlanSQL.Setting()
            setting.inspection = inspection
            setting.sourceFile = file.id
            setting.sourceName = fileName
            let id = ID<PlanRecord>.make(at: now)
            try PlanSQL.insert(
                plan, titled: plan.title ?? "Improvement plan", as: id, setting, authority, connection,
                at: now)
            try connection.record(
                Event(
                    authority: authority, at: now, actor: nil, kind: "plan.imported", subject: "plan",
                    subjectID: id, plan: id, to: ["file": .string(fileName)]))
            let officers = try ExampleOrganisation.admit(people, plan: id, connection, authority, at: now)
            guard story, let kept = try PlanSQL.plan(connection, authority, id) else { return }
            try ExampleRunning.run(
                ExampleScene(
                    connection, authority, kept, document: document, officers: officers, at: now))
        }
        if returns { try await ExampleReturns.load(app) }
    }
}
