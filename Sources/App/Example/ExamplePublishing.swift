import Kernel
import PlanChecks
import PlanFormat
import Plans
import Storage

/// The versions that the board approved, what was mended before each, and why the rest may stand.
enum ExamplePublishing {
    /// When it was published and on which day approved, under which name and in which words.
    static let versions = """
        2026-05-12 15:40 | 2026-05-12 | The plan as first agreed | Agreed. Leads are to settle the open baselines by July.
        2026-06-12 10:15 | 2026-06-11 | June 2026 | Agreed with the first closings.
        2026-07-10 10:20 | 2026-07-09 | July 2026, with the June baselines | Agreed. Every criterion with a figure now says from where.
        2026-08-14 10:10 | 2026-08-13 | August 2026 | Agreed.
        2026-09-11 10:30 | 2026-09-10 | September 2026 | Agreed. The Board asks for a date for 2.6.
        2026-10-09 10:25 | 2026-10-08 | October 2026 | Agreed. The Board is concerned about 1.3 and 2.5.
        2026-11-12 16:05 | 2026-11-12 | For the monitoring visit | Agreed as what the inspectors will be shown.
        """

    /// Why errors of the checks may stand: the check, what it is about, and the reason.
    static let reasons: [(check: String, about: String, reason: String)] = [
        (
            "M02", "1.4",
            "The unit has no count of conferences yet. A figure is asked for by the end of the year."
        ),
        ("M05", "1.5", "The audit tool decides in September which standard this is judged by."),
        (
            "M01", "2.4",
            "The contingency is read in the same audit as 2.1, so that it has no criterion of its own."
        ),
        ("O01", "2.5", "The Board names somebody once the south area has a service manager."),
        (
            "D02", "2.6",
            "The practice forum has no end. A day for its review is agreed with the September forum."
        ),
        ("M01", "2.6", "Sharing is judged by what 2.1 finds in the plans themselves."),
        ("D02", "3.5", "The training is bought together with two neighbours, whose dates are not known yet."),
        ("C01", "3.5", "3.4 was merged with 3.3. The numbers stay, so that reports can be compared."),
        ("N01", "Table", "The treasurer confirms £148,000. The total is corrected in the finance report."),
        (
            "C09", "Finding 12",
            "Area 2 answers it in other words. The Board says in the autumn which actions it counts."
        ),
        (
            "C09", "Finding 14",
            "Area 5 answers it: supervision is named there by what will be done, not by what was found."
        ),
        ("C09", "Finding R1", "6.1 answers it: the second grade is blind."),
    ]

    /// The criterion that pointed at nothing, mended before the first version.
    static let mended = (
        action: "5.1",
        text: "Every manager and social worker of both services has read the policy by 30 June 2026"
    )

    static func deeds() throws -> [ExampleRunning.Deed] {
        var deeds = try [
            ExampleRunning.Deed("2026-05-07 11:25") {
                try changeCriterion(mended.action, $0) { _ in mended.text }
            },
            ExampleRunning.Deed("2026-05-11 15:30", acceptErrors),
            ExampleRunning.Deed("2026-07-09 16:20", giveBaselinesInWords),
            ExampleRunning.Deed("2026-11-12 15:35", setHead),
        ]
        for row in try ExampleRunning.rows(versions, cells: 4) {
            let words = PublishPlan.Words(
                name: row[2], approvedBy: ExampleBeginning.board,
                approvedOn: try ExampleRunning.day(row[1]), approvedWords: row[3])
            deeds.append(
                try ExampleRunning.Deed(row[0]) { scene in
                    // What the plan's changes since brought up is stood by, or mended, before it is published.
                    try acceptErrors(scene)
                    try PublishPlan.publish(
                        scene.plan, words, document: scene.document, by: try scene.officer("Ruth"),
                        at: scene.now, on: scene.today, scene.connection)
                })
        }
        return deeds
    }

    private static func acceptErrors(_ scene: ExampleScene) throws {
        let ruth = try scene.officer("Ruth")
        let running = try scene.found(
            try RunningPlan.read(scene.connection, scene.authority, scene.plan, at: nil, on: scene.today),
            "plan")
        let checked = try CheckedPlan.read(
            scene.connection, scene.authority, running, document: scene.document)
        for open in checked.open where open.finding.severity == .error {
            let (finding, print) = (open.finding, open.id)
            let known = reasons.first { $0.check == finding.check && finding.subject.contains($0.about) }
            let reason = try scene.found(known?.reason, "\(finding.check) \(finding.subject)")
            try AcceptanceSQL.insert(
                print, of: finding.check, reason: reason, by: ruth, at: scene.now, plan: scene.plan,
                scene.connection)
            try scene.connection.record(
                Event(
                    authority: scene.authority, at: scene.now, actor: ruth.account, kind: "finding.accepted",
                    subject: "finding", subjectID: print, plan: scene.plan,
                    to: ["check": .string(finding.check), "about": .string(finding.subject)],
                    reason: reason))
        }
    }

    /// The plan prints from July on what its first samples found.
    private static func giveBaselinesInWords(_ scene: ExampleScene) throws {
        for reference in ["4.1", "5.3", "6.1"] {
            try changeCriterion(reference, scene) { text in
                ExamplePlan.sinceFirst.reduce(text) { $0.replacing($1.first, with: $1.now) }
            }
        }
    }

    private static func changeCriterion(
        _ reference: String, _ scene: ExampleScene, to words: (String) -> String
    ) throws {
        let ruth = try scene.officer("Ruth")
        let id = try scene.criterion(reference)
        let kept = try scene.found(
            try scene.kept().areas.flatMap(\.criteria).first { $0.id == id }, reference)
        var value = kept.value
        value.text = words(value.text)
        guard
            try PlanSQL.update(
                value, id, action: kept.action, revision: kept.revision, of: scene.plan, scene.authority,
                scene.connection, at: scene.now)
        else { throw ExampleRunning.Unusable(text: reference) }
        try scene.connection.record(
            Event(
                authority: scene.authority, at: scene.now, actor: ruth.account, kind: "criterion.changed",
                subject: "criterion", subjectID: id, plan: scene.plan, from: kept.value.json, to: value.json))
    }

    /// The first page says which version this is.
    private static func setHead(_ scene: ExampleScene) throws {
        let ruth = try scene.officer("Ruth")
        let kept = try scene.kept()
        let before = kept.interchange
        var changed = before
        changed.version = "Version 7"
        changed.date = PartialDate(scene.today)
        var setting = PlanSQL.Setting()
        setting.node = kept.header.node
        setting.partOf = kept.header.partOf
        setting.follows = kept.header.follows
        setting.inspection = kept.header.inspection
        guard
            try PlanSQL.update(
                changed, setting, kept.header, scene.authority, scene.connection, at: scene.now)
        else { throw ExampleRunning.Unusable(text: "plan") }
        try scene.connection.record(
            Event(
                authority: scene.authority, at: scene.now, actor: ruth.account, kind: "plan.changed",
                subject: "plan", subjectID: scene.plan, plan: scene.plan,
                from: ["version": .optional(before.version)], to: ["version": .optional(changed.version)]))
    }
}
