import Foundation
import ReturnFormats
import Testing

/// One invented child of a validator's own samples (MIT; its licence lies beside it), in a return of 2022-23 whose dates
/// are of 1970. What it breaks was worked out by hand.
struct SampleCensusTests {
    private static let broken = [
        // The assessment, conference, plan and section 47 are of before the referral of 6 October 1970.
        "1103", "1104", "1105", "2889",
        // A123456789123 adds up to 404, 13 over 23 times 17, which is P; and 123 is no authority.
        "1510", "1530",
        // A CIN plan of January 1971 within child protection, which went on until March.
        "4016",
        // Closed in February, assessed until July; and all of it outside the year.
        "8565", "4013", "8620", "8696", "8715", "8930",
        // Two codes of disability in all; born, and expected in 1066; dead since 1980.
        "2887Q", "8525Q", "8530Q", "8545Q",
    ]

    private func sample() throws -> String {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Samples/CIN_Census_2021.xml")
        return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    private func broken(_ text: String) throws -> Set<String> {
        Set(try check(text).results.filter { $0.count > 0 }.map(\.rule))
    }

    @Test func `a validator's sample breaks the rules that it was made to break`() throws {
        #expect(try broken(sample()) == Set(Self.broken))
    }

    @Test func `with another reference date it breaks rule 100 as well`() throws {
        let text = try sample().replacing("2023-03-31", with: "2023-03-28")
        #expect(try broken(text) == Set(Self.broken + ["100"]))
    }

    @Test func `of all its results none says what stands in the file`() throws {
        let check = try check(sample())
        let printed =
            "\(check.results) \(check.found.map(\.advice)) \(check.found.flatMap { $0.hits.map(check.place) })"
        for secret in ["DfEX0000001", "A123456789123", "1965-03-27", "X98765432123B"] {
            #expect(!printed.contains(secret))
        }
    }
}
