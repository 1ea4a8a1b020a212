import Kernel
import ReturnFormats

/// The untidiness of real files that a reader must see through: other headers, days as text or as bare numbers, codes
/// without their letters, teams spelt otherwise. No meaning is lost by it.
struct Dirt {
    let seed: UInt64
    let month: Int
    let layout: Int

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for set in CodeSet.allCases where set != .adoptionLeaving && set != .plainYesNo {
            for code in set.codes { names[code.written] = code.name }
        }
        return names
    }()

    /// Other spellings of teams; each month has its own.
    static let teams: [String: [String]] = [
        "Harbour team": ["Harbour Tm", "HARBOUR TEAM", "Harbour Team (CP)"],
        "Millbrook team": ["Millbrook Tm", "Millbrook Team South", "Milbrook team"],
        "Front door": ["Front Door (MASH)", "FRONT DOOR", "MASH Front door"],
    ]

    func soil(_ table: inout ListTable, _ texts: inout Texts) {
        for (column, field) in table.fields.enumerated() {
            var dice = Dice(seed, .spelling, (month * 16 + table.list.rawValue) * 64 + column)
            switch field.kind {
            case .dates: soilDays(&table, column, &dice, &texts)
            case .codes: soilCodes(&table, column, &dice, &texts)
            default: if field == .team { respell(&table, column, &texts) }
            }
        }
    }

    private func soilDays(
        _ table: inout ListTable, _ column: Int, _ dice: inout Dice, _ texts: inout Texts
    ) {
        let form = dice.place([84, 7, 9])
        guard form > 0 else { return }
        var known: [Int32: Int32] = [:]
        var place = column
        while place < table.cells.count {
            let cell = table.cells[place]
            if cell.kind == .day {
                if form == 1 {
                    table.cells[place].form = .serial
                } else {
                    let text = known[cell.value] ?? texts.place(ListCSV.written(cell.value))
                    known[cell.value] = text
                    table.cells[place] = .text(text)
                }
            }
            place += table.width
        }
    }

    private func soilCodes(
        _ table: inout ListTable, _ column: Int, _ dice: inout Dice, _ texts: inout Texts
    ) {
        let way = dice.place([70, 20, 10])
        guard way > 0 else { return }
        var known: [Int32: Int32] = [:]
        var place = column
        while place < table.cells.count {
            let cell = table.cells[place]
            // By the person, so that a row that stands twice is spelt alike.
            let person = Int(table.people[place / table.width])
            if cell.kind == .text, way == 1 || (person &* 7 &+ column) % 5 < 2 {
                if let other = known[cell.value] {
                    table.cells[place].value = other
                } else if let name = Self.names[texts.all[Int(cell.value)]] {
                    let other = texts.place(name)
                    known[cell.value] = other
                    table.cells[place].value = other
                }
            }
            place += table.width
        }
    }

    private func respell(_ table: inout ListTable, _ column: Int, _ texts: inout Texts) {
        for (index, team) in Self.teams.keys.sorted().enumerated() {
            // Two months in five, each team in its own.
            guard (month + index) % 5 < 2, let spellings = Self.teams[team] else { continue }
            let from = texts.place(team)
            let to = texts.place(spellings[month / 5 % spellings.count])
            var place = column
            while place < table.cells.count {
                if table.cells[place].kind == .text, table.cells[place].value == from {
                    table.cells[place].value = to
                }
                place += table.width
            }
        }
    }

    // MARK: Headers

    /// As the template of 2019 writes it, or as files of later years do.
    func header(_ field: AnnexAField) -> String {
        if layout < 2024 {
            return switch field {
            case .careEnd, .adoptionOrder, .inTouch: field.rawValue + " "
            case .missingEpisodes, .absentEpisodes, .needsSupport: curly(field.rawValue)
            default: field.rawValue
            }
        }
        return switch field {
        case .age: "Age"
        case .caseStatus: "Case Status"
        case .inTouch: "LA in Touch"
        case .referral: "Date of Referral"
        case .needsSupport: field.rawValue + "?"
        case .missingEpisodes where month % 2 == 0: curly(field.rawValue)
        default: field.rawValue
        }
    }

    private func curly(_ text: String) -> String {
        guard text.contains(" '") else { return text.replacing("'", with: "\u{2019}") }
        return text.replacing(" '", with: " \u{2018}").replacing("'", with: "\u{2019}")
    }

    func sheetName(_ list: AnnexAList) -> String {
        layout < 2024 ? "List_\(list.rawValue)" : "List \(list.rawValue)"
    }
}
