import Documents
package import Kernel
package import PlanFormat

// MARK: A label before its words

extension PlanLayout {
    /// "(a) Words"; "() Words" where words without a label begin as if they had one.
    package static func line(_ label: String?, _ text: String) -> String {
        if let label { return "(\(label)) \(text)" }
        return split(text).label == nil && !text.hasPrefix("() ") ? text : "() \(text)"
    }

    static func split(_ line: String) -> (label: String?, text: String) {
        if line.hasPrefix("() ") { return (nil, String(line.dropFirst(3))) }
        guard line.hasPrefix("("), let close = line.firstIndex(of: ")") else { return (nil, line) }
        let label = line[line.index(after: line.startIndex)..<close]
        let rest = line[line.index(after: close)...]
        guard (1...6).contains(label.count), !label.contains(" "), rest.hasPrefix(" "), rest.count > 1 else {
            return (nil, line)
        }
        return (String(label), String(rest.dropFirst()))
    }
}

// MARK: What words mean where nothing else is said

extension PlanLayout {
    private static let readAs = "Read as: "

    /// What a timescale is, from its words and from the columns of dates; `dates` is nil where there are none.
    package static func timescale(
        _ lines: [String], dates: (start: PartialDate?, finish: PartialDate?)?, baseYear: Int?
    ) -> Plan.Timescale? {
        var words = lines
        var said: [Substring]?
        if let last = words.last, last.hasPrefix(readAs) {
            words.removeLast()
            said = last.dropFirst(readAs.count).split(separator: ";")
        }
        let text = words.joined(separator: " ")
        let (start, finish) = (dates?.start, dates?.finish)
        guard !text.isEmpty || said != nil else { return composed(start, finish) }
        if let said { return timescale(text, said: said) }
        let read = TimescalePhrase.read(text, years: YearContext(baseYear: baseYear)).timescale
        guard dates != nil, (read.start, read.finish) != (start, finish) else { return read }
        let kind: Plan.Timescale.Kind =
            switch (start, finish) {
            case (_?, _?): .range
            case (nil, _?): .by
            case (_?, nil): .onwards
            case (nil, nil): .unclear
            }
        return Plan.Timescale(text: text, start: start, finish: finish, kind: kind)
    }

    /// The words that a start and a finish have of themselves.
    private static func composed(_ start: PartialDate?, _ finish: PartialDate?) -> Plan.Timescale? {
        switch (start, finish) {
        case (nil, nil): nil
        case (let start?, let finish?):
            Plan.Timescale(
                text: "\(start.long) – \(finish.long)", start: start, finish: finish, kind: .range)
        case (nil, let finish?): Plan.Timescale(text: finish.long, finish: finish, kind: .by)
        case (let start?, nil): Plan.Timescale(text: start.long, start: start, kind: .onwards)
        }
    }

    /// The line that says how a timescale's words were understood, where the words alone do not.
    package static func readAs(_ timescale: Plan.Timescale) -> String {
        let kind = timescale.kind == .inPlace ? "in place" : timescale.kind.rawValue
        return readAs
            + ([kind]
            + [timescale.start.map { "from \($0.long)" }, timescale.finish.map { "to \($0.long)" }]
            .compactMap { $0 }).joined(separator: "; ")
    }

    private static func timescale(_ text: String, said: [Substring]) -> Plan.Timescale {
        var timescale = Plan.Timescale(text: text, kind: .unclear)
        for part in said.map({ String($0).folded }) {
            if part.hasPrefix("from ") {
                timescale.start = date(String(part.dropFirst(5)))
            } else if part.hasPrefix("to ") {
                timescale.finish = date(String(part.dropFirst(3)))
            } else {
                timescale.kind = choice(part) ?? .unclear
            }
        }
        return timescale
    }

    /// Monitoring as its words say it, and as the line behind it says where there is one.
    package static func monitoring(_ line: String, said: String? = nil) -> Plan.Monitoring {
        let (label, text) = split(line)
        var monitoring = Plan.Monitoring(label: label, text: text)
        guard let said else {
            let read = MonitoringPhrase.read(Text(text))
            (monitoring.frequency, monitoring.samplePercent) = (read.frequency, read.samplePercent)
            (monitoring.quota, monitoring.by) = (read.quota, read.by)
            return monitoring
        }
        for part in said.dropFirst(readAs.count).split(separator: ";").map({ String($0).folded }) {
            if part.hasPrefix("by ") {
                monitoring.by.append(String(part.dropFirst(3)))
            } else if part.hasPrefix("sample ") {
                monitoring.samplePercent = number(String(part.dropFirst(7)))
            } else if let (count, per) = quota(part) {
                monitoring.quota = Plan.Monitoring.Quota(number: count, per: per)
            } else {
                monitoring.frequency = frequency(part) ?? monitoring.frequency
            }
        }
        return monitoring
    }

    /// `4 per month`.
    private static func quota(_ text: String) -> (Int, String)? {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[1] == "per", let count = Int(parts[0]) else { return nil }
        return (count, parts[2])
    }

    /// The line behind monitoring whose words alone do not say how it was understood.
    package static func readAs(_ monitoring: Plan.Monitoring) -> String {
        let parts =
            [
                monitoring.frequency.map(words), monitoring.samplePercent.map { "sample \(words($0))%" },
                monitoring.quota.map { "\($0.number) per \($0.per)" },
            ].compactMap { $0 } + monitoring.by.map { "by \($0)" }
        return readAs + (parts.isEmpty ? none : parts.joined(separator: "; "))
    }

    static func isReadAs(_ line: String) -> Bool { line.hasPrefix(readAs) }

    /// The references that words point to.
    package static func seeAlso(_ text: String, areaBefore: String?) -> [String] {
        SeeAlsoPhrase.read(text, areaBefore: areaBefore)
    }
}

// MARK: Values as words

extension PlanLayout {
    /// `9 December 2026`, `9 Dec 2026`, `December 2026`, `2026`, or as people write dates.
    static func date(_ text: String) -> PartialDate? {
        let parts = text.split(separator: " ")
        if let year = parts.last.flatMap({ $0.utf8.count == 4 ? Int($0) : nil }), parts.count <= 3 {
            if parts.count == 1 { return PartialDate(year: year) }
            let name = parts[parts.count - 2].lowercased()
            let month = Day.monthNames.firstIndex {
                $0.lowercased() == name || (name.count >= 3 && $0.lowercased().hasPrefix(name))
            }
            if let month {
                if parts.count == 2 { return PartialDate(year: year, month: month + 1) }
                if let day = Int(parts[0]) { return PartialDate(year: year, month: month + 1, day: day) }
            }
        }
        if let date = PartialDate(text) { return date }
        let read = TimescalePhrase.read(text, years: YearContext()).timescale
        return read.finish ?? read.start
    }

    /// `104,000`, `22.2`.
    package static func words(_ number: Double) -> String {
        guard let whole = Int(exactly: number) else { return String(number) }
        var digits = Array(String(abs(whole)))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (whole < 0 ? "-" : "") + String(digits)
    }

    static func number(_ text: String) -> Double? { Double(text.filter { !",£% ".contains($0) }) }

    package static func words(_ frequency: Plan.Frequency) -> String {
        switch frequency {
        case .daily: "every day"
        case .weekly: "every week"
        case .fortnightly: "every two weeks"
        case .fourWeekly: "every four weeks"
        case .monthly: "every month"
        case .twoMonthly: "every two months"
        case .quarterly: "every quarter"
        case .sixMonthly: "every six months"
        case .annual: "every year"
        }
    }

    static func frequency(_ text: String) -> Plan.Frequency? {
        if let known = Plan.Frequency.allCases.first(where: { words($0) == text.lowercased() }) {
            return known
        }
        guard case .frequency(let found) = FrequencyPhrase.find(in: Words(text).flat) else { return nil }
        return found
    }

    /// "In place" is `inPlace`.
    static func choice<Choice>(_ text: String) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        let letters = text.lowercased().filter(\.isLetter)
        return Choice.allCases.first { $0.rawValue.lowercased() == letters }
    }
}
