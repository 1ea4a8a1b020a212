import Kernel
import Testing

@testable import ReturnFormats

/// Rules that `AnnexACheckTests` leaves out: for each a row that breaks it, and the nearest one that does not.
struct EveryRuleTests {
    @Test func `early help, need and plans end after they start`() throws {
        let file = try CheckedFile([
            .earlyHelp: """
            Child Unique ID,Assessment start date,Assessment completion date,Organisation completing assessment
            a,02/06/2026,01/06/2026,School
            b,02/06/2026,02/06/2026,School
            c,02/06/2026,,School
            """,
            .need: """
            Child Unique ID,CIN Start Date,Date Child Was Last Seen,CIN Closure Date,Case status
            a,02/06/2026,02/06/2026,01/06/2026,e) Closed episode
            b,02/06/2026,,02/06/2026,e) Closed episode
            c,02/06/2026,,,c) Child in need plan
            d,02/06/2026,,,d) Open assessment
            e,02/06/2026,n/k,,c) Child in need plan
            """,
            .protection: """
            Child Unique ID,Child Protection Plan Start Date,Date of the Last Statutory Visit,Date of latest review conference,Child Protection Plan End Date
            a,10/06/2026,09/06/2026,09/06/2026,
            b,10/06/2026,10/06/2026,10/06/2026,10/06/2026
            c,10/06/2026,,,09/06/2026
            d,10/06/2026,12/06/2026,,11/06/2026
            """,
        ])
        #expect(try file.lines("AA.dates.order.earlyHelp") == [.earlyHelp: [2]])
        #expect(try file.lines("AA.dates.order.need") == [.need: [2]])
        #expect(try file.lines("AA.visits.needNone") == [.need: [4]])
        #expect(try file.lines("AA.dates.order.plan") == [.protection: [4]])
        #expect(try file.lines("AA.dates.order.planReview") == [.protection: [2]])
        #expect(try file.lines("AA.dates.order.planVisit") == [.protection: [2]])
        #expect(try file.lines("AA.dates.order.planVisitEnd") == [.protection: [5]])
    }

    @Test func `what happens in care happens after it began, and its end has a day and a reason`() throws {
        let file = try CheckedFile([
            .care: """
            Child Unique ID,Date Started to be Looked After,Start date of current legal status,Date of Latest Statutory Review,Date of Last Social Work Visit,Date Ceased to be Looked After,Reason Ceased to be Looked After
            a,10/06/2026,09/06/2026,10/06/2026,10/06/2026,,
            b,10/06/2026,10/06/2026,09/06/2026,10/06/2026,,E8
            c,10/06/2026,10/06/2026,10/06/2026,09/06/2026,20/06/2026,
            d,10/06/2026,,,,20/06/2026,E8
            """
        ])
        #expect(try file.lines("AA.dates.order.legalStatus") == [.care: [2]])
        #expect(try file.lines("AA.dates.order.careReview") == [.care: [3]])
        #expect(try file.lines("AA.dates.order.careVisit") == [.care: [4]])
        #expect(try file.lines("AA.closure.care.reasonOnly") == [.care: [3]])
        #expect(try file.lines("AA.closure.care.dateOnly") == [.care: [4]])
    }

    /// Six weeks before 30 June 2026 is 19 May.
    @Test func `a visit to a child in care is old the day after six weeks, while the child is in care`()
        throws
    {
        let file = try CheckedFile([
            .care: """
            Child Unique ID,Date Started to be Looked After,Date of Last Social Work Visit,Date Ceased to be Looked After,Placement Type
            a,01/01/2026,19/05/2026,,U6
            b,01/01/2026,18/05/2026,,U6
            c,01/01/2026,18/05/2026,29/06/2026,U6
            d,01/01/2026,,,U6
            e,23/06/2026,,,U6
            """
        ])
        #expect(try file.lines("AA.visits.careOld") == [.care: [3]])
        #expect(try file.lines("AA.visits.careNone") == [.care: [5]])
    }

    @Test func `a decision against adoption has a day and a reason, and an adopted child leaves care`() throws
    {
        let file = try CheckedFile([
            .adoption: """
            Child Unique ID,Date of Adoption Order,Date of Decision that Child Should No Longer be Placed for Adoption,Reason Why Child No Longer Placed for Adoption
            a,01/06/2026,,
            b,01/06/2026,,
            c,,01/06/2026,
            d,,,RD1
            e,,01/06/2026,RD1
            f,01/07/2026,,
            """,
            .care: """
            Child Unique ID,Date Started to be Looked After,Date Ceased to be Looked After,Placement Type
            a,01/01/2025,,A5
            b,01/01/2025,01/06/2026,A5
            e,01/01/2025,,U6
            f,01/01/2025,,A5
            """,
        ])
        #expect(try file.lines("AA.closure.adoption.dateOnly") == [.adoption: [4]])
        #expect(try file.lines("AA.closure.adoption.reasonOnly") == [.adoption: [5]])
        #expect(try file.lines("AA.across.adoptedInCare") == [.adoption: [2]])
    }

    @Test func `the steps of an adopter follow one another, and who leaves has a day and a reason`() throws {
        let file = try CheckedFile([
            .adopters: """
            Individual adopter identifier,Date enquiry received,Date Stage 1 started,Date Stage 1 ended,Date of leaving adoption process,Reason for leaving adoption process
            p,01/01/2026,01/02/2026,01/02/2026,,
            q,01/01/2026,01/02/2026,31/01/2026,,
            r,01/01/2026,01/02/2026,,31/12/2025,1
            s,01/01/2026,,,01/03/2026,
            t,01/01/2026,,,,2
            """
        ])
        #expect(try file.lines("AA.dates.order.adopters") == [.adopters: [3, 4]])
        #expect(try file.lines("AA.closure.adopters.dateOnly") == [.adopters: [5]])
        #expect(try file.lines("AA.closure.adopters.reasonOnly") == [.adopters: [6]])
    }

    @Test func `enquiries and conferences of a child are counted alike on its rows`() throws {
        let file = try CheckedFile([
            .enquiries: """
            Child Unique ID,Strategy discussion initiating Section 47 Enquiry Start Date,Number of Section 47 Enquiries in the last 12 months,Number of ICPCs in the last 12 months
            a,01/05/2026,1,1
            b,01/05/2026,2,0
            a,01/06/2026,2,1
            b,01/06/2026,2,1
            b,02/06/2026,,
            """
        ])
        #expect(try file.lines("AA.counters.enquiries") == [.enquiries: [4]])
        #expect(try file.lines("AA.counters.conferences") == [.enquiries: [5]])
    }

    @Test func `a list without rows is empty, not missing, and a list that is not there is missing`() throws {
        let file = try CheckedFile([
            .contacts: """
            Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source
            """,
            .referrals: """
            Child Unique ID,Date of referral,Referral Source
            a,01/06/2026,q) 6: Police
            """,
        ])
        #expect(try file.lines("AA.list.empty") == [.contacts: [0]])
        let missing = try file.lines("AA.list.missing")
        #expect(Set(missing.keys) == Set(AnnexAList.allCases).subtracting([.contacts, .referrals]))
    }

    /// The 2019 template gives list 1 seven columns; a column of the 2024 layout is missing only from a file that has others
    /// of that layout.
    @Test func `a column of the template that is not there is found by its name, and no other`() throws {
        let file = try CheckedFile([
            .contacts: """
            Child Unique ID,Gender,Date of Birth,Age of Child (Years),Date of Contact,Contact Source
            a,a) Male,30/06/2016,10,01/06/2026,q) 6: Police
            """
        ])
        let finding = try file.finding("AA.column.missing")
        #expect(finding.hits.map(\.list) == [.contacts])
        #expect(finding.hits.map(\.field) == [.ethnicity])
        let whole = try CheckedFile([
            .contacts: """
            Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source
            a,a) Male,a) WBRI,30/06/2016,10,01/06/2026,q) 6: Police
            """
        ])
        #expect(try whole.lines("AA.column.missing") == [:])
        #expect(try whole.lines("AA.list.empty") == [:])
    }
}
