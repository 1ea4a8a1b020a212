import Kernel
import SiteTesting
import Storage
import Testing

@testable import Audits

/// An audit as its auditor meets it: from what is asked of them to what is sent.
struct GradingStories {
    private static let one = [
        GivenCase(
            holder: "Lucy Penhaligon", team: "Harbour team", first: "Lucy Penhaligon", second: "Joan Pike")
    ]

    @Test func `a holder fills in an audit in steps, sends it, and what it says is counted and locked`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound(Self.one)
            var lucy = house.visitor("Lucy Penhaligon")
            await lucy.get("/audits/mine")
            #expect(lucy.text.contains("1 audit</strong> is asked of you"))
            #expect(lucy.text.contains("0 of 8"))
            let address = try #require(lucy.link("Case 1"))
            #expect(address == "/audits/mine/\(round.first[0])")
            await lucy.get(address)
            #expect(lucy.text.contains("CH-0001") && lucy.text.contains("At every visit."))
            // The question that comes first, then a standard: each button saves the whole form.
            let save = "\(address)/answers"
            await lucy.post(
                save, [("s._safe", "0"), ("a._safe", "yes"), ("n._safe", "Visit of 3 November"), ("go", "1")])
            #expect(lucy.status == 200 && lucy.text.contains("Saved 09:14"))
            await lucy.post(
                save,
                [
                    ("s.seen", "0"), ("a.seen", "partly"), ("n.seen", "Case note of 4 November"),
                    ("s.late", "0"),
                    ("a.late", "no"), ("s.done", "0"), ("a.done", "3 of 5"), ("go", "2"),
                ])
            #expect(lucy.status == 200 && lucy.text.contains("4 of 8"))
            await lucy.get("/audits/mine")
            #expect(lucy.text.contains("4 of 8"))
            // Not all is answered: the check says what is missing, and sending is refused with links to the fields.
            await lucy.get("\(address)/check")
            #expect(lucy.text.contains("1 question</strong> must be answered"))
            await lucy.post("\(address)/sending")
            #expect(lucy.status == 422 && lucy.text.contains("href=\"#a.overall\""))
            await lucy.post(
                save,
                [
                    ("s.overall", "0"), ("a.overall", "3"), ("s.last", "0"), ("d.last-day", "3"),
                    ("d.last-month", "Nov"), ("d.last-year", "2026"), ("s.helped", "0"),
                    ("a.helped", "The plan"),
                    ("go", "check"),
                ])
            #expect(lucy.address.hasSuffix("/check") && lucy.text.contains("Every question is answered"))
            await lucy.post("\(address)/sending")
            #expect(lucy.status == 200 && lucy.text.contains("You sent this audit on"))
            let marks = try await house.database.read { connection in
                try connection.rows(
                    """
                    SELECT question, value, rank, is_good, numerator, denominator FROM audit_mark
                    WHERE authority = $1 AND subject = $2 AND leg = 'first' ORDER BY question
                    """, [.id(house.authority), .id(round.cases[0])]
                ) { row in
                    let numbers = try (2...5).map { try row.intOrNil($0).map(String.init) ?? "-" }
                    return ([try row.text(0), try row.text(1)] + numbers).joined(separator: " ")
                }
            }
            #expect(
                marks == [
                    "done 3/5 - - 3 5", "last 2026-11-03 - - - -", "late no - 1 - -", "overall 3 2 0 - -",
                    "seen partly 1 0 - -",
                ])
            let overall = try await house.database.read { connection in
                try connection.first(
                    "SELECT grade, is_good, safe FROM case_audit WHERE authority = $1 AND id = $2",
                    [.id(house.authority), .id(round.first[0])]
                ) { "\(try $0.int(0)) \(try $0.int(1)) \(try $0.text(2))" }
            }
            #expect(overall == "2 0 yes")
            // Nothing is saved or sent any more.
            await lucy.post(save, [("s.seen", "1"), ("a.seen", "met"), ("n.seen", "")])
            #expect(lucy.status == 422 && lucy.text.contains("This audit was sent meanwhile"))
            await lucy.post("\(address)/sending")
            #expect(lucy.status == 422 && lucy.text.contains("was sent already"))
            // Nobody else finds it: not the manager, not the quality lead, not the second reader.
            for name in ["Imran Shah", "Grace O'Malley", "Joan Pike", "Sam Adeyemi", "Simon Okafor"] {
                var other = house.visitor(name)
                for path in [address, "\(address)/check"] {
                    await other.get(path)
                    #expect(other.status == 404, "\(name) \(path)")
                }
            }
        }
    }
}
