import Foundation
import Kernel
import Measures
import ReturnFormats
import Returns
import SiteTesting
import Storage
import Testing

@testable import App

/// What is overdue and who holds how many cases, through the pages, from a file of three children.
///
/// As at Wednesday 18 November 2026, seen on Friday the 20th. Worked out by hand:
/// - AS-40217, Harbour, Lucy Penhaligon: on a plan, last visited Friday 30 October; ten working days on is Friday
///   13 November, so five working days late.
/// - AS-40218, Harbour, nobody: assessment begun Monday 7 September; 45 working days on is Monday 9 November, so nine late.
/// - AS-50001, Millbrook, Dana Orme: on a plan, visited 16 November: not late.
struct CaseStories {
    private static let need = """
        Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability,CIN Start Date,Primary Need Code,Date Child Was Last Seen,CIN Closure Date,Reason for Closure,Case status,Allocated Team,Allocated Worker
        AS-40217,b) Female,a) WBRI,03/02/2015,11,b) No,01/07/2026,N1 - Abuse or neglect,30/10/2026,,,b) Child Protection plan,Harbour team,Lucy Penhaligon
        AS-40218,a) Male,a) WBRI,14/06/2018,8,b) No,07/09/2026,N1 - Abuse or neglect,10/11/2026,,,d) Open assessment,Harbour team,
        AS-50001,a) Male,a) WBRI,20/01/2012,14,b) No,01/09/2026,N1 - Abuse or neglect,16/11/2026,,,b) Child Protection plan,Millbrook team,Dana Orme
        """
    private static let protection = """
        Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability,Child Protection Plan Start Date,Initial Category of Abuse,Latest Category of Abuse,Date of the Last Statutory Visit,Was the Child Seen Alone?,Date of latest review conference,Child Protection Plan End Date,Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N),Number of Previous Child Protection Plans,Allocated Team,Allocated Worker
        AS-40217,b) Female,a) WBRI,03/02/2015,11,b) No,01/09/2026,a) Neglect,a) Neglect,30/10/2026,a) Yes,,,b) No,0,Harbour team,Lucy Penhaligon
        AS-50001,a) Male,a) WBRI,20/01/2012,14,b) No,01/10/2026,a) Neglect,a) Neglect,16/11/2026,a) Yes,,,b) No,0,Millbrook team,Dana Orme
        """
    private static let assessments = """
        Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Does the Child have a Disability,Continuous Assessment Start Date,Child Seen During Continuous Assessment,Continuous Assessment Date of Authorisation,Was the child assessed as requiring LA children’s social care support,Allocated Team,Allocated Worker
        AS-40218,a) Male,a) WBRI,14/06/2018,8,b) No,07/09/2026,a) Yes,,,Harbour team,
        """

    private static func load(_ house: Ashmere) async throws {
        let authority = try await house.authority
        try await house.app.database.write(for: authority) {
            try ExampleTeams.insert($0, authority, at: Ashmere.now)
        }
        let files = [("List 6", need), ("List 7", protection), ("List 4", assessments)].map {
            ReturnSource(name: "\($0.0).csv", bytes: Array($0.1.utf8))
        }
        _ = try await house.app.returns.load(
            ReturnsFeature.Load(files: files, name: "November", asAt: Day("2026-11-18"), again: false),
            authority: authority, account: nil, at: Ashmere.now, on: Example.today)
    }

    @Test
    func
        `a team manager sees what is late in the own team, the longest due first, and each look is recorded`()
        async throws
    {
        try await Ashmere.with { house in
            try await Self.load(house)
            var imran = await house.visitor("Imran Shah")
            await imran.get("/today")
            #expect(imran.status == 200)
            #expect(imran.text.contains("2 things are overdue"))
            #expect(imran.text.contains("AS-40217") && imran.text.contains("AS-40218"))
            #expect(!imran.text.contains("AS-50001"), "another team’s child")
            let first = try #require(imran.text.range(of: "AS-40218"))
            let second = try #require(imran.text.range(of: "AS-40217"))
            #expect(first.lowerBound < second.lowerBound)
            #expect(imran.text.contains("2 working days old"))

            await imran.get("/today?as=csv")
            let rows = imran.text.split(whereSeparator: \.isNewline).map(String.init)
            #expect(rows.contains { $0.contains("AS-40218") && $0.contains(",9,") }, "nine working days late")
            #expect(rows.contains { $0.contains("AS-40217") && $0.contains(",5,") }, "five working days late")

            let journal = try await house.app.database.read { connection in
                try connection.rows("SELECT kind || ' ' || COALESCE(to_json, '') FROM event", []) {
                    try $0.text(0)
                }.joined(separator: "\n")
            }
            #expect(
                journal.contains("cases.listed") && journal.contains("Looked at what is overdue: 2 of 2 rows")
            )
            #expect(!journal.contains("AS-4"), "no reference stands in the journal")
        }
    }

    @Test func `a worker sees the children they hold, and others see no case at all`() async throws {
        try await Ashmere.with { house in
            try await Self.load(house)
            var lucy = await house.visitor("Lucy Penhaligon")
            await lucy.get("/today")
            #expect(lucy.text.contains("AS-40217") && !lucy.text.contains("AS-40218"))
            await lucy.get("/today?worker=-")
            #expect(
                !lucy.text.contains("AS-40218"), "asking for nobody’s cases does not widen what is one’s own")
            for name in [
                "Ruth Ashworth-Bello", "Daniel Prewett", "Denise Aldous", "Helen Marsh", "Priya Nair",
            ] {
                var other = await house.visitor(name)
                await other.get("/today")
                #expect(other.status == 404, "\(name)")
            }
            var daniel = await house.visitor("Daniel Prewett")
            await daniel.get("/today/caseloads")
            #expect(daniel.status == 200 && daniel.text.contains("Harbour team"))
            #expect(!daniel.text.contains("Lucy Penhaligon"), "workers are for their own line")
            await daniel.get("/today/caseloads?as=csv")
            #expect(!daniel.text.contains("Lucy Penhaligon"))
        }
    }

    @Test
    func
        `caseloads count each child once, say who has nobody, and mark what is over the authority's own limits`()
        async throws
    {
        try await Ashmere.with { house in
            try await Self.load(house)
            var ruth = await house.visitor("Ruth Ashworth-Bello")
            await ruth.get("/today/caseloads")
            #expect(ruth.text.contains("3 children</strong> have an open case"))
            #expect(ruth.text.contains("1 has no worker</strong>"))
            await ruth.get("/today/settings")
            let fields: [(String, String)] = [
                ("number", "0"), ("points_care", "2"), ("points_protection", "20"), ("points_need", "1"),
                ("points_assessment", "1"), ("points_leaver", "1"), ("points_enquiry", "1"),
                ("most_cases", "18"), ("most_points", "15"), ("most_workers", "7"),
                ("protection_visit_days", "15"), ("need_visit_days", "42"),
            ]
            await ruth.post("/today/settings", fields.map { ($0.0, $0.0 == "most_cases" ? "many" : $0.1) })
            #expect(ruth.status == 422 && ruth.text.contains("give a whole number from 1 to 200"))
            await ruth.post("/today/settings", fields)
            #expect(ruth.text.contains("Points and limits are saved"))
            await ruth.post("/today/settings", fields)
            #expect(ruth.status == 422 && ruth.text.contains("Somebody else changed these meanwhile"))

            var imran = await house.visitor("Imran Shah")
            await imran.get("/today/caseloads")
            #expect(imran.text.contains("Over 15 points"), "one child on a plan counts 20")
            await imran.get("/today")
            #expect(imran.text.contains("1 thing is overdue"), "15 working days from 30 October end today")
        }
    }
}
