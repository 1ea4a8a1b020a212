import Kernel
import Markup

/// One action's bar: solid as first promised, hatched as far as it slipped, ring first, diamond now. What was first
/// promised stays behind it as an outline, and steps stand under it as small squares.
struct GanttBarView {
    private let bar: Gantt.Bar
    private let scale: TimeScale
    private let today: Day

    init(_ bar: Gantt.Bar, _ scale: TimeScale, _ today: Day) {
        self.bar = bar
        self.scale = scale
        self.today = today
    }

    func draw(_ name: String, height: Int, withToday: Bool, _ m: inout Markup) {
        let middle = Double(height) / 2
        m.svg(width: Int(scale.width), height: height, .class(name)) { m in
            if withToday {
                m.line(from: (0, middle), to: (scale.width, middle), .class("ground-line"))
            }
            ghost(middle, &m)
            if bar.due.now == nil { endless(middle, &m) } else { dated(middle, &m) }
            for step in bar.steps {
                m.rectangle(
                    x: scale.x(step.due) - 2.5, y: middle + 6.5, width: 5, height: 5,
                    .class(step.isDone ? "step done" : "step"))
            }
            if withToday {
                m.line(from: (scale.x(today), 1), to: (scale.x(today), Double(height) - 1), .class("today"))
            }
        }
    }

    private func ghost(_ y: Double, _ m: inout Markup) {
        guard bar.hasGhost, let begin = bar.firstStart ?? bar.start, let end = bar.due.first?.last else {
            return
        }
        let x = scale.x(begin)
        m.rectangle(x: x, y: y - 8.5, width: scale.x(end) - x, height: 17, .class("ghost"))
    }

    /// No finish: solid until today, then dots.
    private func endless(_ y: Double, _ m: inout Markup) {
        let begin = bar.start.map { scale.x($0) } ?? scale.x(today)
        let now = max(scale.x(today), begin)
        solid(from: begin, to: now, y, &m)
        m.line(from: (now, y), to: (scale.width, y), .class("endless \(bar.colour)"))
        if scale.width > 400, scale.width - now > 120 {
            m.label("no finish date", x: (now + scale.width) / 2, y: y - 5, anchor: "middle")
        }
    }

    private func dated(_ y: Double, _ m: inout Markup) {
        guard let due = bar.due.now?.last else { return }
        let now = scale.x(due)
        let first = bar.due.first.map { scale.x($0.last) } ?? now
        if let start = bar.start { solid(from: scale.x(start), to: min(first, now), y, &m) }
        if first < now { slip(from: first, to: now, y, &m) }
        if bar.isPast(today) {
            m.line(from: (now, y), to: (scale.x(today), y), .class("tail \(bar.colour)"))
        }
        if abs(first - now) > 0.5 { m.circle(x: first, y: y, radius: 4.5, .class("ring")) }
        m.path("M\(Markup.number(now - 5.5)) \(Markup.number(y))l5.5-5.5 5.5 5.5-5.5 5.5z", .class("diamond"))
    }

    /// What has not begun is an outline only.
    private func solid(from start: Double, to end: Double, _ y: Double, _ m: inout Markup) {
        guard end > start else { return }
        if bar.colour == Symbol.grey.rawValue {
            m.rectangle(x: start, y: y - 5.5, width: end - start, height: 11, .class("outline grey"))
        } else {
            m.rectangle(
                x: start, y: y - 6, width: end - start, height: 12, .class("solid \(bar.colour)"))
        }
    }

    private func slip(from start: Double, to end: Double, _ y: Double, _ m: inout Markup) {
        m.rectangle(
            x: start, y: y - 5.5, width: end - start, height: 11, .class("slip \(bar.colour)"),
            Attribute("fill", "url(#slip-\(bar.colour))"))
    }
}
