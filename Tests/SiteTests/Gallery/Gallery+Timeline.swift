import Charts
import Kernel
import Markup

@testable import Site

extension Gallery {
    private static func bar(
        _ reference: String, _ name: String, _ progress: Symbol, _ start: String, _ first: String?,
        _ now: String?,
        contradicted: Bool = false
    ) -> Gantt.Bar {
        Gantt.Bar(
            reference, Link(Markup(name), "#\(reference)"), progress: progress, isContradicted: contradicted,
            start: Day(start),
            due: DueDate(
                first: first.flatMap { date($0) }, now: now.flatMap { date($0) },
                says: now == nil ? "ongoing" : ""),
            isClosed: progress == .blue)
    }

    static let timeline = Page(
        "Timeline", section: .timeline,
        facts: ["38 actions, 18 shown", "\(strong: 14) dates have moved, by \(strong: "6 weeks") on average"]
    ) { m in
        m.gantt(
            Gantt(
                areas: [
                    Gantt.Area(
                        "1", "Strategy discussions and section 47 enquiries",
                        [
                            bar(
                                "1.1", "Group manager signs off section 47 enquiries", .blue, "2026-04-13",
                                "2026-06-12", "2026-06-12"),
                            bar(
                                "1.2", "Weekly list of open strategy discussions", .blue, "2026-04-27",
                                "2026-05-29", "2026-05-29"),
                            bar(
                                "1.3", "Police and health at every strategy discussion", .blue, "2026-05-11",
                                "2026-07-31", "2026-09-25"),
                            bar(
                                "1.4", "Alert the unit to any likely conference", .red, "2026-06-01",
                                "2026-07-31", "2026-10-16"),
                            bar(
                                "1.5", "Outcome form inside the single assessment", .green, "2026-09-07",
                                "2026-11-30", "2026-11-30"),
                            bar(
                                "1.6", "Train 64 staff in section 47 thresholds", .amber, "2026-06-15",
                                "2026-09-30", "2026-12-18"),
                        ]),
                    Gantt.Area(
                        "2", "Child protection and child in need plans",
                        [
                            bar(
                                "2.1", "Audit plans every month", .blue, "2026-05-01", "2026-06-30",
                                "2026-06-30", contradicted: true),
                            bar(
                                "2.2", "Plan template: who and when in every step", .green, "2026-08-03",
                                "2026-10-30", "2026-11-27"),
                            bar(
                                "2.6", "Share good plans at the practice forum", .green, "2026-09-14", nil,
                                nil),
                        ]),
                    Gantt.Area(
                        "5", "Supervision and management oversight",
                        [
                            bar(
                                "5.5", "Caseload ceiling agreed and reported", .red, "2026-05-25",
                                "2026-09-04", "2026-10-02"),
                            bar(
                                "5.6", "Reflective group supervision for managers", .grey, "2027-01-11",
                                "2027-04-30", "2027-04-30"),
                        ]),
                ],
                today: Ashmere.now.inLondon.day,
                visits: [Gantt.Visit(Day("2026-12-09")!, "Monitoring visit")]))
        m.part("A measure in a row") { m in
            m.sparkline([68, 66, 69, 66, 70, 63, 65, 69, 74, 78, 80, 83], reading: .improvement)
            m.sparkline([69, 66, 64, nil, 66, 60, 59], reading: .concern)
            m.sparkline([58, 60], reading: .expected, "2 rounds: too few")
        }
        m.part("24 months") { m in
            let values: [Double] = [
                68, 66, 69.5, 66, 70, 63.5, 65, 69, 69.2, 66.8, 70, 67.5, 64, 63.8, 58.6, 60.7, 73, 73.2,
                74.4, 77.6,
                76.2, 78.4, 81.8, 83.3,
            ]
            m.lineChart(
                LineChart(
                    .percent,
                    values.enumerated().map { index, value in
                        let reading: Symbol = index > 15 ? .improvement : index == 14 ? .concern : .expected
                        return LineChart.Point(
                            Day("2024-11-15")!.adding(months: index), value, reading,
                            numerator: Int(value) / 2,
                            denominator: 50)
                    },
                    average: 67.6, limits: 59.2...75.9, target: 90,
                    changes: [LineChart.Change(Day("2026-03-01")!, "Conference desk opened")],
                    sentence:
                        "Since a conference desk opened the share held in time has risen from 61% to 83%."))
        }
    }
}
