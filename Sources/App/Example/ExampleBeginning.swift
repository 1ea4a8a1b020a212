import Kernel
import Organisation
import Plans
import Storage

/// The weeks before the first version: who answers, how the plan is run, who speaks for the board, what each finding
/// is answered by.
enum ExampleBeginning {
    static let board = "Improvement Board"
    static let boardSays = "Denise Aldous (Chair), Simon Okafor, Ruth Ashworth-Bello, Tom Hallam"

    /// What the names in the plan do not settle. Nobody answers for 2.5.
    static let named = [("2.2", "Tom"), ("2.6", "Tom"), ("5.1", "Tom"), ("5.3", "Tom")]

    /// Which area answers which finding. One finding is answered by nothing yet.
    static let ties = [("4", "1"), ("14", "5"), ("R1", "6")]

    static let duties: [(name: String, kind: BoardDuty.Kind)] = [
        ("Denise", .chair), ("Simon", .member), ("Ruth", .member), ("Tom", .member),
    ]

    /// The words of Ashmere's own reports, where they are not the usual ones.
    static let meanings: [BRAG: String] = [
        .blue: "Done, with evidence that somebody else has accepted",
        .green: "Will be done by its date",
        .amber: "At risk, or up to 4 weeks late: the lead says what is being done",
        .red: "More than 4 weeks late: the Board decides what happens",
    ]

    static func deeds() throws -> [ExampleRunning.Deed] {
        try [
            ExampleRunning.Deed("2026-05-06 14:10", tieFindings),
            ExampleRunning.Deed("2026-05-11 10:05", nameBoard),
            ExampleRunning.Deed("2026-05-12 09:20", nameAccountable),
            ExampleRunning.Deed("2026-05-12 09:50", setRhythm),
        ]
    }

    private static func tieFindings(_ scene: ExampleScene) throws {
        let ruth = try scene.officer("Ruth")
        let knots = try ThreadSQL.knots(scene.connection, scene.authority, scene.plan)
        for (reference, area) in ties {
            let knot = try scene.found(knots.first { $0.finding.reference == reference }, reference)
            _ = try ThreadSQL.tie(
                knot.finding.id, to: [try scene.area(area)], of: scene.plan, scene.authority,
                scene.connection)
            try scene.record(
                "finding.tied", "plan", scene.plan, says: "Finding \(reference) is answered by area \(area)",
                by: ruth)
        }
    }

    private static func nameBoard(_ scene: ExampleScene) throws {
        let ruth = try scene.officer("Ruth")
        for (name, kind) in duties {
            let member = try scene.officer(name)
            let person = try scene.found(member.person, name)
            try BoardDutySQL.insert(
                kind, of: board, person, from: scene.today, in: scene.plan, scene.authority, at: scene.now,
                scene.connection)
            try scene.record(
                "board.duty", "plan", scene.plan,
                says: "\(member.name) is \(kind.rawValue) of \(board) from \(scene.today.long)", by: ruth)
        }
    }

    private static func nameAccountable(_ scene: ExampleScene) throws {
        let ruth = try scene.officer("Ruth")
        let proposed = try ConfirmAnswers.proposed(
            scene.plan, scene.authority, on: scene.today, scene.connection)
        let open = Set(try named.map { try scene.action($0.0) })
        try ConfirmAnswers.act(
            proposed.filter { !open.contains($0.action) }, of: scene.plan, by: ruth, at: scene.now,
            on: scene.today, scene.connection)
        for (reference, name) in named {
            let person = try scene.found(try scene.officer(name).person, name)
            try NameAccountable.act(
                .person(person), reason: nil, on: try scene.action(reference), of: scene.plan, by: ruth,
                at: scene.now, on: scene.today, scene.connection)
        }
    }

    private static func setRhythm(_ scene: ExampleScene) throws {
        let run = try PlanRunSQL.run(scene.connection, scene.authority, scene.plan)
        var changed = run
        changed.first = try ExampleRunning.day("2026-06-03")
        changed.meanings = meanings
        try RunPlan.act(
            changed, from: run, plan: scene.plan, by: try scene.officer("Ruth"), at: scene.now,
            on: scene.today, scene.connection)
    }
}
