import Kernel
import ReturnFormats

/// A return that was checked: what every rule found, and which file it was. Nothing that is about a child.
struct CheckedReturn {
    let results: [ReturnRuleResult]
    /// For JSON: the kind of file, its year, and what of it could not be read, counted.
    let about: [JSON.Member]
    /// The same for a person.
    let lines: [String]

    /// `asAt` is the day that the data stood for, which no Annex A file says.
    /// `counting` is of a census alone.
    static func check(_ input: InputReturn, asAt: Day, counting: WorkingDaysBack) -> CheckedReturn {
        switch input {
        case .census(let census): check(census, counting: counting)
        case .annexA(let reading): check(reading, asAt: asAt)
        }
    }

    private static func check(_ reading: AnnexAReading, asAt: Day) -> CheckedReturn {
        let about: [JSON.Member] = [
            JSON.Member("kind", "annex-a"), JSON.Member("asAt", .string(asAt.description)),
            JSON.Member("layout", .optional(reading.layout)),
            JSON.Member(
                "rows",
                .object(
                    AnnexAList.allCases.compactMap { list in
                        reading.file[list].map { JSON.Member("\(list.rawValue)", .integer(Int64($0.rows))) }
                    })),
        ]
        let lines = ["Annex A, checked as at \(asAt).", ""]
        return CheckedReturn(
            results: AnnexACheck.run(reading.file, asAt: asAt).map(\.result), about: about, lines: lines)
    }

    private static func check(_ census: CINReturn, counting: WorkingDaysBack) -> CheckedReturn {
        let check = CINRules.check(census, counting: counting)
        let period = check.period.map { "\($0.first) to \($0.last)" }
        var about: [JSON.Member] = [
            JSON.Member("kind", "cin-census"), JSON.Member("year", .optional(check.year)),
            JSON.Member("rulesOf", .integer(Int64(check.rulesOf))),
            JSON.Member("from", .optional(check.period?.first.description)),
            JSON.Member("to", .optional(check.period?.last.description)),
            JSON.Member("workingDaysBack", .string(check.counting.rawValue)),
        ]
        about.append(JSON.Member("findings", CensusOutline.findings(census)))
        var lines = [
            "CIN census, by the rules of the return of \(check.rulesOf)"
                + (check.year == nil ? ": the file names no year." : ".")
        ]
        lines.append(
            period.map { "The year runs from \($0)." }
                ?? "The file has no reference date: no date was held against the year.")
        if check.found.contains(where: \.isDraft) { lines.append("Rules 8995Q to 9015Q are a draft.") }
        let unread = census.findings.counts.values.reduce(census.findings.others, +)
        if unread > 0 {
            lines.append(
                "Not taken as they stand: \(unread) elements or values. `plumbline return read` lists them.")
        }
        return CheckedReturn(results: check.results, about: about, lines: lines + [""])
    }
}
