import Kernel
import Plans
import Storage

/// The steps of a few actions, and what waits for what.
enum ExampleSteps {
    /// The action, by whom, written down when, the step, due when, done when, ticked when.
    static let steps = """
        2.1 | Ruth | 2026-05-13 10:10 | Agree the audit questions with both services | 2026-05-15 | 2026-05-15 | 2026-05-15 15:20
        2.1 | Ruth | 2026-05-13 10:12 | Train four auditors | 2026-05-29 | 2026-05-28 | 2026-05-29 14:05
        2.1 | Ruth | 2026-05-13 10:14 | Audit the first 60 plans | 2026-06-19 | 2026-06-19 | 2026-06-22 14:15
        1.5 | Siân | 2026-09-08 14:40 | Write the combined form with four social workers | 2026-09-25 | 2026-09-24 | 2026-09-25 14:30
        1.5 | Siân | 2026-09-08 14:42 | Test it in two teams | 2026-10-30 | 2026-11-04 | 2026-11-05 14:10
        1.5 | Siân | 2026-09-08 14:44 | Build it in the case system | 2026-11-13 | |
        5.3 | Tom | 2026-08-11 14:20 | Agree the observation sheet | 2026-08-28 | 2026-08-21 | 2026-08-21 15:10
        5.3 | Tom | 2026-08-11 14:22 | Observe a session in the Harbour team | 2026-10-30 | 2026-10-29 | 2026-10-30 14:40
        5.3 | Tom | 2026-08-11 14:24 | Observe a session in the Millbrook team | 2026-11-27 | |
        """

    /// When, by whom, which action waits for which other, and why.
    static let waits = """
        2026-09-09 14:15 | Maya | 4.2 | 1.5 | Both forms are built in one change of the case system
        2026-11-18 15:20 | Maya | 5.2 | 5.4 | A manager with two teams cannot supervise every case in four weeks
        """

    static func deeds() throws -> [ExampleRunning.Deed] {
        var deeds: [ExampleRunning.Deed] = []
        for row in try ExampleRunning.rows(steps, cells: 7) {
            let (text, due) = (row[3], try ExampleRunning.day(row[4]))
            deeds.append(
                try ExampleRunning.Deed(row[2]) { scene in
                    try EditStep.add(
                        EditStep.Values(text: text, due: due), to: try scene.action(row[0]), of: scene.plan,
                        by: try scene.officer(row[1]), at: scene.now, on: scene.today, scene.connection)
                })
            guard !row[5].isEmpty else { continue }
            let done = EditStep.Values(text: text, due: due, done: try ExampleRunning.day(row[5]))
            deeds.append(
                try ExampleRunning.Deed(row[6]) { scene in
                    let action = try scene.action(row[0])
                    let standing = try StepsSQL.steps(of: action, scene.authority, scene.connection)
                    let step = try scene.found(standing.first { $0.text == text }, text)
                    try EditStep.change(
                        step.id, revision: step.revision, to: done, of: action, scene.plan,
                        by: try scene.officer(row[1]), at: scene.now, on: scene.today, scene.connection)
                })
        }
        for row in try ExampleRunning.rows(waits, cells: 5) {
            deeds.append(
                try ExampleRunning.Deed(row[0]) { scene in
                    try WaitFor.add(
                        try scene.action(row[2]), of: scene.plan, waitsFor: try scene.action(row[3]),
                        why: row[4], by: try scene.officer(row[1]), at: scene.now, on: scene.today,
                        scene.connection)
                })
        }
        return deeds
    }
}
