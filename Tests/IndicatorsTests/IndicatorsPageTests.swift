import Foundation
import Indicators
import Kernel
import Testing
import Timescales

struct IndicatorsPageTests {
    /// `PLUMBLINE_WRITE_DOCS=1 swift test --filter indicators.md` writes the page anew.
    @Test func `docs/indicators.md says what every indicator counts`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../docs/indicators.md")
        if ProcessInfo.processInfo.environment["PLUMBLINE_WRITE_DOCS"] != nil {
            try page.write(to: path, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: path, encoding: .utf8)
        #expect(written == page, "run the tests with PLUMBLINE_WRITE_DOCS=1")
    }

    @Test func `of each indicator one version holds on a day, and every one says what its file cannot tell`()
    {
        let definitions = Indicators.definitions
        for day in ["2012-01-05", "2024-03-31", "2024-04-01", "2026-11-20"].compactMap({ Day($0) }) {
            let holding = definitions.filter { $0.holds(on: day) }.map(\.id)
            #expect(Set(holding).count == holding.count)
        }
        for definition in definitions {
            #expect(
                !definition.cannotTell.isEmpty && !definition.basis.isEmpty && !definition.sources.isEmpty)
            #expect(definition.denominator.isEmpty == (definition.shape == .count), "\(definition.id)")
        }
    }

    private var page: String {
        var lines = [
            "# Indicators", "",
            "What Plumbline counts in the files that councils already hold, version by version. Written from the"
                + " definitions themselves: a test holds this page and the product together.", "",
            "Always left out, and counted as left out: a code that nobody recognises, and a date that nobody can read."
                + " Where a row has no day to place it by, it is left out of the last period of the file. A list or a"
                + " column that a file lacks makes no figure.", "",
            "An Annex A looks back six months: its months are those that begin in them, and the one that the day of the"
                + " file stands in is partial unless it ends on that day. A census tells of the months from the April"
                + " before, and of the year. A later file's figure of a month is a new vintage of it.", "",
            "Figures stand by team and worker as the file writes them, and add up to the authority's. Where children or"
                + " workers are counted, each stands once, by the latest row of the period. Where children are counted on"
                + " the day from a list of a row for each child, a second row of a child is left out.", "",
        ]
        for family in IndicatorDefinition.Family.allCases {
            lines += ["## \(family.rawValue)", ""]
            for definition in Indicators.definitions where definition.family == family {
                lines += section(definition)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func section(_ definition: IndicatorDefinition) -> [String] {
        var lines = [
            "### \(definition.name)", "",
            "`\(definition.id)`, version \(definition.version)\(dates(definition))",
        ]
        lines[2] += ". \(definition.question)"
        lines += ["", "| | |", "|---|---|"]
        func add(_ head: String, _ words: String) {
            guard !words.isEmpty else { return }
            lines.append("| \(head) | \(words.prefix(1).uppercased() + words.dropFirst()) |")
        }
        add(definition.shape == .count ? "counts" : "numerator", definition.numerator)
        add("denominator", definition.denominator)
        add("left out", definition.exclusions)
        add("overdue beside it", definition.overdue)
        add(
            "shown as",
            "\(shape(definition)), of \(definition.unit.rawValue), \(definition.isSnapshot ? "on the day" : "for a period"); "
                + direction(definition))
        add("clock", definition.clock.map { "`\($0.rawValue)`" } ?? "")
        add("convention", definition.convention)
        add("file", definition.sources.map(name).sorted().joined(separator: ", "))
        add("cannot tell", definition.cannotTell)
        add("basis", definition.basis)
        return lines + [""]
    }

    private func dates(_ definition: IndicatorDefinition) -> String {
        (definition.from.map { ", from \($0.long)" } ?? "")
            + (definition.through.map { ", through \($0.long)" } ?? "")
    }

    private func shape(_ definition: IndicatorDefinition) -> String {
        switch definition.shape {
        case .share: "percent"
        case .count: "a count"
        case .rate: "how many of 10,000"
        case .mean: "a mean"
        case .median: "a median"
        }
    }

    private func direction(_ definition: IndicatorDefinition) -> String {
        switch definition.direction {
        case .up: "more is better"
        case .down: "fewer is better"
        case .neutral: "neither more nor less is better"
        }
    }

    private func name(_ source: IndicatorDefinition.Source) -> String {
        switch source {
        case .annexA: "Annex A"
        case .cinCensus: "CIN census"
        }
    }
}
