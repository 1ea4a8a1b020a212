import Kernel

/// A date as spreadsheets write it: `2026-03-31`, `31/03/2026`, `31.3.26`, `31 Mar 2026`, `31 March 2026`.
enum FileDay {
    static func read(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        // A time of day behind the date, as exports add it.
        let head = text.split(separator: "T").first.map(String.init) ?? text
        if head.count == 10, let day = Day(head) { return day }
        let parts = text.split(whereSeparator: { "/.- ,".contains($0) }).map(String.init)
        guard parts.count == 3 || parts.count == 4 && parts[3].contains(":"), let day = Int(parts[0]) else {
            return nil
        }
        let month = Int(parts[1]) ?? named(parts[1])
        guard let month, let year = Int(parts[2]) else { return nil }
        // Year first: 2026/03/31.
        if parts[0].count == 4 { return inRange(Day(year: day, month: month, day: year)) }
        return inRange(Day(year: parts[2].count == 2 ? year + 2000 : year, month: month, day: day))
    }

    private static func inRange(_ day: Day?) -> Day? {
        day.flatMap { (1900...2199).contains($0.civil.year) ? $0 : nil }
    }

    private static func named(_ text: String) -> Int? {
        let word = text.lowercased()
        guard word.count >= 3 else { return nil }
        return Day.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }
}
