import Documents
import Kernel
import PlanFormat
import Testing

@testable import PlanReading

/// Expectations were written by hand from the meaning of the words.
struct TimescalePhraseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var expected: String
        init(_ text: String, _ expected: String) { (self.text, self.expected) = (text, expected) }
        var testDescription: String { text }
    }

    private static func told(_ scale: Plan.Timescale) -> String {
        "\(scale.kind.rawValue) \(scale.start?.description ?? "-") \(scale.finish?.description ?? "-")"
    }

    @Test(arguments: [
        // One date.
        Case("31st May 2011", "by - 2011-05-31"), Case("31 st May 2011", "by - 2011-05-31"),
        Case("20.05.2011", "by - 2011-05-20"), Case("31/03/2026", "by - 2026-03-31"),
        Case("31/3/26", "by - 2026-03-31"), Case("2026-03-31", "by - 2026-03-31"),
        Case("2026-03", "by - 2026-03"), Case("03/2015", "by - 2015-03"),
        Case("1 Sept 2014", "by - 2014-09-01"),
        Case("1st of September 2014", "by - 2014-09-01"), Case("May 31st, 2011", "by - 2011-05-31"),
        Case("May 31 2011", "by - 2011-05-31"), Case("10-Nov-14", "by - 2014-11-10"),
        Case("10 Nov 14", "by - 2014-11-10"), Case("Friday 3rd March 2017", "by - 2017-03-03"),
        Case("Fri 3 March 2017", "by - 2017-03-03"), Case("By 5 January 2015.", "by - 2015-01-05"),
        Case("September 2013", "by - 2013-09"), Case("Sept.2013", "by - 2013-09"),
        Case("Sept 2013.", "by - 2013-09"), Case("Sept, 2013", "by - 2013-09"),
        Case("Sep-13", "by - 2013-09"),
        Case("Sept '13", "by - 2013-09"), Case("Oct/13", "by - 2013-10"),
        Case("by March 2015", "by - 2015-03"),
        Case("By end of March 2015", "by - 2015-03"), Case("End March 2015", "by - 2015-03"),
        Case("early January 2027", "by - 2027-01"), Case("mid-June 2014", "by - 2014-06"),
        Case("late Oct 2014", "by - 2014-10"), Case("early 2027", "by - 2027"), Case("2015", "by - 2015"),
        Case("End of 2015", "by - 2015"), Case("by 2016", "by - 2016"),
        Case("completed May 2014", "by - 2014-05"),
        Case("Complete by March 2015", "by - 2015-03"), Case("w/c 12 Jan 2015", "by - 2015-01-12"),
        Case("Week commencing 12th January 2015", "by - 2015-01-12"),
        Case("w/e 16 Jan 2015", "by - 2015-01-16"),
        Case("until March 2015", "by - 2015-03"), Case("To be in place by April 2014", "by - 2014-04"),
        // Quarters, years, terms.
        Case("Q3 2016/17", "by - 2016-12"), Case("Q4 2016/17", "by - 2017-03"),
        Case("Q1 2016-17", "by - 2016-06"), Case("Quarter 2 2016/17", "by - 2016-09"),
        Case("Q3 16/17", "by - 2016-12"), Case("2016/17 Q3", "by - 2016-12"),
        Case("third quarter of 2016/17", "by - 2016-12"), Case("End of Q2 (2016/2017)", "by - 2016-09"),
        Case("2016/17", "by - 2017-03"), Case("2016-17", "by - 2017-03"), Case("2016/2017", "by - 2017-03"),
        Case("Financial year 16/17", "by - 2017-03"), Case("end of financial year 2016/17", "by - 2017-03"),
        Case("Spring term 2026", "by - 2026-04"), Case("Autumn 2025", "by - 2025-11"),
        Case("Autumn term 2025/26", "by - 2025-12"), Case("Summer term 2025/26", "by - 2026-07"),
        Case("Winter 2025/26", "by - 2026-02"),
        // Ranges.
        Case("Sept 2013 – Jan 2014", "range 2013-09 2014-01"),
        Case("Jan 2014 - March 2014", "range 2014-01 2014-03"),
        Case("January 2014 to March 2014", "range 2014-01 2014-03"),
        Case("April – June 2014", "range 2014-04 2014-06"), Case("Nov – Feb 2014", "range 2013-11 2014-02"),
        Case("Nov 2013 – Feb", "range 2013-11 2014-02"),
        Case("from May 2014 until July 2014", "range 2014-05 2014-07"),
        Case("between May and July 2014", "range 2014-05 2014-07"),
        Case("3 March 2014 — 7 March 2014", "range 2014-03-03 2014-03-07"),
        Case("3–7 March 2014", "range 2014-03-03 2014-03-07"),
        Case("Q1 – Q3 2016/17", "range 2016-04 2016-12"),
        Case("01/04/2026 - 30/09/2026", "range 2026-04-01 2026-09-30"),
        Case("2014 – 2016", "range 2014 2016"),
        Case("Start: Jan 2014 Finish: Mar 2014", "range 2014-01 2014-03"),
        Case("Sept 2013 – end Jan 2014", "range 2013-09 2014-01"),
        // A start and no end.
        Case("January 2014 onwards", "onwards 2014-01 -"), Case("Jan 2014 onward", "onwards 2014-01 -"),
        Case("from May 2014", "onwards 2014-05 -"), Case("From 1 May 2014", "onwards 2014-05-01 -"),
        Case("October 2013 and ongoing", "onwards 2013-10 -"),
        Case("March 2015 and then quarterly", "onwards 2015-03 -"),
        Case("March 2015 - ongoing", "onwards 2015-03 -"),
        Case("Ongoing from April 2014", "onwards 2014-04 -"),
        Case("commencing June 2014", "onwards 2014-06 -"),
        Case("June 2014 and monthly thereafter", "onwards 2014-06 -"),
        Case("Starting w/c 12 Jan 2015", "onwards 2015-01-12 -"),
        Case("Since September 2013", "onwards 2013-09 -"),
        // Several dates.
        Case("June and December 2014", "points 2014-06 2014-12"),
        Case("December and March 2015", "points 2014-12 2015-03"),
        Case("Jan, April & July 2014", "points 2014-01 2014-07"),
        Case("31 st May 2011 (IDT / SMT) July 2011 for LSCB / CT", "points 2011-05-31 2011-07"),
        Case("5/6 April 2011", "points 2011-04-05 2011-04-06"),
        Case("5th and 6th April 2011", "points 2011-04-05 2011-04-06"),
        Case("March 2014; June 2014; September 2014", "points 2014-03 2014-09"),
        // Words alone.
        Case("In place", "inPlace - -"), Case("In Place.", "inPlace - -"),
        Case("Already in place", "inPlace - -"),
        Case("Complete", "inPlace - -"), Case("Immediate effect", "immediate - -"),
        Case("With immediate effect", "immediate - -"), Case("Immediately", "immediate - -"),
        Case("Immediate", "immediate - -"), Case("Ongoing", "ongoing - -"), Case("On-going", "ongoing - -"),
        Case("Continuous", "ongoing - -"), Case("Monthly", "ongoing - -"),
        Case("every 6 months", "ongoing - -"),
        Case("within 3 months", "unclear - -"), Case("in two weeks", "unclear - -"),
        Case("12 weeks from approval", "unclear - -"), Case("by the next board", "unclear - -"),
        Case("tbc", "unclear - -"), Case("TBA", "unclear - -"), Case("N/A", "unclear - -"),
        Case("To be confirmed", "unclear - -"), Case("", "unclear - -"), Case("-", "unclear - -"),
        Case("See action plan", "unclear - -"), Case("ASAP", "unclear - -"),
        Case("Christmas 2026", "by - 2026-12"),
        Case("Start 01/04/26 End 30/06/26", "range 2026-04-01 2026-06-30"),
        Case("Ongoing – review in March 2027", "ongoing - -"),
        Case("Ongoing until March 2027", "by - 2027-03"),
        Case("Completed 12/03/26", "by - 2026-03-12"),
        Case("Quarterly – first report July 2026", "by - 2026-07"),
        Case("15 June - 3 July 2026", "range 2026-06-15 2026-07-03"), Case("Jan 2026 +", "onwards 2026-01 -"),
    ])
    func `a timescale that says its year is read no finer than its words`(sample: Case) {
        let reading = TimescalePhrase.read(sample.text, years: YearContext())
        #expect(Self.told(reading.timescale) == sample.expected)
        #expect(reading.timescale.text == sample.text)
        #expect(!reading.assumedYear)
    }

    @Test(arguments: [
        Case("January onwards", "onwards 2004-01 -"), Case("January – July", "range 2004-01 2004-07"),
        Case("June and December", "points 2004-06 2004-12"), Case("May", "by - 2004-05"),
        Case("August", "by - 2004-08"), Case("April onwards", "onwards 2004-04 -"),
        Case("end Nov", "by - 2004-11"),
        Case("mid June", "by - 2004-06"), Case("Nov – Feb", "range 2004-11 2005-02"),
        Case("10 December", "by - 2004-12-10"), Case("w/c 12 Jan", "by - 2004-01-12"),
        Case("March", "by - 2004-03"), Case("from May", "onwards 2004-05 -"), Case("by July", "by - 2004-07"),
        Case("Feb and ongoing", "onwards 2004-02 -"),
    ])
    func `a plan of January 2004 gives its year to dates without one`(sample: Case) {
        let years = YearContext(baseYear: 2004, baseMonth: 1)
        let reading = TimescalePhrase.read(sample.text, years: years)
        #expect(Self.told(reading.timescale) == sample.expected)
        #expect(reading.assumedYear)
    }

    @Test(arguments: [
        Case("October", "by - 2013-10"), Case("March", "by - 2014-03"),
        Case("Sept – Jan", "range 2013-09 2014-01"),
        Case("October and ongoing", "onwards 2013-10 -"), Case("July", "by - 2013-07"),
        Case("Q4", "by - 2014-03"), Case("Quarter 3", "by - 2013-12"),
        Case("September and March", "points 2013-09 2014-03"),
    ])
    func `a plan that begins in August 2013 rolls over the new year`(sample: Case) {
        let years = YearContext(baseYear: 2013, baseMonth: 8)
        #expect(Self.told(TimescalePhrase.read(sample.text, years: years).timescale) == sample.expected)
    }

    @Test(arguments: [
        Case("Sept 13", "by - 2013-09"), Case("Sept.13", "by - 2013-09"), Case("Sept. 13", "by - 2013-09"),
        Case("Dec 13 – March 14", "range 2013-12 2014-03"),
        Case("Sept 12 – Jan 14.", "range 2012-09 2014-01"),
        Case("Nov. 13", "by - 2013-11"), Case("March 14", "by - 2014-03"),
        Case("Sept 13 – Jan 14", "range 2013-09 2014-01"),
    ])
    func `two figures behind a month are a year where the document's are`(sample: Case) {
        let years = YearContext(baseYear: 2013, baseMonth: 8, twoDigits: .years)
        let reading = TimescalePhrase.read(sample.text, years: years)
        #expect(Self.told(reading.timescale) == sample.expected)
        #expect(reading.unsettled == nil)
    }

    @Test func `two figures behind a month that may be a day are said to be unsettled`() {
        let unknown = TimescalePhrase.read(
            "April 10", years: YearContext(baseYear: 2011, twoDigits: .near(2008...2017)))
        #expect(unknown.timescale.finish?.description == "2010-04")
        #expect(unknown.unsettled?.contains("10 April") == true)
        let day = TimescalePhrase.read(
            "April 24", years: YearContext(baseYear: 2011, twoDigits: .near(2008...2017)))
        #expect(day.timescale.finish?.description == "2011-04-24")
        let ordinal = TimescalePhrase.read("April 20th", years: YearContext(baseYear: 2011))
        #expect(ordinal.timescale.finish?.description == "2011-04-20")
    }

    @Test func `a month without a year in a document without years keeps its kind and says so`() {
        let reading = TimescalePhrase.read("January onwards", years: YearContext())
        #expect(Self.told(reading.timescale) == "onwards - -")
        #expect(reading.unsettled != nil)
    }

    @Test func `a run of timescales in one cell is cut where each ends`() {
        #expect(
            TimescalePhrase.split("In Place 20.05.2011 Sept 2011") == ["In Place", "20.05.2011", "Sept 2011"])
        #expect(
            TimescalePhrase.split("Sept 13 Sept 13 Sept 13 – Jan 14. Sept 13")
                == ["Sept 13", "Sept 13", "Sept 13 – Jan 14.", "Sept 13"])
        #expect(TimescalePhrase.split("June and December") == ["June and December"])
        #expect(TimescalePhrase.split("October and ongoing") == ["October and ongoing"])
        #expect(
            TimescalePhrase.split("June, Sept & Dec 2026") == ["June, Sept & Dec 2026"])
        #expect(TimescalePhrase.split("Start 01/04/26 End 30/06/26") == ["Start 01/04/26 End 30/06/26"])
        #expect(TimescalePhrase.split("Ongoing (review July 2026)") == ["Ongoing (review July 2026)"])
        #expect(
            TimescalePhrase.split("31 st May 2011 (IDT / SMT) July 2011 for LSCB / CT")
                == ["31 st May 2011 (IDT / SMT)", "July 2011 for LSCB / CT"])
    }
}
