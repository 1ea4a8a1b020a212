import Kernel
import StorageTesting
import Testing

@testable import Measures
@testable import Storage

/// Cells of teams to figures of units, counted by hand.
struct RollUpTests {
    static let october = Period(Day(number: 20_727), through: Day(number: 20_757))!
    /// Authority 1; services 2 and 3; area 4 in service 2; teams 5 and 6 in area 4; team 7 in service 3.
    static let nodes: [(Int64, String, Int64?)] = [
        (1, "authority", nil), (2, "service", 1), (3, "service", 1), (4, "area", 2), (5, "team", 4),
        (6, "team", 4), (7, "team", 3),
    ]
    static let tree = UnitTree(
        nodes.map {
            UnitTree.Version(
                ID($0.0), $0.1, "Unit \($0.0)", under: $0.2.map { ID($0) }, from: Day(number: 20_000))
        })

    private static func figure(_ figures: [MeasureFigure], _ reach: MeasureFigure.Reach) -> [Int]? {
        figures.first { $0.reach == reach }.map { [$0.numerator, $0.denominator, $0.overdue] }
    }

    @Test
    func `teams add up to area, service and authority, and what nobody mapped counts in the authority alone`()
    {
        let counts = MeasureCounts(
            "assessments.within45", Self.october, byWorker: true,
            cells: [
                .init(ID(5), 8, of: 10, worker: "W1", overdue: 1), .init(ID(5), 7, of: 12, worker: "W2"),
                .init(ID(6), 20, of: 25, overdue: 3), .init(ID(7), 30, of: 31),
                .init(nil, 2, of: 4, overdue: 1),
                .init(ID(1), 1, of: 1),
            ])
        let figures = RollUp.figures(counts, Self.tree)
        // By hand: 8+7+20+30+2+1 of 10+12+25+31+4+1.
        #expect(Self.figure(figures, .authority) == [68, 83, 5])
        #expect(Self.figure(figures, .unit(ID(5))) == [15, 22, 1])
        #expect(Self.figure(figures, .unit(ID(4))) == [35, 47, 4])
        #expect(Self.figure(figures, .unit(ID(2))) == [35, 47, 4])
        #expect(Self.figure(figures, .unit(ID(3))) == [30, 31, 0])
        #expect(Self.figure(figures, .unmapped) == [2, 4, 1])
        #expect(Self.figure(figures, .worker("W1", in: ID(5))) == [8, 10, 1])
        #expect(Self.figure(figures, .unit(ID(1))) == nil)
    }

    @Test func `a unit counts where it stood on the last day of the period`() {
        var moved = Self.nodes.map {
            UnitTree.Version(
                ID($0.0), $0.1, "Unit \($0.0)", under: $0.2.map { ID($0) }, from: Day(number: 20_000))
        }
        moved[4].until = Day(number: 20_740)
        moved.append(
            UnitTree.Version(ID(5), "team", "Unit 5", under: ID(3), from: Day(number: 20_741)))
        let counts = MeasureCounts("a.b", Self.october, cells: [.init(ID(5), 3, of: 9)])
        let figures = RollUp.figures(counts, UnitTree(moved))
        #expect(Self.figure(figures, .unit(ID(3))) == [3, 9, 0])
        #expect(Self.figure(figures, .unit(ID(4))) == nil)
    }

    @Test func `the middle of a unit is that of all its values, not of its teams' middles`() {
        let counts = MeasureCounts(
            "assessments.median", Self.october,
            cells: [
                .init(ID(5), 60, of: 3, values: [10, 20, 30]), .init(ID(6), 90, of: 2, values: [40, 50]),
            ])
        let figures = RollUp.figures(counts, Self.tree)
        #expect(figures.first { $0.reach == .unit(ID(4)) }?.halves == 60)
        #expect(figures.first { $0.reach == .unit(ID(6)) }?.halves == 90)
        #expect(MeasureDefinition.Shape.median.value(90, 2, halves: 90) == 45)
    }
}
