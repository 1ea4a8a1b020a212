import Kernel
import ReturnFormats
import Testing

struct ReturnRuleTests {
    @Test func `100: the reference date is 31 March of the collection's year`() throws {
        #expect(try count("100", episode()) == 0)
        #expect(try count("100", referenceDate: "2026-03-28", episode()) == 1)
        #expect(try count("100", referenceDate: "2025-03-31", episode()) == 1)
        #expect(try count("100", referenceDate: "", episode()) == 1)
        #expect(try count("100", referenceDate: "31/03/2026", episode()) == 1)
    }

    @Test func `2883: no more plans start in the year than conferences are held in it, at both levels`()
        throws
    {
        let plans = protectionPlan("2025-06-20", "2025-09-01") + protectionPlan("2025-10-20")
        #expect(try count("2883", episode(plans)) == 1)
        #expect(try count("2883", episode(enquiry("2025-06-05", conference: "2025-06-20"), plans)) == 1)
        #expect(
            try count(
                "2883",
                episode(conference: "2025-10-20", enquiry("2025-06-05", conference: "2025-06-20"), plans))
                == 0)
        // Plans and conferences of other years do not count.
        #expect(try count("2883", episode(protectionPlan("2025-03-31"))) == 0)
        #expect(try count("2883", episode(conference: "2025-03-31", protectionPlan("2025-04-01"))) == 1)
    }

    @Test(arguments: [(2026, "U"), (2025, "U"), (2024, "0"), (2023, "0")])
    func `2886Q: of the children born, two in a hundred may be of unknown sex, and no more`(
        year: Int, unknown: String
    ) throws {
        func children(_ unknownOnes: Int, unborn: Int = 0) throws -> Int? {
            let born = (1...50).map { row in
                let code = row <= unknownOnes ? unknown : nil
                return child("A\(row)", gender: code ?? "1", sex: code ?? "F", episode("2022-04-04"))
            }
            let others = (0..<unborn).map {
                child("B\($0)", born: nil, expected: "\(year)-05-01", gender: "0", sex: "U", episode())
            }
            return try check(census(year: year, born + others)).results.first { $0.rule == "2886Q" }?.count
        }
        #expect(try children(1) == 0)
        #expect(try children(2) == 1)
        // Children yet unborn are neither counted as unknown nor among those born.
        #expect(try children(1, unborn: 60) == 0)
        #expect(try children(2, unborn: 60) == 1)
        // A missing code is an unknown sex.
        #expect(try count("2886Q", year: year, child(gender: nil, sex: "", episode())) == 1)
    }

    @Test func `2887Q: a return uses eight codes of disability or more, NONE and unknown ones apart`() throws
    {
        let seven = ["MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR"]
        #expect(try count("2887Q", child(disabilities: seven, episode())) == 1)
        #expect(try count("2887Q", child(disabilities: seven + ["NONE", "XX", "HEAR"], episode())) == 1)
        #expect(try count("2887Q", child(disabilities: seven + ["VIS"], episode())) == 0)
        #expect(
            try count(
                "2887Q", child(disabilities: seven, episode()), child("A2", disabilities: ["DDA"], episode()))
                == 0)
    }

    @Test func `2888Q: some child has more than one disability`() throws {
        #expect(
            try count(
                "2888Q", child(disabilities: ["MOB"], episode()),
                child("A2", disabilities: ["VIS"], episode())) == 1)
        #expect(try count("2888Q", child(disabilities: ["MOB", "NONE"], episode())) == 1)
        #expect(try count("2888Q", child(disabilities: ["MOB", "MOB"], episode())) == 1)
        #expect(
            try count(
                "2888Q", child(disabilities: ["NONE"], episode()),
                child("A2", disabilities: ["VIS", "LD"], episode()))
                == 0)
    }
}
