import ArgumentParser
import Indicators
import Kernel

/// Counted indicators in words and as JSON.
enum IndicatorsOutline {
    /// Down to what the figures are told apart.
    enum Level: String, ExpressibleByArgument, CaseIterable { case authority, team, worker }

    /// Figures of one indicator, in the order of the definitions.
    private static func grouped(_ found: [IndicatorCells]) -> [[IndicatorCells]] {
        found.reduce(into: []) { groups, cells in
            if groups.last?.first?.definition == cells.definition {
                groups[groups.count - 1].append(cells)
            } else {
                groups.append([cells])
            }
        }
    }

    // MARK: For people

    static func text(_ found: [IndicatorCells]) -> String {
        if found.isEmpty { return "The file holds nothing that an indicator counts.\n" }
        return grouped(found).map { group in
            let definition = group[0].definition
            return definition.name + "\n" + group.map { "    " + line($0) + "\n" }.joined()
        }
        .joined()
    }

    private static func line(_ cells: IndicatorCells) -> String {
        let figure = cells.total
        var words = when(cells)
        words += String(repeating: " ", count: max(1, 26 - words.count))
        words +=
            figure.value(cells.definition.shape).map { shown($0, cells.definition.shape) }
            ?? "nothing to count"
        if cells.definition.shape != .count, figure.denominator > 0 {
            words +=
                cells.definition.shape == .median
                ? ", of \(figure.denominator)" : ", \(figure.numerator) of \(figure.denominator)"
        }
        if figure.overdue > 0 { words += "; \(figure.overdue) open past the limit" }
        if figure.excluded > 0 { words += "; \(figure.excluded) left out" }
        return words
    }

    private static func when(_ cells: IndicatorCells) -> String {
        let (year, month, _) = cells.period.first.civil
        return switch cells.span {
        case .month: "\(Day.monthNames[month - 1]) \(year)" + (cells.isPartial ? ", so far" : "")
        case .year: "year from \(cells.period.first.short)" + (cells.isPartial ? ", so far" : "")
        case .halfYear: "six months to the day"
        case .day: cells.period.last.short
        }
    }

    /// One figure after the point.
    private static func shown(_ value: Double, _ shape: IndicatorDefinition.Shape) -> String {
        if shape == .count { return String(Int(value)) }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)" + (shape == .share ? "%" : "")
    }

    // MARK: For programs

    static func json(_ found: [IndicatorCells], asAt: Day, by level: Level) -> JSON {
        [
            "asAt": .string(asAt.description),
            "indicators": .array(
                grouped(found).map { group in
                    let definition = group[0].definition
                    return [
                        "id": .string(definition.id.key), "version": .integer(Int64(definition.version)),
                        "name": .string(definition.name), "shape": .string(definition.shape.rawValue),
                        "unit": .string(definition.unit.rawValue),
                        "source": .string(group[0].source.rawValue),
                        "periods": .array(group.map { json($0, level) }),
                    ]
                }),
        ]
    }

    private static func json(_ cells: IndicatorCells, _ level: Level) -> JSON {
        var members = [
            JSON.Member("span", .string(cells.span.rawValue)),
            JSON.Member("first", .string(cells.period.first.description)),
            JSON.Member("last", .string(cells.period.last.description)),
            JSON.Member("partial", .bool(cells.isPartial)),
        ]
        members += json(cells.total, cells.definition.shape)
        if level != .authority {
            members.append(JSON.Member("units", .array(units(cells, level).map(JSON.object))))
        }
        return .object(members)
    }

    private static func units(_ cells: IndicatorCells, _ level: Level) -> [[JSON.Member]] {
        let shape = cells.definition.shape
        if level == .worker {
            return cells.cells.map {
                [JSON.Member("team", .string($0.team)), JSON.Member("worker", .string($0.worker))]
                    + json($0.figure, shape)
            }
        }
        // The cells stand by team.
        var teams: [String] = []
        for cell in cells.cells where teams.last != cell.team { teams.append(cell.team) }
        return teams.map { team in
            [JSON.Member("team", .string(team))] + json(cells.total { $0.team == team }, shape)
        }
    }

    private static func json(_ figure: IndicatorFigure, _ shape: IndicatorDefinition.Shape) -> [JSON.Member] {
        [
            JSON.Member("numerator", .integer(Int64(figure.numerator))),
            JSON.Member("denominator", .integer(Int64(figure.denominator))),
            JSON.Member("overdue", .integer(Int64(figure.overdue))),
            JSON.Member("excluded", .integer(Int64(figure.excluded))),
            JSON.Member("value", .optional(figure.value(shape))),
        ]
    }
}
