import Kernel
import Storage
import StorageTesting
import Testing

@testable import Accounts

@Suite struct JournalStories {
    @Test func `the journal is filtered, paged, verified and taken away`() async throws {
        try await House.with { house in
            var (ruth, _) = try await house.setUp()
            let account = try await house.account("ruth@ashmere.example")
            try await house.database.write { connection in
                for number in 0..<60 {
                    try connection.record(
                        Event(
                            authority: account.authority, at: house.clock.now, actor: account.id,
                            kind: "action.changed",
                            subject: "action", subjectID: "a\(number)", reason: "=SUM(A1:A9)"))
                }
            }
            await ruth.get("/journal?kind=action.changed")
            #expect(
                ruth.sees("60 events") && ruth.sees("Older events") && ruth.sees("a59") && !ruth.sees("a9<"))
            await ruth.get("/journal?kind=action&until-day=19&until-month=11&until-year=2026")
            #expect(ruth.sees("0 events"))
            await ruth.get("/journal?from-day=20&from-month=11&from-year=2026&kind=action")
            #expect(ruth.sees("60 events"))
            await ruth.get("/journal/csv?kind=action.changed")
            let lines = ruth.text.split(separator: "\r\n")
            #expect(lines.count == 61 && lines[1].hasSuffix(",'=SUM(A1:A9)"))
            await ruth.get("/journal")
            await ruth.post("/journal/verify")
            #expect(ruth.sees("The journal is whole"))
            #expect(try await house.kinds().last == "journal.exported")
        }
    }

    @Test func `administrators see accounts only, others all but email addresses`() async throws {
        try await House.with { house in
            var (ruth, _) = try await house.setUp()
            var (tom, _) = try await house.join("Tom Hallam", "tom@ashmere.example", invitedBy: &ruth)
            var (ann, _) = try await house.join("Ann Field", "ann@ashmere.example", invitedBy: &ruth)
            let day = house.clock.now.inLondon.day
            let accounts = [
                try await house.account("tom@ashmere.example"),
                try await house.account("ann@ashmere.example"),
            ]
            try await house.database.write { connection in
                for (account, role) in zip(accounts, [Role.administrator, .director]) {
                    try connection.give(
                        Grant(role: role, scope: .authority, from: day, until: nil), to: account.id,
                        in: account.authority, by: nil, reason: "Test", at: house.clock.now)
                }
                try connection.record(
                    Event(
                        authority: accounts[0].authority, at: house.clock.now, actor: nil,
                        kind: "action.changed",
                        subject: "action", subjectID: "a1"))
            }
            await tom.get("/journal")
            #expect(tom.sees("email: tom@ashmere.example") && !tom.sees("action a1"))
            await tom.get("/journal?subject=action&id=a1")
            #expect(!tom.sees("action a1"))
            await ann.get("/journal")
            #expect(
                !ann.sees("tom@ashmere.example") && ann.sees("email: [withheld]") && ann.sees("action a1"))
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("=1+1", "'=1+1"), ("@x", "'@x"), ("-3", "'-3"), ("a,b", "\"a,b\""),
        ("say \"so\"", "\"say \"\"so\"\"\""), ("two\r\nlines", "\"two\r\nlines\""), ("\ttab", "'\ttab"),
    ])
    func `a field of the export is quoted and no formula`(_ text: String, _ field: String) {
        #expect(CSV.field(text) == field)
    }

    // Summer time of 2026 runs from 29 March to 25 October.
    @Test(arguments: [
        ("2026-03-29", "2026-03-29T00:00:00.000Z"), ("2026-03-30", "2026-03-29T23:00:00.000Z"),
        ("2026-07-01", "2026-06-30T23:00:00.000Z"), ("2026-10-25", "2026-10-24T23:00:00.000Z"),
        ("2026-10-26", "2026-10-26T00:00:00.000Z"),
    ])
    func `a day begins at midnight in London`(_ day: String, _ moment: String) throws {
        #expect(try #require(Day(day)).startInLondon == Instant(moment))
    }
}
