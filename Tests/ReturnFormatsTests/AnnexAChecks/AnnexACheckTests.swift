import Kernel
import Testing

@testable import ReturnFormats

struct AnnexACheckTests {
    @Test func `every rule has an id of its own, a title, a meaning and advice`() {
        let rules = AnnexACheck.rules
        #expect(rules.count >= 40)
        #expect(Set(rules.map(\.id)).count == rules.count)
        for rule in rules {
            #expect(rule.id.hasPrefix("AA."))
            #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."))
            #expect(rule.meaning.hasSuffix(".") && rule.advice.hasSuffix("."), "\(rule.id)")
            #expect(!rule.reads.isEmpty)
        }
    }

    @Test func `every rule is listed, and a row is found once by each`() throws {
        let reading = try AnnexASamples.read(try AnnexASamples.layoutOf2019())
        let found = AnnexACheck.run(reading.file, asAt: try #require(Day("2020-01-01")))
        #expect(found.map(\.rule.id) == AnnexACheck.rules.map(\.id))
        for finding in found where finding.rule.id != "AA.column.missing" {
            let rows = finding.hits.map { [$0.list.rawValue, $0.row ?? -1] }
            #expect(Set(rows).count == rows.count, "\(finding.rule.id)")
            #expect(finding.children <= finding.count)
        }
    }

    // MARK: Dates

    @Test func `dates that must follow one another are found when they do not, and a day both is well`()
        throws
    {
        let file = try CheckedFile([
            .assessments: """
            Child Unique ID,Gender,Continuous Assessment Start Date,Continuous Assessment Date of Authorisation
            a,a) Male,10/02/2026,09/02/2026
            b,a) Male,10/02/2026,10/02/2026
            c,a) Male,10/02/2026,
            d,a) Male,10/02/2026,n/k
            """,
            .care: """
            Child Unique ID,Date Started to be Looked After,Date Ceased to be Looked After,Start Date of Most Recent Placement,Placement Type
            e,01/05/2026,01/04/2026,02/05/2026,
            """,
        ])
        #expect(try file.lines("AA.dates.order.assessment") == [.assessments: [2]])
        #expect(try file.lines("AA.dates.unreadable") == [.assessments: [5]])
        #expect(try file.lines("AA.dates.order.care") == [.care: [2]])
        #expect(try file.lines("AA.dates.order.placementEnd") == [.care: [2]])
        #expect(try file.lines("AA.dates.order.placement") == [:])
    }

    @Test func `the steps of adoption are held in their order, whatever is left out`() throws {
        let file = try CheckedFile([
            .adoption: """
            Child Unique ID,Date the Child Entered Care,Date of Decision that Child Should be Placed for Adoption,Date of Placement Order,Date of Matching Child and Prospective Adopters,Date Placed for Adoption,Date of Adoption Order
            a,01/01/2025,01/03/2025,01/05/2025,01/06/2025,01/07/2025,01/02/2026
            b,01/01/2025,01/03/2025,01/02/2025,01/06/2025,01/07/2025,
            c,01/01/2025,01/03/2025,,,01/07/2025,01/06/2025
            d,01/01/2025,01/03/2025,01/09/2025,,01/07/2025,
            """
        ])
        #expect(try file.lines("AA.dates.order.adoption") == [.adoption: [3, 4]])
    }

    @Test func `a date after the day of the file, before 1900 or before birth is found`() throws {
        let file = try CheckedFile([
            .contacts: """
            Child Unique ID,Date of Birth,Age of Child (Years),Date of Contact,Contact Source
            a,01/01/2020,6,01/07/2026,
            b,01/01/2020,6,30/06/2026,
            c,01/01/2020,6,01/01/1899,
            d,01/09/2026,-1,01/06/2026,
            e,01/09/2026,-1,01/06/2025,
            """,
            .care: """
            Child Unique ID,Date of Birth,Date Started to be Looked After,Placement Type
            f,02/05/2026,01/05/2026,
            """,
        ])
        #expect(try file.lines("AA.dates.future") == [.contacts: [2]])
        #expect(try file.lines("AA.dates.implausible") == [.contacts: [4]])
        #expect(try file.lines("AA.dates.beforeBirth") == [.contacts: [4, 6], .care: [2]])
    }

    // MARK: Ages

    @Test func `the age is the one on the day of the file, and minus one before birth`() throws {
        let file = try CheckedFile([
            .contacts: """
            Child Unique ID,Date of Birth,Age of Child (Years),Date of Contact,Contact Source
            a,30/06/2016,10,01/06/2026,
            b,01/07/2016,10,01/06/2026,
            c,01/07/2016,9,01/06/2026,
            d,01/08/2026,-1,01/06/2026,
            e,01/08/2026,0,01/06/2026,
            f,01/08/2027,-1,01/06/2026,
            g,,150,01/06/2026,
            h,01/01/2000,26,01/06/2026,
            """,
            .careLeavers: """
            Child Unique ID,Date of Birth,Eligibility Category,LA In Touch
            i,01/07/2010,,
            j,30/06/2010,,
            k,01/07/2000,,
            l,30/06/2000,,
            """,
        ])
        #expect(try file.lines("AA.age.disagrees") == [.contacts: [3, 6]])
        #expect(try file.lines("AA.age.birthTooLate") == [.contacts: [7]])
        #expect(try file.lines("AA.age.implausible") == [.contacts: [8]])
        #expect(try file.lines("AA.age.adult") == [.contacts: [9]])
        #expect(try file.lines("AA.age.careLeaver") == [.careLeavers: [2, 5]])
    }

    // MARK: Rows, lists, columns

    @Test func `a repeated row, a child twice and a row of nobody are found`() throws {
        let file = try CheckedFile([
            .contacts: """
            Child Unique ID,Gender,Date of Contact,Contact Source
            a,a) Male,01/06/2026,q) 6: Police
            a,a) Male,01/06/2026,q) 6: Police
            a,a) Male,02/06/2026,q) 6: Police
            ,a) Male,02/06/2026,q) 6: Police
            a,a) Male,01/06/2026,q) 6: Police
            """,
            .need: """
            Child Unique ID,CIN Start Date,CIN Closure Date,Case status
            a,01/06/2026,,c) Child in need plan
            b,01/06/2026,,c) Child in need plan
            a,03/06/2026,,c) Child in need plan
            """,
        ])
        #expect(try file.lines("AA.rows.duplicate") == [.contacts: [3, 6]])
        #expect(try file.children("AA.rows.duplicate") == 1)
        #expect(try file.lines("AA.rows.childTwice") == [.need: [4]])
        #expect(try file.lines("AA.rows.noReference") == [.contacts: [5]])
        #expect(try file.lines("AA.list.missing").count == 9)
        #expect(try file.lines("AA.column.missing")[.contacts]?.count == 3)
    }

    @Test func `values that nobody knows are found by row, and learned ones are not`() throws {
        let file = try CheckedFile([
            .contacts: """
            Child Unique ID,Gender,Ethnicity,Date of Contact,Contact Source
            a,M,White British,01/06/2026,Police DV
            b,M,Martian,01/06/2026,Ministry of Silly Walks
            c,F,,01/06/2026,6
            """
        ])
        #expect(try file.lines("AA.codes.unrecognised") == [.contacts: [3]])
        #expect(try file.lines("AA.cells.empty") == [.contacts: [4]])
        #expect(file.file.unrecognised.map(\.text) == ["Ministry of Silly Walks", "Martian"])
        let ethnicity = try #require(file.file[.contacts]?.codes(.ethnicity))
        #expect(ethnicity[0] == ethnicity.place(of: "WBRI"))
    }

    // MARK: Windows and closures

    @Test func `six months back is in the window, and a day more is not`() throws {
        let file = try CheckedFile(
            asAt: "2026-08-31",
            [
                .contacts: """
                Child Unique ID,Date of Contact,Contact Source
                a,28/02/2026,
                b,27/02/2026,
                """,
                .referrals: """
                Child Unique ID,Date of referral,Referral Source
                a,28/02/2026,
                b,27/02/2026,
                """,
                .need: """
                Child Unique ID,CIN Start Date,CIN Closure Date,Reason for Closure,Case status
                a,01/01/2026,27/02/2026,RC7,e) Closed episode
                b,01/01/2026,28/02/2026,,e) Closed episode
                c,01/01/2026,,RC7,c) Child in need plan
                d,01/01/2026,,,e) Closed episode
                e,01/01/2026,01/08/2026,RC1,c) Child in need plan
                """,
            ])
        #expect(try file.lines("AA.window.contacts") == [.contacts: [3]])
        #expect(try file.lines("AA.window.referrals") == [.referrals: [3]])
        #expect(try file.lines("AA.window.closed") == [.need: [2]])
        #expect(try file.lines("AA.closure.need.dateOnly") == [.need: [3]])
        #expect(try file.lines("AA.closure.need.reasonOnly") == [.need: [4]])
        #expect(try file.lines("AA.closure.need.status") == [.need: [5, 6]])
    }

    // MARK: Conferences, visits

    @Test func `what is said of a conference fits together, and with list 7`() throws {
        let file = try CheckedFile([
            .enquiries: """
            Child Unique ID,Strategy discussion initiating Section 47 Enquiry Start Date,Was an Initial Child Protection Conference deemed unnecessary?,Date of Initial Child Protection Conference,Did the Initial Child Protection Conference Result in a Child Protection Plan
            a,01/05/2026,a) Yes,20/05/2026,b) No
            b,01/05/2026,b) No,,a) Yes
            c,01/05/2026,b) No,20/05/2026,a) Yes
            d,01/05/2026,b) No,20/05/2026,a) Yes
            e,01/05/2026,b) No,20/05/2026,
            f,01/05/2026,b) No,30/04/2026,b) No
            """,
            .protection: """
            Child Unique ID,Child Protection Plan Start Date,Date of the Last Statutory Visit,Was the Child Seen Alone?,Child Protection Plan End Date
            d,20/05/2026,02/06/2026,a) Yes,
            g,20/05/2026,01/06/2026,a) Yes,
            h,20/05/2026,,,
            i,20/05/2026,,b) No,
            j,20/05/2026,,,20/06/2026
            """,
        ])
        #expect(try file.lines("AA.conference.unnecessary") == [.enquiries: [2]])
        #expect(try file.lines("AA.conference.noDate") == [.enquiries: [3]])
        #expect(try file.lines("AA.conference.noPlan") == [.enquiries: [4]])
        #expect(try file.lines("AA.conference.noResult") == [.enquiries: [6]])
        #expect(try file.lines("AA.dates.order.conference") == [.enquiries: [7]])
        #expect(try file.lines("AA.visits.planNone") == [.protection: [4, 5]])
        #expect(try file.lines("AA.visits.planOld") == [.protection: [3]])
        #expect(try file.lines("AA.visits.seenAlone") == [.protection: [5]])
    }

    // MARK: Care and care leavers

    @Test func `what is said of a child in care fits together`() throws {
        let file = try CheckedFile([
            .care: """
            Child Unique ID,Date Started to be Looked After,Child's Legal Status,Date of Last Social Work Visit,Number of Placements in the Last 12 months,Date Ceased to be Looked After,Reason Ceased to be Looked After,Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months,Was the child offered a Return Interview after their last missing episode (Y/N)?,Did the child accept a Return Interview after their last missing episode (Y/N)?,Allocated Team,Allocated Worker
            a,01/01/2026,V3,01/06/2026,1,,,0,,,Care 1,A Lamb
            b,01/01/2026,C2,19/05/2026,1,,,0,,,Care 1,A Lamb
            c,01/01/2026,C2,18/05/2026,0,,,2,a) Yes,b) No,Care 1,#N/A
            d,01/01/2026,C2,,1,,,1,b) No,a) Yes,Care 1,
            e,24/06/2026,C2,,-1,,,0,a) Yes,a) Yes,,Unallocated
            f,01/01/2026,C2,,1,01/06/2026,E8,0,,,,
            """
        ])
        #expect(try file.lines("AA.care.shortBreak") == [.care: [2]])
        #expect(try file.lines("AA.visits.careOld") == [.care: [4]])
        #expect(try file.lines("AA.visits.careNone") == [.care: [5]])
        #expect(try file.lines("AA.care.noPlacement") == [.care: [4]])
        #expect(try file.lines("AA.care.interviewNotOffered") == [.care: [5]])
        #expect(try file.lines("AA.care.interviewNotMissing") == [.care: [6]])
        #expect(try file.lines("AA.counters.impossible") == [.care: [6]])
        #expect(try file.lines("AA.worker.placeholder") == [.care: [4, 6]])
        #expect(try file.lines("AA.worker.none") == [.care: [5]])
        #expect(try file.lines("AA.team.none") == [.care: [6]])
    }

    @Test func `where a care leaver lives is known of those in touch only`() throws {
        let file = try CheckedFile([
            .careLeavers: """
            Child Unique ID,Eligibility Category,LA In Touch,Type of Accommodation,Suitability of Accommodation,Activity Status
            a,,a) Yes,U: Independent living,a) Suitable,F1: Full time in higher education
            b,,b) No,U: Independent living,,
            c,,b) No,R: Residence not known,,
            d,,b) No,,,
            e,,a) Yes,,,
            """
        ])
        #expect(try file.lines("AA.leavers.outOfTouch") == [.careLeavers: [3]])
        #expect(try file.lines("AA.leavers.noAccommodation") == [.careLeavers: [6]])
    }

    // MARK: Across lists

    @Test func `counters are the same on every row of a child`() throws {
        let file = try CheckedFile([
            .referrals: """
            Child Unique ID,Date of referral,Referral Source,Number of Referrals in Last 12 Months
            a,01/05/2026,,1
            b,01/05/2026,,0
            a,01/06/2026,,2
            a,02/06/2026,,1
            b,02/06/2026,,many
            """
        ])
        #expect(try file.lines("AA.counters.referrals") == [.referrals: [4]])
        #expect(try file.lines("AA.counters.unreadable") == [.referrals: [6]])
    }

    @Test func `lists agree on who is in care, who has a plan, and who they are`() throws {
        let file = try CheckedFile([
            .need: """
            Child Unique ID,Gender,Date of Birth,CIN Start Date,CIN Closure Date,Case status
            care,a) Male,01/01/2015,01/06/2025,,a) Looked after child
            both,a) Male,01/01/2015,01/06/2025,,b) Child Protection plan
            plan,b) Female,01/01/2015,01/06/2025,,c) Child in need plan
            need,b) Female,01/01/2015,01/06/2025,,a) Looked after child
            old,b) Female,01/01/2015,01/06/2025,,b) Child Protection plan
            shut,b) Female,01/01/2015,01/06/2025,01/06/2026,e) Closed episode
            """,
            .protection: """
            Child Unique ID,Gender,Date of Birth,Child Protection Plan Start Date,Child Protection Plan End Date,Latest Category of Abuse
            both,a) Male,01/01/2015,01/06/2025,,NEG
            plan,b) Female,02/01/2015,01/06/2025,,NEG
            old,c) Not stated/recorded,01/01/2015,01/06/2025,01/06/2026,NEG
            none,b) Female,01/01/2015,01/06/2025,,NEG
            """,
            .care: """
            Child Unique ID,Gender,Date of Birth,Date Started to be Looked After,Date Ceased to be Looked After,Placement Type
            care,b) Female,01/01/2015,01/06/2025,,U6
            both,a) Male,01/01/2015,01/06/2025,,U6
            shut,b) Female,01/01/2015,01/06/2025,,U6
            lost,b) Female,01/01/2015,01/06/2025,,U6
            gone,b) Female,01/01/2015,01/06/2025,01/06/2026,U6
            """,
        ])
        #expect(try file.lines("AA.across.careNotInNeed") == [.care: [5]])
        #expect(try file.lines("AA.across.planNotInNeed") == [.protection: [5]])
        #expect(try file.lines("AA.across.statusNotCare") == [.need: [3]])
        #expect(try file.lines("AA.across.statusNotPlan") == [.need: [4]])
        #expect(try file.lines("AA.across.statusCareOnly") == [.need: [5]])
        #expect(try file.lines("AA.across.statusPlanOnly") == [.need: [6]])
        #expect(try file.lines("AA.across.closedWhileOpen") == [.need: [7]])
        #expect(try file.lines("AA.across.birth") == [.protection: [3]])
        #expect(try file.lines("AA.across.gender") == [.care: [2]])
    }
}
