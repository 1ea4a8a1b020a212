import Foundation
import Programs
import Statistics
import Testing

/// Figures of audit-methods.md, §4; `Tests/peers/sampling.py` draws and bounds random frames besides.
struct SampleSizeTests {
    @Test(arguments: [
        (40, 0.05, 37), (100, 0.05, 80), (200, 0.05, 132), (539, 0.05, 225), (1000, 0.05, 278),
        (40, 0.10, 29),
        (100, 0.10, 50), (200, 0.10, 66), (539, 0.10, 82), (1000, 0.10, 88),
    ])
    func `a wished margin takes so many cases`(population: Int, margin: Double, count: Int) {
        #expect(SampleSize.needed(forMargin: margin, of: population) == count)
        #expect(SampleSize.margin(points: margin * 100).count(of: population) == count)
    }

    @Test(arguments: [
        (20, 4, 45.0), (40, 8, 31.4), (60, 12, 25.5), (100, 20, 19.7), (200, 40, 13.9), (539, 108, 8.4),
    ])
    func `a fifth of a small frame says little`(population: Int, count: Int, points: Double) throws {
        #expect(try #require(SampleSize("20%")).count(of: population) == count)
        let margin = try #require(SampleSize.margin(of: count, in: population))
        #expect((100 * margin).isNear(points, within: 0.05))
    }

    @Test func `a percentage is rounded up, is at least one, and is not led astray by its last bit`() {
        #expect(SampleSize("20 %")?.count(of: 3) == 1)
        #expect(SampleSize("20%")?.count(of: 1) == 1)
        #expect(SampleSize("0.001%")?.count(of: 539) == 1)
        #expect(SampleSize("7%")?.count(of: 100) == 7)
        #expect(SampleSize("12.5%")?.count(of: 8) == 1)
        #expect(SampleSize("12.5%")?.count(of: 9) == 2)
        #expect(SampleSize("100%")?.count(of: 539) == 539)
        #expect(SampleSize("20%")?.count(of: 0) == nil)
    }

    @Test(arguments: [
        "", "0", "0%", "-4", "101%", "100.001%", "4.5", "20 cases", "%", "1.0000%", "5.%", "1e3", "٣",
    ])
    func `what is no size is refused`(text: String) {
        #expect(SampleSize(text) == nil)
    }

    @Test func `a frame looked at whole has no margin, and one not looked at has none to give`() {
        #expect(SampleSize.margin(of: 40, in: 40) == 0)
        #expect(SampleSize.margin(of: 1, in: 1) == 0)
        #expect(SampleSize.margin(of: 0, in: 40) == nil)
        #expect(SampleSize.margin(of: 41, in: 40) == nil)
        #expect(SampleSize.needed(forMargin: 0, of: 40) == nil)
        #expect(SampleSize.needed(forMargin: 0.05, of: 0) == nil)
        #expect(SampleSize.needed(forMargin: 0.0001, of: 40) == 40)
    }
}

struct HypergeometricTests {
    @Test(arguments: [(4, 54, 539, 13, 93), (10, 108, 539, 27, 84)])
    func `so many found leave so many in the whole frame`(
        found: Int, sample: Int, population: Int, lower: Int, upper: Int
    ) throws {
        let drawn = try #require(Hypergeometric(found: found, in: sample, of: population))
        #expect(drawn.bounds == lower...upper)
    }

    @Test(arguments: [(108, 539, 13), (8, 40, 11)])
    func `none found may still leave some`(sample: Int, population: Int, most: Int) throws {
        #expect(try #require(Hypergeometric(found: 0, in: sample, of: population)).atMost == most)
    }

    @Test(arguments: [(41, 539, 37), (5, 539, 243), (4, 40, 21)])
    func `to see one of so many takes so large a sample`(successes: Int, population: Int, size: Int) {
        #expect(Hypergeometric.discoverySize(of: successes, in: population) == size)
    }

    @Test func `a frame looked at whole is known, and one not looked at is not`() throws {
        let census = try #require(Hypergeometric(found: 41, in: 539, of: 539))
        #expect(census.bounds == 41...41 && census.atMost == 41 && census.atLeast == 41)
        let none = try #require(Hypergeometric(found: 0, in: 0, of: 539))
        #expect(none.bounds == 0...539 && none.atMost == 539)
        let empty = try #require(Hypergeometric(found: 0, in: 0, of: 0))
        #expect(empty.bounds == 0...0 && empty.shares == nil)
        #expect(Hypergeometric(found: 5, in: 4, of: 40) == nil)
        #expect(Hypergeometric(found: 1, in: 41, of: 40) == nil)
        #expect(Hypergeometric.discoverySize(of: 0, in: 40) == nil)
        #expect(Hypergeometric.discoverySize(of: 40, in: 40) == 1)
    }

    /// Whole numbers from Pascal's triangle, K by K: 40 × tail > all ways is 2.5 %, 20 × is 5 %.
    @Test(arguments: 1...20)
    func `bounds of small frames are those of counting every sample`(population: Int) throws {
        var triangle = [[1]]
        for row in 1...population {
            triangle.append(
                (0...row).map { $0 == 0 || $0 == row ? 1 : triangle[row - 1][$0 - 1] + triangle[row - 1][$0] }
            )
        }
        func ways(_ n: Int, _ k: Int) -> Int { 0...n ~= k ? triangle[n][k] : 0 }
        for sample in 0...population {
            for found in 0...sample {
                let drawn = try #require(Hypergeometric(found: found, in: sample, of: population))
                func kept(_ limit: Int, _ isKept: (Bool, Bool) -> Bool) -> [Int] {
                    (0...population).filter { successes in
                        func tail(_ range: ClosedRange<Int>) -> Int {
                            range.reduce(0) {
                                $0 + ways(successes, $1) * ways(population - successes, sample - $1)
                            }
                        }
                        let all = ways(population, sample)
                        return isKept(limit * tail(0...found) > all, limit * tail(found...sample) > all)
                    }
                }
                let both = kept(40) { $0 && $1 }
                #expect(both == Array(drawn.bounds))
                #expect(kept(20) { low, _ in low }.last == drawn.atMost)
                #expect(kept(20) { _, high in high }.first == drawn.atLeast)
            }
        }
        for successes in 1...population {
            let least = (1...population).first {
                20 * ways(population - successes, $0) <= ways(population, $0)
            }
            #expect(Hypergeometric.discoverySize(of: successes, in: population) == least)
        }
    }

    @Test func `a probability that is the limit itself does not exceed it`() throws {
        // One of one drawn from 40: P(X ≥ 1) is K ÷ 40, and 1 ÷ 40 is 2.5 % to the last digit.
        #expect(try #require(Hypergeometric(found: 1, in: 1, of: 40)).bounds == 2...40)
        #expect(try #require(Hypergeometric(found: 0, in: 1, of: 40)).bounds == 0...38)
        // The one so of 20 is missed by 19 with a chance of 5 %.
        #expect(Hypergeometric.discoverySize(of: 1, in: 20) == 19)
    }

    @Test func `bounds of a hundred thousand take no time that anyone notices`() throws {
        let clock = ContinuousClock()
        let drawn = try #require(Hypergeometric(found: 2500, in: 20_000, of: 100_000))
        var bounds = 0...0
        let time = clock.measure { bounds = drawn.bounds }
        // scipy.stats.hypergeom, by the same rule.
        #expect(bounds == 12_093...12_917)
        #expect(time < .seconds(5))
    }
}

struct StrataTests {
    @Test func `strata share a sample by the largest remainder`() {
        #expect(Strata.allocate(108, sizes: [151, 128, 140, 120]) == [30, 26, 28, 24])
    }

    @Test func `each stratum that holds any gets one, none gets more than it holds`() {
        #expect(Strata.allocate(10, sizes: [500, 3, 0, 2]) == [8, 1, 0, 1])
        #expect(Strata.allocate(3, sizes: [500, 3, 2]) == [1, 1, 1])
        #expect(Strata.allocate(2, sizes: [500, 3, 2]) == nil)
        #expect(Strata.allocate(10, sizes: [4, 6]) == [4, 6])
        #expect(Strata.allocate(11, sizes: [4, 6]) == nil)
        #expect(Strata.allocate(1, sizes: []) == nil)
        // Equal remainders: the earlier of equal strata.
        #expect(Strata.allocate(3, sizes: [10, 10]) == [2, 1])
    }

    @Test func `however many strata, the shares come to the sample and none is empty or over its size`()
        throws
    {
        for _ in 0..<200 {
            let sizes = (0..<Int.random(in: 1...12)).map { _ in
                Int.random(in: 0...3) == 0 ? Int.random(in: 0...2) : Int.random(in: 1...300)
            }
            let held = sizes.count { $0 > 0 }
            guard held > 0 else { continue }
            let count = Int.random(in: held...sizes.reduce(0, +))
            let shares = try #require(Strata.allocate(count, sizes: sizes))
            #expect(shares.reduce(0, +) == count)
            #expect(
                zip(shares, sizes).allSatisfy { $0 <= $1 && ($0 > 0) == ($1 > 0) }, "\(count) of \(sizes)")
        }
    }

    @Test func `what is drawn too often does not weigh too much`() throws {
        // 100 with 10 of 20 so, and 300 with 6 of 20: (100 × 0.5 + 300 × 0.3) ÷ 400, and by hand the variance
        // (1/16)(0.8)(0.25)/19 + (9/16)(14/15)(0.21)/19 = 0.00646053.
        let strata = try [
            #require(Strata.Stratum(size: 100, found: share(10, of: 20))),
            #require(Strata.Stratum(size: 300, found: share(6, of: 20))),
        ]
        let estimate = try #require(Strata.estimate(strata))
        #expect(estimate.value.isNear(0.35))
        #expect(try #require(estimate.interval).isNear(0.192462, 0.507538, within: 0.00001))
        #expect(Strata.Stratum(size: 3, found: try share(1, of: 4)) == nil)
    }

    @Test func `an interval that cannot be known is not given`() throws {
        let one = try #require(Strata.Stratum(size: 10, found: share(1, of: 1)))
        let other = try #require(Strata.Stratum(size: 30, found: share(3, of: 6)))
        #expect(try #require(Strata.estimate([one, other])).interval == nil)
        let none = try #require(Strata.Stratum(size: 10, found: share(0, of: 0)))
        #expect(Strata.estimate([none, other]) == nil)
        #expect(Strata.estimate([]) == nil)
    }
}

struct DrawOrderTests {
    static let ids = (1...20).map { "C0\($0 < 10 ? "0" : "")\($0)" }

    @Test func `the order is the printed one, however the frame is sorted`() {
        let order = DrawOrder(seed: "2026-Q1:audit-7")
        let drawn = order.ordered(Self.ids)
        #expect(drawn.prefix(5) == ["C009", "C011", "C018", "C012", "C001"])
        #expect(order.ordered(Self.ids.reversed()) == drawn)
        #expect(drawn.sorted() == Self.ids)
        #expect(order.order(of: Self.ids).first == 8)
        #expect(DrawOrder(seed: "2026-Q2:audit-7").ordered(Self.ids) != drawn)
        #expect(order.ordered([]) == [])
    }

    @Test func `a hundred thousand cases are put in order in no time that anyone notices`() {
        let ids = (0..<100_000).map { "case-\($0)" }
        var drawn: [String] = []
        let time = ContinuousClock().measure { drawn = DrawOrder(seed: "a seed").ordered(ids) }
        #expect(Set(drawn).count == ids.count)
        #expect(time < .seconds(10))
    }

    static let hasPython = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: hasPython, "There is no python3 on this machine to draw again with."))
    func `ten lines of Python draw the same cases`() throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../peers/draw.py")
            .path
        let folder = FileManager.default.temporaryDirectory.appending(path: "draw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ids = (1...539).map { "Child \($0 * 7919 % 1000) é/\($0)" }
        let frame = folder.appending(path: "frame.txt")
        try Data((ids.joined(separator: "\n") + "\n").utf8).write(to: frame)
        let limits = OutsideProgram.Limits(
            until: .now + .seconds(60), seconds: 60, memory: .data(megabytes: 512), outputBytes: 1 << 20)
        let outcome = try OutsideProgram(name: "env", package: "coreutils").run(
            ["python3", script, frame.path, "Ashmere | round 3 §", "108"], in: folder.path, limits: limits)
        #expect(outcome.status == 0)
        let drawn = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(drawn == Array(DrawOrder(seed: "Ashmere | round 3 §").ordered(ids).prefix(108)))
    }

    /// `printf 'C001\nC002\nC010\n' | sha256sum`, and so on.
    @Test func `a frame is known by its ids, in whatever order`() {
        let hash = "6d8e8c062bd3b2a8457733736428a88f0087c824bacbd64f4b03b2cc36f520be"
        #expect(FrameHash.hexadecimal(["C010", "C001", "C002"]) == hash)
        #expect(FrameHash.hexadecimal(["C001", "C002", "C011"]) != hash)
        #expect(
            FrameHash.hexadecimal([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        // By bytes, not by any language's order: B, a, é.
        #expect(
            FrameHash.hexadecimal(["é", "a", "B"])
                == "0ac7878ac57c505df53146635f4b2d5ee7676c4d528c00b35035f38e32de5356")
    }
}
