import Kernel
import ReturnFormats
import Testing

struct ChildRuleTests {
    @Test func `1570: a reference has 20 characters at most, from 2024-25`() throws {
        let twenty = "ABCDEFGHIJ0123456789"
        #expect(try count("1570", child(twenty, episode())) == 0)
        #expect(try count("1570", child(twenty + "0", episode())) == 1)
        // Characters, not bytes.
        #expect(try count("1570", child("Zoë" + twenty.dropLast(3), episode())) == 0)
        #expect(try count("1570", year: 2024, child(twenty + "0", episode())) == nil)
    }

    @Test func `1580: a reference is letters and figures, from 2024-25`() throws {
        #expect(try count("1580", child("DfEX0000001", episode())) == 0)
        #expect(try count("1580", child("Zoë1", episode())) == 0)
        for bad in ["child_1", "A 1", "A-1", "A/1"] { #expect(try count("1580", child(bad, episode())) == 1) }
        #expect(try count("1580", year: 2024, child("A-1", episode())) == nil)
    }

    @Test func `4180: gender is a code of it up to 2023-24, sex from 2024-25`() throws {
        for code in ["0", "1", "2", "9"] {
            #expect(try count("4180", year: 2024, child(gender: code, sex: nil, episode())) == 0)
        }
        for code in [nil, "", "3", "M"] {
            #expect(try count("4180", year: 2024, child(gender: code, sex: "M", episode())) == 1)
        }
        for code in ["M", "F", "U"] {
            #expect(try count("4180", year: 2025, child(gender: nil, sex: code, episode())) == 0)
        }
        for code in [nil, "", "1", "m"] {
            #expect(try count("4180", year: 2025, child(gender: "1", sex: code, episode())) == 1)
        }
    }

    @Test func `4220: ethnicity is there and a code of it`() throws {
        #expect(try count("4220", child(ethnicity: "NOBT", episode())) == 0)
        #expect(try count("4220", child(ethnicity: "REFU", episode())) == 0)
        for code in [nil, "", "WXYZ", "wbri"] {
            #expect(try count("4220", child(ethnicity: code, episode())) == 1)
        }
    }

    @Test func `8500: every child has a reference`() throws {
        #expect(try count("8500", child("A1", episode())) == 0)
        #expect(try count("8500", child(nil, episode()), child("", episode())) == 2)
    }

    @Test func `8510: no two children have one reference`() throws {
        #expect(
            try count("8510", child("A1", episode()), child("A2", episode()), child("A1", episode())) == 2)
        #expect(try count("8510", child("A1", episode()), child("A10", episode())) == 0)
        // Two that are missing are not one.
        #expect(try count("8510", child(nil, episode()), child("", episode())) == 0)
    }

    @Test func `8750: an unborn child has gender 0, from 2024-25 sex U`() throws {
        func unborn(_ gender: String?, _ sex: String?, born: String? = nil) -> String {
            child(born: born, expected: "2026-05-01", gender: gender, sex: sex, episode())
        }
        #expect(try count("8750", year: 2024, unborn("0", nil)) == 0)
        #expect(try count("8750", year: 2024, unborn("1", "U")) == 1)
        #expect(try count("8750", year: 2026, unborn(nil, "U")) == 0)
        #expect(try count("8750", year: 2026, unborn("0", "F")) == 1)
        #expect(try count("8750", year: 2026, unborn("0", nil)) == 1)
        #expect(try count("8750", year: 2026, unborn(nil, "F", born: "2026-03-01")) == 0)
    }

    @Test func `8590: every child has an episode`() throws {
        #expect(try count("8590", child("A1", episode()), child("A2")) == 1)
        #expect(try count("8590", child(episode())) == 0)
    }

    @Test func `8540: a born child whose referral led to something has codes of disability, and known ones`()
        throws
    {
        func count(_ codes: [String], born: String? = "2015-03-27", nfa: String = "false") throws -> Int? {
            try ReturnFormatsTests.count("8540", child(born: born, disabilities: codes, episode(nfa: nfa)))
        }
        #expect(try count(["NONE"]) == 0 && count(["MOB", "DDA"]) == 0)
        #expect(try count([]) == 1 && count([""]) == 1 && count(["XX"]) == 1 && count(["MOB", "XX"]) == 1)
        #expect(try count([], born: nil) == 0)
        #expect(try count([], nfa: "1") == 0)
        #expect(try count([], nfa: "0") == 1)
    }

    @Test func `8790: NONE stands alone`() throws {
        #expect(try count("8790", child(disabilities: ["NONE", "MOB"], episode())) == 1)
        #expect(try count("8790", child(disabilities: ["NONE"], episode())) == 0)
        #expect(try count("8790", child(disabilities: ["VIS", "MOB"], episode())) == 0)
    }

    @Test func `8794: a child has each disability once`() throws {
        #expect(try count("8794", child(disabilities: ["VIS", "MOB", "VIS"], episode())) == 1)
        #expect(
            try count(
                "8794", child(disabilities: ["VIS"], episode()), child("A2", disabilities: ["VIS"], episode())
            )
                == 0)
    }
}

struct BirthAndDeathRuleTests {
    @Test func `8520: nobody is born after the reference date`() throws {
        #expect(try count("8520", child(born: "2026-03-31", episode())) == 0)
        #expect(try count("8520", child(born: "2026-04-01", episode())) == 1)
        #expect(try count("8520", child(born: nil, expected: "2026-05-01", episode())) == 0)
    }

    @Test func `8525Q: a child is born or expected, not both and not neither`() throws {
        #expect(try count("8525Q", child(born: "2020-02-29", expected: "", episode())) == 0)
        #expect(try count("8525Q", child(born: "", expected: "2026-05-01", episode())) == 0)
        #expect(try count("8525Q", child(born: "2020-02-29", expected: "2020-02-20", episode())) == 1)
        #expect(try count("8525Q", child(born: nil, expected: nil, episode())) == 1)
        // There was no 29 February in 2023: no date of birth.
        #expect(try count("8525Q", child(born: "2023-02-29", expected: nil, episode())) == 1)
    }

    @Test(arguments: [("2026-02-28", 1), ("2026-03-01", 0), ("2026-12-31", 0), ("2027-01-01", 1)])
    func `8530Q: a birth is expected from 30 days before the reference date to nine months after`(
        expected: String, broken: Int
    ) throws {
        #expect(try count("8530Q", child(born: nil, expected: expected, episode())) == broken)
    }

    @Test func `8535Q: nobody dies before being born`() throws {
        #expect(try count("8535Q", child(born: "2025-05-02", died: "2025-05-01", episode())) == 1)
        #expect(try count("8535Q", child(born: "2025-05-02", died: "2025-05-02", episode())) == 0)
        #expect(try count("8535Q", child(born: nil, died: "2025-05-02", episode())) == 0)
    }

    @Test(arguments: [("2025-03-31", 1), ("2025-04-01", 0), ("2026-03-31", 0), ("2026-04-01", 1)])
    func `8545Q: a death is within the year, both ends included`(died: String, broken: Int) throws {
        #expect(try count("8545Q", child(died: died, episode())) == broken)
    }

    @Test func `8555Q: nobody is referred after their death`() throws {
        let episodes = episode("2025-06-02", closed: "2025-06-03", reason: "RC2") + episode("2025-07-01")
        #expect(try count("8555Q", child(died: "2025-06-30", episodes)) == 1)
        #expect(try count("8555Q", child(died: "2025-06-02", episode("2025-06-02"))) == 0)
    }

    @Test func `8585Q: who is said to have died has a date of death`() throws {
        #expect(try count("8585Q", child(episode(closed: "2025-07-01", reason: "RC2"))) == 1)
        #expect(
            try count("8585Q", child(died: "2025-06-30", episode(closed: "2025-07-01", reason: "RC2"))) == 0)
        #expect(try count("8585Q", child(episode(closed: "2025-07-01", reason: "RC7"))) == 0)
    }

    /// 280 days before 10 March 2026 is 3 June 2025.
    @Test func `8606: a referral is no more than 280 days before the birth, or the expected one`() throws {
        #expect(try count("8606", child(born: "2026-03-10", episode("2025-06-02"))) == 1)
        #expect(try count("8606", child(born: "2026-03-10", episode("2025-06-03"))) == 0)
        #expect(try count("8606", child(born: nil, expected: "2026-03-10", episode("2025-06-02"))) == 1)
        #expect(try count("8606", child(born: nil, expected: "2026-03-10", episode("2025-06-03"))) == 0)
    }

    @Test func `8775Q: who is over 25 has no open episode, and none closed later`() throws {
        #expect(try count("8775Q", child(born: "2001-03-30", episode())) == 1)
        #expect(try count("8775Q", child(born: "2001-03-31", episode())) == 0)
        #expect(
            try count("8775Q", child(born: "2000-05-01", episode(closed: "2025-05-01", reason: "RC7"))) == 0)
        #expect(
            try count("8775Q", child(born: "2000-05-01", episode(closed: "2025-05-02", reason: "RC7"))) == 1)
        // Born on 29 February: 25 on 28 February of a year without one.
        #expect(
            try count(
                "8775Q", year: 2025, child(born: "2000-02-29", episode(closed: "2025-02-28", reason: "RC7")))
                == 0)
        #expect(
            try count(
                "8775Q", year: 2025, child(born: "2000-02-29", episode(closed: "2025-03-01", reason: "RC7")))
                == 1)
    }
}
