import Kernel
import ReturnFormats
import Testing

/// The pupil numbers were made by hand: H in H801200001001 is letter 7 by the weights 2 to 13 and the remainder of 23
/// (8×2 + 0×3 + 1×4 + 2×5 + 0×6 … + 1×10 + 0×11 + 0×12 + 1×13 = 53, 53 − 46 = 7).
struct PupilNumberRuleTests {
    private func count(_ rule: String, year: Int = 2026, upn: String?, former: String? = nil) throws -> Int? {
        try ReturnFormatsTests.count(rule, year: year, child(upn: upn, former: former, episode()))
    }

    @Test func `1510: the check letter follows from the twelve figures`() throws {
        #expect(try count("1510", upn: "H801200001001") == 0)
        #expect(try count("1510", upn: "A801200001001") == 1)
        #expect(try count("1510", upn: "h801200001001") == 1)
        // The sample of the validator that councils run holds this one as right.
        #expect(try count("1510", upn: "H243278544154") == 0)
        #expect(try count("1510", upn: "X428558133462") == 1)
        // A temporary number, or one of another length, is not for this rule.
        #expect(try count("1510", upn: "A80120000100B") == 0)
        #expect(try count("1510", upn: "A8012") == 0)
        #expect(try count("1510", upn: nil) == 0 && count("1510", upn: "") == 0)
    }

    @Test func `1520: no two children have one pupil number`() throws {
        let other = child("A2", upn: "H801200001001", episode())
        #expect(try ReturnFormatsTests.count("1520", child(upn: "H801200001001", episode()), other) == 2)
        #expect(try ReturnFormatsTests.count("1520", child(upn: "A801200001001", episode()), other) == 0)
        #expect(try ReturnFormatsTests.count("1520", child(episode()), child("A2", episode()), other) == 0)
    }

    @Test func `1530: characters 2 to 4 are an authority's number, by year`() throws {
        #expect(try count("1530", upn: "H801200001001") == 0)
        #expect(try count("1530", upn: "H003278544154") == 0)
        #expect(try count("1530", upn: "R421962919251") == 1)
        #expect(try count("1530", upn: "R000962919251") == 1)
        #expect(try count("1530", upn: "ASFFAGSVSV123") == 1)
        #expect(try count("1530", upn: "R34") == 0)
        // Cumberland, since April 2023.
        #expect(try count("1530", year: 2023, upn: "R942962919251") == 1)
        #expect(try count("1530", year: 2024, upn: "R942962919251") == 0)
    }

    @Test func `1540: characters 5 to 12 are figures, and there are eight`() throws {
        #expect(try count("1540", upn: "H801200001001") == 0)
        #expect(try count("1540", upn: "H8012O0001001") == 1)
        #expect(try count("1540", upn: "H8012000010O1") == 1)
        #expect(try count("1540", upn: "H80120000100I") == 0)
        #expect(try count("1540", upn: "H8012") == 1)
        #expect(try count("1540", upn: nil) == 0)
    }

    @Test func `1550: character 13 is a figure or a letter other than I, O and S, and the last`() throws {
        #expect(try count("1550", upn: "H801200001001") == 0)
        #expect(try count("1550", upn: "H80120000100B") == 0)
        for end in ["I", "O", "S", "b", "-"] {
            #expect(try count("1550", upn: "H80120000100\(end)") == 1)
        }
        #expect(try count("1550", upn: "H8012000010012") == 1)
        #expect(try count("1550", upn: nil) == 0)
    }

    @Test func `1560Q: a former pupil number is a letter, eleven figures, and a figure or letter`() throws {
        for good in [nil, "", "X987654321231", "X98765432123B"] {
            #expect(try count("1560Q", upn: nil, former: good) == 0)
        }
        for bad in ["X0000y0000007", "X98721238", "1987654321231", "X98765432123I", "X9876543212312"] {
            #expect(try count("1560Q", upn: nil, former: bad) == 1)
        }
    }

    @Test func `8770Q up to 2023-24: who is over five has a pupil number or a reason`() throws {
        func count(born: String, unknown: String?, upn: String? = nil, nfa: String = "false") throws -> Int? {
            try ReturnFormatsTests.count(
                "8770Q", year: 2024, child(upn: upn, unknown: unknown, born: born, episode(nfa: nfa)))
        }
        #expect(try count(born: "2018-03-30", unknown: nil) == 1)
        // Six years before the reference date, to the day.
        #expect(try count(born: "2018-03-31", unknown: nil) == 0)
        #expect(try count(born: "2018-03-30", unknown: "UN1") == 0)
        #expect(try count(born: "2018-03-30", unknown: "UN8") == 1)
        #expect(try count(born: "2018-03-30", unknown: nil, upn: "H801200001001") == 0)
        #expect(try count(born: "2018-03-30", unknown: nil, nfa: "true") == 0)
    }

    @Test func `8770Q from 2024-25: who is of school age, to whom UN1 does not apply`() throws {
        func count(born: String, unknown: String?) throws -> Int? {
            try ReturnFormatsTests.count("8770Q", year: 2025, child(unknown: unknown, born: born, episode()))
        }
        #expect(try count(born: "2019-08-31", unknown: nil) == 1)
        #expect(try count(born: "2019-09-01", unknown: nil) == 0)
        #expect(try count(born: "2019-08-31", unknown: "UN1") == 1)
        #expect(try count(born: "2019-08-31", unknown: "UN2") == 0)
        #expect(try count(born: "2019-08-31", unknown: "UN7") == 0)
    }

    @Test func `8772: no referral of a child with UN7 led to anything`() throws {
        func count(_ unknown: String, _ flags: String...) throws -> Int? {
            try ReturnFormatsTests.count(
                "8772", child(unknown: unknown, flags.map { episode(nfa: $0) }.joined()))
        }
        #expect(try count("UN7", "true", "1", "TRUE") == 0)
        #expect(try count("UN7", "true", "0") == 1)
        #expect(try count("UN7", "false", "FALSE") == 1)
        #expect(try count("UN2", "false") == 0)
    }
}
