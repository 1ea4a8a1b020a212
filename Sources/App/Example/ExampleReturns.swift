import ExampleData
import Kernel
import ReturnFormats
import Returns
import Storage

/// The figures of the invented authority: Annex A month by month and the census, through the same functions that the
/// pages call, each on a working day after its month.
enum ExampleReturns {
    /// A small authority: enough for limits on a chart, and loaded in the time that somebody waits.
    static let data = ExampleData(children: 900, months: 18, seed: 7)

    static func load(_ app: App, _ data: ExampleData = data) async throws {
        let database = app.database
        guard let record = try await database.read({ try $0.authorities().first }), record.isExample else {
            return
        }
        let authority = record.id
        let world = data.world()
        let analyst = try await database.write(for: authority) { connection in
            try ExampleTeams.insert(
                workers: world.workers, connection, authority, at: Example.began)
            return try connection.first(
                "SELECT id FROM account WHERE authority = $1 AND name = $2",
                [.id(authority), .text("Daniel Prewett")]
            ) { try $0.id(0) as ID<Account> }
        }
        for (index, day) in world.months.enumerated() {
            let file = world.annexA(day, layout: data.layout(ofMonth: index))
            try await give(
                ReturnSource(name: "Annex A \(day).xlsx", bytes: file.workbook()), asAt: day, app, authority,
                analyst)
        }
        // The week's own file, so that what is overdue is of this week.
        let midweek = Example.today.adding(days: -2)
        try await give(
            ReturnSource(name: "Annex A \(midweek).xlsx", bytes: world.annexA(midweek).workbook()),
            asAt: midweek, app, authority, analyst)
        for day in world.censuses {
            try await give(
                ReturnSource(name: "CIN_\(day.civil.year).xml", bytes: world.census(day).bytes), asAt: day,
                app,
                authority, analyst)
        }
        try await local(world, app, authority, analyst)
        let workers = try WorkerRegisterFile.read(world.workerRegister())
        let changed = app.returns.changed
        try await database.write(for: authority) {
            try GiveRegister.give(
                workers, named: "workers.csv", asAt: Example.today.adding(days: -20), by: analyst, at: now,
                $0,
                authority, changed: changed)
        }
        try await ExampleMeasures.load(app, authority)
        try await ExampleAudits.load(app, authority)
    }

    /// What no case system tells: the templates that the units were asked for, with what they sent.
    private static func local(
        _ world: ExampleWorld, _ app: App, _ authority: ID<Authority>, _ analyst: ID<Account>?
    ) async throws {
        let by = ReturnActor(authority: authority, account: analyst, name: "Daniel Prewett")
        let changed = app.returns.changed
        try await app.database.write(for: authority) { connection in
            var nodes: [String: ID<Node>] = [:]
            _ = try connection.rows(
                "SELECT name, node FROM node_version WHERE authority = $1 AND until_day IS NULL",
                [.id(authority)]
            ) { nodes[try $0.text(0)] = try $0.id(1) }
            var people: [String: ID<Person>] = [:]
            _ = try connection.rows("SELECT name, id FROM person WHERE authority = $1", [.id(authority)]) {
                people[try $0.text(0)] = try $0.id(1)
            }
            for sent in world.localReturns() {
                guard let template = ReturnTemplate.all.first(where: { $0.key == sent.key }) else { continue }
                let id = try DefineReturn.define(
                    DefineReturn.Form(
                        kind: template.kind, template: template.key, key: template.key,
                        terms: template.terms(from: sent.from), questions: template.questions,
                        senders: sent.units.compactMap { unit in
                            nodes[unit].map {
                                DefineReturn.Sender($0, person: senders[unit].flatMap { people[$0] })
                            }
                        }),
                    by: by, connection, at: sent.from.startInLondon.adding(seconds: 36_000), on: sent.from,
                    changed: { _, _, _, _ in })
                try LoadLocalFile.load(
                    sent.bytes, into: id, word: "As sent", by: by, connection, at: now, on: Example.today,
                    changed: changed)
            }
        }
    }

    /// Who sends for a part that has no manager's post of its own.
    private static let senders = [
        "Ashmere County Council": "Paul Idris Hale", "North area": "Maya Okonkwo",
        "South area": "Maya Okonkwo",
        "Safeguarding and Standards": "Daniel Prewett",
    ]

    /// Nine in the morning of the example's own day.
    private static let now = Example.today.startInLondon.adding(seconds: 32_400)

    private static func give(
        _ file: ReturnSource, asAt: Day, _ app: App, _ authority: ID<Authority>, _ analyst: ID<Account>?
    ) async throws {
        let given = min(asAt.adding(days: 8), Example.today)
        let load = ReturnsFeature.Load(files: [file], name: file.name, asAt: asAt, again: false)
        _ = try await app.returns.load(
            load, authority: authority, account: analyst, at: given.startInLondon.adding(seconds: 37_800),
            on: given)
    }
}
