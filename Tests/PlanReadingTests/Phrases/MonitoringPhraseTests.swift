import Documents
import Kernel
import PlanFormat
import Testing

@testable import PlanReading

struct MonitoringPhraseTests {
    @Test(arguments: [
        ("Review the register on a monthly basis", Plan.Frequency.monthly), ("Weekly statistics", .weekly),
        ("Quarterly report from the Unit", .quarterly), ("each month", .monthly),
        ("every 6 months", .sixMonthly),
        ("every six months", .sixMonthly), ("six-monthly", .sixMonthly), ("6 monthly", .sixMonthly),
        ("twice a year", .sixMonthly), ("annual survey", .annual), ("once a year", .annual),
        ("4 weekly", .fourWeekly), ("on a 4 weekly basis", .fourWeekly), ("four-weekly", .fourWeekly),
        ("every four weeks", .fourWeekly), ("fortnightly", .fortnightly), ("every two weeks", .fortnightly),
        ("every other week", .fortnightly), ("daily", .daily), ("on a daily basis", .daily),
        ("every day", .daily),
        ("two-monthly", .twoMonthly), ("every two months", .twoMonthly), ("every other month", .twoMonthly),
        ("half-yearly", .sixMonthly), ("biannual", .sixMonthly), ("once per month", .monthly),
        ("random sample of cases per month", .monthly), ("4 times a year", .quarterly), ("annually", .annual),
    ])
    func `a rhythm in words is a frequency`(text: String, expected: Plan.Frequency) {
        #expect(MonitoringPhrase.read(Text(text)).frequency == expected)
    }

    @Test func `bi-monthly is no frequency, and that is said`() {
        let reading = MonitoringPhrase.read("Bi-monthly reports")
        #expect(reading.frequency == nil)
        #expect(reading.unsettled != nil)
    }

    @Test(arguments: [
        ("Sample 20% of review minutes each month", 20.0), ("Audit 10 per cent of files", 10),
        ("A 5% sample of cases", 5), ("Dip sample of 2.5% of plans", 2.5),
        ("Review 15% of records weekly", 15),
    ])
    func `a share that is looked at is a sample`(text: String, expected: Double) {
        #expect(MonitoringPhrase.read(Text(text)).samplePercent == expected)
    }

    @Test(arguments: [
        "Improve to 80% by audit", "100% of referrals made in standard format", "Monthly report",
    ])
    func `a target is no sample`(text: String) {
        #expect(MonitoringPhrase.read(Text(text)).samplePercent == nil)
    }

    @Test(arguments: [
        ("a minimum 4 audits per month of staff files", 4, "month"),
        ("minimum of 2 audits per supervision session of work", 2, "supervision session"),
        ("two files each week", 2, "week"), ("at least six cases a month", 6, "month"),
        ("3 observations per worker", 3, "worker"),
    ])
    func `so many per something is a quota`(text: String, number: Int, per: String) {
        #expect(MonitoringPhrase.read(Text(text)).quota == Plan.Monitoring.Quota(number: number, per: per))
    }

    @Test(arguments: ["every 6 months", "1 day per week", "20 per cent of files", "once per month"])
    func `a rhythm or a share is no quota`(text: String) {
        #expect(MonitoringPhrase.read(Text(text)).quota == nil)
    }

    @Test func `who monitors stands in italics, behind a dash, in brackets or after by`() {
        let italic = MonitoringPhrase.read(
            Text("Sample 20% each month – Head of Practice", marks: [.init(.italic, 26..<42)]))
        #expect(italic.by == ["Head of Practice"])
        #expect(italic.rest.string == "Sample 20% each month")
        let whole = MonitoringPhrase.read(Text("Head of Practice", marks: [.init(.italic, 0..<16)]))
        #expect(whole.by == ["Head of Practice"])
        #expect(whole.rest.isEmpty)
        #expect(MonitoringPhrase.read("Supervision sessions (Team Managers)").by == ["Team Managers"])
        #expect(MonitoringPhrase.read("Human Resources to lead.").by == ["Human Resources"])
        #expect(
            MonitoringPhrase.read("Report by Head of Practice/Principal Officers to the Board").by == [
                "Head of Practice", "Principal Officers",
            ])
        #expect(MonitoringPhrase.read("Monthly statistics – by team").by == [])
    }

    @Test func `monitoring is found where an action states it`() throws {
        let audit = try #require(
            MonitoringPhrase.find(
                inText: "Audit plans on a monthly basis, triangulated by supervision by QASU"))
        #expect(audit.frequency == .monthly)
        #expect(audit.by == ["QASU"])
        let quota = try #require(
            MonitoringPhrase.find(
                inText:
                    "Processes are set up. Group Managers will undertake a minimum 4 audits per month of staff supervision files."
            ))
        #expect(quota.quota == Plan.Monitoring.Quota(number: 4, per: "month"))
        #expect(quota.by == ["Group Managers"])
        #expect(
            quota.text
                == "Group Managers will undertake a minimum 4 audits per month of staff supervision files.")
        #expect(
            MonitoringPhrase.find(inText: "Weekly monitoring by the Executive Director will ensure it")?.by
                == ["Executive Director"])
        #expect(MonitoringPhrase.find(inText: "Update pathway plans every six months") == nil)
        #expect(MonitoringPhrase.find(inText: "Audit will show compliance") == nil)
    }

    @Test(arguments: [
        ("Complete", Plan.Action.Status.complete), ("Completed May 2014", .complete), ("In place", .inPlace),
        ("Ongoing", .ongoing), ("On-going", .ongoing), ("Not started", .notStarted),
        ("Not yet started", .notStarted),
        ("In progress", .ongoing), ("Partially complete", .ongoing), ("Done", .complete),
    ])
    func `a status cell claims what its words say`(text: String, expected: Plan.Action.Status) {
        #expect(StatusPhrase.read(text) == expected)
    }

    @Test(arguments: [
        "To be completed by May", "Complete by March 2015", "March 2015", "", "To be in place by May",
    ])
    func `a promise is no claim`(text: String) {
        #expect(StatusPhrase.read(text) == nil)
    }

    @Test(arguments: [
        ("See 3.0 above", ["3.0"]), ("i) See 1.0 above.", ["1.0"]), ("As above", ["9.9"]),
        ("see paragraph 4.1 below", ["4.1"]),
        ("(see 2.3 and 2.4)", ["2.3", "2.4"]), ("See above – 5.0", ["5.0"]),
        ("as per action 2.1(a)", ["2.1(a)"]),
        ("Refer to 1.2, 1.3 & 1.4", ["1.2", "1.3", "1.4"]), ("See Appendix 2", []), ("See 4 families", []),
        ("Review forms", []),
        ("As 2.1 above", ["2.1"]), ("see action 3", ["3"]), ("see above", ["9.9"]), ("As 1.1", ["1.1"]),
        ("Links to action 3.1", ["3.1"]),
    ])
    func `a pointer gives the reference that it points to`(text: String, expected: [String]) {
        #expect(SeeAlsoPhrase.read(text, areaBefore: "9.9") == expected)
    }
}
