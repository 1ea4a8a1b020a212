import Kernel
import Testing

@testable import ReturnFormats

struct RunsTests {
    /// Against every pair looked at, for a thousand sets of up to eight runs.
    @Test func `a day is covered by the run of another row, and by no other way of counting`() {
        var state: UInt64 = 7
        func random(_ bound: UInt64) -> Int32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int32((state >> 33) % bound)
        }
        var wrong = 0
        for _ in 0..<1000 {
            let plain = (0..<Int(random(9))).map { row in (first: random(20), last: random(20), row: row) }
            var runs = Runs()
            for run in plain {
                runs.add(Day(number: run.first), through: Day(number: run.last), row: run.row)
            }
            runs.sort()
            for day in Int32(0)..<20 {
                for row in -1..<plain.count {
                    let expected = plain.contains { $0.row != row && $0.first <= day && day <= $0.last }
                    if runs.cover(Day(number: day), apartFrom: row) != expected { wrong += 1 }
                }
            }
        }
        #expect(wrong == 0)
    }
}
