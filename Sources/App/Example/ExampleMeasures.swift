import Accounts
import Kernel
import Measures
import Organisation
import PlanFormat
import Plans
import Returns
import Storage
import Timescales

/// What people said of the invented authority's measures: owners, targets, limits set anew, neighbours, a question, and
/// the criteria of its plan that take their figures from there. Through the same functions that the pages call.
enum ExampleMeasures {
    /// The measure, the post that owns it.
    static let owners = """
        assessments.within45 | Head of Access and Assessment
        plans.visitInDate | Head of Children in Need
        conferences.within15 | Quality Assurance Lead
        local.contacts-day.decided | Head of Access and Assessment
        local.supervision.cases | Head of Children in Need
        local.training.done | Workforce Development Lead
        """

    /// The measure, what it has to reach, by which day, why.
    static let targets = """
        assessments.within45 | 85 | 2026-09-30 | The statutory limit, in steps that the teams can keep
        assessments.within45 | 95 | 2027-03-31 | The statutory limit, in steps that the teams can keep
        plans.visitInDate | 95 | 2026-12-31 | The letter of 20 March 2026: children on a plan are not seen often enough
        conferences.within15 | 90 | 2026-12-31 | The statutory limit
        local.contacts-day.decided | 95 | 2026-12-31 | A decision by the end of the next working day
        local.supervision.cases | 95 | 2026-11-30 | As the plan says
        """

    /// The action whose criterion takes its figures from that measure.
    static let ties = """
        1.4 | conferences.within15
        1.6 | local.training.done
        3.2 | plans.seenAlone
        """

    /// Ten invented neighbours and England: in each of two years assessments within 45 working days, conferences within
    /// 15, referrals within 12 months of another, and plans for a child who had one before.
    static let neighbours = """
        Thornmere | 83.1 | 79.4 | 21.3 | 22.8 | 84.6 | 80.9 | 20.7 | 23.1
        Wexcombe | 88.7 | 85.2 | 19.8 | 20.4 | 87.9 | 84.0 | 20.2 | 21.0
        Hallowdale | 76.4 | 71.8 | 25.9 | 26.3 | 79.0 | 74.6 | 24.8 | 25.1
        Brackenshire | 91.2 | 88.6 | 17.4 | 19.9 | 92.0 | 89.3 | 16.9 | 18.7
        Eastmarch | 80.5 | 77.0 | 23.2 | 24.7 | 81.8 | 76.1 | 22.6 | 25.5
        Pellwick | 85.9 | 82.3 | 20.6 | 21.7 | 86.4 | 83.8 | 21.1 | 22.2
        Marlowshire | 78.8 | 80.1 | 22.9 | 27.0 | 77.3 | 78.5 | 24.0 | 26.4
        Cresswold | 89.6 | 83.7 | 18.5 | 18.9 | 90.3 | 85.5 | 18.1 | 19.6
        Vale of Orrin | 82.2 | 75.6 | 24.1 | 23.5 | 83.7 | 78.2 | 23.3 | 22.9
        Northpool | 86.3 | 81.4 | 21.7 | 25.2 | 85.1 | 82.6 | 22.4 | 24.3
        England | 83.6 | 79.1 | 22.4 | 24.1 | 84.2 | 79.8 | 22.0 | 24.3
        Ashmere County Council | 79.3 | 80.6 | 22.8 | 23.9 | 82.5 | 82.4 | 20.6 | 24.6
        """
    static let compared = [
        "assessments.within45", "conferences.within15", "referrals.repeat", "plans.repeat",
    ]
    static let years = ["2024-25", "2025-26"]

    static func load(_ app: App, _ authority: ID<Authority>) async throws {
        let officers = try await officers(app, authority)
        func officer(_ name: String) throws -> Officer {
            guard let officer = officers[name] else { throw ExampleRunning.Unusable(text: name) }
            return officer
        }
        let (daniel, denise) = (try officer("Daniel Prewett"), try officer("Denise Aldous"))
        try await app.database.write(for: authority) { connection in
            try ComparatorFile.load(connection, daniel)
            for row in try ExampleRunning.rows(owners, cells: 2) {
                try ChangeMeasureSettings.give(
                    ownerWithTitle: row[1], to: row[0], .joined, authority, by: daniel.account, connection,
                    at: morning)
            }
            for row in try ExampleRunning.rows(targets, cells: 4) {
                try SetMeasureTarget.set(
                    SetMeasureTarget.Form(by: try ExampleRunning.day(row[2]), aim: row[1], reason: row[3]),
                    on: row[0], .joined, authority, by: daniel.account, connection, at: morning)
            }
            try RebaseMeasure.set(
                RebaseMeasure.Form(
                    from: try ExampleRunning.day("2026-08-31"),
                    reason: "A manager reads every open contact at three each afternoon"),
                on: "local.contacts-day.decided", .joined, daniel, connection, at: morning, on: Example.today)
            try ask(connection, daniel)
            try tie(connection, daniel, denise)
        }
    }

    private enum ComparatorFile {
        static func load(_ connection: Connection, _ officer: Officer) throws {
            var text = "authority,measure,year,value\n"
            for row in try ExampleRunning.rows(neighbours, cells: 1 + compared.count * years.count) {
                for (number, year) in years.enumerated() {
                    for (place, measure) in compared.enumerated() {
                        text += "\(row[0]),\(measure),\(year),\(row[1 + number * compared.count + place])\n"
                    }
                }
            }
            try LoadComparators.keep(
                LoadComparators.Form(
                    name: "Ashmere's ten neighbours", version: "2026",
                    source: "Invented for this example", bytes: Array(text.utf8)),
                .joined, officer.authority, by: officer.account, connection, at: morning)
        }
    }

    private static func ask(_ connection: Connection, _ officer: Officer) throws {
        let key = "plans.visitInDate"
        let catalogue = try MeasureCatalogue.read(.joined, connection, officer.authority)
        let person = try connection.first(
            "SELECT id FROM person WHERE authority = $1 AND name = $2",
            [.id(officer.authority), .text("Maya Okonkwo")]
        ) { try $0.id(0) as ID<Person> }
        try AskWhy.ask(
            AskWhy.Form(
                AskWhy.Figure(
                    measure: key, name: catalogue[key]?.name ?? key,
                    periodEnd: try ExampleRunning.day("2026-10-31"), node: nil,
                    signal: "Getting worse. It lies below the lower limit."),
                of: person,
                words:
                    "Fewer children on a plan were seen in time each month since May. What happened, and what will be done?",
                answerBy: WorkingDays.adding(5, to: Example.today)),
            by: officer, connection, at: morning, on: Example.today)
    }

    /// The analyst ties; what the measure's own steps propose, the chair records as agreed.
    private static func tie(_ connection: Connection, _ analyst: Officer, _ chair: Officer) throws {
        let authority = analyst.authority
        guard
            let plan = try PlanSQL.plans(connection, authority, within: [.authority], on: Example.today)
                .first,
            let kept = try PlanSQL.plan(connection, authority, plan.id)
        else { return }
        for row in try ExampleRunning.rows(ties, cells: 2) {
            for area in kept.areas {
                for action in area.actions where action.value.reference == row[0] {
                    for criterion in area.criteria where criterion.action == action.id {
                        try tie(criterion.id, to: row[1], plan.id, connection, analyst, chair)
                    }
                }
            }
        }
    }

    private static func tie(
        _ criterion: ID<CriterionRecord>, to measure: String, _ plan: ID<PlanRecord>,
        _ connection: Connection, _ analyst: Officer, _ chair: Officer
    ) throws {
        func question(_ officer: Officer) throws -> CriterionInQuestion? {
            try CriterionInQuestion.read(
                connection, plan, criterion, try Doer.of(officer, connection, on: Example.today))
        }
        guard let asked = try question(analyst) else { return }
        let before = try CriteriaSQL.facts(connection, analyst.authority, plan, .one(criterion))[criterion]
        try TieMeasure.tie(TieMeasure.Form(measure), asked, .joined, connection, at: morning)
        let after = try CriteriaSQL.facts(connection, analyst.authority, plan, .one(criterion))[criterion]
        let known = Set((before?.targets ?? []).map(\.byDay))
        for target in after?.targets ?? [] where !known.contains(target.byDay) {
            guard let asked = try question(chair) else { continue }
            try AgreeFigure.record(
                AgreeFigure.Form(agreed: true, by: ExampleBeginning.board, on: Example.today),
                of: .target(target), asked, connection, at: morning.adding(seconds: 3_600))
        }
    }

    private static func officers(_ app: App, _ authority: ID<Authority>) async throws -> [String: Officer] {
        let accounts = try await app.database.read { connection in
            try connection.rows(
                "SELECT id FROM account WHERE authority = $1 AND person IS NOT NULL", [.id(authority)]
            ) { try $0.id(0) as ID<Account> }
        }
        var officers: [String: Officer] = [:]
        for account in accounts {
            guard let (officer, _) = try await app.accounts.officer(account, of: authority, at: morning)
            else { continue }
            officers[officer.name] = officer
        }
        return officers
    }

    /// Twenty to eleven on the example's own day, after the last return came in.
    private static let morning = Example.today.startInLondon.adding(seconds: 38_400)
}
