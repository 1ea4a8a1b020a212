import Kernel
package import Markup

extension Markup {
    /// The chart, its key and its table. Wide it is one picture with a line for today; narrow it is a list with
    /// one bar and one sentence for each action. Nothing is said by the picture that the words do not say.
    package mutating func gantt(_ gantt: Gantt) {
        let view = GanttView(gantt)
        honestNote(gantt.sentence)
        div(.class("gantt")) { m in
            view.patterns(&m)
            view.axis(&m)
            view.months(&m)
            for area in gantt.areas { view.area(area, &m) }
            view.days(&m)
            view.foot(&m)
        }
        view.key(&self)
        disclosure("Show the dates as a table") { m in view.table(&m) }
    }

    private mutating func honestNote(_ sentence: Markup) { p(sentence, .class("chart-sentence")) }
}

struct GanttView {
    let gantt: Gantt
    /// The wide plot is 728 units beside 392 of names; the narrow one has the whole of 288.
    let wide: TimeScale
    let narrow: TimeScale

    init(_ gantt: Gantt) {
        self.gantt = gantt
        let days = gantt.bars.flatMap { bar in
            [bar.firstStart, bar.start, bar.due.first?.last, bar.due.now?.last].compactMap { $0 }
        }
        wide = TimeScale(days + gantt.visits.map(\.day), today: gantt.today, width: 728)
        narrow = wide.with(width: 288)
    }

    func area(_ area: Gantt.Area, _ m: inout Markup) {
        m.h2(.class("gantt-area")) { m in
            m.span(area.reference, .class("gantt-reference"))
            m.add(" ")
            m.add(area.name)
        }
        m.p(.class("gantt-ends"), .ariaHidden) { m in
            m.span(GanttView.monthAndYear(wide.first))
            m.strong("today")
            m.span(GanttView.monthAndYear(wide.end.adding(days: -1)))
        }
        m.ol(.class("gantt-rows")) { m in
            for bar in area.bars { row(bar, &m) }
        }
    }

    private func row(_ bar: Gantt.Bar, _ m: inout Markup) {
        m.li { m in
            m.div(.class("gantt-name")) { m in
                m.span(bar.reference, .class("gantt-reference"))
                m.add(" ")
                m.a(bar.name.words, .href(bar.name.address))
            }
            m.div(.class("gantt-state")) { m in
                if bar.isContradicted { m.tag(.contradicted) }
                if let progress = bar.progress { m.tag(progress) } else { m.nothing("no date") }
            }
            GanttBarView(bar, wide, gantt.today).draw("gantt-wide", height: 30, withToday: false, &m)
            GanttBarView(bar, narrow, gantt.today).draw("gantt-narrow", height: 24, withToday: true, &m)
            m.p(bar.sentence, .class("gantt-words"))
        }
    }

    static func monthAndYear(_ day: Day) -> String {
        let parts = day.short.split(separator: " ")
        return "\(parts[1]) \(parts[2])"
    }
}

// MARK: What stands around the rows

extension GanttView {
    /// The hatching of a slip, once for each colour.
    func patterns(_ m: inout Markup) {
        m.svg(width: 1, height: 1, .class("gantt-patterns")) { m in
            m.element("defs") { m in
                for symbol in Symbol.progress {
                    m.element(
                        "pattern",
                        [
                            .id("slip-\(symbol.rawValue)"), Attribute("width", 5), Attribute("height", 5),
                            Attribute("patternUnits", "userSpaceOnUse"),
                            Attribute("patternTransform", "rotate(45)"),
                        ]
                    ) { m in
                        m.rectangle(x: 0, y: 0, width: 5, height: 5, .class("ground"))
                        m.rectangle(x: 0, y: 0, width: 2, height: 5, .class("stroke \(symbol.rawValue)"))
                    }
                }
            }
        }
    }

    func axis(_ m: inout Markup) {
        m.svg(width: 728, height: 38, .class("gantt-axis")) { m in
            let months = wide.months
            let step = wide.labelStep
            var year = 0
            for (index, month) in months.enumerated() {
                let next = index + 1 < months.count ? wide.x(months[index + 1]) : wide.width
                if month.civil.year != year, wide.width - wide.x(month) > 40 {
                    year = month.civil.year
                    m.label("\(year)", x: wide.x(month) + 2, y: 12, .class("year"))
                }
                guard month.civil.month % step == 1 % step else { continue }
                let name = String(GanttView.monthAndYear(month).prefix(3))
                m.label(name, x: (wide.x(month) + next) / 2, y: 31, anchor: "middle")
            }
        }
    }

    /// The lines of the months, behind the rows.
    func months(_ m: inout Markup) {
        m.svg(width: 728, height: 100, .class("gantt-lines"), Attribute("preserveAspectRatio", "none")) { m in
            let months = wide.months.map { "M\(Markup.number(wide.x($0))) 0V100" }.joined()
            m.path(months + "M728 0V100", .class("month"))
        }
    }

    /// The visits, and today's plumb line, before everything.
    func days(_ m: inout Markup) {
        m.svg(
            width: 728, height: 100, .class("gantt-lines gantt-days"),
            Attribute("preserveAspectRatio", "none")
        ) { m in
            for visit in gantt.visits where visit.day < wide.end {
                m.line(from: (wide.x(visit.day), 0), to: (wide.x(visit.day), 100), .class("visit"))
            }
            m.line(from: (wide.x(gantt.today), 0), to: (wide.x(gantt.today), 100), .class("today"))
        }
    }

    /// The bob at the end of today's line, and the words for it and the visits.
    func foot(_ m: inout Markup) {
        let visits = gantt.visits.filter { $0.day < wide.end }.prefix(3)
        m.svg(width: 728, height: 34 + 16 * visits.count, .class("gantt-foot")) { m in
            let x = wide.x(gantt.today)
            m.path("M\(Markup.number(x)) 0l5 6-5 8-5-8z", .class("bob"))
            let isLeft = x > 110
            m.label(
                "Today, \(gantt.today.shortWithoutYear)", x: isLeft ? x - 8 : x + 8, y: 26,
                anchor: isLeft ? "end" : "start", .class("year"))
            for (index, visit) in visits.enumerated() {
                let place = wide.x(visit.day)
                let words = "\(visit.words) \(visit.day.shortWithoutYear)"
                let fits = place + Double(words.count) * 7 < wide.width
                m.label(
                    words, x: fits ? place + 7 : place - 7,
                    y: 26 + 16 * Double(index) + (isLeft && fits ? 0 : 16),
                    anchor: fits ? "start" : "end")
            }
        }
    }

    func key(_ m: inout Markup) {
        m.ul(.class("key chart-key"), .ariaHidden) { m in
            sample("As first promised", &m) { m in
                m.rectangle(x: 0, y: 1, width: 32, height: 12, .class("solid blue"))
            }
            sample("Slip", &m) { m in
                m.rectangle(
                    x: 1, y: 2, width: 30, height: 10, .class("slip red"), Attribute("fill", "url(#slip-red)")
                )
            }
            sample("As first set, where it moved", &m) { m in
                m.rectangle(x: 0.5, y: 0.5, width: 31, height: 13, .class("ghost"))
            }
            sample("First date", width: 12, &m) { $0.circle(x: 6, y: 7, radius: 4, .class("ring")) }
            sample("Date now", width: 12, &m) { $0.path("M6 2l5 5-5 5-5-5z", .class("diamond")) }
            sample("Step, open or done", width: 24, &m) { m in
                m.rectangle(x: 2, y: 4.5, width: 5, height: 5, .class("step"))
                m.rectangle(x: 14, y: 4.5, width: 5, height: 5, .class("step done"))
            }
            sample("Past its date and open", &m) { $0.line(from: (0, 7), to: (32, 7), .class("tail red")) }
            sample("No finish date", &m) { $0.line(from: (0, 7), to: (32, 7), .class("endless green")) }
        }
        m.key(Symbol.progress + [.contradicted], wordsOnly: true)
    }

    private func sample(
        _ words: String, width: Int = 32, _ m: inout Markup, _ draw: (inout Markup) -> Void
    ) {
        m.li { m in
            m.svg(width: width, height: 14, Attribute("width", width), Attribute("height", 14), content: draw)
            m.add(words)
        }
    }

    func table(_ m: inout Markup) {
        m.table(
            "The dates of these actions", dense: true,
            [
                Column("Ref", .reference), Column("Action", .name), Column("Start", .short),
                Column("First date", .short), Column("Date now", .short), Column("Moved"), Column("Steps"),
                Column("Waits for"), Column("Progress"),
            ]
        ) { rows in
            for area in gantt.areas {
                rows.group(area.reference, Markup(area.name))
                for bar in area.bars {
                    rows.row { cells in
                        cells.cell(bar.reference)
                        cells.cell { $0.a(bar.name.words, .href(bar.name.address)) }
                        date(bar.start?.short, "not given", &cells)
                        date(bar.due.first?.short, "not given", &cells)
                        date(bar.due.now?.short, "no finish date", &cells)
                        date(bar.due.first == bar.due.now ? nil : bar.due.slip, "not moved", &cells)
                        date(bar.steps.isEmpty ? nil : bar.stepWords, "none", &cells)
                        date(bar.waitsFor.isEmpty ? nil : bar.waitsFor, "nothing", &cells)
                        cells.cell { m in
                            if let progress = bar.progress { m.tag(progress) } else { m.nothing("no date") }
                            if bar.isContradicted { m.tag(.contradicted) }
                        }
                    }
                }
            }
        }
    }

    private func date(_ text: String?, _ absent: String, _ cells: inout RowCells) {
        if let text { cells.cell(text) } else { cells.empty(absent) }
    }
}
