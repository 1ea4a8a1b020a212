import Documents
import Kernel
import Testing

@testable import PlanReading

struct YearContextTests {
    private func years(_ text: String) -> YearContext { YearContext.find(in: ProseSample.document(text)) }

    @Test func `a heading over the dates gives the year before all else`() {
        let found = years(
            "# Response to the inspection of June 2015\n# TIMESCALES FOR ACTION – 2016\nx | January")
        #expect(found.baseYear == 2016)
        #expect(found.baseMonth == nil)
    }

    @Test func `the title's month is where the plan begins`() {
        let found = years("# Ashmere's response\n# JANUARY 2016\nIn December 2015 inspectors came.")
        #expect(found.baseYear == 2016)
        #expect(found.year(ofMonth: 11) == 2016)
    }

    @Test func `the plan's own dates settle the year and what two figures mean`() {
        let found = years(
            "Action | When\na | Sept 13\nb | Oct 2013\nc | Jan 14\nd | March 2014\ne | Nov 2013\nf | Sept. 13"
        )
        #expect(found.baseYear == 2013)
        #expect(found.twoDigits == .years)
        #expect(found.year(ofMonth: 10) == 2013)
        #expect(found.year(ofMonth: 3) == 2014)
    }

    @Test func `one old date among many is no beginning`() {
        let rows = (1...9).map { "a | \($0 + 2) May 2026" }.joined(separator: "\n")
        #expect(years("Action | When\nz | June 2019\n\(rows)").baseYear == 2026)
    }

    @Test func `days behind a month are days where years would be nonsense`() {
        let found = years(
            "Action | When\na | March 2026\nb | April 10\nc | May 24\nd | June 5\ne | July 2026")
        #expect(found.twoDigits.take(24) == .day)
    }

    @Test func `a financial year begins in April`() {
        let found = years("# Improvement plan 2016/17\nx | Q4")
        #expect(found.baseYear == 2016)
        #expect(found.year(ofMonth: 1) == 2017)
    }

    @Test func `a year given by hand wins, and a document without years has none`() {
        #expect(YearContext.find(in: ProseSample.document("# Plan 2004"), override: 2011).baseYear == 2011)
        #expect(years("# Plan\nx | September").baseYear == nil)
    }
}
