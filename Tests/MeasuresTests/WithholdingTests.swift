import Kernel
import Statistics
import Testing

@testable import Measures

/// What leaves the inner circle cannot be worked out again by subtraction.
struct WithholdingTests {
    private static let tree = RollUpTests.tree

    private static func decided(
        _ cells: [MeasureCounts.Cell], _ shape: MeasureDefinition.Shape = .share
    ) -> ([MeasureFigure], Withholding) {
        let figures = RollUp.figures(MeasureCounts("a.b", RollUpTests.october, cells: cells), tree)
        return (figures, Withholding(figures, shape, tree))
    }

    private static func shown(_ figures: [MeasureFigure], _ withheld: Withholding) -> Set<MeasureFigure.Reach>
    {
        Set(figures.filter { !withheld.hides($0) }.map(\.reach))
    }

    @Test func `nothing is hidden where nothing is small`() {
        let (figures, withheld) = Self.decided([
            .init(ID(5), 20, of: 40), .init(ID(6), 30, of: 60), .init(ID(7), 40, of: 70),
        ])
        #expect(Self.shown(figures, withheld).count == figures.count)
    }

    @Test
    func `a small team takes its neighbour with it, so that the area less one team does not tell the other`()
    {
        let (figures, withheld) = Self.decided([
            .init(ID(5), 3, of: 40), .init(ID(6), 30, of: 60), .init(ID(7), 40, of: 70),
        ])
        let shown = Self.shown(figures, withheld)
        #expect(!shown.contains(.unit(ID(5))) && !shown.contains(.unit(ID(6))))
        #expect(shown.contains(.unit(ID(4))) && shown.contains(.authority))
    }

    @Test func `a unit with one part only is hidden with it`() {
        let (figures, withheld) = Self.decided([.init(ID(7), 3, of: 40), .init(ID(5), 30, of: 60)])
        let shown = Self.shown(figures, withheld)
        // Team 7 is all of service 3; service 2 would tell it as the difference from the authority.
        for node in [7, 3, 2] { #expect(!shown.contains(.unit(ID(Int64(node))))) }
        #expect(shown.contains(.authority))
    }

    @Test func `a small rest hides as a small count does, and what nobody mapped is a part like any other`() {
        let (figures, withheld) = Self.decided([
            .init(ID(5), 38, of: 40), .init(ID(6), 30, of: 60), .init(ID(7), 40, of: 70),
        ])
        #expect(!Self.shown(figures, withheld).contains(.unit(ID(5))))
        let (others, also) = Self.decided([
            .init(nil, 2, of: 20), .init(ID(5), 30, of: 60), .init(ID(7), 40, of: 70),
        ])
        let shown = Self.shown(others, also)
        #expect(!shown.contains(.unmapped))
        #expect(!(shown.contains(.unit(ID(2))) && shown.contains(.unit(ID(3)))))
    }

    @Test func `a month is not told by the year that the months fill`() throws {
        var figures: [MeasureFigure] = []
        let first = try #require(Day("2025-04-01"))
        var total = 0
        for month in 0..<12 {
            let start = first.adding(months: month)
            let period = try #require(Period(start, through: start.adding(months: 1).adding(days: -1)))
            let count = month == 4 ? 3 : 20
            total += count
            figures.append(MeasureFigure("a.b", .authority, period, count))
        }
        let year = try #require(Period(first, through: first.adding(months: 12).adding(days: -1)))
        figures.append(MeasureFigure("a.b", .authority, year, total))
        let withheld = Withholding(figures, .count, Self.tree)
        #expect(withheld.hides(figures[4]))
        // Either the year or a second month goes too.
        #expect(figures.filter(withheld.hides).count >= 2)
    }

    @Test func `a hidden kind of one whole is not told by the other kinds`() throws {
        func definition(_ kind: String) -> MeasureDefinition {
            MeasureDefinition("plans.category.\(kind)", name: kind, family: "", direction: .neutral)
        }
        func figures(_ kind: String, _ count: Int) -> [MeasureFigure] {
            [MeasureFigure("plans.category.\(kind)", .authority, RollUpTests.october, count, of: 129)]
        }
        let counts = ["neglect": 74, "emotional": 37, "sexual": 8, "physical": 6, "multiple": 4]
        let all = Dictionary(
            uniqueKeysWithValues: counts.map { ("plans.category.\($0.key)", figures($0.key, $0.value)) })
        let decided = Withholding.decided(
            all, MeasureCatalogue(counts.keys.map(definition)), Self.tree)
        // 129 less the four that are not small would be 4.
        let shown = all.filter { key, own in !(decided[key]?.hides(own[0]) ?? true) }
        #expect(shown.isEmpty)
        #expect(Withholding.whole(of: "assessments.within45") == nil)
        #expect(Withholding.whole(of: "local.weekly.unallocated") == nil)
    }

    @Test func `a running total skips the month that would show a small step`() throws {
        let first = try #require(Day("2026-04-01"))
        let totals = [20, 23, 40]
        let figures = try totals.enumerated().map { index, total in
            MeasureFigure(
                "a.b", .authority,
                try #require(Period(first, through: first.adding(months: index + 1).adding(days: -1))), total)
        }
        let withheld = Withholding(figures, .count, Self.tree)
        #expect(figures.map(withheld.hides) == [false, true, false])
    }

    /// Every hidden cell of a random tree stays unknown: no total less what is shown of its parts has one unknown.
    @Test(arguments: 1...30)
    func `no sum leaves one hidden part beside shown ones`(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func next(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % most
        }
        let cells = [5, 6, 7].map { node -> MeasureCounts.Cell in
            let base = 1 + next(30)
            return .init(ID(Int64(node)), next(base + 1), of: base)
        }
        let (figures, withheld) = Self.decided(cells + [.init(nil, next(4), of: 4 + next(10))])
        let shown = Self.shown(figures, withheld)
        let sums: [(MeasureFigure.Reach, [MeasureFigure.Reach])] = [
            (.authority, [.unit(ID(2)), .unit(ID(3)), .unmapped]), (.unit(ID(2)), [.unit(ID(4))]),
            (.unit(ID(3)), [.unit(ID(7))]), (.unit(ID(4)), [.unit(ID(5)), .unit(ID(6))]),
        ]
        for (total, parts) in sums {
            let hidden = ([total] + parts).filter { !shown.contains($0) }
            #expect(hidden.count != 1, "seed \(seed): \(hidden)")
        }
    }
}
