import Kernel
import Sheets
import Statistics

/// A result as paragraphs and tables, for a document: the same content as the page, withheld where the page withholds.
struct ResultReport {
    struct Table {
        let title: String
        let note: String?
        let columns: [(words: String, share: Double, isNumber: Bool)]
        let rows: [[String]]
    }

    let title: String
    let facts: String
    let opening: String
    let limits: String?
    let tables: [Table]

    static let withheld = "–"

    init(_ read: ResultAsRead, _ units: [ResultUnits]) {
        let page = ResultPage(read: read, units: units)
        let shown = read.shown
        title = shown.result.round.title
        facts = shown.facts.joined(separator: " · ")
        opening = shown.opening.text
        limits = page.limits
        tables = [
            ResultReport.matrix(shown), ResultReport.good(shown), ResultReport.standards(shown),
            ResultReport.counts(shown), ResultReport.safety(shown), ResultReport.agreement(shown),
            ResultReport.trust(shown),
        ].compactMap { $0 }
    }

    private static func words(_ count: Int?) -> String { count.map { "\($0)" } ?? withheld }

    private static func matrix(_ shown: ShownResult) -> Table? {
        guard let overall = shown.result.overall else { return nil }
        let first = shown.result.round.first.leg
        guard overall.second.contains(where: { $0 > 0 }) else {
            return Table(
                title: "Grades", note: nil, columns: [("Grade", 3, false), ("Cases", 1, true)],
                rows: overall.answers.enumerated().map { place, answer in
                    [answer.words, words(shown[overall, .answer(.first, place)])]
                })
        }
        let grades = overall.answers.indices.filter { overall.answers[$0].isGood != nil }
        let rows = grades.map { row in
            [overall.answers[row].words] + grades.map { words(shown[overall, .pair(row, $0)]) }
        }
        let lean = [shown[overall, .kinder], shown[overall, .same], shown[overall, .harder]].map(words)
        return Table(
            title: "\(first) grade against second grade",
            note:
                "Rows are the \(first.lowercased()) grade, columns the second. \(lean[0]) kinder, \(lean[1]) the same, \(lean[2]) harder. "
                + ResultStatistics(shown, overall).direction.joined(separator: " "),
            columns: [("\(first) grade", 2.0, false)]
                + grades.map { (overall.answers[$0].words, 1.3, true) }, rows: rows)
    }

    private static func good(_ shown: ShownResult) -> Table? {
        guard let overall = shown.result.overall else { return nil }
        let rows = Leg.allCases.compactMap { leg -> [String]? in
            guard overall.counts(leg).contains(where: { $0 > 0 }) else { return nil }
            let name = leg == .first ? shown.result.round.first.leg : "Second"
            let share = shown.share(overall, .good(leg), of: .judged(leg))
            let estimate = ResultEstimate(shown, overall, leg)
            return [
                name, share.map { "\($0.count) of \($0.total)" } ?? withheld,
                estimate?.percentage ?? withheld,
                estimate.flatMap { ResultPage.words($0, name, shown.result) } ?? "",
            ]
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            title: shown.goodWords.capitalisedFirst, note: nil,
            columns: [
                ("Reader", 1, false), ("Cases", 1, true), ("Share", 1, true), ("What it says", 4, false),
            ], rows: rows)
    }

    private static func standards(_ shown: ShownResult) -> Table? {
        let rows = shown.questionsOfStandards.map { answered -> [String] in
            func share(_ count: ResultCount, _ total: ResultCount) -> String {
                shown.share(answered, count, of: total).map { "\($0.count) of \($0.total)" } ?? withheld
            }
            return [
                answered.standard.number, answered.question.text, share(.good(.first), .judged(.first)),
                share(.goodOfBoth(.first), .judgedByBoth), share(.goodOfBoth(.second), .judgedByBoth),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let first = shown.result.round.first.leg
        let rule = shown.consistency(of: .first)
        return Table(
            title: "By standard",
            note: ResultBasis(shown.result) == .chosen || rule.of == 0
                ? nil
                : "\(rule.met) of \(rule.of) standards are consistently met: good or better, or met, in \(shown.result.round.passShare)% of the cases that each applies to.",
            columns: [
                ("No.", 0.5, false), ("Question", 4, false), ("\(first): good or met", 1.2, true),
                ("Read twice: \(first.lowercased())", 1.2, true), ("Read twice: second", 1.2, true),
            ], rows: rows)
    }

    private static func counts(_ shown: ShownResult) -> Table? {
        let rows = shown.result.questions.compactMap { answered -> [String]? in
            guard case .count = answered.question.kind, answered.firstSum.of + answered.secondSum.of > 0
            else { return nil }
            return [answered.question.text] + Leg.allCases.map { shown.rate(answered, $0) ?? withheld }
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            title: "How many of how many", note: "Added up over all cases.",
            columns: [
                ("Question", 4, false), (shown.result.round.first.leg, 1.5, true), ("Second", 1.5, true),
            ], rows: rows)
    }

    private static func safety(_ shown: ShownResult) -> Table? {
        guard let safe = shown.result.safe, safe.first.contains(where: { $0 > 0 }) else { return nil }
        return Table(
            title: "Is this child safe?", note: shown.assured,
            columns: [("Answer", 3, false), ("Cases", 1, true)],
            rows: [
                ["Yes, by whoever read", words(shown[safe, .together("yes")])],
                ["Not sure, one reader or both", words(shown[safe, .together("unsure")])],
                ["No, one reader or both", words(shown[safe, .together("no")])],
            ])
    }

    private static func agreement(_ shown: ShownResult) -> Table? {
        guard let overall = shown.result.overall else { return nil }
        let statistics = ResultStatistics(shown, overall)
        guard !statistics.lines.isEmpty else { return nil }
        return Table(
            title: "How far the two agree", note: statistics.warnings.joined(separator: " "),
            columns: [
                ("Statistic", 1.5, false), ("Value", 1, true), ("19 chances in 20", 1.2, true),
                ("What it says", 3, false),
            ], rows: statistics.lines.map { [$0.name, $0.value, $0.reach, $0.words] })
    }

    private static func trust(_ shown: ShownResult) -> Table? {
        Table(
            title: "How far to trust it", note: nil, columns: [("What", 1, false), ("How", 4, false)],
            rows: shown.trust.map { [$0.label, $0.words] })
    }
}

extension ResultReport {
    /// An upright A4 document with headings, and tables whose header rows repeat.
    func document(standing: String) -> [UInt8] {
        var word = WordFile(title: title, foot: "\(title). \(standing)", isLandscape: false)
        word.paragraph(title, .title)
        word.paragraph(facts, .note)
        word.paragraph(opening, .tableText)
        if let limits { word.paragraph(limits, .note) }
        for table in tables {
            word.paragraph(table.title, .section)
            if let note = table.note, !note.isEmpty { word.paragraph(note, .note) }
            let sum = table.columns.reduce(0) { $0 + $1.share }
            let widths = table.columns.map { Int($0.share / sum * Double(word.width)) }
            word.table(table.title, widths: widths, header: table.columns.map(\.words)) { word in
                for row in table.rows {
                    word.row { word in
                        for (place, cell) in row.enumerated() {
                            word.cell(
                                cell.isEmpty ? [] : [cell], width: widths[place],
                                table.columns[place].isNumber
                                    ? .tableNumber : place == 0 ? .tableStrong : .tableText)
                        }
                    }
                }
            }
        }
        word.paragraph(standing, .small)
        return word.bytes()
    }

    /// A workbook: what the page says, the same tables, all statistics, and the cases where `cases` are given.
    static func workbook(
        _ read: ResultAsRead, _ units: [ResultUnits], standing: String, cases: [[Sheet.Cell]]?
    ) throws -> [UInt8] {
        let report = ResultReport(read, units)
        let shown = read.shown
        return try WorkbookFile.bytes(title: report.title) { book in
            func sheet(_ name: String, _ columns: [Sheet.Column], _ rows: [[Sheet.Cell]]) throws {
                guard let sheet = book.sheet(name) else { throw WorkbookFile.Failure.notWritten }
                for (place, column) in columns.enumerated() {
                    sheet.write(column.words, row: 0, column: place, .heading)
                    sheet.width(column.width, ofColumn: place)
                }
                for (row, cells) in rows.enumerated() {
                    for (place, cell) in cells.enumerated() {
                        switch cell {
                        case .empty: break
                        case .text(let text): sheet.write(text, row: row + 1, column: place)
                        case .number(let number): sheet.write(number, row: row + 1, column: place)
                        case .day(let day): sheet.write(day, row: row + 1, column: place)
                        case .moment(let moment):
                            let (day, minutes) = moment.inLondon
                            sheet.write(day, row: row + 1, column: place, minutes: minutes)
                        }
                    }
                }
                sheet.printed(
                    foot: "\(report.title). \(standing)", header: 1, rows: rows.count + 1,
                    columns: columns.count)
            }
            let lines: [[Sheet.Cell]] =
                [
                    [.text("Round"), .text(report.title)], [.text("What it says"), .text(report.opening)],
                    [.text("About it"), .text(report.facts)], [.text("Limits"), .init(report.limits)],
                ] + shown.trust.map { [.text($0.label), .text($0.words)] }
                + [[.text("When"), .text(standing)]]
            try sheet("Result", [.init("What", width: 16), .init("How", width: 90)], lines)
            if let overall = shown.result.overall {
                try sheet("Grades", gradeColumns(overall), gradeRows(shown, overall))
            }
            try sheet(
                "By standard", ResultSheets.standardColumns(shown), ResultSheets.standardRows(shown))
            try sheet("Statistics", ResultSheets.statisticsColumns, ResultSheets.statistics(shown))
            if let cases { try sheet("Cases", ResultCases.columns(shown.result), cases) }
        }
    }

    private static func gradeColumns(_ overall: RoundResult.Answered) -> [Sheet.Column] {
        [.init("First grade, then second", width: 26)]
            + overall.answers.map { .init($0.words, .number) } + [.init("All", .number)]
    }

    private static func gradeRows(
        _ shown: ShownResult, _ overall: RoundResult.Answered
    ) -> [[Sheet.Cell]] {
        func cell(_ count: ResultCount) -> Sheet.Cell {
            shown[overall, count].map { .number(Double($0)) } ?? .text("c")
        }
        let places = Array(overall.answers.indices)
        let pairs = places.map { row in
            [.text(overall.answers[row].words)] + places.map { cell(.pair(row, $0)) }
                + [cell(.ofBoth(.first, row))]
        }
        return pairs + [
            [.text("Second grade, all")] + places.map { cell(.ofBoth(.second, $0)) } + [cell(.both)],
            [.text("Every first grade")] + places.map { cell(.answer(.first, $0)) } + [cell(.all(.first))],
            [.text("Every second grade")] + places.map { cell(.answer(.second, $0)) }
                + [cell(.all(.second))],
        ]
    }
}

extension ResultSheets {
    static let statisticsColumns: [Sheet.Column] = [
        .init("Question", width: 40), .init("Statistic", width: 40), .init("Value", .number),
        .init("From, 95 %", .number), .init("To, 95 %", .number),
    ]

    /// Every statistic of every judged question whose table may be shown, as exactly as it is computed.
    static func statistics(_ shown: ShownResult) -> [[Sheet.Cell]] {
        let asked = shown.result.questions.filter(\.isJudged) + [shown.result.safe].compactMap { $0 }
        return asked.flatMap { answered in
            ResultStatistics(shown, answered).all.map { line in
                [
                    .text(answered.question.text), .text(line.name), number(line.value),
                    number(line.lower), number(line.upper),
                ]
            }
        }
    }

    /// Nil is what cannot be computed, or is not sound here.
    private static func number(_ value: Double?) -> Sheet.Cell {
        value.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .empty
    }
}
