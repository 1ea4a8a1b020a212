import Documents
import Kernel

/// The file of a round that was done before Plumbline: a case a line, or a standard a line. Pure.
///
/// Cases: the columns case and self, and if they are known verifier, team, area, group, safe. Standards: the columns
/// standard, n and good. What a case is called is read to see that none stands twice, and is not kept.
struct PastRoundFile: Hashable, Sendable {
    enum Layout: String, CaseIterable, Sendable { case cases, standards }

    /// Why a file is not taken, in a sentence; nothing of it is kept.
    struct Unusable: Error, Hashable {
        let sentence: String
    }

    let layout: Layout
    let lines: [RoundTally.Line]
    /// Where each line is: team, area, group.
    let places: [Place]
    let count: Int

    struct Place: Hashable, Sendable {
        var team = ""
        var area = ""
        var group = ""
    }

    static let mostLines = 20_000
    static let mostBytes = 4 << 20

    /// What stands in the place of a grade where a file gives only how many were good.
    static let good = ".good"
    static let other = ".other"

    static func read(_ bytes: [UInt8], _ tool: Tool) throws(Unusable) -> PastRoundFile {
        guard bytes.count <= mostBytes else { throw Unusable(sentence: "The file is larger than 4 MB") }
        let file: CSVRecords
        do throws(Unreadable) {
            file = try CSVRecords.read(bytes, most: mostLines)
        } catch {
            throw Unusable(sentence: error.sentence)
        }
        guard !file.records.isEmpty else {
            throw Unusable(sentence: "The file has headings and nothing under them")
        }
        if file.column(["standard"]) != nil { return try standards(file, tool) }
        guard file.column(["case"]) != nil, file.column(["self"]) != nil else {
            throw Unusable(
                sentence:
                    "The first line must name the columns: case and self, with verifier, team, area, group and safe where they are known; or standard, n and good"
            )
        }
        return try cases(file, tool)
    }

    // MARK: A case a line

    private struct Case: Hashable {
        var place: Place
        var first: String?
        var second: String?
        var safe: String?
    }

    private static func cases(_ file: CSVRecords, _ tool: Tool) throws(Unusable) -> PastRoundFile {
        guard let overall = tool.overall.flatMap({ tool.question($0) }), let scale = tool.scale(of: overall)
        else {
            throw Unusable(
                sentence:
                    "This tool has no grade of its own, so its cases cannot come by file: choose another tool"
            )
        }
        let columns = (
            id: file.column(["case"]), first: file.column(["self"]),
            second: file.column(["verifier", "second"]), team: file.column(["team"]),
            area: file.column(["area"]), group: file.column(["group", "category"]),
            safe: file.column(["safe"])
        )
        if columns.safe != nil, !tool.asksSafety {
            throw Unusable(
                sentence:
                    "This tool does not ask whether a child is safe: take the column safe out of the file")
        }
        var seen: [String: Int] = [:]
        var counted: [Case: Int] = [:]
        for record in file.records {
            let id = record.cell(columns.id)
            guard !id.isEmpty else { throw wrong(record, "it names no case") }
            if let before = seen.updateValue(record.line, forKey: NameKey.fold(id)) {
                throw wrong(record, "this case stands on line \(before) already")
            }
            let first = try grade(record.cell(columns.first), scale, record, "self")
            let second = try grade(record.cell(columns.second), scale, record, "verifier")
            guard first != nil || second != nil else {
                throw wrong(record, "it has no grade: leave the line out where nobody graded the case")
            }
            let place = Place(
                team: try short(record.cell(columns.team), record),
                area: try short(record.cell(columns.area), record),
                group: try short(record.cell(columns.group), record))
            let safe = try safe(record.cell(columns.safe), record)
            counted[Case(place: place, first: first, second: second, safe: safe), default: 0] += 1
        }
        var lines: [RoundTally.Line] = []
        var places: [Place] = []
        for (each, count) in counted {
            lines.append(
                RoundTally.Line(question: overall.key, first: each.first, second: each.second, cases: count))
            places.append(each.place)
            guard let safe = each.safe else { continue }
            lines.append(RoundTally.Line(question: RoundTally.safe, first: safe, cases: count))
            places.append(each.place)
        }
        return PastRoundFile(layout: .cases, lines: lines, places: places, count: file.records.count)
    }

    private static func wrong(_ record: CSVRecords.Record, _ words: String) -> Unusable {
        Unusable(sentence: "Line \(record.line): \(words)")
    }

    /// A grade by its code or its words.
    private static func grade(
        _ text: String, _ scale: Scale, _ record: CSVRecords.Record, _ column: String
    ) throws(Unusable) -> String? {
        guard !text.isEmpty else { return nil }
        let key = NameKey.fold(text)
        if let grade = scale.grades.first(where: {
            NameKey.fold($0.code) == key || NameKey.fold($0.words) == key
        }) {
            return grade.code
        }
        let known = scale.grades.map { $0.code == $0.words ? $0.code : "\($0.code) or \($0.words)" }
        throw wrong(
            record,
            "“\(text.prefix(30))” in the column \(column) is no grade of the scale. Write \(known.joined(separator: "; "))"
        )
    }

    private static func safe(_ text: String, _ record: CSVRecords.Record) throws(Unusable) -> String? {
        switch NameKey.fold(text) {
        case "": nil
        case "yes", "y", "safe": "yes"
        case "no", "n", "not safe": "no"
        case "unsure", "not sure", "in doubt": "unsure"
        default:
            throw wrong(record, "“\(text.prefix(30))” in the column safe is neither yes, no nor unsure")
        }
    }

    private static func short(_ text: String, _ record: CSVRecords.Record) throws(Unusable) -> String {
        guard text.count <= 120 else {
            throw wrong(record, "a name of a team, area or group is longer than 120 signs")
        }
        return text
    }

    // MARK: A standard a line

    private static func standards(_ file: CSVRecords, _ tool: Tool) throws(Unusable) -> PastRoundFile {
        let columns = (
            standard: file.column(["standard"]), all: file.column(["n", "of", "cases"]),
            good: file.column(["good", "met"])
        )
        guard columns.all != nil, columns.good != nil else {
            throw Unusable(sentence: "A file by standard has the columns standard, n and good")
        }
        var lines: [RoundTally.Line] = []
        var seen: [String: Int] = [:]
        for record in file.records {
            let name = record.cell(columns.standard)
            guard let key = question(name, tool) else {
                throw wrong(
                    record,
                    "“\(name.prefix(40))” is no standard of this tool: write its number, its name, or overall"
                )
            }
            if let before = seen.updateValue(record.line, forKey: key) {
                throw wrong(record, "this standard stands on line \(before) already")
            }
            guard let all = number(record.cell(columns.all)), all > 0 else {
                throw wrong(record, "n is not a whole number from 1")
            }
            guard let good = number(record.cell(columns.good)) else {
                throw wrong(record, "good is not a whole number")
            }
            guard good <= all else { throw wrong(record, "\(good) of \(all) cannot be good") }
            lines.append(RoundTally.Line(question: key, first: PastRoundFile.good, cases: good))
            lines.append(RoundTally.Line(question: key, first: other, cases: all - good))
        }
        return PastRoundFile(
            layout: .standards, lines: lines, places: lines.map { _ in Place() }, count: file.records.count)
    }

    /// The judged question that the name stands for: a number, a standard's or a question's name, or "overall".
    private static func question(_ name: String, _ tool: Tool) -> String? {
        let key = NameKey.fold(name)
        guard !key.isEmpty else { return nil }
        if key == "overall", let overall = tool.overall { return overall }
        func judged(_ standard: Tool.Standard) -> [Tool.Question] {
            standard.questions.filter { question in
                guard question.key != tool.overall else { return false }
                switch question.kind {
                case .grade, .yesNo: return true
                default: return false
                }
            }
        }
        for standard in tool.standards {
            if let exact = judged(standard).first(where: {
                NameKey.fold($0.key) == key || NameKey.fold($0.text) == key
            }) {
                return exact.key
            }
            let own = judged(standard)
            if own.count == 1, !standard.number.isEmpty || !standard.title.isEmpty,
                NameKey.fold(standard.number) == key || NameKey.fold(standard.title) == key
            {
                return own[0].key
            }
        }
        return nil
    }

    private static func number(_ text: String) -> Int? {
        !text.isEmpty && text.utf8.count <= 7 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            ? Int(text) : nil
    }

    /// A file to fill in, with an example line.
    static func template(_ layout: Layout, _ tool: Tool?) -> String {
        switch layout {
        case .cases:
            let grades =
                tool.flatMap { tool in
                    tool.overall.flatMap { tool.question($0) }.flatMap { tool.scale(of: $0) }
                }?.grades.map(\.code) ?? ["1", "2", "3", "4"]
            return CSV.row(["case", "self", "verifier", "team", "area", "group", "safe"])
                + CSV.row([
                    "C001", grades.first ?? "", grades.dropFirst().first ?? "", "Harbour team", "North area",
                    "", "yes",
                ])
        case .standards:
            return CSV.row(["standard", "n", "good"]) + CSV.row(["1", "539", "412"])
                + CSV.row(["overall", "539", "431"])
        }
    }
}
