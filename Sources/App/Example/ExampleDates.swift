import Kernel
import PlanFormat
import Plans
import Storage

/// The dates that moved: who asked why, who decided what; one refused, one waiting, one first date that came late.
enum ExampleDates {
    /// Asked when, of which action, by whom, the new finish, why, and what will be different.
    static let asked = """
        2026-08-20 14:45 | 3.2 | Siân | 2026-09-25 | Two posts in the front door are vacant until September | Both start on 7 September, and agency cover holds until then
        2026-08-27 15:05 | 1.3 | Maya | 2026-10-16 | Police have one officer for three districts | A second officer starts on 5 October
        2026-09-24 14:20 | 3.3 | Siân | 2026-10-23 | The front door has not been trained in the chronology tool | It is trained on 14 October
        2026-10-05 14:50 | 1.4 | Siân | 2026-11-06 | The case system’s upgrade slipped by four weeks | The supplier has named a day, 12 October
        2026-10-08 15:15 | 1.3 | Maya | 2027-01-29 | The second police officer covers two districts | The protocol is signed by then
        2026-11-03 14:35 | 2.2 | Tom | 2026-12-11 | The template needs the upgrade of the case system | The old template is marked up by hand until then
        2026-11-16 14:30 | 1.5 | Siân | 2026-12-18 | The supplier builds the form two weeks later than agreed | A day for it stands in the contract
        2026-11-19 14:25 | 5.2 | Maya | 2026-12-18 | Supervision fell when two managers took over a second team each | Both teams have a manager of their own from 1 December
        """

    /// Decided when, of which action, by whom, approved or refused, by the board on which day, in which words.
    static let decided = """
        2026-08-24 11:10 | 3.2 | Ruth | approved | |
        2026-09-11 09:40 | 1.3 | Ruth | approved | 2026-09-10 | The Board wants the protocol signed in October
        2026-10-09 09:35 | 3.3 | Ruth | approved | 2026-10-08 |
        2026-10-07 10:45 | 1.4 | Ruth | approved | |
        2026-10-14 11:30 | 1.3 | Simon | refused | | A strategy discussion without police is not safe: say what is done meanwhile
        2026-11-12 14:50 | 2.2 | Ruth | approved | 2026-11-12 |
        2026-11-18 16:10 | 1.5 | Simon | approved | |
        """

    /// The action that was published without a finish, and when it was given one.
    static let late = (reference: "2.6", at: "2026-09-16 11:20", finish: "2026-12-18")

    static func deeds() throws -> [ExampleRunning.Deed] {
        try asking() + deciding() + [ExampleRunning.Deed(late.at, giveFirstDate)]
    }

    private static func asking() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(asked, cells: 6).map { row in
            let finish = PartialDate(try ExampleRunning.day(row[3]))
            let wish = AskDate.Wish(finish: finish, reason: row[4], different: row[5])
            return try ExampleRunning.Deed(row[0]) { scene in
                try AskDate.ask(
                    wish, for: try scene.action(row[1]), of: scene.plan, by: try scene.officer(row[2]),
                    at: scene.now, on: scene.today, scene.connection)
            }
        }
    }

    private static func deciding() throws -> [ExampleRunning.Deed] {
        try ExampleRunning.rows(decided, cells: 6).map { row in
            let met = row[4].isEmpty ? nil : try ExampleRunning.day(row[4])
            return try ExampleRunning.Deed(row[0]) { scene in
                let requests = try DatesSQL.requests(
                    for: try scene.action(row[1]), scene.authority, scene.connection)
                let open = try scene.found(requests.first { $0.decision == nil }, row[1])
                try DecideDate.act(
                    DecideDate.Verdict(
                        isApproved: row[3] == "approved", body: met == nil ? nil : ExampleBeginning.board,
                        words: row[5], day: met ?? scene.today), on: open.id,
                    by: try scene.officer(row[2]), at: scene.now, on: scene.today, scene.connection)
            }
        }
    }

    private static func giveFirstDate(_ scene: ExampleScene) throws {
        let ruth = try scene.officer("Ruth")
        let id = try scene.action(late.reference)
        let kept = try scene.found(try scene.kept().actions.first { $0.id == id }, late.reference)
        let finish = try ExampleRunning.day(late.finish)
        var value = kept.value
        value.timescale = Plan.Timescale(
            text: "14 September 2026 to \(finish.long)", start: kept.value.timescale?.start,
            finish: PartialDate(finish), kind: .range)
        guard
            try PlanSQL.update(
                value, id, revision: kept.revision, of: scene.plan, scene.authority, scene.connection,
                at: scene.now)
        else { throw ExampleRunning.Unusable(text: late.reference) }
        try scene.connection.record(
            Event(
                authority: scene.authority, at: scene.now, actor: ruth.account, kind: "action.changed",
                subject: "action", subjectID: id, plan: scene.plan, from: kept.value.json, to: value.json))
        try DatesSQL.lock(
            action: id, of: scene.plan, scene.authority, at: scene.now, by: DatesSQL.Actor(ruth),
            scene.connection)
        try scene.record(
            "date.first", "action", id, says: "First date given, after the plan was published", by: ruth)
    }
}
