package import Kernel

/// What three fields for a date hold: `due-day`, `due-month`, `due-year`.
package enum DateEntry: Hashable, Sendable {
    /// All three are empty.
    case empty
    case day(Day)
    /// Something is missing or there is no such day; the sentence says what to give, without a full stop.
    case wrong(String)
}

extension Fields {
    /// Reads a date input. Months may be words ("Sep", "September"); a year of two digits is of this century.
    ///
    /// `what` names the date inside the sentence of an error: "the new date".
    package func date(_ name: String, called what: String) -> DateEntry {
        let day = self["\(name)-day"]
        let month = self["\(name)-month"]
        let year = self["\(name)-year"]
        if day.isEmpty && month.isEmpty && year.isEmpty { return .empty }
        let missing = [("day", day), ("month", month), ("year", year)].filter(\.1.isEmpty).map(\.0)
        guard missing.isEmpty else {
            return .wrong("Give the \(missing.joined(separator: " and the ")) of \(what)")
        }
        guard let dayNumber = number(day), let monthNumber = number(month) ?? monthNamed(month),
            let yearNumber = number(year).map({ year.utf8.count == 2 ? $0 + 2000 : $0 }),
            (1900...2199).contains(yearNumber),
            let date = Day(year: yearNumber, month: monthNumber, day: dayNumber)
        else {
            return .wrong("There is no such day as \(day) \(month) \(year): correct \(what)")
        }
        return .day(date)
    }
}

private func number(_ text: String) -> Int? {
    text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
}

private func monthNamed(_ text: String) -> Int? {
    let word = text.lowercased()
    guard word.utf8.count >= 3 else { return nil }
    return (1...12).first { month in
        guard let day = Day(year: 2000, month: month, day: 1) else { return false }
        return day.long.split(separator: " ")[1].lowercased().hasPrefix(word)
    }
}
