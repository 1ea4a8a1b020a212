import Foundation
import Kernel
import Markup
import Testing

@testable import Charts

@Suite struct GanttTests {
    static let today = Day("2026-11-20")!

    static func bar(
        _ reference: String, _ progress: Symbol, start: String? = "2026-06-01", first: String?, now: String?,
        closed: Bool = false
    ) -> Gantt.Bar {
        Gantt.Bar(
            reference, Link("Action <\(reference)>", "/actions/\(reference)"), progress: progress,
            start: start.flatMap { Day($0) },
            due: DueDate(
                first: first.flatMap { PartialDate($0) }, now: now.flatMap { PartialDate($0) }, moves: 1,
                says: now == nil ? "ongoing" : ""), isClosed: closed)
    }

    static let chart = Gantt(
        areas: [
            Gantt.Area(
                "1", "Strategy discussions",
                [
                    bar("1.1", .blue, first: "2026-06-12", now: "2026-06-12", closed: true),
                    bar("1.4", .red, first: "2026-07-31", now: "2026-10-16"),
                    bar("1.6", .amber, first: "2026-09-30", now: "2026-12-18"),
                    bar("2.6", .green, first: nil, now: nil),
                ])
        ], today: today)

    /// Counted by hand from the four bars: 1.4 and 1.6 moved, 1.4 is past and open, 2.6 has no date.
    @Test func `the sentence counts what the picture shows`() {
        #expect(
            Self.chart.sentence.text
                == "<strong>2 of these 3 dates have moved.</strong> 1 action is past its date and still open. "
                + "1 action has no finish date.")
    }

    /// 31 July to 16 October 2026 are 77 days: 11 weeks.
    @Test func `each action has its own sentence`() {
        let sentences = Self.chart.bars.map(\.sentence.text)
        #expect(sentences[0] == "Due <strong>12 Jun 2026</strong>, as first set")
        #expect(sentences[1] == "Due <strong>16 Oct 2026</strong>, first 31 Jul 2026, 11 weeks later")
        #expect(sentences[3] == "<strong>No finish date</strong>; plan says “ongoing”")
    }

    @Test func `what was first promised stands behind what moved, earlier or later`() {
        let moved = Self.bar("1", .green, first: "2026-12-11", now: "2026-11-30")
        #expect(moved.hasGhost && !Self.bar("2", .green, first: "2026-12-11", now: "2026-12-11").hasGhost)
        let text = Markup { $0.gantt(Gantt(areas: [Gantt.Area("1", "One", [moved])], today: Self.today)) }
            .text
        #expect(text.components(separatedBy: "class=\"ghost\"").count == 4, "wide, narrow and in the key")
    }

    @Test func `an action due on the day itself is not past its date`() {
        let due = Self.bar("1", .green, first: "2026-11-20", now: "2026-11-20")
        #expect(!due.isPast(Self.today))
        #expect(due.isPast(Self.today.adding(days: 1)))
        #expect(
            !Self.bar("1", .blue, first: "2026-01-01", now: "2026-01-01", closed: true).isPast(Self.today))
    }

    @Test func `a month that is due is due on its last day`() {
        let due = Self.bar("1", .green, first: "2026-11", now: "2026-11")
        #expect(!due.isPast(Day("2026-11-30")!))
        #expect(due.isPast(Day("2026-12-01")!))
    }

    @Test func `names are text, and each action is linked once`() {
        let text = Markup { $0.gantt(Self.chart) }.text
        #expect(text.contains("Action &lt;1.4&gt;"))
        #expect(text.components(separatedBy: "class=\"gantt-name\"").count == 5)
        #expect(!text.contains(" style="))
    }

    /// One axis of 100 from 1 June to 31 July 2026, 61 days: 1 July stands at 30/61.
    @Test func `a day stands at its share of the months shown`() {
        let scale = TimeScale(first: Day("2026-06-01")!, end: Day("2026-08-01")!, width: 100)
        #expect(scale.x(Day("2026-06-01")!) == 0)
        #expect(abs(scale.x(Day("2026-07-01")!) - 3000.0 / 61) < 0.001)
        #expect(scale.x(Day("2040-01-01")!) == 100)
    }

    @Test func `one date far away does not squeeze the others`() {
        let scale = TimeScale([Day("2001-01-01")!, Day("2040-01-01")!], today: Self.today, width: 100)
        #expect(scale.months.count <= 56)
    }

    @Test func `a sparkline breaks where a value is missing and needs three points`() {
        #expect(
            Markup.polyline([(0, 1, 0), (1, 2, 1), (3, 4, 3), (4, 5, 4)]) == "M0 1L1 2M3 4L4 5")
        #expect(
            !Markup { $0.sparkline([1, nil, 2], reading: .expected, "too few") }.text.contains("<svg width"))
    }
}
