import Kernel
import Sheets
import Statistics

/// What of a result can be taken away as a list.
enum ResultSheets {
    /// Every judged question with how many met it, by each reader and on the cases that both read.
    static func standards(_ shown: ShownResult) -> Sheet {
        let rows = standardRows(shown)
        return Sheet(
            "\(shown.result.round.title), by standard",
            note: shown.withholdsAnything
                ? "\(counted(rows.count, "question")). Numbers of 1 to 5, and those from which one could be worked out, are withheld: c"
                : nil,
            columns: standardColumns(shown)
        ) { rows }
    }

    static func standardColumns(_ shown: ShownResult) -> [Sheet.Column] {
        let first = shown.result.round.first.leg
        return [
            .init("No.", width: 6), .init("Standard", width: 34), .init("Question", width: 44),
            .init("\(first): good or met", .number), .init("\(first): of", .number),
            .init("Second: good or met", .number), .init("Second: of", .number),
            .init("Read by both", .number), .init("Of these, \(first.lowercased()) good or met", .number),
            .init("Of these, second good or met", .number),
        ]
    }

    static func standardRows(_ shown: ShownResult) -> [[Sheet.Cell]] {
        shown.result.questions.filter(\.isJudged).map { answered in
            func cell(_ count: ResultCount) -> Sheet.Cell {
                shown[answered, count].map { .number(Double($0)) } ?? .text("c")
            }
            return [
                .init(answered.standard.number), .init(answered.standard.title),
                .init(answered.question.text), cell(.good(.first)), cell(.judged(.first)),
                cell(.good(.second)), cell(.judged(.second)), cell(.judgedByBoth),
                cell(.goodOfBoth(.first)), cell(.goodOfBoth(.second)),
            ]
        }
    }
}
