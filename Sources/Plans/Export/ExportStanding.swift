package import Kernel
import Markup
import PlanFormat
import PlanReading
import Proof

extension PlanExport {
    /// How the plan's actions stand on a day, in the order of the plan: a table beside the plan's own, so that
    /// the plan reads back as it was written.
    package struct Standing: Hashable, Sendable {
        package var day: Day
        package var actions: [Action]
        package var criteria: [Criterion]

        package struct Action: Hashable, Sendable {
            package var reference: String?
            package var text: String
            package var answers: String?
            package var first: PartialDate?
            package var now: PartialDate?
            package var slips: Int
            package var claim: String?
            package var progress: String
            package var updated: Day?
            package var forecast: Day?
            package var closing: String
        }

        package struct Criterion: Hashable, Sendable {
            package var action: String?
            package var text: String
            package var standing: String
            package var why: String
        }
    }
}

extension PlanExport.Standing {
    package init(_ running: RunningPlan) {
        day = running.day
        let references = Dictionary(
            running.plan.actions.map { ($0.id, $0.value.reference) }, uniquingKeysWith: { first, _ in first })
        criteria = running.plan.areas.flatMap(\.criteria).map { criterion in
            let proof = running.proofs[criterion.id]
            return Criterion(
                action: criterion.action.flatMap { references[$0] ?? nil }, text: criterion.value.text,
                standing: (proof?.standing ?? .notClaimed).symbol.word, why: proof?.sentence(.hidden) ?? "")
        }
        actions = running.plan.actions.map { action in
            let stands = running.actions[action.id]
            let run = stands?.run ?? ActionRun()
            return Action(
                reference: action.value.reference, text: action.value.text, answers: stands?.answers,
                first: run.firstFinish, now: action.value.timescale?.finish, slips: run.slips,
                claim: run.claim?.words, progress: stands?.progress?.words ?? "No date",
                updated: run.updated, forecast: run.forecast, closing: run.closingWords)
        }
    }

    private static let headings: [(String, Double)] = [
        ("Who answers", 20), ("First finish", 11), ("Finish now", 11), ("Slips", 6), ("Lead claims", 9),
        ("By its dates", 9), ("Last update", 11), ("Forecast", 11), ("Closing", 18),
    ]

    /// The headings, each with the day that colours are of.
    private var columns: [(words: String, width: Double)] {
        Self.headings.map {
            ($0.0 == "By its dates" ? "By its dates on \(day.long)" : $0.0, $0.1)
        }
    }

    var tables: [ExportTable] {
        var table = ExportTable(
            part: .standing,
            columns: [.init(.actionReference, 8), .init(.action, 34)]
                + columns.map { ExportTable.Column(.value, $0.width) },
            rows: actions.map { [.init($0.reference), .init($0.text)] + $0.cells })
        for (index, column) in columns.enumerated() { table.columns[index + 2].words = column.words }
        guard !criteria.isEmpty else { return [table] }
        var proof = ExportTable(
            part: .proof,
            columns: [
                .init(.actionReference, 8), .init(.what, 40), .init(.value, 14), .init(.purpose, 44),
            ],
            rows: criteria.map {
                [.init($0.action), .init($0.text), .init($0.standing), .init($0.why)]
            })
        for (index, words) in ["Action ref", "Criterion", "Stands", "Why"].enumerated() {
            proof.columns[index].words = words
        }
        return [table, proof]
    }

    /// For lines of actions: the headings, then what stands beside each row of the plan's flat table.
    func lines(of plan: Plan) -> [[String]] {
        var lines = [columns.map(\.words)]
        var next = 0
        for area in plan.areas {
            for row in 0..<max(1, area.actions.count, CriterionRows.laid(area).count) {
                guard row < area.actions.count, next < actions.count else {
                    lines.append(columns.map { _ in "" })
                    continue
                }
                lines.append(actions[next].cells.map { $0.lines.joined(separator: "\n") })
                next += 1
            }
        }
        return lines
    }
}

extension PlanExport.Standing.Action {
    fileprivate var cells: [ExportTable.Cell] {
        [
            .init(answers), .init(first), .init(now), .init(slips == 0 ? nil : Double(slips)), .init(claim),
            .init(progress), .init(updated.map { PartialDate($0) }), .init(forecast.map { PartialDate($0) }),
            .init(closing),
        ]
    }
}

extension BRAG {
    /// The colour's name, as a file has it.
    var words: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension ActionRun {
    var closingWords: String {
        switch closing {
        case .open: "Open"
        case .proposed: "Closing proposed"
        case .verified: "Verified, not decided"
        case .closed: closed.map { "Closed on \($0.long)" } ?? "Closed"
        }
    }
}
